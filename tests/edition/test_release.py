"""The edition for readers outside: what falls, what takes its place, what it is called and how it is marked."""

import pytest

from briefgen import issuing, sheet
from briefgen.markings import tlp
from briefgen.markings.reader import Reader
from briefgen.markings.scheme import Marking, Scheme

SCHEME = Scheme("tlp", tlp.TITLE, tlp.SCHEME.levels, {"LEGAL": "Legal privilege", "MEDICAL": "Medical secret"})
DEFAULT = Marking(SCHEME.levels[3])
SHEET = """\
briefgen: 1
product:
  id: X-1
  title: A title
  time: 2024-02-02
  handling: {tlp: TLP:GREEN, community: The valley, recipients: Jane Roe, caveats: Not by post, notice: Burn it.}
  people: {author: A. Writer, portion: TLP:AMBER}
  scope: "All of it[, and the camp]{TLP:AMBER}."
sources:
  - {id: s-open, title: Open report}
  - {id: s-other, title: Other report}
  - {id: s-deep, title: Deep report, portion: TLP:RED}
claims:
  - {id: c-open, text: "Ten came[, and a spy]{TLP:RED}[, armed]{TLP:GREEN//LEGAL}.", sources: s-open}
  - {id: c-deep, text: Deep text, sources: s-deep, portion: TLP:AMBER}
  - {id: c-other, text: Other text, sources: s-other}
judgements:
  - id: j-fast
    text: It is {likelihood} so.
    likelihood: likely
    confidence: high
    evidence: {for: [c-open, c-other]}
  - id: j-tear
    text: It is {likelihood} so, says the deep one [@c-deep].
    likelihood: likely
    confidence: low
    basis: What the deep one says.
    evidence: {for: c-deep}
    releasable: {TLP:CLEAR: "It is {likelihood} so, in short.", TLP:GREEN: "It is {likelihood} so."}
  - {id: j-falls, text: "It is {likelihood} so", likelihood: likely, evidence: {for: c-deep}}
  - {id: j-one, text: "It is {likelihood} so", likelihood: likely, confidence: high, evidence: {for: [c-open, c-deep]}}
  - {id: j-last, text: "It is {likelihood} so [@c-open; @c-deep].", likelihood: likely, evidence: {for: c-other}}
summary:
  bluf: "{j-falls} {j-last} So it is [@c-deep; @c-other]."
  narrative:
    - {text: Hidden, portion: TLP:RED, releasable: {TLP:GREEN: Something was.}}
"""


@pytest.fixture
def parsed(tmp_path):
    def parse(text=SHEET):
        path = tmp_path / "sheet.yaml"
        path.write_text(text)
        made = sheet.load(path, scheme=SCHEME)
        assert made.sheet, "\n".join(map(str, made.findings))
        return made.sheet

    return parse


def released(made, label="TLP:GREEN", *caveats):
    level = SCHEME.find(label)
    assert level
    return issuing.release(made, Reader(level, frozenset(caveats)), DEFAULT)


def test_a_judgement_that_does_not_stand_on_what_is_seen_gives_way_to_its_tear_line_or_falls(parsed):
    issued = released(parsed())

    assert list(issued.names) == ["s-open", "s-other", "c-open", "c-other", "j-fast", "j-tear", "j-last"]
    tear = issued.edition.judgements[1]
    assert tear["text"] == "It is {likelihood} so."
    assert (tear["likelihood"], tear["confidence"], tear["portion"]) == ("likely", "low", "TLP:GREEN")
    assert (tear["basis"], tear["evidence"]) == (None, None)


@pytest.mark.parametrize(
    ("confidence", "evidence", "stands"),
    [
        ("moderate", "[]", False),
        ("moderate", "c-1", True),
        ("high", "c-1", False),
        ("high", "[c-1, c-2]", True),
        ("high", "[c-1, c-2, c-3]", True),
        ("high", "[c-1, c-again]", False),
        ("high", "e-both", True),
        ("high", "[c-1, c-survey]", False),
        ("high", "[c-1, c-heard]", True),
    ],
)
def test_high_confidence_asks_for_two_origins_even_where_nothing_is_withheld(parsed, confidence, evidence, stands):
    view = released(
        parsed(
            HEAD
            + "}\nsources:\n"
            + "".join(f"  - {{id: s-{one}, title: One}}\n" for one in "123")
            + "  - {id: s-again, title: Two, derived_from: s-1}\n  - {id: s-survey, title: Three, kind: tertiary}\n"
            "  - {id: s-unseen, title: Four, access: not-seen}\nclaims:\n"
            + "".join(f"  - {{id: c-{one}, text: So., sources: s-{one}}}\n" for one in (*"123", "again", "survey"))
            + "  - {id: c-heard, text: So., sources: {ref: s-1, via: s-unseen}}\n"
            "events: {id: e-both, when: 2024-02-01, type: talks, claims: [c-1, c-2]}\njudgements:\n"
            f"  - {{id: j-1, text: So., likelihood: likely, confidence: {confidence}, evidence: {evidence}}}\n"
        ),
        "TLP:RED",
    ).edition

    assert bool(view.judgements) == stands


