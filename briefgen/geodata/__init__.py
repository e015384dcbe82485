"""Countries, their provinces and disputed lines: found by code or name, with shapes for maps."""

from briefgen.geodata.atlas import Atlas, atlas
from briefgen.geodata.names import folded
from briefgen.geodata.unit import Arcs, Box, Point, Unit

__all__ = ["Arcs", "Atlas", "Box", "Point", "Unit", "atlas", "folded"]
