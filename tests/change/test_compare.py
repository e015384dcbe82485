"""What differs between two editions, in words; nothing is passed over, and nothing is told that is the same."""

from __future__ import annotations

from collections import Counter
from dataclasses import fields, replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefgen.change import SECTIONS, alike, compare
from briefgen.change.datasets import ROWS
from briefgen.change.matching import renamed
from briefgen.change.sections import records
from briefgen.edition import Edition
from tests.change.editions import CALLS, TEXT, altered, made, released

MIRROR = {"added": "removed", "removed": "added"}


def told(before: Edition, after: Edition) -> list[str]:
    """Return every edit as ``section kind id: sentence``, and a change without one by its name."""
    return [
        f"{one.section} {one.kind} {one.id}: {edit or one.name}"
        for one in compare(before, after)
        for edit in (one.edits or ("",))
    ]


def kinds(before: Edition | None, after: Edition | None) -> Counter[tuple[str, str]]:
    return Counter((one.section, one.kind) for one in compare(before, after))


def test_every_section_of_an_edition_is_compared():
    inside = {"bluf", "narrative", "outlook"}
    assert set(SECTIONS) - inside == {field.name for field in fields(Edition)} - {"marking", "summary"}


def test_nothing_differs_from_itself():
    assert compare(made(), made()) == compare(made(), made(TEXT + "\n")) == ()


