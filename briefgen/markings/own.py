"""A scheme of the desk's own: the levels in `[[marking.levels]]` of its settings, from the widest audience on."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

from briefgen.contrast import COLOUR, NEEDED, ratio, shade, shown
from briefgen.errors import SettingsError
from briefgen.markings import reserved
from briefgen.markings.scheme import Level, Scheme
from briefgen.settings import EXAMPLES, NOUNS, Settings, near

ARRAY = "marking.levels"
TITLE = "the desk’s own scheme"
#: Letters that a banner may have, as many as that of TLP:AMBER+STRICT: an A6 page has room for no more beside EXERCISE.
LONGEST = 16
LONGEST_PORTION = 10
LABEL = re.compile("[A-Z][A-Z0-9:+ -]*[A-Z0-9+]")
#: A banner stands in a style sheet too, where nothing but text may get.
BANNER = re.compile(r"[\w .,:;()/+–—-]+")
FORM = "write capitals, digits, spaces, : + and -, such as INTERNAL"
KEYS: Mapping[str, type] = {
    "label": str,
    "sharing": str,
    "banner": str,
    "portion": str,
    "colour": str,
    "ground": str,
    "readers": str,
    "stays_inside": bool,
}
NEEDED_KEYS = {"label": "name the level", "sharing": "say in a sentence what a recipient may do"}
READERS = ("community", "recipients")
WHITE, BLACK = "#FFFFFF", "#000000"
#: What no two levels may have in common.
TELLING = ("label", "banner", "portion")


def scheme(table: Mapping[str, Any]) -> Scheme:
    """Return the scheme of a `[marking]` *table* that has no faults."""
    levels = [Level(rank=rank, **{"colour": WHITE, **one}) for rank, one in enumerate(table["levels"])]
    return Scheme("own", table.get("title", TITLE), tuple(levels))


def faults(place: Settings, table: Mapping[str, Any]) -> Iterator[SettingsError]:
    """Yield what is wrong with the levels of a `[marking]` *table*."""
    levels = table.get("levels")
    if not levels or not isinstance(levels, list) or not all(isinstance(one, dict) for one in levels):
        sentence = "an own scheme has levels — write [[marking.levels]] for each, the widest audience first"
        yield place.error("SET020", "levels" if levels is not None else "marking", sentence)
        return
    for position, one in enumerate(levels):
        for code, key, sentence in _of_level(one):
            yield place.error_in(code, ARRAY, position, key, sentence)
    yield from _doubles(place, levels)
    yield from _reserved(place, levels)


def _of_level(level: Mapping[str, Any]) -> Iterator[tuple[str, str, str]]:
    """Yield code, key and sentence for what is wrong with one level by itself."""
    for key, why in NEEDED_KEYS.items():
        if key not in level:
            yield "SET020", key, f"a level has no {key} — {why}"
    for key, value in level.items():
        if key not in KEYS:
            yield "SET002", key, f"a level has no setting {key} — {near(key, KEYS)}"
        elif type(value) is not KEYS[key] or (value != value.strip() if isinstance(value, str) else False):
            yield "SET003", key, f"{key} is not {NOUNS[KEYS[key]]} — write {key} = {EXAMPLES[KEYS[key]]}"
        elif isinstance(value, str):
            yield from ((code, key, sentence) for code, sentence in _of_text(key, value))
    yield from _faint(level)


def _of_text(key: str, value: str) -> Iterator[tuple[str, str]]:
    """Yield code and sentence for what is wrong with a text."""
    if not value or not value.isprintable():
        yield "SET003", f"{key} is not a line of text — write it between quotation marks"
    elif key in ("label", "portion") and not LABEL.fullmatch(value) and not (len(value) == 1 and value.isupper()):
        yield "SET020", f'{key} "{value}" is not one — {FORM}'
    elif key == "banner" and not BANNER.fullmatch(value):
        yield "SET020", f'banner "{value}" cannot be printed so — write letters, digits, spaces and . , : ; + - ( ) /'
    elif key in TELLING and value.upper().startswith("TLP:"):
        yield (
            "SET020",
            f'"{value}" is a label of TLP 2.0, whose meaning is fixed — use scheme = "tlp", or another label',
        )
    elif key in TELLING and len(value) > (most := LONGEST_PORTION if key == "portion" else LONGEST):
        yield "SET020", f'{key} "{value}" has {len(value)} letters, and there is room for {most} — shorten it'
    elif key in ("colour", "ground") and not COLOUR.fullmatch(value):
        yield "SET003", f"{key} is not a colour — write #rrggbb, such as {WHITE}"
    elif key == "readers" and value not in READERS:
        yield "SET003", f"{key} is neither of {' and '.join(READERS)} — write what the handling has to name"


def _faint(level: Mapping[str, Any]) -> Iterator[tuple[str, str, str]]:
    colour, ground = level.get("colour", WHITE), level.get("ground", BLACK)
    if all(isinstance(one, str) and COLOUR.fullmatch(one) for one in (colour, ground)):
        found = ratio(colour, ground)
        key, other = ("colour", ground) if "colour" in level else ("ground", colour)
        if found < NEEDED:
            mended = shade(level[key], [other])
            sentence = f"colour on ground has a contrast of {shown(found)} : 1, and text needs {NEEDED} : 1"
            yield "SET021", key, f'{sentence} — {key} = "{mended}" would do'


def _doubles(place: Settings, levels: list[dict[str, Any]]) -> Iterator[SettingsError]:
    """Yield an error for every level that is called, or looks, as one before it."""
    for key in TELLING:
        seen: Counter[str] = Counter()
        for position, one in enumerate(levels):
            value = str(one.get(key, one.get("label", "")))
            seen[value] += 1
            if value and seen[value] > 1 and (key == "label" or key in one):
                sentence = f'two levels have the {key} "{value}" — give each its own'
                yield place.error_in("SET020", ARRAY, position, key, sentence)


def _reserved(place: Settings, levels: list[dict[str, Any]]) -> Iterator[SettingsError]:
    """Yield an error for every word of a government's classification, unless the desk may use them."""
    for position, one in enumerate(levels):
        for key in TELLING:
            if found := refused(place, str(one.get(key, ""))):
                yield place.error_in("SET022", ARRAY, position, key, found)


def refused(place: Settings, text: str) -> str | None:
    """Return the sentence for a *text* with a word of a government's classification that the desk may not use."""
    lint = place.values.get("lint")
    found = reserved.word(text.upper())
    if found is None or (isinstance(lint, dict) and lint.get("government_markings") is True):
        return None
    remedy = "choose another word, or set government_markings = true under [lint] if the desk may use it"
    return f"{found[0]} is a classification of governments — {remedy}"
