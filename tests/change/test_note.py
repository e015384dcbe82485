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
        "Judgements decided: Forecast: “It is unlikely that the ferry stops by 9 February 2024.” Counted as true by "
        "its test, “The ferry lies still”: The port spoke.",
    ),
    (
        [("The ferry lies still, by", "The ferry lies still, outcome: false, by")],
        "Judgements decided: Forecast: “It is unlikely that the ferry stops by 9 February 2024.” Counted as not true "
        "by its test, “The ferry lies still”.",
    ),
    (
        [("horizon: 2024-02-09", CHANGED.replace("likely", "unlikely"))],
        "Reviewed and kept: “It is unlikely that the ferry stops by 9 February 2024” (20–45 %, confidence low, as "
        "before). The port spoke.",
    ),
    (
        [("that the ferry stops by", "that the ferry does not stop by")],
        "Judgements that say something else: Reversed: Now “It is unlikely that the ferry does not stop by 9 "
        "February 2024.” Before “It is "
        "unlikely that the ferry stops by 9 February 2024.”",
    ),
    (
        [("Fares are {likelihood} to rise.", "Two fares are {likelihood} to rise.")],
        "Judgements that say something else: A number differs. Now “Two fares are likely to rise.” Before “Fares are "
        "likely to rise.”",
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
        "Also on judgements: “It is unlikely that the ferry stops by 9 February 2024.” It now covers "
        "the time up to 11 February 2024 (before: 9 February 2024).",
    ),
    (
        [
            (
                "horizon: 2024-02-09",
                "dissent: {by: A clerk, likelihood: likely, text: I saw it.}\n    horizon: 2024-02-09",
            )
        ],
        "Also on judgements: “It is unlikely that the ferry stops by 9 February 2024.” A clerk now dissents: "
        "likely (55–80 %). “I saw it.”",
    ),
    # the bottom line and what it means
    (
        [(BLUF, 'bluf: "Snow fell. {j-1}"')],
        "Bottom line: Snow fell. It is unlikely that the ferry stops by 9 February 2024.",
    ),
    ([("Leave by Thursday [@c-stop].", "Stay [@c-stop].")], "What it means: Staff: Stay. Before: “Leave by Thursday”."),
    # what is not known, what is assumed, what to watch
    (
        [("gaps:\n", "gaps:\n  - {id: n-who, text: Who cut the cable., due: 2024-02-06}\n")],
        "Open questions, new or changed: New: Who cut the cable. Due 6 February 2024.",
    ),
    (
        [("due: 2024-02-04", "due: 2024-02-08")],
        "Open questions, new or changed: How much fuel there is. Due 8 February 2024 (before: 4 February 2024).",
    ),
    (
        [("How much fuel there is.", "How much fuel there is at the quay and who has it.")],
        "Open questions, new or changed: Now asked more exactly (added: “at the quay and who has it”): How much fuel "
        "there is at the quay and who has it.",
    ),
    (
        [("How much fuel there is.", "Who sells the fuel.")],
        "Open questions, new or changed: Now asked differently: Who sells the fuel.",
    ),
    (
        [("assumptions:\n", "assumptions:\n  - {id: k-wind, text: The wind drops., if_wrong: [j-1, j-2]}\n")],
        "Assumptions, new or changed: New: The wind drops. It bears on what we judge of whether the "
        "ferry stops by 9 February 2024 and “Fares are likely to rise”.",
    ),
    (
        [("The ice holds.", "The ice never holds.")],
        "Assumptions, new or changed: Reversed: Now “The ice never holds.” Before “The ice holds.”",
    ),
    (
        [("The next issue comes on 9 February.", "A strike of the crew would decide more than a notice. {j-2}")],
        "What to watch: A strike of the crew would decide more than a notice.",
    ),
    # hypotheses, scenarios, indicators
    (
        [("indicators:", ROW.replace("h-ice: N", "h-ice: N, note: Only if it froze"))],
        "Rival explanations: “Fuel” and “Ice” now have least against them. Before, it was “Fuel”. Items "
        "against: “Fuel” "
        "1 (before 0); “Ice” 1 (as before). New evidence: “A stop” (only if it froze). Leave out “Fuel” or “A stop”, "
        "and the first place changes or is shared; counts are no probabilities.",
    ),
    (
        [("indicators:", ROW.replace("h-fuel: I", "h-fuel: II"))],
        "Rival explanations: “Ice” now has least against it. Before, it was “Fuel”. Items against: “Fuel” 1, one "
        "strongly (before 0); “Ice” 1 (as before). New evidence: “A stop”. Leave out “A stop”, and the first place "
        "changes or is shared; counts are no probabilities.",
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
        "Marked differently: (in part TLP:RED) “Fuel is [TLP:RED: short] at the quay”: the words “short” are "
        "marked TLP:RED, "
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
        "New events: A fire at the quay, East Quay, Dunmarrow, 1 February 2024, according to Amu TV (from Port "
        "office). Killed: "
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
        "Agreements: Fares. Now reported as signed, not announced (before: verbal, not announced). "
        "Still unconfirmed on 3 February 2024.",
    ),
    (
        [("acknowledges: silent", "acknowledges: denies")],
        "Agreements: Fares. Harbour Line (HL) denies it (before: silent).",
    ),
    (
        [("assessed: unlikely}", "assessed: likely}")],
        "Agreements: Fares. No breach is alleged. We judge it likely (55–80 %) that an undertaking by Harbour Line "
        "(HL) was broken (“The quay collapses”, 30 January 2024).",
    ),
    (
        [("assessed: unlikely}", "assessed: roughly-even-chance, judgement: j-1}")],
        "Agreements: Fares. No breach is alleged. We see a roughly even chance (45–55 %) that the ferry stops by "
        "9 February 2024.",
    ),
    (
        [(", assessed: unlikely}", "}")],
        "Agreements: Fares. No breach is alleged. We have not judged whether an undertaking by Harbour Line (HL) was "
        "broken (“The quay collapses”, 30 January 2024).",
    ),
    (
        [("assessed: unlikely}", "alleged_by: a-group}")],
        "Agreements: Fares. The Group alleges that an undertaking by Harbour Line (HL) was broken (“The quay "
        "collapses”, 30 January 2024); we have not judged it.",
    ),
    # claims
    (
        [("dated: 2024-02}", "dated: 2024-02, withdrawn: {by: The port, date: 2024-02-01, why: A mistake}}")],
        "Claims withdrawn by their sources: “Fuel is short at the quay.” Withdrawn by The port, 1 February 2024: A "
        "mistake.",
    ),
    (
        [("will stop on 9 February", "will stop on 8 February")],
        "Claims that say something else: A number differs. Now “The line will stop on 8 February.” Before “The line "
        "will stop on 9 February.”",
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
        "New contradictions between reports: “The Group says so” (Port office; possibly true) stands against “The "
        "line will stop on 9 February” (Amu TV, from Port office; possibly true). Both are kept.",
    ),
    (
        [
            (
                "credibility: 3}\n  - {id: c-fuel",
                "credibility: 3, contradicts: {claim: c-fuel, treatment: Both stand}}\n  - {id: c-fuel",
            ),
        ],
        "New contradictions between reports: “The line will stop on 9 February” (Amu TV, from Port office; possibly "
        "true) stands against “Fuel is short at the quay” (Port office; probably true). Both stand.",
    ),
    # sources
    (
        [
            (
                "\nactors:\n",
                "\n  - {id: s-new, title: New, publisher: The Bell, access: excerpt, reliability: F}\n"
                "  - {id: s-old, title: Old, publisher: 'PTI, in Post', access: excerpt}\nactors:\n",
            )
        ],
        "Sources: Two new sources, all read in excerpt: The Bell (F: reliability cannot be judged) and PTI (in Post).",
    ),
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
        "Sources: “The line will stop on 9 February”: 2 reports (before: 1), still 1 origin.",
    ),
    # the text and the document
    (
        [
            (NARRATIVE, ""),
            ('{text: "Fuel has been', '{heading: Fuel, text: "So the line says [@c-stop]. Fuel has been'),
        ],
        "The text: “The line” is shortened and merged into “Fuel”; the claims stand.",
    ),
    (
        [(NARRATIVE, ""), (BLUF, 'bluf: "Snow fell. {j-1}"'), ("Thursday [@c-stop]", "Thursday [@c-fuel]")],
        "The text: “The line” is dropped; what it alone told is still in the tables: “The quay collapses”.",
    ),
    (
        [
            ("nothing of it [@c-stop]", "nothing of it"),
            (BLUF, 'bluf: "Snow fell. {j-1}"'),
            ("Thursday [@c-stop]", "Thursday [@c-fuel]"),
        ],
        "The text: No longer in the running text, but still in the tables: “The quay collapses”.",
    ),
    ([("next_issue: 2024-02-09", "next_issue: 2024-02-16")], "Next issue: 16 February 2024."),
]


