"""Who says so: the outlets behind a statement, as a sentence names them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from briefgen.change.both import Both
from briefgen.change.marks import marks
from briefgen.change.note.sentence import listed
from briefgen.compose.library import called, together
from briefgen.edition import Edition, Record
from briefgen.figures.telling import plain
from briefgen.tradecraft.admiralty import CREDIBILITY, RELIABILITY

#: How a source was read of which only others tell.
UNSEEN = "not-seen"
#: Who carried the report of another: “PTI, in Orissa Post”.
CARRIED = re.compile(r", (in .+)$")
#: Brackets at the end of words that stand in brackets themselves.
BRACKETED = re.compile(r" \(([^()]*)\)$")


def outlet(source: Record) -> str:
    """Return what an outlet is called among others: “PTI (in Orissa Post)”."""
    return CARRIED.sub(r" (\1)", called(source))


class Outlets:
    """Names the outlets behind the claims of one edition."""

    def __init__(self, edition: Edition) -> None:
        self._edition = edition
        self._sources = {one["id"]: one for one in edition.sources}
        self._claims = {one["id"]: one for one in edition.claims}

    @classmethod
    def now(cls, both: Both) -> Outlets:
        """Return the outlets of the later edition."""
        return cls(both.after)

    def name(self, source: str) -> str:
        """Return what an outlet is called."""
        if source not in self._sources:
            return source
        found = marks(self._edition, self._sources[source])
        return f"{outlet(self._sources[source])}{f' ({found})' if found else ''}"

    def reliability(self, source: str) -> str:
        """Return how reliable a source is: “B, usually reliable”; nothing of one without a grade."""
        grade = self._sources.get(source, {}).get("reliability")
        return f"{grade}, {RELIABILITY[grade]}" if grade else ""

    def of(self, claims: Iterable[Record]) -> str:
        """Return who tells of *claims*: “Dawn and Wikipedia”, “Amu TV (from The Express Tribune)”."""
        found: dict[str, list[str]] = {}
        for citation in (one for claim in claims for one in claim["sources"] if one.get("ref")):
            earlier = found.setdefault(self.name(citation["ref"]), [])
            earlier += [name for name in map(self._origin, self._behind(citation)) if name not in earlier]
        origins = {tuple(via) for via in found.values()}
        if len(found) > 1 and len(origins) == 1 and (via := origins.pop()):
            return f"{listed(found)} ({'both' if len(found) == 2 else 'all'} from {together(list(via))})"
        return listed(f"{name}{f' (from {together(via)})' if via else ''}" for name, via in found.items())

    def _behind(self, citation: Record) -> tuple[str, ...]:
        """Return whom a source has a claim from: the claim’s word on that is the nearer one."""
        if citation["via"] or citation["untraced"]:
            return tuple(citation["via"])
        return tuple(self._sources.get(citation["ref"], {}).get("derived_from", ()))

    def _origin(self, source: str) -> str:
        """Return who is repeated; that nobody here has seen the report is told, for it may be all there is."""
        is_unseen = self._sources.get(source, {}).get("access") == UNSEEN
        return f"a report of {self.name(source)} that we have not seen" if is_unseen else self.name(source)

    def standing(self, claim: Record) -> str:
        """Return who says so, and how far that is believed: “Dawn; possibly true”."""
        return self._graded(BRACKETED.sub(r", \1", self.of([claim])), claim)

    def standing_apart(self, claim: Record) -> str:
        """Return the same without whom they have it from, where that is told of several claims together."""
        return self._graded(
            listed(dict.fromkeys(self.name(one["ref"]) for one in claim["sources"] if one["ref"])), claim
        )

    def _graded(self, who: str, claim: Record) -> str:
        notes = [plain(one["note"]) for one in claim["sources"] if one["note"]]
        grade = [CREDIBILITY[claim["credibility"]]] if claim["credibility"] else []
        return "; ".join([who, *grade, *notes])

    def shared(self, claims: Iterable[Record]) -> str:
        """Return whom all outlets have all *claims* from: “a report of Dawn that we have not seen”; mostly nothing."""
        cited = [self._behind(one) for claim in claims for one in claim["sources"] if one.get("ref")]
        return together(list(map(self._origin, cited[0]))) if len(set(cited)) == 1 and cited[0] else ""

    def claims(self, ids: Iterable[str]) -> Iterator[Record]:
        """Yield the claims with these ids that are there."""
        return (self._claims[one] for one in ids if one in self._claims)


class Told(NamedTuple):
    """Words, and who says so; nobody where the words name them."""

    words: str
    who: str = ""


def according(those: Iterable[Told]) -> str:
    """Return sentences, what the same outlets say in one of them: “Gunmen storm …; killed: 10, according to Dawn.”"""
    found: list[Told] = []
    for one in those:
        if found and one.who and found[-1].who == one.who:
            found[-1] = Told(f"{found[-1].words}; {one.words[:1].lower()}{one.words[1:]}", one.who)
        elif one.words:
            found.append(one)
    return " ".join(f"{words}{f', according to {who}' if who else ''}." for words, who in found)
