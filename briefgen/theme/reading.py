"""Reads theme files: every key is known, every value can be printed, every colour can be read."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from briefgen.desk import PAGE_SIZES
from briefgen.figures.drawing import width
from briefgen.figures.palette import ROLES
from briefgen.folders import is_inside
from briefgen.settings import Settings, near
from briefgen.theme import fonts, logo
from briefgen.theme.contrast import NEEDED, faint
from briefgen.theme.logo import Logo
from briefgen.theme.theme import Theme

TEXTS = ("name", "base", "page_size", "header", "footer")
#: Tables of a desk's theme file with their keys.
TABLES: Mapping[str, Collection[str]] = {"colours": ROLES, "fonts": tuple(fonts.NEEDED), "logo": ("file", "alt")}
COLOUR = re.compile("#[0-9a-fA-F]{6}")
#: Room for the texts of the running lines, in points at the size in which they are printed.
SIZE, ROOM = 7.6, {"header": 146.0, "footer": 270.0}


def complete(place: Settings, name: str) -> Theme:
    """Return a shipped theme, which says everything itself; raises KeyError for what its file leaves out."""
    values = place.values
    tables = {key: values[key] for key in ("colours", "fonts", "tokens", "margins", "widths")}
    return Theme(name=values["name"], base=name, page_size=values["page_size"], **tables)


def own(place: Settings, folder: Path, base: Callable[[Settings], Theme]) -> Theme:
    """Return the *base* with what a desk's file changes; its logo has to lie in *folder*.

    Raises SettingsError for the first thing that cannot be used, with file, line and column.
    """
    _refuse_unknown(place)
    start, values = base(place), place.values
    colours = dict(start.colours) | {key: _colour(place, key, one) for key, one in values.get("colours", {}).items()}
    faces = dict(start.fonts) | {key: _family(place, key, one) for key, one in values.get("fonts", {}).items()}
    _refuse_faint(place, colours)
    return replace(
        start,
        name=values.get("name", start.name),
        colours=colours,
        fonts=faces,
        page_size=_page_size(place) or start.page_size,
        header=_running(place, "header"),
        footer=_running(place, "footer"),
        logo=_logo(place, folder),
    )


def _refuse_unknown(place: Settings) -> None:
    for key, value in place.values.items():
        if key not in (*TEXTS, *TABLES):
            raise place.error("THM003", key, f"a theme has no {key} — {near(key, (*TEXTS, *TABLES))}")
        if key in TEXTS:
            _refuse_other(place, key, value)
            continue
        if not isinstance(value, dict):
            raise place.error("THM004", key, f"{key} is not a table — write [{key}] and below it {_listed(key)}")
        for name, one in value.items():
            if name not in TABLES[key]:
                raise place.error("THM003", name, f"[{key}] has no {name} — {near(name, TABLES[key])}", key)
            _refuse_other(place, name, one, key)


def _listed(table: str) -> str:
    return ", ".join(TABLES[table])


def _refuse_other(place: Settings, key: str, value: Any, table: str = "") -> None:
    if not isinstance(value, str) or not value.strip() or not value.isprintable():
        raise place.error("THM004", key, f"{key} is not a line of text — write it between quotation marks", table)


def _colour(place: Settings, role: str, value: str) -> str:
    if not COLOUR.fullmatch(value):
        raise place.error("THM005", role, f"{role} is not a colour — write #rrggbb, such as #17476b", "colours")
    return value.lower()


def _refuse_faint(place: Settings, colours: Mapping[str, str]) -> None:
    """Raise SettingsError for the first text that cannot be read, at the colour that the file itself sets."""
    for text, ground, found in faint(colours):
        changed = text if text in place.values.get("colours", {}) else ground
        below = int(found * 100) / 100  # never rounded up to what is needed
        sentence = f"{text} on {ground} has a contrast of {below} : 1 — text needs {NEEDED} : 1; make them differ more"
        raise place.error("THM006", changed, sentence, "colours")


def _family(place: Settings, role: str, family: str) -> str:
    if family not in fonts.families():
        known = ", ".join(fonts.families(role))
        raise place.error("THM007", role, f"{family} does not ship with briefgen — {role} can be: {known}", "fonts")
    if family not in fonts.families(role):
        known = ", ".join(fonts.families(role))
        raise place.error("THM007", role, f"{family} lacks a face that {role} needs — it can be: {known}", "fonts")
    return family


def _page_size(place: Settings) -> str | None:
    size = place.values.get("page_size")
    if size and size not in PAGE_SIZES:
        raise place.error("THM004", "page_size", f"page_size is not a page size — one of {', '.join(PAGE_SIZES)}")
    return size


def _running(place: Settings, key: str) -> str | None:
    text = place.values.get(key)
    if text and (over := width(text, SIZE) - ROOM[key]) > 0:
        raise place.error("THM004", key, f"{key} is {over:.0f} pt too wide for its line — shorten it")
    return text


def _logo(place: Settings, folder: Path) -> Logo | None:
    table = place.values.get("logo")
    if table is None:
        return None
    for key, why in (("file", "name a PNG or an SVG"), ("alt", "say who it stands for: it is read aloud in its place")):
        if key not in table:
            raise place.error("THM008", "logo", f"the logo has no {key} — {why}")
    path = place.path.parent / table["file"]
    if not is_inside(path, folder):
        raise place.error("THM008", "file", "the logo lies outside the desk — put it inside", "logo")
    try:
        return logo.read(path, table["alt"])
    except ValueError as error:
        raise place.error("THM008", "file", f"the logo cannot be used: {error}", "logo") from None
