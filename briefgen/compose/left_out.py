"""What a page leaves out because it has no room, and the edition without that."""

from __future__ import annotations

from dataclasses import dataclass

from briefgen.compose.library import called
from briefgen.edition import PROSE, Edition, Plain, Record, addressed


@dataclass(frozen=True)
class LeftOut:
    """Ids of records: of those *told* the reader learns; those *untold* had no place on the page before."""

    told: frozenset[str] = frozenset()
    untold: frozenset[str] = frozenset()


NOTHING = LeftOut()


def view(edition: Edition, left_out: LeftOut) -> dict[str, Plain]:
    """Return the edition as templates see it: without what is left out, each paragraph and figure with an id."""
    gone = left_out.told | left_out.untold
    kept = {name: tuple(one for one in some if one["id"] not in gone) for name, some in addressed(edition).items()}
    prose = {name: kept.pop(name) for name in PROSE}
    return vars(edition) | kept | {"summary": edition.summary and {**edition.summary, **prose}}


def described(edition: Edition, left_out: LeftOut) -> list[Record]:
    """Return what a page can say of the records that it leaves out: ``id``, ``section``, ``name``."""
    return [
        {"id": one["id"], "section": section, "name": called(one)}
        for section, records in addressed(edition).items()
        for one in records
        if one["id"] in left_out.told
    ]
