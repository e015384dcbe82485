"""Needles: words of a withheld text by which a reader would know it again, such as names, figures and ids."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from briefgen.lint.naming import SHORTEST, WORD, fold
from briefgen.lint.stretches import Stretch
from briefgen.lint.wordlists import words
from briefgen.markings.scheme import Marking
from briefgen.prose.abbreviations import DAYS_AND_MONTHS, OPENERS
from briefgen.sheet.model.dataset import Dataset
from briefgen.sheet.model.evidence import Source
from briefgen.sheet.model.product import People
from briefgen.sheet.model.record import Record
from briefgen.sheet.model.world import Actor, Agreement, Amount, Place, Script

#: The fields that are names, and of these the ones that may be any words, as titles are.
NAMES: dict[type[Record], tuple[str, ...]] = {
    Actor: ("name", "short", "aliases"),
    Place: ("name", "aliases"),
    Script: ("text",),
    Source: ("title", "original_title", "author", "publisher", "aliases"),
    Agreement: ("title",),
    Dataset: ("title",),
    People: ("author", "office", "reviewer"),
}
TITLES = ("title", "original_title")
PARTICLES = frozenset(("of", "the", "de", "del", "da", "al", "ul", "ur", "el", "e", "i", "bin", "ibn", "von", "van"))
ID = re.compile(r"(?<![\w@{/.-])[a-z]{1,3}-[a-z0-9]+(?:-[a-z0-9]+)*(?![\w/-])")
#: Letters and at least three digits: the number of an event in a data set, of a vehicle, of a file.
CODE = re.compile(r"(?<![\w-])(?=[A-Z0-9-]*[A-Z])(?=(?:[A-Z-]*[0-9]){3})[A-Z0-9][A-Z0-9-]{3,40}(?![\w-])")
#: Not behind a point, a colon or a slash, and not before one: those are times, sections and addresses.
FIGURE = re.compile(
    r"(?<![\w.,:/§№-])(?:(?P<low>[0-9]{2})\s?(?:[-–—]|to)\s?(?P<high>[0-9]{2})|"
    r"(?P<whole>[0-9]{1,3}(?:[, \u2009\u00a0\u202f][0-9]{3})+|[0-9]{1,15})(?P<part>\.[0-9]{1,8})?)"
    r"(?P<behind>\s?%|\s(?:per cent|percent|thousand|million|billion)\b)?(?![\w/]|[.,:][0-9]|-[0-9])"
)
DIGIT = re.compile("[0-9]")
ISO_DAY = re.compile(r"\b[0-9]{4}-[0-9]{2}(?:-[0-9]{2})?\b")
MONTH = re.compile(r"\s(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)")
MANY = {"thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000}
YEARS = range(1900, 2100)
LONGEST = 6  # words of a phrase
NO_BEGINNING = OPENERS | DAYS_AND_MONTHS | PARTICLES


@dataclass(frozen=True)
class Needle:
    """Words of a withheld record, and what all their spellings have in common, the *key*.

    *marking* is None where nobody may read them; *part* says where they stand, *record* is the id of the record, and
    *whole* tells records without one apart.
    """

    kind: str
    key: str
    words: str
    record: str | None
    part: str
    marking: Marking | None
    whole: object = None

    @property
    def is_name(self) -> bool:
        """Whether it is a name or an id, which says what it is wherever it stands."""
        return self.kind not in ("phrase", "figure")


def in_stretch(stretch: Stretch) -> Iterator[Needle]:
    """Yield the needles of a withheld text: of a name itself, of any other what is distinctive in it."""
    found = _names(stretch) if is_named(stretch) else _phrases(stretch.words)
    for kind, key, written in (*found, *_figures_and_codes(stretch)):
        yield Needle(kind, key, written, stretch.owner, stretch.name, stretch.marking, stretch.whole)


def in_record(record: Record, owner: str | None, marking: Marking) -> Iterator[Needle]:
    """Yield the needles of a withheld record that stand in no text: its id, its numbers, its position."""
    own = getattr(record, "id", None)
    if own and own == owner:
        yield Needle("id", own, own, owner, own, marking)
    for key in numbers(record):
        yield Needle("figure", key, key, owner, owner or "a record", marking)


def numbers(record: Any) -> Iterator[str]:
    """Yield the keys of the figures that a record holds as numbers."""
    values: tuple[object, ...] = ()
    if isinstance(record, Amount):
        values = (record.low, record.best, record.high, f"{record.low}–{record.high}")
    elif isinstance(record, Place):
        values = (record.lat, record.lon)
    for value in values:
        yield from (key for _, _, key in figures(str(value).lstrip("-")))


def is_named(stretch: Stretch) -> bool:
    """Return whether a text is the name of a record, or of somebody who stands behind the document."""
    return stretch.field in NAMES.get(type(stretch.record), ())


def is_generic(written: str) -> bool:
    """Return whether words name nobody, such as “the Foreign Ministry”."""
    return _generic().issuperset(re.findall(r"[^\W_]+", written.casefold()))


@cache
def _generic() -> frozenset[str]:
    return PARTICLES.union(*words("generic.txt").values())


@lru_cache(maxsize=1 << 14)
def spelling(written: str) -> str:
    """Return what all usual spellings of a name have in common, and its digits."""
    return fold(written) + re.sub(r"\D", "", written)


def figures(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield where each distinctive figure of *text* begins and ends, and its key.

    It has three digits or more that are not all round, a decimal and a per cent sign, or is a range of such as 23–26.
    """
    if not DIGIT.search(text):
        return
    for match in FIGURE.finditer(ISO_DAY.sub(lambda found: "¤" * len(found[0]), text)):
        if key := _figure(match, text):
            yield match.start(), match.end(), key


