"""Which sheets of a desk have products that a change of files can reach, and which sheets are gone.

There is no list of what depends on what. A sheet is taken as far as its tasks, and it is affected if one of the things
that it has looked at on the way was another then.
"""

from __future__ import annotations

import os
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from briefgen import desk as desks
from briefgen import theme
from briefgen.build.cache.things import PATHS, told
from briefgen.build.order import Order
from briefgen.desk import Desk
from briefgen.errors import SettingsError
from briefgen.folders import is_file, is_folder
from briefgen.sheet import Loader
from briefgen.since.blobs import Blobs
from briefgen.since.side import Side
from briefgen.since.split import Gone, Split
from briefgen.stages import Stages
from briefgen.traces import Thing, tracing


@dataclass(frozen=True)
class Past:
    """A desk as it was, if it could be used then, the sheets that were *asked* for among its own, and their files."""

    desk: Desk | None
    asked: tuple[str, ...] | None
    blobs: Blobs

    def sheets(self) -> Iterator[str]:
        """Yield the sheets that would have been built then, by their paths in the desk; without *asked*, all."""
        if self.desk is None:
            return
        root = self.desk.root
        inside = [root / one for one in self.asked or () if not one.startswith("/")]
        for path in [self.desk.briefs] if self.asked is None else inside:
            found = desks.sheets_in(path, self.desk) if is_folder(path) else [path] if is_file(path) else []
            yield from (told(str(one), root) for one in found)


class Since:
    """Compares a *desk* as it is with its *past*; *anew* says that briefgen itself is another, so all is affected."""

    def __init__(self, desk: Desk, blobs: Blobs, past: Past, anew: bool) -> None:
        self._desk, self._blobs, self._past, self._anew = desk, blobs, past, anew
        self._before = dict.fromkeys(past.sheets())

    def split(self, sheets: Sequence[Path], order: Order, look: str | None = None) -> Split:
        """Return which of the *sheets* are affected when they are built to *order*; *look* is the theme that was told.

        One that cannot be read always is, and so is one whose product id another sheet had, or has got.
        """
        now, then = Side(self._desk, order, self._blobs), self._then(order, look)
        is_same = then is not None and not self._anew and now.always == then.always
        ids, touched, unread = self._looked(sheets, order, now, then if is_same else None)
        named = {self._told(path): path for path in sheets}
        before = [one for one in self._before if order.shard.holds(self._desk.root / one, self._desk.root)]
        earlier = self._ids(then, [one for one in before if one not in named or named[one] in touched])
        contested = {*(ids[path] for path in touched), *(one.casefold() for one in earlier.values())} - {None}
        touched |= {path for path in sheets if ids[path] in contested}
        moved = {ids[path] for one, path in named.items() if one not in self._before}
        gone = (Gone(one, earlier.get(one)) for one in before if one not in named)
        return Split(
            affected=tuple(path for path in sheets if path in touched or path in unread),
            others=tuple(ids[path] for path in sheets if path not in touched and path not in unread),
            gone=tuple(one for one in gone if not one.id or one.id.casefold() not in moved),
            unread=frozenset(unread - touched),
        )

    def _looked(
        self, sheets: Sequence[Path], order: Order, now: Side, then: Side | None
    ) -> tuple[dict[Path, str | None], set[Path], set[Path]]:
        """Return the product ids of the sheets in small letters, those that were others *then*, and those unread."""
        stages, ids = Stages(self._desk, order, now.shared), dict[Path, str | None]()
        touched, unread = set[Path](), set[Path]()
        for path in sheets:
            with tracing(lambda thing: "") as seen:
                parsed = stages.look(Path(os.path.normpath(path.absolute())))
            ids[path] = parsed.id and parsed.id.casefold()
            if parsed.sheet is None:
                unread.add(path)
            if then is None or self._told(path) not in self._before or self._differs(seen, now, then):
                touched.add(path)
        return ids, touched, unread

    def _differs(self, seen: Collection[Thing], now: Side, then: Side) -> bool:
        things = [(kind, told(name, self._desk.root) if kind in PATHS else name) for kind, name in seen]
        records = [name for kind, name in things if kind == "record"]
        if any(kind in PATHS and name.startswith("/") for kind, name in things):
            return True  # it lies outside of the desk, and nobody knows what it was
        return now.order(records) != then.order(records) or any(now.digest(one) != then.digest(one) for one in things)

    def _then(self, order: Order, look: str | None) -> Side | None:
        """Return the side of the past, for the same order; None if nothing could be made then."""
        home = self._past.desk
        if home is None:
            return None
        name, readers = order.audience and order.audience.name, order.audience
        if name and self._desk.audiences.get(name) == readers:  # it is one of the desk's, which had its own then
            readers = home.audiences.get(name)
        try:
            same = replace(order, theme=theme.choose(home, self._look(home, look)), audience=readers)
        except SettingsError:
            return None
        return Side(home, same, self._past.blobs)

    def _look(self, home: Desk, look: str | None) -> str | None:
        """Return the theme that was told, which was another file then if it is one of the desk."""
        if look is None or look in theme.shipped():
            return look
        inside = told(os.path.normpath(Path(look).absolute()), self._desk.root)
        return str(home.root / inside)  # a path from the root stays what it is

    def _ids(self, then: Side | None, sheets: Sequence[str]) -> dict[str, str]:
        """Return the product ids that sheets had then, by path, as far as they can be read."""
        if then is None:
            return {}
        load = Loader(then.shared, then.home.root, then.home.scale, then.home.scheme)
        read = {one: load(then.home.root / one).id for one in sheets}
        return {one: str(product) for one, product in read.items() if product}

    def _told(self, path: Path) -> str:
        return told(os.path.normpath(path.absolute()), self._desk.root)
