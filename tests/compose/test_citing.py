import pytest

from briefgen.citations import Cited
from briefgen.compose.citing import JOINER, Citing
from briefgen.compose.library import Library
from briefgen.edition import Edition

UNTRACED = None


def source(name, access="seen", derived_from=(), kind="press"):
    known = {"id": name, "publisher": name[2:].title(), "access": access, "kind": kind, "reliability": "B"}
    return known | {"derived_from": derived_from}


def claim(name, *citations):
    listed = tuple(
        {"ref": ref, "via": via or (), "untraced": via is UNTRACED, "at": None, "note": None} for ref, via in citations
    )
    return {"id": name, "sources": listed, "credibility": "3"}


def citing(sources, claims, **sections):
    empty = dict.fromkeys(Edition.__dataclass_fields__, ())
    given = {"marking": {}, "product": {}, "summary": {}, "sources": sources, "claims": claims}
    return Citing(Library(Edition(**{**empty, **given, **sections})))


@pytest.fixture
def pause():
    """Two outlets that repeat a third, which was not seen; one of them reports something of its own."""
    sources = (source("s-tribune", "not-seen"), source("s-amu"), source("s-kabul"), source("s-dawn"))
    claims = (
        claim("c-pause", ("s-amu", ("s-tribune",)), ("s-kabul", ("s-tribune",))),
        claim("c-own", ("s-kabul", ())),
        claim("c-both", ("s-dawn", ()), ("s-kabul", ())),
    )
    return citing(sources, claims)


def text(markup):
    return markup.striptags().replace(JOINER, "")


def test_numbers_follow_the_first_use(pause):
    assert text(pause.cite(["c-own"])) == "1"
    assert text(pause.cite(["c-pause"])) == "1,2"
    assert text(pause.cite(["s-dawn"])) == "3"
    assert text(pause.cite(["c-pause"])) == "1,2"


def test_three_numbers_in_a_row_are_a_range(pause):
    pause.cite(["c-pause", "c-both"])

    assert text(pause.cite(["c-both", "c-pause"])) == "1–3"


def test_a_gap_breaks_the_range():
    sources = tuple(source(f"s-{letter}") for letter in "abcdef")
    made = citing(sources, ())
    made.cite([one["id"] for one in sources])

    assert text(made.cite(["s-a", "s-b", "s-c", "s-e", "s-f"])) == "1–3,5,6"


def test_nothing_cited_prints_nothing(pause):
    assert pause.cite([]) == ""


def test_each_number_links_to_its_entry_and_holds_to_the_word_before(pause):
    assert pause.cite(["c-own"]) == f'{JOINER}<span class="refs"><a class="ref" href="#source-1">1</a></span>'


def test_the_place_in_the_source_follows_the_number(pause):
    assert text(pause.superscript([Cited("c-own", "p. 3")])) == "1, p. 3"


def test_the_annex_lists_numbered_sources_first_then_the_origins(pause):
    pause.cite(["c-pause", "c-both"])
    listed = pause.sources()

    assert [(one["number"], one["id"]) for one in listed] == [
        (1, "s-amu"),
        (2, "s-kabul"),
        (3, "s-dawn"),
        (None, "s-tribune"),
    ]
    assert listed[0]["lineage"] == "via Tribune (not seen)"
    assert listed[1]["lineage"] == "via Tribune (not seen); own for the rest"
    assert listed[2]["lineage"] == "own report"
    assert listed[3]["lineage"] == "the origin itself"
    assert listed[1]["grades"] == ["B3"]


def test_two_reports_of_one_origin_are_one_origin(pause):
    found = pause.origins("c-pause")

    assert (found["read"], found["origins"], found["seen"]) == (2, 1, False)
    assert found["note"] == "1 origin, not seen"
    assert pause.origins("c-both")["origins"] == 2


def test_lineage_is_followed_through_sources_that_repeat_others():
    sources = (
        source("s-wire"),
        source("s-daily", derived_from=("s-wire",)),
        source("s-blog", derived_from=("s-daily",)),
    )
    made = citing(sources, (claim("c-one", ("s-blog", ()), ("s-wire", ())),))

    assert made.origins("c-one")["origins"] == 1


def test_an_encyclopaedia_is_no_origin():
    made = citing((source("s-wiki", kind="tertiary"),), (claim("c-one", ("s-wiki", ())),))
    made.cite(["c-one"])

    assert made.origins("c-one")["note"] == "origin not traced"
    assert made.sources()[0]["lineage"] == "origins not traced"


def test_a_ring_of_sources_ends():
    sources = (source("s-a", derived_from=("s-b",)), source("s-b", derived_from=("s-a",)))

    assert citing(sources, (claim("c-one", ("s-a", ())),)).origins("c-one")["origins"] == 1