SENTENCES = [
    (
        "judgements",
        "likelihood: unlikely",
        "likelihood: likely",
        "j-1: likelihood unlikely → likely (higher: 55–80 % after 20–45 %)",
    ),
    ("judgements", "confidence: low", "confidence: high", "j-1: confidence low → high (higher)"),
    ("judgements", "against: c-fuel", "against: [c-fuel, c-stop]", "j-1: evidence against: added A stop (c-stop)"),
    ("judgements", "horizon: 2024-02-09", "horizon: 2024-02-11", "j-1: horizon 9 February 2024 → 11 February 2024"),
    (
        "judgements",
        "horizon: 2024-02-09\n",
        "changed: {from: likely, why: The port spoke.}\n    horizon: 2024-02-09\n",
        "j-1: why: The port spoke.",
    ),
    ("judgements", "The ferry lies still, by", "The ferry lies still, outcome: true, by", "j-1: outcome open → true"),
    (
        "scenarios",
        "impact: Staff can travel",
        "impact: Staff cannot travel at all",
        "sc-runs: impact “Staff can travel” → “Staff cannot travel at all”",
    ),
    ("claims", "credibility: 3", "credibility: 2", "c-stop: credibility 3 → 2 (probably true, before: possibly true)"),
    (
        "claims",
        "sources: s-port, credibility: 2",
        "sources: [s-port, s-amu], credibility: 2",
        "c-fuel: sources: added Amu TV (s-amu)",
    ),
    ("claims", "via: s-port}", "via: s-port, untraced: true}", "c-stop: sources Amu TV (s-amu): untraced no → yes"),
    (
        "claims",
        "dated: 2024-02}",
        "dated: 2024-02, withdrawn: {by: The port, date: 2024-02-01, why: A mistake}}",
        "c-fuel: withdrawn: by The port, 1 February 2024: A mistake",
    ),
    ("events", "high: 26", "high: 28", "e-bal: killed 26 → 26–28"),
    (
        "events",
        "by_source: {s-amu: 26}",
        "by_source: {s-amu: 26, s-port: 28}",
        "e-bal: killed according to Port office (s-port) set: 28",
    ),
    ("events", "when: 2024-01-30", "when: 2024-01-30~", "e-bal: when 30 January 2024 → about 30 January 2024"),
    (
        "agreements",
        "acknowledges: silent",
        "acknowledges: denies",
        "g-fares: party HL (a-line): acknowledges silent → denies",
    ),
    (
        "agreements",
        "To keep the price.",
        "To lower the price.",
        "g-fares: undertaking u-price: text To keep the price. → To lower the price.",
    ),
    ("agreements", "to: 2024-03", "to: 2024-04", "g-fares: in force until March 2024 → April 2024"),
    ("quotes", "speaker: The harbour master", "speaker: A sailor", "q-1: speaker The harbour master → A sailor"),
    (
        "sources",
        "reliability: C",
        "reliability: B",
        "s-amu: reliability C → B (usually reliable, before: fairly reliable)",
    ),
    (
        "actors",
        "type: part-of",
        "type: opposes",
        "a-line: relation: added opposes The Group (a-group): claims: A stop (c-stop); "
        "dropped part of The Group (a-group): claims: A stop (c-stop)",
    ),
    ("places", "precision: site", "precision: town", "p-quay: precision site → town"),
    ("hypotheses", "label: Fuel, judgement: j-1", "label: Fuel, judgement: j-2", "h-fuel: judgement j-1 → j-2"),
    ("ach", "h-ice: I,", "h-ice: II,", "Ice (h-ice) speaks against → speaks strongly against"),
    ("assumptions", "The ice holds.", "The ice melts.", "k-ice: text The ice holds. → The ice melts."),
    ("indicators", "state: not-seen", "state: seen", "i-crew: state not seen → seen"),
    ("gaps", "due: 2024-02-04", "due: 2024-02-06", "n-fuel: due 4 February 2024 → 6 February 2024"),
    (
        "requirements",
        "Whether to send staff",
        "Whether to hire",
        "pir-1: decision Whether to send staff → Whether to hire",
    ),
    (
        "impact",
        "Leave by Thursday [@c-stop].",
        "Leave by Thursday [@c-fuel].",
        "im-staff: cited in text: added Fuel (c-fuel); dropped A stop (c-stop)",
    ),
    ("actions", "for: Head, text", "for: Deputy, text", "ac-boat: for whom Head → Deputy"),
    (
        "product",
        "as_of: 2024-02-02",
        "as_of: 2024-02-03",
        "FERRY-001: information cut-off 2 February 2024 → 3 February 2024",
    ),
    ("product", "TLP:GREEN", "TLP:CLEAR", "FERRY-001: marking TLP:GREEN → TLP:CLEAR"),
    ("bluf", "likely to stop [@c-stop]. {j-1}", "likely to stop. {j-1}", "cited in text: dropped A stop (c-stop)"),
    (
        "narrative",
        "said nothing of it",
        "said a little of it",
        "text “The line said nothing of it.” → “The line said a little of it.”",
    ),
    (
        "outlook",
        "comes on 9 February",
        "comes on 8 February",
        "text “The next issue comes on 9 February.” → “The next issue comes on 8 February.”",
    ),
    ("figures", "kind: timeline, caption", "kind: incident-map, caption", "f-course: kind timeline → incident map"),
    (
        "waivers",
        "Only one report was to be had.",
        "Nobody else writes of it.",
        "reason “Only one report was to be had.” → “Nobody else writes of it.”",
    ),
]


@pytest.mark.parametrize(("section", "old", "new", "sentence"), SENTENCES)
def test_a_change_is_said_in_words(section, old, new, sentence):
    found = [
        f"{change.id}: {edit}" if change.id else str(edit)
        for change in compare(made(), altered((old, new)))
        for edit in change.edits
        if change.section == section and change.kind == "changed"
    ]
    assert sentence in found


def test_every_section_has_a_sentence():
    assert {section for section, *_ in SENTENCES} | {"datasets"} == set(SECTIONS)


def test_other_rows_of_a_data_set_are_seen():
    more = told(made(), made(calls=CALLS.replace(",2,Crew", ",5,Crew")))
    assert "datasets changed d-calls: killed 3 → 6" in more
    elsewhere = told(made(), made(calls=CALLS.replace("2024-01-03", "2024-01-02")))
    assert any("contents" in line for line in elsewhere)


