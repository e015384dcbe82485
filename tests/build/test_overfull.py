"""What is said of a page that fits no way: as many records as together free the excess, or that none do."""

import pytest

from briefgen.build.answer import Failure
from briefgen.build.overfull import overfull
from briefgen.findings import Mark


def remedy(over, held, key):
    """Return the remedy for a page with records of high priority and key judgements, by their heights."""
    records = {
        "events": [{"id": one, "priority": "high"} for one in held],
        "judgements": [{"id": one, "key": True, "priority": "normal"} for one in key],
    }
    where = {one: Mark("a.yaml", line, 1) for line, one in enumerate({**held, **key}, 1)}
    unfit = Failure("unfit", (), None, over, 1, {**key, **held}, ("events",))
    return overfull("card", unfit, records, lambda one: where.get(one, Mark("a.yaml", 1, 1))).finding.remedy


@pytest.mark.parametrize(
    ("over", "held", "key", "said"),
    [
        (8, {"e-1": 9.0, "e-2": 4.0}, {"j-1": 2.0}, "give e-1 (9 mm) a lower priority"),
        (8, {"e-1": 9.0}, {"j-1": 20.0}, "shorten j-1 (20 mm) or give e-1 (9 mm, line 1) a lower priority"),
        (
            12,
            {"e-1": 4.0, "e-2": 6.0, "e-3": 5.0},
            {},
            "give e-2 (6 mm), e-3 (5 mm, line 3) and e-1 (4 mm, line 1) a lower priority",
        ),
        (8, {"e-1": 5.0}, {"j-1": 4.0}, "shorten j-1 (4 mm) and give e-1 (5 mm, line 1) a lower priority"),
        (8, {}, {}, "shorten the title and the bottom line"),
    ],
)
def test_as_many_are_named_as_free_the_excess(over, held, key, said):
    assert remedy(over, held, key) == said


def test_where_nothing_frees_it_that_is_said():
    assert remedy(30, {"e-1": 5.0}, {"j-1": 4.0}).endswith(
        "that frees at most 9 mm, so shorten the title and the bottom line too"
    )
