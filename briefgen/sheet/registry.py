"""Actors, places and sources that a desk shares: a sheet names them and never repeats them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from pydantic import ValidationError

from briefgen.findings import Finding
from briefgen.markings import tlp
from briefgen.markings.scheme import Scheme
from briefgen.sheet import messages, references
from briefgen.sheet.assembly import listed, read_yaml
from briefgen.sheet.document import Mapping, Node, Sequence, Text
from briefgen.sheet.model.census import Census
from briefgen.sheet.model.evidence import Source
from briefgen.sheet.model.record import Record
from briefgen.sheet.model.world import Actor, Place

SECTIONS: dict[str, type[Record]] = {"actors": Actor, "places": Place, "sources": Source}


@dataclass(frozen=True)
class Entry:
    """One shared record, None if it is not sound, with what was met in it and what is wrong with it.

    *digest* tells it from any other, at any other place.
    """

    section: str
    record: Record | None
    census: Census
    findings: tuple[Finding, ...]
    digest: str


@dataclass(frozen=True)
class Registry:
    """The shared records by id. Unless *is_whole*, a file could not be read."""

    entries: dict[str, Entry]
    findings: tuple[Finding, ...]
    is_whole: bool

    def digest(self, record_id: str) -> str:
        """Return what the record with this id is like, in a word; whether it is sure not to be there, otherwise."""
        entry = self.entries.get(record_id)
        return entry.digest if entry else "absent" if self.is_whole else "unknown"

    def ids(self) -> Iterator[Text]:
        """Yield the ids of all shared records."""
        for entry in self.entries.values():
            yield from (node for node, _ in entry.census.ids)

    def reached(self, ids: Iterable[str]) -> list[Entry]:
        """Return the entries that *ids* name and those that these name in turn, in the order of the registry."""
        found: set[str] = set()
        waiting = [one for one in ids if one in self.entries]
        while waiting:
            if (one := waiting.pop()) not in found:
                found.add(one)
                named = (mention.id for mention in references.mentions(self.entries[one].census))
                waiting += (other for other in named if other in self.entries)
        return [entry for one, entry in self.entries.items() if one in found]


def read(folder: Path | None, scheme: Scheme = tlp.SCHEME) -> Registry:
    """Return what the YAML files in *folder* hold; nothing if there is no such folder. No link leads out of it.

    Markings are those of the *scheme*.
    """
    entries: list[Entry] = []
    findings: list[Finding] = []
    is_whole = True
    for path in sorted(folder.glob("*.yaml")) if folder else ():
        root, problems = read_yaml(path, path.parent)
        findings += problems
        is_whole &= root is not None
        for section, node in root.items() if root else ():
            if section in SECTIONS:
                entries += (_entry(section, one, scheme) for one in listed(node))
            else:
                findings.append(_stray(section, node))
    by_id: dict[str, Entry] = {}
    for entry in entries:
        for node, _ in entry.census.ids:
            by_id.setdefault(str(node), entry)
    return Registry(by_id, (*findings, *_findings(entries, by_id, is_whole)), is_whole)


def _entry(section: str, node: Node, scheme: Scheme) -> Entry:
    census, model = Census(scheme), SECTIONS[section]
    digest = sha256(repr((section, _placed(node))).encode(errors="surrogatepass")).hexdigest()
    try:
        record = model.model_validate(node, context=census)
    except ValidationError as error:
        return Entry(section, None, census, tuple(messages.findings(error, model, node)), digest)
    return Entry(section, record, census, (), digest)


def _placed(node: Node) -> object:
    """Return a node with the place of everything in it, as plain data."""
    mark = (node.mark.path, node.mark.line, node.mark.column)
    if isinstance(node, Mapping):
        return mark, [(key, _placed(value)) for key, value in node.items()]
    return mark, [_placed(one) for one in node] if isinstance(node, Sequence) else str(node)


def _stray(section: str, node: Node) -> Finding:
    mark = section.mark if isinstance(section, Text) else node.mark
    message = f"a registry holds actors, places and sources, no {section}"
    return Finding(mark, "INC005", message, messages.suggest(section, SECTIONS))


def _findings(entries: list[Entry], by_id: dict[str, Entry], is_whole: bool) -> Iterator[Finding]:
    everything = Census()
    for entry in entries:
        yield from entry.findings
        everything.add(entry.census)
    yield from references.duplicates(everything)
    yield from references.unresolved(everything, by_id, is_whole)
