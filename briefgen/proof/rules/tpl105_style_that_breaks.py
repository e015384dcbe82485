"""Style rules that the engine drops or stumbles over, whatever the sheet."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefgen.findings import Mark, Severity
from briefgen.proof.rule import Fault
from briefgen.proof.rules.tpl102_opacity import place

CODE = "TPL105"
SEVERITY: Severity = "error"
#: What stands in a style sheet, what comes of it (WeasyPrint 70), what to write instead.
BREAKS = (
    (r"@supports\b", "@supports drops everything inside it", "write the rules without the condition"),
    (r"@container\b", "container queries are not known to print", "set the widths that the page has"),
    (r"@font-face\b", "a page may bring no font: it could print other letters than it holds", "name a shipped font"),
    (r"::marker\s*\{[^}]*\bcontent\b", "content in ::marker ends the print run", "use list-style: none and ::before"),
    (
        r"::first-letter\s*\{[^}]*\bfloat\b",
        "a floated first letter can end the print run",
        "set the first letter larger on its line",
    ),
    (r"\bcolor-mix\(", "color-mix() is not known to print", "write the mixed colour"),
    (r"\bposition\s*:\s*sticky\b", "print knows no sticky elements", "put it into @media screen"),
    (r"\bwriting-mode\s*:", "print knows no vertical text", "turn it with transform: rotate()"),
    (r"(?<![\w-])(?:backdrop-)?filter\s*:", "print draws no filters", "leave it out"),
    (r"\bmix-blend-mode\s*:", "print mixes no layers", "choose the colour that should come out"),
)


def check_style(text: str, path: str) -> Iterator[Fault]:
    """Yield every rule that does not do what it says."""
    for pattern, message, remedy in BREAKS:
        for found in re.finditer(pattern, text, re.I):
            yield Fault(Mark(path, *place(text, found.start())), message, remedy)
