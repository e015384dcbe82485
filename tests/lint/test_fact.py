"""Numbers and days in prose against the records: what a reviewer would say, and what they would let pass."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.figures.amounts import known
from briefgen.lint.counts import tally
from briefgen.lint.days import days
from briefgen.lint.ledger import span_of
from briefgen.prose.numbers import numbers
from briefgen.sheet.model.world import Amount
from tests.lint.framing import findings


def narrated(sentence: str, note: str = "", records: str = "") -> str:
    """Return a fragment whose narrative is one sentence, with a note in its margin and further records."""
    margin = f"\n      note: {json.dumps(note, ensure_ascii=False)}" if note else ""
    return f"{records}\nsummary:\n  narrative:\n    - text: {json.dumps(sentence, ensure_ascii=False)}{margin}\n"


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("26 people", 26, 26),
        ("twenty-six", 26, 26),
        ("forty two", 42, 42),
        ("26–28", 26, 28),
        ("26 to 28", 26, 28),
        ("between 20 and 30", 20, 30),
        ("24 or 26", 24, 26),
        ("nearly 30", 25, 30),
        ("some 40", 34, 46),
        ("a dozen", 10, 14),
        ("half a dozen", 5, 7),
        ("1,200", 1200, 1200),
        ("12 000", 12000, 12000),
        ("1.2 million", 1_200_000, 1_200_000),
        ("one hundred and twenty", 120, 120),
        ("two thousand five hundred", 2500, 2500),
    ],
)
def test_a_number_is_read_as_it_is_meant(text, low, high):
    (found,) = numbers(text)
    assert (found.span.low, found.span.high, found.span.below, found.span.above) == (low, high, False, False)


@pytest.mark.parametrize(
    "text", ["at least 26", "more than 26", "26 or more", "26+", "≥ 26", "no fewer than 26", "over 26"]
)
def test_a_lower_bound_is_open_above(text):
    (found,) = numbers(text)
    assert (found.span.low, found.span.above, found.span.below) == (26, True, False)


@pytest.mark.parametrize("text", ["up to 30", "at most 30", "as many as 30", "no more than 30", "fewer than 30"])
def test_an_upper_bound_is_open_below(text):
    (found,) = numbers(text)
    assert (found.span.high, found.span.below, found.span.above) == (30, True, False)


@pytest.mark.parametrize(
    "text",
    ["05:00", "7.4 metres", "60 per cent", "a 14-year-old", "in 2024", "the 5th", "F-16", "€30", "s-1", "dozens"],
)
def test_what_is_no_number_of_things_is_none(text):
    assert numbers(text) == ()


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("28 people were killed", {"killed": "28"}),
        ("Two bombs killed at least 28 and injured more than 40", {"killed": "at least 28", "injured": "more than 40"}),
        ("10 policemen killed, six injured as gunmen storm a station", {"killed": "10", "injured": "6"}),
        ("28 people, including five children, were killed", {"killed": "28"}),
        ("28 people (five of them children) were killed", {"killed": "28"}),
        ("the death toll rose to 28", {"killed": "28"}),
        ("10 members of the security forces were killed", {"killed": "10"}),
        ("gunmen abducted six workers; twelve are still missing", {"abducted": "6", "missing": "12"}),
        ("At least 14 coordinated attacks", {"events": "at least 14"}),
        ("ten civilians lost their lives", {"killed": "10"}),
        ("12,000 people have left home", {"displaced": "12,000"}),
        ("On 30 January 2024 28 people died", {"killed": "28"}),
        ("nobody was hurt", {"injured": "0"}),
        ("eight of the eleven injured were crew", {"injured": "11"}),
        ("leaving 5 dead and 12 wounded", {"killed": "5", "injured": "12"}),
    ],
)
def test_a_text_counts(text, counts):
    assert {count.what: str(count.spans[0]) for count in tally(text).counts} == counts


@pytest.mark.parametrize(
    "text",
    [
        "Two officials said dozens were killed",
        "Two ministers visited people injured in the blast",
        "the two parties met after a policeman was killed",
        "two gunmen killed a policeman",
        "he was killed two days later",
        "30 people were killed or injured",
        "killing or wounding 30",
        "a girl, 6, was injured",
        "five more died",
        "in 2024 attacks rose",
        "one of the dead was a guard",
        "two weeks of strikes",
    ],
)
def test_a_number_of_something_else_is_no_count(text):
    assert tally(text).counts == ()


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("on 5 February 2024", (2024, 2, 5)),
        ("on February 5", (None, 2, 5)),
        ("on the 5th of February", (None, 2, 5)),
        ("on 5 Feb. 2024", (2024, 2, 5)),
        ("on 2024-02-05", (2024, 2, 5)),
        ("on the fifth of February", (None, 2, 5)),
        ("on the twenty-first day of February 2024", (2024, 2, 21)),
    ],
)
def test_a_day_is_read(text, day):
    (found,) = days(text)
    assert (found.year, found.month, found.day) == day
    assert found.on


@pytest.mark.parametrize("text", ["31 February", "March 40", "in March 2024", "5 Marines", "may 5 people come"])
def test_what_is_no_day_is_none(text):
    assert days(text) == ()


@pytest.mark.parametrize("text", ["about 5 February", "likely on 5 February", "on 5 February (inferred)"])
def test_a_hedged_day_says_so(text):
    assert days(text)[0].hedged


@pytest.mark.parametrize("text", ["5–7 February", "on 5 or 6 February", "from 5 to 7 February", "5 February – 7 March"])
def test_a_stretch_is_no_single_day(text):
    assert all(day.joined for day in days(text))


# FACT001


@pytest.mark.parametrize(
    "sentence",
    [
        "A depot at Umeå burnt, and fourteen people were injured [@c-2].",
        "The fire wounded twelve people [@c-2].",
        "20 to 30 people were hurt [@c-2].",
        "Nobody was hurt [@c-2].",
        "At most nine people were hurt [@c-2].",
        "The injured numbered 13 [@c-2].",
        "More than 30 were injured [@c-2].",
        "Fourteen were hurt, and the ballot was put off [@c-2; @c-3].",
        "On 2 February a depot burnt [@c-2].",
        "Crews walked out on January 31, 2024 [@c-1].",
    ],
)
def test_a_figure_that_the_records_do_not_have_is_found(sentence, tmp_path):
    assert len(findings(narrated(sentence), tmp_path, "FACT001")) == 1


@pytest.mark.parametrize(
    "sentence",
    [
        "Eleven people were injured [@c-2].",
        "More than ten people were hurt [@c-2].",
        "Up to 12 people were hurt, three of them badly [@c-2].",
        "Nearly a dozen people were injured [@c-2].",
        "Eight of the eleven injured were crew [@c-2].",
        "The fire injured 8 crew and 3 guards [@c-2].",
        "Eleven crew, aged 20 to 60, were injured [@c-2].",
        "A further fire would injure more than 20 [@c-2].",
        "The fire killed 2 [@c-2].",  # no record has a number of dead
        "“Fourteen were injured”, a neighbour said [@c-2].",
        "The Courier reported on 2 February that a depot burnt [@c-2].",
        "The depots open on 3 March at the earliest, if crews return [@c-2].",
        "Two depots burnt on 1 February [@c-2].",
        "On 1 and 2 February a depot burnt [@c-2].",
        "Fourteen were injured.",
    ],
)
def test_a_figure_that_agrees_or_is_another_is_not(sentence, tmp_path):
    assert findings(narrated(sentence), tmp_path, "FACT001") == []


def test_the_finding_names_both_numbers_and_both_places(tmp_path):
    (found,) = findings(narrated("Fourteen people were injured [@c-2]."), tmp_path, "FACT001")
    assert "“Fourteen people were injured”" in found.message
    assert "e-2 (line" in found.message
    assert "has 11" in found.message


SERIES = """
claims:
  - {id: c-4, text: Nine trains were stoned., sources: s-1}
