"""What a check has found, as every format gets it."""

from __future__ import annotations

import hashlib
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from briefgen.findings import Finding, one_line

if TYPE_CHECKING:
    from briefgen.lint import Waived


@dataclass(frozen=True)
class Outcome:
    """Findings and waived ones, sorted by place; every sheet by its path as findings name it; the desk's folder.

    *unlinted* is how many of the sheets have errors of shape, so that no rule of the linter was asked about them.
    """

    findings: tuple[Finding, ...] = ()
    waived: tuple[Waived, ...] = ()
    sheets: tuple[str, ...] = ()
    root: Path = Path()
    unlinted: int = 0


def waived_line(waived: Waived) -> str:
    """Return the one line that says what is waived and why."""
    finding = waived.finding
    return one_line(f"{finding.mark}: waived {finding.code} {finding.message} — reason: {waived.reason}")


def full(finding: Finding) -> str:
    """Return what is wrong and what to write instead, on one line, for a format that shows the place itself."""
    return one_line(f"{finding.message} — {finding.remedy}")


class Fingerprints:
    """Names findings of one run by what stays the same when the lines of a sheet move."""

    def __init__(self) -> None:
        self._seen = Counter[tuple[str, str]]()

    def of(self, finding: Finding) -> str:
        """Return the name of a *finding*; the second one that says the same of the same file gets another."""
        said = "\0".join((finding.code, finding.record or "", finding.message))
        digest = hashlib.sha256(said.encode("utf-8", "surrogatepass")).hexdigest()[:32]
        self._seen[finding.mark.path, digest] += 1
        return f"{digest}:{self._seen[finding.mark.path, digest]}"
