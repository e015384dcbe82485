"""What judgements rest on: the claims and quotations that speak for them, the reports, and the origins of these."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from briefgen.lint.review import Review
from briefgen.sheet.model.assessment import Judgement
from briefgen.sheet.model.evidence import Citation, Claim, Quote
from briefgen.tradecraft import lineage
from briefgen.tradecraft.lineage import Origins, Ring


def key_judgements(review: Review) -> Iterator[Judgement]:
    """Yield the judgements that are printed on the first page."""
    return (judgement for judgement in review.sheet.judgements if judgement.key)


def claims(review: Review, evidence: Iterable[str]) -> Iterator[Claim]:
    """Yield the claims that some items of evidence are, or rest on, each once."""
    found = {claim.id: claim for item in evidence for claim in review.claims_behind(item) if isinstance(claim, Claim)}
    yield from found.values()


def quoted(review: Review, evidence: Iterable[str]) -> Iterator[Citation]:
    """Yield where the quotations among some items of evidence are reported."""
    records = (review.get(item) for item in evidence)
    return (record.source for record in records if isinstance(record, Quote))


def origins(review: Review, evidence: Iterable[str]) -> Origins:
    """Return what stands behind some items of evidence: claims, events, agreements and quotations."""
    items = tuple(evidence)
    words = [lineage.Citation(one.ref, one.via, one.untraced) for one in quoted(review, items)]
    return review.lineage.origins((claim.id for claim in claims(review, items)), words)


def told(found: Origins) -> str:
    """Return the origins in words, with their ids: “1 origin (s-tribune, not seen)”, “origin not traced”."""
    if not found.roots:
        return "origin not traced"
    ids = ", ".join(f"{root}, not seen" if root in found.unseen else root for root in found.roots)
    return f"{lineage.counted(len(found.roots), 'origin')} ({ids})"


def circle(ring: Ring) -> str:
    """Return what is wrong with a *ring*: “s-a, s-b and s-c repeat each other”."""
    if len(ring) == 1:
        return f"{ring[0]} is named as its own origin"
    shown = ring if len(ring) <= MOST else (*ring[:MOST], f"{len(ring) - MOST} more")
    return f"{', '.join(shown[:-1])} and {shown[-1]} repeat each other"


MOST = 6
