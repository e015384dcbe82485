"""What is blanked in a block: references, links, code and Markdown marks, and the words of others."""

from __future__ import annotations

import re
from typing import NamedTuple

from briefgen import portions
from briefgen.citations import CITATION, JUDGEMENT
from briefgen.prose.quotations import Token, quotations

# One stands in the outline for each character of what it is named for. YAML cannot hold them, and where a text does, no
# harm is done.
CITED, QUOTED, JUDGED, OPAQUE, MARK = "\x01", "\x02", "\x03", "\x04", "\x06"
VISIBLE = re.compile(r"[^\W_]|[\x01-\x04]")

SPECIAL = re.compile(r"""[\\`\[\]{<:*~_"'“”„‟‘’‚«»‹›](?:(?<!['‘’])|(?<!\w.)|(?!\w))""")
LINK = re.compile(
    r"""\]\(\s*+<?(?:https?://|mailto:)[^\s()<>]*+(?:\([^\s()<>]*+\)[^\s()<>]*+)*>?"""
    r"""(?:\s++(?:"[^"]*+"|'[^']*+'|\([^()]*+\)))?\s*+\)""",
    re.I,
)
AUTOLINK = re.compile(r"<(?:https?://|mailto:)[^\s<>]*+>", re.I)
ADDRESS = re.compile(r"://[^\s<>\"“”„«»]*+")
SCHEME = re.compile(r"https?\Z", re.I)
ESCAPE = re.compile(r"\\[!-/:-@\[-`{-~\n]")
RUN = re.compile(r"`++|\*++|~++|_++")
BACKTICKS = re.compile("`++")
AFTER_ADDRESS = ".,;:!?'’)]}*_~"

# what stands at the end of a quotation, after the point: marks and inner quotations
CLOSERS = " \n\t\u00a0\u202f\"'“”‘’«»‹›)]*_~" + MARK
POINTS = ".!?…؟۔।"
BLANKS = "\n\t\r\u00a0\u202f\u2009"


class Span(NamedTuple):
    """A stretch of a block that is not plain text, and the character that stands for it in the outline."""

    start: int
    stop: int
    sign: str


class Masked(NamedTuple):
    """A block twice, equally long."""

    bare: str  # the writer's own words
    outline: str  # with signs for what is no plain text: to find the ends of sentences


def masked(text: str, quoted: bool = False) -> Masked:
    """Return the block *text* with what is not plain text blanked or replaced by signs; *quoted*: all is quoted."""
    if quoted:
        return Masked(" " * len(text), OPAQUE * len(text))
    if not SPECIAL.search(text):
        return Masked(_spaced(text), text)
    marks, tokens = _scanned(text)
    said = [Span(start, stop, QUOTED) for start, stop in quotations(text, tokens)] if tokens else []
    bare: list[str] = []
    outline: list[str] = []
    at = 0
    for start, stop, sign in sorted(marks + said):
        if start >= at:  # else it stands inside a quotation
            plain = text[at:start]
            bare += (plain, " " * (stop - start))
            outline += (plain, _quotation(text[start:stop]) if sign == QUOTED else sign * (stop - start))
            at = stop
    return Masked(_spaced("".join(bare) + text[at:]), "".join(outline) + text[at:])


def read(text: str) -> str:
    """Return the block *text* with blanks for what no reader reads as words."""
    pieces: list[str] = []
    at = 0
    for start, stop, sign in sorted(_scanned(text)[0]):
        if sign != OPAQUE:
            pieces += (text[at:start], " " * (stop - start))
            at = stop
    return "".join(pieces) + text[at:]


def _quotation(text: str) -> str:
    said = text[1:-1].rstrip(CLOSERS)
    if not said or said[-1] not in POINTS:
        return QUOTED * len(text)
    # a sentence may end with the quotation: its last point is left where the end of a sentence is looked for
    return f"{QUOTED * (len(text) - 2)}{said[-1]}{text[-1]}"


