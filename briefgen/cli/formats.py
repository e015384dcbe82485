"""How findings are printed: one function a format, findings to text."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence

from briefgen.findings import Finding


def text(findings: Sequence[Finding]) -> str:
    """Return one line a finding."""
    return "\n".join(map(str, findings))


def as_json(findings: Sequence[Finding]) -> str:
    """Return one JSON object that holds all findings and all waived ones."""
    listed = [
        {
            "path": one.mark.path,
            "line": one.mark.line,
            "column": one.mark.column,
            "severity": one.severity,
            "code": one.code,
            "message": one.message,
            "remedy": one.remedy,
            "record": one.record,
        }
        for one in findings
    ]
    return json.dumps({"findings": listed, "waived": []}, indent=2, ensure_ascii=False)


def github(findings: Sequence[Finding]) -> str:
    """Return GitHub workflow commands, which annotate the lines of a pull request."""
    return "\n".join(map(_annotation, findings))


def _annotation(one: Finding) -> str:
    level = {"error": "error", "warning": "warning", "info": "notice"}[one.severity]
    place = f"file={_property(one.mark.path)},line={one.mark.line},col={one.mark.column},title={_property(one.code)}"
    return f"::{level} {place}::{_data(f'{one.message} — {one.remedy}')}"


def _data(words: str) -> str:
    return words.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(words: str) -> str:
    return _data(words).replace(":", "%3A").replace(",", "%2C")


FORMATS: dict[str, Callable[[Sequence[Finding]], str]] = {"text": text, "json": as_json, "github": github}
