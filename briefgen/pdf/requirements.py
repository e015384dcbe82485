"""What only the page can mend: without it the file would not be what it says it is, or of no use to a reader."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from briefgen.errors import PrintError
from briefgen.pdf.artifacts import marks, owners, pages
from briefgen.pdf.fetcher import abridged
from briefgen.pdf.library import pydyf
from briefgen.pdf.structure import Tree, figures

_SCHEMES = ("https://", "http://", "mailto:")


def require(tree: Tree, document: Any) -> None:
    """Raise PrintError with everything that is missing."""
    checks = (_title(document), _headings(tree), _figures(tree), _text(tree), _links(tree), _attachments(tree))
    reasons = dict.fromkeys(reason for check in checks for reason in check)
    if reasons:
        raise PrintError(list(reasons))


def _title(document: Any) -> Iterator[str]:
    if not document.metadata.title:
        yield "the page has no title — fill its <title>"


def _headings(tree: Tree) -> Iterator[str]:
    """ISO 14289-1 §7.4.2: the first heading is of level 1, and none skips a level."""
    roles = (item.get("S", "") for item in tree.walk(tree.document))
    levels = [int(role[2:]) for role in roles if role[:2] == "/H" and role[2:].isdigit()]
    for upper, lower in pairwise([0, *levels]):
        if lower > upper + 1:
            yield f"a heading of level {lower} follows one of level {upper} — leave no level out"


def _figures(tree: Tree) -> Iterator[str]:
    if any("Alt" not in figure for figure in figures(tree)):
        yield "a picture has no text alternative — give its svg a <title>, or hide it with aria-hidden"


def _text(tree: Tree) -> Iterator[str]:
    for page in pages(tree):
        if len(marks(tree, page)) != len(owners(tree, page)):
            yield "text with opacity cannot be read aloud — use a colour with transparency, rgba(), instead"


def _links(tree: Tree) -> Iterator[str]:
    for item in tree.pdf.objects:
        if isinstance(item, pydyf.Dictionary) and item.get("Subtype") == "/Link" and "A" in item:
            url = item["A"]["URI"].string
            if not abridged(url).startswith(_SCHEMES):
                yield f"a link leads to {abridged(url)} — use a complete web or mail address"


def _attachments(tree: Tree) -> Iterator[str]:
    if any(isinstance(item, pydyf.Dictionary) and item.get("Type") == "/Filespec" for item in tree.pdf.objects):
        yield "a page may not attach files — take rel=attachment away"
