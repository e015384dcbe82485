"""Whom a build is for: the desk itself, one of its audiences, all of them, or whoever may read up to a marking."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from briefgen.errors import SettingsError
from briefgen.settings import near

if TYPE_CHECKING:
    from briefgen.audiences import Audience
    from briefgen.desk import Desk


def chosen(
    home: Desk, audiences: Sequence[str], max_marking: str | None, everybody: bool
) -> tuple[Audience | None, ...]:
    """Return the audiences that a command line names; None stands for the desk itself.

    Raises SettingsError for one that the desk has not, and for more than one way to say it.
    """
    if bool(audiences) + (max_marking is not None) + everybody > 1:
        raise SettingsError(
            "SET018 --audience, --max-marking and --all-audiences exclude each other — give one of them"
        )
    if max_marking is not None:
        return (_up_to(home, max_marking),)
    if everybody and not home.audiences:
        raise SettingsError("SET018 the desk has no audiences — list them in briefgen.toml under [audiences.…]")
    if everybody:
        return tuple(home.audiences.values())
    return tuple(_named(home, name) for name in audiences) or (None,)


def _named(home: Desk, name: str) -> Audience:
    if name not in home.audiences:
        there = near(name, home.audiences) if home.audiences else "list it in briefgen.toml under [audiences.…]"
        raise SettingsError(f"SET018 there is no audience {name} — {there}")
    return home.audiences[name]


def _up_to(home: Desk, label: str) -> Audience:
    from briefgen.audiences import up_to

    level = home.scheme.find(label)
    if level is None:
        known = ", ".join(one.label for one in home.scheme.levels)
        raise SettingsError(f"SET018 {label} is not a level of {home.scheme.title} — one of {known}")
    return up_to(level)
