"""Text made faint by opacity, which cannot be tagged."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefgen.findings import Mark, Severity
from briefgen.proof.rule import Fault

CODE = "TPL102"
SEVERITY: Severity = "error"
OPACITY = re.compile(r"(?<![\w-])opacity\s*:\s*+(?!1(?:\.0*)?\s*+(?:[;}\"]|\Z)|100%)", re.I)


def check_style(text: str, path: str) -> Iterator[Fault]:
    """Yield every declaration of an opacity below 1."""
    for found in OPACITY.finditer(text):
        message = "opacity puts text into a transparency group, which cannot be tagged (PDF/UA 7.1)"
        yield Fault(Mark(path, *place(text, found.start())), message, "use a paler colour, or rgba() for the text")


def place(text: str, at: int) -> tuple[int, int]:
    """Return line and column of an index, both from 1."""
    return text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at)