def leaves(value, path=()):
    """Return the ways to all single values in a record."""
    if isinstance(value, dict):
        return [leaf for key, one in value.items() for leaf in leaves(one, (*path, key))]
    if isinstance(value, tuple):
        return [leaf for place, one in enumerate(value) for leaf in leaves(one, (*path, place))]
    return [] if value is None else [path]


def put(value, path, changed):
    """Return *value* with what *changed* makes of the single value at *path*."""
    if not path:
        return changed(value)
    if isinstance(value, dict):
        return value | {path[0]: put(value[path[0]], path[1:], changed)}
    return (*value[: path[0]], put(value[path[0]], path[1:], changed), *value[path[0] + 1 :])


def other(value):
    if isinstance(value, bool):
        return not value
    if isinstance(value, (int, float)):
        return value + 1
    return {"low": "high", "moderate": "high"}.get(
        value, "2023" if value[:1].isdigit() else "TLP:RED" if value.startswith("TLP") else "zz9"
    )


def test_no_field_is_passed_over():
    whole = made()
    unseen = []
    for name in (field.name for field in fields(Edition) if field.name not in ("marking", "product")):
        for path in leaves(getattr(whole, name)):
            if path[-1] == "id" or set(path) & set(ROWS):
                continue
            changed = replace(whole, **{name: put(getattr(whole, name), path, other)})
            if not compare(whole, changed):
                unseen.append((name, path))
    assert unseen == []


# One side only


def test_a_sheet_that_is_new_is_all_added_and_one_that_is_gone_all_removed():
    assert {kind for _, kind in kinds(None, made())} == {"added"}
    assert {kind for _, kind in kinds(made(), None)} == {"removed"}
    assert sum(kinds(None, made()).values()) == sum(len(records(made(), name)) for name in SECTIONS)


def test_a_new_record_says_what_it_is():
    more = '  - {id: j-3, text: "It is {likelihood} to snow.", likelihood: likely, confidence: low}\nhypotheses:'
    found = [one for one in compare(made(), altered(("hypotheses:", more))) if one.kind == "added"]

    assert [(one.id, one.name) for one in found] == [("j-3", "It is likely to snow.")]
    assert [str(edit) for edit in found[0].edits] == ["likelihood set: likely (55–80 %)", "confidence set: low"]


# Matching


def test_a_renamed_record_is_one_and_its_references_are_no_changes():
    found = compare(made(), altered(("c-stop", "c-halt"), ("j-1", "j-9")))

    assert [(one.kind, one.earlier_id, one.id) for one in found] == [
        ("renamed", "j-1", "j-9"),
        ("renamed", "c-stop", "c-halt"),
    ]


def test_a_record_that_is_renamed_and_reworded_is_one_and_its_references_are_no_changes():
    after = altered(("c-stop", "c-halt"), ("will stop on 9 February", "will stop on 8 February"))
    found = compare(made(), after)

    assert [(one.section, one.kind, one.earlier_id, one.id) for one in found] == [
        ("claims", "changed", "c-stop", "c-halt")
    ]
    assert [edit.field for edit in found[0].edits] == ["text"]


def test_a_record_under_another_id_that_says_something_else_is_another():
    found = kinds(made(), altered(("c-stop", "c-halt"), ("The line will stop on 9 February", "Fares rise in spring")))

    assert found["claims", "removed"] == found["claims", "added"] == 1


def test_of_two_records_that_say_nearly_the_same_none_is_taken_for_the_other():
    one, other = (
        "  - {id: n-one, text: Who pays the crew in May.}",
        "  - {id: n-two, text: Who pays the crew in June.}",
    )
    twice = f"\n{one}\n{other}\nimpact:\n"
    after = twice.replace("n-", "n-n-").replace("May", "July").replace("June", "July")

    assert kinds(altered(("\nimpact:\n", twice)), altered(("\nimpact:\n", after))) == {
        ("gaps", "removed"): 2,
        ("gaps", "added"): 2,
    }


