"""Origins, not outlets: who has a report from whom, and how many independent origins stand behind a claim."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from briefgen.compose.library import Library
from briefgen.edition import Record


@dataclass(frozen=True)
class Origins:
    """The origins behind one claim: how many reports were *read*, the *roots*, and whether all roots were *seen*."""

    read: int
    roots: tuple[str, ...]
    seen: bool

    @property
    def note(self) -> str:
        """Return the finding in a few words."""
        if not self.roots:
            return "origin not traced"
        count = "1 origin" if len(self.roots) == 1 else f"{len(self.roots)} origins"
        return count if self.seen else f"{count}, not seen"


def origins(claim: Record, library: Library) -> Origins:
    """Return what stands behind *claim*: each citation is followed over `via` and `derived_from` to its roots."""
    roots = dict.fromkeys(root for one in claim["sources"] for root in citation_roots(one, library))
    seen = all(library.get(root)["access"] != "not-seen" for root in roots)
    return Origins(len({one["ref"] for one in claim["sources"]}), tuple(roots), seen)


def citation_roots(citation: Record, library: Library) -> Iterator[str]:
    """Yield the ids of the sources at which the trail of one citation ends."""
    for start in citation["via"] or (citation["ref"],):
        yield from _roots(start, library, ())


def _roots(source: str, library: Library, trail: tuple[str, ...]) -> Iterator[str]:
    record = library.get(source)
    # a ring of sources that repeat each other has no root; the first one stands for it
    earlier = [one for one in record["derived_from"] if one not in trail]
    if not earlier and record["kind"] != "tertiary":  # an encyclopaedia that names nobody is not an origin itself
        yield source
    for one in earlier:
        yield from _roots(one, library, (*trail, source))
