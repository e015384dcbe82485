"""The drawing of a trend: bars for what a bin holds, blocks for what only a longer stretch does."""

from __future__ import annotations

from collections.abc import Iterator
from math import ceil

from briefgen.figures.axis import ticks
from briefgen.figures.drawing import Drawing, block, to, width
from briefgen.figures.palette import ACCENT, GREY, HARM, INK, PALE, TINT, WHITE
from briefgen.figures.tally import Count
from briefgen.figures.trends.comparing import Marked
from briefgen.figures.trends.frame import WIDE, Box, Frame, frame
from briefgen.figures.trends.series import Item
from briefgen.figures.trends.words import Trend

TITLE, MARKING, HEADROOM, FOOT = 12.0, 15.0, 14.0, 21.0
CUT_OFF = "cut-off"
HATCH, FILL = 5.0, 0.74  # distance of lines; share of its bin that a bar takes
ARROW = 8.0
NEXT = 6.0  # from one place of a label to the next
NARROW = 2.5  # from here on a bin is too narrow for a gap
MANY, ALONE = 31, 300.0  # numbers; room that few of them share


def svg(trend: Trend, alt: str) -> str:
    """Return the drawing of *trend*."""
    edges = trend.series.grid.edges
    top = TITLE + (MARKING if trend.window else 0) + HEADROOM
    plot = Plot(trend, frame(edges[0], edges[-1], highest(trend), top))
    plot.ground()
    plot.blocks()
    plot.bars()
    plot.baseline()
    plot.labels()
    plot.mean_label()
    plot.marks()
    return plot.drawing.svg(WIDE, plot.frame.base + FOOT, alt)


def highest(trend: Trend) -> float:
    """Return the largest number that is drawn."""
    bars = [float(count.high) for count in trend.series.bins.values()]
    blocks = [top for _, _, top in stacked(trend)]
    return max([*bars, *blocks, trend.mean.high if trend.mean else 0, 0.1])


def stacked(trend: Trend) -> list[tuple[Item, float, float]]:
    """Return every block with its bottom and its top, those that share days on top of each other."""
    placed: list[tuple[Item, float, float]] = []
    for item in trend.series.blocks:
        under = [top for other, _, top in placed if other.days[0] < item.days[1] and item.days[0] < other.days[1]]
        bottom = max(under, default=0.0)
        placed.append((item, bottom, bottom + item.count.high / max(trend.series.grid.share(*item.days), 0.01)))
    return placed


def _places(item: Item, area: Box, wide: float) -> Iterator[Box]:
    """Yield where a label of a block that takes *area* can stand: inside, else over it, from the left to the right."""
    start, last = area.left + 4, area.right - 2 - wide
    while start <= last and area.top + 12 < area.bottom:
        yield Box(start, area.top + 3, start + wide, area.top + 12)
        start += NEXT
    start, top = area.left, area.top - 11 - ARROW * item.count.open
    while start <= max(area.left, area.right - wide):
        yield Box(start, top, start + wide, top + 9)
        start += NEXT


