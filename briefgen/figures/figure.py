"""What every figure is: a drawing and the same in words and in a table."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

from briefgen.edition import Edition, Record

Row: TypeAlias = tuple[str, ...]


@dataclass(frozen=True)
class Figure:
    """A drawing and, for those who do not see it, the same in words and numbers.

    *caption* is one sentence, *alt* tells everything that is drawn, *table* is its head and rows, *key* explains the
    signs, *sources* are the ids of the records that it was drawn from, *names* the keys that are drawn for words which
    no drawing can hold, each with those words. An empty *svg* means that there is nothing to draw.
    """

    svg: str
    alt: str
    caption: str = ""
    table: tuple[Row, tuple[Row, ...]] = ((), ())
    key: str = ""
    sources: Row = ()
    names: tuple[tuple[str, str], ...] = ()


#: How wide and how high a drawing may be, in points: the measure, and a page of either size with its words.
WIDE, TALL = 470.0, 560.0

Draw: TypeAlias = Callable[[Edition, Record], Figure]
