"""What is said of a product that does not fit its page budget: by how much it is over, and what could be done."""

from __future__ import annotations

import math
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from briefgen.build.answer import Failure
from briefgen.compose.library import together
from briefgen.edition import Record
from briefgen.errors import FitError
from briefgen.findings import Finding, Mark

NUMBERS = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]
#: What to do about a look that takes more room than the standard layout.
LOOK = "take narrower fonts in the theme, or smaller type or margins in its style sheets"


def overfull(
    product: str,
    unfit: Failure,
    records: Mapping[str, Sequence[Record]],
    where: Callable[[str], Mark],
) -> FitError:
    """Return the error of a product that is too long even without all that may be left out.

    Its place is that of the first record that could be shortened or given up.
    """
    held = {one["id"] for section in unfit.yields for one in records[section] if one["priority"] == "high"}
    key = {one["id"] for one in records["judgements"] if one["key"]}
    mark, remedy = _advice(unfit, held - key, where)
    return FitError(Finding(mark, "FIT001", _excess(product, unfit), remedy))


def outsize(product: str, unfit: Failure, where: Callable[[str], Mark]) -> FitError:
    """Return the error of a product that is too long in the look of the desk only.

    Its place is that of the first record that could be shortened. A lower priority is no remedy: it is the standard
    layout that decides what is left out, and that has room.
    """
    mark, shorten = _advice(unfit, (), where) if unfit.heights else (where(""), "")
    message = f"{_excess(product, unfit)} in its theme, though the standard layout has room for it"
    return FitError(Finding(mark, "FIT003", message, ", or ".join(filter(None, (LOOK, shorten)))))


def _excess(product: str, unfit: Failure) -> str:
    return f"the {product} is {_millimetres(unfit.over)} over {_pages(unfit.pages)}"


def _advice(unfit: Failure, may_go: Collection[str], where: Callable[[str], Mark]) -> tuple[Mark, str]:
    """Return what to do about the records on the page, and the place of the first of them."""
    found = _enough(unfit.heights, may_go, unfit.over)
    named = (*found.shrink, *found.go)
    mark = where(named[0] if named else "")
    call = dict(zip(named, _called(named, unfit.heights, mark, where), strict=True))
    return mark, _remedy(found, call, unfit.over)


class _Room(NamedTuple):
    """Records that could *shrink* or *go*: each kind alone frees the excess, or both *together* free what they can."""

    shrink: tuple[str, ...]
    go: tuple[str, ...]
    free: float
    together: bool = False


def _enough(heights: Mapping[str, float], may_go: Collection[str], over: float) -> _Room:
    """Return as many records, the tallest first, as free *over* millimetres; all where these do not."""
    tallest = sorted(heights, key=lambda one: -heights[one])
    could_go = [one for one in tallest if one in may_go]
    could_shrink = [one for one in tallest if one not in may_go]
    go, shrink = (_first(some, heights, over) for some in (could_go, could_shrink))
    freed, saved = (sum(heights[one] for one in some) for some in (go, shrink))
    if max(freed, saved) >= over:
        return _Room(shrink if saved >= over else (), go if freed >= over else (), over)
    shrink = _first(could_shrink, heights, over - freed)
    return _Room(shrink, go, freed + sum(heights[one] for one in shrink), together=True)


def _first(ids: Iterable[str], heights: Mapping[str, float], needed: float) -> tuple[str, ...]:
    found: list[str] = []
    for one in ids:
        if needed <= 0:
            break
        found.append(one)
        needed -= heights[one]
    return tuple(found)


def _called(
    ids: Sequence[str], heights: Mapping[str, float], mark: Mark, where: Callable[[str], Mark]
) -> Iterator[str]:
    """Yield each id with its height, and with its place where that is another than *mark*."""
    for one in ids:
        place = where(one)
        line = f"line {place.line}" if place.path == mark.path else f"{place.path}:{place.line}"
        yield f"{one} ({_millimetres(heights[one])}{'' if place == mark else f', {line}'})"


def _remedy(found: _Room, call: Mapping[str, str], over: float) -> str:
    shorten = f"shorten {together([call[one] for one in found.shrink])}" if found.shrink else ""
    give = f"give {together([call[one] for one in found.go])} a lower priority" if found.go else ""
    steps = (" and " if found.together else " or ").join(filter(None, (shorten, give)))
    if found.free >= over:
        return steps
    also = f"{steps}: that frees at most {_millimetres(found.free)}, so " if steps else ""
    return f"{also}shorten the title and the bottom line{' too' if steps else ''}"


def _millimetres(length: float) -> str:
    return f"{max(1, math.ceil(length))} mm"


def _pages(count: int) -> str:
    number = NUMBERS[count] if count < len(NUMBERS) else str(count)
    return f"{number} page{'s' * (count != 1)}"
