"""What prose counts, and how many: “28 people were killed”, “wounding six”, “at least 27 attacks”.

A number is taken for a count only where the words beside it leave no doubt; “eight of the eleven” counts a part, and
“two bombs killed 28” counts no dead bombs.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from briefgen.lint.counting_words import (
    ADJECTIVES,
    ASIDE,
    BOTH,
    CLAUSE,
    COMBINED,
    DETERMINERS,
    ELSEWHERE,
    EVENT_NOUNS,
    FOLLOWED,
    GROUPS,
    HAS,
    KIND,
    LONGEST,
    LOSES,
    NO_NOUNS,
    NOBODY,
    NOUN,
    OTHERS,
    PART,
    PART_ENDS,
    PART_OF,
    PASSIVE,
    PEOPLE,
    PREPOSITIONS,
    STEMS,
    UNIT,
    VERB,
    VERB_ENDS,
    VERBS,
    WORD,
)
from briefgen.lint.days import masked
from briefgen.lint.pattern import compiled, found
from briefgen.prose.numbers import Number, Span, numbers, total


@dataclass(frozen=True)
class Count:
    """How many of *what* a text counts: the number as it stands, and what it comes to with its neighbours.

    *start* is where the number stands, *words* what the text says, *behind* the words right behind the number.
    """

    what: str
    spans: tuple[Span, ...]
    start: int
    words: str
    behind: str = ""

    @property
    def groups(self) -> frozenset[str]:
        """The sorts of people whom it may be a count of."""
        return groups(self.behind)


@dataclass(frozen=True)
class Tally:
    """The counts of a text, and the numbers in it that count something else or nothing that is known."""

    counts: tuple[Count, ...] = ()
    others: tuple[Span, ...] = ()

    def spans(self, what: str) -> tuple[Span, ...]:
        """Return every number that the text gives for *what*."""
        return tuple(span for count in self.counts if count.what == what for span in count.spans)


@lru_cache(maxsize=8192)
def tally(text: str) -> Tally:
    """Return what *text* counts."""
    if not found(STEMS, text):
        return Tally()
    blank = masked(text)
    every = numbers(blank)
    kinds = [_kind(blank, number, every) for number in every]
    counts = [_count(blank, every, kinds, at) for at, kind in enumerate(kinds) if kind]
    counts += [_nobody(match) for match in compiled(NOBODY).finditer(text)]
    others = tuple(number.span for number, kind in zip(every, kinds, strict=True) if not kind)
    return Tally(tuple(sorted(counts, key=lambda count: count.start)), others)


def _nobody(match: re.Match[str]) -> Count:
    return Count(KIND[(match["suffers"] or match["dies"]).lower()], (Span(0, 0),), match.start(), match[0])


@dataclass(frozen=True)
class _Kind:
    what: str
    start: int
    end: int


def _kind(text: str, number: Number, every: tuple[Number, ...]) -> _Kind | None:
    """Return what a number counts, and the stretch of *text* that says so."""
    before = text[max(0, number.start - 60) : number.start]
    after = text[number.end : number.end + 24]
    last = before.rstrip().rpartition(" ")[2].lower()
    if (last in PART_ENDS and found(PART, before)) or _follows(PART_OF, after) or _follows(UNIT, after):
        return None
    if number is every[0] and _follows(OTHERS, after):
        return None
    is_verb = last.endswith((*VERB_ENDS, ":"))
    if is_verb and (verb := found(VERB, before)):
        return _object(verb, number, before)
    return _events(text, number) or _subject(text, number, every, before)


def _follows(pattern: str, text: str, at: int = 0) -> bool:
    return compiled(pattern).match(text, at) is not None


def _object(verb: re.Match[str], number: Number, before: str) -> _Kind | None:
    """Return what the number after a verb counts: “killing 28”, “the toll rose to 28”; not “were killed 28 …”."""
    earlier = WORD.findall(before[: verb.start()].lower())[-1:]
    is_passive = verb[0].rstrip().lower() in VERBS and PASSIVE.intersection(earlier)
    if is_passive or compiled(COMBINED).search(before, 0, verb.start()):
        return None
    what = next(name for name, words in verb.groupdict().items() if words)
    return _Kind(what, number.start - len(before) + verb.start(), number.end)


def _events(text: str, number: Number) -> _Kind | None:
    """Return the kind of a number before a plural that names events: “27 recorded attacks”."""
    clause = _clause(text, number.end)
    for at, word in enumerate(WORD.finditer(clause)):
        name = word[0].lower()
        if name in EVENT_NOUNS and number.span.high != 1:
            return _Kind("events", number.start, number.end + word.end())
        if at == NOUN or name in PREPOSITIONS or (_is_no_noun(name) and not (at == 0 and name in ADJECTIVES)):
            return None
    return None


def _is_no_noun(name: str) -> bool:
    return name in NO_NOUNS or name.endswith("ed")


def _subject(text: str, number: Number, every: tuple[Number, ...], before: str) -> _Kind | None:
    """Return the kind of a number that a participle or noun after it tells: “28 people were killed”, “11 injured”."""
    clause, phrase = _clause(text, number.end), _Phrase()
    # a number in an aside is blank in the clause
    starts = {one.start for one in every if clause[max(0, one.start - number.end) :][:1].strip()}
    for word in WORD.finditer(clause):
        name, at = word[0].lower(), number.end + word.start()
        if any(number.end <= start <= at for start in starts):
            return None
        if name in ("lost", "left", "fled") and (lost := compiled(LOSES).match(clause, word.start())):
            return _Kind("killed" if lost[1] else "displaced", number.start, number.end + lost.end())
        if what := KIND.get(name):
            is_clear = phrase.is_passive or name not in VERBS or _is_participle(text, number.end + word.end(), starts)
            is_place = phrase.nouns > 0 and found(ELSEWHERE, before)
            is_both = _follows(BOTH, text, number.end + word.end())
            is_meant = is_clear and not is_place and not is_both
            return _Kind(what, number.start, number.end + word.end()) if is_meant else None
        if not phrase.takes(name):
            return None
    return None


@dataclass
class _Phrase:
    """The words between a number and what happened to those whom it counts."""

    length: int = 0
    nouns: int = 0
    is_passive: bool = False
    after_preposition: bool = False
    last: str = ""

    def takes(self, name: str) -> bool:
        """Return whether the phrase can go on with the word *name*."""
        before, self.last, self.length = self.last, name, self.length + 1
        if name == "and" and (before.endswith("s") or before in PEOPLE) and not self.is_passive:
            self.nouns = 0
        elif name in PREPOSITIONS:
            self.nouns, self.after_preposition = 0, True
        elif name in HAS or name in PASSIVE or name.endswith("ly"):
            self.is_passive |= name in PASSIVE
            self.after_preposition = False
        elif not (name in DETERMINERS and self.after_preposition):
            self.nouns, self.after_preposition = self.nouns + 1, False
            if self.is_passive or self.nouns > NOUN or (_is_no_noun(name) and name not in ADJECTIVES):
                return False
        return self.length < LONGEST


def _clause(text: str, start: int) -> str:
    """Return the rest of the clause from *start* on, with an aside in it blanked."""
    rest = text[start : start + 200]
    if aside := compiled(ASIDE).match(rest):
        rest = aside[1] + " " * (aside.end() - len(aside[1])) + rest[aside.end() :]
    match = CLAUSE.match(rest)
    return match[0] if match else ""


def _is_participle(text: str, end: int, starts: set[int]) -> bool:
    """Return whether a form such as “killed”, without an auxiliary, is no verb with an object of its own."""
    rest = text[end : end + 60]
    if end + len(rest) - len(rest.lstrip()) in starts:
        return False
    word = WORD.match(rest.lstrip())
    return word is None or word[0].lower() in FOLLOWED or word[0].lower() in PASSIVE


def _count(text: str, every: tuple[Number, ...], kinds: list[_Kind | None], at: int) -> Count:
    """Return one count, with what it comes to together with the uncounted numbers that are joined to it."""
    kind = kinds[at]
    assert kind
    members = [every[at].span]
    spans = [*members]
    for step in (-1, 1):
        here = at
        while 0 <= here + step < len(every) and not kinds[here + step] and _joined(text, every, here, step):
            here += step
            members.append(every[here].span)
            spans.append(total(members))
    behind = _clause(text, every[at].end)[:40]
    return Count(kind.what, tuple(dict.fromkeys(spans)), every[at].start, text[kind.start : kind.end], behind)


def groups(text: str) -> frozenset[str]:
    """Return which sorts of people *text* names."""
    return frozenset(group.lower() for group in compiled(GROUPS).findall(text))


def _joined(text: str, every: tuple[Number, ...], at: int, step: int) -> bool:
    first, second = sorted((every[at], every[at + step]), key=lambda number: number.start)
    between = text[first.end : second.start]
    if len(between) > 60 or _follows(PART_OF, text, second.end):
        return False
    return bool(re.search(r"(?:,|\band)\s+(?:[\w’']+\s+){0,3}\Z", between)) and not re.search(r"[.;:?!]", between)
