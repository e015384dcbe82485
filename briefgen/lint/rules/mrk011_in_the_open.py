"""A withheld name, place, figure or id stands in the open

An edition leaves out a record that is marked higher, and every reference to it. It cannot leave out a sentence of lower
marking that says the same in words of its own. So the names of withheld records, their ids, their uncommon figures, the
day and place of their events, and phrases such as the name of a person in their prose are looked for in every text that
is marked lower, in every usual spelling. A name that a record of lower marking has too is no secret, and neither is a
phrase or a figure that three or more such texts have, or a question that a reader has asked. The rule knows words, not
meanings: a hint in other words is for a reviewer to see. If the words may stand, waive them: `words` says which, so
that the next ones are found again.

Bad:

```yaml bad
places:
  - {id: p-kelm, name: Kelm Junction, precision: site, admin: [Sweden, Västerbotten], iso: SE-AC, portion: TLP:AMBER}
summary:
  narrative: Engines were drawn together at the kelm junction on 3 February.
```

Good:

```yaml good
places:
  - {id: p-kelm, name: Kelm Junction, precision: site, admin: [Sweden, Västerbotten], iso: SE-AC, portion: TLP:AMBER}
summary:
  narrative: "Engines were drawn together [at Kelm Junction]{TLP:AMBER} on 3 February."
```
"""

from __future__ import annotations

from collections.abc import Iterator

from briefgen.findings import Severity
from briefgen.lint.leaks import Leak, Leaks
from briefgen.lint.review import Review
from briefgen.lint.rule import Remark

CODE = "MRK011"
SEVERITY: Severity = "warning"
STANDARD = "portion marking: each part bears the level of all that it says (CAPCO practice)"

WHAT = {
    "name": "is a name of {}",
    "short": "is a name of {}",
    "surname": "is a name of {}",
    "id": "is the id of {}",
    "code": "is a number that {} has",
    "figure": "is a figure that {} has",
    "phrase": "is a name that {} has",
    "occasion": "is the day and, with the place beside it, the occasion of {}",
}


def check(review: Review) -> Iterator[Remark]:
    """Yield a remark for every text in which something stands that its reader is not to know."""
    handling = review.sheet.product.handling
    if handling is not None:
        for leak in Leaks(review.sheet, handling.marking):
            yield _remark(leak)


def _remark(leak: Leak) -> Remark:
    needle, open_to = leak.needle, leak.stretch.marking.label if leak.stretch.marking else ""
    why = f"marked {needle.marking.label}" if needle.marking else "a source whose name is protected"
    told = WHAT[needle.kind].format(needle.part)
    message = f"“{leak.written}” stands in a text marked {open_to}, and {told}, which is {why}"
    label = f"[{leak.written}]{{{needle.marking.label}}}" if needle.marking and leak.stretch.is_prose else ""
    mend = f"reword it, mark it {label}," if label else "reword it,"
    about = f"record: {needle.record}, " if needle.record else ""
    remedy = f"{mend} or waive it: {{rule: {CODE}, {about}words: {needle.words}, reason: …}}"
    return Remark(leak.mark, message, remedy, needle.record, needle.words)
