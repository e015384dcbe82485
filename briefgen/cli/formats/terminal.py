"""Findings for the eye: colour by severity, the line of the source, and a caret under the place."""

from __future__ import annotations

from rich.console import Console
from rich.text import Text

from briefgen.cli.formats.excerpt import Excerpt, Excerpts, harmless
from briefgen.cli.formats.outcome import Outcome, waived_line
from briefgen.findings import Finding, one_line

STYLES = {"error": "bold red", "warning": "bold yellow", "info": "bold cyan"}
BAR = "bold blue"
#: Cells for the source at least, however narrow the terminal is.
NARROWEST = 20


def render(outcome: Outcome) -> str:
    """Return all findings, each with its source line, and what is waived; NO_COLOR and TERM=dumb are heeded."""
    console = Console(stderr=True, highlight=False, markup=False, emoji=False)
    excerpts = Excerpts(outcome.root)
    with console.capture() as captured:
        for finding in outcome.findings:
            _print(console, finding, excerpts)
        for waived in outcome.waived:
            console.print(Text(harmless(waived_line(waived)), "dim"))
    return captured.get().removesuffix("\n")


def _print(console: Console, finding: Finding, excerpts: Excerpts) -> None:
    margin = len(str(finding.mark.line)) + 1
    found = excerpts.at(finding.mark, max(NARROWEST, console.width - margin - 3))
    console.print(_head(finding))
    if found:
        _draw(console, found, f"{finding.mark.line:>{margin}}", STYLES[finding.severity])
    _hang(console, f"{'':{margin}} = ", harmless(one_line(finding.remedy)))
    console.print()


def _head(finding: Finding) -> Text:
    return Text.assemble(
        (harmless(one_line(str(finding.mark))), "bold"),
        ": ",
        (f"{finding.severity} {finding.code}", STYLES[finding.severity]),
        (f" {harmless(one_line(finding.message))}", "bold"),
    )


def _draw(console: Console, found: Excerpt, number: str, style: str) -> None:
    console.print(Text.assemble((f"{number} | ", BAR), found.line), soft_wrap=True)
    below = f"{'':{len(number)}} | "
    console.print(Text.assemble((below, BAR), " " * found.indent, ("^", style)), soft_wrap=True)


def _hang(console: Console, start: str, words: str) -> None:
    """Print *words* behind *start*, with lines after the first hanging under the first."""
    for line in Text(words).wrap(console, max(NARROWEST, console.width - len(start))):
        line.rstrip()
        console.print(Text.assemble((start, BAR), line), soft_wrap=True)
        start = " " * len(start)
