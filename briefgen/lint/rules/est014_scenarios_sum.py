"""Scenarios that exclude each other, and cannot add up

Of scenarios that exclude each other one comes true, so their chances make 100 per cent. If the lowest ends of their
bands already make more, or the highest ends less, the terms contradict each other, and a reader who plans with all of
them plans with the wrong weights. A scenario that can come together with others has `exclusive: false` and is not
counted.

Bad:

```yaml bad
scenarios:
  - {id: sc-1, text: The crews accept the offer, likelihood: likely}
  - {id: sc-2, text: The crews refuse it, likelihood: likely}
```

Good:

```yaml good
scenarios:
  - {id: sc-1, text: The crews accept the offer, likelihood: likely}
  - {id: sc-2, text: The crews refuse it, likelihood: unlikely}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from briefgen.findings import Severity
from briefgen.lint.review import Review
from briefgen.lint.rule import Remark
from briefgen.tradecraft.likelihood import Term

CODE = "EST014"
SEVERITY: Severity = "error"
STANDARD = "ICD 203 D.6.e.(6)"


def check(review: Review) -> Iterator[Remark]:
    """Yield a remark if the bands of the exclusive scenarios cannot sum to 100."""
    exclusive = [one for one in review.sheet.scenarios if one.exclusive]
    terms = [term for one in exclusive if (term := review.scale.find(one.likelihood))]
    if len(terms) < 2:
        return
    low, high = sum(term.low for term in terms), sum(term.high for term in terms)
    if low > 100 or high < 100:
        first = exclusive[0]
        names = " and ".join(filter(None, (", ".join(one.id for one in exclusive[:-1]), exclusive[-1].id)))
        yield Remark(
            first.mark("likelihood"),
            f"scenarios {names} exclude each other, but their bands come to {low}–{high} per cent and not to 100 "
            f"({_sum(terms)}): one of the terms is wrong",
            _remedy(low),
            first.id,
        )


def _sum(terms: list[Term]) -> str:
    return " + ".join(f"{term.label} {term.band}" for term in terms)


def _remedy(low: int) -> str:
    if low > 100:
        return "lower one of the terms, or set exclusive: false where two of them can come true together"
    return "raise one of the terms, or add the scenario that is missing"
