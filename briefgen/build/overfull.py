"""What is said of a product that fits its page budget no way: by how much it is over, and what could be done."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Mapping, Sequence

from briefgen.build.answer import Failure
from briefgen.edition import Record
from briefgen.errors import FitError
from briefgen.findings import Finding, Mark

NUMBERS = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]
NAMED = 2  # candidates of each kind


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
    tallest = sorted(unfit.heights, key=lambda one: -unfit.heights[one])
    could_go = [one for one in tallest if one in held - key][:NAMED]
    could_shrink = [one for one in tallest if one not in could_go][:NAMED]
    named = could_shrink + could_go
    mark = where(named[0] if named else "")
    call = dict(zip(named, _called(named, unfit.heights, mark, where), strict=True))
    message = f"the {product} is {_millimetres(unfit.over)} over {_pages(unfit.pages)}"
    remedy = _remedy([call[one] for one in could_shrink], [call[one] for one in could_go])
    return FitError(Finding(mark, "FIT001", message, remedy))


def _called(
    ids: Sequence[str], heights: Mapping[str, float], mark: Mark, where: Callable[[str], Mark]
) -> Iterator[str]:
    """Yield each id with its height, and with its place where that is another than *mark*."""
    for one in ids:
        place = where(one)
        line = f"line {place.line}" if place.path == mark.path else f"{place.path}:{place.line}"
        yield f"{one} ({_millimetres(heights[one])}{'' if place == mark else f', {line}'})"


def _remedy(could_shrink: Sequence[str], could_go: Sequence[str]) -> str:
    shorten = f"shorten {' or '.join(could_shrink)}" if could_shrink else ""
    give = f"give {' or '.join(could_go)} a lower priority" if could_go else ""
    return " or ".join(filter(None, (shorten, give))) or "shorten the bottom line"


def _millimetres(length: float) -> str:
    return f"{max(1, math.ceil(round(length, 3)))} mm"


def _pages(count: int) -> str:
    number = NUMBERS[count] if count < len(NUMBERS) else str(count)
    return f"{number} page{'s' * (count != 1)}"