NEW_BLUF = (BLUF, 'bluf: "{j-1} Snow fell."')
LIKELY = ("likelihood: unlikely", "likelihood: likely")


@pytest.mark.parametrize(("pairs", "sentence"), SENTENCES)
def test_a_change_is_told_in_a_sentence(pairs, sentence):
    assert sentence in note(made(), altered(*pairs))


def test_a_judgement_that_opens_the_bottom_line_is_printed_once():
    wind = "assumptions:\n  - {id: k-wind, text: The wind drops., if_wrong: [j-1, j-2]}\n"
    told = note(made(), altered(NEW_BLUF, LIKELY, ("assumptions:\n", wind)))

    assert told[:2] == [
        "Bottom line: It is likely that the ferry stops by 9 February 2024. Snow fell.",
        "Judged differently: The judgement that opens the bottom line: raised from unlikely (20–45 %) to likely "
        "(55–80 %). Confidence stays low.",
    ]
    assert told[2].endswith(
        "It bears on the judgement that opens the bottom line and what we judge of “Fares are likely to rise”."
    )


def test_a_judgement_is_told_in_full_where_the_bottom_line_is_not_told_or_begins_otherwise():
    last = (BLUF, 'bluf: "Snow fell. {j-1}"')

    for before, after in ((altered(NEW_BLUF), altered(NEW_BLUF, LIKELY)), (made(), altered(last, LIKELY))):
        (moved,) = (one for one in note(before, after) if one.startswith("Judged differently"))
        assert "to likely (55–80 %): that the ferry stops by 9 February 2024." in moved


