"""The rules that need the finished page: what a template has made of a sheet without a fault."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol

from briefgen.desk import UNSET, LintSettings
from briefgen.findings import Finding, Mark, Severity
from briefgen.page_rules import est016_scale_not_explained
from briefgen.tradecraft.likelihood import Scale


class PageRule(Protocol):
    """A module of this folder; its docstring is its page, as that of a rule is, with examples in HTML."""

    __doc__: str | None
    CODE: str
    SEVERITY: Severity
    STANDARD: str

    def check(self, html: str, scale: Scale) -> Iterator[tuple[str, str]]:
        """Yield message and remedy for everything that is wrong with a page."""


PAGE_RULES: tuple[PageRule, ...] = (est016_scale_not_explained,)


def check_page(html: str, scale: Scale, template: str, settings: LintSettings = UNSET) -> list[Finding]:
    """Return what the rules say of a finished page that *template* has made; its place is the template's first line."""
    found = []
    for rule in PAGE_RULES:
        severity = settings.severity.get(rule.CODE, rule.SEVERITY)
        if severity == "off":
            continue
        for message, remedy in rule.check(html, scale):
            found.append(Finding(Mark(template, 1, 1), rule.CODE, message, remedy, severity))
    return found
