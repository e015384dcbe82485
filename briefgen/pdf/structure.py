"""Mends the structure tree that WeasyPrint writes, before the file is written.

WeasyPrint tags what it has laid out: a table over three pages becomes three tables, a running head a paragraph. A
reader with a screen reader wants the document: ISO 32000-1 §14.8.4 and ISO 14289-1 (PDF/UA-1) §7 say how. The boxes
that WeasyPrint tags are remembered, for only they know which HTML element a structure element came from.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from briefgen.pdf.library import AnonymousStyle, pydyf, tags

#: A structure element: a pydyf.Dictionary, which has no types.
Element = Any

_SCOPES = {"row": "/Row", "rowgroup": "/Row", "col": "/Column", "colgroup": "/Column"}

_REPEATED = (("table-header-group",), ("table-footer-group",))  # on each page, whatever their tag

_build_box_tree = tags._build_box_tree


def _remember_boxes(box: Any, *rest: Any) -> Iterator[Element]:
    """Do what WeasyPrint does, and keep with each structure element the box it was made from."""
    for element in _build_box_tree(box, *rest):
        if not hasattr(element, "box"):
            element.box = box
        yield element


tags._build_box_tree = _remember_boxes


class Tree:
    """The structure tree of a PDF file that is not written yet."""

    def __init__(self, pdf: Any) -> None:
        self.pdf = pdf
        root = self.at(pdf.catalog["StructTreeRoot"])
        self.document: Element = self.at(root["K"][0])
        #: Pairs of a number and what it stands for: ISO 32000-1 §7.9.7 and §14.7.4.4.
        self.owners: list[Any] = self.at(root["ParentTree"])["Nums"]
        self._joined: dict[bytes, bytes] = {}

    def at(self, reference: bytes) -> Any:
        """Return the object that *reference* (``b"12 0 R"``) stands for."""
        return self.pdf.objects[int(reference.split()[0])]

    def held(self, element: Element) -> list[Any]:
        """Return the objects right under an element: elements and references to annotations."""
        return [self.at(item) for item in element["K"] if isinstance(item, bytes)]

    def kids(self, element: Element) -> list[Element]:
        """Return the elements right under an element."""
        return [kid for kid in self.held(element) if kid["Type"] == "/StructElem"]

    def walk(self, element: Element) -> Iterator[Any]:
        """Yield all objects below an element, in reading order."""
        for item in self.held(element):
            yield item
            if item["Type"] == "/StructElem":
                yield from self.walk(item)

    def give(self, parent: Element, kids: list[Element]) -> None:
        """Make *kids* the last children of *parent*."""
        for kid in kids:
            kid["P"] = parent.reference
            parent["K"].append(kid.reference)

    def join(self, first: Element, second: Element) -> None:
        """Make all that *second* holds, marks on the page too, the last that *first* holds."""
        for kid in self.kids(second):
            kid["P"] = first.reference
        first["K"].extend(second["K"])
        self._joined[second.reference] = first.reference

    def owner(self, reference: bytes) -> bytes:
        """Return the reference of the element that now holds what *reference* held."""
        while reference in self._joined:
            reference = self._joined[reference]
        return reference

    def keep(self, element: Element, held: list[Any]) -> None:
        """Let go of all objects under an element but *held*; the marks on the page stay."""
        wanted = {item.number for item in held}
        element["K"] = pydyf.Array(
            item for item in element["K"] if not isinstance(item, bytes) or self.at(item).number in wanted
        )


def figures(tree: Tree) -> list[Element]:
    """Return all pictures that a reader is told of."""
    return [item for item in tree.walk(tree.document) if item.get("S") == "/Figure"]


def repair(tree: Tree) -> None:
    """Make the tree what PDF/UA-1 asks for; what hangs outside it afterwards is decoration."""
    _repair(tree, tree.document, ())


def _repair(tree: Tree, element: Element, ancestors: tuple[str, ...]) -> None:
    _simplify(tree, element)
    _join_fragments(tree, element)
    role = element["S"]
    if role == "/L" and _tag(element) == "dl":
        _pair_terms(tree, element)
    elif role == "/LI":
        _gather_body(tree, element)
    elif role in ("/TH", "/TD"):
        _name_scope(element, ancestors)
    if "/Link" in ancestors:
        _drop_inner_link(tree, element)
    _name_language(element)
    for kid in tree.kids(element):
        _repair(tree, kid, (*ancestors, role))


def _tag(element: Element) -> str | None:
    return element.box.element_tag if hasattr(element, "box") else None


def _simplify(tree: Tree, element: Element) -> None:
    """Let go of what HTML hides from readers, and of columns, whose content is that of the box around them."""
    held = element["K"]
    element["K"] = pydyf.Array()
    for item in held:
        kid = tree.at(item) if isinstance(item, bytes) else None
        box = getattr(kid, "box", None)
        if box is not None and box.is_column:
            _simplify(tree, kid)
            tree.join(element, kid)
        elif not (box is not None and box.element is not None and box.element.get("aria-hidden") == "true"):
            element["K"].append(item)


def _origin(element: Element) -> tuple[object, ...] | None:
    """Return what all fragments of one box have in common, or None for what has no other or cannot be told apart."""
    box = getattr(element, "box", None)
    if box is None or element["S"] in ("/Figure", "/Form"):
        return None
    if isinstance(box.style, AnonymousStyle) and not box.is_table_wrapper:
        return None
    return box.element, box.element_tag, element["S"]


def _join_fragments(tree: Tree, element: Element) -> None:
    """Join what was broken over lines, columns or pages; let go of what is repeated on each page."""
    firsts: dict[tuple[object, ...], Element] = {}
    kept = []
    for item in tree.held(element):
        origin = _origin(item)
        first = firsts.get(origin) if origin else None
        if first is None or (item["S"] == "/Link" and item["Pg"] != first["Pg"]):
            kept.append(item)
            if origin:
                firsts[origin] = item
        elif item.box.style["display"] not in _REPEATED and item.box.style["position"] != "fixed":
            tree.join(first, item)
    tree.keep(element, kept)


def _pair_terms(tree: Tree, element: Element) -> None:
    """Make one list item of a term and its descriptions; WeasyPrint makes one of each."""
    items: list[Element] = []
    for kid in _without_groups(tree, element):
        if _tag(kid) == "dd" and items:
            tree.give(items[-1], tree.kids(kid))
            continue
        if _tag(kid) == "dt":
            for term in tree.kids(kid):
                term["S"] = "/Lbl"
        items.append(kid)
    element["K"] = pydyf.Array()
    tree.give(element, items)


def _without_groups(tree: Tree, element: Element) -> Iterator[Element]:
    for kid in tree.kids(element):
        if kid["S"] == "/Div":
            yield from tree.kids(kid)
        else:
            yield kid


def _gather_body(tree: Tree, item: Element) -> None:
    """A list item holds labels and one body: put everything else into that body."""
    labels = [kid for kid in tree.kids(item) if kid["S"] == "/Lbl"]
    rest = [kid for kid in tree.kids(item) if kid["S"] != "/Lbl"]
    if not rest:
        return
    body = pydyf.Dictionary({"Type": "/StructElem", "S": "/LBody", "K": pydyf.Array(), "Pg": rest[0]["Pg"]})
    tree.pdf.add_object(body)
    for kid in rest:
        tree.give(body, tree.kids(kid) if kid["S"] == "/LBody" else [kid])
    item["K"] = pydyf.Array()
    tree.give(item, [*labels, body])


def _name_scope(cell: Element, ancestors: tuple[str, ...]) -> None:
    """Say what a head cell is the head of.

    WeasyPrint lists the heads of each cell instead, but forgets all columns but the first under a spanning head.
    """
    cell["A"].pop("Headers", None)
    cell.pop("ID", None)
    if cell["S"] == "/TH":
        default = "/Column" if "/THead" in ancestors else "/Row"
        cell["A"]["Scope"] = _SCOPES.get(cell.box.element.get("scope", ""), default)


def _name_language(element: Element) -> None:
    box = getattr(element, "box", None)
    if box is not None and box.element is not None and box.element.get("lang"):
        element["Lang"] = pydyf.String(box.element.get("lang"))


def _drop_inner_link(tree: Tree, element: Element) -> None:
    """Let go of the annotations that WeasyPrint repeats for every element inside a link."""
    tree.keep(element, tree.kids(element))
    if element["S"] == "/Link":
        element["S"] = "/Span"
