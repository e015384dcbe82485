"""The note to a reader: every sentence that it can say, each from a small pair of sheets, and nothing twice."""

from __future__ import annotations

import pytest

from briefgen.change import Comparison, Side, alike, compared
from briefgen.edition import Edition
from tests.change.editions import TEXT, altered, made, released

CHANGED = "changed: {from: likely, why: The port spoke.}\n    horizon: 2024-02-09"
ROW = "  - {claim: c-stop, h-fuel: I, h-ice: N}\nindicators:"
EVENT = """\
  - id: e-fire
    title: A fire at the quay
    when: 2024-02-01
    where: p-quay
    type: attack
    harm: {killed: {low: 3, high: 4, by_source: {s-amu: 3, s-port: {low: 4, note: Figures of others}}}}
    attribution: {claimed_by: a-group, note: twice}
    claims: [c-stop, c-said]
datasets:"""
SAID = "  - {id: c-said, text: The Group says so., sources: s-port, said_by: a-group, credibility: 3}\nagreements:"
FUEL = "text: Fuel is short at the quay."
BLUF = 'bluf: "The ferry is likely to stop [@c-stop]. {j-1}"'
NARRATIVE = '    - {heading: The line, text: "The line said nothing of it [@c-stop]."}\n'


def comparison(before: Edition | None, after: Edition | None, outside: bool = False) -> Comparison:
    both = (("old.yaml", before), ("new.yaml", after))
    old, new = (Side(name, one, outside=outside) if one else None for name, one in both)
    return compared(old, new, continued=False)


def note(before: Edition, after: Edition) -> list[str]:
    """Return the sentences of a note, each behind its lead."""
    return [f"{group.lead}: {one.words}" for group in comparison(before, after).note for one in group.sentences]