def test_beside_a_tear_line_stands_how_much_it_weighs(parsed):
    view = released(
        parsed(
            HEAD
            + "}\njudgements: {id: j-1, key: false, text: So., likelihood: likely, horizon: 2024-06, priority: high, "
            "portion: TLP:RED, releasable: {TLP:GREEN: Perhaps.}}\n"
            "summary: {narrative: {text: So., heading: A head, priority: low, portion: TLP:RED, "
            "releasable: {TLP:GREEN: x}}}\n"
        )
    ).edition
    judgement, block = view.judgements[0], view.summary["narrative"][0]

    assert (judgement["key"], judgement["horizon"], judgement["priority"]) == (False, "2024-06", "high")
    assert (block["text"], block["heading"], block["priority"]) == ("x", None, "low")


def test_a_paragraph_above_the_reader_gives_way_to_its_tear_line(parsed):
    assert [one["text"] for one in released(parsed()).edition.summary["narrative"]] == ["Something was."]


def test_records_have_numbers_of_the_edition_wherever_they_are_named(parsed):
    view = released(parsed()).edition

    assert [one["id"] for one in view.judgements] == ["j-1", "j-2", "j-3"]
    assert view.judgements[2]["text"] == "It is {likelihood} so [@c-1]."
    assert view.judgements[2]["evidence"]["supporting"] == ("c-2",)
    assert view.summary["bluf"][0]["text"] == "{j-3} So it is [@c-2]."


def test_parts_of_a_sentence_go_by_their_own_mark(parsed):
    made = parsed()

    assert released(made).edition.claims[0]["text"] == "Ten came."
    assert released(made, "TLP:GREEN", "LEGAL").edition.claims[0]["text"] == "Ten came, armed."
    assert released(made, "TLP:RED").edition.claims[0]["text"] == "Ten came, and a spy."
    assert released(made).edition.product["scope"] == "All of it."


def test_the_marking_is_the_highest_of_what_is_left(parsed):
    made = parsed(SHEET.replace("handling: {tlp: TLP:GREEN", "portion: TLP:CLEAR\n  handling: {tlp: TLP:GREEN"))

    assert released(made).edition.marking["label"] == "TLP:GREEN"
    assert released(made, "TLP:AMBER+STRICT").edition.marking["label"] == "TLP:AMBER"
    clear = released(made, "TLP:CLEAR").edition
    assert clear.marking["label"] == "TLP:CLEAR"
    assert clear.claims == () == clear.judgements[1:]
    assert released(made, "TLP:GREEN", "LEGAL", "MEDICAL").edition.marking["caveats"] == {"LEGAL": "Legal privilege"}


def test_nothing_is_released_to_who_may_not_see_what_document_it_is(parsed):
    assert released(parsed(), "TLP:CLEAR") is None


def test_how_the_desk_handles_the_document_is_no_part_of_a_release(parsed):
    view = released(parsed()).edition

    assert view.product["people"] is None
    told = view.product["handling"]
    assert {name: value for name, value in told.items() if value} == {"marking": "TLP:GREEN"}


def test_a_shared_record_that_only_withheld_ones_name_is_not_released(tmp_path):
    registry = tmp_path / "registry"
    registry.mkdir()
    (registry / "actors.yaml").write_text(
        "actors:\n  - {id: a-shown, name: Shown}\n"
        "  - {id: a-hidden, name: Hidden, relations: {type: ally, target: a-far}}\n"
        "  - {id: a-far, name: Far, relations: {type: ally, target: a-hidden}}\n"
    )
    path = tmp_path / "sheet.yaml"
    path.write_text(
        "briefgen: 1\nproduct: {id: X-1, title: A title, time: 2024-02-02, handling: TLP:GREEN}\n"
        "sources: {id: s-1, title: One}\nclaims:\n  - {id: c-1, text: One, sources: s-1, said_by: a-shown}\n"
        "  - {id: c-2, text: Two, sources: s-1, said_by: a-hidden, portion: TLP:RED}\n"
    )
    made = sheet.load(path, registry).sheet
    assert made
    assert [one["name"] for one in issuing.make(made, DEFAULT).actors] == ["Shown"]


def test_the_desk_sees_all_of_it(parsed):
    made = parsed()
    issued = issuing.whole(made, DEFAULT)

    assert list(issued.names) == [record.id for record in made.records()]
    assert [one["text"] for one in issued.edition.claims][:2] == ["Ten came, and a spy, armed.", "Deep text"]
    assert issued.edition.product["handling"]["notice"] == "Burn it."


HEAD = "briefgen: 1\nproduct: {id: X-1, title: A title, time: 2024-02-02, portion: TLP:CLEAR"


