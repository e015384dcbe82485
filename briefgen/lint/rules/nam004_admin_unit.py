"""A place without its administrative unit, or in one that is gone

Names repeat: without the ISO 3166-2 code neither a map nor a reader knows which Bajaur is meant. Units are renamed
and merged as well: the North-West Frontier Province has been Khyber Pakhtunkhwa since 2010, and the Federally
Administered Tribal Areas have been part of it since 2018. Countries, areas that follow no border, and the invented
places of an exercise need no code.

Bad:

```yaml bad
places:
  - {id: p-umea, name: Umeå, admin: [Sweden, Västerbotten], precision: town}
```

Good:

```yaml good
places:
  - {id: p-umea, name: Umeå, admin: [Sweden, Västerbotten], precision: town, iso: SE-AC}
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from briefgen.findings import Severity
from briefgen.lint.passage import OURS
from briefgen.lint.review import Review
from briefgen.lint.rule import Remark

CODE = "NAM004"
SEVERITY: Severity = "warning"
STANDARD = "ISO 3166-2"

#: Unit that is gone, the first year without it, and its name since.
GONE = (
    (r"NWFP|N\.W\.F\.P\.|North[- ]West Frontier Province", 2011, "Khyber Pakhtunkhwa"),
    (r"FATA|F\.A\.T\.A\.|Federally Administered Tribal Areas?", 2019, "the merged districts of Khyber Pakhtunkhwa"),
    (r"PK-TA", 2019, "PK-KP"),
    (r"Northern Areas", 2010, "Gilgit-Baltistan"),
)
FORMER = re.compile(r"\b(?:former|formerly|then|erstwhile|ex|until|before|merged|old|once|was|were)\b", re.I)


def check(review: Review) -> Iterator[Remark]:
    """Yield a remark for every place that lacks a code and for every unit that was gone by the cut-off."""
    for place in review.sheet.places:
        if (
            place.iso is None
            and not review.sheet.product.exercise
            and place.precision in ("site", "town", "district", "province")
        ):
            message = (
                f"place {place.id} has no code of its administrative unit: {place.name} can be more than one place"
            )
            yield Remark(
                place.mark("name"), message, "add iso: with the ISO 3166-2 code, such as PK-KP or SD-DN", place.id
            )
        for position, unit in enumerate(place.admin):
            if (found := _gone().fullmatch(unit)) and (since := _since(review, found)):
                message = f"{unit} is no administrative unit any more"
                yield Remark(place.mark("admin", position), message, f"write {since}", place.id)
    yield from _in_prose(review)


def _in_prose(review: Review) -> Iterator[Remark]:
    for passage, sentence in review.sentences_in("title", *OURS):
        found = _gone().search(sentence.bare)
        if found and (since := _since(review, found)) and not FORMER.search(sentence.bare):
            mark = passage.mark(sentence.start + found.start())
            yield Remark(mark, f"{found[0]} is no administrative unit any more", f"write {since}", passage.record)


def _since(review: Review, found: re.Match[str]) -> str | None:
    """Return what a unit has become, if that was so at the cut-off."""
    for _, year, since in (GONE[int(found.lastgroup[1:])],) if found.lastgroup else ():
        return since if review.cutoff.last is None or review.cutoff.last.year >= year else None
    return None


@cache
def _gone() -> re.Pattern[str]:
    names = "|".join(f"(?P<u{index}>{pattern})" for index, (pattern, _, _) in enumerate(GONE))
    return re.compile(rf"(?<![\w-])(?:{names})(?![\w-])")