def test_of_two_records_that_say_the_same_none_is_taken_for_the_other():
    twice = "\n  - {id: n-one, text: Who pays.}\n  - {id: n-two, text: Who pays.}\nimpact:\n"
    before, after = altered(("\nimpact:\n", twice)), altered(("\nimpact:\n", twice.replace("n-", "n-n-")))

    assert kinds(before, after) == {("gaps", "removed"): 2, ("gaps", "added"): 2}


def test_another_order_moves_as_few_records_as_explain_it():
    whole = made()
    turned = replace(whole, judgements=whole.judgements[::-1], sources=whole.sources[::-1])
    assert [(one.section, one.kind) for one in compare(whole, turned)] == [
        ("judgements", "moved"),
        ("sources", "moved"),
    ]
    assert not any(one.substance for one in compare(whole, turned))


def test_paragraphs_are_matched_by_heading_and_by_words():
    shorter = altered(
        ('    - {heading: The line, text: "The line said nothing of it [@c-stop]."}\n', ""),
        ("short at the quay for two weeks", "short at the quay for three weeks"),
    )
    found = [(one.kind, one.name) for one in compare(made(), shorter) if one.section == "narrative"]

    assert found == [
        ("changed", "Fuel has been short at the quay for three weeks."),
        ("removed", "The line"),
    ]


def test_a_bottom_line_is_the_bottom_line_however_it_reads():
    assert kinds(made(), altered(("The ferry is likely to stop [@c-stop]. {j-1}", "Snow fell. {j-2}"))) == {
        ("bluf", "changed"): 1
    }


# What may be seen


def test_what_an_edition_withholds_is_neither_told_nor_counted():
    hidden = "  - {id: c-deep, label: Deep, text: Known to few., sources: s-deep, portion: TLP:RED}\nagreements:"
    source = "  - {id: s-deep, title: Deep source, portion: TLP:RED}\nactors:"
    text = TEXT.replace("agreements:", hidden).replace("actors:\n", f"{source}\n", 1)

    assert compare(*alike(released(TEXT, "TLP:GREEN"), released(text, "TLP:GREEN"))) == ()
    assert kinds(made(), made(text)) == {("claims", "added"): 1, ("sources", "added"): 1}


def test_records_that_are_numbered_anew_keep_their_numbers_from_side_to_side():
    before = TEXT.replace("claims:\n", "claims:\n  - {id: c-deep, text: Deep., sources: s-amu, portion: TLP:RED}\n", 1)
    after = TEXT.replace("claims:\n", "claims:\n  - {id: c-first, text: First., sources: s-amu}\n", 1)
    found = compare(*alike(released(before, "TLP:GREEN"), released(after.replace("2024-02}", "2024-03}"), "TLP:GREEN")))

    assert [(one.kind, one.id, [str(edit) for edit in one.edits]) for one in found if one.section == "claims"] == [
        ("changed", "c-3", ["dated February 2024 → March 2024"]),
        ("added", "c-1", ["sources: added Amu TV (s-1)"]),
    ]
    assert all(one.id in (None, "FERRY-001") or one.id.rpartition("-")[2].isdigit() for one in found)


# Who may read it

