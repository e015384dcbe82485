"""From a Vega-Lite specification to a drawing: in the theme's roles and fonts, without network, files or clock."""

from __future__ import annotations

import json
from collections.abc import Callable
from contextvars import ContextVar
from hashlib import sha256
from typing import Any

from briefgen.errors import FigureError
from briefgen.figures import vega_engine, vega_svg
from briefgen.figures.drawing import FAMILY, TEXT
from briefgen.figures.figure import WIDE
from briefgen.figures.palette import ACCENT, GREY, INK, PALE, TINT

#: Draws a specification in some configuration; a worker that may start no process has its parent do it.
engine: ContextVar[Callable[[str], str]] = ContextVar("engine", default=vega_engine.drawn)
#: What a chart of one view leaves open: it fills the measure.
FITTED = {"width": WIDE, "autosize": {"type": "fit-x", "contains": "padding"}}
RAMP = ["#e4e4e4", "#202020"]
LABELS = {"labelFontSize": TEXT, "labelColor": GREY, "titleFontSize": TEXT, "titleFontWeight": 600, "titleColor": INK}
#: What a specification leaves open. Scales that run on are grey, so that any theme and any printer keeps their order.
CONFIG: dict[str, Any] = {
    "background": None,
    "padding": 1,
    "font": FAMILY.strip("'"),
    "view": {"stroke": None},
    "axis": {
        **LABELS,
        "domainColor": INK,
        "domainWidth": 0.75,
        "gridColor": TINT,
        "gridWidth": 0.6,
        "labelPadding": 3,
        "tickColor": GREY,
        "tickSize": 3,
        "tickWidth": 0.6,
        "titlePadding": 6,
    },
    "axisX": {"grid": False, "labelAngle": 0},
    "axisY": {"titleAngle": 0, "titleAlign": "left", "titleBaseline": "bottom", "titleX": 0, "titleY": -7},
    "legend": {
        **LABELS,
        "labelLimit": 200,
        "orient": "top",
        "symbolSize": 40,
        "titleLimit": 200,
        "titleOrient": "left",
    },
    "header": LABELS,
    "title": {"fontSize": TEXT, "fontWeight": 600, "color": INK, "anchor": "start", "offset": 6},
    "mark": {"color": ACCENT, "invalid": "break-paths-show-domains"},  # unknown has a place and no mark
    "line": {"strokeWidth": 1.4},
    "point": {"size": 20, "strokeWidth": 1},
    "rule": {"color": INK, "strokeWidth": 0.75},
    "text": {"color": INK, "fontSize": TEXT},
    "range": {
        "category": [ACCENT, "#949494", TINT, INK, PALE],
        "ordinal": RAMP,
        "ramp": RAMP,
        "heatmap": RAMP,
        "diverging": ["#202020", "#f4f4f4", "#808080"],
    },
}


def draw(spec: dict[str, Any], title: str, record: str | None) -> str:
    """Return the chart of a specification with *title* as its text alternative; *record* is the id to blame.

    Raises FigureError without the engine (FIG001), for a specification that it cannot draw (FIG002), and for one that
    takes too much or makes a drawing larger than a page (FIG003).
    """
    order = json.dumps({"spec": (FITTED if _is_one_view(spec) else {}) | spec, "config": CONFIG})
    try:
        drawn = engine.get()(order)
    except vega_engine.EngineError as error:
        raise FigureError(record, error.code, error.message) from None
    return vega_svg.clean(drawn, title, f"v{sha256(order.encode()).hexdigest()[:10]}", record)


def _is_one_view(spec: dict[str, Any]) -> bool:
    return ("mark" in spec or "layer" in spec) and not {"row", "column", "facet"} & set(spec.get("encoding", ()))
