"""Sheet and reader to edition: the only place that sees both what is withheld and what is shown."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from briefgen.edition.edition import Edition, Plain, Record
from briefgen.issuing.copying import WITHHELD, Copied, copy, copy_telling
from briefgen.issuing.support import unsupported
from briefgen.markings.reader import Reader
from briefgen.markings.scheme import Marking, Scheme, highest
from briefgen.sheet.model import Sheet

#: What stands in a sheet for the sake of other records: a source that nothing cites tells that something was cut.
SUPPORT = ("sources", "actors", "places")


@dataclass(frozen=True)
class Issued:
    """An *edition*, what it calls each record by its *names* in the sheet, and what was *left* of it under these."""

    edition: Edition
    names: Mapping[str, str]
    left: Copied


def unmarked(sheet: Sheet, default: Marking) -> Marking:
    """Return the marking of what bears none in *sheet*: the document's, else the *default* of the desk."""
    handling = sheet.product.handling
    return handling.marking if handling else default


def make(sheet: Sheet, default: Marking) -> Edition:
    """Return the desk's own edition of *sheet*; see `own`."""
    return own(sheet, default).edition


def own(sheet: Sheet, default: Marking) -> Issued:
    """Return the desk's own edition of *sheet*: what a reader of its own marking may see, marked so.

    A record, paragraph, list item or part of a sentence marked higher is left out, and so is every reference to it, in
    fields and in prose; what cannot stand without the reference goes with it. A source whose name is protected keeps
    its descriptor only. *default* is the marking of a sheet that has none.
    """
    plain, title = unmarked(sheet, default), sheet.product.portion
    marking = highest([plain, title] if title else [plain])
    copied = _settled(sheet, Reader.of(marking), plain, sheet.shared, lambda edition: frozenset())
    made = Edition(_told(marking, sheet.scheme), **copied.sections)
    return Issued(made, {one: one for one in copied.listed}, copied)


def whole(sheet: Sheet, default: Marking) -> Issued:
    """Return all of *sheet*, for the desk that wrote it; only the names of protected sources are left out.

    It says what no page does: which parts of a text bear a mark, how a record may be told to others, and in a sheet
    without a marking of its own the *default*, which it has then.
    """
    plain, names = unmarked(sheet, default), {record.id: record.id for record in sheet.records()}
    copied = copy_telling(sheet, plain, names)
    product = copied.sections["product"] | ({} if sheet.product.handling else {"unmarked": plain.label})
    sections = copied.sections | {"product": product}
    return Issued(Edition(_told(highest(copied.seen), sheet.scheme), **sections), names, copied)


def release(sheet: Sheet, reader: Reader, default: Marking) -> Issued | None:
    """Return the edition of *sheet* for a *reader* outside the desk; None if they may not see what document it is.

    It is cut as the desk's own, and further: a judgement that does not stand on what the reader sees gives way to its
    tear line or goes, and so does what nothing in the edition leads to; the records are numbered anew, the marking is
    the highest of what is left, and how the desk itself is to handle the document is no part of it. *default* is the
    marking of a sheet that has none.
    """
    left = cut(sheet, reader, default)
    if left is None:
        return None
    names = _numbered(left)
    copied = copy(sheet, reader, unmarked(sheet, default), names, left.torn)
    marking = highest(copied.seen)
    return Issued(Edition(_told(marking, sheet.scheme), **_outside(copied.sections, marking)), names, left)


def cut(sheet: Sheet, reader: Reader, default: Marking) -> Copied | None:
    """Return what `release` leaves of *sheet* for a *reader* outside, under the names that it has in the sheet."""
    left = _settled(sheet, reader, unmarked(sheet, default), supporting(sheet), unsupported)
    return None if left.sections["product"] is WITHHELD else left


def supporting(sheet: Sheet) -> frozenset[str]:
    """Return the ids of what readers outside get of *sheet* only if something else that they get leads to it."""
    return sheet.shared.union(one.id for section in SUPPORT for one in getattr(sheet, section))


def _settled(
    sheet: Sheet,
    reader: Reader,
    plain: Marking,
    led: frozenset[str],
    fallen: Callable[[Edition], frozenset[str]],
) -> Copied:
    """Return a sheet cut down, again and again, until nothing that is left names what is not.

    Of the records *led* to, only those are left that another one leads to. *fallen* are the judgements of which only
    the tear line is left, in an edition.
    """
    present, torn = frozenset(record.id for record in sheet.records()), frozenset[str]()
    while True:
        copied = copy(sheet, reader, plain, {one: one for one in present}, torn)
        left = _reached(copied, led)
        falling = torn | fallen(Edition({}, **copied.sections))
        if (left, falling) == (present, torn):
            return copied
        present, torn = left, falling


def _reached(copied: Copied, led: frozenset[str]) -> frozenset[str]:
    """Return the ids of the records that are left; of those *led* to, the ones that another of them leads to."""
    found = {one for one in copied.ids if one not in led}
    waiting = ["", *found]
    while waiting:
        new = (copied.mentions.get(waiting.pop(), frozenset()) & copied.ids) - found
        found |= new
        waiting += new
    return frozenset(found)


def _numbered(copied: Copied) -> dict[str, str]:
    """Return a name for each record that is left: its kind and its number among those of its kind."""
    counts: Counter[str] = Counter()
    names = {}
    for one in copied.listed:
        kind = one.partition("-")[0]
        counts[kind] += 1
        names[one] = f"{kind}-{counts[kind]}"
    return names


def _outside(sections: Mapping[str, Plain], marking: Marking) -> dict[str, Plain]:
    """Return the sections of an edition for readers outside: how to handle it is the audience's, not the desk's."""
    product = sections["product"]
    told = {
        "marking": marking.label,
        "community": None,
        "recipients": (),
        "caveats": (),
        "audience": (),
        "notice": None,
    }
    return {**sections, "product": product | {"handling": told}}


def _told(marking: Marking, scheme: Scheme) -> Record:
    level = marking.level
    return {
        "label": marking.label,
        "banner": level.banner,
        "caveats": {name: scheme.caveats[name] for name in marking.caveats},
        "scheme": scheme.title,
        "colour": level.colour,
        "ground": level.ground,
        "sharing": level.sharing,
    }
