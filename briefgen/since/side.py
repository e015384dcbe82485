"""One side of a comparison: what all that a sheet looks at is like at one time."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property
from hashlib import sha256

from briefgen.build.cache import ALWAYS
from briefgen.build.cache.files import Contents
from briefgen.build.cache.things import PATHS, Things, named
from briefgen.build.order import Order
from briefgen.desk import Desk
from briefgen.sheet import registry
from briefgen.traces import Thing, tracing

#: Settings that decide where or whether a product is made, not what it is like.
MAKING = ("out", "time_limit")


class Side:
    """A desk at one time, and what the things are like then that its sheets look at when they are built to *order*."""

    def __init__(self, home: Desk, order: Order, blobs: Contents) -> None:
        self.home, self._order, self._blobs = home, order, blobs
        with tracing(lambda thing: ""):
            self.shared = registry.read(home.registry, home.scheme)
        ranks = enumerate(self.shared.entries.items())
        self._ranks = {one: (entry.section, rank) for rank, (one, entry) in ranks}
        self._things = Things(blobs, home, order, self._record)
        self._seen: dict[Thing, str] = {}

    @cached_property
    def always(self) -> object:
        """What all products are made from, briefgen apart."""
        making = [getattr(self.home, name) for name in MAKING]
        return making, self._audience, [self.digest(one) for one in ALWAYS if one[0] != "briefgen"]

    @cached_property
    def _audience(self) -> object:
        """The audience, and the words of all templates: a product for it is searched for what is in none of them."""
        if self._order.audience is None:
            return None
        return repr(self._order.audience), [self._blobs.folder(folder) for folder in self.home.templates]

    def digest(self, thing: Thing) -> str:
        """Return what a thing is like, whose name is seen from the desk."""
        if thing not in self._seen:
            kind, name = thing
            here = named(name, self.home.root) if kind in PATHS else name
            self._seen[thing] = self._things.digest((kind, here))
        return self._seen[thing]

    def order(self, records: Iterable[str]) -> list[str]:
        """Return which of the *records* are in the registry, by section and in the order in which a sheet gets them."""
        return sorted((one for one in records if one in self._ranks), key=self._ranks.__getitem__)

    def _record(self, record: str) -> str:
        """Return what a shared record says, wherever in its file it stands: no product tells of that."""
        entry = self.shared.entries.get(record)
        if entry is None:
            return self.shared.digest(record)
        wrong = [(one.severity, one.code, one.message) for one in entry.findings]
        return sha256(repr((entry.section, entry.record, wrong)).encode(errors="surrogatepass")).hexdigest()
