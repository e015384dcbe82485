"""Source numbers: given at first use in reading order, printed as superscripts, listed in the source annex."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from string import ascii_lowercase

from markupsafe import Markup

from briefgen.citations import Cited
from briefgen.compose.library import Library, together
from briefgen.compose.lineage import citation_roots, origins
from briefgen.edition import Record

JOINER = "\u2060"  # a number must not stand alone at the head of a line


class Citing:
    """The numbers of one page; grows while the page is composed."""

    def __init__(self, library: Library) -> None:
        self.library = library
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

    def _sources(self, record_id: str) -> Iterator[str]:
        record = self.library.get(record_id)
        if record_id.startswith("s-"):
            yield record_id
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
        uses = list(self._uses(source))
        grades = dict.fromkeys(
            f"{self.library.get(source)['reliability'] or '–'}{claim['credibility'] or '–'}" for claim, _ in uses
        )
        via = dict.fromkeys(one for _, citation in uses for one in citation["via"])
        return {
            **self.library.get(source),
            "number": self.numbers.get(source),
            "grades": sorted(grades),
            "claims": [claim["id"] for claim, _ in uses],
            "via": list(via),
            "own": any(not citation["via"] for _, citation in uses),
            "lineage": self._lineage(source, list(via), uses),
            "origins": [self.letter(root) for root in self._roots(source, uses)],
        }

    def _uses(self, source: str) -> Iterator[tuple[Record, Record]]:
        for claim in self.library.edition.claims:
            for citation in claim["sources"]:
                if citation["ref"] == source:
                    yield claim, citation

    def _roots(self, source: str, uses: list[tuple[Record, Record]]) -> list[str]:
        if not uses:
            return [source]
        return list(dict.fromkeys(root for _, citation in uses for root in citation_roots(citation, self.library)))

    def _lineage(self, source: str, via: list[str], uses: list[tuple[Record, Record]]) -> str:
        earlier = [*via, *self.library.get(source)["derived_from"]]
        if not uses and not earlier:
            return "the origin itself" if self._is_origin(source) else "not cited"
        if not earlier:
            return "origins not traced" if self.library.get(source)["kind"] == "tertiary" else "own report"
        passed = f"via {together([self._outlet(one) for one in dict.fromkeys(earlier)])}"
        return f"{passed}; own for the rest" if any(not one["via"] for _, one in uses) and via else passed

    def _is_origin(self, source: str) -> bool:
        return any(source in one["via"] for claim in self.library.edition.claims for one in claim["sources"])

    def _outlet(self, source: str) -> str:
        unseen = self.library.get(source)["access"] == "not-seen"
        return f"{self.library.name(source)}{' (not seen)' if unseen else ''}"

    def letter(self, root: str) -> str:
        """Return the letter of an origin, the next free one at first use: a … z, aa, ab …"""
        return self.letters.setdefault(root, _letters(len(self.letters)))

    def origins(self, claim_id: str) -> Record:
        """Return what stands behind a claim: reports read, origins, whether they were seen, letters, a note."""
        found = origins(self.library.get(claim_id), self.library)
        return {
            "read": found.read,
            "origins": len(found.roots),
            "seen": found.seen,
            "letters": [self.letter(root) for root in found.roots],
            "note": found.note,
        }


def _letters(index: int) -> str:
    high, low = divmod(index, len(ascii_lowercase))
    return (_letters(high - 1) if high else "") + ascii_lowercase[low]


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
