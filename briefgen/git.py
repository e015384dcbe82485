"""What a git repository holds: revisions, the files of one, and their bytes.

Only git itself is run, and only to read: objects come as they are stored, so no filter, hook, text conversion or pager
of a configuration has a say, nothing is fetched, and no argument is taken for an option.
"""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from shlex import quote
from typing import IO

from briefgen.errors import SettingsError
from briefgen.findings import one_line

#: Nothing is asked, fetched, locked or replaced; names of files are names, no patterns.
QUIET = {
    "GIT_ALLOW_PROTOCOL": "none",
    "GIT_LITERAL_PATHSPECS": "1",
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_NO_REPLACE_OBJECTS": "1",
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_TERMINAL_PROMPT": "0",
    "LC_ALL": "C",
}
#: Where the program that runs this one, such as a hook, has its own repository.
ELSEWHERE = frozenset({"GIT_COMMON_DIR", "GIT_DIR", "GIT_INDEX_FILE", "GIT_NAMESPACE", "GIT_PREFIX", "GIT_WORK_TREE"})
SAFE = ("--no-pager", "-c", "core.fsmonitor=false", "-c", f"core.hooksPath={os.devnull}")
SECONDS = 120
CHUNK = 1 << 20  # bytes
MAX_FILES, MAX_BYTES = 100_000, 1 << 30
FILE, LINK = "100", "120000"
#: The hash of a commit, and a way back from the newest one that is here.
COMMIT = re.compile("[0-9a-f]{40,64}")
BACK = re.compile(r"(?:HEAD|@)(?:~([0-9]*)|\^)+")
HEAD = "HEAD"
#: How git names a commit that is not there: the one before the first of a branch, or after a branch is deleted.
ZEROS = re.compile("0{40,64}")
#: ``A..B`` and ``A...B``, HEAD where one is not named.
RANGE = re.compile(r"([^:]*?)(\.{2,3})([^:]*)")


@dataclass(frozen=True)
class File:
    """A file of a revision: its path from the folder asked for, the object with its bytes, and their number."""

    path: PurePosixPath
    object: str
    bytes: int
    is_link: bool


