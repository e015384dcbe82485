"""Where it happened: provinces shaded by number, or circles of that area, on an equal-area map of any country."""

from __future__ import annotations

from briefgen.edition import Edition, Record
from briefgen.figures.figure import Figure
from briefgen.figures.maps import wording
from briefgen.figures.maps.chart import Chart, frame_of
from briefgen.figures.maps.rows import Question, drawn_from, numberless, rows
from briefgen.geodata import atlas


def draw(edition: Edition, record: Record) -> Figure:
    """Return the map of ``records`` (ids of events and data sets; all placed events when empty).

    ``by`` is "province" or "point", ``measure`` is what is counted, ``width`` how wide the map is, in points;
    without it the map is as wide as the main column, or as the page where what it shows is flat.
    """
    question = Question.of(record)
    found = rows(edition, question, atlas())
    frame = frame_of(atlas(), found, question, record.get("width"))
    if frame is None:
        return Figure("", "")
    chart = Chart(atlas(), found, question, frame)
    lost = [row for row in found if row not in chart.shown]
    title = record.get("caption") or wording.caption(question, [one.name for one in chart.ground.countries])
    alt = record.get("alt") or wording.alternative(title, chart.shown, lost)
    key = wording.key(question, chart.marks, lost, chart.names, numberless(edition, question))
    return Figure(chart.svg(alt), alt, title, wording.table(question, found), key, drawn_from(edition, question))