SENTENCES = [
    # judgements
    (
        [("likelihood: unlikely", "likelihood: likely"), ("horizon: 2024-02-09", CHANGED)],
        "Judged differently: Raised from unlikely (20–45 %) to likely (55–80 %): that the ferry stops by "
        "9 February 2024. Why: The port spoke. Confidence stays low.",
    ),
    (
        [
            (
                'text: "Fares are {likelihood} to rise.", likelihood: likely',
                'text: "Fares are {likelihood} to rise.", likelihood: unlikely',
            )
        ],
        "Judged differently: Lowered from likely (55–80 %) to unlikely (20–45 %): Fares are unlikely to rise. "
        "Confidence stays moderate.",
    ),
    (
        [("likelihood: unlikely", "likelihood: roughly-even-chance"), ("confidence: low", "confidence: moderate")],
        "Judged differently: Raised from unlikely (20–45 %) to a roughly even chance (45–55 %): that the ferry stops "
        "by 9 February 2024. Confidence raised from low to moderate.",
    ),
    (
        [("confidence: low", "confidence: high")],
        "Judged differently: Confidence raised from low to high: “It is unlikely that the ferry stops by "
        "9 February 2024.”",
    ),
    (
        [
            (
                "hypotheses:",
                '  - {id: j-3, text: "It is {likelihood} to snow.", likelihood: likely, confidence: low}\nhypotheses:',
            )
        ],
        "New judgements: It is likely to snow (55–80 %; confidence low).",
    ),
    (
        [("The ferry lies still, by", "The ferry lies still, outcome: true, by"), ("horizon: 2024-02-09", CHANGED)],
        "Judgements decided: Came true: “It is unlikely that the ferry stops by 9 February 2024.” The port spoke.",
    ),
    (
        [("The ferry lies still, by", "The ferry lies still, outcome: false, by")],
        "Judgements decided: Did not come true: “It is unlikely that the ferry stops by 9 February 2024.”",
    ),
    (
        [("horizon: 2024-02-09", CHANGED.replace("likely", "unlikely"))],
        "Reviewed and kept: “It is unlikely that the ferry stops by 9 February 2024.” The port spoke.",
    ),
    (
        [("that the ferry stops by", "that the ferry does not stop by")],
        "Judgements reworded: Now “It is unlikely that the ferry does not stop by 9 February 2024.” Before “It is "
        "unlikely that the ferry stops by 9 February 2024.” A negation differs.",
    ),
    (
        [("Fares are {likelihood} to rise.", "Two fares are {likelihood} to rise.")],
        "Judgements reworded: Now “Two fares are likely to rise.” Before “Fares are likely to rise.” A number differs.",
    ),
    (
        [
            (
                "    evidence: {for: c-stop, against: c-fuel}",
                "    key: false\n    evidence: {for: c-stop, against: c-fuel}",
            )
        ],
        "Also on judgements: “It is unlikely that the ferry stops by 9 February 2024.” No longer a key judgement.",
    ),
    (
        [("horizon: 2024-02-09", "horizon: 2024-02-11")],
        "Also on judgements: “It is unlikely that the ferry stops by 9 February 2024.” It now runs until "
        "11 February 2024 (before: 9 February 2024).",
    ),
    (
        [
            (
                "horizon: 2024-02-09",
                "dissent: {by: A clerk, likelihood: likely, text: I saw it.}\n    horizon: 2024-02-09",
            )
        ],
        "Also on judgements: “It is unlikely that the ferry stops by 9 February 2024.” A clerk dissents: likely "
        "(55–80 %). “I saw it.”",
    ),
    # the bottom line and what it means
    ([(BLUF, 'bluf: "Snow fell. {j-1}"')], "Bottom line: Snow fell."),
    ([("Leave by Thursday [@c-stop].", "Stay [@c-stop].")], "What it means: Staff: Stay."),
    # hypotheses, scenarios, indicators
    (
        [("indicators:", ROW.replace("h-fuel: I", "h-fuel: II"))],
        "Rival explanations: “Ice” now has least against it. Before, it was “Fuel”. Items against: “Fuel” 1, one "
        "strongly (before 0); “Ice” 1 (as before). New evidence: “A stop”.",
    ),
    (
        [("The ferry runs on, likelihood: likely", "The ferry runs on, likelihood: unlikely")],
        "Scenarios: Lowered from likely (55–80 %) to unlikely (20–45 %): “The ferry runs on”",
    ),
    (
        [("state: not-seen", "state: seen")],
        "Indicators: The crew goes home: now seen (before: not seen).",
    ),
    (
        [("checked: 2024-02-01", "checked: 2024-02-02")],
        "Indicators: Still not seen on 2 February 2024: The crew goes home.",
    ),
    (
        [("scenarios:", "  - {id: i-ice, text: Ice breaks, judgement: j-1, state: seen}\nscenarios:")],
        "Indicators: Ice breaks: seen (newly watched).",
    ),
    # who may read it
    (
        [("id: c-fuel,", "id: c-fuel, portion: TLP:AMBER,")],
        "Marked differently: (TLP:AMBER) “Fuel is short at the quay”: marked TLP:AMBER, before TLP:GREEN, as the "
        "document.",
    ),
    (
        [(FUEL, 'text: "Fuel is[ short]{TLP:RED} at the quay."')],
        "Marked differently: (in part TLP:RED) “Fuel is short at the quay”: the words “short” are marked TLP:RED, "
        "before as the rest.",
    ),
    (
        [("    resolve:", "    releasable: {TLP:CLEAR: So we hear.}\n    resolve:")],
        "Marked differently: “It is unlikely that the ferry stops by 9 February 2024”: tear line for TLP:CLEAR: “So we "
        "hear.”",
    ),
    # events: who did it is always somebody's word
    (
        [("datasets:", EVENT), ("agreements:", SAID)],
        "New events: A fire at the quay, East Quay, 1 February 2024, according to Amu TV (from Port office). Killed: "
        "3–4 (3 according to Amu TV; at least 4 according to Port office, figures of others). Claimed by The Group "
        "(twice), according to Port office.",
    ),
    (
        [("high: 26", "high: 28"), ("{s-amu: 26}", "{s-amu: 26, s-port: 28}")],
        "Events told differently: The quay collapses. Killed: 26–28 (before: 26); 28 according to Port office (new).",
    ),
    (
        [("when: 2024-01-30", "when: 2024-01-31")],
        "Events told differently: The quay collapses. Dated 31 January 2024 (before: 30 January 2024).",
    ),
    (
        [
            (
                "    claims: c-stop\ndatasets:",
                "    attribution: {accused: a-group, assessed: likely}\n    claims: c-stop\ndatasets:",
            )
        ],
        "Events told differently: The quay collapses. Laid to The Group, according to Amu TV (from Port office). "
        "We judge: likely (55–80 %).",
    ),
    # agreements
    (
        [
            ("form: verbal", "form: signed"),
            ("as_of: 2024-02-02}\n    undertakings", "as_of: 2024-02-03}\n    undertakings"),
        ],
        "Agreements: Fares. Now reported as signed (before: verbal). Still unconfirmed on 3 February 2024.",
    ),
    ([("acknowledges: silent", "acknowledges: denies")], "Agreements: Fares. HL: denies it (before: silent)."),
    (
        [("assessed: unlikely}", "assessed: likely}")],
        "Agreements: Fares. Whether an undertaking by HL was broken by “The quay collapses”: nobody alleges it; we "
        "judge: likely (55–80 %).",
    ),
    (
        [("assessed: unlikely}", "alleged_by: a-group}")],
        "Agreements: Fares. That an undertaking by HL was broken by “The quay collapses”: alleged by The Group; not "
        "judged.",
    ),
    # claims
    (
        [("dated: 2024-02}", "dated: 2024-02, withdrawn: {by: The port, date: 2024-02-01, why: A mistake}}")],
        "Claims withdrawn by their sources: “Fuel is short at the quay.” Withdrawn by The port, 1 February 2024: A "
        "mistake.",
    ),
    (
        [("will stop on 9 February", "will stop on 8 February")],
        "Claims that say something else: Now “The line will stop on 8 February.” Before “The line will stop on "
        "9 February.” A number differs.",
    ),
    (
        [("credibility: 3", "credibility: 4")],
        "Claims graded differently: “The line will stop on 9 February.” Lowered to doubtful (4), before possibly true "
        "(3).",
    ),
    (
        [
            (
                "agreements:",
                SAID.replace("credibility", "contradicts: {claim: c-stop, treatment: Both are kept}, credibility"),
            )
        ],
        "Reports that contradict each other: “The Group says so” (Port office; possibly true); “The line will stop on "
        "9 February” (Amu TV (from Port office); possibly true). Both are kept.",
    ),
    # sources
    (
        [("\nactors:\n", "\n  - {id: s-new, title: New, publisher: The Bell, access: excerpt}\nactors:\n")],
        "Sources: One new source, read in excerpt: The Bell.",
    ),
    (
        [("reliability: C", "reliability: D")],
        "Sources: Amu TV: lowered to not usually reliable (D), before fairly reliable (C).",
    ),
    (
        [("[{ref: s-amu, via: s-port}]", "[{ref: s-amu, via: s-port}, {ref: s-port}]")],
        "Sources: “A stop”: 2 reports (before: 1), still 1 origin.",
    ),
    # the text and the document
    ([("heading: The line", "heading: Silence")], "The text: Headed anew: “Silence” (before: “The line”)."),
    (
        [
            (NARRATIVE, ""),
            ('{text: "Fuel has been', '{heading: Fuel, text: "So the line says [@c-stop]. Fuel has been'),
        ],
        "The text: “The line” is shortened and merged into “Fuel”; the claims stand.",
    ),
    (
        [(NARRATIVE, ""), (BLUF, 'bluf: "Snow fell. {j-1}"'), ("Thursday [@c-stop]", "Thursday [@c-fuel]")],
        "The text: No longer told, and not retracted: “A stop”.",
    ),
    ([("next_issue: 2024-02-09", "next_issue: 2024-02-16")], "Next issue: 16 February 2024."),
]


