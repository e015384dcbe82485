"""A likelihood scale: terms in order, each with its band in per cent."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Term:
    """One expression of likelihood; *low* and *high* in per cent, *synonym* from the scale's second row, if any."""

    id: str
    label: str
    low: int
    high: int
    synonym: str | None = None


@dataclass(frozen=True)
class Scale:
    """Terms from the least to the most likely; bands that do not touch leave gaps that have no term on purpose."""

    id: str
    title: str
    edition: str
    terms: tuple[Term, ...]
    note: str

    def find(self, term_id: str) -> Term | None:
        """Return the term with this id, or None."""
        return next((term for term in self.terms if term.id == term_id), None)