class Repository:
    """A repository; *top* is the top folder of its working tree, or the repository itself if it is a bare one."""

    def __init__(self, top: Path) -> None:
        self.top = top

    @classmethod
    def around(cls, folder: Path) -> Repository:
        """Return the repository that *folder* lies in; raises SettingsError where there is none, or no git."""
        done = _run(folder, "rev-parse", "--show-toplevel")
        if done.returncode:
            raise _refused(folder, done.stderr)
        return cls(Path(os.fsdecode(done.stdout.rstrip(b"\n"))))

    @classmethod
    def holding(cls, folder: Path) -> Repository:
        """Return the repository that *folder* lies in or is; raises SettingsError where there is none, or no git."""
        done = _run(folder, "rev-parse", "--is-bare-repository", "--absolute-git-dir")
        words = os.fsdecode(done.stdout).splitlines()
        return cls(Path(words[1])) if words[:1] == ["true"] else cls.around(folder)

    @property
    def is_bare(self) -> bool:
        """Whether it has no working tree."""
        return _run(self.top, "rev-parse", "--is-bare-repository").stdout.strip() == b"true"

    @property
    def folder(self) -> Path:
        """Where git keeps what all working trees of the repository share."""
        return self.top / os.fsdecode(self._said("rev-parse", "--git-common-dir").rstrip(b"\n"))

    @property
    def branch(self) -> str:
        """The branch that a clone begins with, as git names it: ``refs/heads/main``."""
        return os.fsdecode(self._said("symbolic-ref", HEAD).rstrip(b"\n"))

    def config(self, key: str) -> str | None:
        """Return the value of a key of git's configuration."""
        values = os.fsdecode(_run(self.top, "config", "--null", "--get-all", key).stdout).split("\0")[:-1]
        own = [one for one in values if one != os.devnull]  # which SAFE says of the hooks
        return own[-1] if own else None

    def staged(self) -> str:
        """Return the hash of the tree that a commit would have now; a hook is told by git where the index is."""
        index = {name: os.environ[name] for name in ("GIT_INDEX_FILE",) if name in os.environ}
        done = _run(self.top, "write-tree", **index)
        if done.returncode:
            raise _unreadable(done.stderr)
        return done.stdout.decode("ascii").strip()

    def subtree(self, tree: str, folder: PurePosixPath) -> str | None:
        """Return the hash of a *folder* of a tree or commit, or None if there is no such folder, or no such tree."""
        done = _run(self.top, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{tree}:{_below(folder)}")
        return None if done.returncode else done.stdout.decode("ascii").strip()

    def folders_with(self, tree: str, name: str) -> list[PurePosixPath]:
        """Return the folders of a tree or commit that have a file with this name."""
        listed = self._said("ls-tree", "-r", "-z", "--name-only", "--full-tree", tree).split(b"\0")
        paths = (PurePosixPath(os.fsdecode(one)) for one in listed)
        return [path.parent for path in paths if path.name == name]

    def commit(self, revision: str) -> str:
        """Return the hash of the commit that *revision* names; raises SettingsError where there is none."""
        return self._object(revision, "commit")

    def tree(self, revision: str) -> str:
        """Return the hash of the tree that *revision* is or has; raises SettingsError where there is none."""
        return self._object(revision, "tree")

    def _object(self, revision: str, kind: str) -> str:
        found = self._found(revision, kind)
        if found is None:
            raise self._unknown(revision)
        return found

    def _found(self, revision: str, kind: str) -> str | None:
        done = _run(self.top, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{{kind}}}")
        return None if done.returncode else done.stdout.decode("ascii").strip()

    def is_before_all(self, revision: str) -> bool:
        """Return whether *revision* names what is before the first commit: zeros, or more steps back than there are."""
        if ZEROS.fullmatch(revision):
            return True
        is_back = revision == HEAD or BACK.fullmatch(revision)
        return bool(is_back) and self._found(revision, "commit") is None and not self.is_shallow

    def beginning(self, asked: str) -> str:
        """Return the revision that a comparison with what lies here begins with: of a range, its start.

        Raises SettingsError for one that ends at another commit, or whose ends have nothing in common.
        """
        ends = RANGE.fullmatch(asked)
        if ends is None:
            return asked
        start, end = ends[1] or HEAD, ends[3] or HEAD
        if self.commit(end) != self.commit(HEAD):
            said = f"REV008 {asked} ends at {end}, and what lies here is another commit"
            raise SettingsError(f"{said} — check out {end}, or name only the start")
        return start if ends[2] == ".." else self.merge_base(start, end)

    def merge_base(self, one: str, other: str) -> str:
        """Return the hash of the newest commit that two revisions both come from; raises SettingsError for none."""
        done = _run(self.top, "merge-base", self.commit(one), self.commit(other))
        if done.returncode:
            raise self._unknown(f"{one}...{other}")
        return done.stdout.decode("ascii").split()[0]

    @property
    def is_shallow(self) -> bool:
        """Whether the history goes back only so far."""
        return _run(self.top, "rev-parse", "--is-shallow-repository").stdout.strip() == b"true"

    def _unknown(self, revision: str) -> SettingsError:
        if not self.is_shallow:
            return SettingsError(
                f"REV003 there is no revision {revision} — `git log --all --oneline` lists what there is"
            )
        depth = _run(self.top, "rev-list", "--count", "HEAD").stdout.decode("ascii", "replace").strip() or "0"
        deep = f"{depth} commit{'s' * (depth != '1')} deep"
        remedy = f"{_fetch(revision)}, or fetch all of it: git fetch --unshallow"
        return SettingsError(f"REV004 this clone is {deep} and has no revision {revision} — {remedy}")

    def files(self, commit: str, folder: PurePosixPath) -> tuple[File, ...]:
        """Return the files that *folder* has in a commit, links among them; none if there is no such folder.

        Raises SettingsError for more than MAX_FILES of them, and where they cannot be read.
        """
        tree = f"{commit}:{_below(folder)}"
        if _run(self.top, "cat-file", "-t", tree).stdout.strip() != b"tree":
            return ()
        found = tuple(_listed(self._said("ls-tree", "-r", "-z", "--long", tree)))
        if len(found) > MAX_FILES:
            raise SettingsError(f"REV006 {one_line(str(folder))} has more than {MAX_FILES:,} files — name one sheet")
        return found

    def write(self, files: Sequence[File], folder: Path) -> None:
        """Write *files* below *folder*, which is empty. Links come last, so that nothing is written through one.

        Raises SettingsError for more than MAX_BYTES, and where an object is not here.
        """
        if sum(file.bytes for file in files) > MAX_BYTES:
            raise SettingsError(f"REV006 the files come to more than {MAX_BYTES >> 20:,} MiB — name one sheet")
        with subprocess.Popen(
            ["git", *SAFE, "cat-file", "--batch"],
            cwd=self.top,
            env=_environment(),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        ) as process:
            assert process.stdin, "it is a pipe"
            assert process.stdout, "it is a pipe"
            try:
                for file in sorted(files, key=lambda one: one.is_link):
                    process.stdin.write(f"{file.object}\n".encode())
                    process.stdin.flush()
                    _write(file, process.stdout, folder / file.path)
            except OSError as error:
                raise _unreadable(str(error).encode()) from None

    def _said(self, *arguments: str) -> bytes:
        done = _run(self.top, *arguments)
        if done.returncode:
            raise _unreadable(done.stderr)
        return done.stdout


def _environment() -> dict[str, str]:
    return {name: value for name, value in os.environ.items() if name not in ELSEWHERE} | QUIET


def _below(folder: PurePosixPath) -> str:
    return "" if folder == PurePosixPath() else str(folder)


def _run(folder: Path, *arguments: str, **more: str) -> subprocess.CompletedProcess[bytes]:
    try:
        return subprocess.run(
            ["git", *SAFE, *arguments], cwd=folder, env=_environment() | more, capture_output=True, timeout=SECONDS
        )
    except (FileNotFoundError, NotADirectoryError):
        lacking = "REV001 there is no git on this machine — install git"
        raise SettingsError(lacking if folder.is_dir() else f"SET006 there is no folder {folder}") from None
    except subprocess.TimeoutExpired:
        raise SettingsError(f"REV005 git did not answer in {SECONDS} seconds — try again") from None


def _refused(folder: Path, said: bytes) -> SettingsError:
    words = one_line(os.fsdecode(said).strip())
    if "dubious ownership" in words:
        remedy = f"if you trust it: git config --global --add safe.directory {quote(str(folder))}"
        return SettingsError(f"REV005 git does not read a repository that another user owns — {remedy}")
    return SettingsError(
        f"REV002 {folder} lies in no working tree of a git repository — go into one, or name two sheets"
    )


def _unreadable(said: bytes) -> SettingsError:
    words = one_line(os.fsdecode(said).strip()).removeprefix("fatal: ") or "an object is missing"
    return SettingsError(f"REV005 git cannot read the revision: {words} — `git fsck` says more; fetch what is missing")


def _fetch(revision: str) -> str:
    if COMMIT.fullmatch(revision):
        return f"git fetch --depth=1 origin {revision}"
    if BACK.fullmatch(revision):
        steps = sum(int(found[1] or 1) for found in re.finditer(r"[~^]([0-9]*)", revision))
        return f"git fetch --deepen={steps}"
    if RANGE.fullmatch(revision):  # both ends are here, and what they come from is not
        return "git fetch --deepen=100"
    return f"git fetch --depth=1 origin {quote(revision.removeprefix('origin/'))} and compare with FETCH_HEAD"


def _listed(listed: bytes) -> Iterator[File]:
    """Yield the files of a tree, but no other repository in it, and no name that leads elsewhere."""
    for line in filter(None, listed.split(b"\0")):
        about, _, name = line.partition(b"\t")
        mode, _, object_id, size = about.decode("ascii").split()
        path = PurePosixPath(os.fsdecode(name))
        if mode.startswith((FILE, LINK)) and not path.is_absolute() and ".." not in path.parts:
            yield File(path, object_id, int(size) if size.isdigit() else 0, mode == LINK)


def _write(file: File, stream: IO[bytes], target: Path) -> None:
    head = stream.readline().split()
    if len(head) != 3 or head[1] != b"blob":
        raise _unreadable(b"")
    target.parent.mkdir(parents=True, exist_ok=True)
    if file.is_link:
        target.symlink_to(os.fsdecode(stream.read(int(head[2]))))
    else:
        with target.open("xb") as written:
            _copy(stream, written, int(head[2]))
    stream.read(1)  # the line break behind each object


def _copy(stream: IO[bytes], written: IO[bytes], left: int) -> None:
    while left and (chunk := stream.read(min(left, CHUNK))):
        written.write(chunk)
        left -= len(chunk)
