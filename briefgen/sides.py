"""The two sides of a comparison: sheets of a desk as they are, or as they were at a revision, as editions."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory

from briefgen import desk as desks
from briefgen import issuing, sheet
from briefgen.change import Comparison, Side, alike, compared
from briefgen.desk import Desk
from briefgen.edition import Edition
from briefgen.errors import SettingsError
from briefgen.findings import Finding, Mark
from briefgen.folders import is_folder
from briefgen.git import File, Repository
from briefgen.issuing import Issued
from briefgen.markings.reader import Reader

#: Files that no sheet reads: what is printed and drawn.
PASSED_OVER = frozenset(
    {".pdf", ".png", ".jpg", ".jpeg", ".gif", ".webp", ".tif", ".tiff", ".mp3", ".mp4", ".mov"}
    | {".docx", ".pptx", ".xlsx", ".gz", ".zip", ".7z", ".ttf", ".otf", ".woff", ".woff2"}
)


@dataclass(frozen=True)
class Reading:
    """One sheet of a side: its *path* from the top, and what is *seen* of it, or what is wrong with it.

    *outside*: it is seen by a reader who may not see everything.
    """

    path: str
    seen: Issued | None
    findings: tuple[Finding, ...] = ()
    outside: bool = False


@dataclass(frozen=True)
class Compared:
    """The comparisons of the sheets that differ, by path, and what is wrong with the sheets that could not be read."""

    comparisons: tuple[Comparison, ...]
    findings: tuple[Finding, ...]


class Sight:
    """Reads sheets for a *reader* outside; for the desk itself, which may see everything, without one.

    A sheet of which the reader sees nothing is not there at all, and of one that cannot be read nothing is told but
    that, for nobody knows its marking then.
    """

    def __init__(self, reader: Reader | None) -> None:
        self._reader = reader

    def desk(self, home: Desk) -> Iterator[Reading]:
        """Yield the sheets of a desk as they are."""
        if is_folder(home.briefs):
            yield from self._all(home, desks.sheets_in(home.briefs, home), _as_it_is)

    def file(self, path: Path, home: Desk) -> list[Reading]:
        """Return one sheet as it is; nothing if it is marked too high."""
        return [replace(one, path=sheet.shown(path)) for one in self._all(home, [path], _as_it_is)]

    def desk_then(self, past: Past) -> list[Reading]:
        """Return the sheets of a desk as they were."""
        with past.written() as home:
            found = desks.sheets_in(home.briefs, home) if is_folder(home.briefs) else ()
            return list(self._all(home, found, past.named))

    def file_then(self, path: PurePosixPath, past: Past) -> list[Reading]:
        """Return one sheet, by its *path* in the desk, as it was. Raises SettingsError where there was none."""
        with past.written() as home:
            if not (home.root / path).is_file():
                said = f"{past.revision} has no file {past.folder / path}"
                raise SettingsError(f"REV003 {said} — check the path; a new sheet is not in it")
            name = f"{past.revision}:{past.folder / path}"
            return [replace(one, path=name) for one in self._all(home, [home.root / path], past.named)]

    def _all(self, home: Desk, paths: Iterable[Path], named: Callable[[Finding, Path], Finding]) -> Iterator[Reading]:
        load = sheet.loader(home.registry, home.root, home.scale, home.scheme)
        for path in paths:
            parsed = load(path)
            place = Path(os.path.relpath(path, home.root)).as_posix()
            if parsed.sheet is None:
                yield Reading(place, None, tuple(self._told(named(one, home.root)) for one in _errors(parsed.findings)))
            elif seen := self._seen(parsed.sheet, home):
                yield Reading(place, seen, outside=self._reader is not None)

    def _seen(self, made: sheet.Sheet, home: Desk) -> Issued | None:
        if self._reader is None:
            return issuing.whole(made, home.default_marking)
        return issuing.release(made, self._reader, home.default_marking)

    def _told(self, finding: Finding) -> Finding:
        if self._reader is None:
            return finding
        message = "this cannot be read, so its marking is not known and nothing is told of it"
        return Finding(Mark(finding.mark.path, 1, 1), "REV007", message, "run briefgen check on it")


class Past:
    """The *folder* of a desk, from the top of its repository, at a *revision*."""

    def __init__(self, repository: Repository, revision: str, folder: PurePosixPath) -> None:
        self.revision, self.folder = revision, folder
        self._repository, self._commit = repository, repository.commit(revision)

    @contextmanager
    def written(self, passed_over: Collection[str] = PASSED_OVER) -> Iterator[Desk]:
        """Write the desk's files to a temporary folder and yield the desk; errors name them as git does.

        Files with the suffixes that are *passed over* are not written.
        """
        with TemporaryDirectory(prefix="briefgen-") as made:
            root = Path(os.path.realpath(made))
            self._repository.write(self._files(passed_over), root)
            try:
                home = desks.at(root)
            except SettingsError as error:
                raise self._settings_error(error, root) from None
            yield home

    def _files(self, passed_over: Collection[str]) -> Sequence[File]:
        files = self._repository.files(self._commit, self.folder)
        return [one for one in files if one.path.suffix.lower() not in passed_over]

    def named(self, finding: Finding, root: Path) -> Finding:
        """Return a finding with the path of its file as git writes it: ``HEAD:briefs/flood.yaml``."""
        mark = replace(finding.mark, path=self._said(finding.mark.path, root))
        message, remedy = (self._said(words, root) for words in (finding.message, finding.remedy))
        return replace(finding, mark=mark, message=message, remedy=remedy)

    def _said(self, words: str, root: Path) -> str:
        top = "" if self.folder == PurePosixPath() else f"{self.folder}/"
        for folder in (root.as_posix(), sheet.shown(root)):
            words = words.replace(f"{folder}/", f"{self.revision}:{top}")
        return words

    def _settings_error(self, error: SettingsError, root: Path) -> SettingsError:
        if not error.findings:
            return SettingsError(self._said(str(error), root))
        return SettingsError.of([self.named(one, root) for one in error.findings])


def _as_it_is(finding: Finding, root: Path) -> Finding:
    return finding


def _errors(findings: Iterable[Finding]) -> Iterator[Finding]:
    return (one for one in findings if one.severity == "error")


def compare(before: Sequence[Reading], after: Sequence[Reading]) -> Compared:
    """Return how the sheets of two sides differ. One is the same by its product id, else by its path.

    A sheet that is new is compared with the issue that it says it replaces, if that is there. One that cannot be read
    on one of the sides has no part in it.
    """
    unread = {one.path for one in (*before, *after) if one.seen is None}
    old, new = ([one for one in side if one.path not in unread] for side in (before, after))
    pairs = _paired(old, new)
    found = [_comparison(*pair) for pair in pairs]
    telling = [one for one in found if one.is_news or (one.before and one.after and one.before.path != one.after.path)]
    return Compared(tuple(sorted(telling, key=_place)), _findings(before, after))


def compare_two(before: Sequence[Reading], after: Sequence[Reading]) -> Compared:
    """Return how two sheets differ, whatever they are called; a side is empty where its sheet is marked too high."""
    both = [side[0] if side and side[0].seen else None for side in (before, after)]
    if not any(both) or any(one.seen is None for one in (*before, *after)):
        return Compared((), _findings(before, after))
    found = _comparison(both[0], both[1])
    return Compared((found,) if found.is_news else (), ())


def _findings(*sides: Sequence[Reading]) -> tuple[Finding, ...]:
    return tuple(sorted({finding for side in sides for one in side for finding in one.findings}))


def _place(comparison: Comparison) -> str:
    version = comparison.after or comparison.before
    assert version, "one of the two is there"
    return version.path


def _paired(old: Sequence[Reading], new: Sequence[Reading]) -> list[tuple[Reading | None, Reading | None]]:
    pairs: list[tuple[Reading | None, Reading | None]] = []
    gone, come = list(old), list(new)
    for key in (_id, lambda one: one.path):
        earlier, later = _unique(gone, key), _unique(come, key)
        same = earlier.keys() & later.keys()
        pairs += [(earlier[name], later[name]) for name in same]
        gone, come = ([one for one in side if key(one) not in same] for side in (gone, come))
    issues = {_id(one): one for one in (*old, *new)}
    return [*pairs, *((issues.get(_replaced(one)), one) for one in come), *((one, None) for one in gone)]


def _unique(readings: Sequence[Reading], key: Callable[[Reading], str]) -> dict[str, Reading]:
    """Return the readings by *key*, but for those that share one."""
    count = Counter(map(key, readings))
    return {key(one): one for one in readings if count[key(one)] == 1}


def _id(one: Reading) -> str:
    return str(one.seen.edition.product["id"]) if one.seen else ""


def _replaced(one: Reading) -> str:
    return str(one.seen.edition.product["supersedes"]) if one.seen else ""


def _comparison(old: Reading | None, new: Reading | None) -> Comparison:
    before, after = alike(*(one.seen if one else None for one in (old, new)))
    continued = bool(old and new and _id(old) == _replaced(new) and old.path != new.path)
    return compared(_side(old, before), _side(new, after), continued)


def _side(one: Reading | None, edition: Edition | None) -> Side | None:
    return Side(one.path, edition, one.seen.left.seen, one.outside) if one and one.seen and edition else None
