"""What every rule about templates is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple, Protocol

from briefgen.findings import Finding, Mark, Severity
from briefgen.proof.markup import Element


class Fault(NamedTuple):
    """A place in a template, what is wrong there and why it matters, and what to write instead."""

    mark: Mark
    message: str
    remedy: str


class Rule(Protocol):
    """A module of `briefgen.proof.rules`: it looks at the elements of a template, or of a page made with it."""

    CODE: str
    SEVERITY: Severity

    def check(self, root: Element) -> Iterator[Fault]:
        """Yield every fault below *root*."""


class StyleRule(Protocol):
    """A module that looks at a style sheet, without its comments and what is for the screen only."""

    CODE: str
    SEVERITY: Severity

    def check_style(self, text: str, path: str) -> Iterator[Fault]:
        """Yield every fault in the style sheet *text*."""


def findings(code: str, severity: Severity, faults: Iterable[Fault]) -> Iterator[Finding]:
    """Yield a finding for each of *faults*."""
    for fault in faults:
        yield Finding(fault.mark, code, fault.message, fault.remedy, severity)
