import pytest

from briefgen.compose.amounts import amount, spelled


def toll(**known):
    return {"low": None, "best": None, "high": None, "or_more": False, "note": None} | known


CASES = [
    ({"best": 10}, "10", "10"),
    ({"low": 10}, "≥\u200910", "at least 10"),
    ({"low": 10, "best": 10}, "≥\u200910", "at least 10"),
    ({"low": 26, "best": 28}, "26–28", "26 to 28"),
    ({"low": 26, "best": 27, "high": 28}, "26–28", "26 to 28"),
    ({"low": 24, "high": 30, "or_more": True}, "24–30 or more", "24 to more than 30"),
    ({"best": 1200, "or_more": True}, "≥\u20091,200", "at least 1,200"),
    ({"best": 0}, "0", "0"),
]


@pytest.mark.parametrize(("known", "table", "prose"), CASES)
def test_numbers_keep_their_range(known, table, prose):
    assert amount(toll(**known)) == table
    assert spelled(toll(**known)) == prose


def test_a_number_that_nobody_gives_is_a_dash():
    assert amount(None) == "–"