def test_of_a_new_sheet_a_reader_is_told_the_bottom_line_and_the_key_judgements():
    text = TEXT.replace("confidence: moderate, evidence: c-fuel", "confidence: moderate, key: false")
    found = comparison(None, made(text))

    assert [(group.lead, [one.words for one in group.sentences]) for group in found.note] == [
        ("Bottom line", ["The ferry is likely to stop. It is unlikely that the ferry stops by 9 February 2024."]),
        (
            "Key judgements",
            [
                "It is unlikely that the ferry stops by 9 February 2024 (20–45 %; confidence low). The judgement "
                "covers the time up to 9 February 2024. Basis: One report says so."
            ],
        ),
    ]
    assert not [one for one in found.details if one.section == "bluf"]


def test_of_a_sheet_that_is_gone_there_is_no_note():
    assert comparison(made(), None).note == ()


MORE_GAPS = "gaps:\n" + "".join(
    f"  - {{id: n-{n}, text: {n.capitalize()} is missing., blocks: {blocks}}}\n"
    for n, blocks in (("tar", "[]"), ("rope", "j-2"), ("oil", "j-1"))
)


def test_what_is_asked_as_before_is_counted_and_named_by_the_judgements_that_suffer():
    before = TEXT.replace("gaps:\n", MORE_GAPS)
    after = before.replace("How much fuel there is.", "Who sells the fuel.")

    assert note(made(before), made(after))[-1] == (
        "Open questions, new or changed: As before: three more, above all “Oil is missing” and “Rope is missing”."
    )


def test_a_question_as_before_bears_its_marking_and_is_none_of_those_who_may_not_see_it():
    text = TEXT.replace("gaps:\n", "gaps:\n  - {id: n-oil, text: Oil is missing., blocks: j-1, portion: TLP:AMBER}\n")
    later = text.replace("due: 2024-02-04", "due: 2024-02-08")

    assert "Open questions, new or changed: As before: (TLP:AMBER) “Oil is missing”." in note(made(text), made(later))
    assert "Oil" not in everything(outside(text, later))
    assert "As before" not in everything(outside(text, later))


def test_where_no_question_changed_none_is_told_as_before():
    assert not [one for one in note(made(), altered(LIKELY)) if "As before" in one]


def test_the_linchpin_among_the_assumptions_as_before_is_named():
    before = TEXT.replace("{id: k-ice,", "{id: k-dry, text: It stays dry.}\n  - {id: k-ice, linchpin: true,")
    after = before.replace("assumptions:\n", "assumptions:\n  - {id: k-wind, text: The wind drops.}\n")

    assert note(made(before), made(after)) == [
        "Assumptions, new or changed: New: The wind drops.",
        "Assumptions, new or changed: As before: two more, above all “The ice holds” (a linchpin).",
    ]


def test_what_stands_as_before_has_room_below_any_number_of_changes():
    more = "".join(f"  - {{id: n-{n}, text: New {n}.}}\n" for n in range(7))
    (group,) = comparison(made(), altered(("gaps:\n", f"gaps:\n{more}"))).note

    assert [one.words for one in group.shown][-2:] == ["New: New 4.", "As before: “How much fuel there is”."]
    assert [one.words for one in group.rest] == ["New: New 5.", "New: New 6."]


COUNTS = """\
  - {id: c-three, text: Three died., sources: s-amu, credibility: 3, contradicts: \
[{claim: c-four, treatment: A range.}, {claim: c-five, treatment: Not believed.}]}
  - {id: c-four, text: Four died., sources: s-port, credibility: 3}
  - {id: c-five, text: Five died., sources: s-bell, contradicts: {claim: c-four, treatment: A range.}}
agreements:"""
BELL = ("\nactors:\n", "\n  - {id: s-bell, title: Tolls, publisher: The Bell}\nactors:\n")
DEAD = EVENT.replace("c-said]", "c-three, c-four, c-five]").replace("{s-amu: 3,", "{s-amu: 3, s-bell: 5,")


def contradicting(*pairs: tuple[str, str]) -> list[str]:
    found = note(made(), altered(BELL, ("agreements:", COUNTS), *pairs))
    return [one for one in found if one.startswith("New contradictions between reports")]


def test_claims_of_one_matter_are_told_once_with_each_way_in_which_they_are_treated():
    assert contradicting() == [
        "New contradictions between reports: “Three died” (Amu TV; possibly true); “Four died” (Port office; possibly "
        "true); “Five died” (The Bell). A range. As to The Bell: Not believed."
    ]


def test_of_numbers_that_a_new_event_gives_only_the_treatment_is_told():
    assert contradicting(("datasets:", DEAD)) == [
        "New contradictions between reports: The toll of “A fire at the quay”: 3 (Amu TV); at least 4 (Port office, "
        "figures of others); 5 (The Bell). A range. As to The Bell: Not believed."
    ]


