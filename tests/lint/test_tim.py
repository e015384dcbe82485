"""Dates and times: what a reviewer would say, and what they would let pass."""

from __future__ import annotations

from datetime import date

import pytest

from tests.lint.framing import findings
from tests.lint.test_fact import narrated

# TIM002


@pytest.mark.parametrize(
    "sentence",
    [
        "Crews walked out at 14:30 on 30 January.",
        "Crews walked out at 2.30 pm.",
        "Crews walked out at 5 a.m. on Tuesday.",
        "Crews walked out at 1430 hours.",
        "Crews walked out at 9:15.",
        "The bus left at 9pm.",
        "The bus left at half past nine.",
        "The bus left at a quarter to ten in the evening.",
        "The bus left at nine o’clock.",
        "The bus left at 15.30 on 30 January.",
        "Crews were out from 0430 until noon.",
        "The depot burnt at 051430 FEB 24.",
    ],
)
def test_a_time_without_a_zone_is_found(sentence, tmp_path):
    assert len(findings(narrated(sentence), tmp_path, "TIM002")) == 1


@pytest.mark.parametrize(
    "sentence",
    [
        "Crews walked out at 14:30 UTC on 30 January.",
        "Crews walked out at 14:30Z.",
        "Crews walked out at 14:30+01:00.",
        "Crews walked out at 14:30, Stockholm time.",
        "Crews walked out at 5 a.m. PKT and were back at 7 a.m.",
        "Crews walked out at 14:30 (local time).",
        "The depot burnt at 051430Z FEB 24.",
        "The ratio was 3:10, and the vote 12:10 in favour.",
        "The level is 12.30 metres.",
        "The line has ten to twelve trains, and the road to ten depots is closed.",
        "He waves at 12:40 of the video.",
        "“We leave at 14:30”, they wrote.",
        "The page is https://x.example/14:30/a.",
    ],
)
def test_a_zone_or_another_thing_with_a_colon_is_not(sentence, tmp_path):
    assert findings(narrated(sentence), tmp_path, "TIM002") == []


def test_one_word_in_the_scope_or_the_margin_is_enough(tmp_path):
    sentence = "Crews walked out at 14:30."
    assert findings(narrated(sentence, "Times are CET."), tmp_path, "TIM002") == []
    scope = "product:\n  scope: The strike. All times are UTC.\n"
    assert findings(narrated(sentence, records=scope), tmp_path, "TIM002") == []


def test_a_claim_with_a_moment_of_its_own_has_its_zone(tmp_path):
    claim = 'claims:\n  - {id: c-4, text: "The fire began at 05:00.", sources: s-2, dated: "2024-02-01T05:00Z"}'
    assert findings(claim, tmp_path, "TIM002") == []
    assert len(findings(claim.replace(', dated: "2024-02-01T05:00Z"', ""), tmp_path, "TIM002")) == 1


def test_kabul_has_no_letter(tmp_path):
    kabul = "product:\n  time: {zone: Asia/Kabul}\n"
    assert len(findings(narrated("It was seen at 051430D FEB 24.", records=kabul), tmp_path, "TIM002")) == 1


# TIM003, TIM007


@pytest.mark.parametrize(
    ("published", "number"),
    [("2024-02-06", 1), ("2024-02-05", 0), ("2024-02", 0), ("2024-02-07~", 0), ("2024-03", 1), ("2024-02-05/..", 0)],
)
def test_a_source_after_the_cutoff_is_found(published, number, tmp_path):
    fragment = f'sources:\n  - {{id: s-1, title: Walkout, publisher: Press, published: "{published}"}}'
    assert len(findings(fragment, tmp_path, "TIM003")) == number


@pytest.mark.parametrize(("at", "number"), [("T20:00Z", 1), ("T12:00Z", 0)])
def test_moments_are_compared_to_the_minute(at, number, tmp_path):
    fragment = f"""
product: {{time: {{as_of: "2024-02-05T18:00+05:00"}}}}
sources:
  - {{id: s-1, title: Walkout, publisher: Press, published: "2024-02-05{at}"}}
"""
    assert len(findings(fragment, tmp_path, "TIM003")) == number


@pytest.mark.parametrize(
    ("event", "number"),
    [
        ('when: "2023-12-10"', 1),
        ('when: "2024-02-20"', 1),
        ('when: "2023-12-10", note: "Background."', 0),
        ('when: {start: "2023-12-10", note: "Background."}', 0),
        ('when: {start: "2023-12-10", end: "2024-01-20"}', 0),
        ('when: "2024-01"', 0),
        ('when: "2022-11/.."', 0),
    ],
)
def test_an_event_outside_the_period_needs_a_note(event, number, tmp_path):
    fragment = f"events:\n  - {{id: e-3, title: Ballot, type: vote, claims: c-3, {event}}}"
    assert len(findings(fragment, tmp_path, "TIM007")) == number


