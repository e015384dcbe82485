"""References in prose: citations ``[@c-truce, p. 3; @s-amu]`` and judgement references ``{j-1}``."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from briefgen import portions

# nothing is matched in two ways, and no run of spaces twice: a long text that is none must be refused at once
_WORD = r"[^\[\];@\s]++"
ITEM = re.compile(rf"@([a-z]+-[a-z0-9]+(?:-[a-z0-9]+)*)(?:,\s*+({_WORD}(?:\s++{_WORD})*))?\s*+")
CITATION = re.compile(rf"\[{ITEM.pattern}(?:;\s*+{ITEM.pattern})*\]")
JUDGEMENT = re.compile(r"\{(j-[a-z0-9]+(?:-[a-z0-9]+)*)\}")

LIKELIHOOD = "{likelihood}"
SPACES = r"(?<!\s)\s*+"
MEANT_AS_CITATION = re.compile(r"\[\s*@[^\[\]\n]{0,60}\]?")
MEANT_AS_JUDGEMENT = re.compile(r"\{\s*[A-Za-z][A-Za-z0-9_-]*\s*\}?")


@dataclass(frozen=True)
class Cited:
    """One record cited in prose, with the place in it that the writer names."""

    id: str
    at: str | None


def items(citation: str) -> tuple[Cited, ...]:
    """Return the records that one citation, brackets included, names."""
    return tuple(Cited(found[1], found[2]) for found in ITEM.finditer(citation))


def find(text: str) -> Iterator[tuple[int, tuple[Cited, ...]]]:
    """Yield the offset and the items of every well-formed citation in *text*."""
    for found in CITATION.finditer(text):
        yield found.start(), items(found[0])


def judgements(text: str) -> Iterator[tuple[int, str]]:
    """Yield the offset and the id of every judgement reference in *text*."""
    for found in JUDGEMENT.finditer(text):
        yield found.start(), found[1]


def mentions(text: str) -> Iterator[tuple[int, str]]:
    """Yield the offset and the id of every record that a well-formed citation in *text* names."""
    for found in CITATION.finditer(text):
        for item in ITEM.finditer(text, found.start(), found.end()):
            yield item.start(), item[1]


def malformed(text: str) -> Iterator[tuple[int, str]]:
    """Yield the offset and the wording of everything in *text* that was meant as a reference and is none."""
    for found in MEANT_AS_CITATION.finditer(text):
        if not CITATION.match(text, found.start()):
            yield found.start(), found[0].strip()
    for found in MEANT_AS_JUDGEMENT.finditer(text):
        if not JUDGEMENT.fullmatch(found[0]) and found[0] != LIKELIHOOD and not portions.label(text, found.start()):
            yield found.start(), found[0]


def keeping(text: str, names: Mapping[str, str]) -> str:
    """Return *text* with the references to the records that have *names*, under these.

    Those to other records are gone, and the spaces before them.
    """

    def citation(found: re.Match[str]) -> str:
        named = [(names[one.id], one.at) for one in items(found[2]) if one.id in names]
        kept = [f"@{name}, {at}" if at else f"@{name}" for name, at in named]
        return f"{found[1]}[{'; '.join(kept)}]" if kept else ""

    def judgement(found: re.Match[str]) -> str:
        return f"{found[1]}{{{names[found[2]]}}}" if found[2] in names else ""

    text = re.sub(rf"({SPACES})({CITATION.pattern})", citation, text)
    return re.sub(rf"({SPACES}){JUDGEMENT.pattern}", judgement, text).strip()
