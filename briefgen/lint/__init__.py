"""The tradecraft linter: what a careful reviewer would say of a sheet, rule by rule."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from itertools import islice
from pathlib import Path

from briefgen.desk import UNSET, LintSettings
from briefgen.findings import Finding
from briefgen.lint import waivers
from briefgen.lint.review import Review
from briefgen.lint.rule import Rule
from briefgen.lint.rules import RULES, WAIVER_RULES
from briefgen.lint.waivers import Waived
from briefgen.page_rules import PAGE_RULES
from briefgen.sheet import Parsed

__all__ = ["CODES", "RULES", "WAIVER_RULES", "LintSettings", "Review", "Reviewed", "Rule", "Waived", "check", "review"]

#: Enough for any sheet that was meant; more would only cost time.
MAX_REMARKS = 500
#: The rules that look at more than the sheet: at files, or at the day.
LOOKING = tuple(rule for rule in RULES if hasattr(rule, "look"))
CODES = frozenset(rule.CODE for rule in (*RULES, *WAIVER_RULES)) | {rule.CODE for rule in PAGE_RULES} | {"SHT101"}


@dataclass(frozen=True)
class Reviewed:
    """All findings on one sheet, sorted by place, and those that the sheet waives, each with the reason.

    *is_linted* is false for a sheet with errors of shape.
    """

    findings: tuple[Finding, ...]
    waived: tuple[Waived, ...] = ()
    is_linted: bool = True


def review(
    parsed: Parsed, settings: LintSettings = UNSET, today: date | None = None, root: Path | None = None
) -> Reviewed:
    """Return what the reader and the linter have to say of a sheet; a sheet with errors of shape is not linted."""
    if parsed.sheet is None:
        return Reviewed(parsed.findings, is_linted=False)
    return check(Review(parsed.sheet, settings, today, root), parsed.findings)


def check(under: Review, found: Iterable[Finding] = ()) -> Reviewed:
    """Return what every rule says of the sheet *under* review, and what was *found* before, less what is waived."""
    raised = [*_severe(found, under.settings), *_findings(RULES, under)]
    left, waived, used = waivers.apply(under.sheet.waivers, raised)
    left += _findings(WAIVER_RULES, replace(under, codes=CODES, waived=frozenset(used)))
    return Reviewed(tuple(sorted(set(left))), tuple(sorted(set(waived))))


def look(under: Review) -> None:
    """Look at all that the rules look at outside of the sheet, and say nothing of it."""
    for rule in LOOKING:
        deque(rule.check(under), 0)


def _findings(rules: Iterable[Rule], under: Review) -> Iterator[Finding]:
    for rule in rules:
        severity = under.settings.severity.get(rule.CODE, rule.SEVERITY)
        if severity == "off":
            continue
        for one in islice(rule.check(under), MAX_REMARKS):
            yield Finding(one.mark, rule.CODE, one.message, one.remedy, severity, one.record, one.words)


def _severe(found: Iterable[Finding], settings: LintSettings) -> Iterator[Finding]:
    """Yield what was found before, with the severity that the desk gives it; errors of shape remain errors."""
    for finding in found:
        severity = settings.severity.get(finding.code, finding.severity) if finding.code in CODES else finding.severity
        if severity != "off":
            yield replace(finding, severity=severity)
