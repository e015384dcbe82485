"""What a piece of work has looked at, so that it need not be done again while all of that is the same.

Whoever looks at something says so before: a digest that is older than the look costs a piece of work too many when
the thing changes meanwhile; one that is younger would hide the change for good.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from pathlib import Path
from typing import TypeAlias

#: A kind of thing and its name.
Thing: TypeAlias = tuple[str, str]
#: Says what a thing is like now, in a word that differs when the thing does.
Digest: TypeAlias = Callable[[Thing], str]

_looks: ContextVar[Callable[[Thing], None] | None] = ContextVar("looks", default=None)


@contextmanager
def tracing(digest: Digest) -> Iterator[dict[Thing, str]]:
    """Yield the things that are looked at inside, with their digests."""
    seen: dict[Thing, str] = {}

    def look(thing: Thing) -> None:
        if thing not in seen:
            seen[thing] = digest(thing)

    token = _looks.set(look)
    try:
        yield seen
    finally:
        _looks.reset(token)


def look(kind: str, name: str | Path) -> None:
    """Say that a thing is going to be looked at."""
    if seen := _looks.get():
        seen((kind, str(name)))