def test_an_event_that_does_not_give_the_number_of_each_source_tells_no_contradiction():
    (told,) = contradicting(("datasets:", DEAD.replace(" s-bell: 5,", "")))

    assert "“Five died” (The Bell)" in told


def test_a_contradiction_that_some_may_not_see_is_told_with_its_markings():
    (told,) = contradicting(("datasets:", DEAD), ("id: c-four,", "id: c-four, portion: TLP:AMBER,"))

    assert "(TLP:AMBER) “Four died” (Port office; possibly true)" in told


def test_what_the_text_has_dropped_is_named_one_by_one():
    words = "The line wrote in its notice of Monday that no ferry is to leave the quay."
    long = f"  - {{id: c-more, text: {words}, sources: s-amu}}"
    told = (NARRATIVE, NARRATIVE.replace("[@c-stop]", "[@c-more; @c-stop]"))
    before = (
        ("agreements:", f"{long}\nagreements:"),
        (BLUF, 'bluf: "Snow fell. {j-1}"'),
        ("Thursday [@c-stop]", "Thursday"),
    )

    assert note(altered(*before, told), altered(*before, (NARRATIVE, ""))) == [
        "The text: “The line” is dropped; what it alone told is still in the tables: “The line wrote in its notice of "
        "Monday that no ferry is to leave the quay” and “The quay collapses”."
    ]


def test_first_words_that_end_in_a_part_with_a_mark_of_its_own_leave_no_open_bracket():
    words = "The line wrote in its notice of Monday[ that no ferry is to leave the quay before the storm]{TLP:RED}."
    long = f'  - {{id: c-more, text: "{words}", sources: s-amu}}'
    more = ("agreements:", f"{long}\nagreements:")
    (told,) = note(altered(more, (NARRATIVE, NARRATIVE.replace("@c-stop", "@c-more"))), altered(more, (NARRATIVE, "")))

    assert "“The line wrote in its notice of Monday …” (in part TLP:RED)" in told


def test_an_actor_has_the_article_that_the_texts_give_it():
    said = "The line said nothing of it"
    change = ("acknowledges: silent", "acknowledges: denies")

    told = note(altered((said, "The HL said nothing of it")), altered((said, "The HL said nothing of it"), change))
    assert told == ["Agreements: Fares. The Harbour Line (HL) denies it (before: silent)."]
    told = note(altered((said, "HL said nothing of it")), altered((said, "HL said nothing of it"), change))
    assert told == ["Agreements: Fares. Harbour Line (HL) denies it (before: silent)."]


def test_from_the_second_sentence_on_an_acronym_stands_alone():
    twice = (BLUF, 'bluf: "Harbour Line (HL) talks. {j-1}"')
    named = ("Fares are {likelihood} to rise.", "Fares of Harbour Line (HL) are {likelihood} to rise.")
    asked = ("How much fuel there is.", "How much fuel Harbour Line (HL) has.")
    told = note(altered(named), altered(twice, named, asked, ("moderate, evidence", "low, evidence")))

    assert told[0].startswith("Bottom line: Harbour Line (HL) talks")
    assert "lowered from moderate to low: “Fares of Harbour Line (HL) are likely to rise.”" in "\n".join(told)
    assert told[-1] == "Open questions, new or changed: Now asked differently: How much fuel HL has."


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
        "Not repeated: The outlook no longer repeats the judgement “Fares are likely to rise”."
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
        "Bottom line",
        "Judged differently",
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


DISSENT = "dissent: {by: A clerk, likelihood: likely, text: I saw it at dawn.}\n    horizon: 2024-02-09"


def test_a_dissent_that_is_only_marked_otherwise_is_no_other_dissent():
    told = note(
        altered(("horizon: 2024-02-09", DISSENT)),
        altered(("horizon: 2024-02-09", DISSENT.replace("I saw it at dawn.", '"I saw it[ at dawn]{TLP:AMBER}."'))),
    )

    assert told == [
        "Marked differently: (in part TLP:AMBER) “It is unlikely that the ferry stops by 9 February 2024”: in the "
        "dissent (A clerk), the words “at dawn” are marked TLP:AMBER, before as the rest."
    ]


def test_a_dissent_that_says_something_else_is_told():
    other = DISSENT.replace("I saw it at dawn", "I heard it at night")

    assert any(
        "The dissent (A clerk) now reads: likely (55–80 %). “I heard it at night.”" in one
        for one in note(altered(("horizon: 2024-02-09", DISSENT)), altered(("horizon: 2024-02-09", other)))
    )


def test_words_that_bear_a_mark_stand_in_brackets_in_the_note_and_in_detail():
    old, new = (
        TEXT.replace("Leave by Thursday [@c-stop].", f"Leave by Thursday[; {who} stays]{{TLP:AMBER}}. {{j-2}}")
        for who in ("nobody", "one clerk")
    )
    found = comparison(made(old), made(new))
    told = everything(found)

    assert "Leave by Thursday; [TLP:AMBER: one clerk stays]." in told
    assert "[TLP:AMBER: nobody stays]" in told
    words = [one.words for group in found.note for one in group.sentences]
    words += [word for one in found.told for word in (one.name, *(str(edit) for edit in one.edits))]
    assert not [one for one in words if "stays" in one and "TLP:AMBER" not in one]


