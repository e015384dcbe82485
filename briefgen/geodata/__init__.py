"""Countries, their provinces and disputed lines: found by code or name, with shapes for maps."""

from briefgen.geodata.atlas import Atlas, atlas
from briefgen.geodata.names import folded
from briefgen.geodata.unit import Box, Point, Unit

__all__ = ["Atlas", "Box", "Point", "Unit", "atlas", "folded"]
