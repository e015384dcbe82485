"""Every leak that we could think of is found: planted, it makes the tests of non-interference fail."""

from functools import partial

import pytest

from briefgen.markings import tlp
from tests.edition import builds, looks, mutants
from tests.edition.pairs import SCHEME, Desk, corpus, markings
from tests.edition.sides import SIDES
from tests.edition.twins import difference, sheets
from tests.edition.values import NEEDLE

#: A press in this process leaves a file of colours for the collector to close.
pytestmark = [
    pytest.mark.filterwarnings("ignore::ResourceWarning"),
    pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning"),
]


@pytest.fixture(scope="module")
def desk(tmp_path_factory):
    return Desk(tmp_path_factory.mktemp("desk"))


@pytest.fixture(scope="module")
def read(desk):
    """Return pairs with their sheets."""
    found = [(pair, [desk.parsed(pair, side).sheet for side in SIDES]) for pair in corpus(250)]
    return [(pair, both) for pair, both in found if all(both)]


@pytest.fixture(scope="module")
def room(tmp_path_factory):
    return looks.Room(tmp_path_factory.mktemp("room"))


def tells(both):
    """Return whether somebody who sees one of *both* learns what is withheld."""
    left, right = both
    return left != right or NEEDLE in repr(left).lower()


def told(desk, read, look):
    def looked(pair, sheet):
        return [look(view) for view in desk.editions(sheet, pair)]

    return any(tells([looked(pair, sheet) for sheet in both]) for pair, both in read)


def tells_by_files(room, pair):
    left, right = (room.build(pair.yaml(side), cache=f"own-{side}") for side in SIDES)
    return left[:2] != right[:2] or NEEDLE in repr(left).lower()


@pytest.mark.parametrize("mutant", mutants.IN_EDITIONS, ids=str)
def test_a_leak_into_an_edition_is_found(desk, read, mutant, monkeypatch):
    mutant.plant(monkeypatch)
    assert told(desk, read, looks.task)


@pytest.mark.parametrize("mutant", mutants.IN_PAGES, ids=str)
def test_a_leak_into_a_page_is_found(desk, read, mutant, monkeypatch):
    mutant.plant(monkeypatch)
    assert told(desk, read[:60], partial(looks.page, product="flash"))


@pytest.mark.parametrize("mutant", mutants.IN_BUILDS, ids=str)
def test_a_leak_into_a_build_is_found(room, mutant, monkeypatch):
    mutant.plant(monkeypatch)
    assert any(tells_by_files(room, pair) for pair in corpus(12, tlp.SCHEME, own=True))


@pytest.mark.parametrize("mutant", mutants.IN_AUDIENCES, ids=str)
def test_a_leak_to_an_audience_is_found(tmp_path, mutant, monkeypatch):
    mutant.plant(monkeypatch)
    order = builds.Order(markings(SCHEME)[5])
    pairs = list(corpus(6, marking=order.marking))
    left, right = (builds.build(tmp_path / "desk", list(sheets(pairs, side, order)), order) for side in SIDES)
    assert difference(pairs, left, right)


@pytest.mark.parametrize("mutant", mutants.IN_CACHES, ids=str)
def test_a_leak_through_a_cache_is_found(room, mutant, monkeypatch):
    mutant.plant(monkeypatch)
    assert any(tells(looks.after_others(room, pair)) for pair in corpus(12, tlp.SCHEME, own=True))


def test_there_is_none_where_none_was_planted(desk, read):
    assert not told(desk, read, looks.task)
