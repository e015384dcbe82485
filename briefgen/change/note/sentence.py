"""What a note says: sentences under leads, each with what need not be told again behind it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from briefgen.compose.library import together
from briefgen.prose.numbers import ONES

#: What stands in quotation marks or in brackets.
ENCLOSED = re.compile(r"“[^”]*”|\([^()]*\)")


@dataclass(frozen=True)
class Sentence:
    """What is said of records of a *section*, in *words*.

    *ids* are those of which it says enough, of a paragraph its heading or its words. *fields* are the beginnings of
    what the fields are called that need not be told again; with “” it says all.
    """

    words: str
    section: str
    ids: tuple[str, ...] = ()
    fields: tuple[str, ...] = ()

    def tells(self, field: str) -> bool:
        """Return whether it says enough of a field of its record."""
        return field.startswith(self.fields)

    @property
    def says_all(self) -> bool:
        """Whether nothing else need be said of its record."""
        return "" in self.fields


@dataclass(frozen=True)
class Group:
    """Sentences of one kind under a *lead*; at most so many stand in the note, the others among the details."""

    lead: str
    sentences: tuple[Sentence, ...]
    most: int = 5

    @property
    def shown(self) -> tuple[Sentence, ...]:
        """The sentences that stand in the note."""
        return self.sentences[: self.most]

    @property
    def rest(self) -> tuple[Sentence, ...]:
        """Those that stand among the details of their section."""
        return self.sentences[self.most :]


def group(lead: str, sentences: Iterator[Sentence], most: int = 5) -> Iterator[Group]:
    """Yield the group of these sentences, if there are any."""
    if found := tuple(sentences):
        yield Group(lead, found, most)


def stopped(words: str) -> str:
    """Return *words* with a full stop, unless they end with a stop of their own."""
    return words if words.rstrip("”").endswith((".", "?", "!")) else f"{words}."


def listed(words: Iterable[str]) -> str:
    """Return *words* in one phrase: “A, B and C”; “A; B; C” where one has a comma outside quotation marks."""
    those = list(words)
    return "; ".join(those) if any("," in ENCLOSED.sub("", one) for one in those) else together(those)


def number(count: int) -> str:
    """Return a count as prose has it: “three”, “24”."""
    return ONES[count] if count < len(ONES) else f"{count:,}"


def capital(words: str) -> str:
    """Return *words* as the beginning of a sentence."""
    return words[:1].upper() + words[1:]


def joined(*parts: str) -> str:
    """Return the parts that say something, one after the other."""
    return " ".join(filter(None, parts))
