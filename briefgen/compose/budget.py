"""The page budget of a product: `[fit]` in its `product.toml`."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from briefgen.edition import YIELDING
from briefgen.errors import TemplateError
from briefgen.settings import shown

KEYS = ("pages", "next", "yields")
MOST_PAGES = 1000


@dataclass(frozen=True)
class Budget:
    """At most so many *pages*; records of the sections *yields* are left out where they do not suffice.

    *next* is the larger product that holds them, *next_title* what readers call it.
    """

    pages: int
    next: str | None
    next_title: str | None
    yields: tuple[str, ...]


def read(fit: Any, description: Path, titles: Mapping[str, str]) -> Budget:
    """Return the budget in the table *fit* of the file *description*; *titles* is of all products by name.

    Raises TemplateError, with file and line, for what cannot be used.
    """
    place = _Place(description)
    if not isinstance(fit, dict):
        raise place.error("fit", "fit is not a table — write [fit] and pages under it")
    for key in fit:
        if key not in KEYS:
            raise place.error(key, f"[fit] has no key {key} — {_near(key, KEYS)}")
    return Budget(_pages(fit, place), *_next(fit, place, titles), _yields(fit, place))


@dataclass(frozen=True)
class _Place:
    path: Path

    def error(self, word: str, sentence: str) -> TemplateError:
        """Return the error at the first line from ``[fit]`` on that has *word*."""
        lines = self.path.read_text(encoding="utf-8").splitlines()
        whole = re.compile(rf"(?<![\w-]){re.escape(word)}(?![\w-])")
        start = next((number for number, line in enumerate(lines) if re.match(r"\s*\[?\s*fit\b", line)), 0)
        found = (number for number, line in enumerate(lines[start:], start + 1) if whole.search(line))
        return TemplateError(f"{shown(self.path)}:{next(found, start + 1)}:1: error FIT002 {sentence}")


def _pages(fit: dict[str, Any], place: _Place) -> int:
    pages = fit.get("pages")
    if type(pages) is not int or not 0 < pages <= MOST_PAGES:
        raise place.error("pages", f"[fit] says not how many pages — write pages, from 1 to {MOST_PAGES}")
    return pages


def _next(fit: dict[str, Any], place: _Place, titles: Mapping[str, str]) -> tuple[str | None, str | None]:
    name = fit.get("next")
    if name is None:
        return None, None
    others = titles.keys() - {place.path.parent.name}
    if name not in others:
        raise place.error("next", f"next is {name}, which is no other product — {_near(str(name), others)}")
    return name, titles[name]


def _yields(fit: dict[str, Any], place: _Place) -> tuple[str, ...]:
    sections = fit.get("yields", [])
    if not isinstance(sections, list):
        raise place.error("yields", "yields is not a list — name sections, the first to go first")
    for section in sections:
        if section not in YIELDING:
            raise place.error(str(section), f"{section} is no section that can yield — {_near(str(section), YIELDING)}")
    return tuple(dict.fromkeys(sections))


def _near(word: str, known: Collection[str]) -> str:
    near = get_close_matches(word, sorted(known), 1)
    return f"did you mean {near[0]}?" if near else f"there are: {', '.join(sorted(known))}"
