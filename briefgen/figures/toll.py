"""A number as each source gives it: one dot a figure on an axis that all rows of a table share."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from briefgen.edition import Edition, Record
from briefgen.figures.amounts import Known, known
from briefgen.figures.drawing import Drawing, to, width
from briefgen.figures.figure import Figure
from briefgen.figures.palette import ACCENT, GREY, INK, WHITE

WIDE, HIGH, EDGE = 96.0, 9.0, 5.0
RADIUS, ARROW = 2.1, 7.0


@dataclass(frozen=True)
class Report:
    """What one source gives: a number, a range, or a limit."""

    who: str
    known: Known
    read: bool

    def __str__(self) -> str:
        """Return the report in words."""
        return f"{self.known.words} ({self.who})"


def draw(edition: Edition, record: Record) -> Figure:
    """Return the dots of ``toll`` on an axis from 0 to ``most``; without a toll, the axis itself."""
    most = ceiling(int(record["most"]))
    if record.get("toll") is None:
        return _axis(most)
    found = list(reports(edition, record["toll"]))
    alt = "; ".join(map(str, found))
    rows = tuple((one.who, one.known.words) for one in found)
    return Figure(_svg(found, most, alt), alt, alt, (("source", "number"), rows))


def ceiling(most: int) -> int:
    """Return the end of an axis that holds *most* and is a round number."""
    part = step(most)
    return max(part, -(-most // part) * part)


def reports(edition: Edition, toll: Record) -> Iterator[Report]:
    """Yield what each source gives, or the toll as a whole where no source is named."""
    sources = {source["id"]: source for source in edition.sources}
    if not toll["by_source"]:
        yield _report("as reported", toll, read=True)
    for source_id, amount in toll["by_source"].items():
        source = sources[source_id]
        yield _report(source["publisher"] or source["title"], amount, read=source["access"] != "not-seen")


def _report(who: str, amount: Record, *, read: bool) -> Report:
    return Report(who, known(amount), read)


def step(most: int) -> int:
    """Return the smallest of 1, 2, 5, 10, 20, 50 … that divides the axis into at most five parts."""
    tens = (int(f"1{'0' * power}") for power in range(len(str(most)) + 1))
    return next(one * ten for ten in tens for one in (1, 2, 5) if most <= 5 * one * ten)


def _x(value: float, most: int) -> float:
    return EDGE + value / most * (WIDE - EDGE - ARROW - RADIUS)


def _axis(most: int) -> Figure:
    drawing, part = Drawing(), step(most)
    for value in range(0, most + 1, part):
        x, wide = _x(value, most), width(f"{value:,}", 7)
        drawing.text(min(max(x, wide / 2), WIDE - wide / 2), 6.5, f"{value:,}", 7, GREY, "middle")
        drawing.path(to((x, 8), (x, 10.5)), GREY, 0.5)
    alt = f"axis from 0 to {most:,}"
    return Figure(drawing.svg(WIDE, 10.5, alt), alt)


def _svg(found: list[Report], most: int, alt: str) -> str:
    drawing, middle = Drawing(), HIGH / 2
    drawing.path(to((_x(0, most), middle), (WIDE - RADIUS, middle)), GREY, 0.35)
    for one in found:
        low, high = _x(one.known.low or 0, most), _x(one.known.ends[-1], most)
        _range(drawing, low, high, middle, one.known.open)
    for one in found:
        for value in one.known.ends:
            drawing.dot(_x(value, most), middle, RADIUS, ACCENT if one.read else WHITE, ACCENT)
    return drawing.svg(WIDE, HIGH, alt)


def _range(drawing: Drawing, low: float, high: float, middle: float, more: bool) -> None:
    if high > low:
        drawing.path(to((low, middle), (high, middle)), ACCENT, 1.4)
    if more:
        tip = high + RADIUS + ARROW - 1
        head = to((tip - 2.2, middle - 2), (tip, middle), (tip - 2.2, middle + 2))
        drawing.path(to((high, middle), (tip, middle)) + head, INK, 0.9)