def test_marked_words_of_an_item_of_a_record_stand_in_brackets():
    marked = DISSENT.replace("I saw it at dawn.", '"I saw it[ at dawn]{TLP:AMBER}."')
    (told,) = note(made(), altered(("horizon: 2024-02-09", marked)))

    assert told.endswith("A clerk now dissents: likely (55–80 %). “I saw it [TLP:AMBER: at dawn].”")


def test_where_a_place_that_is_marked_higher_lies_is_not_told():
    text = TEXT.replace("id: p-quay,", "id: p-quay, portion: TLP:AMBER,")

    assert not [
        one
        for one in note(made(text), made(text.replace("datasets:", EVENT).replace("agreements:", SAID)))
        if "Dunmarrow" in one
    ]


def test_a_judgement_that_is_marked_higher_says_so_where_the_bottom_line_repeats_it():
    amber = TEXT.replace("- id: j-1\n", "- id: j-1\n    portion: TLP:AMBER\n")
    found = note(made(amber), made(amber.replace("The ferry is likely to stop [@c-stop]. {j-1}", "Snow fell. {j-1}")))

    assert found == ["Bottom line: Snow fell. (TLP:AMBER) It is unlikely that the ferry stops by 9 February 2024."]


def test_a_reversal_comes_before_a_likelihood_that_moved_with_it():
    after = altered(
        ("that the ferry stops by", "that the ferry does not stop by"), ("likelihood: unlikely", "likelihood: likely")
    )

    assert note(made(), after) == [
        "Judgements that say something else: Reversed: Now “It is likely that the ferry does not stop by 9 February "
        "2024.” Before “It is unlikely that the ferry stops by 9 February 2024.” Raised from unlikely (20–45 %) to "
        "likely (55–80 %). Confidence stays low."
    ]


def test_a_decision_on_the_word_of_one_outlet_says_so():
    decided = ("The ferry lies still, by", "The ferry lies still, outcome: true, by")
    seen = "  - {id: c-still, label: Still, text: It lay still., sources: s-amu, credibility: 3}\nagreements:"
    after = altered(decided, ("agreements:", seen), ("for: c-stop, against", "for: [c-stop, c-still], against"))

    assert any(
        "“It lay still” is known to us from Amu TV only (C, fairly reliable; possibly true)." in one
        for one in note(made(), after)
        if one.startswith("Judgements decided")
    )


def test_what_is_seen_again_is_told_with_the_claim_that_says_so():
    seen = ("state: not-seen, checked: 2024-02-01", "state: seen, checked: 2024-02-01, claims: c-stop")
    again = ("state: not-seen, checked: 2024-02-01", "state: seen, checked: 2024-02-02, claims: [c-stop, c-fuel]")

    assert note(altered(seen), altered(again)) == [
        "Indicators: Seen again on 2 February 2024: The crew goes home: “Fuel is short at the quay” (Port office; "
        "probably true)."
    ]


def test_that_a_position_was_not_known_is_no_move_of_the_party():
    told = note(altered(("acknowledges: silent", "acknowledges: unknown")), made())

    assert told == [
        "Agreements: Fares. Harbour Line (HL) is reported as silent; its position was not known to us before."
    ]


def test_outlets_that_repeat_one_report_that_nobody_has_seen_are_told_as_one():
    more = "  - {id: s-bell, title: Copy, publisher: The Bell, access: seen}\n"
    first = "  - {id: s-first, title: First, publisher: The Echo, access: not-seen}\n"
    unseen = TEXT.replace("\nactors:", f"\n{first}actors:").replace("via: s-port", "via: s-first")
    both = unseen.replace("via: s-first}]", "via: s-first}, {ref: s-bell, via: s-first}]")
    told = note(made(unseen), made(both.replace("\nactors:", f"\n{more}actors:")))

    assert "Sources: Amu TV and The Bell both have “A stop” from one report of The Echo that we have not seen." in told


def test_an_acronym_is_spelled_out_once_and_never_in_a_quotation():
    after = altered(
        (BLUF, 'bluf: "HL and the crew talk; HL may stop. {j-1}"'),
        ("acknowledges: silent", "acknowledges: denies"),
        ("Fares are {likelihood} to rise.", "Fares of HL are {likelihood} to rise."),
    )
    told = note(made(), after)

    assert told[0].startswith("Bottom line: Harbour Line (HL) and the crew talk; HL may stop.")
    assert "\n".join(told).count("Harbour Line") == 1


def test_an_actor_who_is_marked_higher_is_not_spelled_out():
    text = TEXT.replace("id: a-line,", "id: a-line, portion: TLP:AMBER,")

    assert not [
        one
        for one in note(made(text), made(text.replace("The ferry is likely to stop [@c-stop].", "HL stops.")))
        if "Harbour Line" in one
    ]


