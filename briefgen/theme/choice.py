"""Which theme a build uses: a shipped one by its name, or the file of a desk."""

from __future__ import annotations

import functools
from pathlib import Path
from typing import TYPE_CHECKING

from briefgen.desk import DEFAULT_THEME
from briefgen.errors import SettingsError
from briefgen.folders import is_file, is_inside
from briefgen.resources import templates_folder
from briefgen.settings import Settings, near
from briefgen.theme import reading
from briefgen.theme.theme import Theme

if TYPE_CHECKING:
    from briefgen.desk import Desk


def shipped() -> tuple[str, ...]:
    """Return the names of the themes that ship with briefgen."""
    return tuple(sorted(path.parent.name for path in templates_folder().glob("_themes/*/theme.toml")))


@functools.cache
def _shipped(name: str) -> Theme:
    return reading.complete(Settings.read(templates_folder() / "_themes" / name / "theme.toml", "THM002"), name)


def standard() -> Theme:
    """Return the theme of a desk that chooses none."""
    return _shipped(DEFAULT_THEME)


def choose(desk: Desk, told: str | None = None) -> Theme:
    """Return the theme that the command line has *told*, else that of the *desk*.

    A path on the command line starts here; one in the settings starts at the desk and may not lead out of it. Raises
    SettingsError for what is neither a shipped theme nor a sound file, with all that is wrong in that.
    """
    name = told or desk.theme
    if name in shipped():
        return _shipped(name)
    path = (Path.cwd() if told else desk.root) / name
    if not is_file(path):
        raise _error(desk, told, f"there is no theme {name} — {near(name, shipped())}, or give the path of a file")
    inside = is_inside(path, desk.root)
    if not told and not inside:
        raise _error(desk, told, f"the theme {name} lies outside the desk — put it inside")
    return reading.own(Settings.read(path, "THM002"), desk.root if inside else path.parent, _base)


def _base(place: Settings) -> Theme:
    name = place.values.get("base", DEFAULT_THEME)
    if name not in shipped():
        raise place.error("THM001", "base", f"there is no theme {name} to start from — {near(str(name), shipped())}")
    return _shipped(name)


def _error(desk: Desk, told: str | None, sentence: str) -> SettingsError:
    if told or not desk.settings:
        return SettingsError(f"THM001 {sentence}")
    return desk.settings.error("THM001", "theme", sentence, "desk")
