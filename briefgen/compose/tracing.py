"""Pages whose elements say which line of which template wrote them."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from briefgen.compose.composing import fill
from briefgen.compose.environment import Folders, environment
from briefgen.compose.products import find
from briefgen.compose.rest import Rest
from briefgen.edition import Edition
from briefgen.theme import House

_TAG_OR_JINJA = re.compile(r"\{%.*?%\}|\{\{.*?\}\}|\{#.*?#\}|<!--.*?-->|<style\b.*?</style>|<([a-z][a-z0-9]*)\b", re.S)


class _Traced(Folders):
    def get_source(self, environment: Any, template: str) -> tuple[str, str, Callable[[], bool]]:
        source, path, fresh = super().get_source(environment, template)
        return traced(source, template), path, fresh


def traced(source: str, name: str) -> str:
    """Return the *source* of a template with the attribute ``data-from="name:line:column"`` on each of its elements."""

    def mark(found: re.Match[str]) -> str:
        if not found[1]:
            return found[0]
        line, column = source.count("\n", 0, found.start()) + 1, found.start() - source.rfind("\n", 0, found.start())
        return f'{found[0]} data-from="{name}:{line}:{column}"'

    return _TAG_OR_JINJA.sub(mark, source)


def trace(edition: Edition, product: str, folders: Sequence[Path], house: House, seconds: float) -> str:
    """Return the HTML of one product with traces, in so many *seconds*; raises TemplateError as `compose` does."""
    kind = find(product, folders)
    files = _Traced(folders, (kind.name, *kind.uses))
    return fill(environment(files), edition, kind, files, house, Rest(product), seconds=seconds)
