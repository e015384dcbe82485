"""The explanation with least against it comes first; what tells nothing and what decides is known by row."""

import pytest

from briefgen.tradecraft import ach

H = ("h-1", "h-2", "h-3")


def rows(*lines):
    return [dict(zip(H, line.split(), strict=False)) for line in lines]


def ranks(*lines):
    return {one: standing.rank for one, standing in ach.standings(H, rows(*lines)).items()}


def test_the_fewest_inconsistencies_come_first():
    assert ranks("C I I", "I C I", "C C I", "C I N") == {"h-1": 1, "h-2": 2, "h-3": 3}


def test_what_fits_counts_nothing():
    assert ranks("CC N N", "CC N N", "I N N") == {"h-1": 3, "h-2": 1, "h-3": 1}


def test_items_are_counted_before_their_strength():
    assert ranks("II I N", "N I N") == {"h-1": 2, "h-2": 3, "h-3": 1}


def test_strength_decides_between_equal_counts():
    assert ranks("II I C") == {"h-1": 3, "h-2": 2, "h-3": 1}


def test_equals_share_a_rank_and_the_next_one_is_skipped():
    found = ach.standings(H, rows("I I II", "I I I"))

    assert [(one.rank, one.shared) for one in found.values()] == [(1, True), (1, True), (3, False)]


def test_counts_are_those_of_the_table():
    found = ach.standings(H, rows("I II C", "II II N", "C CC N"))

    assert [(one.against, one.strongly) for one in found.values()] == [(2, 1), (2, 2), (0, 0)]


def test_a_hypothesis_that_is_never_rated_has_no_standing():
    assert set(ach.standings(H, rows("I C", "C I"))) == {"h-1", "h-2"}


def test_a_hypothesis_that_is_not_rated_in_every_row_is_incomplete():
    assert [one.complete for one in ach.standings(H, rows("I C C", "C I")).values()] == [True, True, False]


@pytest.mark.parametrize("row", ["C C C", "N N N", "I I I", "II II II"])
def test_a_row_that_rates_all_alike_is_not_diagnostic(row):
    assert not ach.is_diagnostic(H, rows(row)[0])


@pytest.mark.parametrize("row", ["C C N", "CC C C", "I I II", "C C"])
def test_a_row_that_tells_two_apart_is_diagnostic(row):
    assert ach.is_diagnostic(H, rows(row)[0])


def test_a_row_tells_nothing_of_one_hypothesis_alone():
    assert ach.is_diagnostic(("h-1",), {"h-1": "C"})


def test_the_rows_that_decide_are_those_without_which_others_come_first():
    assert ach.decisive(H, rows("C I I", "I C I", "C I I")) == {0: ("h-1", "h-2"), 2: ("h-1", "h-2")}


def test_no_row_decides_where_the_distance_is_two():
    assert ach.decisive(H, rows("C I I", "C I I", "C I I", "I C C")) == {}


def test_a_row_can_decide_between_equals():
    assert ach.decisive(H[:2], rows("I C", "C I")) == {0: ("h-1",), 1: ("h-2",)}


def test_nothing_comes_first_in_an_empty_table():
    assert ach.standings(H, []) == {}
    assert ach.decisive(H, []) == {}
    assert ach.first(H, []) == ()


def test_one_row_alone_is_not_left_out():
    assert ach.decisive(H, rows("C I I")) == {}


def test_leaving_out_agrees_with_ranking_what_is_left():
    table = rows("C II I", "I C N", "N I C", "II C I", "C C I", "I N C")
    alone = {number: ach.first(H, table[:number] + table[number + 1 :]) for number in range(len(table))}

    assert ach.decisive(H, table) == {number: then for number, then in alone.items() if then != ach.first(H, table)}
