"""What differs in one record, and in one of its fields: plain words, for whoever shows them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

Kind = Literal["changed", "added", "removed", "renamed", "minor", "moved"]
Sort = Literal["value", "remark", "list", "text"]
#: In the order in which they are told.
KINDS: tuple[Kind, ...] = get_args(Kind)


@dataclass(frozen=True)
class Edit:
    """What differs in one *field*, which is called as a reader would call it: “likelihood”, “killed”, “evidence for”.

    A ``value`` or a ``text`` has one word or sentence on each side, or none where the field was not filled in; of a
    ``list`` only the items that went and came are told; of a ``remark`` what it says now matters. *note* says what a
    reader cannot see from both values. Without *substance* nothing is known now that was not: it is punctuation,
    spelling, order, layout, or one more check with the outcome of the last one.
    """

    field: str
    sort: Sort
    before: tuple[str, ...]
    after: tuple[str, ...]
    note: str = ""
    substance: bool = True

    def __str__(self) -> str:
        """Return the edit as a sentence without a full stop: “likelihood unlikely → likely”."""
        return f"{self.field}{self._turn()}{f' ({self.note})' if self.note else ''}"

    def _turn(self) -> str:
        before, after = ", ".join(self.before), ", ".join(self.after)
        if self.sort == "list":
            return ": " + "; ".join(
                filter(None, [f"added {after}" if after else "", f"dropped {before}" if before else ""])
            )
        if self.sort == "remark" and after:
            return f": {after}"
        if not (before and after):
            return f" set: {after}" if after else f" dropped: {before}"
        return f" {before} → {after}" if self.sort == "value" else f" “{before}” → “{after}”"


@dataclass(frozen=True)
class Change:
    """What happened to one record of a *section*.

    *id* is that of the later side, of the earlier one for what was removed, None for paragraphs and figures without
    one; *earlier_id* differs for what was renamed. *name* is what the record says, in words. The *edits* of a record
    that was added or removed are its main fields. *marking* is that of the record, where the document has another.
    """

    section: str
    kind: Kind
    id: str | None
    earlier_id: str | None
    name: str
    edits: tuple[Edit, ...] = ()
    marking: str = ""

    @property
    def substance(self) -> bool:
        """Whether a reader learns something else, and not the same in other words or at another place."""
        return self.kind in ("changed", "added", "removed")
