"""What is said of the figures: a table for people, in Markdown, and everything for programs."""

from __future__ import annotations

import platform
from collections.abc import Sequence
from importlib.metadata import version
from statistics import median
from typing import Any

from benchmarks.comparison import Comparison, Figures
from briefgen.cli.options import cores

LIBRARIES = ("weasyprint", "jinja2", "pydantic")
HEAD = "| What | took | against | took | ratio | budget |\n|---|---:|---|---:|---:|---|"


def table(comparisons: Sequence[Comparison], figures: Figures) -> str:
    """Return a table of medians and ratios."""
    return "\n".join([HEAD, *(_row(one, figures) for one in comparisons)])


def _row(one: Comparison, figures: Figures) -> str:
    took = [median(figures[way.name]) for way in one.ways]
    others = " + ".join(way.name for way in one.against)
    cells = (one.own.name, _amount(took[0], one), others, _amount(sum(took[1:]), one))
    return f"| {' | '.join(cells)} | {one.ratio(figures):.2f} | {one.verdict(figures)} |"


def _amount(figure: float, one: Comparison) -> str:
    return f"{figure:.0f} MB" if one.unit == "MB" else f"{figure:.2f} s"


def machine() -> str:
    """Return what the figures hang on besides the code."""
    libraries = ", ".join(f"{name} {version(name)}" for name in LIBRARIES)
    return f"{cores()} cores, {platform.system()}, Python {platform.python_version()}, {libraries}"


def plain(comparisons: Sequence[Comparison], figures: Figures) -> dict[str, Any]:
    """Return ratios, limits and every single figure."""
    rows = [
        {
            "what": one.own.name,
            "against": [way.name for way in one.against],
            "ratio": one.ratio(figures),
            "limit": one.limit,
            "unit": one.unit,
        }
        for one in comparisons
    ]
    return {"machine": machine(), "comparisons": rows, "figures": dict(figures)}
