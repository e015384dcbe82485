"""The kinds of figures, and what draws them for one edition."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from briefgen.edition import Edition
from briefgen.figures import (
    ach,
    actors,
    chart,
    compliance,
    confidence,
    harm,
    incident_map,
    likelihood,
    lineage,
    scale,
    term,
    timeline,
    toll,
    trend,
)
from briefgen.figures.figure import Draw, Figure
from briefgen.figures.scripts import Scripts

FIGURES: dict[str, Draw] = {
    "ach": ach.draw,
    "actors": actors.draw,
    "chart": chart.draw,
    "compliance": compliance.draw,
    "confidence": confidence.draw,
    "harm": harm.draw,
    "incident-map": incident_map.draw,
    "likelihood": likelihood.draw,
    "lineage": lineage.draw,
    "scale": scale.draw,
    "term": term.draw,
    "timeline": timeline.draw,
    "toll": toll.draw,
    "trend": trend.draw,
}

__all__ = ["FIGURES", "drawer"]


def drawer(edition: Edition) -> Callable[[str, Any], Figure]:
    """Return the function that draws figures of an *edition*: it takes their kind and the record that asks for it.

    Words that no drawing can hold are drawn as keys; see scripts.py.
    """
    scripts = Scripts()
    drawable = scripts.edition(edition)
    return lambda kind, record: scripts.shown(FIGURES[kind](drawable, scripts.hidden(record)))
