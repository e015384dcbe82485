"""GitHub Actions, and what works like it: annotations in the log, a summary of the job, outputs of the step."""

from __future__ import annotations

import json
import secrets
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path
from typing import Any
from urllib.parse import quote

import typer

from briefgen.cli import formats
from briefgen.cli.formats import Outcome
from briefgen.cli.hosts.shell import Shell, named

#: Bytes of a step's summary; GitHub shows nothing of one that is larger than a mebibyte.
LARGEST = 1_000_000
CUT = "\n\n*It goes on in `summary.md` of the artefact: a host shows no more than a megabyte.*\n"


class GitHub(Shell):
    """A step of a job, by what the event says that began it."""

    @classmethod
    def is_here(cls, environment: Mapping[str, str]) -> bool:
        """Whether this is a step of GitHub Actions."""
        return environment.get("GITHUB_ACTIONS") == "true"

    @property
    def base(self) -> str:
        """What a pull request goes into, what a queue merges into, or the commit before the push."""
        return named(self.target or _text(self._event, "merge_group", "base_sha") or _text(self._event, "before"))

    @property
    def target(self) -> str | None:
        """The tip of the branch that a pull request goes into."""
        return _text(self._event, "pull_request", "base", "sha")

    @property
    def is_foreign(self) -> bool:
        """Whether a pull request comes from another repository; so does one of which the event does not say it."""
        if not self.environment.get("GITHUB_EVENT_NAME", "").startswith("pull_request"):
            return False
        head, base = (_text(self._event, "pull_request", side, "repo", "full_name") for side in ("head", "base"))
        return head is None or head != base

    @property
    def commit(self) -> str | None:
        """The commit that was checked out: of a pull request that which merges it."""
        return self.environment.get("GITHUB_SHA") or None

    def address(self, path: Path, line: int) -> str | None:
        """Return the address of a line in the commit that was checked out."""
        server, repository = (self.environment.get(name) for name in ("GITHUB_SERVER_URL", "GITHUB_REPOSITORY"))
        if not (server and repository and self.commit):
            return None
        return f"{server}/{repository}/blob/{self.commit}/{quote(path.as_posix())}#L{line}"

    @contextmanager
    def quoted(self) -> Iterator[None]:
        """Stop workflow commands until the end of what is inside; after a bug they are stopped for good."""
        word = secrets.token_hex(16)
        typer.echo(f"::stop-commands::{word}")
        yield
        typer.echo(f"::{word}::")

    def annotate(self, outcome: Outcome) -> None:
        """Print a workflow command for every finding."""
        if printed := formats.render("github", outcome):
            typer.echo(printed)

    def publish(self, summary: str, outputs: Mapping[str, str]) -> None:
        """Append to the summary of the job and to the outputs of the step, of which each is one line."""
        self._append("GITHUB_STEP_SUMMARY", _shortened(summary))
        self._append("GITHUB_OUTPUT", "".join(f"{name}={value}\n" for name, value in outputs.items()))

    def _append(self, variable: str, text: str) -> None:
        if path := self.environment.get(variable):
            with Path(path).open("a", encoding="utf-8", errors="backslashreplace") as file:
                file.write(text)

    @cached_property
    def _event(self) -> Any:
        try:
            return json.loads(Path(self.environment.get("GITHUB_EVENT_PATH", "")).read_bytes())
        except (OSError, ValueError, RecursionError):
            return {}


def _text(event: Any, *keys: str) -> str | None:
    """Return the text that an event has at the end of these keys, if it has one."""
    for key in keys:
        event = event.get(key) if isinstance(event, dict) else None
    return event if isinstance(event, str) and event else None


def _shortened(summary: str) -> str:
    """Return a summary that the host shows: whole paragraphs, as many as there is room for."""
    if len(summary.encode()) <= LARGEST:
        return summary
    room = summary.encode()[: LARGEST - len(CUT.encode())].decode(errors="ignore")
    return room.rpartition("\n\n")[0] + CUT