# TIM004, TIM005


@pytest.mark.parametrize(
    "sentence",
    [
        "Crews walked out yesterday.",
        "The strike ended last week, the company says.",
        "Talks resume next Monday.",
        "In recent days the tone has changed.",
        "Recently the company hired guards.",
        "Today crews voted.",
        "The crews voted two days ago.",
        "This week the depots were empty.",
        "In the past week nothing moved.",
        "Trains ran until last night.",
        "The company fell silent over the last few weeks.",
        "The crews voted a fortnight ago.",
        "The crews voted a couple of weeks back.",
        "The crews vote in two weeks’ time.",
        "The crews vote within the coming weeks.",
        "The line was shut overnight.",
    ],
)
def test_a_relative_date_is_found(sentence, tmp_path):
    assert len(findings(narrated(sentence), tmp_path, "TIM004")) == 1


@pytest.mark.parametrize(
    "sentence",
    [
        "In the last week of January nine trains ran.",
        "The last month before the vote was calm.",
        "The truce will last weeks; the strike may last a month.",
        "It was most recently seen in January 2024.",
        "Last year’s budget was cut.",
        "Pakistan Today reports a walkout.",
        "Yesterday, 4 February, crews voted.",
        "Last year, 2023, crews voted twice.",
        "The line was shut overnight on 3 February.",
        "The crews are back in the depot, and the coming ballot is the third.",
        "They said “we strike tomorrow” on 3 February.",
        "The strike ended the next week.",
        "The company’s last offer was 6 per cent; the next issue comes on 12 February.",
        "Over the last 30 days 12 trains ran.",
    ],
)
def test_a_date_that_does_not_move_is_not(sentence, tmp_path):
    assert findings(narrated(sentence), tmp_path, "TIM004") == []


def test_actions_and_tasks_may_be_relative(tmp_path):
    fragment = """
gaps: [{id: n-1, text: How the crews will vote., blocks: j-1, ask: Call the depots tomorrow.}]
actions: [{id: ac-1, for: Freight desk, text: Book lorries today.}]
"""
    assert findings(fragment, tmp_path, "TIM004") == []


@pytest.mark.parametrize(
    ("sentence", "number"),
    [
        ("The decree is dated 24 Rajab 1445.", 1),
        ("On 10 Muharram shops closed.", 1),
        ("The decree of 1402 SH was not printed.", 1),
        ("On 16 Dalwa 1402 the office closed.", 1),
        ("The decree is dated 24 Rajab 1445 AH (5 February 2024).", 0),
        ("The decree is of Rajab 1445 (February 2024).", 0),
        ("During Ramadan fewer trains run.", 0),
        ("President Asad met 5 ministers.", 0),
    ],
)
def test_a_hijri_date_needs_a_gregorian_one(sentence, number, tmp_path):
    assert len(findings(narrated(sentence), tmp_path, "TIM005")) == number


# TIM006


def dated(when: str, text: str = "The committee met.") -> str:
    """Return a fragment with a claim of this date."""
    return f"claims:\n  - {{id: c-4, text: {text}, sources: s-3, dated: {when}}}"


@pytest.mark.parametrize(
    ("when", "sentence", "number"),
    [
        ('{date: "2024-01-29", inferred: true}', "On 29 January the committee met [@c-4].", 1),
        ('"2024-01-29~"', "The committee met on 29 January 2024 [@c-4].", 1),
        ('"2024-01-29~"', "The committee met on 30 January 2024 [@c-4].", 1),
        ('"2024-01-29?"', "The meeting of 29 January was short [@c-4].", 1),
        ('"2024-01"', "On 29 January the committee met [@c-4].", 1),
        ('{date: "2024-01-29", precision: month}', "On 29 January the committee met [@c-4].", 1),
        ('"[2024-01-28,2024-01-29]"', "On 29 January the committee met [@c-4].", 1),
        ('"2024-01-29"', "On 29 January the committee met [@c-4].", 0),
        ('"2024-01-29~"', "About 29 January the committee met [@c-4].", 0),
        ('"2024-01-29~"', "The committee met on or about 29 January [@c-4].", 0),
        ('"2024-01-29~"', "The committee likely met on 29 January [@c-4].", 0),
        ('{date: "2024-01-29", inferred: true}', "On 29 January (inferred) the committee met [@c-4].", 0),
        ('"2024-01-29~"', "The committee met on 28 or 29 January [@c-4].", 0),
        ('"2024-01"', "The committee met in January, before the vote of 20 January [@c-4].", 0),
        ('"2024-01-28/2024-01-30"', "On 29 January the committee met [@c-4].", 0),
        ('"2024-01-29~"', "On 29 January the committee met [@c-4; @c-5].", 1),
        ('"2024-02"', "The union wrote on 3 February that its committee had met [@c-4].", 0),  # its source's own day
    ],
)
def test_an_inexact_date_told_as_exact_is_found(when, sentence, number, tmp_path):
    more = "\n  - {id: c-5, text: The committee meets often., sources: s-3}"
    assert len(findings(narrated(sentence, records=dated(when) + more), tmp_path, "TIM006")) == number


