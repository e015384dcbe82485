"""Waivers: which findings are to stand as they are, and which waivers waive nothing."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from briefgen.findings import Finding
from briefgen.sheet.model.waiver import Waiver


@dataclass(frozen=True, order=True)
class Waived:
    """A finding that is to stand, and the writer's reason."""

    finding: Finding
    reason: str


def apply(waivers: Iterable[Waiver], findings: Iterable[Finding]) -> tuple[list[Finding], list[Waived], set[str]]:
    """Return the findings that are left, those that are waived, and the keys of the waivers that waive something."""
    reasons = {key: waiver.reason for waiver in waivers for key in keys(waiver)}
    left, waived = [], []
    for finding in findings:
        reason = reasons.get(key_of(finding.code, finding.record))
        if reason is None:
            left.append(finding)
        else:
            waived.append(Waived(finding, reason))
    return left, waived, {key_of(one.finding.code, one.finding.record) for one in waived}


def keys(waiver: Waiver) -> list[str]:
    """Return what a waiver covers, one key for each of its records."""
    return [key_of(waiver.rule, record) for record in waiver.record or (None,)]


def key_of(code: str, record: str | None) -> str:
    """Return what a waiver and a finding have in common: rule and record."""
    return f"{code} {record or ''}"
