"""What is above a reader's level changes nothing that the reader gets: two sheets that differ above it give the same.

An edition is made of a sheet by one function, and pages, files and their entries in the manifest are made of editions
in processes that have nothing else. So equal editions are equal files, whatever was withheld. The first test asks
whether editions are equal, the others whether anything gets from a sheet to its files by another way.
"""

from functools import partial
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, assume, given, settings
from hypothesis import strategies as st

from briefgen.markings import tlp
from briefgen.sheet.model import Sheet
from tests.edition import looks
from tests.edition.pairs import Desk, corpus, pairs, written
from tests.edition.shapes import models, slots
from tests.edition.sides import SIDES
from tests.edition.values import NEEDLE

PRODUCTS = ("assessment", "flash", "one-pager", "situation-update", "source-report")
#: A press in this process leaves a file of colours for the collector to close.
pytestmark = [
    pytest.mark.filterwarnings("ignore::ResourceWarning"),
    pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning"),
]
QUICK: dict[str, Any] = {"suppress_health_check": [HealthCheck.too_slow, HealthCheck.data_too_large], "deadline": None}


@pytest.fixture(scope="module")
def desk(tmp_path_factory):
    return Desk(tmp_path_factory.mktemp("desk"))


@pytest.fixture(scope="module")
def room(tmp_path_factory):
    return looks.Room(tmp_path_factory.mktemp("room"))


def looked(desk, pair, look):
    """Return what *look* makes of the editions of each side of a pair; none of a pair that was refused by mischance."""
    sheets = [desk.parsed(pair, side).sheet for side in SIDES]
    if not all(sheets):
        return None
    return [[look(view) for view in desk.editions(sheet, pair)] for sheet in sheets]


def test_every_field_of_the_model_is_in_some_sheet():
    seen = {field for pair in corpus(800) for field in written(pair.tree)}
    assert seen == {(model, slot.key) for model in models(Sheet) for slot in slots(model)}


def test_editions_are_equal(desk):
    accepted: list[bool] = []

    @settings(max_examples=3000, **QUICK)
    @given(pairs())
    def holds(pair):
        made = looked(desk, pair, looks.task)
        accepted.append(made is not None)
        if made:
            assert made[0] == made[1]
            assert NEEDLE.encode() not in b"".join(made[0]).lower()

    holds()
    assert sum(accepted) > 0.99 * len(accepted)


@settings(max_examples=40, **QUICK)
@given(pairs(), st.sampled_from(PRODUCTS))
def test_pages_are_equal(desk, pair, product):
    left, right = looked(desk, pair, partial(looks.page, product=product)) or ([], [])
    assert left == right
    assert NEEDLE.encode() not in repr(left).lower().encode()


@settings(max_examples=10, phases=[Phase.generate], **QUICK)
@given(pairs(tlp.SCHEME, own=True))
def test_builds_leave_the_same_files(room, pair):
    left, right = (room.build(pair.yaml(side), cache=side) for side in SIDES)
    assume(all(one.status != "refused" for _, results, _ in (left, right) for one in results))  # by mischance
    assert left[0]
    assert left[:2] == right[:2]
    assert NEEDLE not in repr(left).lower()


@settings(max_examples=5, phases=[Phase.generate], **QUICK)
@given(pairs(tlp.SCHEME, own=True))
def test_what_was_built_for_others_changes_nothing(room, pair):
    left, right = looks.after_others(room, pair)
    assert left == right


def same_print(desk, pair):
    left, right = looked(desk, pair, partial(looks.printed, product="flash")) or ([], [])
    assert left == right
    assert all(outcome.data.startswith(b"%PDF") for outcomes in left for outcome in outcomes)


@pytest.mark.parametrize("examples", [3, pytest.param(200, marks=pytest.mark.slow)])
def test_prints_are_equal(desk, examples):
    run = given(pairs())(lambda pair: same_print(desk, pair))
    settings(max_examples=examples, phases=[Phase.generate], **QUICK)(run)()
