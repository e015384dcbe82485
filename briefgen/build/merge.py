"""One output folder made of those of several shards."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from hashlib import sha256
from pathlib import Path

from briefgen.build import manifest
from briefgen.build.manifest import Entry, Manifest
from briefgen.build.shard import Shard
from briefgen.build.write import write
from briefgen.errors import MergeError
from briefgen.findings import Finding, Mark

REMEDY = "build that shard again"


def merge(folders: Sequence[Path], out: Path) -> int:
    """Copy the files of *folders* into the folder *out*, write the manifest of all, return how many files there are.

    Every file is compared with the hash that its manifest has of it. Raises MergeError, before anything is written,
    for manifests that do not fit together, and when all sound files are there, for those that were not, and for sheets
    that a shard has not made every file of; OutputError.
    """
    if any(folder.resolve() == out.resolve() for folder in folders):
        raise MergeError([_finding(out, "it is one of the folders to merge", "name another folder with --out")])
    parts = {folder: _opened(folder) for folder in folders}
    _refuse([*_missing(parts), *_conflicts(parts), *_strangers(parts)])
    merged: dict[str, Entry] = {}
    unsound: list[Finding] = []
    for folder, part in parts.items():
        for entry in part.entries:
            if entry.file in merged:
                continue
            data = _content(folder, entry)
            if data is not None:
                write(out / entry.file, data)
                merged[entry.file] = entry
            else:
                unsound.append(_finding(folder / entry.file, "it is not what the manifest says", REMEDY))
    manifest.record(out, [*merged.values()], readers=next(iter(parts.values())).readers)
    _refuse([*unsound, *_incomplete(parts)])
    return len(merged)


def _opened(folder: Path) -> Manifest:
    if found := manifest.read(folder):
        return found
    raise MergeError([_finding(folder, f"there is no {manifest.NAME} in it", "name the output folders of all shards")])


def _refuse(problems: Sequence[Finding]) -> None:
    if problems:
        raise MergeError(problems)


def _finding(path: Path, message: str, remedy: str) -> Finding:
    return Finding(Mark(str(path), 0, 0), "OUT005", message, remedy)


def _missing(parts: Mapping[Path, Manifest]) -> Iterator[Finding]:
    """Yield what is to be said when the folders do not hold all shards of one build."""
    there = {shard: folder for folder, part in parts.items() for shard in part.shards}
    sizes = {shard.of: folder for shard, folder in there.items()}
    if len(sizes) > 1:
        said = " and ".join(f"one of {size}" for size in sorted(sizes))
        yield _finding(sizes[max(sizes)], f"it is not of the same build: there is {said} shards", "merge one build")
        return
    for size in sizes:
        absent = [Shard(size, number) for number in range(1, size + 1) if Shard(size, number) not in there]
        for shard in absent:
            yield _finding(next(iter(parts)), f"shard {shard} is in none of the folders", REMEDY)


def _incomplete(parts: Mapping[Path, Manifest]) -> Iterator[Finding]:
    """Yield what is to be said of each sheet that was refused, or that could not be printed."""
    for part in parts.values():
        for shard, sheets in part.incomplete.items():
            for sheet in sheets:
                message = f"shard {shard} has not every file of it, and all others are merged"
                yield _finding(Path(sheet), message, "see what its build says, and build that shard again")


def _conflicts(parts: Mapping[Path, Manifest]) -> Iterator[Finding]:
    """Yield what is to be said of each file that two folders have, and not the same."""
    seen: dict[str, tuple[Path, Entry]] = {}
    for folder, part in parts.items():
        for entry in part.entries:
            other, known = seen.setdefault(entry.file, (folder, entry))
            if known != entry:
                remedy = "give each sheet an id of its own, and each shard an empty folder"
                yield _finding(folder / entry.file, f"it is not the same as {other / entry.file}", remedy)


def _strangers(parts: Mapping[Path, Manifest]) -> Iterator[Finding]:
    """Yield what is to be said of the folders that are not for the readers of the first."""
    first, *_ = parts.values()
    for folder, part in parts.items():
        if part.readers != first.readers:
            yield _finding(folder, "its editions are for other readers than the first", "merge one audience at a time")


def _content(folder: Path, entry: Entry) -> bytes | None:
    """Return the content of a file if it is what its manifest says."""
    path = folder / entry.file
    try:
        data = None if path.is_symlink() else path.read_bytes()
    except OSError:
        return None
    return data if data is not None and sha256(data).hexdigest() == entry.sha256 else None
