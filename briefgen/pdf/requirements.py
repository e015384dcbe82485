"""What only the page can mend: without it the file would not be what it says it is, or of no use to a reader."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from briefgen.errors import PrintError
from briefgen.pdf.artifacts import marks, owners, pages
from briefgen.pdf.fetcher import abridged
from briefgen.pdf.library import boxes, pydyf
from briefgen.pdf.structure import Tree, figures

_SCHEMES = ("https://", "http://", "mailto:")


def require(tree: Tree, document: Any) -> None:
    """Raise PrintError with everything that is missing."""
    of_page = (_title(document), _running_heads(document))
    of_tree = (_headings(tree), _bookmarks(tree), _figures(tree), _text(tree), _links(tree), _attachments(tree))
    reasons = dict.fromkeys(reason for check in (*of_page, *of_tree) for reason in check)
    if reasons:
        raise PrintError(list(reasons))


def _title(document: Any) -> Iterator[str]:
    if not document.metadata.title:
        yield "the page has no title — fill its <title>"


def _headings(tree: Tree) -> Iterator[str]:
    """ISO 14289-1 §7.4.2: the first heading is of level 1, and none skips a level."""
    levels = [int(heading["S"][2:]) for heading in _all_headings(tree)]
    for upper, lower in pairwise([0, *levels]):
        if lower > upper + 1:
            yield f"a heading of level {lower} follows one of level {upper} — leave no level out"


def _bookmarks(tree: Tree) -> Iterator[str]:
    """Every heading is a bookmark, so it has a name."""
    found = (heading.box for heading in _all_headings(tree))
    if any(box.style["bookmark_level"] != "none" and not (box.bookmark_label or "").strip() for box in found):
        yield "a heading has no words, which makes it no bookmark — give it some, or make it no heading"


def _all_headings(tree: Tree) -> Iterator[Any]:
    roles = ((item, item.get("S", "")) for item in tree.walk(tree.document))
    return (item for item, role in roles if role[:2] == "/H" and role[2:].isdigit())


def _running_heads(document: Any) -> Iterator[str]:
    margins = (box for page in document.pages for box in page._page_box.children if isinstance(box, boxes.MarginBox))
    named = (box.bookmark_label for margin in margins for box in margin.descendants() if box.bookmark_label)
    for name in named:
        yield f"the running head {abridged(name)} is a heading, a bookmark on every page — make it a paragraph"


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
