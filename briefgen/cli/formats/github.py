"""GitHub workflow commands, which annotate the lines of a pull request."""

from __future__ import annotations

from briefgen.cli.formats.outcome import Outcome, full
from briefgen.cli.formats.repository import Repository
from briefgen.findings import Finding

LEVELS = {"error": "error", "warning": "warning", "info": "notice"}


def render(outcome: Outcome) -> str:
    """Return one command a finding; what is waived is not annotated."""
    repository = Repository()
    return "\n".join(_annotation(one, repository) for one in outcome.findings)


def _annotation(one: Finding, repository: Repository) -> str:
    path = _property(repository.path(one.mark.path).as_posix())
    place = f"file={path},line={one.mark.line},col={one.mark.column},title={_property(one.code)}"
    return f"::{LEVELS[one.severity]} {place}::{_data(full(one))}"


def _data(words: str) -> str:
    return words.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(words: str) -> str:
    return _data(words).replace(":", "%3A").replace(",", "%2C")
