"""Looks records of an edition up by id, and names them."""

from __future__ import annotations

from collections.abc import Iterable

from briefgen.edition import Edition, Record


class Library:
    """The records of one edition by id."""

    def __init__(self, edition: Edition) -> None:
        self.edition = edition
        self.by_id: dict[str, Record] = {record["id"]: record for record in edition.records()}

    def get(self, record_id: str) -> Record:
        """Return the record with this id; raises KeyError."""
        return self.by_id[record_id]

    def name(self, record_id: str) -> str:
        """Return what a reader calls the record: short name, name, publisher, label or title."""
        return called(self.get(record_id))

    def names(self, record_ids: Iterable[str]) -> str:
        """Return the names in one phrase: “A, B and C”."""
        return together([self.name(one) for one in record_ids])


def called(record: Record) -> str:
    """Return what a reader calls the record: the first of its names that it has, else its text or its id.

    A text gets no full stop, for it may stand among other names.
    """
    names = ("short", "name", "publisher", "label", "heading", "title", "text", "id")
    field = next(field for field in names if record.get(field))
    return str(record[field]).removesuffix("." if field == "text" else "")


def together(words: list[str], link: str = "and") -> str:
    """Return *words* as one phrase: “A, B and C”."""
    return f" {link} ".join([", ".join(words[:-1]), words[-1]] if len(words) > 1 else words)
