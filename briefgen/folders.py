"""What is there and what lies inside a folder; nothing here raises, whatever a stranger takes for a name."""

from __future__ import annotations

import os
from pathlib import Path


def is_file(path: Path) -> bool:
    """Return whether *path* is a file that can be reached; `Path.is_file` raises for a name that is too long."""
    try:
        return path.is_file()
    except OSError:
        return False


def is_folder(path: Path) -> bool:
    """Return whether *path* is a folder that can be reached."""
    try:
        return path.is_dir()
    except OSError:
        return False


def is_inside(path: Path, folder: Path) -> bool:
    """Return whether *path*, which need not be there, lies in *folder*."""
    try:
        return Path(os.path.realpath(path)).is_relative_to(os.path.realpath(folder))
    except ValueError:  # a NUL in the name
        return False


def leads_out(path: Path, folder: Path) -> bool:
    """Return whether *path*, in *folder*, is a link to what is not."""
    return os.path.islink(path) and is_inside(path.parent, folder) and not is_inside(path, folder)
