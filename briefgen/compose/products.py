"""Products are folders of templates: `product.toml`, `page.html.j2` and what these use."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

from briefgen.errors import TemplateError
from briefgen.folders import is_inside


@dataclass(frozen=True)
class Product:
    """A kind of document: its *name* (the folder), its *title*, and what it is for."""

    name: str
    title: str
    summary: str


def products(folders: Sequence[Path]) -> dict[str, Product]:
    """Return the products of the template *folders* by name; an earlier folder hides a later one.

    Raises TemplateError for a `product.toml` that cannot be read.
    """
    found: dict[str, Product] = {}
    for folder in folders:
        for description in sorted(folder.glob("*/product.toml")):
            if not is_inside(description, folder):
                raise TemplateError(
                    f"{description}:1:1: error TPL002 this is a link that leads out — put the file here"
                )
            found.setdefault(description.parent.name, _read(description))
    return found


def find(name: str, folders: Sequence[Path]) -> Product:
    """Return the product called *name*; raises TemplateError that names the nearest one there is."""
    known = products(folders)
    if name in known:
        return known[name]
    near = get_close_matches(name, known, 1)
    hint = f"did you mean {near[0]}?" if near else f"there are: {', '.join(sorted(known))}"
    raise TemplateError(f"TPL001 there is no product called {name} — {hint}")


def _read(description: Path) -> Product:
    try:
        values = tomllib.loads(description.read_text(encoding="utf-8"))
        return Product(description.parent.name, str(values["title"]), str(values["summary"]))
    except (OSError, ValueError, KeyError, RecursionError) as error:
        reason = f"{error} is missing" if isinstance(error, KeyError) else str(error)
        raise TemplateError(f"{description}:1:1: error TPL002 {reason} — give title and summary") from None