def _figure(match: re.Match[str], text: str) -> str | None:
    behind = (match["behind"] or "").strip().replace("per cent", "%").replace("percent", "%")
    if match["low"]:
        is_range = match["low"] < match["high"] and not MONTH.match(text, match.end())
        return f"{match['low']}–{match['high']}{behind}" if is_range else None
    whole, part = re.sub(r"\D", "", match["whole"]).lstrip("0"), (match["part"] or "").rstrip("0")
    if behind in MANY:
        return _distinct(f"{float((whole or '0') + part) * MANY[behind]:.0f}", "")
    if len(part) > 1:
        return whole + part + behind if behind or len(whole + part) > 3 else None
    return _distinct(whole, match["whole"])


def _distinct(digits: str, written: str) -> str | None:
    is_year = len(written) == 4 and int(digits or 0) in YEARS
    return digits if len(digits) > 2 and len(digits.rstrip("0")) > 1 and not is_year else None


def _figures_and_codes(stretch: Stretch) -> Iterator[tuple[str, str, str]]:
    is_name = is_named(stretch) and stretch.field not in TITLES
    for start, stop, key in () if is_name else figures(stretch.words):
        yield "figure", key, stretch.words[start:stop].strip()
    for code in CODE.finditer(stretch.words):
        yield "code", code[0], code[0]


def _names(stretch: Stretch) -> Iterator[tuple[str, str, str]]:
    name = bare(stretch.words)
    if _is_distinct(name, stretch.field in TITLES):
        yield "name", spelling(name), name
    elif len(name) > 1 and name.isalpha() and name.isupper():
        yield "short", name, name
    if surname := _surname(stretch, name):
        yield "surname", spelling(surname), surname


def bare(name: str) -> str:
    """Return a name without the article before it."""
    return re.sub(r"\A(?:The|A|An)\s+", "", name.strip())


def _is_distinct(name: str, is_title: bool) -> bool:
    said = name.split()
    if is_title and len(said) < 4 and all(one.islower() for one in said[1:]):
        return False
    return len(fold(name)) >= (SHORTEST if name.isascii() else 2) and not (len(said) == 1 and is_generic(name))


def _surname(stretch: Stretch, name: str) -> str | None:
    """Return the last name of a person."""
    said = name.split()
    is_person = getattr(stretch.record, "kind", None) == "individual" and stretch.field != "short"
    is_author = isinstance(stretch.record, Source) and stretch.field == "author" and len(said) == 2
    if not (is_person or is_author) or len(said) < 2 or any(map(is_generic, said)):
        return None
    return said[-1] if said[-1][:1].isupper() and len(fold(said[-1])) >= SHORTEST else None


def _phrases(text: str) -> Iterator[tuple[str, str, str]]:
    """Yield runs of two or more words with capital letters, each also without the words that it begins with."""
    run: list[re.Match[str]] = []
    for word in WORD.finditer(text):
        if run and not _goes_on(text, run[-1], word):
            yield from _endings(text, run)
            run = []
        if word[0][0].isupper() or run:
            run.append(word)
    yield from _endings(text, run)


def _goes_on(text: str, before: re.Match[str], word: re.Match[str]) -> bool:
    is_near = not text[before.end() : word.start()].strip() and not before[0].endswith((".", "’s", "'s"))
    is_joint = word[0] in PARTICLES and (word[0] != "the" or before[0] == "of")
    return is_near and (is_joint or word[0][0].isupper())


def _endings(text: str, run: list[re.Match[str]]) -> Iterator[tuple[str, str, str]]:
    while run and run[-1][0] in PARTICLES:
        run.pop()
    for first, word in enumerate(run):
        if word[0] not in NO_BEGINNING and 2 <= len(run) - first <= LONGEST:
            written = re.sub(r"\s+", " ", text[word.start() : run[-1].end()]).rstrip(".'’-")
            written = re.sub(r"[’']s$", "", written)
            if not is_generic(written) and len(fold(written)) > SHORTEST:
                yield "phrase", spelling(written), written
