"""Coordinates that lie outside the place's own country or province

A swapped pair of latitude and longitude puts an attack on another continent, and a reader who sees the map believes
the map. The position is compared with the box around the unit that `iso` names, with 0.25° to spare; a place without
`iso` or without coordinates is left alone.

Bad:

```yaml bad
places:
  - {id: p-umea, name: Umeå, admin: [Sweden, Västerbotten], precision: town, iso: SE-AC, lat: 20.26, lon: 63.83}
```

Good:

```yaml good
places:
  - {id: p-umea, name: Umeå, admin: [Sweden, Västerbotten], precision: town, iso: SE-AC, lat: 63.83, lon: 20.26}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from briefgen.findings import Severity
from briefgen.geodata import Box, atlas
from briefgen.lint.review import Review
from briefgen.lint.rule import Remark
from briefgen.sheet.model.world import Place

CODE = "GEO001"
SEVERITY: Severity = "error"
STANDARD = "RFC 7946 (order of coordinates); ISO 3166 (units)"

SPARE = 0.25  # degrees; coasts and borders are generalised, and boats are off them


def check(review: Review) -> Iterator[Remark]:
    """Yield a remark for every place whose position is not where its code says."""
    for place in review.sheet.places:
        if place.iso and place.lat is not None and place.lon is not None:
            box = _extent(place.iso)
            if box and not _is_in(box, place.lat, place.lon):
                yield Remark(place.mark("lat"), _message(place), _remedy(place, box), place.id)


def _extent(code: str) -> Box | None:
    """Return the box of a country or province; none where its limits are not those of today."""
    unit = atlas().unit(code)
    return unit.box if unit and not unit.redrawn else None


def _is_in(box: Box, lat: float, lon: float) -> bool:
    west, south, east, north = box
    return west - SPARE <= lon <= east + SPARE and south - SPARE <= lat <= north + SPARE


def _message(place: Place) -> str:
    at = f"{place.lat}, {place.lon}"
    return f"{place.name} ({place.id}) is at {at}, which is outside {place.iso}: a map would put it elsewhere"


def _remedy(place: Place, box: Box) -> str:
    if place.lat is not None and place.lon is not None and _is_in(box, place.lon, place.lat):
        return f"swap them: lat: {place.lon}, lon: {place.lat}"
    west, south, east, north = box
    return (
        f"{place.iso} lies between {south} and {north} north, {west} and {east} east: correct the position or the code"
    )