class Plot:
    """A drawing in progress, from the ground up."""

    def __init__(self, trend: Trend, place: Frame) -> None:
        self.trend, self.series, self.frame, self.drawing = trend, trend.series, place, Drawing()
        self.lines: list[Box] = []
        self.colour = ACCENT if trend.measure == "events" else HARM

    def ground(self) -> None:
        """Draw the numbers, the days, and what is not known or lies after the cut-off."""
        place, drawing, now = self.frame, self.drawing, self.series.now
        if now < place.end:
            drawing.rect(place.x(now), place.top, WIDE - place.x(now), place.base - place.top, PALE)
        self._hatched()
        drawing.text(0, TITLE - 4, self.trend.unit, fill=GREY)
        for value, label in place.lines():
            y = place.y(value)
            drawing.path(to((place.left, y), (WIDE, y)), INK if value == 0 else TINT, 0.75 if value == 0 else 0.5)
            drawing.text(place.left - 4, y + 2.6, label, fill=GREY, anchor="end")
        for tick in ticks(place.stretch):
            drawing.path(to((tick.x, place.base), (tick.x, place.base + 3)), INK, 0.6)
            drawing.text(tick.x, place.base + 10.5, tick.label or tick.year, fill=GREY)
            if tick.year and tick.label:
                place.take(Box(tick.x, place.base + 13.5, tick.x + width(tick.year, bold=True), place.base + 20.5))
                drawing.text(tick.x, place.base + 19.5, tick.year, bold=True)

    def _hatched(self) -> None:
        place = self.frame
        last = float(place.start)
        end = min(place.end, self.series.now)
        for first, after in (*self.series.found.covered, (end, end)):
            if last < first:
                self._hatch(place.x(last), place.x(first))
            last = max(last, after)

    def _hatch(self, left: float, right: float) -> None:
        top, bottom = self.frame.top, self.frame.base
        high = bottom - top
        lines = []
        for number in range(int((right - left + high) / HATCH) + 1):
            x = left - high + number * HATCH  # where the line meets the base
            start, end = max(x, left), min(x + high, right)
            if start < end:
                lines.append(to((start, bottom - (start - x)), (end, bottom - (end - x))))
        self.drawing.path("".join(lines), GREY, 0.3)

    def blocks(self) -> None:
        """Draw what is known to lie in a stretch of several bins: its area is its number, dark its lowest one."""
        for item, bottom, top in stacked(self.trend):
            left, right = self.frame.x(item.days[0]), self.frame.x(item.days[1])
            high, base = self.frame.y(top), self.frame.y(bottom)
            low = base - (base - high) * item.count.low / max(item.count.high, 1)
            self.drawing.rect(left, high, right - left, low - high, WHITE)
            self.drawing.rect(left, low, right - left, base - low, TINT)
            self.drawing.path(block(left, high, right - left, base - high), GREY, 0.6)
            if item.count.open:
                self._arrow((left + right) / 2, high)

    def _block_label(self, item: Item, area: Box) -> None:
        """Write the number of a block, as far left as no bar is in the way, in full if there is room for that."""
        bars = [self._area(index, count) for index, count in self.series.bins.items()]
        whole = f"{item.title[:1].upper()}{item.title[1:]}: {item.count.spoken}"
        for label in (whole, str(item.count)):
            for box in _places(item, area, width(label, bold=True)):
                if not any(box.meets(bar) for bar in bars) and self.frame.take(box):
                    self._write(label, box, bold=True)
                    return

    def bars(self) -> None:
        """Draw what each bin holds."""
        for index, count in self.series.bins.items():
            self._bar(index, count)

    def labels(self) -> None:
        """Write the number of each block and bin; where those of bins have no room, the highest with its day."""
        for item, bottom, top in stacked(self.trend):
            left, right = self.frame.x(item.days[0]), self.frame.x(item.days[1])
            self._block_label(item, Box(left, self.frame.y(top), right, self.frame.y(bottom)))
        bins = {index: count for index, count in self.series.bins.items() if count.high or count.open}
        labels = {index: str(count) for index, count in bins.items()}
        pitch = (WIDE - self.frame.left) / len(self.trend.indexes)
        if len(labels) > MANY or max(map(width, labels.values()), default=0) > max(pitch, ALONE / max(len(labels), 1)):
            index = max(bins, key=lambda one: (bins[one].high, one))
            labels = {index: f"{labels[index]}, {self.series.grid.title(index)}"}
        for index, label in labels.items():
            self._number(index, bins[index], label)

    def _sides(self, index: int) -> tuple[float, float]:
        left, right = (self.frame.x(day) for day in self.trend.days(index))
        gap = (right - left) * (1 - FILL) / 2 if right - left > NARROW else 0
        return left + gap, right - gap

    def _bar(self, index: int, count: Count) -> None:
        left, right = self._sides(index)
        low, high, base = self.frame.y(count.low), self.frame.y(count.high), self.frame.base
        outline = block(left, high, right - left, base - high)
        if self.trend.covered(index) < 1:
            inner = block(left, low, right - left, base - low) if count.low < count.high else ""
            self.drawing.path(outline + inner, self.colour, 0.8, "1.6 1.2", WHITE)
        else:
            if count.high > count.low:
                self.drawing.path(outline, self.colour, 0.6, None, TINT)
            self.drawing.rect(left, low, right - left, base - low, self.colour)
        if count.told and count.open:
            self._arrow((left + right) / 2, high)

    def _arrow(self, x: float, y: float) -> None:
        tip = y - ARROW + 1
        self.drawing.path(to((x, y), (x, tip)) + to((x - 2, tip + 2.4), (x, tip), (x + 2, tip + 2.4)), INK, 0.8)

    def _number(self, index: int, count: Count, label: str) -> None:
        (left, right), wide = self._sides(index), width(label)
        base = self._area(index, count).top - 3
        for start in ((left + right - wide) / 2, right - wide, left):
            box = Box(start, base - 6.4, start + wide, base + 1)
            if self.frame.take(box):
                self._write(label, box)
                return

    def _write(self, label: str, box: Box, *, bold: bool = False) -> None:
        """Write *label* in its *box*, on paper where it would stand on a line."""
        if any(box.meets(line) for line in self.lines):
            self.drawing.rect(box.left - 0.5, box.top, box.right - box.left + 1, box.bottom - box.top, WHITE)
        self.drawing.text(box.left, box.bottom - 1.2, label, bold=bold)

    def baseline(self) -> None:
        """Draw the mean of the baseline: a line over its days, dashes over the others; a strip where it is a range."""
        mean, base = self.trend.mean, self.trend.baseline
        if not mean or not base:
            return
        left, right = (self.frame.x(day) for day in base.days)
        for value in sorted({mean.low, mean.high}):
            y = self.frame.y(value)
            self.lines.append(Box(self.frame.left, y - 1, WIDE, y + 1))
            self.drawing.path(to((self.frame.left, y), (WIDE, y)), INK, 0.7, "3 2")
            self.drawing.path(to((left, y), (right, y)), INK, 1.3)

    def mean_label(self) -> None:
        """Write what the mean is over its line where nothing is in its way, as far right as can be, or else on top."""
        mean, base = self.trend.mean, self.trend.baseline
        if not mean or not base:
            return
        label, y = f"mean, {base.title}: {mean}", self.frame.y(mean.high)
        wide = width(label)
        bars = [self._area(index, count) for index, count in self.series.bins.items()]
        start = WIDE - wide
        while start > self.frame.left:
            box = Box(start, y - 9, start + wide, y - 1)
            if not any(box.meets(bar) for bar in bars) and self.frame.take(box):
                self.drawing.rect(box.left - 1.5, box.top - 0.5, wide + 3, 8.6, WHITE)
                self.drawing.text(start, y - 3, label)
                return
            start -= NEXT
        self.drawing.path(to((WIDE - wide - 18, TITLE - 6.5), (WIDE - wide - 4, TITLE - 6.5)), INK, 0.7, "3 2")
        self.drawing.text(WIDE, TITLE - 4, label, anchor="end")

    def _area(self, index: int, count: Count) -> Box:
        left, right = self._sides(index)
        arrow = ARROW if count.told and count.open else 0
        return Box(left, self.frame.y(count.high) - arrow, right, self.frame.base)

    def marks(self) -> None:
        """Draw the window over the plot, and the cut-off through it."""
        place, now = self.frame, self.series.now
        if self.trend.window:
            self._window(self.trend.window)
        if place.start < now <= place.end:
            x = place.x(now)
            self.drawing.path(to((x, place.top - HEADROOM + 2), (x, place.base)), INK, 0.7, "2 1.6")
            self._cut_off(x)

    def _cut_off(self, x: float) -> None:
        """Write what the line at *x* is: under its day, where the label of that stands too, or else over the plot."""
        wide, foot = width(CUT_OFF), self.frame.base + 19.5
        start = min(self.frame.x(ceil(self.series.now) - 1), WIDE - wide)
        if self.frame.take(Box(start, foot - 6, start + wide, foot + 1)):
            self.drawing.text(start, foot, CUT_OFF, fill=GREY)
        else:
            self.drawing.text(x - 3, self.frame.top - 4, CUT_OFF, fill=GREY, anchor="end")

    def _window(self, window: Marked) -> None:
        y, (left, right), sure = TITLE + 7, map(self.frame.x, window.days), [self.frame.x(day) for day in window.sure]
        self.drawing.path(to((left, y), (right, y)), INK, 0.8, "1.2 1.4")
        self.drawing.path(to((sure[0], y), (sure[1], y)), INK, 0.8)
        for x in (left, right):
            self.drawing.path(to((x, y - 3), (x, y + 3)), INK, 0.8)
        wide = width(window.title)
        middle = min(max((left + right) / 2, self.frame.left + wide / 2), WIDE - wide / 2)
        if wide + 12 < right - left:
            self.drawing.rect(middle - wide / 2 - 3, y - 5, wide + 6, 10, WHITE)
            self.drawing.text(middle, y + 2.6, window.title, anchor="middle")
        elif right + 4 + wide <= WIDE:
            self.drawing.text(right + 4, y + 2.6, window.title)
        else:
            self.drawing.text(left - 4, y + 2.6, window.title, anchor="end")