def test_a_paragraph_that_was_merged_says_what_it_left_out():
    told = (NARRATIVE, NARRATIVE.replace("[@c-stop]", "[@c-stop; @c-more]"))
    more = ("agreements:", "  - {id: c-more, label: Snow, text: Snow fell., sources: s-amu}\nagreements:")
    after = altered(
        more, (NARRATIVE, ""), ('{text: "Fuel has been', '{heading: Fuel, text: "So they say [@c-stop]. Fuel has been')
    )

    assert (
        "The text: “The line” is shortened and merged into “Fuel”, without “Snow fell”, which is still in the tables."
        in note(altered(more, told), after)
    )


SNOW = '  - {id: j-3, text: "It is {likelihood} to snow.", likelihood: likely, confidence: low, MORE}\nhypotheses:'


def snowing(more: str) -> tuple[str, str]:
    return "hypotheses:", SNOW.replace("MORE", more)


def test_a_new_judgement_says_what_time_it_covers_why_it_is_new_and_what_it_rests_on():
    more = "horizon: 2024-02-12, changed: {from: new, why: The wind turned.}, basis: 'Clouds [@c-fuel]. It is cold.'"

    assert note(made(), altered(snowing(more))) == [
        "New judgements: It is likely to snow (55–80 %; confidence low). The judgement covers the time up to 12 "
        "February 2024. Why new: The wind turned. Basis: Clouds."
    ]


def test_a_basis_with_marked_words_is_told_whole_so_that_its_mark_is():
    basis = '"Clouds[ of snow. It is cold]{TLP:RED}."'
    (told,) = note(made(), altered(snowing(f"basis: {basis}")))

    assert "Basis: Clouds [TLP:RED: of snow. It is cold]." in told


def test_only_a_linchpin_takes_a_judgement_down_with_it():
    for more, words in (
        ("", "It bears on what we judge of whether the ferry stops by 9 February 2024."),
        (", linchpin: true", "If it does not hold, neither does what we judge of whether the ferry stops by 9 Feb"),
    ):
        wind = f"assumptions:\n  - {{id: k-wind, text: The wind drops., if_wrong: j-1{more}}}\n"
        assert words in note(made(), altered(("assumptions:\n", wind)))[0]


def test_an_assumption_that_is_gone_is_no_longer_listed():
    wind = ("assumptions:\n", "assumptions:\n  - {id: k-wind, text: The wind drops.}\n")

    assert "Assumptions, new or changed: No longer listed: The wind drops." in note(altered(wind), made())


WIND = ("assumptions:\n", "assumptions:\n  - {id: k-wind, text: The wind drops.}\n")
LINCHPIN = TEXT.replace("{id: k-ice,", "{id: k-ice, linchpin: true,")


def bearing_on_snow(more: str = "horizon: 2024-02-12") -> str:
    later = LINCHPIN.replace(*WIND).replace(*snowing(more)).replace("if_wrong: j-1", "if_wrong: [j-1, j-3]")
    return later.replace("blocks: j-1", "blocks: [j-1, j-3]").replace("gaps:\n", "gaps:\n  - {id: n-x, text: What.}\n")


def test_what_stands_as_before_says_that_it_now_bears_on_the_new_judgement_too():
    told = note(made(LINCHPIN), made(bearing_on_snow()))

    assert (
        "Assumptions, new or changed: As before: “The ice holds” (a linchpin; now also for the new judgement)." in told
    )
    assert (
        "Open questions, new or changed: As before: “How much fuel there is” (now also for the new judgement)." in told
    )


def test_what_now_bears_on_an_old_judgement_too_names_it():
    later = LINCHPIN.replace(*WIND).replace("if_wrong: j-1", "if_wrong: [j-1, j-2]")

    assert note(made(LINCHPIN), made(later))[-1].endswith(
        "(a linchpin; now also for what we judge of “Fares are likely to rise”)."
    )


def test_nobody_outside_is_told_that_anything_bears_on_a_judgement_that_is_withheld():
    told = everything(outside(LINCHPIN, bearing_on_snow("portion: TLP:RED")))

    assert "As before" in told
    assert "now also" not in told


def test_a_number_that_one_source_gives_for_the_whole_is_told_once():
    both = EVENT.replace("s-amu: 3, s-port: {low: 4,", "s-amu: 3, s-port: {low: 3, high: 4,")
    (told,) = (one for one in note(made(), altered(("datasets:", both), ("agreements:", SAID))) if "A fire" in one)

    assert "Killed: 3 according to Amu TV; 3–4 according to Port office, figures of others." in told


def test_claims_that_contradict_each_other_as_before_are_named_below_new_ones():
    old = "credibility: 3, contradicts: {claim: c-fuel}}\n  - {id: c-fuel"
    before = TEXT.replace("credibility: 3}\n  - {id: c-fuel", old)
    new = SAID.replace("credibility", "contradicts: {claim: c-fuel}, credibility")

    assert note(made(before), made(before.replace("agreements:", new)))[-1] == (
        "New contradictions between reports: As before: “A stop” against “Fuel”."
    )
    assert not [one for one in note(made(before), made(before.replace(*LIKELY))) if "contradict" in one]


