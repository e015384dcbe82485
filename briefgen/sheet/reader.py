"""YAML to nodes that know their place, from libyaml's event stream: no type guessing and no surprises.

Only a strict subset of YAML 1.2 is read. What is outside it is reported and, where the meaning is clear, read on, so
that one run shows as many problems as can be known. The event stream is used because composing trees in C crashes
on deep nesting, and because the stock loaders let the last of two equal keys win without a word.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Any, NoReturn

import yaml

from briefgen.findings import Finding, Mark
from briefgen.sheet import textfile
from briefgen.sheet.document import Mapping, Node, Sequence, Source, Text
from briefgen.sheet.syntax import broken

LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
MAX_DEPTH = 32
MAX_NODES = 200_000
MAX_TEXT = 50_000
MAX_FINDINGS = 500
TAB_STOPS = (2, 4, 8)
TAB_INDENTED = re.compile(r"^ *\t[ \t]*(?=\S)", re.M)
DROPPED = object()


def read(source: Source) -> tuple[Mapping | None, list[Finding]]:
    """Return the top-level mapping of a YAML *source*, or None, and what is wrong with the YAML."""
    reading = _Reading(source).run()
    if reading.broken and _is_tab(source, reading.broken.mark):
        return _read_widened(source, reading)
    return reading.result()


def _is_tab(source: Source, mark: Mark) -> bool:
    line = source.text.split("\n", mark.line)[mark.line - 1]
    return TAB_INDENTED.match(line) is not None


def _read_widened(source: Source, reading: _Reading) -> tuple[Mapping | None, list[Finding]]:
    """Read on as if tabs were spaces: up to the tab stop of the editor that they looked right in, if there is one."""
    tabs = list(islice(_tabs(source), textfile.MAX_REPORTED))
    for stop in TAB_STOPS:
        widened = _Reading(_widen(source, stop)).run()
        if not widened.broken:
            root, findings = widened.result()
            return root, [*tabs, *findings]
    return None, [*tabs, *reading.findings]


def _tabs(source: Source) -> Iterator[Finding]:
    for found in TAB_INDENTED.finditer(source.text):
        tab = found.end() - len(found[0].lstrip(" "))
        yield Finding(source.mark_at(tab), "YML005", "a tab indents this line", "indent it with spaces")


def _widen(source: Source, stop: int) -> Source:
    lines, widened = source.text.split("\n"), {}
    for number, line in enumerate(lines):
        if TAB_INDENTED.match(line):
            indent = line[: len(line) - len(line.lstrip())]
            lines[number] = indent.expandtabs(stop) + line[len(indent) :]
            widened[number + 1] = len(lines[number]) - len(line)
    return Source(source.path, "\n".join(lines), widened)


class _StopError(Exception):
    """Reading on would be of no use."""


@dataclass(slots=True)
class _Open:
    """A collection that is being filled, and the pending key of a mapping."""

    node: Mapping | Sequence
    key: object = None


class _Reading:
    """One pass over the events of one source."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.findings: list[Finding] = []
        self.broken: Finding | None = None
        self.root: Node | None = None
        self.open: list[_Open] = []
        self.nodes = self.documents = 0
        self.is_cut = False
        self.tainted = textfile.FORBIDDEN.search(source.text) is not None

    def run(self) -> _Reading:
        """Read as far as it goes."""
        loader = LOADER(self.source.text)
        try:
            while loader.check_event():
                self._take(loader.get_event())
        except _StopError:
            pass
        except yaml.YAMLError as error:
            self.broken = broken(error, self.source)
        finally:
            loader.dispose()
        return self

    def result(self) -> tuple[Mapping | None, list[Finding]]:
        """Return the top-level mapping, or None, and the findings."""
        if self.broken:
            return None, [*self.findings, self.broken]
        if isinstance(self.root, Mapping):
            return None if self.is_cut else self.root, self.findings
        return None, [*self.findings, self._no_mapping()]

    def _no_mapping(self) -> Finding:
        if self.root is None or self.root == "":
            return Finding(self.source.mark(1, 1), "YML012", "the file is empty", "begin with `briefgen: 1`")
        return Finding(self.root.mark, "YML012", "the top level has no keys", "write sections as `key:` lines")

    def _take(self, event: Any) -> None:
        match event:
            case yaml.ScalarEvent():
                self._check_properties(event)
                self._put(self._text(event), event)
            case yaml.CollectionStartEvent():
                self._check_properties(event)
                self._begin(event)
            case yaml.CollectionEndEvent():
                self.open.pop()
            case yaml.AliasEvent():
                self._report(event, "YML008", f"*{event.anchor} repeats another value", "write the value out here")
                self._put(self._text(event), event)
            case yaml.DocumentStartEvent():
                self._begin_document(event)

    def _report(self, event: Any, code: str, message: str, remedy: str) -> None:
        self.findings.append(Finding(self._mark(event), code, message, remedy))
        if len(self.findings) == MAX_FINDINGS:
            self._cut(event, f"more than {MAX_FINDINGS} faults of this sort", "mend these first")

    def _cut(self, event: Any, message: str, remedy: str) -> NoReturn:
        """Report that a limit is reached, and end: what was read is not the whole."""
        self.findings.append(Finding(self._mark(event), "YML003", message, remedy))
        self.is_cut = True
        raise _StopError

    def _mark(self, event: Any) -> Mark:
        return self.source.mark(event.start_mark.line + 1, event.start_mark.column + 1)

    def _check_properties(self, event: Any) -> None:
        if event.anchor is not None:
            self._report(event, "YML008", f"&{event.anchor} names a value for repetition", "delete the name")
        if event.tag is not None:
            self._report(event, "YML009", f"the tag {event.tag} is not allowed", "delete it; the field has its type")

    def _begin_document(self, event: Any) -> None:
        self.documents += 1
        if self.documents > 1:
            self._report(event, "YML010", "a second document begins here", "delete the line ---, or use two files")
            raise _StopError

    def _begin(self, event: Any) -> None:
        if len(self.open) == MAX_DEPTH:
            self._cut(event, f"nested deeper than {MAX_DEPTH} levels", "flatten it")
        mark = self._mark(event)
        node = Mapping(mark=mark) if isinstance(event, yaml.MappingStartEvent) else Sequence(mark=mark)
        self._put(node, event)
        self.open.append(_Open(node))

    def _put(self, node: Node, event: Any) -> None:
        self.nodes += 1
        if self.nodes > MAX_NODES:
            self._cut(event, f"more than {MAX_NODES} values", "split the file; see include in the guide")
        if not self.open:
            self.root = node
            return
        parent = self.open[-1]
        if isinstance(parent.node, Sequence):
            parent.node.append(node)
        elif parent.key is None:
            parent.key = self._key(parent.node, node, event)
        else:
            if isinstance(parent.key, Text):
                parent.node[parent.key] = node
            parent.key = None

    def _key(self, mapping: Mapping, node: Node, event: Any) -> object:
        if not isinstance(node, Text):
            self._report(event, "YML011", "a key must be a word", "write `key: value`")
        elif node == "<<" and not node.quoted:
            self._report(event, "YML008", "the merge key << is not allowed", "write the keys out here")
        elif node in mapping:
            first = next(key.mark.line for key in mapping if isinstance(key, Text) and key == node)
            message = f'the key "{node}" stands twice, first in line {first}'
            self._report(event, "YML007", message, "delete one of the two")
        else:
            return node
        return DROPPED

    def _text(self, event: Any) -> Text:
        style, value = getattr(event, "style", None), getattr(event, "value", "")
        if len(value) > MAX_TEXT:
            self._report(event, "YML003", f"a text of more than {MAX_TEXT} characters", "divide it into paragraphs")
            value = value[:MAX_TEXT]
        if style == '"' or self.tainted:
            value = self._clean(value, event)
        text = Text(value)
        text.source, text.quoted = self.source, style in ('"', "'")
        text.line, text.column = event.start_mark.line + 1, event.start_mark.column + 1
        text.start, text.end = event.start_mark.index, event.end_mark.index
        return text

    def _clean(self, value: str, event: Any) -> str:
        """Return *value* without forbidden characters, and report those that came in as escapes."""
        found = textfile.FORBIDDEN.search(value)
        if found is None:
            return value
        if not textfile.FORBIDDEN.search(self.source.text, event.start_mark.index, event.end_mark.index):
            self.findings.append(textfile.forbidden(self._mark(event), found[0]))
        return textfile.FORBIDDEN.sub("", value)