events:
  - {id: e-3, title: Trains stoned, when: "2024-01", type: attack, count: {low: 9}, claims: c-4}
"""


@pytest.mark.parametrize(
    ("sentence", "number"), [("There were 14 attacks [@c-4].", 1), ("At least nine attacks [@c-4].", 0)]
)
def test_a_number_of_events_is_that_of_the_series(sentence, number, tmp_path):
    assert len(findings(narrated(sentence, records=SERIES), tmp_path, "FACT001")) == number


RANGE = """
events:
  - id: e-2
    title: Depot fire
    when: "2024-02-01"
    type: hazard
    harm: {injured: {low: 24, high: 30, or_more: true, by_source: {s-1: 28, s-2: {low: 24, high: 30, or_more: true}}}}
    claims: c-4
  - {id: e-3, title: Fight, when: "2024-02-02", type: riot, harm: {injured: 5}, claims: c-5}
claims:
  - {id: c-4, text: A depot burnt., sources: s-2}
  - {id: c-5, text: Crews fought., sources: s-2}
"""


@pytest.mark.parametrize(
    ("sentence", "number"),
    [
        ("24 to more than 30 people were injured [@c-4].", 0),
        ("28 people were injured [@c-4].", 0),
        ("26 people were injured [@c-4].", 0),  # inside the range
        ("At least 24 were injured [@c-4].", 0),
        ("33 were injured in both [@c-4; @c-5].", 0),  # their sum
        ("22 people were injured [@c-4].", 1),
        ("45 people were injured [@c-4].", 1),
    ],
)
def test_ranges_and_sums_are_understood(sentence, number, tmp_path):
    assert len(findings(narrated(sentence, records=RANGE), tmp_path, "FACT001")) == number


def test_without_a_citation_the_records_of_the_paragraph_count(tmp_path):
    wrong = "summary:\n  bluf: {text: Fourteen people were injured., refs: e-2}"
    right = "summary:\n  bluf: {text: Eleven people were injured., refs: [e-1, e-2]}"
    assert len(findings(wrong, tmp_path, "FACT001")) == 1
    assert findings(right, tmp_path, "FACT001") == []


@st.composite
def amounts(draw):
    known = sorted(draw(st.lists(st.integers(0, 30_000), min_size=3, max_size=3)))
    keys = draw(st.sets(st.sampled_from(("low", "best", "high")), min_size=1))
    return {name: value for name, value in zip(("low", "best", "high"), known, strict=True) if name in keys} | {
        "or_more": draw(st.booleans())
    }


@given(amounts(), st.sampled_from(["{} people were killed", "the attack killed {} people", "killing {}", "{} dead"]))
def test_a_figure_formatted_from_a_record_is_never_a_finding(numbers_of_record, sentence):
    record = {"low": None, "best": None, "high": None, **numbers_of_record}
    span, said_so = span_of(Amount.model_construct(**record)), known(record)
    for words in (said_so.words, said_so.label, said_so.signs.replace("\u2009", " ")):
        counts = tally(sentence.format(words)).counts
        assert [count.what for count in counts] == ["killed"]
        assert any(said.agrees(span) for said in counts[0].spans), (words, counts, span)


@given(st.integers(1, 999), st.integers(1, 999))
def test_another_number_disagrees(said, known):
    (count,) = tally(f"{said} people were killed").counts
    agrees = count.spans[0].agrees(span_of(Amount.model_construct(low=None, best=known, high=None, or_more=False)))
    assert agrees == (said == known)


# FACT002, FACT003


def toll(harm: str, claims: str = "c-2", more: str = "") -> str:
    """Return a fragment with one event that has this harm."""
    return f"""
