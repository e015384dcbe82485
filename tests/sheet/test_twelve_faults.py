"""One sheet with twelve planted faults, one of them of syntax: one run prints all twelve, each at its place."""

from __future__ import annotations

from pathlib import Path

from briefgen import sheet

FAULTS = Path(__file__).parents[1] / "briefs" / "twelve-faults.yaml"


def test_all_twelve_faults_are_found_in_one_run_with_place_and_remedy(monkeypatch):
    monkeypatch.chdir(FAULTS.parent)
    parsed = sheet.load(Path(FAULTS.name))
    printed = "".join(f"{finding}\n" for finding in parsed.findings)
    assert printed == FAULTS.with_suffix(".txt").read_text(encoding="utf-8")
    assert parsed.sheet is None
    assert len({finding.code for finding in parsed.findings}) == len(parsed.findings) == 12
