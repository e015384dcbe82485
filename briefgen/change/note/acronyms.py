"""Acronyms of actors, spelled out where the note first has them: “Jamaat-ul-Ahrar (JuA) announced attacks”."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from briefgen.change.marks import marks
from briefgen.change.note.sentence import Group, Sentence
from briefgen.edition import Edition

#: So many capitals make a short name an acronym.
CAPITALS = 2
#: What stands for a name with its acronym while words are taken apart.
MARKER = "\0"


def spelled_out(edition: Edition, groups: Sequence[Group]) -> tuple[Group, ...]:
    """Return groups in which each actor has the full name once; what is quoted stands as it was written.

    An actor who is marked otherwise than the document is left as it is: the full name may be what must not be told.
    """
    found = list(groups)
    for actor in edition.actors:
        short, name = actor.get("short") or "", actor["name"]
        if sum(map(str.isupper, short)) >= CAPITALS and short != name and not marks(edition, actor):
            _spell(found, short, name)
    return tuple(found)


def _spell(groups: list[Group], short: str, name: str) -> None:
    """Spell one acronym out, unless the full name stands before it; from there on it stands alone."""
    is_known = False
    for place, group in enumerate(groups):
        told: list[Sentence] = []
        for at, sentence in enumerate(group.sentences):
            words = sentence.words
            if is_known:
                words = _abridged(words, short, name)
            elif at < group.most:
                words = _spelled(words, short, name)
                is_known = name in words
            told.append(replace(sentence, words=words))
        groups[place] = replace(group, sentences=tuple(told))


def _abridged(words: str, short: str, name: str) -> str:
    """Return *words* without the full name that stands before an acronym; what is quoted stays as it is."""
    parts = re.split("([“”])", words.replace(f"{name} ({short})", MARKER))
    depth, told = 0, ""
    for part in parts:
        depth += {"“": 1, "”": -1}.get(part, 0)
        told += part.replace(MARKER, f"{name} ({short})" if depth else short)
    return told


def _spelled(words: str, short: str, name: str) -> str:
    """Return *words* with the full name at the first place outside quotation marks; as they are if they have it."""
    if name in words:
        return words
    for found in re.finditer(rf"(?<![\w(’'-]){re.escape(short)}(?![\w’'-])", words):
        before = words[: found.start()]
        if before.count("“") == before.count("”"):
            return f"{before}{name} ({short}){words[found.end() :]}"
    return words