events:
  - {{id: e-2, title: Depot fire, when: "2024-02-01", where: p-umea, type: hazard, harm: {harm}, claims: {claims}}}
{more}"""


@pytest.mark.parametrize(
    ("harm", "number"),
    [
        ("{injured: {best: 11, by_source: {s-1: 9, s-2: 11}}}", 1),
        ("{injured: {best: 11, by_source: {s-1: 9}}}", 1),
        ("{injured: {best: 11, by_source: {s-1: 11, s-2: 11}}}", 0),
        ("{injured: {low: 9, high: 11, by_source: {s-1: 9, s-2: 11}}}", 0),
        ("{injured: {low: 9, by_source: {s-1: 9, s-2: 11}}}", 0),
        ("{injured: 11}", 0),
    ],
)
def test_a_single_toll_of_sources_that_differ_is_found(harm, number, tmp_path):
    assert len(findings(toll(harm), tmp_path, "FACT002")) == number


NINE = "claims:\n  - {id: c-4, text: Nine people were injured in the fire., sources: s-1, contradicts: c-2}"


def test_a_single_toll_of_claims_that_contradict_each_other_is_found(tmp_path):
    assert len(findings(toll("{injured: 11}", "[c-2, c-4]", NINE), tmp_path, "FACT002")) == 1
    assert findings(toll("{injured: {low: 9, high: 11}}", "[c-2, c-4]", NINE), tmp_path, "FACT002") == []


@pytest.mark.parametrize(
    ("event", "number"),
    [
        ('when: "2024-02-04", title: Depot fire', 1),
        ('when: "2024-02-02", title: Depot fire', 0),
        ('when: "2024-02-04~", title: Depot fire', 0),  # may mean 1 February
        ('when: "2024-02", title: Depot fire', 0),
        ('when: "2024-02-20", title: Ballot', 0),  # after the cut-off: announced
        ('when: "2024-02-04", title: Ballot, note: As planned.', 0),
    ],
)
def test_an_event_after_its_sources_is_found(event, number, tmp_path):
    fragment = f"events:\n  - {{id: e-2, type: hazard, claims: c-2, {event}}}"
    assert len(findings(fragment, tmp_path, "FACT003")) == number


def test_a_source_without_a_date_may_be_later(tmp_path):
    fragment = """
