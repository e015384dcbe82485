"""Edition to figures: SVG with its text alternative, caption and data table; one kind of figure per file."""

from briefgen.figures import confidence, likelihood, lineage, scale, timeline, toll
from briefgen.figures.figure import Draw, Figure

FIGURES: dict[str, Draw] = {
    "confidence": confidence.draw,
    "likelihood": likelihood.draw,
    "lineage": lineage.draw,
    "scale": scale.draw,
    "timeline": timeline.draw,
    "toll": toll.draw,
}

__all__ = ["FIGURES", "Draw", "Figure"]
