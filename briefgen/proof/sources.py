"""Findings on the source of templates and style sheets: each file by itself, whatever it is used for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

from briefgen import sheet
from briefgen.findings import Finding, Mark
from briefgen.folders import is_inside
from briefgen.proof import markup
from briefgen.proof.markup import Element
from briefgen.proof.rule import findings
from briefgen.proof.rules import SOURCE_RULES, STYLE_RULES

STYLED = re.compile(r"<style\b[^>]*>.*?</style>|\bstyle=\"[^\"]*\"", re.S)
SCREEN = "screen.css"  # a style sheet of this name is for browsers; the engine does not read it
#: What a style sheet says to people, or to screens only.
ASIDE = re.compile(r"/\*.*?\*/|@media\s+screen\b[^{]*\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}", re.S)


def of_folder(folder: Path) -> Iterator[Finding]:
    """Yield what is wrong with the templates and style sheets in *folder* and below."""
    for path in sorted(folder.rglob("*")):
        if path.suffix in (".j2", ".css") and path.is_file() and is_inside(path, folder):
            yield from _of_file(path)


def _of_file(path: Path) -> Iterator[Finding]:
    shown = sheet.shown(path)
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, ValueError) as error:
        yield Finding(Mark(shown, 1, 1), "TPL002", f"the file cannot be read: {error}", "save it as UTF-8")
        return
    if path.suffix == ".j2":
        root = _known(markup.template(text, shown))
        for rule in SOURCE_RULES:
            yield from findings(rule.CODE, rule.SEVERITY, rule.check(root))
    if path.name == SCREEN:
        return
    for style_rule in STYLE_RULES:
        faults = style_rule.check_style(_styles(text, path.suffix), shown)
        yield from findings(style_rule.CODE, style_rule.SEVERITY, faults)


def _known(root: Element) -> Element:
    """Return the elements less the drawings whose inside is filled in: only a finished page shows it."""
    for one in list(root.below()):
        if one.tag == "svg" and one.parent and markup.FILLED in one.words:
            one.parent.kids.remove(one)
    return root


def _styles(text: str, suffix: str) -> str:
    """Return what *text* says of style in print, with all else blanked, so that everything stays in its place."""
    if suffix == ".j2":
        ends = [0, *(at for found in STYLED.finditer(text) for at in found.span()), len(text)]
        pieces = [text[start:end] for start, end in pairwise(ends)]
        text = "".join(piece if number % 2 else _blank(piece) for number, piece in enumerate(pieces))
    return ASIDE.sub(lambda found: _blank(found[0]), text)


def _blank(text: str) -> str:
    return re.sub(r"[^\n]", " ", text)
