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
        yield from _roots(start, library)


def _roots(start: str, library: Library) -> list[str]:
    passed: dict[str, Record] = {}
    waiting = [start]
    while waiting:
        if (source := waiting.pop()) not in passed:
            passed[source] = library.get(source)
            waiting += reversed(passed[source]["derived_from"])
    # a ring of sources that repeat each other has no end; the first one stands for it
    ends = [source for source, record in passed.items() if not record["derived_from"]] or [start]
    # an encyclopaedia that names nobody is not an origin itself
    return [source for source in ends if passed[source]["kind"] != "tertiary"]
