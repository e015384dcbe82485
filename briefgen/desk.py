"""The desk: a folder with `briefgen.toml`, sheets, a registry and, if the settings say so, templates of its own."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from difflib import get_close_matches
from pathlib import Path
from typing import Any, Literal, get_args

from briefgen.errors import SettingsError
from briefgen.findings import Severity
from briefgen.folders import is_folder, is_inside
from briefgen.markings import tlp
from briefgen.markings.scheme import Level
from briefgen.resources import templates_folder
from briefgen.tradecraft import DEFAULT_SCALE, SCALES

SETTINGS = "briefgen.toml"
PAGE_SIZES = ("A4", "Letter")
#: Settings that are one of several names: what they are, and the names.
CHOICES = {"page_size": ("a page size", PAGE_SIZES), "scale": ("a likelihood scale", tuple(SCALES))}
#: Every setting with the type of its value.
KEYS: dict[str, dict[str, type]] = {
    "desk": {
        "name": str,
        "briefs": str,
        "registry": str,
        "templates": str,
        "default_marking": str,
        "page_size": str,
        "scale": str,
    },
    "build": {"products": list, "formats": list, "out": str},
    "lint": {
        "severity": dict,
        "print_waivers": bool,
        "loaded_words": list,
        "neutral_names": dict,
        "acronyms": list,
        "currency_days": int,
        "require_portions": bool,
        "government_markings": bool,
    },
}
NOUNS = {str: "text", list: "a list of texts", dict: "a table of texts", bool: "true or false", int: "a whole number"}
Chosen = Severity | Literal["off"]
SEVERITIES = (*get_args(Severity), "off")


@dataclass(frozen=True)
class LintSettings:
    """What the desk asks of the linter: `[lint]` in its settings.

    *severity* is by code, *neutral_names* the label to print by the name to avoid, *currency_days* the age from which
    a source is old; *loaded_words* and *acronyms* are added to those that briefgen knows.
    """

    severity: Mapping[str, Chosen] = field(default_factory=dict)
    print_waivers: bool = False
    loaded_words: tuple[str, ...] = ()
    neutral_names: Mapping[str, str] = field(default_factory=dict)
    acronyms: tuple[str, ...] = ()
    currency_days: int = 90
    require_portions: bool = False
    government_markings: bool = False

    @classmethod
    def of(cls, table: Mapping[str, Any]) -> LintSettings:
        """Return the settings of a TOML *table* whose keys and types are known to be right."""
        chosen: dict[str, Any] = {key: tuple(one) if isinstance(one, list) else one for key, one in table.items()}
        return cls(**chosen)


UNSET = LintSettings()


@dataclass(frozen=True)
class _Place:
    path: Path
    text: str

    def error(self, code: str, key: str, sentence: str) -> SettingsError:
        found = re.search(rf"(?m)(?:^\s*\[?\s*|[{{,]\s*)(?P<key>{re.escape(key)})\b", self.text)
        line = self.text[: found.start("key")].count("\n") + 1 if found else 1
        column = found.start("key") - self.text.rfind("\n", 0, found.start("key")) if found else 1
        return SettingsError(f"{_shown(self.path)}:{line}:{column}: error {code} {sentence}")


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
    scale: str
    products: tuple[str, ...]
    formats: tuple[str, ...]
    out: str
    lint: LintSettings = UNSET
    settings: _Place | None = None

    def refuse_rules(self, codes: Collection[str]) -> None:
        """Raise SettingsError for a severity that is set for a rule which is none of *codes*."""
        for code in self.lint.severity:
            if code not in codes and self.settings:
                raise self.settings.error(
                    "SET013", code, f"[lint.severity] there is no rule {code} — {_near(code, codes)}"
                )


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
    place = _Place(path, text)
    made = _desk(root, values.get("desk", {}), values.get("build", {}), place)
    return replace(made, lint=LintSettings.of(values.get("lint", {})), settings=place)


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
    texts = list(value.values()) if isinstance(value, dict) else value if isinstance(value, list) else []
    if type(value) is not kind or not all(isinstance(one, str) for one in texts):
        raise place.error("SET003", key, f"{key} is not {NOUNS[kind]}")
    if kind is list and not texts:
        raise place.error("SET003", key, f"{key} names nothing — name one, or drop the setting")
    if key == "severity":
        _refuse_severities(place, value)


def _refuse_severities(place: _Place, chosen: Any) -> None:
    for code, severity in chosen.items():
        if severity not in SEVERITIES:
            raise place.error("SET003", code, f"{severity} is no severity — write {', '.join(SEVERITIES)}")


def _near(word: str, known: Any) -> str:
    near = get_close_matches(word, known, 1)
    return f"did you mean {near[0]}?" if near else f"there are: {', '.join(sorted(known))}"


def _desk(root: Path, desk: dict[str, Any], build: dict[str, Any], place: _Place | None = None) -> Desk:
    marking = tlp.SCHEME.find(desk.get("default_marking", "TLP:AMBER+STRICT"))
    if place and marking is None:
        labels = ", ".join(level.label for level in tlp.SCHEME.levels)
        raise place.error("SET003", "default_marking", f"default_marking is not a TLP 2.0 label — one of {labels}")
    for key, (noun, options) in CHOICES.items():
        if place and key in desk and desk[key] not in options:
            raise place.error("SET003", key, f"{key} is not {noun} — one of {', '.join(options)}")
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
        page_size=desk.get("page_size", "A4"),
        scale=desk.get("scale", DEFAULT_SCALE),
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
