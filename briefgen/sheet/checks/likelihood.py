"""Likelihoods are terms of the scale of the product (its own or the desk's), never words of their own."""

from __future__ import annotations

from collections.abc import Iterator

from briefgen.findings import Finding
from briefgen.sheet.messages import suggest
from briefgen.sheet.model.assessment import Change, Judgement, Scenario
from briefgen.sheet.model.census import Census
from briefgen.sheet.model.product import Dissent, Product
from briefgen.sheet.model.record import Record
from briefgen.sheet.model.world import Attribution, Breach
from briefgen.tradecraft import DEFAULT_SCALE, SCALES

#: Where a term stands: record, field, key, and what may stand there besides.
TERMS: tuple[tuple[type[Record], str, str, tuple[str, ...]], ...] = (
    (Judgement, "likelihood", "likelihood", ("n/a",)),
    (Scenario, "likelihood", "likelihood", ()),
    (Change, "earlier", "from", ("new",)),
    (Dissent, "likelihood", "likelihood", ()),
    (Attribution, "assessed", "assessed", ("unknown",)),
    (Breach, "assessed", "assessed", ("unknown",)),
)


def check(census: Census) -> Iterator[Finding]:
    """Yield a finding for a scale that is not known (SHT005) and for terms that it does not have (SHT014)."""
    known = list(SCALES)
    for product, _ in census.of(Product):
        name = product.scale or DEFAULT_SCALE
        if name in SCALES:
            known = [name]
        else:
            message = f'product.scale: "{name}" is not allowed here'
            yield Finding(product.mark("scale"), "SHT005", message, suggest(name, SCALES))
    terms = [term.id for scale in known for term in SCALES[scale].terms]
    for model, name, key, besides in TERMS:
        for record, owner in census.of(model):
            value = getattr(record, name)
            if value is not None and value not in (*terms, *besides):
                message = f'"{value}" is no term of the scale {" or ".join(known)}'
                yield Finding(record.mark(key), "SHT014", message, suggest(value, [*terms, *besides]), record=owner)
