"""What the benchmarks measure is valid; how long it takes is measured by `make bench`, and in no test."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.budgets import BUDGETS
from benchmarks.comparison import Comparison, Way
from benchmarks.generator import Size, fact_sheet
from benchmarks.peers import PEERS
from benchmarks.report import plain, table
from benchmarks.room import ORDINARY, Room, Sizes
from benchmarks.rounds import measured
from briefgen import desk, sheet

ROOT = Path(__file__).parents[1]


@pytest.fixture
def room(tmp_path):
    return Room(tmp_path, ROOT / "briefs" / "ttp-islamabad-ceasefire-2.yaml", Sizes(2, 1, 30, 20))


def errors(folder):
    """Return the errors of all sheets in *folder*, and how many sheets there are."""
    paths = [path for path in folder.glob("*/briefs/*.yaml") if "briefgen:" in path.read_text("utf-8")]
    homes = {path: desk.find(path.parent) for path in paths}
    parsed = [sheet.load(path, home.registry, home.root) for path, home in homes.items()]
    return [one for made in parsed for one in made.findings if one.severity == "error"], len(paths)


def test_the_same_seed_gives_the_same_sheet():
    assert fact_sheet(3, Size.of(ORDINARY)) == fact_sheet(3, Size.of(ORDINARY)) != fact_sheet(4, Size.of(ORDINARY))


def test_an_ordinary_sheet_is_of_ordinary_size(tmp_path):
    path = tmp_path / "sheet.yaml"
    path.write_text(fact_sheet(1, Size.of(ORDINARY)), "utf-8")
    made = sheet.load(path).sheet

    assert made
    assert [len(one) for one in (made.sources, made.claims, made.events, made.judgements)] == [20, 30, 25, 6]


@pytest.mark.parametrize("name", BUDGETS)
def test_a_budget_is_measured_on_valid_sheets(room, name):
    made = BUDGETS[name](room)

    assert made.limit
    assert errors(room.folder)[0] == []


@pytest.mark.parametrize("name", PEERS)
def test_a_peer_prints_valid_sheets_or_says_what_it_lacks(room, name):
    if PEERS[name].missing():
        pytest.skip(PEERS[name].missing())

    assert PEERS[name].way(room).name
    assert errors(room.folder) == ([], 2)


def test_ways_are_measured_in_turns_and_each_once_a_round():
    calls: list[str] = []

    def way(name, figure):
        def measure():
            calls.append(name)
            return figure

        return Way(name, measure)

    quick, slow, rare = way("quick", 1.0), way("slow", 3.0), way("rare", 10.0)
    both = Comparison(slow, (quick,), 2.0), Comparison(rare, (quick, slow), rounds=1)
    figures = measured(both, 2)

    assert calls == ["slow", "quick", "rare"] * 2 + ["slow", "quick"]
    assert [one.ratio(figures) for one in both] == [3.0, 2.5]
    assert "| slow | 3.00 s | quick | 1.00 s | 3.00 | ≤ 2.00 **not met** |" in table(both, figures)
    assert plain(both, figures)["comparisons"][1]["against"] == ["quick", "slow"]
