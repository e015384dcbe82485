import pytest

from briefgen.compose.leading import leading

AS_OF = "2024-02-07T18:00+05:00"


def event(name, start, end=None, killed=None, **more):
    toll = killed and {"low": killed, "best": None, "high": None}
    harm = toll and {"killed": toll}
    return {"id": name, "when": {"start": start, "end": end}, "harm": harm, "priority": "normal"} | more


def first(*events):
    return leading(events, AS_OF)[0]["id"]


def test_harm_leads_what_is_later_but_harmed_nobody():
    assert first(event("talks", "2024-02-06"), event("attack", "2024-01-29", killed=15)) == "attack"


def test_of_two_with_harm_the_latest_leads():
    assert first(event("old", "2024-01-29", killed=15), event("new", "2024-02-05", killed=10)) == "new"


def test_of_two_of_one_day_the_one_with_more_dead_leads():
    assert first(event("few", "2024-02-05", killed=2), event("many", "2024-02-05", killed=10)) == "many"


def test_the_priority_of_the_desk_comes_before_all_else():
    assert first(event("new", "2024-02-05", killed=10), event("chosen", "2022-11", priority="high")) == "chosen"
    assert first(event("new", "2024-02-05", killed=10, priority="low"), event("talks", "2022-11")) == "talks"


def test_what_is_to_come_does_not_lead():
    assert first(event("vote", "2024-02-08"), event("ruling", "2024-02-01")) == "ruling"


def test_what_goes_on_is_as_late_as_its_last_known_day():
    assert first(event("flood", "2024-02-01", "2024-02-06", killed=3), event("bus", "2024-02-05", killed=2)) == "flood"


@pytest.mark.parametrize("vague", ["2024-02", "[..2024-02-01]", "2022-11/..", "2024-02-XX"])
def test_a_day_that_is_known_leads_one_that_may_be_as_late(vague):
    assert first(event("vague", vague), event("known", "2024-02-01")) == "known"


def test_an_open_end_counts_from_its_start():
    assert first(event("campaign", "2022-11/.."), event("statement", "2024-01-31")) == "statement"


def test_equals_keep_their_order():
    assert [one["id"] for one in leading([event("a", "2024-02-01"), event("b", "2024-02-01")], AS_OF)] == ["a", "b"]
