"""Every leak that we could think of is found: planted, it makes the tests of non-interference fail."""

from functools import partial

import pytest

from briefgen.markings import tlp
from tests.edition import looks, mutants
from tests.edition.pairs import Desk, corpus
from tests.edition.sides import SIDES
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
def sheets(desk):
    """Return pairs with their sheets."""
    read = [(pair, [desk.parsed(pair, side).sheet for side in SIDES]) for pair in corpus(250)]
    return [(pair, both) for pair, both in read if all(both)]


@pytest.fixture(scope="module")
def room(tmp_path_factory):
    return looks.Room(tmp_path_factory.mktemp("room"))


def tells(both):
    """Return whether somebody who sees one of *both* learns what is withheld."""
    left, right = both
    return left != right or NEEDLE in repr(left).lower()


def told(desk, sheets, look):
    def looked(pair, sheet):
        return [look(view) for view in desk.editions(sheet, pair)]

    return any(tells([looked(pair, sheet) for sheet in both]) for pair, both in sheets)


def builds(room, pair):
    left, right = (room.build(pair.yaml(side), cache=f"own-{side}") for side in SIDES)
    return left[:2] != right[:2] or NEEDLE in repr(left).lower()


@pytest.mark.parametrize("mutant", mutants.IN_EDITIONS, ids=str)
def test_a_leak_into_an_edition_is_found(desk, sheets, mutant, monkeypatch):
    mutant.plant(monkeypatch)
    assert told(desk, sheets, looks.task)


@pytest.mark.parametrize("mutant", mutants.IN_PAGES, ids=str)
def test_a_leak_into_a_page_is_found(desk, sheets, mutant, monkeypatch):
    mutant.plant(monkeypatch)
    assert told(desk, sheets[:60], partial(looks.page, product="flash"))


@pytest.mark.parametrize("mutant", mutants.IN_BUILDS, ids=str)
def test_a_leak_into_a_build_is_found(room, mutant, monkeypatch):
    mutant.plant(monkeypatch)
    assert any(builds(room, pair) for pair in corpus(12, tlp.SCHEME, own=True))


@pytest.mark.parametrize("mutant", mutants.IN_CACHES, ids=str)
def test_a_leak_through_a_cache_is_found(room, mutant, monkeypatch):
    mutant.plant(monkeypatch)
    assert any(tells(looks.after_others(room, pair)) for pair in corpus(12, tlp.SCHEME, own=True))


def test_there_is_none_where_none_was_planted(desk, sheets):
    assert not told(desk, sheets, looks.task)
