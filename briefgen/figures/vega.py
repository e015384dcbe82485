"""From a Vega-Lite specification to a drawing: in the theme's roles and fonts, without network, files or clock."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from functools import lru_cache
from hashlib import sha256
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from briefgen.errors import FigureError
from briefgen.figures import vega_svg
from briefgen.figures.drawing import FAMILY, TEXT
from briefgen.figures.figure import WIDE
from briefgen.figures.palette import ACCENT, GREY, INK, PALE, TINT
from briefgen.resources import fonts_folder

INSTALL = "pip install 'briefgen[charts]'"
PROCESS = Path(__file__).with_name("vega_process.py")
TIMEOUT = 60.0  # seconds of the clock; the process has fewer of the processor
LARGEST = 400_000  # characters of a specification, and of a drawing
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
    if find_spec("vl_convert") is None:
        raise FigureError(record, "FIG001", f"charts need vl-convert-python, which is missing — {INSTALL}")
    written = json.dumps((FITTED if _is_one_view(spec) else {}) | spec)
    if len(written) > LARGEST:
        raise FigureError(record, "FIG003", f"over {LARGEST:,} characters of specification — draw fewer rows")
    prefix = f"v{sha256(written.encode()).hexdigest()[:10]}"
    return vega_svg.clean(_drawn(written, record), title, prefix, record)


def _is_one_view(spec: dict[str, Any]) -> bool:
    return ("mark" in spec or "layer" in spec) and not {"row", "column", "facet"} & set(spec.get("encoding", ()))


@lru_cache(maxsize=16)  # a page that must fit is composed again and again
def _drawn(written: str, record: str | None) -> str:
    order = json.dumps({"spec": written, "config": CONFIG, "fonts": str(fonts_folder() / "ttf")})
    known = {name: os.environ[name] for name in ("PATH", "PYTHONPATH", "LD_LIBRARY_PATH") if name in os.environ}
    command = [sys.executable, "-P", str(PROCESS)]
    try:
        done = subprocess.run(
            command,
            input=order.encode(),
            capture_output=True,
            check=False,
            timeout=TIMEOUT,
            env=known | {"TZ": "UTC", "LC_ALL": "C.UTF-8"},
        )
    except subprocess.TimeoutExpired:
        raise FigureError(record, "FIG003", f"it takes over {TIMEOUT:.0f} seconds — draw fewer rows") from None
    if done.returncode == 1:
        said = done.stderr.decode("utf-8", "replace").strip().splitlines()
        reason = said[min(1, len(said) - 1)] if said else "it gives no reason"  # a heading comes first
        raise FigureError(record, "FIG002", f"Vega-Lite cannot draw it: {reason[:200]} — mend the specification")
    if done.returncode:
        raise FigureError(record, "FIG003", "it takes too much time or memory — draw fewer rows")
    return done.stdout.decode()
