"""Edition to figures: SVG with its text alternative, caption and data table; one kind of figure per file."""

from briefgen.figures import confidence, lineage, scale, term, timeline, toll, trend
from briefgen.figures.figure import Draw, Figure

FIGURES: dict[str, Draw] = {
    "confidence": confidence.draw,
    "lineage": lineage.draw,
    "scale": scale.draw,
    "term": term.draw,
    "timeline": timeline.draw,
    "toll": toll.draw,
    "trend": trend.draw,
}

__all__ = ["FIGURES", "Draw", "Figure"]
