"""Where the sentences of a block end."""

from __future__ import annotations

import re

from briefgen.prose.abbreviations import ALL, DAYS_AND_MONTHS, EITHER, LEADING, NUMBERED, OPENERS
from briefgen.prose.masking import CITED, JUDGED, POINTS, QUOTED

# Closing marks and citations after a point belong to the sentence that it ends. A run of points is only looked at from
# its beginning: a page of dots would else be read once for each of them. No group is repeated possessively, for Python
# before 3.11.4 goes on from where the last turn failed; one that is looked ahead and repeated does the same.
END = re.compile(
    rf"([{POINTS}\x03](?<![{POINTS}\x03].)[{POINTS}\x03]*+)"
    r"(?=((?:[\"'”’“»«›‹)\]}*_~\x06]|\s*+\(?\x01)*))\2(?=\s|\Z)"
)
NEXT = re.compile(r"[\s\x06(\[\"'“”„«»‹›‘‚¿¡]*+(?:([^\W_][\w-]{0,40}+)([./]?)|(.))?", re.S)
NAME_WITH_SMALL_LETTER = re.compile(r"[a-z]{1,3}-?[A-Z]")  # al-Shabaab, iPhone
SAID = re.compile(
    r"\s*+(?:[^\W\d_][\w.’'-]*+\s++){1,5}?"
    r"(?:said|says|asked|asks|told|added|wrote|replied|shouted|tweeted|posted|warned|demanded|declared)\b"
)
TIME = re.compile(r"(?:\s++[A-Z]\w*+)?\s++[Tt]ime\b")
DOTTED = re.compile(r"(?:[^\W\d_]{1,2}\.)+[^\W\d_]{1,2}")
ROMAN = re.compile(r"[IVXLC]+")
NUMBER = re.compile(r"[0-9]{1,2}(?:\.[0-9]{1,2})*")
HALVES_OF_A_DAY = ("a.m", "p.m", "A.M", "P.M")

GOING_ON = ",;:)]}%/–—-=&.!?…" + CITED
MARKS = " \n\t\r\x06\"'“„«‹‘‚([*"
NEAR = 300


def ends(outline: str) -> list[int]:
    """Return where each sentence of a block ends; *outline* is the block with signs for what is no plain text."""
    found, first = [], 0
    for point in END.finditer(outline):
        if _is_end(outline, first, point):
            first = point.end()
            found.append(first)
    return found if first == len(outline) else [*found, len(outline)]


def _is_end(outline: str, first: int, point: re.Match[str]) -> bool:
    at = point.end()
    following = NEXT.match(outline, at)
    word, glue, other = following.groups() if following else (None, None, None)
    if not word and not other:
        return True
    if (other and other in GOING_ON) or (word and _is_small(word)) or _in_brackets(outline, first, at):
        return False
    run = point[1].strip(JUDGED)
    if run == ".":
        return _ends_at_point(outline, first, point, word if not glue else f"{word}{glue}", other)
    if not run:
        return _is_blank(outline, first, point.start())
    if "…" in run or run.startswith("..."):
        return _ends_at_ellipsis(outline, first, point, word)
    return not (outline[point.start() - 1 : point.start()] == QUOTED and _is_speaker(outline, point, word))


def _is_small(word: str) -> bool:
    return word[0].islower() and not NAME_WITH_SMALL_LETTER.match(word)


def _is_blank(outline: str, first: int, stop: int) -> bool:
    """Say whether only marks stand between *first* and *stop*."""
    return stop - first < NEAR and not outline[first:stop].strip(MARKS)


def _in_brackets(outline: str, first: int, at: int) -> bool:
    """Say whether *at* is inside brackets that stand in the middle of a sentence."""
    opening = outline.rfind("(", first if at - first < NEAR else at - NEAR, at)
    if opening < 0 or outline.rfind(")", opening, at) >= 0 or outline.find(")", at, at + NEAR) < 0:
        return False
    return not _is_blank(outline, first, opening)


def _is_speaker(outline: str, point: re.Match[str], word: str | None) -> bool:
    """Say whether a name and a verb of saying follow: “Will they fight?” Khan asked."""
    return bool(word) and word not in OPENERS and SAID.match(outline, point.end()) is not None


def _ends_at_ellipsis(outline: str, first: int, point: re.Match[str], word: str | None) -> bool:
    before = outline[max(first, point.start() - 20) : point.start()]
    if before and not before[-1].isspace() and before[-1] not in "[(":
        return True
    return word in OPENERS or before.rstrip(" \n[(").endswith((".", "!", "?"))


def _ends_at_point(outline: str, first: int, point: re.Match[str], word: str | None, other: str | None) -> bool:
    token = _before(outline, first, point.start())
    if len(token) > 1 and token.isalpha() and token not in ALL:
        return True
    if token in LEADING or token.rpartition(".")[2] in LEADING:
        return False
    if other == JUDGED or CITED in point[0]:
        return True
    if token in NUMBERED:
        return not (word and (word[0].isdigit() or (token not in ("No", "no") and ROMAN.fullmatch(word.rstrip("./")))))
    if _is_enumerator(outline, first, point.start(), token):
        return False
    if token in HALVES_OF_A_DAY:
        return bool(word) and not _is_of_time(outline, point, word or "")
    if token in EITHER or DOTTED.fullmatch(token):
        return word in OPENERS
    if len(token) == 1 and token.isalpha():
        return word in OPENERS and word != "I"
    return True


def _before(outline: str, first: int, stop: int) -> str:
    """Return the word that ends at *stop*, without what is joined to it in front: of “Maj.-Gen” the “Gen”."""
    near = outline[max(first, stop - 24) : stop]
    if not near or near[-1].isspace():
        return ""
    token = near.split()[-1]
    if token.isalpha():
        return token
    token = token.lstrip(MARKS)
    for joint in "-–—/":
        if joint in token:
            token = token.rpartition(joint)[2]
    return token


def _is_enumerator(outline: str, first: int, stop: int, token: str) -> bool:
    """Say whether *token* counts points: the “1” of “Two points: 1. Fighting stopped. 2. Talks began.”"""
    if not NUMBER.fullmatch(token) and not (len(token) == 1 and token.isalpha()):
        return False
    start = stop - len(token)
    return _is_blank(outline, first, start) or (token == "1" and outline[max(first, start - 2) : start].strip() == ":")


def _is_of_time(outline: str, point: re.Match[str], word: str) -> bool:
    """Say whether a day, a zone or a number goes on with the time of day."""
    if word in OPENERS:
        return False
    after = NEXT.match(outline, point.end())
    zone = after is not None and TIME.match(outline, after.end()) is not None
    return zone or not word[0].isalpha() or word in DAYS_AND_MONTHS or word.endswith(".") or word.isupper()
