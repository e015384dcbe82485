"""Products are folders of templates: `product.toml`, `page.html.j2` and what these use."""

from __future__ import annotations

import functools
import tomllib
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from briefgen.compose import budget
from briefgen.compose.budget import Budget
from briefgen.compose.rest import MOST
from briefgen.errors import TemplateError
from briefgen.folders import leads_out
from briefgen.settings import near, shown


@dataclass(frozen=True)
class Product:
    """A kind of document: its *name* (the folder), its *title*, what it is for, and its page budget if it has one.

    *rows* is how many rows a table of events has at most; *uses* names other products whose templates it uses.
    """

    name: str
    title: str
    summary: str
    rows: int = MOST
    fit: Budget | None = None
    uses: tuple[str, ...] = ()


def products(folders: Sequence[Path]) -> dict[str, Product]:
    """Return the products of the template *folders* by name, without their budgets.

    An earlier folder hides a later one. Raises TemplateError for a `product.toml` that cannot be read.
    """
    return _products(_descriptions(folders))


def find(name: str, folders: Sequence[Path]) -> Product:
    """Return the product called *name*, with its budget; raises TemplateError that names the nearest one there is."""
    descriptions = _descriptions(folders)
    known = _products(descriptions)
    if name in known:
        description = descriptions[name]
        _refuse_unknown(known[name], description, known)
        titles = {product.name: product.title for product in known.values()}
        fit = _values(description).get("fit")
        return known[name] if fit is None else replace(known[name], fit=budget.read(fit, description, titles))
    raise TemplateError(f"TPL001 there is no product called {name} — {near(name, known)}")


def _refuse_unknown(product: Product, description: Path, known: Collection[str]) -> None:
    for name in product.uses:
        if name not in known:
            raise _unusable(description, f"uses names {name}, which is no product", near(name, known))


def _descriptions(folders: Sequence[Path]) -> dict[str, Path]:
    found: dict[str, Path] = {}
    for folder in folders:
        for description in sorted(folder.glob("*/product.toml")):
            if leads_out(description.parent, folder) or leads_out(description, folder):
                raise TemplateError(
                    f"{shown(description)}:1:1: error TPL002 this is a link that leads out — put the file here"
                )
            found.setdefault(description.parent.name, description)
    return found


def _products(descriptions: Mapping[str, Path]) -> dict[str, Product]:
    return {name: _product(description) for name, description in descriptions.items()}


def _product(description: Path) -> Product:
    values = _values(description)
    try:
        rows = values.get("rows", MOST)
        if type(rows) is not int or rows < 1:
            raise _unusable(description, "rows is not a number of rows", "write one, such as rows = 40")
        uses = values.get("uses", [])
        if not isinstance(uses, list) or not all(isinstance(one, str) for one in uses):
            raise _unusable(description, "uses is not a list of products", 'write uses = ["situation-update"]')
        name = description.parent.name
        return Product(name, str(values["title"]), str(values["summary"]), rows, uses=tuple(uses))
    except KeyError as error:
        raise _unusable(description, f"{error} is missing") from None


def _values(description: Path) -> Mapping[str, Any]:
    try:
        return _parsed(description.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError) as error:
        raise _unusable(description, str(error)) from None


@functools.lru_cache
def _parsed(text: str) -> Mapping[str, Any]:
    """Return what a description says: every page of a build asks for those of all products."""
    return tomllib.loads(text)


def _unusable(description: Path, reason: str, remedy: str = "give title and summary") -> TemplateError:
    return TemplateError(f"{shown(description)}:1:1: error TPL002 {reason} — {remedy}")
