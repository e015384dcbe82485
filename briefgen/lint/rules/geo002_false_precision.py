"""Coordinates finer than the place is known

Four decimals are eleven metres. A pin that fine on a place known only by its district claims what nobody reported,
and may point at somebody's house. A position with more than four decimals is too fine for any source; a district,
province, area or country can have a position for its label, to one decimal.

Bad:

```yaml bad
places:
  - {id: p-umea, name: Västerbotten, admin: Sweden, precision: province, iso: SE-AC, lat: 64.7507, lon: 18.1029}
```

Good:

```yaml good
places:
  - {id: p-umea, name: Västerbotten, admin: Sweden, precision: province, iso: SE-AC, lat: 64.8, lon: 18.1}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from briefgen.findings import Severity
from briefgen.lint.review import Review
from briefgen.lint.rule import Remark
from briefgen.sheet.model.world import Place

CODE = "GEO002"
SEVERITY: Severity = "warning"
STANDARD = "geo-precision (ACLED, UCDP): a position is not finer than its report"

#: Decimals of a degree that a precision bears: 4 are 11 m, 2 are 1.1 km, 1 is 11 km.
DECIMALS = {"site": 4, "town": 4, "district": 1, "province": 1, "area": 1, "country": 1}
FINEST = 4


def check(review: Review) -> Iterator[Remark]:
    """Yield a remark for every place whose coordinates have more decimals than its precision bears."""
    for place in review.sheet.places:
        allowed = DECIMALS.get(place.precision or "site", FINEST)
        for key in ("lat", "lon"):
            written = str(place.written(key) or "")
            if len(written.partition(".")[2]) > allowed:
                yield Remark(place.mark(key), _message(place, written, allowed), _remedy(written, allowed), place.id)
                break


def _message(place: Place, written: str, allowed: int) -> str:
    if allowed == FINEST:
        return f"{written} places {place.name} to less than 10 metres: no report is as exact as that"
    return f"{place.name} is known by its {place.precision}, but {written} puts a pin on one spot in it"


def _remedy(written: str, allowed: int) -> str:
    return f"write {float(written):.{allowed}f}, or say with `precision` that it is known better"
