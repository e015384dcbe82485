"""A TOML file that a desk writes: its values, and where each of them stands, so that an error can point at it."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass, field
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from briefgen.errors import SettingsError
from briefgen.findings import Finding, Mark

NOUNS = {str: "text", list: "a list of texts", dict: "a table of texts", bool: "true or false", int: "a whole number"}
EXAMPLES = {str: '"…"', list: '["…"]', dict: '{name = "…"}', bool: "true", int: "90"}


@dataclass(frozen=True)
class Settings:
    """The *values* of the file at *path*, and its *text* to find them in."""

    path: Path
    text: str = ""
    values: dict[str, Any] = field(default_factory=dict)

    @classmethod
    def read(cls, path: Path, code: str) -> Settings:
        """Return the settings at *path*; raises SettingsError with *code* for what is no TOML in UTF-8."""
        try:
            text = path.read_text(encoding="utf-8")
            return cls(path, text, tomllib.loads(text))
        except (OSError, ValueError, RecursionError) as error:
            line = re.search(r"line (\d+)", str(error))
            mark = Mark(shown(path), int(line[1]) if line else 1, 1)
            raise SettingsError.of([Finding(mark, code, str(error), "mend it")]) from None

    def error(self, code: str, key: str, sentence: str, table: str = "") -> SettingsError:
        """Return the error to raise about *key*, the one in *table* if that is given; the *sentence* has a remedy."""
        return self._error(code, self._find(key, self._find(table, 0) if table else 0), sentence)

    def error_in(self, code: str, array: str, position: int, key: str, sentence: str) -> SettingsError:
        """Return the error to raise about *key* of the table at this *position* of an *array* of tables."""
        starts = [one.start() for one in re.finditer(rf"(?m)^[ \t]*\[\[\s*{re.escape(array)}\s*]]", self.text)]
        if not starts:  # it is written in line
            first = self._find(array.rpartition(".")[2], 0)
            starts = [one.start() for one in re.finditer(r"\{", self.text) if one.start() >= first]
        start, end = [*starts, len(self.text), len(self.text)][position : position + 2]
        place = self._find(key, start)
        return self._error(code, place if place < end else start, sentence)

    def _error(self, code: str, place: int, sentence: str) -> SettingsError:
        line = self.text[:place].count("\n") + 1
        column = place - self.text.rfind("\n", 0, place)
        said, _, remedy = sentence.partition(" — ")
        return SettingsError.of([Finding(Mark(shown(self.path), line, column), code, said, remedy)])

    def _find(self, key: str, start: int) -> int:
        pattern = re.compile(rf"(?m)(?:^\s*\[?\s*|[{{,.]\s*)[\"']?(?P<key>{re.escape(key)})\b")
        found = pattern.search(self.text, start)
        return found.start("key") if found else start


def near(word: str, known: Iterable[str]) -> str:
    """Return the hint for an unknown *word*: the nearest of the *known* ones, else all of them."""
    names = sorted(known)
    found = get_close_matches(word, names, 1)
    return f"did you mean {found[0]}?" if found else f"there are: {', '.join(names)}"


def shown(path: Path) -> str:
    """Return *path* as a message names it: from here, if it lies below."""
    here = Path.cwd()
    return str(path.relative_to(here)) if path.is_relative_to(here) else str(path)
