"""Options and arguments that several verbs share, and the way from them to a desk and its sheets."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from briefgen.desk import SETTINGS, Desk, around, sheets_in
from briefgen.errors import SettingsError
from briefgen.folders import is_file, is_folder

Paths = Annotated[
    list[Path] | None, typer.Argument(help="Sheets, or folders to search for them; default: the desk's briefs.")
]
Today = Annotated[
    datetime | None,
    typer.Option(formats=["%Y-%m-%d"], metavar="YYYY-MM-DD", help="Day to compare horizons and due dates with."),
]


def find_sheets(paths: Sequence[Path] | None, desk: Desk) -> list[Path]:
    """Return the sheets that *paths* name: files as they are, folders searched for YAML files with the key `briefgen`.

    Raises SettingsError for a path that does not exist and for a search that finds nothing.
    """
    found = search(paths, desk)
    if not found:
        asked = [nearest(path) for path in paths or [desk.briefs]]
        raise SettingsError(
            f"SET005 there is no fact sheet in {', '.join(map(str, asked))} — a sheet is a YAML file with the key "
            "`briefgen` at its top level; `briefgen new ID` writes one"
        )
    return found


def search(paths: Sequence[Path] | None, desk: Desk) -> list[Path]:
    """Return the sheets that *paths* name, if any.

    Raises SettingsError for a path that does not exist, and for one that lies in another desk.
    """
    asked = [nearest(path) for path in paths or [desk.briefs]]
    return list(dict.fromkeys(sheet for path in asked for sheet in _sheets(path, desk)))


def _sheets(path: Path, desk: Desk) -> Iterable[Path]:
    if (other := _other_desk(path, desk)) is not None:
        raise SettingsError(f"SET024 {path} is of another desk than this — run it in {other}")
    if is_file(path):
        return [path]
    if not is_folder(path):
        raise SettingsError(f"SET006 there is no file or folder {path} — check the path")
    return sheets_in(path, desk)


def _other_desk(path: Path, desk: Desk) -> Path | None:
    """Return the folder of the desk that *path* lies in, unless that is *desk*; None for what lies in no desk."""
    root = around(path.resolve())
    return root if is_file(root / SETTINGS) and not root.samefile(desk.root) else None


def nearest(path: Path) -> Path:
    """Return *path* as it is reached from here, so that findings name it as a user would."""
    here = Path.cwd()
    return path.relative_to(here) if path.is_relative_to(here) else path


def separated(values: Iterable[str] | None) -> tuple[str, ...]:
    """Return the words of a repeatable, comma-separated option."""
    return tuple(dict.fromkeys(word.strip() for value in values or () for word in value.split(",") if word.strip()))


def counted(number: int, noun: str) -> str:
    """Return *number* with its noun: “1 sheet”, “2 sheets”."""
    return f"{number} {noun}{'' if number == 1 else 's'}"


def cores() -> int:
    """Return how many processor cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
