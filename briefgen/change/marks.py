"""What a record is marked with, where that is not the marking of the document itself."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from briefgen.edition import Edition, Plain, Record

#: Fields that tell themselves what bears which mark.
TELLING_MARKS = frozenset({"marks", "releasable", "portion"})


def marks(edition: Edition, record: Record) -> str:
    """Return the marking of a record and of its parts: “TLP:AMBER”, “TLP:GREEN, in part TLP:AMBER”; mostly nothing."""
    own = document(edition)
    whole = record.get("portion") or own
    parts = [one for one in dict.fromkeys(_parts(record)) if one not in (whole, own)]
    said = [whole] if whole and whole != own else []
    return ", ".join([*said, *([f"in part {' and '.join(parts)}"] if parts else [])])


def document(edition: Edition) -> str | None:
    """Return the marking that the document itself bears."""
    product = edition.product
    return (product.get("handling") or {}).get("marking") or product.get("unmarked")


def labels(record: Record) -> Iterator[str]:
    """Yield every marking in a record, its own among them."""
    if record.get("portion"):
        yield record["portion"]
    yield from _parts(record)


def _parts(record: Record) -> Iterator[str]:
    """Yield the markings of the items in a record, and of the marked parts of its texts."""
    for name, value in record.items():
        for one in value if isinstance(value, tuple) else (value,):
            if isinstance(one, Mapping):
                yield from _part(name, one)


def _part(name: str, one: Mapping[str, Plain]) -> Iterator[str]:
    if name == "marks":
        yield one["marking"]
    elif name != "handling":
        yield from labels(one)


def parts(record: Record) -> Iterator[tuple[str, str]]:
    """Yield the words in a record, and in its items, that bear a mark, each with that."""
    for name, value in record.items():
        for one in value if isinstance(value, tuple) else (value,):
            if name == "marks" and isinstance(one, Mapping):
                yield one["words"], one["marking"]
            elif isinstance(one, Mapping):
                yield from parts(one)


def bracketed(words: str, marked: Mapping[str, str]) -> str:
    """Return *words* with each part that is *marked* behind its mark, wherever it stands: nothing is missed."""
    any_of = "|".join(re.escape(one) for one in sorted(marked, key=len, reverse=True) if one)
    if not any_of:
        return words
    return re.sub(rf"(?<!\w)(?:{any_of})(?!\w)", lambda found: _bracketed(found, marked[found[0]]), words)


def _bracketed(found: re.Match[str], marking: str) -> str:
    """Return the words found behind their mark, once."""
    lead = f"[{marking}: "
    return found[0] if found.string[: found.start()].endswith(lead) else f"{lead}{found[0]}]"
