import pytest

from briefgen.figures.amounts import known
from briefgen.figures.cases import Count
from briefgen.figures.tally import counted, exactly
from briefgen.lint.ledger import span_of
from briefgen.outputs.csv import _ends
from briefgen.sheet.model.world import Amount
from tests.figures.editions import amount

#: What is written, and how it is printed in a table, as a label and in a sentence.
CASES = [
    ({"best": 10}, "10", "10", "10"),
    ({"low": 10}, "≥\u200910", "at least 10", "at least 10"),
    ({"low": 10, "best": 10}, "≥\u200910", "at least 10", "at least 10"),
    ({"low": 26, "best": 28}, "26–28", "26–28", "26 to 28"),
    ({"low": 26, "best": 27, "high": 28}, "26–28", "26–28", "26 to 28"),
    ({"low": 24, "high": 30, "or_more": True}, "24–30 or more", "24–30 or more", "24 to 30 or more"),
    ({"best": 1200, "or_more": True}, "≥\u20091,200", "at least 1,200", "at least 1,200"),
    ({"high": 4000}, "≤\u20094,000", "at most 4,000", "at most 4,000"),
    ({"high": 40, "or_more": True}, "≥\u200940", "at least 40", "at least 40"),
    ({"low": 40, "high": 40}, "40", "40", "40"),
    ({"low": 0, "high": 40}, "0–40", "0–40", "0 to 40"),
    ({"best": 0}, "0", "0", "0"),
    ({"high": 0}, "0", "0", "0"),
]


@pytest.mark.parametrize(("given", "signs", "label", "words"), CASES)
def test_numbers_keep_their_range_everywhere(given, signs, label, words):
    found = known(amount(**given))

    assert (found.signs, found.label, found.words) == (signs, label, words)
    assert (str(counted(amount(**given))), counted(amount(**given)).spoken) == (signs, words)
    assert Count.of(amount(**given)).words.partition(", best")[0] == label


def test_an_upper_limit_added_to_a_number_makes_a_range():
    cap = counted(amount(high=40))

    assert str(cap + cap) == "≤\u200980"
    assert str(cap + exactly(5)) == str(exactly(5) + cap) == "5–45"
    assert str(cap + counted(amount(low=5))) == "5–45 or more"
    assert str(cap + counted(None)) == "0–40 or more"


def test_an_upper_limit_is_one_for_the_linter_and_in_the_file_too():
    assert span_of(Amount.model_construct(low=None, best=None, high=40, or_more=False)).below
    assert _ends(amount(high=40)) == (None, 40)
    assert _ends(amount(low=40)) == (40, None)
