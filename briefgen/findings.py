"""What a check has to say: a place, how bad it is, a sentence, and the remedy."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Literal

BREAKS = re.compile("[\0-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]+")
Severity = Literal["error", "warning", "info"]


@dataclass(frozen=True, order=True)
class Mark:
    """A place in a file: path as the user gave it, line and column counted from 1; both 0 for the file as a whole."""

    path: str
    line: int
    column: int

    def __str__(self) -> str:
        """Return ``path:line:col``, the form that editors jump to, or the path of a whole file."""
        return f"{self.path}:{self.line}:{self.column}" if self.line else self.path


@dataclass(frozen=True, order=True)
class Finding:
    """One problem at one place; sorts by place, then by code. A waiver can be narrowed to its *words*."""

    mark: Mark
    code: str
    message: str
    remedy: str
    severity: Severity = "error"
    record: str | None = field(default=None, compare=False)
    words: str | None = field(default=None, compare=False)

    def __str__(self) -> str:
        """Return the one line that a terminal shows."""
        return one_line(f"{self.mark}: {self.severity} {self.code} {self.message} — {self.remedy}")


def one_line(words: str) -> str:
    """Return *words* without line breaks and control characters, so that what they quote cannot forge a line."""
    return words if words.isprintable() else BREAKS.sub(" ", words)
