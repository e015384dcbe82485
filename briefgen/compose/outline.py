"""The sections of a long document: numbered, named for the running head, and listed for the contents."""

from __future__ import annotations

import re
from itertools import count

from markupsafe import Markup, escape

from briefgen.compose.citing import letters
from briefgen.edition import Record

SECTION = re.compile(r"<section((?: [^<>]*)?)>((?:(?!<section\b).)*?)<h2((?: [^<>]*)?)>(.*?)</h2>", re.S)


def outlined(html: str, first: str) -> Record:
    """Return the *html* of a part with its sections numbered by their `h2`, and their *entries*.

    They are numbers from *first* on, or letters (A … Z, AA …) if that is none. Each entry has its *number*, its
    *title* and the *id* to link to. Text that is no markup is escaped.
    """
    numbers = map(str, count(int(first))) if first.isdecimal() else map(str.upper, map(letters, count()))
    entries: list[Record] = []

    def numbered(found: re.Match[str]) -> str:
        number, title = next(numbers), Markup(found[4]).striptags()
        entries.append({"number": number, "title": title, "id": f"section-{number.lower()}"})
        opening = f'<section{found[1]} id="section-{number.lower()}" data-name="{number}  {escape(title)}">'
        return f'{opening}{found[2]}<h2{found[3]}><span class="ordinal">{number}</span> {found[4]}</h2>'

    return {"html": Markup(SECTION.sub(numbered, escape(html))), "entries": entries}