PART = ("text: Fuel is short at the quay.", 'text: "Fuel is short[ at the quay]{TLP:AMBER}."')
HELD = TEXT.replace(*PART)
TORN = TEXT.replace("    resolve:", "    releasable: {TLP:CLEAR: So we hear in the town.}\n    resolve:")
BARE = TEXT.replace('  handling: {tlp: "TLP:GREEN", community: Harbour towns}\n', "")
MARKINGS = [
    (TEXT, HELD, "c-fuel: marks in the text: added TLP:AMBER “at the quay”"),
    (
        HELD,
        HELD.replace("TLP:AMBER", "TLP:RED"),
        "c-fuel: marks in the text: added TLP:RED “at the quay”; dropped TLP:AMBER “at the quay”",
    ),
    (
        HELD,
        HELD.replace("short[ at", "[short at"),
        "c-fuel: marks in the text TLP:AMBER: words at the quay → short at the quay",
    ),
    (
        TEXT,
        TEXT.replace("scope: What the ferry does.", 'scope: "[What]{TLP:RED} the ferry does."'),
        "FERRY-001: marks in the text: added TLP:RED “What”",
    ),
    (TEXT, TORN, "j-1: tear line TLP:CLEAR set: So we hear in the town."),
    (TORN, TORN.replace("TLP:CLEAR", "TLP:GREEN"), "j-1: tear line TLP:CLEAR dropped: So we hear in the town."),
    (
        TORN,
        TORN.replace("in the town", "in all towns"),
        "j-1: tear line TLP:CLEAR “So we hear in the town.” → “So we hear in all towns.”",
    ),
    (
        TEXT,
        TEXT.replace("id: c-fuel,", "id: c-fuel, portion: TLP:AMBER,"),
        "c-fuel: marking of the record set: TLP:AMBER",
    ),
    (TEXT, TEXT.replace("TLP:GREEN", "TLP:AMBER"), "FERRY-001: marking TLP:GREEN → TLP:AMBER"),
    (TEXT, TEXT.replace("community: Harbour towns", "caveats: Not by post"), "FERRY-001: caveats: added Not by post"),
    (TEXT, BARE, "FERRY-001: marking by the desk’s settings set: TLP:CLEAR"),
]


@pytest.mark.parametrize(("before", "after", "sentence"), MARKINGS)
def test_who_may_read_what_is_of_substance(before, after, sentence):
    changes = [one for one in compare(made(before), made(after)) if one.kind == "changed"]

    assert sentence in [f"{one.id}: {edit}" for one in changes for edit in one.edits if edit.substance]


def test_a_marked_part_in_other_wording_is_other_wording():
    found = compare(made(HELD), made(HELD.replace("at the quay]", "at that quay]")))

    assert [(one.kind, one.id) for one in found] == [("minor", "c-fuel")]


def test_a_new_record_says_who_may_read_it():
    more = "  - {id: c-deep, text: 'Known [to few]{TLP:RED}.', portion: TLP:AMBER}\nagreements:"
    (found,) = compare(made(), altered(("agreements:", more)))
    told = [str(edit) for edit in found.edits]

    assert "marking of the record set: TLP:AMBER" in told
    assert "marks in the text: added TLP:RED “to few”" in told


@pytest.mark.parametrize(
    "after", [HELD.replace("TLP:AMBER", "TLP:RED"), HELD.replace("quay]", "port, they say]"), TORN]
)
def test_readers_outside_are_told_of_no_mark_above_them_and_of_no_tear_line_they_do_not_get(after):
    assert compare(*alike(released(HELD, "TLP:GREEN"), released(after.replace(*PART), "TLP:GREEN"))) == ()


# Laws


def shuffled(draw, whole: Edition) -> Edition:
    chosen: dict[str, Any] = {}
    for name in ("judgements", "claims", "events", "sources", "gaps", "waivers", "ach", "figures"):
        one = draw(st.permutations(getattr(whole, name)))
        chosen[name] = tuple(one[: draw(st.integers(0, len(one)))])
    if chosen["judgements"] and draw(st.booleans()):
        first = chosen["judgements"][0]
        term = draw(st.sampled_from(["likely", "unlikely", "very-likely"]))
        chosen["judgements"] = ({**first, "likelihood": term}, *chosen["judgements"][1:])
    return renamed(replace(whole, **chosen), draw(st.sampled_from([{}, {"c-stop": "c-other"}, {"s-amu": "s-new"}])))


@st.composite
def editions(draw):
    return shuffled(draw, made())


@given(editions())
@settings(max_examples=25)
def test_an_edition_does_not_differ_from_itself(one):
    assert compare(one, replace(one)) == ()


@given(editions(), editions())
@settings(max_examples=40)
def test_what_was_added_one_way_was_removed_the_other_way(one, other):
    there, back = kinds(one, other), kinds(other, one)

    assert there == Counter({(section, MIRROR.get(kind, kind)): count for (section, kind), count in back.items()})
