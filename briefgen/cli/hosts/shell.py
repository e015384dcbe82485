"""A plain shell, or a service that we know nothing of; other hosts do some of it in a way of their own."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import typer

from briefgen.cli import formats
from briefgen.cli.formats import Outcome

#: What services name for a commit that is not there, such as the one before the first of a branch.
NOTHING = re.compile("0*")
BEFORE = "HEAD~1"


class Shell:
    """A host, by the variables of its *environment*."""

    def __init__(self, environment: Mapping[str, str]) -> None:
        self.environment = environment

    @classmethod
    def is_here(cls, environment: Mapping[str, str]) -> bool:
        """Whether the host has set these variables."""
        return True

    @property
    def base(self) -> str:
        """The revision that the run is compared with, or with where the two parted."""
        return BEFORE

    @property
    def target(self) -> str | None:
        """The revision that a change from outside would go into; None if it is from people who may write there."""
        return None

    @property
    def is_foreign(self) -> bool:
        """Whether what is built was written by somebody who may not write to the repository."""
        return False

    @property
    def commit(self) -> str | None:
        """The commit that is built; None where what lies in the folder need not be one."""
        return None

    def address(self, path: Path, line: int) -> str | None:
        """Return the web address of a *line* of a file, by its path in the repository; None where there is no web."""
        return None

    @contextmanager
    def quoted(self) -> Iterator[None]:
        """Have the host take nothing for a command that is printed inside."""
        yield

    def annotate(self, outcome: Outcome) -> None:
        """Tell the findings where the host's users see them; what is waived is no news."""
        if printed := formats.render("text", replace(outcome, waived=())):
            typer.echo(printed)

    def publish(self, summary: str, outputs: Mapping[str, str]) -> None:
        """Hand over the summary, and values for the steps that follow."""


def named(revision: str | None) -> str:
    """Return the *revision* that a service names, or the last commit if it names none."""
    return BEFORE if not revision or NOTHING.fullmatch(revision) else revision
