"""A place that the map in the document cannot show

A map that leaves places out tells less than the table beside it, and one without any place is not printed at all. A
place needs a position, or a province or country that the atlas has a shape for. Provinces that are newer than the atlas
have none: give such a place a position, to one decimal.

Bad:

```yaml bad
events: [{id: e-1, title: The camp burns, when: "2024-02-01", type: hazard, where: p-camp, claims: c-1}]
places: [{id: p-camp, name: The camp, precision: area}]
figures: [{id: f-map, kind: incident-map, caption: The camp burned}]
```

Good:

```yaml good
events: [{id: e-1, title: The camp burns, when: "2024-02-01", type: hazard, where: p-camp, claims: c-1}]
places: [{id: p-camp, name: The camp, admin: Sweden, precision: area, lat: 63.8, lon: 20.3}]
figures: [{id: f-map, kind: incident-map, caption: The camp burned}]
```
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from briefgen.findings import Severity
from briefgen.geodata import atlas
from briefgen.lint.review import Review
from briefgen.lint.rule import Remark
from briefgen.sheet.model.summary import Figure
from briefgen.sheet.model.world import Place

CODE = "GEO004"
SEVERITY: Severity = "warning"
STANDARD = "ICD 203 D.6.e.(9)"


def check(review: Review) -> Iterator[Remark]:
    """Yield a remark for every place of a map that has no place on it, and for every map without any."""
    told: set[str] = set()
    for figure in (one for one in review.sheet.figures if one.kind == "incident-map"):
        places = {place.id: place for place in _places(review, figure)}
        lost = [place for place in places.values() if not _is_on_a_map(place)]
        yield from (_remark(place) for place in lost if place.id not in told)
        told |= {place.id for place in lost}
        if len(lost) == len(places) and not any(one.startswith("d-") for one in figure.records):
            message = "none of its events has a place that a map can show, so there will be no map"
            yield Remark(figure.mark("kind"), message, "give `where` to events, or leave the map out", figure.id)


def _places(review: Review, figure: Figure) -> Iterator[Place]:
    for event in review.sheet.events:
        if not figure.records or event.id in figure.records:
            yield from _known(review.get(place) for place in event.where)


def _known(found: Iterable[Place | None]) -> Iterator[Place]:
    return (place for place in found if place is not None)


def _is_on_a_map(place: Place) -> bool:
    if place.lat is not None and place.lon is not None:
        return True
    country, unit = atlas().units_of(place.iso, place.admin)
    return unit is not None or (country is not None and "-" not in (place.iso or ""))


def _remark(place: Place) -> Remark:
    message = f"the map cannot show {place.name} ({place.id}): it has neither a position nor a unit with a shape"
    return Remark(place.mark("name"), message, "add lat: and lon:, to one decimal, or iso: with its code", place.id)