def test_a_record_of_which_nothing_is_left_is_as_if_it_had_not_been_there(parsed):
    view = released(
        parsed(
            HEAD + ", handling: TLP:GREEN}\nactors: {id: a-1, name: One, portion: TLP:RED}\n"
            "events: {id: e-1, when: 2024-02-01, type: attack, actors: {by: a-1}, attribution: {accused: a-1}}\n"
            "claims: {id: c-1, text: '[All of it]{TLP:RED}'}\ngaps: {id: n-1, text: So, due: 2024}\n"
            "summary: {bluf: '[@c-1]', narrative: {text: Hidden, portion: TLP:AMBER}}\n"
        )
    ).edition

    assert (view.events[0]["actors"], view.events[0]["attribution"]) == (None, None)
    assert (view.claims, view.summary) == ((), {})


def test_what_falls_leaves_neither_its_marking_nor_what_it_names(parsed, tmp_path):
    (tmp_path / "registry").mkdir()
    (tmp_path / "registry" / "actors.yaml").write_text("actors: {id: a-shared, name: Shared, portion: TLP:CLEAR}\n")
    path = tmp_path / "desk.yaml"
    path.write_text(
        HEAD + ", handling: TLP:GREEN}\nsources: {id: s-1, title: One, portion: TLP:RED}\n"
        "summary:\n  bluf: {text: '[@s-1]', refs: a-shared, note: '[So]{TLP:GREEN}.', portion: TLP:CLEAR}\n"
        "waivers: {rule: SRC006, record: a-shared, reason: So., portion: TLP:CLEAR}\n"
    )
    made = sheet.load(path, tmp_path / "registry", scheme=SCHEME).sheet
    assert made
    view = released(made).edition
    assert (view.summary, view.actors, view.waivers) == ({}, (), ())
    assert view.marking["label"] == "TLP:CLEAR"


def test_a_mark_within_a_part_that_is_withheld_marks_nothing(parsed):
    view = released(
        parsed(
            HEAD + "}\nclaims: {id: c-1, text: 'So[, by [a spy]{TLP:GREEN}, they say]{TLP:RED}.', portion: TLP:CLEAR}\n"
        )
    ).edition

    assert [one["text"] for one in view.claims] == ["So."]
    assert view.marking["label"] == "TLP:CLEAR"


def test_a_paragraph_marked_below_the_document_is_released_without_it(parsed):
    text = (
        HEAD
        + ", handling: TLP:AMBER}\nsummary: {bluf: {text: Shown, portion: TLP:CLEAR}, narrative: Of the document}\n"
    )
    view = released(parsed(text), "TLP:CLEAR").edition

    assert [one["text"] for one in view.summary["bluf"]] == ["Shown"]
    assert (view.summary["narrative"], view.marking["label"]) == ((), "TLP:CLEAR")


def test_a_caveat_on_a_sheet_without_handling_is_told(parsed):
    made = parsed(HEAD.replace("TLP:CLEAR", "TLP:RED//LEGAL") + "}\n")

    assert list(issuing.make(made, DEFAULT).marking["caveats"]) == ["LEGAL"]


def test_a_tear_line_of_which_nothing_is_left_is_none(parsed):
    view = released(
        parsed(
            HEAD + ", handling: TLP:GREEN}\nclaims: {id: c-1, text: So, portion: TLP:RED}\n"
            "judgements: {id: j-1, text: So, likelihood: likely, portion: TLP:RED, releasable: {TLP:GREEN: '[@c-1]'}}\n"
        )
    ).edition

    assert view.judgements == ()


def test_a_marking_has_one_list_of_caveats():
    assert SCHEME.read("TLP:RED//LEGAL/MEDICAL") == Marking(SCHEME.levels[4], ("LEGAL", "MEDICAL"))
    assert SCHEME.read("TLP:RED//LEGAL//MEDICAL") is SCHEME.read("TLP:PINK") is SCHEME.read("TLP:PINK//LEGAL") is None


NAMED = """\
briefgen: 1
product: {id: X-1, title: A title, time: 2024-02-02, handling: TLP:CLEAR}
sources: [{id: s-1, title: Open}, {id: s-2, title: Ministry}, {id: s-3, title: Origin}]
actors: [{id: a-1, name: Road office}, {id: a-2, name: Convoy}]
claims:
  - {id: c-1, text: So., sources: s-1, said_by: a-1}
  - {id: c-2, text: They went., sources: s-2, said_by: a-2, portion: TLP:AMBER}
"""


def test_what_only_a_withheld_record_names_goes_with_it(parsed):
    """It bears no mark of its own, and beside no claim it would tell that there is one."""
    issued = released(parsed(NAMED), "TLP:CLEAR")
    assert [one["title"] for one in issued.edition.sources] == ["Open"]
    assert [one["name"] for one in issued.edition.actors] == ["Road office"]


def test_what_the_rest_of_the_edition_leads_to_stays(parsed):
    issued = released(parsed(NAMED.replace("title: Open", "title: Open, derived_from: s-3")), "TLP:CLEAR")
    assert [one["title"] for one in issued.edition.sources] == ["Open", "Origin"]
