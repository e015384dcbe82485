"""Where the quotations of a block are: which quotation marks open, which close, and which are apostrophes."""

from __future__ import annotations

import re
from typing import NamedTuple

CLOSING = {
    "“": "”",
    "”": "”",
    "„": "“”",
    "‟": "”",
    "«": "»",
    "»": "«",
    "‹": "›",
    "›": "‹",
    "‘": "’",
    "‚": "‘’",
    '"': '"',
    "'": "'",
}
PAIRED = "“„‟«‹"  # open wherever they stand; the others only before a word
SINGLE = "'‘’"
BEFORE_OPENING = "([{<—–-/*_~|\"'“„«‹‘‚\x06"

ELIDED = re.compile(r"[0-9]{2}s?\b(?!['’])|(?:em|tis|twas|til|n|cause)\b", re.I)  # ’22, ’em
AYN = re.compile(r"[AIUEO][a-z]")  # ‘Abd, ‘Umar
POSSESSIVE = re.compile(r"(?<=[sxz]).\s++\w")  # the crews’ mood


class Token(NamedTuple):
    """A quotation mark and where it stands."""

    at: int
    mark: str


def quotations(text: str, tokens: list[Token]) -> list[tuple[int, int]]:
    """Return where the outermost quotations of *text* begin and end; a mark without its counterpart is none."""
    found = []
    index = 0
    while index < len(tokens):
        closing = _closing(text, tokens, index) if _opens(text, tokens[index]) else None
        if closing is not None:
            found.append((tokens[index].at, tokens[closing].at + 1))
            index = closing
        index += 1
    return found


def _opens(text: str, token: Token) -> bool:
    at, mark = token
    if mark in PAIRED:
        return True
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    if mark == "’" or not after or after.isspace() or not (not before or before.isspace() or before in BEFORE_OPENING):
        return False
    return mark not in SINGLE or not ELIDED.match(text, at + 1)


def _closing(text: str, tokens: list[Token], opening: int) -> int | None:
    """Return which token closes the quotation that token *opening* opens; None if another of its kind opens first."""
    mark = tokens[opening].mark
    possessive = None
    for index in range(opening + 1, len(tokens)):
        token = tokens[index]
        if token.mark in CLOSING[mark] and _closes(text, token):
            if mark not in SINGLE or not POSSESSIVE.match(text, token.at):
                return index
            possessive = possessive or index
        elif token.mark == mark and _opens(text, token):
            break
    return None if AYN.match(text, tokens[opening].at + 1) else possessive


def _closes(text: str, token: Token) -> bool:
    at, mark = token
    if mark not in "\"'’‘":
        return True
    return not text[at - 1].isspace() and not text[at + 1 : at + 2].isalnum()
