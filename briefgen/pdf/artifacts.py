"""Turns what hangs outside the structure tree into artifacts: ISO 32000-1 §14.8.2.2, ISO 14289-1 §7.1 and §7.8.

That is the content of the page margins, the repeated heads of long tables and all that HTML hides with
``aria-hidden``. Links in there are taken away, for PDF/UA-1 knows no link that is not in the tree.
"""

from __future__ import annotations

from typing import Any

from briefgen.pdf.library import pydyf
from briefgen.pdf.structure import Tree


def mark_artifacts(tree: Tree) -> None:
    """Mark them in the content of the pages, and take them out of the parent tree and the file."""
    inside = list(tree.walk(tree.document))
    reached = {item.number for item in inside}
    linked = {tree.at(item["Obj"]).number: tree.at(item["Obj"]) for item in inside if item["Type"] == "/OBJR"}
    for page in pages(tree):
        _mark_page(tree, page, reached)
        _keep_links(page, {annotation.reference for annotation in linked.values()})
    _keep_owners(tree, {annotation["StructParent"] for annotation in linked.values()})
    _empty(tree.pdf.objects, reached | set(linked) | {tree.document.number})


def pages(tree: Tree) -> list[Any]:
    """Return the pages of the file."""
    return [tree.at(reference) for reference in tree.pdf.page_references]


def owners(tree: Tree, page: Any) -> Any:
    """Return the references of the elements that own the page's marked content, in the order of its numbers."""
    return tree.owners[2 * page["StructParents"] + 1]


def marks(tree: Tree, page: Any) -> dict[int, int]:
    """Return where in the page's content each marked-content number stands."""
    content = tree.at(page["Contents"]).stream
    dictionaries = ((place, item) for place, item in enumerate(content) if isinstance(item, pydyf.Dictionary))
    return {item["MCID"]: place for place, item in dictionaries if "MCID" in item}


def _mark_page(tree: Tree, page: Any, reached: set[int]) -> None:
    content, places, listed = tree.at(page["Contents"]).stream, marks(tree, page), owners(tree, page)
    for mark, owner in enumerate(listed):
        listed[mark] = owner = tree.owner(owner)
        if tree.at(owner).number not in reached:
            kind = "/Layout" if tree.at(owner)["S"] == "/Figure" else "/Pagination"
            content[places[mark] - 1 : places[mark] + 1] = ["/Artifact", pydyf.Dictionary({"Type": kind})]
            listed[mark] = b"null"


def _keep_links(page: Any, linked: set[bytes]) -> None:
    if "Annots" in page:
        page["Annots"] = pydyf.Array(item for item in page["Annots"] if item in linked)


def _keep_owners(tree: Tree, linked: set[int]) -> None:
    pairs = list(zip(tree.owners[::2], tree.owners[1::2], strict=True))
    count = len(tree.pdf.page_references)
    links = [(number, tree.owner(owner)) for number, owner in pairs[count:] if number in linked]
    tree.owners[:] = [part for pair in (*pairs[:count], *links) for part in pair]


def _empty(objects: list[Any], reached: set[int]) -> None:
    for item in objects:
        kind = item.get("Type") if isinstance(item, pydyf.Dictionary) else None
        if kind in ("/StructElem", "/OBJR", "/Annot") and item.number not in reached:
            item.clear()
