"""A table of events is read by Python's own reader, and summed up while it is read."""

from __future__ import annotations

import csv
import time
from pathlib import Path

from benchmarks.comparison import Comparison, Way
from benchmarks.room import Room
from briefgen import sheet

SHEET = """\
briefgen: 1
product: {id: BENCH-DATA, title: Attacks are likely to go on until April, time: "2024-02-07"}
sources: {id: s-1, title: Made up for a measurement}
datasets: {id: d-1, title: Events, file: events.csv, source: s-1, filters: {country: [Pakistan, Afghanistan]}}
figures:
  - {kind: trend, from: d-1, measure: killed, baseline: "2022", caption: Reported dead by month}
  - {kind: incident-map, from: d-1, caption: Events by province}
"""


def charted(room: Room) -> Path:
    """Return a sheet with two figures of the file of events."""
    path = room.table.with_name("data.yaml")
    path.write_text(SHEET, encoding="utf-8")
    return path


def budget(room: Room) -> Comparison:
    """Return reading and summing a file of events up against reading it alone, both without starting Python."""
    path = charted(room)

    def sum_up() -> float:
        began = time.perf_counter()
        assert sheet.load(path).sheet, "the sheet has errors"
        return time.perf_counter() - began

    def read() -> float:
        began = time.perf_counter()
        with room.table.open(encoding="utf-8", newline="") as file:
            for _ in csv.reader(file):
                pass
        return time.perf_counter() - began

    return Comparison(Way(f"sum {room.sizes.rows:,} rows up", sum_up), (Way("csv.reader alone", read),), 3.0)
