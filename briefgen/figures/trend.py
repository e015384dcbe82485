"""Events or harm by day, week or month: a bar for what a bin holds, a block for what only a longer stretch does."""

from __future__ import annotations

from briefgen.edition import Edition, Record
from briefgen.figures.figure import Figure
from briefgen.figures.moments import cutoff
from briefgen.figures.trends.comparing import marked, mean
from briefgen.figures.trends.plot import svg
from briefgen.figures.trends.series import series
from briefgen.figures.trends.words import Trend, alternative, key, rows


def draw(edition: Edition, record: Record) -> Figure:
    """Return the trend of ``records`` (ids of datasets or events; all events when empty).

    ``measure`` is what is counted, ``by`` the size of a bin; ``baseline`` gives a mean to compare with, ``window`` is
    marked.
    """
    now = cutoff(edition)
    baseline, window = marked(record.get("baseline"), now), marked(record.get("window"), now)
    found = series(edition, record, [one.days for one in (baseline, window) if one])
    if found is None:
        return Figure("", "", "")
    measure = record.get("measure") or "events"
    trend = Trend(found, measure, mean(found, baseline) if baseline else None, baseline, window)
    title = record.get("caption") or trend.unit.capitalize()
    alt = record.get("alt") or alternative(trend, title)
    head = (found.grid.by, measure, "note")
    return Figure(svg(trend, alt), alt, title, (head, tuple(rows(trend))), key(trend), found.found.ids)
