"""What a reviewer of the evidence looks at first: where it is thin, open, unused or goes round in a circle."""

from __future__ import annotations

from collections.abc import Callable

from briefgen.compose.citing import Citing
from briefgen.compose.resting import Resting
from briefgen.edition import Plain, Record


def checkpoints(citing: Citing, resting: Resting) -> dict[str, Plain]:
    """Return ids by what is to be checked of them.

    *rings* are sources that repeat each other; *single* judgements that rest on one origin or none; *unseen* and
    *untraced* claims whose origins were not read or not found; *unsettled* pairs of claims that disagree without a word
    on how that is treated; *withdrawn*, *idle* (nothing rests on them) and *ungraded* claims; *silent* sources (no
    claim, quotation or data set comes from them) and *unkept* ones (on the web, without an archived copy).
    """
    edition, origins = citing.library.edition, citing.origins
    claims, judgements, sources = edition.claims, edition.judgements, edition.sources
    found = {one["id"]: origins(one["id"]) for one in (*claims, *judgements)}
    own = (ring for one in found.values() for ring in one["rings"])
    return {
        "rings": tuple(dict.fromkeys((*citing.lineage.rings(), *own))),
        "single": _ids(judgements, lambda one: found[one["id"]]["origins"] < 2),
        "unseen": _ids(claims, lambda one: 0 < found[one["id"]]["origins"] == found[one["id"]]["unseen"]),
        "untraced": _ids(claims, lambda one: found[one["id"]]["read"] and not found[one["id"]]["origins"]),
        "unsettled": tuple(
            (one["id"], other["claim"]) for one in claims for other in one["contradicts"] if not other["treatment"]
        ),
        "withdrawn": _ids(claims, lambda one: one["withdrawn"]),
        "idle": _ids((*claims, *edition.quotes), lambda one: not resting.on(one["id"])["any"]),
        "ungraded": _ids(claims, lambda one: not one["credibility"]),
        "silent": _ids(sources, lambda one: _is_silent(resting.on(one["id"]))),
        "unkept": _ids(sources, lambda one: one["url"] and not one["archived"]),
    }


def _is_silent(found: Record) -> bool:
    return not found["claims"] and not any(one.startswith("d-") for one in found["records"])


def _ids(records: tuple[Record, ...], is_weak: Callable[[Record], Plain]) -> tuple[str, ...]:
    return tuple(one["id"] for one in records if is_weak(one))
