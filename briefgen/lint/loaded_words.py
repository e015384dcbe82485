"""Loaded words in a text: those that briefgen knows, and those that the desk adds."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from briefgen.lint.pattern import compiled, found
from briefgen.lint.wordlists import pairs

CUE = re.compile("[a-z-]+")
OWN = "a word that both sides would use"
#: Killing under another name, where people are what was “neutralised”.
KILLED = r"(?:neutrali[sz]|eliminat|liquidat|exterminat)(?:ed|es|ing)"
CUES = ("neutrali", "eliminat", "liquidat", "exterminat")
PEOPLE = (
    r"(?i)\b(?:militants?|fighters?|terrorists?|insurgents?|commanders?|gunm[ae]n|rebels?|men|operatives?|members?|leaders?"
    r"|khawarij|attackers?|assailants?|suspects?|soldiers?|troops|policem[ae]n|combatants?|enem(?:y|ies)|Taliban|bandits?)\b"
)
NEAR = 60
#: A regime of rules, not of rulers: the word before it.
OF_RULES = (
    r"(?i)\b(?:sanctions?|visa|tax(?:ation)?|weather|inspections?|treaty|legal|trade|licens\w+|export|safeguards|verification"
    r"|customs|tariffs?|flood|fire|rain(?:fall)?|flow|temperature|ceasefire|monitoring|regulatory|controls?|border|permits?"
    r"|exchange|rate|currency|drug|treatment|reporting|subsid\w+|pric\w+|fiscal|monetary|insurance|liability|pension|training"
    r"|maintenance|disclosure|compliance|penalty|sentencing|detention|curfew|quarantine|travel|asylum|immigration|water|wind"
    r"|river|thermal|climate|discharge|transit|access|data|privacy|competition|toll|shift|non-?proliferation|hydrological"
    r"|accounting|rules|security|arms|vaccination|dosage|grazing|payments?|trial|testing)[\s-]+$"
)
#: Who uses the word is said: “the ministry calls them terrorists”, “listed as a terrorist organisation”.
LABELLED = (
    r"(?i)\b(?:call(?:s|ed|ing)?(?!\s+(?:on|for|up|off)\b)|label\w*|brand(?:s|ed)|dubs|dubbed|termed|terms\s+(?:it|them))\b"
    r"[^.;]{0,60}$"
    r"|\b(?:designat\w+|listed|lists|proscribe[ds]?|declare[ds]?|classif\w+|describe[ds]?|refer\w*\s+to|known|regard\w*|views?"
    r"|viewed)\b[^.;]{0,60}\b(?:as|an?)\s+(?:[\w-]+\s+)?$"
)


@dataclass(frozen=True)
class Loaded:
    """A loaded word, where it begins, and what to write *instead*."""

    word: str
    start: int
    instead: str


class LoadedWords:
    """The loaded words that *texts* can hold, so that the rest are never looked for. *names* are left alone."""

    def __init__(self, texts: Collection[str], added: Collection[str], names: Collection[str]) -> None:
        whole = "\n".join(texts).casefold()
        known = {one: instead for one, instead in pairs("loaded.txt").items() if cue(one) in whole}
        own = {_spaced(one): OWN for one in added if one.casefold().split()[:1] and one.casefold().split()[0] in whole}
        self._kills = any(one in whole for one in CUES)
        self._instead = known | own
        self._pattern = rf"(?i)(?<![\w-])(?:{'|'.join(self._instead)})(?![\w-])" if self._instead else None
        self._names = [name for name in names if self._pattern and found(self._pattern, name)]

    def within(self, bare: str) -> Iterator[Loaded]:
        """Yield the loaded words of a sentence, whose quotations are blanked."""
        for one in compiled(self._pattern).finditer(bare) if self._pattern else ():
            if not self._is_excused(bare, one):
                yield Loaded(one[0], one.start(), self._what_instead(one[0], bare[one.start() :]))
        if self._kills:
            for one in compiled(rf"(?i)\b{KILLED}\b").finditer(bare):
                if _is_of_people(bare, one):
                    yield Loaded(one[0], one.start(), "killed, captured or driven off, whichever it was")

    def _is_excused(self, bare: str, one: re.Match[str]) -> bool:
        before = bare[max(0, one.start() - 2 * NEAR) : one.start()]
        if one[0].casefold().startswith("regime") and found(OF_RULES, before):
            return True
        return _is_name(bare, one) or found(LABELLED, before) is not None or self._is_in_name(bare, one)

    def _is_in_name(self, bare: str, one: re.Match[str]) -> bool:
        return any(
            at.start() <= one.start() < at.end() for name in self._names for at in re.finditer(re.escape(name), bare)
        )

    def _what_instead(self, word: str, onwards: str) -> str:
        found_in = (pattern for pattern in self._instead if re.match(rf"(?i)(?:{pattern})(?![\w-])", onwards))
        return self._instead[next(found_in)]


def cue(pattern: str) -> str:
    """Return the letters that a pattern begins with, all of which a text must hold for it to match."""
    found_letters = CUE.match(pattern)
    letters = found_letters[0] if found_letters else ""
    # the last letter may be optional: “puppets?”
    return letters[:-1] if pattern[len(letters) : len(letters) + 1] == "?" else letters


def _spaced(word: str) -> str:
    return r"[\s-]+".join(map(re.escape, re.split(r"[\s-]+", word.strip())))


def _is_name(bare: str, one: re.Match[str]) -> bool:
    """Return whether the word is part of a name: it has a capital, and so has the word before or behind it."""
    if not one[0][0].isupper() or bare.istitle():
        return False
    return bool(
        re.match(r"[’']?s?[’']?\s+(?:of\s+)?[A-Z]", bare[one.end() :])
        or re.search(r"[A-Z][\w’'-]*\s+(?:of\s+)?$", bare[: one.start()])
    )


def _is_of_people(bare: str, one: re.Match[str]) -> bool:
    after, before = bare[one.end() : one.end() + NEAR], bare[max(0, one.start() - NEAR) : one.start()]
    clause = re.split(r"[,;:]", after)[0]
    is_passive = re.search(r"(?i)\b(?:was|were|been|being|be)\s+(?:\w+ly\s+)?$", before)
    return bool(found(PEOPLE, before) if is_passive else found(PEOPLE, clause))
