"""What nobody here has read can be named as an origin, but not cited as if it had been read (ICD 206)."""

from __future__ import annotations

from collections.abc import Iterator

from briefgen import citations
from briefgen.findings import Finding, Mark
from briefgen.sheet.model.census import Census
from briefgen.sheet.model.evidence import Citation, Source


def check(census: Census) -> Iterator[Finding]:
    """Yield a finding (REF005) for every direct citation of a source with `access: not-seen`."""
    unseen = {source.id for source, _ in census.of(Source) if source.access == "not-seen"}
    for citation, owner in census.of(Citation):
        if citation.ref in unseen:
            yield _finding(citation.ref, citation.ref.node.mark, owner)
    for prose, owner in census.prose:
        for offset, name in citations.mentions(prose.node):
            if name in unseen:
                yield _finding(name, prose.node.place(offset), owner)


def _finding(name: str, mark: Mark, owner: str | None) -> Finding:
    remedy = f"cite who reports it, with `via: {name}`"
    return Finding(mark, "REF005", f"{name} was not seen, so it cannot be cited", remedy, record=owner)
