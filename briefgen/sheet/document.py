"""The nodes of a YAML document: text, sequences and mappings that know where they stand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from collections.abc import Mapping as AnyMapping
from dataclasses import dataclass, field
from typing import TypeAlias

from briefgen.findings import Mark


@dataclass(frozen=True, eq=False)
class Source:
    """The text of one file; *widened* says by how many columns a line was widened to be readable at all."""

    path: str
    text: str = field(repr=False)
    widened: AnyMapping[int, int] = field(default_factory=dict, repr=False)

    def mark(self, line: int, column: int) -> Mark:
        """Return the place at *line* and *column* of the text, as the writer's editor counts it."""
        return Mark(self.path, line, max(1, column - self.widened.get(line, 0)))

    def mark_at(self, offset: int) -> Mark:
        """Return the place of the character at *offset*."""
        line = self.text.count("\n", 0, offset) + 1
        return self.mark(line, offset - self.text.rfind("\n", 0, offset))


class Text(str):
    """A scalar, always text, with the stretch of the file that it was read from."""

    __slots__ = ("column", "end", "line", "quoted", "source", "start")

    source: Source
    line: int
    column: int
    start: int
    end: int
    quoted: bool

    @property
    def mark(self) -> Mark:
        """Where the scalar begins."""
        return self.source.mark(self.line, self.column)

    def like(self, words: str) -> Text:
        """Return other *words* that come from the same place."""
        other = Text(words)
        for name in Text.__slots__:
            setattr(other, name, getattr(self, name))
        return other

    def place(self, offset: int) -> Mark:
        """Return where the character at *offset* of the text stands in the file.

        It is found by counting its like, because YAML folds and indents lines; *offset* must not point at white space.
        Where escapes hide one of them the place of the scalar is the honest answer.
        """
        character, written = self[offset], self.source.text[self.start : self.end]
        if written.count(character) != self.count(character):
            return self.mark
        found = -1
        for _ in range(self.count(character, 0, offset) + 1):
            found = written.find(character, found + 1)
        return self._mark_within(written[:found])

    def _mark_within(self, before: str) -> Mark:
        breaks = before.count("\n")
        column = len(before) - before.rfind("\n") if breaks else self.column + len(before)
        return self.source.mark(self.line + breaks, column)


class Sequence(list["Node"]):
    """A YAML sequence with its place."""

    __slots__ = ("mark",)

    def __init__(self, items: Iterable[Node] = (), *, mark: Mark) -> None:
        super().__init__(items)
        self.mark = mark


class Mapping(dict[str, "Node"]):
    """A YAML mapping with its place; its keys are scalars that know theirs."""

    __slots__ = ("mark",)

    def __init__(self, items: Iterable[tuple[str, Node]] = (), *, mark: Mark) -> None:
        super().__init__(items)
        self.mark = mark

    def key(self, name: str) -> Text | None:
        """Return the key with this *name* as it was written, or None."""
        return next((key for key in self if key == name and isinstance(key, Text)), None)


Node: TypeAlias = Text | Sequence | Mapping


def child(node: Node, step: str | int) -> Node | None:
    """Return what stands under *step* in *node*, or None; what may be a list and is not is its own only item."""
    if isinstance(step, int):
        items = node if isinstance(node, Sequence) else [node]
        return items[step] if step < len(items) else None
    return node.get(step) if isinstance(node, Mapping) else None


def trail(root: Node, path: Iterable[str | int]) -> Iterator[Node]:
    """Yield *root* and the nodes along *path*, as far as they are there."""
    node: Node | None = root
    steps = iter(path)
    while node is not None:
        yield node
        step = next(steps, None)
        node = None if step is None else child(node, step)


def mark_of(root: Node, path: Iterable[str | int]) -> Mark:
    """Return where *path* stands under *root*, or the place of its nearest parent that is there.

    A missing field has no place of its own, so its parent's is the honest answer.
    """
    *_, nearest = trail(root, path)
    return nearest.mark


def walk(node: Node) -> Iterator[Node]:
    """Yield *node* and every node below it, in the order of the file."""
    yield node
    if isinstance(node, Mapping):
        for below in node.values():
            yield from walk(below)
    elif isinstance(node, Sequence):
        for below in node:
            yield from walk(below)
