"""Source numbers: given at first use in reading order, printed as superscripts, listed in the source annex."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cached_property
from string import ascii_lowercase
from typing import NamedTuple

from markupsafe import Markup

from briefgen.citations import Cited
from briefgen.compose.library import Library, together
from briefgen.edition import Record
from briefgen.edition.lineage import lineage
from briefgen.tradecraft.lineage import Trail

JOINER = "\u2060"  # a number must not stand alone at the head of a line


class Use(NamedTuple):
    """What a source is cited for, and where its trail ends there."""

    claim: Record
    citation: Record
    trail: Trail


class Citing:
    """The numbers of one page; grows while the page is composed."""

    def __init__(self, library: Library) -> None:
        self.library = library
        self.lineage = lineage(library.edition)
        self.numbers: dict[str, int] = {}
        self.letters: dict[str, str] = {}

    def cite(self, record_ids: Iterable[str]) -> Markup:
        """Return the superscript numbers of the sources behind these records."""
        return self.superscript(Cited(one, None) for one in record_ids)

    def superscript(self, cited: Iterable[Cited]) -> Markup:
        """Return the superscript numbers of what is cited, each with its place in the source."""
        places: dict[int, str | None] = {}
        for one in cited:
            for source in self._sources(one.id):
                places.setdefault(self.number(source), one.at)
        if not places:
            return Markup()
        return Markup('{}<span class="refs">{}</span>').format(JOINER, Markup("").join(_group(places)))

    def number(self, source: str) -> int:
        """Return the number of a source, the next free one at first use."""
        return self.numbers.setdefault(source, len(self.numbers) + 1)

    def in_order(self, citations: Iterable[Record]) -> list[Record]:
        """Return citations in the order of the numbers of their sources."""
        return sorted(citations, key=lambda one: self.number(one["ref"]))

    def _sources(self, record_id: str) -> Iterator[str]:
        record = self.library.get(record_id)
        if record_id.startswith("s-"):
            yield record_id
        elif record_id.startswith("d-"):
            yield record["source"]
        elif record_id.startswith("q-"):
            yield record["source"]["ref"]
        elif record_id.startswith("c-"):
            yield from (one["ref"] for one in record["sources"])
        else:
            for claim in record.get("claims", ()):
                yield from self._sources(claim)

    def sources(self) -> list[Record]:
        """Return the sources for the annex: the numbered ones in order, then the origins that others cite."""
        cited = sorted(self.numbers, key=self.numbers.__getitem__)
        claims = self.library.edition.claims
        unseen = {via: None for claim in claims for one in claim["sources"] for via in one["via"]}
        silent = [one["id"] for one in self.library.edition.sources if one["id"] not in self.numbers]
        rest = [one for one in (*unseen, *silent) if one not in self.numbers]
        return [self._entry(source) for source in dict.fromkeys((*cited, *rest))]

    def _entry(self, source: str) -> Record:
        record, uses = self.library.get(source), self._uses[source]
        grades = {_grade(record, one.claim) for one in uses}
        roots = dict.fromkeys(root for one in uses for root in one.trail.roots) if uses else (source,)
        return {
            **record,
            "number": self.numbers.get(source),
            "grades": sorted(grades),
            "claims": [one.claim["id"] for one in uses],
            "via": list(dict.fromkeys(via for one in uses for via in one.citation["via"])),
            "own": any(one.trail.own for one in uses),
            "lineage": self._lineage(record, uses),
            "origins": [self.letter(root) for root in roots],
        }

    @cached_property
    def _uses(self) -> dict[str, list[Use]]:
        uses: dict[str, list[Use]] = defaultdict(list)
        for claim in self.library.edition.claims:
            for citation, trail in zip(claim["sources"], self.lineage.trails(claim["id"]), strict=True):
                uses[citation["ref"]].append(Use(claim, citation, trail))
        return uses

    def _lineage(self, record: Record, uses: list[Use]) -> str:
        via = [via for one in uses for via in one.citation["via"]]
        earlier = list(dict.fromkeys((*via, *record["derived_from"])))
        if not uses and record["id"] in {one["source"] for one in self.library.edition.datasets}:
            return "own data"
        if not uses and not earlier:
            return "the origin itself" if record["id"] in self._repeated else "not cited"
        own = any(one.trail.own for one in uses)
        lost = any(not (one.trail.own or one.citation["via"] or record["derived_from"]) for one in uses)
        if not earlier:
            whole = {(True, False): "own report", (True, True): "own report, in part not traced"}
            return whole.get((own, lost), "origins not traced")
        rest = {(True, False): "; own for the rest", (True, True): "; the rest own or not traced"}
        passed = f"via {together([self._outlet(one) for one in earlier])}"
        return passed + rest.get((own, lost), "; the rest not traced" if lost else "")

    @cached_property
    def _repeated(self) -> set[str]:
        edition = self.library.edition
        whole = {earlier for one in edition.sources for earlier in one["derived_from"]}
        return whole | {via for claim in edition.claims for one in claim["sources"] for via in one["via"]}

    def _outlet(self, source: str) -> str:
        unseen = self.library.get(source)["access"] == "not-seen"
        return f"{self.library.name(source)}{' (not seen)' if unseen else ''}"

    def letter(self, root: str) -> str:
        """Return the letter of an origin, the next free one at first use: a … z, aa, ab …"""
        return self.letters.setdefault(root, letters(len(self.letters)))

    def origins(self, record_id: str) -> Record:
        """Return what stands behind a claim, or behind what speaks for a judgement.

        That is how many reports were read, how many origins they have and how many of these were not seen, the
        letters of the origins, which sources repeat each other, and a note.
        """
        found = self.lineage.origins(self._statements(record_id))
        return {
            "read": len(found.read),
            "origins": len(found.roots),
            "seen": found.seen,
            "unseen": len(found.unseen),
            "letters": [self.letter(root) for root in found.roots],
            "rings": found.rings,
            "note": found.note,
        }

    def grades(self, claims: Iterable[str]) -> list[str]:
        """Return the grades of claims, each once, in the order of the numbers of the sources that they grade."""
        records = [self.library.get(one) for one in claims]
        graded = [(one["ref"], claim) for claim in records for one in claim["sources"]]
        graded.sort(key=lambda pair: self.numbers.get(pair[0], len(self.numbers) + 1))
        return list(dict.fromkeys(_grade(self.library.get(ref), claim) for ref, claim in graded)) or [UNGRADED]

    def _statements(self, record_id: str) -> Iterator[str]:
        """Yield the ids of the claims and quotations that a record is, or rests on."""
        record = self.library.get(record_id)
        if record_id.startswith(("c-", "q-")):
            yield record_id
        elif record_id.startswith("j-"):
            for one in (record["evidence"] or NO_EVIDENCE)["supporting"]:
                yield from self._statements(one)
        else:
            yield from record.get("claims", ())


NO_EVIDENCE: Record = {"supporting": ()}
UNGRADED = "–"


def _grade(source: Record, claim: Record) -> str:
    """Return the grade of what a source says: the letter of the source, the figure of the claim."""
    if not source["reliability"] and not claim["credibility"]:
        return UNGRADED
    return f"{source['reliability'] or UNGRADED}{claim['credibility'] or UNGRADED}"


def letters(index: int) -> str:
    """Return the letters of the place *index* from 0: a … z, aa, ab …"""
    high, low = divmod(index, len(ascii_lowercase))
    return (letters(high - 1) if high else "") + ascii_lowercase[low]


def _group(places: dict[int, str | None]) -> Iterator[Markup]:
    """Yield links and separators; three or more numbers in a row become a range."""
    numbers = sorted(places)
    for position, number in enumerate(numbers):
        inside = position and number - 1 == numbers[position - 1] and number + 1 in places and not places[number]
        if inside:
            continue
        if position:
            passed_over = number - 1 == numbers[position - 1] and number - 2 in places and not places[number - 1]
            yield Markup('<span class="ref">{}</span>').format("–" if passed_over else ",")
        yield Markup('<a class="ref" href="#source-{0}">{0}</a>').format(number)
        if places[number]:
            yield Markup('<span class="ref">, {}</span>').format(places[number])
