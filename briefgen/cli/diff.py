"""`briefgen diff`: what differs between two sheets, or between revisions of the desk's sheets."""

from __future__ import annotations

import os
import re
from enum import StrEnum
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from briefgen.cli import changes, readers
from briefgen.errors import SettingsError
from briefgen.folders import is_file, is_folder

if TYPE_CHECKING:
    from briefgen.desk import Desk
    from briefgen.git import Repository
    from briefgen.sides import Compared, Past, Reading, Sight

Form = StrEnum("Form", {name: name for name in changes.FORMS})  # type: ignore[misc]

TEXT = Form("text")
#: Digits of a hash that tell a commit from all others.
SHORT = 12
HEAD, NOW = "HEAD", "the working tree"
#: ``REV:path`` as git writes it; a colon in braces belongs to the revision.
AT = re.compile(r"((?:[^:{]|\{[^}]*\})+):(.+)", re.DOTALL)
Before = Annotated[
    str | None,
    typer.Argument(metavar="[REV|SHEET]", help="A git revision (default: HEAD), A..B, A...B, a sheet, or REV:path."),
]
After = Annotated[
    str | None,
    typer.Argument(metavar="[REV|SHEET]", help="What it is compared with; default: what lies in the folder now."),
]


def diff(
    before: Before = None,
    after: After = None,
    format: Annotated[Form, typer.Option("--format", help="How to print the changes.")] = TEXT,
    max_marking: Annotated[
        str | None, typer.Option("--max-marking", metavar="LABEL", help="Show nothing that is marked above LABEL.")
    ] = None,
    note: Annotated[bool, typer.Option("--note", help="Print the note alone, without details and appendix.")] = False,
) -> None:
    """Say what differs in facts and judgements: between HEAD and the working tree, revisions, or sheets."""
    from briefgen import desk
    from briefgen.cli.changes.outcome import Outcome
    from briefgen.sides import Sight

    if note and format is Form("json"):
        raise typer.BadParameter("JSON has no note — leave out --note, or print text or markdown", param_hint="--note")
    home = desk.find(Path.cwd())
    (audience,) = readers.chosen(home, (), max_marking, everybody=False)
    asked = Asking(home, Sight(audience.reader if audience else None))
    sides, found = asked.compared(before, after)
    outcome = Outcome(*sides, found.comparisons, found.findings, max_marking, note)
    if printed := changes.render(format.value, outcome):
        typer.echo(printed, color=True)  # whether there are colours has been decided
    for finding in found.findings:
        typer.echo(str(finding), err=True)
    if found.findings:
        raise typer.Exit(1)


class _Sheet(NamedTuple):
    """A sheet that a command line names, at a revision if it names one; *path* is from here."""

    path: Path
    revision: str | None = None

    def __str__(self) -> str:
        shown = Path(os.path.relpath(self.path)).as_posix()
        return f"{self.revision}:{shown}" if self.revision else shown


class Asking:
    """Makes two sides of what the command line names."""

    def __init__(self, home: Desk, sight: Sight) -> None:
        self._home, self._sight = home, sight

    def compared(self, first: str | None, second: str | None) -> tuple[tuple[str, str], Compared]:
        """Return what the sides are called, and how they differ."""
        from briefgen import sides
        from briefgen.git import RANGE

        if first and not second and not is_file(Path(first)) and (ends := RANGE.fullmatch(first)):
            first, second = self._ends(ends[1] or HEAD, ends[3] or HEAD, ends[2])
        one, other = self._meant(first or HEAD), self._meant(second) if second else None
        if isinstance(one, str) and not isinstance(other, _Sheet):
            names = (one, other or NOW)
            return names, sides.compare(self._desk(one), self._desk(other))
        before, after = _filled(one, other)
        return (str(before), str(after)), sides.compare_two(self._file(before), self._file(after))

    def _ends(self, one: str, other: str, dots: str) -> tuple[str, str]:
        """Return both revisions of a range; that of three dots begins where they parted, as in a pull request."""
        if len(dots) == 2:
            return one, other
        return self.repository().merge_base(one, other)[:SHORT], other

    def repository(self) -> Repository:
        """Return the repository that the desk lies in; raises SettingsError for none."""
        from briefgen.git import Repository

        return Repository.around(self._home.root)

    def _meant(self, asked: str) -> str | _Sheet:
        """Return the sheet or the revision that is meant: a file that is there is a sheet, all else is git's."""
        if is_file(Path(asked)):
            return _Sheet(Path(asked))
        named = AT.fullmatch(asked)
        if is_folder(Path(asked)) or (Path(asked).suffix in (".yaml", ".yml") and not named):
            raise SettingsError(f"REV003 {asked} is neither a sheet nor a revision — name a file that is there")
        return _Sheet(self._placed(named[2]), named[1]) if named else asked

    def _placed(self, path: str) -> Path:
        """Return where a path of ``REV:path`` lies now: it is seen from the top, or from here behind a dot."""
        near = path.startswith(("./", "../"))
        return Path(os.path.normpath((Path.cwd() if near else self.repository().top) / path))

    def _desk(self, revision: str | None) -> list[Reading]:
        return self._sight.desk_then(self.past(revision)) if revision else list(self._sight.desk(self._home))

    def _file(self, asked: _Sheet) -> list[Reading]:
        if asked.revision is None:
            return self._sight.file(asked.path, self._home)
        past = self.past(asked.revision)
        root = os.path.realpath(self._home.root)
        inside = Path(os.path.realpath(asked.path.parent)) / asked.path.name
        if not inside.is_relative_to(root):
            raise SettingsError(f"REV003 {asked} lies outside the desk — go into its desk")
        return self._sight.file_then(PurePosixPath(inside.relative_to(root)), past)

    def past(self, revision: str) -> Past:
        """Return the desk's folder at a *revision*; raises SettingsError for one that is not here."""
        from briefgen.sides import Past

        repository = self.repository()
        folder = Path(os.path.realpath(self._home.root)).relative_to(os.path.realpath(repository.top))
        return Past(repository, revision, PurePosixPath(folder))


def _filled(one: str | _Sheet, other: str | _Sheet | None) -> tuple[_Sheet, _Sheet]:
    """Return two sheets: a revision means the other's file then, and nothing means it now, or at the last commit."""
    if isinstance(one, str):
        assert isinstance(other, _Sheet), "two revisions are no sheets"
        return _Sheet(other.path, one), other
    if other is None:
        return (one, _Sheet(one.path)) if one.revision else (_Sheet(one.path, HEAD), one)
    return one, other if isinstance(other, _Sheet) else _Sheet(one.path, other)
