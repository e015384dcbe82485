"""What goes wrong in one product costs that product, says so, and harms nothing else."""

import re

import pytest

from tests.build import runs, thirty
from tests.build.planted import PLANTS

SAID = {
    "Bug": "error RUN003 ValueError: planted",
    "Crash": r"error RUN002 its process crashed \(signal 11\)",
    "Hang": "error RUN001 it took longer than 5 seconds and was stopped",
    "Killed": r"error RUN002 its process crashed \(signal 9\)",
    "Memory": "error PDF001 the page takes more memory than it may",
}


def sheet(number, title):
    return f"briefgen: 1\nproduct: {{id: N-{number:03}, title: {title}, time: 2024-02-02, handling: TLP:CLEAR}}\n"


def batch(root, sheets):
    """Write a desk of so many sheets, five of which have something planted in them; return the numbers of these."""
    thirty.make(root, 0)
    planted = {sheets // 7 * (place + 1): title for place, title in enumerate(PLANTS)}
    for number in range(sheets):
        (root / "briefs" / f"{number:03}.yaml").write_text(sheet(number, planted.get(number, "Sound")))
    return planted


@pytest.mark.parametrize("sheets", [14, pytest.param(200, marks=pytest.mark.slow)])
@pytest.mark.parametrize("formats", [("html",), pytest.param(("pdf",), marks=pytest.mark.slow)])
def test_five_faults_cost_five_products(tmp_path, monkeypatch, sheets, formats):
    root = tmp_path / "desk"
    planted = batch(root, sheets)
    monkeypatch.chdir(root)
    with runs.watched(tmp_path, work="tests.build.planted", time_limit=5) as workers:
        reports = runs.build(root, workers, root / "dist", formats=formats)
    with runs.watched(tmp_path) as workers:
        clean = runs.build(root, workers, root / "clean", root / "fresh", formats=formats)

    failed = {number: result for number, report in enumerate(reports) for result in report.results if not result.entry}
    assert {number: result.status for number, result in failed.items()} == dict.fromkeys(planted, "failed")
    for number, title in planted.items():
        assert re.match(rf"briefs/{number:03}\.yaml:1:1: {SAID[title]}", failed[number].reason or ""), failed[number]
    made, whole = runs.products(reports, root / "dist"), runs.products(clean, root / "clean")
    assert len(made) == sheets - len(planted)
    assert made == {name: data for name, data in whole.items() if name in made}
