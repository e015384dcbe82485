"""Compiles templates before they are needed: that takes most of composing, and can be done while a sheet is read."""

from __future__ import annotations

import contextlib
from collections.abc import Iterable
from typing import Any

from jinja2 import TemplateError

from briefgen.compose.environment import Folders, environment, unfolded
from briefgen.resources import templates_folder


class _Filters(dict[str, Any]):
    """Has a filter of any name: code does not depend on what a filter does."""

    def get(self, name: str, default: Any = None) -> Any:
        return self[name] if name in self else unfolded(str)


def prepare(products: Iterable[str]) -> None:
    """Compile the shipped templates of *products*, and what these share; one that is broken says so when it is used."""
    top = templates_folder()
    folders = [top / "_shared", *(top / product for product in products)]
    env = environment(Folders([top]))
    env.filters = _Filters(env.filters)
    for path in (path for folder in folders for path in sorted(folder.rglob("*.j2"))):
        with contextlib.suppress(TemplateError):
            env.get_template(path.relative_to(top).as_posix())