@pytest.mark.parametrize(("pairs", "sentence"), SENTENCES)
def test_a_change_is_told_in_a_sentence(pairs, sentence):
    assert sentence in note(made(), altered(*pairs))


GONE = [
    (
        ("hypotheses:", '  - {id: j-3, text: "It is {likelihood} to snow.", likelihood: likely}\nhypotheses:'),
        "Judgements dropped: It is likely to snow.",
    ),
    (
        ("agreements:", "  - {id: c-more, text: Snow fell., sources: s-amu}\nagreements:"),
        "Claims dropped: Snow fell.",
    ),
    (
        ("datasets:", "  - {id: e-more, title: Snow falls, when: 2024-01-02, type: other}\ndatasets:"),
        "Events dropped: Snow falls",
    ),
    (
        ("scenarios:", "  - {id: i-ice, text: Ice breaks, judgement: j-1, state: seen}\nscenarios:"),
        "Indicators: Ice breaks: no longer watched.",
    ),
    (
        ("\ngaps:", "\n  - {id: sc-more, text: Snow falls, likelihood: likely}\ngaps:"),
        "Scenarios: No longer considered: “Snow falls”",
    ),
    (
        ("\nach:", "\n  - {id: h-more, text: Snow is the cause}\nach:"),
        "Rival explanations: No longer considered: “Snow is the cause”",
    ),
    (
        ("actions:", "  - {id: im-more, for: Crew, text: Wear boots.}\nactions:"),
        "What it means: Crew, no longer said: “Wear boots.”",
    ),
    (
        ("\nactors:\n", "\n  - {id: s-more, title: More, publisher: The Bell}\nactors:\n"),
        "Sources: No longer used: The Bell.",
    ),
]


