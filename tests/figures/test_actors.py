from hypothesis import given, settings
from hypothesis import strategies as st

from briefgen.figures import actors
from briefgen.figures.ties import UNDER, clusters
from tests.figures.boxes import assert_clear, root, texts, written
from tests.figures.editions import actor, edition

SVG = "{http://www.w3.org/2000/svg}"
KINDS = [*UNDER[:3], "opposes", "ally-of", "mediates", "supports"]


def drawn(*found, **record):
    return actors.draw(edition(actors=found), record)


@st.composite
def networks(draw, most):
    count = draw(st.integers(2, most))
    names = [f"Actor {draw(st.text('abcdefgh ', max_size=40)).strip()} {number}" for number in range(count)]
    numbers = st.integers(0, count - 1)
    pairs = draw(st.lists(st.tuples(numbers, st.sampled_from(KINDS), numbers), min_size=1, max_size=24, unique=True))
    made = []
    for number, name in enumerate(names):
        relations = tuple(
            {"type": kind, "target": f"a-{target}", "claims": ()}
            for source, kind, target in pairs
            if source == number and source != target
        )
        made.append(
            {"id": f"a-{number}", "name": " ".join(name.split()), "short": None, "role": None, "relations": relations}
        )
    return made


@given(networks(14))
@settings(max_examples=60, deadline=None)
def test_every_relation_is_drawn_once_and_no_other(found):
    made = drawn(*found)
    names = {one["id"]: one["name"] for one in found}
    recorded = {
        frozenset((one["id"], tie["target"])) if tie["type"] not in UNDER else (one["id"], tie["target"])
        for one in found
        for tie in one["relations"]
    }
    told = {
        (names[tie.source], tie.words, names[tie.target])
        for cluster in clusters(edition(actors=found), ())
        for tie in cluster.ties
    }

    assert bool(made.svg) == bool(recorded)
    assert {(row[0], row[1].removesuffix(" (each of the other)"), row[2]) for row in made.table[1]} == told
    assert len(made.table[1]) == len(told)
    for row in made.table[1]:
        assert f"{' '.join(row)}." in made.alt
        assert all("".join(name.split()) in written(made.svg) for name in (row[0], row[2]))
    if made.svg:
        assert_clear(made.svg)
        both = sum("(each of the other)" in row[1] for row in made.table[1])
        assert "a list" in made.key or made.svg.count("Z") >= len(made.table[1]) + both


@given(networks(30))
@settings(max_examples=20, deadline=None)
def test_many_actors_are_a_list_within_the_page(found):
    made = drawn(*found)
    shown = {name for row in made.table[1] for name in (row[0], row[2])}

    if made.svg:
        assert_clear(made.svg)
        assert (len(shown) <= actors.MOST) or "a list" in made.key


def test_no_line_runs_through_a_word():
    made = drawn(
        actor("One", ("opposes", "three"), ("mediates", "two")),
        actor("Two", ("part-of", "one"), ("opposes", "four")),
        actor("Three", ("ally-of", "four")),
        actor("Four", ("splinter-of", "three"), ("opposes", "one")),
    )
    names = [text for text in root(made.svg).iter(f"{SVG}text") if text.get("fill") == "ink"]
    tracks = [path.get("d", "") for path in root(made.svg).iter(f"{SVG}path") if path.get("stroke") == "accent"]
    right = max(float(text.get("x", 0)) for text in names) + 40

    assert len(tracks) == 5
    assert all(float(d.split("L")[1].split(",")[0]) > right for d in tracks)


def test_what_belongs_to_another_stands_under_it():
    (cluster,) = clusters(edition(actors=[actor("Small", ("part-of", "big")), actor("Big")]), ())

    assert [(one.name, one.depth) for one in cluster.actors] == [("Big", 0), ("Small", 1)]


def test_a_ring_of_actors_is_drawn_all_the_same():
    made = drawn(actor("One", ("part-of", "two")), actor("Two", ("part-of", "one")))

    assert len(made.table[1]) == 2
    assert_clear(made.svg)


def test_what_two_record_of_each_other_is_one_line():
    made = drawn(actor("One", ("opposes", "two")), actor("Two", ("opposes", "one")))

    assert made.table[1] == (("One", "opposes (each of the other)", "Two"),)


def test_claims_become_sources_and_their_lack_is_told():
    made = drawn(actor("One", ("part-of", "three", "c-1")), actor("Two", ("part-of", "three")), actor("Three"))

    assert made.sources == ("c-1",)
    assert "The sheet names no source for 1 of these 2 relations." in made.key


def test_only_relations_between_chosen_actors_are_drawn():
    found = actor("One", ("opposes", "two")), actor("Two", ("opposes", "three")), actor("Three")

    assert drawn(*found, records=("a-one", "a-two")).table[1] == (("One", "opposes", "Two"),)


def test_roles_are_told_apart_by_their_sign():
    made = drawn(actor("One", ("opposes", "two"), role="state"), actor("Two", role="non-state-armed"))

    assert "filled square: state; filled dot: non-state armed group" in made.key


def test_actors_without_relations_give_no_drawing():
    assert drawn(actor("One"), actor("Two")).svg == ""


def test_an_actor_that_is_chosen_and_has_no_relation_stands_alone():
    made = drawn(actor("One", ("opposes", "two")), actor("Two"), actor("Three"), records=("a-one", "a-two", "a-three"))

    assert "Three stands alone." in made.alt
    assert "Three" in texts(made.svg)