sources:
  - {id: s-4, title: Late report, publisher: Radio, kind: press}
claims:
  - {id: c-4, text: A depot burnt., sources: [s-2, s-4]}
events:
  - {id: e-3, title: Fire, when: "2024-02-04", type: hazard, claims: c-4}
"""
    assert findings(fragment, tmp_path, "FACT003") == []


# FACT004


@pytest.mark.parametrize(
    "sentence",
    [
        "Attacks fell by 60 per cent.",
        "Attacks fell by 60 per cent, from 5 to 2.",
        "Attacks rose 30 per cent compared with December.",
        "Attacks were up 30%.",
        "A 30 per cent increase in attacks was seen.",
        "There were 60 per cent fewer attacks.",
        "Cases grew by 10–15 percent in a week.",
        "Attacks increased by more than 200% (from 3 to 10).",
        "Attacks were down a third on the year.",
        "Attacks have more than doubled since December.",
        "Attacks showed a fourfold rise.",
        "A rise in attacks of 30 per cent was seen.",
        "Twice as many crews walked out in January as in December.",
    ],
)
def test_a_change_by_per_cent_without_a_good_base_is_found(sentence, tmp_path):
    assert len(findings(narrated(sentence), tmp_path, "FACT004")) == 1


@pytest.mark.parametrize(
    "sentence",
    [
        "Attacks fell by 60 per cent, from 50 to 20.",
        "Attacks fell from 50 to 20, a drop of 60 per cent.",
        "Attacks rose 30 per cent, to 13 from 10.",
        "Attacks dropped by 40 percent on the year. There were 24, against 40 the year before.",
        "Crews want a rise of 6 per cent.",
        "Inflation rose by 2 per cent.",
        "60 per cent of the attacks were in the north.",
        "Turnout rose to 60 per cent.",
        "The level rose 4 centimetres.",
        "Attacks fell by half, from 50 to 25.",
        "Attacks doubled to 50.",
        "The company doubled its guard, which had been halved by order.",
        "A third of the crews are back, for the third time.",
    ],
)
def test_a_base_a_share_or_a_rate_is_not(sentence, tmp_path):
    assert findings(narrated(sentence), tmp_path, "FACT004") == []


# FACT005


@pytest.mark.parametrize(
    ("claim", "harm", "number"),
    [
        ("text: Nine people were injured in the fire.", "{injured: 11}", 1),
        ("text: Nine people were injured in the fire.", "{killed: 1}", 1),
        ("text: The depot at Umeå burnt on 2 February 2024.", "{injured: 11}", 1),
        ("text: Nine people were injured in the fire., contradicts: c-2", "{injured: 11}", 0),
        ("text: Nine people were injured in the fire.", "{injured: {low: 9, high: 11}}", 0),
        ("text: Nine people were injured in the fire.", "{injured: {best: 11, by_source: {s-1: 9, s-2: 11}}}", 0),
        ("text: At least nine people were injured in the fire.", "{injured: 11}", 0),
        ("text: Eleven people were hurt.", "{injured: 11}", 0),
        ("text: Two children were injured.", "{injured: 11}", 0),  # a group of its own
        ("text: The union said on 2 February that the depot at Umeå had burnt.", "{injured: 11}", 0),
        ("text: Nine people were injured., withdrawn: {by: the paper, date: 2024-02-02}", "{injured: 11}", 0),
    ],
)
def test_claims_behind_one_event_agree_or_say_that_they_differ(claim, harm, number, tmp_path):
    more = f"claims:\n  - {{id: c-4, sources: s-1, {claim}}}"
    assert len(findings(toll(harm, "[c-2, c-4]", more), tmp_path, "FACT005")) == number


def test_figures_that_add_up_to_the_toll_are_parts_of_it(tmp_path):
    more = "claims:\n  - {id: c-4, text: Nine people were injured in the yard., sources: s-1}"
    assert findings(toll("{injured: 20}", "[c-2, c-4]", more), tmp_path, "FACT005") == []


@pytest.mark.parametrize(
    ("event", "claim", "number"),
    [
        ("title: Fire in a depot, type: hazard, harm: {injured: 9}", "sources: s-1", 1),
        ("title: Fire in a depot, type: hazard, harm: {injured: 11}", "sources: s-1", 0),
        ("title: Fire in a depot, type: riot, harm: {injured: 9}", "sources: s-1", 0),
        ("title: Lorry overturned, type: hazard, harm: {injured: 9}", "sources: s-1", 0),
        ("title: Fire in a depot, type: hazard, harm: {injured: 9}, part_of: e-2", "sources: s-1", 0),
        ("title: Fire in a depot, type: hazard, harm: {injured: 9}", "sources: s-2", 0),  # one source knows two
        ("title: Fire in a depot, type: hazard, harm: {injured: 9}", "sources: s-1, contradicts: c-2", 0),
    ],
)
def test_two_events_that_look_like_one_are_found(event, claim, number, tmp_path):
    fragment = f"""
