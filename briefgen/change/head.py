"""What stands above the changes of a sheet: which document it is, and was."""

from __future__ import annotations

from typing import NamedTuple

from briefgen.change.voice import Voice
from briefgen.edition import Edition

#: What `Head` tells, by the names that edits of the document have; and what a new id says as well.
TOLD = frozenset({"product id", "title", "information cut-off", "marking", "status", "issue", "replaces issue"})


class Head(NamedTuple):
    """Product id, title, information cut-off in words, status, and the marking that the document names itself.

    Of a sheet that its readers no longer get there is the id alone.
    """

    id: str
    title: str | None
    as_of: str | None
    status: str | None
    marking: str | None


def head(edition: Edition) -> Head:
    """Return the head of an edition."""
    product = edition.product
    marking = (product["handling"] or {}).get("marking")
    as_of = Voice(edition).date(product["time"]["as_of"])
    return Head(product["id"], product["title"], as_of, product["status"], marking)


def withheld(edition: Edition) -> Head:
    """Return the head of an edition that its readers no longer get."""
    return Head(edition.product["id"], None, None, None, None)
