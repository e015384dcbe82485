"""A party to the matter is the only origin of what speaks for a judgement

What a party says of its own success is good evidence that it said so, and poor evidence that it is so. If every origin
of a claim belongs to one party, tell it as that party’s statement (`said_by`, or “the union says …”), or find somebody
else who knows. Claims behind key judgements are looked at.

Bad:

```yaml bad
claims:
  - id: c-3
    text: Nine of ten crews want the offer.
    sources: s-3
    credibility: 3
```

Good:

```yaml good
claims:
  - id: c-3
    text: Nine of ten crews want the offer.
    sources: s-3
    said_by: a-union
    credibility: 3
```
"""

from __future__ import annotations

from collections.abc import Iterator

from briefgen.findings import Severity
from briefgen.lint import grounds
from briefgen.lint.attribution import speakers
from briefgen.lint.pattern import found
from briefgen.lint.review import Review
from briefgen.lint.rule import Remark
from briefgen.prose import sentences
from briefgen.sheet.model.evidence import Claim

CODE = "SRC013"
SEVERITY: Severity = "warning"
STANDARD = "ICD 203 D.6.e.(1): motivation and bias"

#: “The office’s log lists …” tells whose word it is as well as “the office says”.
DOCUMENT = (
    r"(?i)\b(?:log|report|bulletin|statement|release|register|records?|list|figures|tally|account|communiqué|notice"
    r"|minutes)\s+(?:list|record|show|give|count|put|cite|describe|call|say|state|name|speak|contain)s?\b"
)


def check(review: Review) -> Iterator[Remark]:
    """Yield a remark for every claim for a key judgement that only one party vouches for."""
    parties = {source.id: set(source.party) for source in review.sheet.sources}
    evidence = (one.evidence.supporting for one in grounds.key_judgements(review) if one.evidence)
    for claim in grounds.claims(review, dict.fromkeys(item for items in evidence for item in items)):
        roots = review.lineage.origins([claim.id]).roots
        common = set.intersection(*(parties.get(root, set()) for root in roots)) if roots else None
        if common and not _is_told_as_said(claim):
            party = min(common)
            message = (
                f"claim {claim.id} speaks for a key judgement, and its only origin is a party ({party}): "
                "a reader cannot tell its word from a fact"
            )
            remedy = f"tell it as its statement (said_by: {party}), or find an origin that is no party"
            yield Remark(claim.mark("sources"), message, remedy, claim.id)


def _is_told_as_said(claim: Claim) -> bool:
    said = (sentence.bare for sentence in sentences(claim.text))
    return bool(claim.said_by) or any(speakers(bare) or found(DOCUMENT, bare) for bare in said)
