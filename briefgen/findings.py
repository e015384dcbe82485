"""What a check has to say: a place, how bad it is, a sentence, and the remedy."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Severity = Literal["error", "warning", "info"]


@dataclass(frozen=True, order=True)
class Mark:
    """A place in a file: path as the user gave it, line and column counted from 1."""

    path: str
    line: int
    column: int

    def __str__(self) -> str:
        """Return ``path:line:col``, the form that editors jump to."""
        return f"{self.path}:{self.line}:{self.column}"


@dataclass(frozen=True, order=True)
class Finding:
    """One problem at one place; sorts by place, then by code."""

    mark: Mark
    code: str
    message: str
    remedy: str
    severity: Severity = "error"
    record: str | None = None

    def __str__(self) -> str:
        """Return the one line that a terminal shows."""
        return f"{self.mark}: {self.severity} {self.code} {self.message} — {self.remedy}"
