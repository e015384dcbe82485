"""SARIF 2.1.0, the exchange format of analysis tools: code scanning services and editors read it."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from briefgen import __version__
from briefgen.cli.formats.outcome import Fingerprints, Outcome, full
from briefgen.cli.formats.repository import Repository
from briefgen.findings import Finding

if TYPE_CHECKING:
    from briefgen.lint.pages import Page

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
LEVELS = {"error": "error", "warning": "warning", "info": "note"}
#: Families of the reader's codes that a check can report; the others are about settings and printing.
FAMILIES = ("YML", "SHT", "REF", "INC")
TOP = "%SRCROOT%"


def render(outcome: Outcome) -> str:
    """Return a log with one run: every rule that was looked at, with its page, and every result."""
    found = [*((one, None) for one in outcome.findings), *((one.finding, one.reason) for one in outcome.waived)]
    rules = _rules(finding.code for finding, _ in found)
    numbers = {code: number for number, code in enumerate(rules)}
    log = {"$schema": SCHEMA, "version": "2.1.0", "runs": [_run(rules, _results(found, numbers))]}
    return json.dumps(log, indent=2, ensure_ascii=False)


def _run(rules: dict[str, dict[str, Any]], results: Iterable[dict[str, Any]]) -> dict[str, Any]:
    driver = {"name": "briefgen", "version": __version__, "semanticVersion": __version__, "rules": [*rules.values()]}
    return {
        "tool": {"driver": driver},
        "language": "en-GB",
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {TOP: {"description": {"text": "The top folder of the repository."}}},
        "results": [*results],
    }


def _rules(used: Iterable[str]) -> dict[str, dict[str, Any]]:
    """Return the description of every rule by code; a code that has no page has its name only."""
    from briefgen.lint.pages import pages

    known = {code: _rule(page) for code, page in pages().items() if page.standard or code.startswith(FAMILIES)}
    return known | {code: {"id": code} for code in used if code not in known}


def _rule(page: Page) -> dict[str, Any]:
    first, _, _ = page.body.partition("\n\n")
    return {
        "id": page.code,
        "name": "".join(word.capitalize() for word in re.findall("[A-Za-z0-9]+", page.name)),
        "shortDescription": {"text": page.title[:1].upper() + page.title[1:]},
        "fullDescription": {"text": " ".join(first.split()) or page.title},
        "help": {"text": str(page), "markdown": str(page)},
        "defaultConfiguration": {"level": LEVELS[page.severity]},
        "properties": {"tags": ["tradecraft", page.standard] if page.standard else ["sheet"]},
    }


def _results(found: Iterable[tuple[Finding, str | None]], numbers: dict[str, int]) -> Iterator[dict[str, Any]]:
    repository, fingerprints = Repository(), Fingerprints()
    for finding, reason in found:
        yield {
            "ruleId": finding.code,
            "ruleIndex": numbers[finding.code],
            "level": LEVELS[finding.severity],
            "message": {"text": full(finding)},
            "locations": [_location(finding, repository)],
            "partialFingerprints": {"briefgen/v1": fingerprints.of(finding)},
            "suppressions": [] if reason is None else [_suppression(reason)],
        }


def _location(finding: Finding, repository: Repository) -> dict[str, Any]:
    region = {"startLine": finding.mark.line, "startColumn": finding.mark.column}
    return {"physicalLocation": {"artifactLocation": _artifact(repository.path(finding.mark.path)), "region": region}}


def _artifact(path: Path) -> dict[str, str]:
    if path.is_absolute():
        return {"uri": path.as_uri()}
    return {"uri": quote(os.fsencode(path.as_posix())), "uriBaseId": TOP}


def _suppression(reason: str) -> dict[str, str]:
    return {"kind": "inSource", "status": "accepted", "justification": reason}
