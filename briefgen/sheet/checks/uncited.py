"""A source that nothing rests on is left over or was forgotten."""

from __future__ import annotations

from collections.abc import Iterator

from briefgen.findings import Finding
from briefgen.sheet.model.census import Census
from briefgen.sheet.model.evidence import Source
from briefgen.sheet.references import mentions


def check(census: Census) -> Iterator[Finding]:
    """Yield a warning (SHT102) for every source that no record and no prose names (ICD 206)."""
    named = {mention.id for mention in mentions(census)}
    for source, owner in census.of(Source):
        if source.id not in named:
            message = f"source {source.id} is never cited: it is left out of the document"
            remedy = f"cite it in a claim (sources: {source.id}), or delete it"
            yield Finding(source.mark("id"), "SHT102", message, remedy, severity="warning", record=owner)