@pytest.mark.parametrize(("more", "sentence"), GONE)
def test_what_is_gone_is_told(more, sentence):
    assert sentence in note(altered(more), made())


def test_a_dissent_that_is_given_up_is_told():
    dissent = (
        "horizon: 2024-02-09",
        "dissent: {by: A clerk, likelihood: likely, text: I saw it.}\n    horizon: 2024-02-09",
    )

    assert any("A clerk no longer dissents." in one for one in note(altered(dissent), made()))


def test_of_a_paragraph_that_lost_a_claim_nobody_says_that_its_claims_stand():
    more = ("agreements:", "  - {id: c-more, text: Snow fell., sources: s-amu}\nagreements:")
    told = (NARRATIVE, NARRATIVE.replace("[@c-stop]", "[@c-stop; @c-more]"))
    after = altered(
        (NARRATIVE, ""), ('{text: "Fuel has been', '{heading: Fuel, text: "So they say [@c-stop]. Fuel has been')
    )

    assert "The text: “The line” is shortened and merged into “Fuel”." in note(altered(more, told), after)


def test_an_outlook_that_only_repeats_judgements_takes_nothing_back():
    outlook = ('outlook: [{text: "The next', 'outlook: [{text: "{j-2}"}, {text: "The next')

    assert note(altered(outlook), made()) == [
        "The text: The outlook no longer repeats the judgement “Fares are likely to rise”."
    ]


def test_an_old_reason_is_none_for_what_is_new():
    reason = ("horizon: 2024-02-09", CHANGED)
    after = altered(reason, ("likelihood: unlikely", "likelihood: likely"))

    assert note(altered(reason), after)[0].startswith("Judged differently: Raised from unlikely")
    assert "The port spoke" not in note(altered(reason), after)[0]


def test_a_number_in_a_paragraph_is_told():
    assert note(made(), altered(("quay for two weeks", "quay for ten weeks"))) == [
        "The text: “Fuel has been short at the quay for ten weeks.”: A number differs."
    ]


def test_a_note_tells_judgements_first_and_the_next_issue_last():
    after = altered(
        ("likelihood: unlikely", "likelihood: likely"),
        ("high: 26", "high: 28"),
        ("reliability: C", "reliability: B"),
        (BLUF, 'bluf: "Snow fell. {j-1}"'),
        ("next_issue: 2024-02-09", "next_issue: 2024-02-16"),
    )

    assert [one.lead for one in comparison(made(), after).note] == [
        "Judged differently",
        "Bottom line",
        "Events told differently",
        "Sources",
        "Next issue",
    ]


def test_what_the_note_tells_is_not_told_again_in_detail():
    after = altered(
        ("likelihood: unlikely", "likelihood: likely"),
        ("basis: One report says so", "basis: Two reports say so"),
        ("datasets:", EVENT),
        ("agreements:", SAID),
    )
    told = {one.section: one.changes for one in comparison(made(), after).details}

    assert [edit.field for change in told["judgements"] for edit in change.edits] == ["basis"]
    assert "events" not in told


def test_what_has_no_room_in_the_note_stands_in_detail():
    more = "".join(f"  - {{id: e-{n}, title: Day {n}, when: 2024-01-0{n}, type: other}}\n" for n in range(1, 8))
    found = comparison(made(), altered(("datasets:", f"{more}datasets:")))

    assert [len(group.shown) for group in found.note] == [5]
    assert [one.words for detail in found.details for one in detail.sentences] == [
        "Day 6, 6 January 2024.",
        "Day 7, 7 January 2024.",
    ]


PARTS = [
    ("[ short]{TLP:RED} at", "[ short]{TLP:AMBER} at", "the words “short” are marked TLP:AMBER, before TLP:RED."),
    ("[ short]{TLP:RED} at", " short at", "the words “short” are no longer marked TLP:RED."),
    ("[ so short]{TLP:RED}", " so[ short]{TLP:RED}", "marked TLP:RED are the words “short”, before “so short”."),
]