UNSEEN = TEXT.replace("\nactors:", "\n  - {id: s-first, title: First, publisher: The Echo, access: not-seen}\nactors:")
HEARD = "  - {id: c-heard, label: Heard, text: Gulls cry., sources: {ref: s-amu, via: s-first}}\nagreements:"
CRY = "  - {id: e-cry, title: Gulls, when: 2024-02-01, type: other, claims: c-heard}\ndatasets:"


def test_whoever_repeats_a_report_that_nobody_has_seen_is_told_to():
    later = UNSEEN.replace("agreements:", HEARD).replace("datasets:", CRY)

    assert note(made(UNSEEN), made(later)) == [
        "New events: Gulls, 1 February 2024, according to Amu TV (from a report of The Echo that we have not seen).",
        "Sources: Amu TV has “Heard” from one report of The Echo that we have not seen.",
    ]


def test_a_source_that_repeats_another_as_a_whole_is_told_to():
    derived = UNSEEN.replace("reliability: C,", "reliability: C, derived_from: s-first,")
    heard = HEARD.replace("{ref: s-amu, via: s-first}", "s-amu")
    later = derived.replace("agreements:", heard).replace("datasets:", CRY)

    assert "(from a report of The Echo that we have not seen)" in note(made(derived), made(later))[0]


def test_all_that_comes_from_one_report_that_nobody_has_seen_is_told_together():
    before = UNSEEN.replace("via: s-port", "via: s-first").replace("agreements:", HEARD)
    more = HEARD.replace("c-heard, label: Heard", "c-more, label: More").replace("Gulls", "Terns")
    later = before.replace("via: s-first}]", "via: s-first}, {ref: s-port, via: s-first}]").replace("agreements:", more)

    assert note(made(before), made(later))[-1] == (
        "Sources: Amu TV and Port office both have “A stop” from one report of The Echo that we have not seen, and "
        "from the same report Amu TV has “More”. One more claim rests on it."
    )


def test_of_claims_from_one_report_nobody_outside_is_told_of_those_that_are_withheld():
    before = UNSEEN.replace("via: s-port", "via: s-first")
    more = HEARD.replace("id: c-heard", "id: c-more, portion: TLP:RED").replace("label: Heard", "label: More")
    later = before.replace("via: s-first}]", "via: s-first}, {ref: s-port, via: s-first}]").replace("agreements:", more)
    (told,) = (one.words for group in outside(before, later).note for one in group.sentences)

    assert told == "Amu TV and Port office both have “A stop” from one report of The Echo that we have not seen."


def test_a_claim_that_other_outlets_have_from_elsewhere_too_is_counted():
    before = UNSEEN.replace("via: s-port", "via: s-first")
    later = before.replace("via: s-first}]", "via: s-first}, {ref: s-port}]")

    assert note(made(before), made(later)) == [
        "Sources: “The line will stop on 9 February”: 2 reports (before: 1), 2 origins, 1 not seen (before: 1 origin, "
        "not seen)."
    ]


def test_a_claim_that_is_gone_is_not_said_to_be_in_the_tables():
    more = ("agreements:", "  - {id: c-more, text: Snow fell., sources: s-amu}\nagreements:")
    before = altered(more, (NARRATIVE, NARRATIVE.replace("[@c-stop]", "[@c-stop; @c-more]")))

    assert note(before, made()) == ["Claims dropped: Snow fell."]


@pytest.mark.parametrize("record", ["c-more", "e-more"])
def test_the_title_of_an_event_stands_for_a_claim_only_where_neither_bears_a_mark(record):
    more = TEXT.replace("agreements:", "  - {id: c-more, text: Snow fell., sources: s-amu}\nagreements:")
    snow = "  - {id: e-more, title: Snow, when: 2024-02-01, type: other, claims: c-more}\ndatasets:"
    more = more.replace("datasets:", snow)
    text = more.replace(f"id: {record},", f"id: {record}, portion: TLP:AMBER,")
    before = text.replace(NARRATIVE, NARRATIVE.replace("[@c-stop]", "[@c-stop; @c-more]"))

    assert "still in the tables: “Snow”." in note(made(before.replace(", portion: TLP:AMBER", "")), made(more))[0]
    assert "still in the tables: “Snow fell”" in note(made(before), made(text))[0]


def test_by_how_much_an_explanation_leads_and_that_no_single_item_decides():
    later = TEXT.replace("indicators:", ROW.replace("h-fuel: I, h-ice: N", "h-fuel: C, h-ice: I"))

    assert note(made(), made(later)) == [
        "Rival explanations: “Fuel” still has least against it, by two items. Items against: “Fuel” 0 (as before); "
        "“Ice” 2 (before 1). New evidence: “A stop”. No single item decides; counts are no probabilities."
    ]


