"""The desk: a folder with `briefgen.toml`, sheets, a registry and, if the settings say so, templates of its own."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, Literal, get_args

from briefgen import audiences
from briefgen.audiences import Audience
from briefgen.errors import SettingsError
from briefgen.findings import Severity
from briefgen.folders import is_file, is_folder, is_inside, leads_out
from briefgen.markings import choice, tlp
from briefgen.markings.mending import remedy
from briefgen.markings.scheme import Marking, Scheme
from briefgen.resources import templates_folder
from briefgen.settings import EXAMPLES, NOUNS, Settings, near
from briefgen.tradecraft import DEFAULT_SCALE, SCALES

SETTINGS = "briefgen.toml"
#: Bytes; no file that a desk writes by hand is larger.
LARGEST_FILE = 5 << 20
# `product` too, so that a sheet whose key is missing or misspelt is told so instead of being passed over
IS_SHEET = re.compile(rb"""(?m)^(?:\xef\xbb\xbf)?["']?(?:briefgen|product)["']?\s*:""")
PAGE_SIZES = ("A4", "Letter")
#: Seconds that one product may take, and that a desk may give it; a brief of ten pages takes a few.
TIME_LIMIT, LONGEST = 60, 3600
DEFAULT_THEME = "institute"
#: Settings that are one of several names: what they are, and the names.
CHOICES = {
    "page_size": ("a page size", PAGE_SIZES),
    "scale": ("a likelihood scale", tuple(SCALES)),
}
#: Tables that are read where what they are about is known.
ELSEWHERE = (audiences.TABLE, choice.TABLE)
#: Every setting with the type of its value.
KEYS: dict[str, dict[str, type]] = {
    "desk": {
        "name": str,
        "briefs": str,
        "registry": str,
        "templates": str,
        "default_marking": str,
        "theme": str,
        "page_size": str,
        "scale": str,
    },
    "build": {"products": list, "formats": list, "out": str, "time_limit": int},
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
class Desk:
    """A desk's folders and settings, with what holds where nothing is set.

    *theme* is the name of a shipped theme or the path of a file, from the desk's folder; *page_size*, if set, beats
    that of the theme. One product may take *time_limit* seconds. All markings are those of the *scheme*.
    """

    root: Path
    name: str | None
    briefs: Path
    registry: Path
    templates: tuple[Path, ...]
    default_marking: Marking
    theme: str
    page_size: str | None
    scale: str
    products: tuple[str, ...]
    formats: tuple[str, ...]
    out: str
    time_limit: int = TIME_LIMIT
    lint: LintSettings = UNSET
    settings: Settings | None = None
    scheme: Scheme = tlp.SCHEME
    audiences: Mapping[str, Audience] = field(default_factory=dict)

    def refuse_rules(self, codes: Collection[str]) -> None:
        """Raise SettingsError for a severity that is set for a rule which is none of *codes*."""
        for code in self.lint.severity:
            if code not in codes and self.settings:
                raise self.settings.error(
                    "SET013", code, f"[lint.severity] there is no rule {code} — {near(code, codes)}"
                )


def find(start: Path) -> Desk:
    """Return the desk that *start* lies in. Raises SettingsError for settings that cannot be used, with their place."""
    return at(around(start))


def around(start: Path) -> Path:
    """Return the folder of a desk: the nearest one upwards with a `briefgen.toml`, else *start* itself."""
    return next((folder for folder in (start, *start.parents) if (folder / SETTINGS).is_file()), start)


def at(root: Path) -> Desk:
    """Return the desk whose folder is *root*, with or without settings. Raises SettingsError as `find` does."""
    return _read(root) if (root / SETTINGS).is_file() else bare(root)


def bare(root: Path) -> Desk:
    """Return the desk whose folder is *root* as if it had no settings, which are not looked at."""
    return _desk(root, {}, {})


def sheets_in(folder: Path, desk: Desk) -> Iterator[Path]:
    """Yield the sheets below *folder* in their order: YAML files with the key `briefgen` at their top."""
    return (one for one in sorted(folder.rglob("*.yaml")) if is_file(one) and _is_sheet(one, desk))


def _is_sheet(path: Path, desk: Desk) -> bool:
    """Return whether *path* is a sheet; one that may not or cannot be opened is, so that loading it says why."""
    if leads_out(path, desk.root):
        return True
    try:
        with path.open("rb") as file:
            return IS_SHEET.search(file.read(LARGEST_FILE)) is not None
    except OSError:
        return True


def _read(root: Path) -> Desk:
    place = Settings.read(root / SETTINGS, "SET001")
    _refuse_unknown(place)
    made = _desk(root, place.values.get("desk", {}), place.values.get("build", {}), place)
    readers = audiences.read(place, made.scheme)
    return replace(made, lint=LintSettings.of(place.values.get("lint", {})), settings=place, audiences=readers)


def _refuse_unknown(place: Settings) -> None:
    for table, settings in place.values.items():
        if table in ELSEWHERE:
            continue
        if table not in KEYS or not isinstance(settings, dict):
            raise place.error("SET002", table, f"there is no table {table} — {near(table, (*KEYS, *ELSEWHERE))}")
        for key, value in settings.items():
            kind = KEYS[table].get(key)
            if kind is None:
                raise place.error("SET002", key, f"[{table}] has no setting {key} — {near(key, KEYS[table])}")
            _refuse_value(place, key, value, kind)


def _refuse_value(place: Settings, key: str, value: Any, kind: type) -> None:
    texts = list(value.values()) if isinstance(value, dict) else value if isinstance(value, list) else []
    if type(value) is not kind or not all(isinstance(one, str) for one in texts):
        raise place.error("SET003", key, f"{key} is not {NOUNS[kind]} — write {key} = {EXAMPLES[kind]}")
    if kind is list and not texts:
        raise place.error("SET003", key, f"{key} names nothing — name one, or drop the setting")
    if key == "severity":
        _refuse_severities(place, value)
    if key == "time_limit" and value not in range(1, LONGEST + 1):
        raise place.error("SET003", key, f"time_limit is not a number of seconds — write one from 1 to {LONGEST}")


def _refuse_severities(place: Settings, chosen: Any) -> None:
    for code, severity in chosen.items():
        if severity not in SEVERITIES:
            raise place.error("SET003", code, f"{severity} is no severity — write {', '.join(SEVERITIES)}")


def _desk(root: Path, desk: dict[str, Any], build: dict[str, Any], place: Settings | None = None) -> Desk:
    if place:
        _refuse_choices(place, root, desk)
    scheme = choice.choose(place) if place else tlp.SCHEME
    own = (root / desk["templates"],) if "templates" in desk else ()
    briefs = root / desk.get("briefs", "briefs")
    registry = root / desk["registry"] if "registry" in desk else briefs / "registry"
    _refuse_outside(root, [("briefs", briefs), ("registry", registry), *(("templates", one) for one in own)], place)
    return Desk(
        root=root,
        name=desk.get("name"),
        briefs=briefs,
        registry=registry,
        templates=(*own, templates_folder()),
        default_marking=_default(scheme, desk.get("default_marking"), place),
        theme=desk.get("theme", DEFAULT_THEME),
        page_size=desk.get("page_size"),
        scale=desk.get("scale", DEFAULT_SCALE),
        products=tuple(dict.fromkeys(build.get("products", ("situation-update",)))),
        formats=tuple(dict.fromkeys(build.get("formats", ("pdf",)))),
        out=build.get("out", "dist"),
        time_limit=build.get("time_limit", TIME_LIMIT),
        scheme=scheme,
    )


def _default(scheme: Scheme, told: str | None, place: Settings | None) -> Marking:
    """Return the marking of a sheet that has none: what the settings have *told*, else the usual one of the scheme."""
    marking = Marking(scheme.usual) if told is None else scheme.read(told)
    if marking is None and told is not None and place:
        sentence = f"default_marking is not a marking of {scheme.title} — {remedy(told, scheme)}"
        raise place.error("SET003", "default_marking", sentence)
    assert marking is not None
    return marking


def _refuse_choices(place: Settings, root: Path, desk: dict[str, Any]) -> None:
    """Refuse settings of the right type that name nothing there is."""
    for key, (noun, options) in CHOICES.items():
        if key in desk and desk[key] not in options:
            raise place.error("SET003", key, f"{key} is not {noun} — one of {', '.join(options)}")
    if "templates" in desk and not is_folder(root / desk["templates"]):
        sentence = f"there is no folder {desk['templates']} — make it or drop the setting"
        raise place.error("SET004", "templates", sentence)


def _refuse_outside(root: Path, folders: list[tuple[str, Path]], place: Settings | None) -> None:
    for key, folder in folders:
        if not is_inside(folder, root):
            sentence = f"the folder of {key} lies outside the desk — name one inside"
            raise place.error("SET004", key, sentence) if place else SettingsError(f"SET004 {sentence}")
