"""Bars that do not begin at zero, or two axes in one chart

A bar says its number by its length. Cut off at the foot, a rise of a tenth looks like a doubling. And two axes side by
side make any two lines cross where the writer likes. Bars begin at zero; a line may begin where its numbers do; what
has another unit gets a chart of its own. A bar that is a span, with `y2` or `x2`, has no foot and is left alone.

Bad:

```yaml bad
figures:
  - kind: chart
    caption: The strike filled the roads
    alt: Lorries a day on the northern road. 3,100 before and 3,400 during the strike.
    spec:
      data: {values: [{when: before, lorries: 3100}, {when: strike, lorries: 3400}]}
      mark: bar
      encoding:
        x: {field: when, type: nominal}
        y: {field: lorries, type: quantitative, scale: {domain: [3000, 3500]}}
```

Good:

```yaml good
figures:
  - kind: chart
    caption: The strike filled the roads
    alt: Lorries a day on the northern road. 3,100 before and 3,400 during the strike.
    spec:
      data: {values: [{when: before, lorries: 3100}, {when: strike, lorries: 3400}]}
      mark: bar
      encoding:
        x: {field: when, type: nominal}
        y: {field: lorries, type: quantitative}
```
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from briefgen.findings import Severity
from briefgen.lint.review import Review
from briefgen.lint.rule import Remark

CODE = "VIS002"
SEVERITY: Severity = "warning"
STANDARD = "ICD 203 D.6.e.(9)"
PARTS = ("layer", "concat", "hconcat", "vconcat")
LONG = ("bar", "area")  # marks that say their number by their length


def check(review: Review) -> Iterator[Remark]:
    """Yield a remark for every chart with a bar that is cut off, and for every one with two axes."""
    for figure in review.sheet.figures:
        for view in _views(figure.spec) if figure.spec else ():
            name = f"chart {figure.id}" if figure.id else "the chart"
            for channel in ("x", "y"):
                if _is_cut(view, channel):
                    message = f"the bars of {name} do not begin at zero: their lengths do not say their numbers"
                    yield Remark(figure.mark("spec"), message, "let the scale begin at 0, or draw a line", figure.id)
                if _is_double(view, channel):
                    message = f"{name} has two axes: where its lines cross means nothing"
                    yield Remark(figure.mark("spec"), message, "make two charts, one above the other", figure.id)


def _views(spec: Any) -> Iterator[Mapping[str, Any]]:
    """Yield a view and the views inside it, each with what it has from those around it."""
    if not isinstance(spec, Mapping):
        return
    yield spec
    for name in (*PARTS, "spec"):
        inner = spec.get(name)
        for one in inner if isinstance(inner, tuple) else [inner]:
            if isinstance(one, Mapping):
                yield from _views({"mark": spec.get("mark"), **one, "encoding": _shared(spec, one)})


def _shared(spec: Mapping[str, Any], one: Mapping[str, Any]) -> dict[str, Any]:
    both = (spec.get("encoding"), one.get("encoding"))
    return {channel: value for each in both if isinstance(each, Mapping) for channel, value in each.items()}


def _is_cut(view: Mapping[str, Any], channel: str) -> bool:
    """Return whether the bars of a view, along *channel*, begin elsewhere than at zero."""
    mark, encoding = view.get("mark"), view.get("encoding")
    kind = mark.get("type") if isinstance(mark, Mapping) else mark
    if kind not in LONG or not isinstance(encoding, Mapping) or f"{channel}2" in encoding:
        return False
    along = encoding.get(channel)
    if not isinstance(along, Mapping) or along.get("type") != "quantitative" or along.get("bin"):
        return False
    scale = along.get("scale")
    if not isinstance(scale, Mapping):
        return False
    return (
        str(scale.get("zero")).lower() == "false"
        or _begins_above(scale.get("domain"))
        or _number(scale.get("domainMin")) > 0
    )


def _begins_above(domain: Any) -> bool:
    return isinstance(domain, tuple) and len(domain) == 2 and min(map(_number, domain)) > 0


def _number(value: Any) -> float:
    try:
        return float(value)
    except (TypeError, ValueError):  # a day, or nothing
        return 0.0


def _is_double(view: Mapping[str, Any], channel: str) -> bool:
    """Return whether a view lays parts over each other that have a scale of their own along *channel*."""
    resolve = view.get("resolve")
    scale = resolve.get("scale") if isinstance(resolve, Mapping) else None
    return "layer" in view and isinstance(scale, Mapping) and str(scale.get(channel)) == "independent"