def _spaced(text: str) -> str:
    if "\n" in text or not text.isascii():
        for blank in BLANKS:
            text = text.replace(blank, " ")
    return text


def _scanned(text: str) -> tuple[list[Span], list[Token]]:
    """Return the marks and the quotation marks of *text*."""
    scan = _Scan(text)
    scan.run()
    return scan.spans, scan.tokens


class _Scan:
    """Reads the marks of one block from left to right."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.spans: list[Span] = []
        self.tokens: list[Token] = []
        self.brackets: list[int] = []
        self.codes: dict[int, int] | None = None

    def run(self) -> None:
        at = 0
        while found := SPECIAL.search(self.text, at):
            read = READERS.get(found[0], _Scan._quotation_mark)
            at = read(self, found.start())

    def _take(self, start: int, stop: int, sign: str) -> int:
        self.spans.append(Span(start, stop, sign))
        return stop

    def _quotation_mark(self, at: int) -> int:
        self.tokens.append(Token(at, self.text[at]))
        return at + 1

    def _escape(self, at: int) -> int:
        if not ESCAPE.match(self.text, at):
            return at + 1
        self._take(at, at + 1, MARK)
        return at + 1 if self.text[at + 1] in "\"'" else at + 2

    def _code(self, at: int) -> int:
        if self.codes is None:
            self.codes = _codes(self.text)
        stop = self.codes.get(at)
        return self._take(at, stop, OPAQUE) if stop else self._after_run(at)

    def _opening_bracket(self, at: int) -> int:
        cited = CITATION.match(self.text, at)
        if cited:
            return self._take(at, cited.end(), CITED)
        self.brackets.append(at)
        return at + 1

    def _closing_bracket(self, at: int) -> int:
        opening = self.brackets.pop() if self.brackets else None
        if opening is None:
            return at + 1
        behind = LINK.match(self.text, at) or portions.label(self.text, at + 1)
        if not behind:
            return at + 1
        self._take(opening, opening + 1, MARK)
        return self._take(at, behind.end(), MARK)

    def _brace(self, at: int) -> int:
        found = JUDGEMENT.match(self.text, at)
        return self._take(at, found.end(), JUDGED) if found else at + 1

    def _angle(self, at: int) -> int:
        found = AUTOLINK.match(self.text, at)
        return self._take(at, found.end(), OPAQUE) if found else at + 1

    def _colon(self, at: int) -> int:
        scheme = SCHEME.search(self.text[max(0, at - 5) : at])
        found = ADDRESS.match(self.text, at) if scheme else None
        if not scheme or not found:
            return at + 1
        return self._take(at - len(scheme[0]), at + len(found[0].rstrip(AFTER_ADDRESS)), OPAQUE)

    def _emphasis(self, at: int) -> int:
        return self._take(at, self._after_run(at), MARK)

    def _underscores(self, at: int) -> int:
        stop = self._after_run(at)
        inside = self.text[at - 1 : at].isalnum() and self.text[stop : stop + 1].isalnum()
        return stop if inside else self._take(at, stop, MARK)

    def _after_run(self, at: int) -> int:
        found = RUN.match(self.text, at)
        return found.end() if found else at + 1


READERS = {
    "\\": _Scan._escape,
    "`": _Scan._code,
    "[": _Scan._opening_bracket,
    "]": _Scan._closing_bracket,
    "{": _Scan._brace,
    "<": _Scan._angle,
    ":": _Scan._colon,
    "*": _Scan._emphasis,
    "~": _Scan._emphasis,
    "_": _Scan._underscores,
}


def _codes(text: str) -> dict[int, int]:
    """Return where the code begun by each run of backticks ends: at the next run that is as long."""
    after: dict[int, int] = {}
    found: dict[int, int] = {}
    for run in reversed(list(BACKTICKS.finditer(text))):
        length = run.end() - run.start()
        if length in after:
            found[run.start()] = after[length]
        after[length] = run.end()
    return found
