"""Whether a title says something: whether it has a finite verb, as far as words alone can tell."""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefgen.lint.wordlists import words

WORD = re.compile(r"[^\W_][\w’'-]*")


def has_verb(title: str) -> bool:
    """Return whether a title has a word that may be its verb; a title that only names a topic has none."""
    found = [word.casefold() for word in WORD.findall(title)]
    is_topic = any(word in words("headlines.txt")["topics"] for word in found[-3:] if not word.isdigit())
    return any(_is_verb(found, at, is_topic) for at in range(len(found)))


def _is_verb(title: Sequence[str], at: int, is_topic: bool) -> bool:
    """Return whether the word at *at* may be the verb; in a title that is a topic, a noun is taken for a noun."""
    lists, word = words("headlines.txt"), title[at]
    if word in lists["auxiliaries"] or (word == "to" and _is_infinitive(title[at + 1 : at + 2])):
        return True
    if at == 0:
        return word in lists["openers"]
    bases = _bases(word)
    if word in lists["pasts"] | lists["thirds"] or not bases.isdisjoint(lists["verbs"]):
        return True
    if word.endswith("ed") and len(word) > 4 and "-" not in word and word not in lists["attributive"]:
        return True
    return not is_topic and not bases.isdisjoint(lists["either"]) and _acts(title, at)


def _is_infinitive(following: Sequence[str]) -> bool:
    """Return whether the word behind a “to” is a verb: “ferries to run from 1 March”."""
    lists = words("headlines.txt")
    return bool(following) and following[0] in lists["verbs"] | lists["either"]


def _acts(title: Sequence[str], at: int) -> bool:
    """Return whether a word that may be a noun or a verb is the verb: it follows its subject and has an object."""
    agrees = title[at].endswith("s") != title[at - 1].endswith("s")
    return agrees and at + 1 < len(title) and title[at + 1] not in words("headlines.txt")["behind nouns"]


def _bases(word: str) -> set[str]:
    """Return the verbs that a word can be a form of, and the word itself."""
    return {word, word.removesuffix("s"), word.removesuffix("es"), f"{word.removesuffix('ies')}y"}
