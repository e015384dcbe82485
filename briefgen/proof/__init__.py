"""Templates, read as a proof-reader does: what would make a page that cannot be printed, or not be read by all."""

from __future__ import annotations

from briefgen.compose import products
from briefgen.desk import Desk
from briefgen.findings import Finding
from briefgen.proof.pages import of_product
from briefgen.proof.sources import of_folder
from briefgen.theme import choose

__all__ = ["proof"]


def proof(desk: Desk) -> list[Finding]:
    """Return what is wrong with the desk's own templates, by place; with the shipped ones where it has none.

    Their sources and style sheets are read, and each product is made once, from its `sample.yaml`, in the desk's theme.
    Raises SettingsError for a theme that cannot be used.
    """
    theme = choose(desk)
    own = desk.templates[:-1] or desk.templates
    found = {finding for folder in own for finding in of_folder(folder)}
    for name in products(own):
        found |= set(of_product(name, own, desk, theme))
    return sorted(found)
