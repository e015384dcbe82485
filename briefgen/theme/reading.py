"""Reads theme files: every key is known, every value can be printed, every colour can be read."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any, ParamSpec, TypeVar

from briefgen.contrast import COLOUR, NEEDED, shown
from briefgen.desk import PAGE_SIZES
from briefgen.errors import SettingsError
from briefgen.figures.palette import ROLES
from briefgen.findings import Finding
from briefgen.folders import is_inside
from briefgen.settings import Settings, near
from briefgen.theme import fonts, logo
from briefgen.theme.contrast import faint, mended
from briefgen.theme.logo import Logo
from briefgen.theme.theme import Theme

P = ParamSpec("P")
T = TypeVar("T")
TEXTS = ("name", "base", "page_size", "header", "footer")
#: Tables of a desk's theme file with their keys.
TABLES: Mapping[str, Collection[str]] = {"colours": ROLES, "fonts": tuple(fonts.NEEDED), "logo": ("file", "alt")}
#: Room for the texts of the running lines, in points at the size in which they are printed.
SIZE, ROOM = 7.6, {"header": 146.0, "footer": 270.0}


def complete(place: Settings, name: str) -> Theme:
    """Return a shipped theme, which says everything itself; raises KeyError for what its file leaves out."""
    values = place.values
    tables = {key: values[key] for key in ("colours", "fonts", "tokens", "margins", "widths")}
    return Theme(name=values["name"], base=name, page_size=values["page_size"], **tables)


def own(place: Settings, folder: Path, base: Callable[[Settings], Theme]) -> Theme:
    """Return the *base* with what a desk's file changes; its logo has to lie in *folder*.

    Raises SettingsError with everything that cannot be used, each with file, line and column.
    """
    tried = _Tried()
    place = replace(place, values=tried.known(place))
    start = tried.of(base, place) or base(replace(place, values={}))
    colours, faces = (tried.each(place, table, read) for table, read in (("colours", _colour), ("fonts", _family)))
    for one in _faint(place, {**start.colours, **colours}):
        tried.findings += one.findings
    page_size, picture = tried.of(_page_size, place), tried.of(_logo, place, folder)
    header, footer = (tried.of(_running, place, key) for key in ("header", "footer"))
    if tried.findings:
        raise SettingsError.of(tried.findings)
    return replace(
        start,
        name=place.values.get("name", start.name),
        colours={**start.colours, **colours},
        fonts={**start.fonts, **faces},
        page_size=page_size or start.page_size,
        header=header,
        footer=footer,
        logo=picture,
    )


class _Tried:
    """Reads one thing after the other and keeps what is wrong, so that all of it can be said at once."""

    def __init__(self) -> None:
        self.findings: list[Finding] = []

    def of(self, read: Callable[P, T], *args: P.args, **more: P.kwargs) -> T | None:
        """Return what *read* returns; None where it refuses."""
        try:
            return read(*args, **more)
        except SettingsError as error:
            self.findings += error.findings
            return None

    def each(self, place: Settings, table: str, read: Callable[[Settings, str, str], str]) -> dict[str, str]:
        """Return what can be used of the values of a *table*."""
        found = {key: self.of(read, place, key, one) for key, one in place.values.get(table, {}).items()}
        return {key: one for key, one in found.items() if one is not None}

    def known(self, place: Settings) -> dict[str, Any]:
        """Return the values that a theme has a place for and that are of the right kind."""
        found: dict[str, Any] = {}
        for key, value in place.values.items():
            if self.of(_text if key in TEXTS else _table, place, key, value):
                found[key] = value if key in TEXTS else self._texts(place, key, value)
        return found

    def _texts(self, place: Settings, table: str, values: dict[str, Any]) -> dict[str, str]:
        return {name: one for name, one in values.items() if self.of(_text, place, name, one, table)}


def _table(place: Settings, key: str, value: Any) -> bool:
    if key not in TABLES:
        raise place.error("THM003", key, f"a theme has no {key} — {near(key, (*TEXTS, *TABLES))}")
    if not isinstance(value, dict):
        below = ", ".join(TABLES[key])
        raise place.error("THM004", key, f"{key} is not a table — write [{key}] and below it {below}")
    return True


def _text(place: Settings, key: str, value: Any, table: str = "") -> bool:
    if table and key not in TABLES[table]:
        raise place.error("THM003", key, f"[{table}] has no {key} — {near(key, TABLES[table])}", table)
    if not isinstance(value, str) or not value.strip() or not value.isprintable():
        raise place.error("THM004", key, f"{key} is not a line of text — write it between quotation marks", table)
    return True


def _colour(place: Settings, role: str, value: str) -> str:
    if not COLOUR.fullmatch(value):
        raise place.error("THM005", role, f"{role} is not a colour — write #rrggbb, such as #17476b", "colours")
    return value.lower()


def _faint(place: Settings, colours: Mapping[str, str]) -> Iterator[SettingsError]:
    """Yield an error for every text that cannot be read, at the colour that the file itself sets."""
    for text, ground, found in faint(colours):
        changed = text if text in place.values.get("colours", {}) else ground
        shade = mended(changed, colours)
        remedy = f'{changed} = "{shade}" would do' if shade else "make them differ more"
        sentence = f"{text} on {ground} has a contrast of {shown(found)} : 1, and text needs {NEEDED} : 1 — {remedy}"
        yield place.error("THM006", changed, sentence, "colours")


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
    text: str | None = place.values.get(key)
    if not text:
        return None
    from briefgen.figures.drawing import width  # which takes a while to load

    if (over := width(text, SIZE) - ROOM[key]) > 0:
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
