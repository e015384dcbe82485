"""Whether a judgement stands on what its reader can see."""

from __future__ import annotations

from collections.abc import Iterable

from briefgen.edition.edition import Edition, Record
from briefgen.edition.lineage import lineage

#: Independent origins that high confidence asks for (ODNI estimative language; see EST012).
ORIGINS = 2


def unsupported(edition: Edition) -> frozenset[str]:
    """Return the ids of the judgements of *edition* that its reader has no ground to believe.

    Nothing that speaks for them is in the edition, or their confidence is high and what speaks for them has one origin.
    It is asked of what is there alone, so that no answer depends on what is not.
    """
    statements = {one["id"]: _statements(one) for one in (*edition.events, *edition.agreements)}
    known = lineage(edition)

    def stands(judgement: Record) -> bool:
        supporting = judgement["evidence"]["supporting"] if judgement["evidence"] else ()
        if judgement["confidence"] != "high":
            return bool(supporting)
        claims = [claim for one in supporting for claim in statements.get(one, (one,))]
        return len(known.origins(dict.fromkeys(claims)).roots) >= ORIGINS

    return frozenset(one["id"] for one in edition.judgements if not stands(one))


def _statements(record: Record) -> Iterable[str]:
    return tuple(record["claims"])
