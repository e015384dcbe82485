"""The desk: a folder with `briefgen.toml`, sheets, a registry and, if the settings say so, templates of its own."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from briefgen.errors import SettingsError
from briefgen.folders import is_folder, is_inside
from briefgen.markings import tlp
from briefgen.markings.scheme import Level
from briefgen.resources import templates_folder

SETTINGS = "briefgen.toml"
PAGE_SIZES = ("A4", "Letter")
#: Every setting with the type of its value.
KEYS: dict[str, dict[str, type]] = {
    "desk": {"name": str, "briefs": str, "registry": str, "templates": str, "default_marking": str, "page_size": str},
    "build": {"products": list, "formats": list, "out": str},
}


@dataclass(frozen=True)
class Desk:
    """A desk's folders and settings, with what holds where nothing is set."""

    root: Path
    name: str | None
    briefs: Path
    registry: Path
    templates: tuple[Path, ...]
    default_marking: Level
    page_size: str
    products: tuple[str, ...]
    formats: tuple[str, ...]
    out: str


def find(start: Path) -> Desk:
    """Return the desk that *start* lies in: the nearest folder upwards with a `briefgen.toml`, else *start* itself.

    Raises SettingsError for settings that cannot be used, with file and line.
    """
    for folder in (start, *start.parents):
        if (folder / SETTINGS).is_file():
            return _read(folder)
    return _desk(start, {}, {})


def _read(root: Path) -> Desk:
    path = root / SETTINGS
    try:
        text = path.read_text(encoding="utf-8")
        values = tomllib.loads(text)
    except (OSError, ValueError, RecursionError) as error:
        line = re.search(r"line (\d+)", str(error))
        raise SettingsError(f"{_shown(path)}:{line[1] if line else 1}:1: error SET001 {error} — mend it") from None
    _refuse_unknown(path, text, values)
    return _desk(root, values.get("desk", {}), values.get("build", {}), _Place(path, text))


@dataclass(frozen=True)
class _Place:
    path: Path
    text: str

    def error(self, code: str, key: str, sentence: str) -> SettingsError:
        found = re.search(rf"(?m)^\s*\[?\s*(?P<key>{re.escape(key)})\b", self.text)
        line = self.text[: found.start("key")].count("\n") + 1 if found else 1
        column = found.start("key") - self.text.rfind("\n", 0, found.start("key")) if found else 1
        return SettingsError(f"{_shown(self.path)}:{line}:{column}: error {code} {sentence}")


def _refuse_unknown(path: Path, text: str, values: dict[str, Any]) -> None:
    place = _Place(path, text)
    for table, settings in values.items():
        if table not in KEYS or not isinstance(settings, dict):
            raise place.error("SET002", table, f"there is no table {table} — {_near(table, KEYS)}")
        for key, value in settings.items():
            kind = KEYS[table].get(key)
            if kind is None:
                raise place.error("SET002", key, f"[{table}] has no setting {key} — {_near(key, KEYS[table])}")
            _refuse_value(place, key, value, kind)


def _refuse_value(place: _Place, key: str, value: Any, kind: type) -> None:
    texts = value if isinstance(value, list) else [value]
    if not isinstance(value, kind) or not all(isinstance(one, str) for one in texts):
        raise place.error("SET003", key, f"{key} is not {'text' if kind is str else 'a list of texts'}")
    if not texts:
        raise place.error("SET003", key, f"{key} names nothing — name one, or drop the setting")


def _near(word: str, known: Any) -> str:
    near = get_close_matches(word, known, 1)
    return f"did you mean {near[0]}?" if near else f"there are: {', '.join(known)}"


def _desk(root: Path, desk: dict[str, Any], build: dict[str, Any], place: _Place | None = None) -> Desk:
    marking = tlp.SCHEME.find(desk.get("default_marking", "TLP:AMBER+STRICT"))
    page_size = desk.get("page_size", "A4")
    if place and marking is None:
        labels = ", ".join(level.label for level in tlp.SCHEME.levels)
        raise place.error("SET003", "default_marking", f"default_marking is not a TLP 2.0 label — one of {labels}")
    if place and page_size not in PAGE_SIZES:
        raise place.error("SET003", "page_size", f"page_size is not a page size — one of {', '.join(PAGE_SIZES)}")
    if place and "templates" in desk and not is_folder(root / desk["templates"]):
        raise place.error(
            "SET004", "templates", f"there is no folder {desk['templates']} — make it or drop the setting"
        )
    own = (root / desk["templates"],) if "templates" in desk else ()
    briefs = root / desk.get("briefs", "briefs")
    registry = root / desk["registry"] if "registry" in desk else briefs / "registry"
    _refuse_outside(root, [("briefs", briefs), ("registry", registry), *(("templates", one) for one in own)], place)
    assert marking is not None
    return Desk(
        root=root,
        name=desk.get("name"),
        briefs=briefs,
        registry=registry,
        templates=(*own, templates_folder()),
        default_marking=marking,
        page_size=page_size,
        products=tuple(dict.fromkeys(build.get("products", ("situation-update",)))),
        formats=tuple(dict.fromkeys(build.get("formats", ("pdf",)))),
        out=build.get("out", "dist"),
    )


def _refuse_outside(root: Path, folders: list[tuple[str, Path]], place: _Place | None) -> None:
    for key, folder in folders:
        if not is_inside(folder, root):
            sentence = f"the folder of {key} lies outside the desk — name one inside"
            raise place.error("SET004", key, sentence) if place else SettingsError(f"SET004 {sentence}")


def _shown(path: Path) -> str:
    here = Path.cwd()
    return str(path.relative_to(here)) if path.is_relative_to(here) else str(path)
