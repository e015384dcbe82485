"""One JSON object with all findings and all waived ones; docs/findings.schema.json says what is in it."""

from __future__ import annotations

import json

from briefgen.cli.formats.outcome import Outcome
from briefgen.findings import Finding


def render(outcome: Outcome) -> str:
    """Return the object as text."""
    waived = [{**_record(one.finding), "reason": one.reason} for one in outcome.waived]
    return json.dumps({"findings": [*map(_record, outcome.findings)], "waived": waived}, indent=2, ensure_ascii=False)


def _record(finding: Finding) -> dict[str, str | int | None]:
    return {
        "path": finding.mark.path,
        "line": finding.mark.line,
        "column": finding.mark.column,
        "severity": finding.severity,
        "code": finding.code,
        "message": finding.message,
        "remedy": finding.remedy,
        "record": finding.record,
    }