def test_sources_that_repeat_each_other_in_many_ways_are_followed_once():
    levels = [(f"s-{level}-a", f"s-{level}-b") for level in range(1000)]
    sources = [
        source(name, derived_from=below) for here, below in zip(levels, [*levels[1:], ()], strict=True) for name in here
    ]

    assert citing(tuple(sources), (claim("c-one", ("s-0-a", ())),)).origins("c-one")["origins"] == 2


def test_origins_have_letters_beyond_z():
    made = citing((), ())

    assert [made.letter(f"s-{number}") for number in range(28)][-3:] == ["z", "aa", "ab"]


def judgement(name, *supporting):
    return {"id": name, "evidence": {"supporting": supporting, "opposing": ()} if supporting else None}


def test_a_judgement_rests_on_the_origins_of_all_that_speaks_for_it():
    sources = (source("s-wire", "not-seen"), *(source(f"s-{name}") for name in ("amu", "kabul", "geo", "dawn")))
    claims = (
        claim("c-1", ("s-amu", ("s-wire",)), ("s-kabul", ("s-wire",))),
        claim("c-2", ("s-geo", ("s-wire",))),
        claim("c-3", ("s-dawn", ())),
    )
    quotes = ({"id": "q-1", "source": {"ref": "s-dawn", "via": (), "untraced": False}},)
    events = ({"id": "e-1", "claims": ("c-2",)},)
    judgements = (judgement("j-1", "c-1", "e-1"), judgement("j-2", "c-1", "q-1"), judgement("j-3"))
    made = citing(sources, claims, quotes=quotes, events=events, judgements=judgements)

    assert made.origins("j-1")["note"] == "1 origin, not seen"
    assert made.origins("j-1")["read"] == 3
    assert made.origins("j-2")["note"] == "2 origins, 1 not seen"
    assert made.origins("j-2")["unseen"] == 1
    assert made.origins("j-3")["read"] == 0


def test_sources_that_repeat_each_other_are_named():
    sources = (source("s-a", derived_from=("s-b",)), source("s-b", derived_from=("s-a",)))

    assert citing(sources, (claim("c-one", ("s-a", ())),)).origins("c-one")["rings"] == (("s-a", "s-b"),)


def test_a_source_that_names_nobody_is_not_traced():
    sources = tuple(source(f"s-{name}") for name in ("lost", "part", "both", "wire"))
    claims = (
        claim("c-1", ("s-lost", UNTRACED), ("s-part", UNTRACED), ("s-both", UNTRACED)),
        claim("c-2", ("s-part", ()), ("s-both", ("s-wire",))),
        claim("c-3", ("s-both", ())),
    )
    made = citing(sources, claims)
    made.cite([one["id"] for one in sources])

    assert made.origins("c-1")["note"] == "origin not traced"
    assert [one["lineage"] for one in made.sources()] == [
        "origins not traced",
        "own report, in part not traced",
        "via Wire; the rest own or not traced",
        "the origin itself",
    ]
    assert [one["origins"] for one in made.sources()] == [[], ["a"], ["b", "c"], ["b"]]


def test_a_source_that_is_only_repeated_as_a_whole_is_an_origin_too():
    made = citing((source("s-wire"), source("s-daily", derived_from=("s-wire",))), (claim("c-1", ("s-daily", ())),))
    made.cite(["c-1"])

    assert [one["lineage"] for one in made.sources()] == ["via Wire", "the origin itself"]


def test_grades_stand_in_the_order_of_the_numbers_that_they_grade():
    sources = (source("s-a") | {"reliability": "A"}, source("s-f") | {"reliability": "F"}, source("s-none"))
    none = {"reliability": None}
    made = citing(
        (*sources[:2], sources[2] | none),
        (claim("c-1", ("s-a", ()), ("s-f", ())), claim("c-2", ("s-none", ())) | {"credibility": None}),
    )
    made.cite(["s-f", "s-a"])

    assert made.grades(["c-1"]) == ["F3", "A3"]
    assert made.grades(["c-2", "c-1"]) == ["F3", "A3", "–"]
    assert made.grades([]) == ["–"]
    assert "s-none" not in made.numbers  # a grade is no citation


def test_the_sources_of_a_claim_can_be_listed_by_number():
    made = citing((source("s-a"), source("s-b")), (claim("c-1", ("s-a", ()), ("s-b", ())),))
    made.cite(["s-b"])

    assert [one["ref"] for one in made.in_order(made.library.get("c-1")["sources"])] == ["s-b", "s-a"]
