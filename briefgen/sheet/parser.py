"""Document to Sheet: every problem of the shape, the references and the prose in one run."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import islice
from typing import Any

from pydantic import ValidationError

from briefgen.findings import Finding
from briefgen.markings.scheme import Scheme
from briefgen.sheet import checks, dataset, messages, references
from briefgen.sheet.assembly import Document
from briefgen.sheet.document import Mapping, Text
from briefgen.sheet.model import Sheet
from briefgen.sheet.model.census import Census
from briefgen.sheet.model.dataset import Dataset
from briefgen.sheet.model.fields import PRODUCT_ID
from briefgen.sheet.model.product import Product
from briefgen.sheet.registry import Entry, Registry
from briefgen.traces import look


@dataclass(frozen=True)
class Parsed:
    """A sheet, or None if there is an error, and all findings on it and its registry records, sorted by place.

    *id* is the product id as it is written, if it can be read.
    """

    sheet: Sheet | None
    findings: tuple[Finding, ...]
    id: Text | None = None


def parse(document: Document, registry: Registry, scale: str, scheme: Scheme) -> Parsed:
    """Return the sheet of *document* with all findings.

    It is completed by the *registry* records that it names, and by the *scale* of the desk if it names none itself.
    Its markings are those of the *scheme*.
    """
    if document.root is None:
        return Parsed(None, in_order(document.findings))
    census = Census(scheme)
    sheet, findings = _validated(document.root, census)
    findings += references.duplicates(census, registry.ids())
    used = registry.reached(mention.id for mention in references.mentions(census))
    _look(census, used)
    for entry in used:
        census.add(entry.census)
        findings += entry.findings
    sheet = _completed(sheet, used, census, _scaled(census, scale))
    present = {str(node) for node, _ in census.ids} | references.unreached(document.root) | registry.entries.keys()
    is_whole = document.is_whole and registry.is_whole
    unresolved = list(islice(references.unresolved(census, present, is_whole), checks.MAX_FINDINGS))
    if unresolved:
        look("registry", "")  # what is near to a name depends on all there are
    findings += unresolved
    findings += islice(references.malformed(census), checks.MAX_FINDINGS)
    findings += checks.check(census)
    data, invented = (one for one, _ in census.of(Dataset)), any(one.exercise for one, _ in census.of(Product))
    findings += dataset.read_all(data, document.folder, invented=invented)
    everything = in_order([*document.findings, *_unspoken(findings, document.findings)])
    is_refused = any(one.severity == "error" for one in everything)
    return Parsed(None if is_refused else sheet, everything, _id(document.root))


def _id(root: Mapping) -> Text | None:
    """Return the product id in the document *root*, whatever else is wrong with it."""
    product = root.get("product")
    written = product.get("id") if isinstance(product, Mapping) else None
    return written if isinstance(written, Text) and re.fullmatch(PRODUCT_ID, written) else None


def _look(census: Census, used: Iterable[Entry]) -> None:
    """Say which records of the registry matter: those that are named or reached, and whether an own id is taken."""
    reached = (node for entry in used for node, _ in entry.census.ids)
    named = (mention.id for mention in references.mentions(census))
    for one in (*(node for node, _ in census.ids), *named, *reached):
        look("record", one)


def _validated(root: Mapping, census: Census) -> tuple[Sheet | None, list[Finding]]:
    try:
        return Sheet.model_validate(root, context=census), []
    except ValidationError as error:
        return None, messages.findings(error, Sheet, root)


def _scaled(census: Census, scale: str) -> Product | None:
    """Return the product, with *scale* if it names none, and let it take its own place in *census*."""
    product = next((product for product, _ in census.of(Product)), None)
    if product is None or product.scale is not None:
        return product
    scaled = product.model_copy(update={"scale": scale})
    census.records = [(scaled if record is product else record, owner) for record, owner in census.records]
    return scaled


def _completed(sheet: Sheet | None, used: Iterable[Entry], census: Census, product: Product | None) -> Sheet | None:
    """Return *sheet* with its *product* and the records that it shares, and let it take its own place in *census*."""
    if sheet is None:
        return None
    added: dict[str, Any] = {"product": product}
    for entry in used:
        added[entry.section] = (*added.get(entry.section, getattr(sheet, entry.section)), entry.record)
    shared = [str(node) for entry in used for node, _ in entry.census.ids]
    completed = sheet.sharing(shared, census.scheme).model_copy(update=added)
    census.records = [(completed if record is sheet else record, owner) for record, owner in census.records]
    return completed


def _unspoken(findings: Iterable[Finding], spoken: Iterable[Finding]) -> list[Finding]:
    """Return the findings at places that the reader has not reported already: one fault is one finding."""
    marks = {finding.mark for finding in spoken}
    return [finding for finding in findings if finding.mark not in marks]


def in_order(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return every finding once, sorted by place."""
    return tuple(sorted(set(findings), key=lambda one: (one.mark, one.code, one.message)))