@pytest.mark.parametrize(("before", "after", "words"), PARTS)
def test_which_words_are_marked_otherwise_is_told(before, after, words):
    old, new = (altered((FUEL, f'text: "Fuel is{part} here."')) for part in (before, after))

    assert [one.partition("”: ")[2] for one in note(old, new)] == [words]


def test_a_sentence_bears_the_marking_of_its_record_and_the_note_the_highest():
    amber = TEXT.replace("id: c-fuel,", "id: c-fuel, portion: TLP:AMBER,")
    found = comparison(made(amber), made(amber.replace("Fuel is short", "Fuel is not short")))

    assert [one.words[:12] for group in found.note for one in group.sentences] == ["(TLP:AMBER) "]
    assert found.both.labels == {"TLP:GREEN", "TLP:AMBER"}


def test_no_id_is_told_to_a_reader():
    after = altered(
        ("likelihood: unlikely", "likelihood: likely"),
        ("against: c-fuel", "against: [c-fuel, c-stop]"),
        ("judgement: j-1, state", "judgement: [j-1, j-2], state"),
        ("assumptions:\n", "assumptions:\n  - {id: k-wind, text: The wind drops., if_wrong: [j-1, j-2]}\n"),
    )
    found = comparison(made(), after)
    words = [one.words for group in found.note for one in group.sentences]
    words += [str(edit) for one in found.told for edit in one.edits] + [one.name for one in found.told]

    assert not [one for one in words if any(f"{kind}-" in one for kind in ("j", "c", "k", "i"))]
    assert any("c-stop" in str(edit) for one in found.changes for edit in one.edits)


# Outside the desk


def outside(before: str, after: str) -> Comparison:
    return comparison(*alike(released(before, "TLP:GREEN"), released(after, "TLP:GREEN")), outside=True)


def everything(found: Comparison) -> str:
    told = [*found.told, *found.changes]
    words = [one.words for group in found.note for one in group.sentences]
    words += [part for one in told for part in (one.name, *(str(edit) for edit in one.edits))]
    return "\n".join([*words, *(word for one in told for edit in one.edits for word in (*edit.before, *edit.after))])


@pytest.mark.parametrize("record", ["c-fuel", "e-bal", "n-fuel", "i-crew", "sc-runs", "s-port"])
def test_a_record_that_is_marked_higher_now_is_counted_and_not_pointed_at(record):
    raised = TEXT.replace(f"id: {record},", f"id: {record}, portion: TLP:RED,").replace(
        f"id: {record}\n", f"id: {record}\n    portion: TLP:RED\n"
    )
    assert raised != TEXT
    found = outside(TEXT, raised)
    words = {
        "c-fuel": "short at the quay.",
        "e-bal": "collapses",
        "n-fuel": "How much fuel",
        "i-crew": "crew",
        "sc-runs": "runs on",
        "s-port": "Port office",
    }

    assert words[record] not in everything(found)
    assert any("no longer in this edition" in one.name for one in found.told)


def test_readers_outside_are_told_how_many_records_are_gone():
    found = outside(TEXT, TEXT.replace("id: c-fuel,", "id: c-fuel, portion: TLP:RED,"))

    assert found.note[-1].lead == "No longer in this edition"
    assert "Claims: 1." in [one.words for one in found.note[-1].sentences]
    assert not [one for detail in found.details for one in detail.changes if "no longer" in one.name]


def test_whether_a_record_was_dropped_or_raised_is_not_told():
    more = "  - {id: c-more, text: Snow fell in the hills., sources: s-amu}\nagreements:"
    text = TEXT.replace("agreements:", more)
    dropped, raised = outside(text, TEXT), outside(text, text.replace("c-more,", "c-more, portion: TLP:RED,"))

    assert dropped.told == raised.told
    assert [one.name for one in dropped.told] == ["1 no longer in this edition"]


def test_words_that_are_marked_higher_now_are_not_quoted():
    marked = TEXT.replace("text: Fuel is short at the quay.", 'text: "Fuel is short[ at the quay]{TLP:RED}."')
    found = outside(TEXT, marked)

    assert "Fuel is short" in everything(found)
    assert "short at the quay" not in everything(found)


def test_a_dissent_that_is_marked_higher_now_is_not_given_up():
    dissent = "dissent: {by: A clerk, text: I saw it with my eyes.}\n    horizon: 2024-02-09"
    text = TEXT.replace("horizon: 2024-02-09", dissent)
    found = outside(text, text.replace("by: A clerk", "portion: TLP:RED, by: A clerk"))

    assert "clerk" not in everything(found)
    assert "eyes" not in everything(found)
