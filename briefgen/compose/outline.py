"""The sections of a long document: numbered, named for the running head, and listed for the contents."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import count
from string import ascii_uppercase

from markupsafe import Markup, escape

from briefgen.edition import Record

SECTION = re.compile(r"<section((?: [^<>]*)?)>((?:(?!<section\b).)*?)<h2((?: [^<>]*)?)>(.*?)</h2>", re.S)


def outlined(html: str, first: str) -> Record:
    """Return the *html* of a part with its sections numbered by their `h2`, and their *entries*.

    Numbers begin with *first*: 1, 2 … or A, B … AA. Each entry has its *number*, *title* and the *id* to link to.
    """
    numbers = _letters() if first in ascii_uppercase else map(str, count(int(first)))
    entries: list[Record] = []

    def numbered(found: re.Match[str]) -> str:
        number, title = next(numbers), Markup(found[4]).striptags()
        entries.append({"number": number, "title": title, "id": f"section-{number.lower()}"})
        opening = f'<section{found[1]} id="section-{number.lower()}" data-name="{number}  {escape(title)}">'
        return f'{opening}{found[2]}<h2{found[3]}><span class="ordinal">{number}</span> {found[4]}</h2>'

    return {"html": Markup(SECTION.sub(numbered, html)), "entries": entries}


def _letters(before: str = "") -> Iterator[str]:
    yield from (before + letter for letter in ascii_uppercase)
    for letter in ascii_uppercase if not before else ():
        yield from _letters(letter)
