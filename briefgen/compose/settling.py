"""Writes the theme's design tokens out where they are used: looking them up takes a tenth of the time of printing."""

from __future__ import annotations

import re
from collections.abc import Mapping

# each begins with what is rare, which is searched for fast
_STYLE = re.compile(r"<style>.*?</style>", re.DOTALL)
_DECLARED = re.compile(r"--(?<![\w-]--)([\w-]+)\s*:")
_USED = re.compile(r"var\(--([\w-]+)\)")
_ROOT = re.compile(r":root \{\n(.*?)\n\}", re.DOTALL)


def settled(html: str) -> str:
    """Return the page with the custom properties written out that its first style sheet sets once and for all.

    What is set anywhere else as well (for a part of the page, or for a screen) stays as it is.
    """
    first = _STYLE.search(html)
    root = first and _ROOT.search(first[0])
    if not root:
        return html
    declared = _DECLARED.findall(html)
    values = {name: value for name, value in _values(root[1]) if declared.count(name) == 1}
    return _STYLE.sub(lambda style: _written_out(style[0], values), html)


def _values(declarations: str) -> list[tuple[str, str]]:
    lines = (line.strip().removesuffix(";").partition(": ") for line in declarations.splitlines())
    return [(name.removeprefix("--"), value) for name, colon, value in lines if colon]


def _written_out(style: str, values: Mapping[str, str]) -> str:
    for _ in range(len(values) + 1):  # one may be set to another
        found = _USED.sub(lambda use: values.get(use[1], use[0]), style)
        if found == style:
            break
        style = found
    return style
