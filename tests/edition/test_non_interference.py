"""What is above a reader's level changes nothing that the reader gets: two sheets that differ above it give the same.

The same are what workers are given, the files, the manifest, what is told of each sheet, and what the cache keeps of
editions; when many such sheets are built one after the other, with their left sides in one process and their right
sides in another.
"""

import os
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings

from briefgen.markings import tlp
from briefgen.outputs import SUFFIXES
from briefgen.sheet.model import Sheet
from tests.edition import looks
from tests.edition.builds import Order
from tests.edition.pairs import SCHEME, Desk, corpus, many, markings, pairs, written
from tests.edition.shapes import models, slots
from tests.edition.sides import SIDES
from tests.edition.twins import Twins, difference
from tests.edition.values import NEEDLE

#: Of every reader but the one who may read everything.
MARKINGS = markings(SCHEME)[:-1]
#: Of pairs that are built, and of those of them that are printed too, in every run; of editions, which are made better
#: examples of.
PAIRS, PRINTS, EDITIONS = 3000, 200, 250
#: Of pairs that are printed by night, as any product.
MANY_PRINTS = 2000
#: In a report.
FAILED = b'"status": "failed"'
#: Products that take half the time to print.
SMALL = ("flash", "one-pager")
#: Where files are in memory, on systems that have that: the builds write a hundred thousand.
MEMORY = Path("/dev/shm")
QUICK: dict[str, Any] = {"suppress_health_check": [HealthCheck.too_slow, HealthCheck.data_too_large], "deadline": None}


@pytest.fixture(scope="module")
def desk(tmp_path_factory):
    return Desk(tmp_path_factory.mktemp("desk"))


@pytest.fixture(scope="module")
def room(tmp_path_factory):
    return looks.Room(tmp_path_factory.mktemp("room"))


@pytest.fixture(scope="module")
def twins():
    place = MEMORY if os.access(MEMORY, os.W_OK) else None
    with TemporaryDirectory(dir=place) as folder, Twins(Path(folder) / "desk") as made:
        yield made


def each(count):
    """Return how many of *count* pairs one of the readers gets."""
    return -(-count // len(MARKINGS))


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

    @settings(max_examples=EDITIONS, **QUICK)
    @given(pairs())
    def holds(pair):
        made = looked(desk, pair, looks.task)
        accepted.append(made is not None)
        if made:
            assert made[0] == made[1]
            assert NEEDLE.encode() not in b"".join(made[0]).lower()

    holds()
    assert sum(accepted) > 0.99 * len(accepted)


def same(twins, drawn, order):
    examples = list(drawn)
    accepted, left, right = twins.accepted(examples, order)
    assert len(accepted) > 0.95 * len(examples)
    made = {f"dist/x-{number:03}{SUFFIXES[kind]}" for number in range(len(accepted)) for kind in order.formats}
    assert made - left.keys() == set(), [data for data in left.values() if FAILED in data]
    assert not difference(accepted, left, right)


@pytest.mark.parametrize("marking", MARKINGS, ids=lambda marking: marking.label)
def test_an_audience_gets_the_same(twins, marking):
    same(twins, many(each(PAIRS) - each(PRINTS), marking), Order(marking))


@pytest.mark.parametrize("marking", MARKINGS, ids=lambda marking: marking.label)
def test_an_audience_gets_the_same_in_print(twins, marking):
    same(twins, many(each(PRINTS), marking), Order(marking, ("pdf", "html", "csv"), products=SMALL))


def test_an_audience_gets_the_same_past_the_scanner(twins):
    marking = MARKINGS[5]  # whose label is long enough to be searched for
    same(twins, many(5, marking), Order(marking, scanned=True))


@pytest.mark.parametrize("marking", MARKINGS[::4], ids=lambda marking: marking.label)
def test_a_desk_gets_the_same_for_itself(twins, marking):
    same(twins, many(10, marking, own=True), Order(marking, audience=None))


# a press in this process leaves a file of colours for the collector to close
@pytest.mark.filterwarnings("ignore::ResourceWarning")
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
@settings(max_examples=5, phases=[Phase.generate], **QUICK)
@given(pairs(tlp.SCHEME, own=True))
def test_what_was_built_for_others_changes_nothing(room, pair):
    left, right = looks.after_others(room, pair)
    assert left == right


@pytest.mark.slow
@pytest.mark.parametrize("marking", MARKINGS, ids=lambda marking: marking.label)
def test_an_audience_gets_the_same_in_many_prints(twins, marking):
    same(twins, many(each(MANY_PRINTS), marking), Order(marking, ("pdf",)))
