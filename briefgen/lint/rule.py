"""What a rule is, and what it yields."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple, Protocol

from briefgen.findings import Mark, Severity
from briefgen.lint.review import Review


class Remark(NamedTuple):
    """What a reviewer says of one place: what is wrong there and why it matters, and what to write instead.

    *words* are those that a waiver can be narrowed to.
    """

    mark: Mark
    message: str
    remedy: str
    record: str | None = None
    words: str | None = None


class Rule(Protocol):
    """A module of `briefgen.lint.rules`; its docstring is its page: a title, the reason, a bad and a good example."""

    __doc__: str | None
    CODE: str
    SEVERITY: Severity
    STANDARD: str

    def check(self, review: Review) -> Iterator[Remark]:
        """Yield what the rule has to say of a sheet."""
