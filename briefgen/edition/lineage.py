"""The lineage of an edition: who has what from whom, as far as its readers may know."""

from __future__ import annotations

from briefgen.edition.edition import Edition, Record
from briefgen.tradecraft.lineage import Citation, Lineage, Source


def lineage(edition: Edition) -> Lineage:
    """Return the graph of the edition's sources, and of what its claims and quotations cite."""
    sources = {one["id"]: _source(one) for one in edition.sources}
    cited = {one["id"]: [_citation(each) for each in one["sources"]] for one in edition.claims}
    quoted = {one["id"]: [_citation(one["source"])] for one in edition.quotes}
    return Lineage(sources, cited | quoted)


def _source(record: Record) -> Source:
    return Source(record["derived_from"], record["access"] != "not-seen", record["kind"] != "tertiary")


def _citation(record: Record) -> Citation:
    return Citation(record["ref"], record["via"], record["untraced"])
