"""A likelihood scale: terms in order, each with its band in per cent and the words that stand for it in a text."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise


@dataclass(frozen=True)
class Term:
    """One expression of likelihood; *low* and *high* in per cent, *synonym* from the scale's second row, if any.

    *forms* and *synonym_forms* are other words for the label and the synonym: their adverbs and their other orders.
    *ends* says which limits belong to the band, in the notation of intervals: ``[)`` holds *low* and not *high*.
    """

    id: str
    label: str
    low: int
    high: int
    synonym: str | None = None
    forms: tuple[str, ...] = ()
    synonym_forms: tuple[str, ...] = ()
    ends: str = "[]"

    @property
    def rows(self) -> dict[str, tuple[str, ...]]:
        """All words that stand for the term: row A with the label, row B with the synonym."""
        second = (self.synonym, *self.synonym_forms) if self.synonym else ()
        return {"A": (self.label, *self.forms), "B": second}

    @property
    def band(self) -> str:
        """The band in figures: ``55–80``, or ``100`` where it is a single number."""
        return str(self.low) if self.low == self.high else f"{self.low}–{self.high}"

    @property
    def spoken(self) -> str:
        """The band in words: ``55 to 80 per cent``."""
        return f"{self.low} per cent" if self.low == self.high else f"{self.low} to {self.high} per cent"

    def holds(self, percent: float) -> bool:
        """Return whether a number lies in the band."""
        above = percent >= self.low if self.ends[0] == "[" else percent > self.low
        return above and (percent <= self.high if self.ends[1] == "]" else percent < self.high)


@dataclass(frozen=True)
class Scale:
    """Terms from the least to the most likely; bands that do not touch leave gaps that have no term on purpose.

    *one_row*: a document keeps to one of the two rows of words. *verified*: the standard's own text, or a text that
    quotes it, has been read.
    """

    id: str
    title: str
    edition: str
    terms: tuple[Term, ...]
    note: str
    one_row: bool = False
    verified: bool = True

    @property
    def caveat(self) -> str:
        """What a reader must be told of a scale that is not verified; else nothing."""
        return "" if self.verified else "Unverified: the primary text is not public."

    @property
    def contiguous(self) -> bool:
        """Whether every number between the lowest and the highest limit has a term."""
        return all(after.low <= term.high for term, after in pairwise(self.terms))

    @property
    def overlapping(self) -> bool:
        """Whether a band holds more than the edge of another."""
        return any(after.low < term.high for term, after in pairwise(self.terms))

    def find(self, term_id: str) -> Term | None:
        """Return the term with this id, or None."""
        return next((term for term in self.terms if term.id == term_id), None)

    def at(self, percent: float) -> tuple[Term, ...]:
        """Return all terms whose band holds a number: none in a gap, several where bands overlap."""
        return tuple(term for term in self.terms if term.holds(percent))