claims:
  - {{id: c-4, text: A depot burnt., {claim}}}
events:
  - {{id: e-3, when: "2024-02-01", where: p-umea, claims: c-4, {event}}}
"""
    assert len(findings(fragment, tmp_path, "FACT005")) == number


# FACT006, FACT007

ACLED = """
sources:
  - {id: s-4, title: Data for Sweden, publisher: ACLED, kind: dataset, access: seen, published: "2024-02-03"}
claims:
  - {id: c-4, text: One event at Umeå., sources: s-4}
  - {id: c-5, text: One event at Umeå., sources: [s-4, s-2]}
"""


@pytest.mark.parametrize(
    ("sentence", "number"),
    [
        ("Nobody was killed [@c-4].", 1),
        ("The attack caused no fatalities [@c-4].", 1),
        ("The walkout passed without casualties [@c-4].", 1),
        ("ACLED records no deaths [@c-4].", 0),
        ("No deaths are known; the 0 of the data may mean that nobody counted [@c-4].", 0),
        ("Nobody was killed [@c-5].", 0),
        ("Nobody was killed [@c-2].", 0),
    ],
)
def test_a_zero_of_acled_is_not_told_as_no_deaths(sentence, number, tmp_path):
    assert len(findings(narrated(sentence, records=ACLED), tmp_path, "FACT006")) == number


@pytest.mark.parametrize(
    "sentence",
    [
        "No attacks were reported.",
        "No attacks on trains were reported in January.",
        "There were no incidents at the depots.",
        "Drone flights over the depots have not been detected.",
        "No complaints have been received.",
        "We have seen no sign of a compromise.",
        "We did not see any protests.",
        "There is no evidence of sabotage.",
        "Not a single protest was reported.",
        "There have been no clashes since 30 January.",
        "Nothing points to sabotage.",
        "We know of no further attacks.",
        "Arrests have not come to light.",
        "Neither attacks nor protests were reported.",
        "No word of the talks has reached us.",
    ],
)
def test_an_absence_without_its_search_is_found(sentence, tmp_path):
    assert len(findings(narrated(sentence), tmp_path, "FACT007")) == 1


@pytest.mark.parametrize(
    "sentence",
    [
        "No attacks on trains were reported from 15 January to 5 February in the three sources that we read.",
        "There have been no clashes since 30 January, against two a month on average.",
        "Nobody had claimed the fire when it was reported.",
        "Nobody has claimed the fire so far.",
        "The police say that no incidents were reported.",
        "According to the police no incidents were reported.",
        "No deaths were reported.",
        "If no attacks were reported by 8 March, the depots would reopen.",
        "There were no survivors.",
        "Nobody claimed to know the reason.",
        "The search found nothing but a lamp.",
        "The logs show no change.",
    ],
)
def test_an_absence_with_its_search_or_of_others_is_not(sentence, tmp_path):
    assert findings(narrated(sentence), tmp_path, "FACT007") == []


def test_the_note_in_the_margin_may_say_what_was_searched(tmp_path):
    note = "Window: 15 January to 5 February. Scope: the police log."
    assert findings(narrated("No attacks were reported.", note), tmp_path, "FACT007") == []
    assert findings(narrated("No attacks were reported.", "Window: January."), tmp_path, "FACT007")
