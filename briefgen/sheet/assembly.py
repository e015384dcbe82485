"""One sheet from many files: what `include` names is spliced into the sections of the file that includes it."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from pydantic import ValidationError

from briefgen.findings import Finding, Mark
from briefgen.folders import leads_out
from briefgen.sheet import messages, paths, reader, table, textfile
from briefgen.sheet.document import Mapping, Node, Sequence, Text
from briefgen.sheet.model.lookup import fields_of
from briefgen.sheet.model.scalar import OneOrMany, is_blank
from briefgen.sheet.model.sheet import Sheet, Table
from briefgen.traces import look

MAX_NESTED = 8
MAX_FILES = 200
T = TypeVar("T")


@dataclass(frozen=True)
class Document:
    """A sheet's nodes, includes spliced in; unless *is_whole*, something could not be read and records are missing.

    No file outside *folder* may be read for it.
    """

    root: Mapping | None
    findings: tuple[Finding, ...]
    is_whole: bool
    folder: Path


def assemble(path: Path, folder: Path) -> Document:
    """Return the sheet at *path* with all that it includes. No file outside *folder* is included."""
    assembly = _Assembly(folder.resolve())
    root = assembly.file(path, 0)
    return Document(root, tuple(assembly.findings), assembly.is_whole, assembly.folder)


def read_yaml(path: Path, folder: Path) -> tuple[Mapping | None, list[Finding]]:
    """Return the nodes of one YAML file, or None, and what is wrong with it. No link is followed out of *folder*."""
    look("place", path.absolute())
    if leads_out(path, folder):
        mark = Mark(textfile.shown(path), 1, 1)
        return None, [Finding(mark, "INC002", "this is a link that leads out of the desk", "put the file itself here")]
    source, findings = textfile.read_text(path)
    if source is None:
        return None, findings
    root, more = reader.read(source)
    return root, findings + more


def listed(node: Node) -> list[Node]:
    """Return the items of a section, which may be written as its only item."""
    if isinstance(node, Sequence):
        return node
    return [] if is_blank(node) else [node]


@dataclass
class _Assembly:
    folder: Path
    findings: list[Finding] = field(default_factory=list)
    is_whole: bool = True
    files: set[str] = field(default_factory=set)

    def file(self, path: Path, depth: int) -> Mapping | None:
        """Return the nodes of one YAML file, with its own includes spliced in."""
        self.files.add(os.path.realpath(path))
        root = self._noting(read_yaml(path, self.folder))
        self.is_whole &= root is not None
        if root is not None and (include := root.pop("include", None)) is not None:
            for item in listed(include):
                self._include(item, path.parent, root, depth + 1)
        return root

    def _include(self, item: Node, near: Path, root: Mapping, depth: int) -> None:
        if isinstance(item, Mapping):
            self._table(item, near, root)
        elif not isinstance(item, Text) or is_blank(item):
            self._refuse(item.mark, "INC001", "this names no file", "write the path of a YAML file, or a table")
        else:
            for path in self._noting(paths.find(item, near, self.folder)):
                self._spliced(path, item.mark, root, depth)

    def _spliced(self, path: Path, mark: Mark, root: Mapping, depth: int) -> None:
        if os.path.realpath(path) in self.files:
            self._refuse(mark, "INC003", f"{path.as_posix()} is in this sheet already", "include a file once")
        elif depth > MAX_NESTED or len(self.files) > MAX_FILES:
            limits = f"includes go deeper than {MAX_NESTED}, or name more than {MAX_FILES} files"
            self._refuse(mark, "INC003", limits, "include from one place")
        elif included := self.file(path, depth):
            for key, node in included.items():
                self._merge(key, node, root)

    def _merge(self, key: str, node: Node, root: Mapping) -> None:
        if key == "briefgen":
            self._refuse(_mark(key, node), "INC005", "a sheet cannot be included", "put what both need in a third file")
        elif key not in root:
            root[key] = node
        elif key in SINGLE:
            message = f"the section {key} stands in two files, first at {_mark(root.key(key), node)}"
            self._refuse(_mark(key, node), "INC005", message, "keep it in one of them")
        else:
            root[key] = Sequence([*listed(root[key]), *listed(node)], mark=root[key].mark)

    def _table(self, item: Mapping, near: Path, root: Mapping) -> None:
        try:
            Table.model_validate(item)
        except ValidationError as error:
            self.is_whole = False
            self.findings += messages.findings(error, Table, item)
            return
        name, columns = item["table"], item["columns"]
        assert isinstance(name, Text), "the model has seen to it"
        assert isinstance(columns, Mapping), "the model has seen to it"
        for path in self._noting(paths.find(name, near, self.folder)):
            source = self._noting(textfile.read_text(path))
            if source is not None:
                self._merge(name.like("events"), self._noting(table.rows(source, columns)), root)

    def _noting(self, result: tuple[T, list[Finding]]) -> T:
        value, findings = result
        self.findings += findings
        return value

    def _refuse(self, mark: Mark, code: str, message: str, remedy: str) -> None:
        self.is_whole = False
        self.findings.append(Finding(mark, code, message, remedy))


def _mark(key: str | None, node: Node) -> Mark:
    return key.mark if isinstance(key, Text) else node.mark


#: Sections that are not lists, so that two files cannot both have them.
SINGLE = {
    name for name, field in fields_of(Sheet).items() if not any(isinstance(one, OneOrMany) for one in field.metadata)
}
