"""Waivers: which findings are to stand as they are, and which waivers waive nothing."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import product

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
    left, waived, used = [], [], set[str]()
    for finding in findings:
        known = [key for key in keys_of(finding) if key in reasons]
        if not known:
            left.append(finding)
        else:
            waived.append(Waived(finding, reasons[known[0]]))
            used.update(known)
    return left, waived, used


def keys(waiver: Waiver) -> list[str]:
    """Return what a waiver covers, one key for each of its records, or for each of its words on each."""
    return [key_of(waiver.rule, *about) for about in product(waiver.record or (None,), waiver.words or (None,))]


def keys_of(finding: Finding) -> list[str]:
    """Return what can waive a finding, the narrowest first."""
    words = [finding.words, None] if finding.words else [None]
    return [key_of(finding.code, finding.record, one) for one in words]


def key_of(code: str, record: str | None, words: str | None = None) -> str:
    """Return what a waiver and a finding have in common: rule, record, and words where it is narrowed to them."""
    return " ".join((code, record or "", *([words.casefold()] if words else [])))