def test_the_note_may_say_how_the_day_is_known(tmp_path):
    records = dated('{date: "2024-01-29", inferred: true}')
    sentence = "On 29 January the committee met [@c-4]."
    assert findings(narrated(sentence, "The article gives weekdays only.", records), tmp_path, "TIM006") == []
    assert len(findings(narrated(sentence, "One source.", records), tmp_path, "TIM006")) == 1


def test_a_day_that_the_claim_gives_is_known(tmp_path):
    records = dated('"2024-01"', "The committee met on 29 January.")
    assert findings(narrated("On 29 January the committee met [@c-4].", records=records), tmp_path, "TIM006") == []


# TIM008 to TIM011


def judged(more: str) -> str:
    """Return a fragment with a second judgement."""
    return f"judgements:\n  - {{id: j-2, text: 'Trains {{likelihood}} run.', likelihood: likely, {more}}}"


@pytest.mark.parametrize(
    ("more", "number"),
    [
        ('horizon: "2024-01-31"', 1),
        ('horizon: "2024-02-05"', 0),
        ('horizon: "2024-02"', 0),
        ('horizon: "2024-03-01", resolve: {test: Trains, by: "2024-02-20"}', 1),
        ('horizon: "2024-01-31", resolve: {test: Trains, by: "2024-01-20"}', 2),
        ('horizon: "2024-03-01", resolve: {test: Trains, by: "2024-03-01"}', 0),
        ('horizon: "2024-01-31", resolve: {test: Trains, outcome: "true"}', 0),
    ],
)
def test_a_horizon_lies_ahead_and_before_the_scoring(more, number, tmp_path):
    assert len(findings(judged(more), tmp_path, "TIM008")) == number


@pytest.mark.parametrize(
    ("checked", "every", "number"),
    [
        ("2024-01-28", "7d", 1),
        ("2024-01-29", "7d", 0),
        ("2024-02-05", "6h", 0),
        ("2024-02-03", "6h", 1),
        ("2024-01-21", "2w", 1),
        ("2024-01-06", "1m", 0),
        ("2024-01", "7d", 0),
        ("2024-01-28~", "7d", 0),
    ],
)
def test_an_indicator_is_overdue_at_the_cutoff(checked, every, number, tmp_path):
    fragment = f'indicators:\n  - {{id: i-1, text: Crews return, judgement: j-1, checked: "{checked}", every: {every}}}'
    assert len(findings(fragment, tmp_path, "TIM009")) == number


@pytest.mark.parametrize(
    ("more", "number"),
    [
        ('horizon: "2024-03-01"', 1),
        ('horizon: "2024-03-20"', 0),
        ('horizon: "2024-03-01", resolve: {test: Trains, by: "2024-03-20"}', 0),
        ('horizon: "2024-03-01", resolve: {test: Trains, by: "2024-03-05"}', 1),
        ('horizon: "2024-03-01", resolve: {test: Trains, by: "2024-03-05", outcome: undecidable}', 0),
    ],
)
def test_only_today_tells_what_is_past_due(more, number, tmp_path):
    later = "product: {time: {next_issue: 2024-04-01}}\n"
    record = 'record: j-1, reason: "Not yet."'
    fragment = later + judged(more) + f"\nwaivers: [{{rule: TIM010, {record}}}]"
    assert len(findings(fragment, tmp_path, "TIM010", today=date(2024, 3, 15))) == number
    assert findings(fragment, tmp_path, "TIM010") == []


def test_next_issues_and_gaps_are_past_due_too(tmp_path):
    fragment = 'gaps: [{id: n-1, text: How crews vote., blocks: j-1, due: "2024-02-10"}]'
    found = findings(fragment, tmp_path, "TIM010", today=date(2024, 2, 15))
    assert sorted(one.record or "" for one in found) == ["", "n-1"]


@pytest.mark.parametrize(
    ("more", "number"),
    [
        ('checked: "2024-02-06"', 1),
        ('checked: "2024-02-05"', 0),
        ('checked: "2024-02"', 0),
        ('checked: "2024-02-05", history: {date: "2024-02-07", state: seen}', 1),
    ],
)
def test_a_check_after_the_cutoff_is_found(more, number, tmp_path):
    fragment = f"indicators:\n  - {{id: i-1, text: Crews return, judgement: j-1, {more}}}"
    assert len(findings(fragment, tmp_path, "TIM011")) == number
