"""High confidence that the sheet itself does not bear out

High confidence says: sound argument, good reporting from several independent origins, few gaps. This rule looks whether
the sheet agrees. It does not when all that speaks for the judgement goes back to one origin (three papers that repeat
one agency are one), when every item is graded C3 or worse or cannot be graded, when an assumption that the judgement
stands or falls with has no basis, or when a gap is said to block it.

Bad:

```yaml bad
judgements:
  - id: j-1
    text: It is {likelihood} that the strike on the northern line ends by 1 March 2024.
    likelihood: likely
    confidence: high
    basis: The union put the offer to a ballot, and its own committee recommends it.
    evidence: {for: c-3, against: c-2}
    alternatives: h-2
    assumptions: k-1
    horizon: "2024-03-01"
    changed: {from: unlikely, in: RAIL-001, why: The committee came out for the offer.}
```

Good:

```yaml good
judgements:
  - id: j-1
    text: It is {likelihood} that the strike on the northern line ends by 1 March 2024.
    likelihood: likely
    confidence: high
    basis: Two independent agencies and the union agree on the ballot, and its own committee recommends the offer.
    evidence: {for: [c-1, c-3], against: c-2}
    alternatives: h-2
    assumptions: k-1
    horizon: "2024-03-01"
    changed: {from: unlikely, in: RAIL-001, why: The committee came out for the offer.}
gaps:
  - {id: n-1, text: How many passengers come back after the strike., ask: Call the company.}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from briefgen.findings import Severity
from briefgen.lint.review import Review
from briefgen.lint.rule import Remark
from briefgen.sheet.model.assessment import Judgement
from briefgen.sheet.model.evidence import Claim, Quote

CODE = "EST012"
SEVERITY: Severity = "warning"
STANDARD = "ODNI estimative language; ICD 203 D.6.e.(1)"
BETTER = "AB"  # reliability
WEAK = "345"  # credibility


def check(review: Review) -> Iterator[Remark]:
    """Yield one remark, with all reasons, for every judgement whose high confidence is not borne out."""
    for judgement in review.sheet.judgements:
        reasons = list(_reasons(review, judgement)) if judgement.confidence == "high" else []
        if reasons:
            yield Remark(
                judgement.mark("confidence"),
                f"judgement {judgement.id} has high confidence, but {'; '.join(reasons)}: a reader who looks it up "
                "trusts the rest less",
                f"lower it to {'low' if len(reasons) > 2 else 'moderate'}, or mend what is missing",
                judgement.id,
            )


def _reasons(review: Review, judgement: Judgement) -> Iterator[str]:
    evidence = judgement.evidence.supporting if judgement.evidence else ()
    claims = {claim.id: claim for one in evidence for claim in review.claims_behind(one)}
    quotes = [quote for one in evidence if isinstance(quote := review.get(one), Quote)]
    if claims or quotes:
        origins = set(review.lineage.origins(claims).roots)
        origins |= {origin for quote in quotes for origin in quote.source.via or (quote.source.ref,)}
        if len(origins) < 2:
            yield "what speaks for it has one origin" if origins else "the origin of what speaks for it is not traced"
    if claims and not quotes and all(_is_weak(review, claim) for claim in claims.values()):
        yield "all that speaks for it is graded C3 or worse"
    for assumption in review.sheet.assumptions:
        is_its_own = assumption.id in judgement.assumptions or judgement.id in assumption.if_wrong
        if is_its_own and assumption.linchpin and not assumption.basis:
            yield f"assumption {assumption.id}, which it falls with, has no basis"
    gaps = [gap.id for gap in review.sheet.gaps if judgement.id in gap.blocks]
    if gaps:
        yield f"gap {gaps[0]} blocks it" if len(gaps) == 1 else f"gaps {' and '.join(gaps)} block it"


def _is_weak(review: Review, claim: Claim) -> bool:
    """Return whether a claim is graded C3 or worse, or cannot be graded, by every source that it has."""
    grades = [source.reliability for one in claim.sources if (source := review.get(one.ref))]
    if claim.credibility is None or not grades or None in grades:
        return False
    if claim.credibility == "6" or set(grades) == {"F"}:
        return True
    return claim.credibility in WEAK and not any(grade in BETTER for grade in grades)
