"""Word lists that rules look words up in: files of data, read when a rule first needs them."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path

DATA = Path(__file__).with_name("data")


@cache
def words(file: str) -> Mapping[str, frozenset[str]]:
    """Return the words of a list by the heading above them, which stands in square brackets; ``#`` begins a comment."""
    lists: dict[str, set[str]] = {}
    heading = ""
    for line in _lines(file):
        if line.startswith("["):
            heading = line.strip("[]")
        else:
            lists.setdefault(heading, set()).update(line.split())
    return {name: frozenset(found) for name, found in lists.items()}


@cache
def pairs(file: str) -> Mapping[str, str]:
    """Return what stands before and behind the ``=`` of each line of a list."""
    split = (line.partition(" = ") for line in _lines(file))
    return {left.strip(): right.strip() for left, _, right in split}


def _lines(file: str) -> list[str]:
    text = DATA.joinpath(file).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line.strip() and not line.startswith("#")]
