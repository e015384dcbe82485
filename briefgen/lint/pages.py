"""The page of every finding code, the reader's and the linter's: what it is, why it matters, examples."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from inspect import cleandoc

from briefgen import explain
from briefgen.findings import Severity
from briefgen.lint.rule import Rule
from briefgen.lint.rules import RULES, WAIVER_RULES
from briefgen.page_rules import PAGE_RULES, PageRule

#: Codes of the reader that do not stop a sheet from being built.
WARNINGS = frozenset({"INC006", "INC007", "SHT101"})


@dataclass(frozen=True)
class Page:
    """What there is to say of one code. *name* is short and stable; *standard* is known for the linter's rules only."""

    code: str
    name: str
    title: str
    body: str
    severity: Severity
    standard: str | None = None

    def __str__(self) -> str:
        """Return the whole page as Markdown."""
        return "\n\n".join(filter(None, [f"# {self.code}: {self.title}", self.origin, self.body])) + "\n"

    @property
    def origin(self) -> str:
        """How bad it is and which standard asks for it, in one line; nothing for the reader's codes."""
        return f"Severity {self.severity} · Standard {self.standard}" if self.standard else ""


@cache
def pages() -> dict[str, Page]:
    """Return all pages by code, in the order of the codes."""
    rules: list[Rule | PageRule] = [*RULES, *PAGE_RULES, *WAIVER_RULES]
    every = [*map(_of_reader, explain.codes()), *map(page, rules)]
    return {one.code: one for one in sorted(every, key=lambda one: one.code)}


def page(rule: Rule | PageRule) -> Page:
    """Return the page of a rule, which is its docstring."""
    title, _, body = cleandoc(rule.__doc__ or rule.CODE).partition("\n")
    module = str(getattr(rule, "__name__", rule.CODE)).rpartition(".")[2]
    return Page(rule.CODE, module.partition("_")[2], title, body.strip(), rule.SEVERITY, rule.STANDARD)


def _of_reader(code: str) -> Page:
    heading, _, body = explain.page(code).partition("\n")
    title = heading.removeprefix(f"# {code}: ")
    return Page(code, title, title, body.strip(), "warning" if code in WARNINGS else "error")
