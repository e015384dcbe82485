"""Lines and outlines on paper: cut to a frame, thinned to what the eye can tell, written as SVG paths."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from briefgen.geodata import Box, Point

Line = Sequence[Point]


def bounds(points: Iterable[Point]) -> Box:
    """Return left, top, right and bottom of some points."""
    xs, ys = zip(*points, strict=True)
    return min(xs), min(ys), max(xs), max(ys)


def meet(one: Box, other: Box) -> bool:
    """Return whether two boxes have a place in common."""
    return one[0] <= other[2] and other[0] <= one[2] and one[1] <= other[3] and other[1] <= one[3]


def within(inner: Box, outer: Box) -> bool:
    """Return whether one box lies inside the other."""
    return inner[0] >= outer[0] and inner[1] >= outer[1] and inner[2] <= outer[2] and inner[3] <= outer[3]


def thinned(line: Line, tolerance: float) -> list[Point]:
    """Return *line* without the points that are no further than *tolerance* from it (Douglas and Peucker).

    Both ends stay, so that lines that meet still do.
    """
    keep = bytearray(len(line))
    keep[0] = keep[-1] = 1
    todo = [(0, len(line) - 1)]
    while todo:
        first, last = todo.pop()
        at, far = _furthest(line, first, last)
        if far > tolerance * tolerance:
            keep[at] = 1
            todo += [(first, at), (at, last)]
    return [point for point, kept in zip(line, keep, strict=True) if kept]


def _furthest(line: Line, first: int, last: int) -> tuple[int, float]:
    """Return the point between two others that is furthest from the line between them, and its squared distance."""
    (x, y), (end_x, end_y) = line[first], line[last]
    across, up = end_x - x, end_y - y
    length = across * across + up * up
    at, far = first, 0.0
    for index in range(first + 1, last):
        a, b = line[index][0] - x, line[index][1] - y
        run = a * across + b * up
        if run <= 0:
            distance = a * a + b * b
        elif run >= length:
            distance = (a - across) * (a - across) + (b - up) * (b - up)
        else:
            distance = (a * up - b * across) ** 2 / length
        if distance > far:
            at, far = index, distance
    return at, far


def cut_outline(outline: Line, frame: Box) -> list[Point]:
    """Return the part of an outline inside *frame* (Sutherland and Hodgman); empty when there is none."""
    kept = list(outline)
    for side in range(4):
        axis, sign = side % 2, 1 if side < 2 else -1
        limit, found = frame[side] * sign, []
        for one, two in zip([kept[-1], *kept[:-1]], kept, strict=True) if kept else ():
            before, after = one[axis] * sign - limit, two[axis] * sign - limit
            if (before < 0) != (after < 0):
                found.append(_between(one, two, before / (before - after)))
            if after >= 0:
                found.append(two)
        kept = found
    return kept


def cut_line(line: Line, frame: Box) -> Iterator[list[Point]]:
    """Yield the pieces of a line inside *frame* (Liang and Barsky)."""
    piece: list[Point] = []
    for one, two in pairwise(line):
        span = _inside(one, two, frame)
        if span is None:
            continue
        start, end = _between(one, two, span[0]), _between(one, two, span[1])
        if not piece or piece[-1] != start:
            if len(piece) > 1:
                yield piece
            piece = [start]
        piece.append(end)
    if len(piece) > 1:
        yield piece


def _inside(one: Point, two: Point, frame: Box) -> tuple[float, float] | None:
    first, last = 0.0, 1.0
    for side in range(4):
        axis, sign = side % 2, 1 if side < 2 else -1
        run, room = (one[axis] - two[axis]) * sign, (one[axis] - frame[side]) * sign
        if run == 0:
            if room < 0:
                return None
        elif run > 0:
            last = min(last, room / run)
        else:
            first = max(first, room / run)
    return (first, last) if first < last else None


def _between(one: Point, two: Point, share: float) -> Point:
    if share in (0.0, 1.0):
        return two if share else one
    return one[0] + share * (two[0] - one[0]), one[1] + share * (two[1] - one[1])


def path(line: Iterable[Point], *, closed: bool) -> str:
    """Return the SVG path of a line in tenths of a point, step by step; empty when it comes down to one place."""
    steps: list[tuple[int, int]] = []
    for x, y in line:
        step = round(x * 10), round(y * 10)
        if not steps or step != steps[-1]:
            steps.append(step)
    if closed and len(steps) > 1 and steps[0] == steps[-1]:
        steps.pop()
    if len(steps) < 2:
        return ""
    rest = " ".join(f"{_tenths(x - a)},{_tenths(y - b)}" for (a, b), (x, y) in pairwise(steps))
    return f"M{_tenths(steps[0][0])},{_tenths(steps[0][1])}l{rest}{'z' if closed else ''}"


def _tenths(value: int) -> str:
    whole, tenth = divmod(abs(value), 10)
    sign = "-" if value < 0 else ""
    return f"{sign}{whole}.{tenth}" if tenth else f"{sign}{whole}"
