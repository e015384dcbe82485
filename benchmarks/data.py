"""What 100,000 rows cost: the reading against Python's own reader in the same process, and the memory of a build."""

from __future__ import annotations

import csv
import subprocess
import sys
import time
from pathlib import Path

from benchmarks import events
from briefgen import sheet

ROWS = 100_000
SHEET = """\
briefgen: 1
product: {id: BENCH-DATA, title: Attacks are likely to go on until April, time: "2024-02-07"}
sources: {id: s-1, title: Made up for a measurement}
datasets: {id: d-1, title: Events, file: events.csv, source: s-1, filters: {country: [Pakistan, Afghanistan]}}
figures:
  - {kind: trend, from: d-1, measure: killed, baseline: "2022", caption: Reported dead by month}
  - {kind: incident-map, from: d-1, caption: Events by province}
"""
PEAK = """\
import atexit, resource, sys
atexit.register(lambda: print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss))
from briefgen.__main__ import main
sys.argv = ["briefgen", "build", *sys.argv[1:]]
main()
"""


def desk(folder: Path) -> Path:
    """Return the path of a sheet in *folder* with a dataset beside it."""
    events.write(folder / "events.csv", ROWS)
    (folder / "data.yaml").write_text(SHEET, encoding="utf-8")
    return folder / "data.yaml"


def seconds(path: Path, rounds: int) -> dict[str, list[float]]:
    """Return the seconds of both ways to read the file, in turns, after one round that is not counted."""
    taken: dict[str, list[float]] = {"sum 100,000 rows up": [], "csv.reader alone": []}
    for turn in range(rounds + 1):
        for name, read in zip(taken, (_sum_up, _read), strict=True):
            began = time.perf_counter()
            read(path)
            if turn:
                taken[name].append(time.perf_counter() - began)
    return taken


def _sum_up(path: Path) -> None:
    assert sheet.load(path).sheet, "the sheet has errors"


def _read(path: Path) -> None:
    with path.with_name("events.csv").open(encoding="utf-8", newline="") as file:
        for _ in csv.reader(file):
            pass


def peak(path: Path, out: Path) -> float:
    """Return how much memory a build of the sheet takes at most, in MB: trend, map, table and the file of all rows."""
    command = [sys.executable, "-c", PEAK, str(path), "--out", str(out)]
    done = subprocess.run(command, cwd=path.parent, check=True, capture_output=True, text=True)
    return int(done.stdout.split()[-1]) / 1000  # kB on Linux
