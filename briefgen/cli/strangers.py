"""How a change from outside is built: with the settings, the templates and the theme of what it would go into."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from briefgen.errors import SettingsError
from briefgen.folders import is_inside
from briefgen.markings.reader import Reader

if TYPE_CHECKING:
    from briefgen.audiences import Audience
    from briefgen.desk import Desk
    from briefgen.sides import Past
    from briefgen.theme import Theme


@contextmanager
def held(root: Path, past: Past) -> Iterator[tuple[Desk, Theme]]:
    """Yield the desk at *root* with the sheets of now, and all else as it was at a revision; and the theme of then.

    Raises SettingsError where the folders of then lead out of the desk now.
    """
    from briefgen.theme import choose

    with past.written(passed_over=()) as then:
        briefs, registry = (_now(folder, then, root) for folder in (then.briefs, then.registry))
        yield replace(then, root=root, briefs=briefs, registry=registry), choose(then)


def _now(folder: Path, then: Desk, root: Path) -> Path:
    now = root / folder.relative_to(then.root)
    if not is_inside(now, root):
        raise SettingsError(f"SET004 {now} leads out of the desk — it must be a folder inside")
    return now


def refuse_output(out: Path) -> None:
    """Raise SettingsError for an output folder that is there, whose files would pass for what was built."""
    if os.path.lexists(out):
        raise SettingsError(
            f"SET023 {out} is there already, and this change comes from outside — take it out of the change, or name "
            "another folder: --out"
        )


def lowest(home: Desk) -> Audience:
    """Return who may read least: the desk's audience for the lowest marking without caveats, or all who may read it."""
    from briefgen.audiences import up_to

    level = min(home.scheme.levels, key=lambda one: one.rank)
    public = (one for one in home.audiences.values() if one.reader == Reader(level))
    return next(public, up_to(level))