NAMES = [
    ("Regional analyst", "The regional analyst now dissents"),
    ("Halvaria desk", "The Halvaria desk now dissents"),
    ("UN liaison", "The UN liaison now dissents"),
    ("Maria Perez", "Maria Perez now dissents"),
    ("The clerk", "The clerk now dissents"),
    ("Legal", "Legal now dissents"),
]


@pytest.mark.parametrize(("who", "words"), NAMES)
def test_who_dissents_is_named_as_prose_has_it(who, words):
    text = TEXT.replace("name: East Quay", "name: Halvaria")
    dissent = f"dissent: {{by: {who}, text: I saw it.}}\n    horizon: 2024-02-09"

    (told,) = note(made(text), made(text.replace("horizon: 2024-02-09", dissent)))
    assert told.endswith(f"{words}. “I saw it.”")


def test_claims_that_contradict_each_other_within_one_unseen_report_say_so():
    before = UNSEEN.replace("via: s-port", "via: s-first")
    heard = HEARD.replace("label: Heard", "contradicts: {claim: c-stop}, credibility: 3")

    assert note(made(before), made(before.replace("agreements:", heard)))[0] == (
        "New contradictions between reports: “Gulls cry” (Amu TV; possibly true) stands against “The line will stop on "
        "9 February” (Amu TV; possibly true). Both come from a report of The Echo that we have not seen."
    )


def test_what_is_noted_on_a_party_is_not_told_again_below_a_new_event():
    party = ("acknowledges: silent}", "acknowledges: denies, note: It said no, claims: c-said}")

    assert note(made(), altered(party, ("agreements:", SAID)))[-1].endswith("(before: silent). It said no.")
    assert note(made(), altered(party, ("agreements:", SAID), ("datasets:", EVENT)))[-1].endswith("(before: silent).")


FORMS = [
    ("form: unknown", "form: verbal", "Now reported as verbal, not announced (before: not announced)."),
    (
        "form: verbal",
        "form: verbal\n    announced_by: a-group",
        "Now reported as verbal, announced by The Group (before: verbal, not announced).",
    ),
]


@pytest.mark.parametrize(("before", "after", "words"), FORMS)
def test_the_form_of_an_agreement_is_told_as_the_document_prints_it(before, after, words):
    old, new = (altered(("form: verbal", one)) for one in (before, after))

    assert note(old, new) == [f"Agreements: Fares. {words}"]


def test_what_we_judge_of_a_breach_is_told_once_where_the_judgement_is_new():
    breach = ("assessed: unlikely}", "assessed: likely, judgement: j-3}")

    told = note(made(), altered(breach, snowing("horizon: 2024-02-12")))
    assert told[-1] == "Agreements: Fares. No breach is alleged; what we judge of one stands under “New judgements”."
    told = note(made(), altered(breach, snowing("portion: TLP:AMBER")))
    assert "We judge it likely (55–80 %)" in told[-1]


FORMER = [
    ("Leave by Thursday: it is safe then.", "Before: “Leave by Thursday”."),
    ("Leave by Thursday. It is safe then.", ""),
    ("Leave by Thursday[ at dawn]{TLP:AMBER}.", ""),
    ("Stay at home: it is safe.", ""),
]


@pytest.mark.parametrize(("was", "words"), FORMER)
def test_what_it_meant_before_is_told_in_short_where_that_is_one_sentence(was, words):
    old, new = (TEXT.replace("Leave by Thursday [@c-stop].", one) for one in (was, "Stay at home and wait."))

    assert note(made(old), made(new))[0] == " ".join(
        filter(None, ["What it means: Staff: Stay at home and wait.", words])
    )
    assert "Leave" not in everything(outside(old, new))


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
    assert "One claim." in [one.words for one in found.note[-1].sentences]
    assert "One row under “How the evidence fits the hypotheses”." in [one.words for one in found.note[-1].sentences]
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


def test_readers_outside_are_told_that_a_judgement_says_something_else_and_not_what_it_said():
    found = outside(TEXT, TEXT.replace("that the ferry stops by", "that the ferry does not stop by"))
    told = everything(found)

    assert "This judgement now says something other than before: “It is unlikely that the ferry does not stop" in told
    assert "ferry stops by" not in told


def test_readers_outside_are_told_that_a_dissent_is_gone_and_not_whose():
    text = TEXT.replace("horizon: 2024-02-09", DISSENT)
    told = everything(outside(text, text.replace("by: A clerk", "portion: TLP:RED, by: A clerk")))

    assert "This edition no longer carries a dissent that the last one had." in told


def test_readers_outside_are_told_one_number_of_what_is_gone():
    more = "agreements:", "  - {id: c-more, text: Snow fell in the hills., sources: s-amu}\nagreements:"
    found = outside(TEXT.replace(*more), TEXT.replace("id: c-fuel,", "id: c-fuel, portion: TLP:RED,"))

    assert "Two claims." in [one.words for one in found.note[-1].sentences]
    assert found.counts["claims"]["removed"] == 2


def test_readers_outside_hear_nothing_of_waivers():
    found = outside(TEXT, TEXT.split("waivers:")[0].replace("unlikely", "likely"))

    assert not [one for group in found.note for one in group.sentences if one.section == "waivers"]
