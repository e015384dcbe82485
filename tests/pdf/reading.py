"""What a finished PDF says of itself: its structure, its content, its fonts; and pages to print."""

import io
from collections.abc import Iterator
from typing import Any

import page
import pypdf
from pypdf.generic import ArrayObject, DictionaryObject

#: A picture of one dot.
DOT = (
    "<img alt='A dot' src='data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk"
    "+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='>"
)


def document(body: str, style: str = "", lang: str = "en") -> str:
    """Return a page with *body* under a heading."""
    head = f'<meta charset="utf-8"><title>A brief</title><style>{style}</style>'
    return f'<!doctype html><html lang="{lang}"><head>{head}</head><body><h1>Head</h1>{body}</body></html>'


def drawing(inside: str, attributes: str = "") -> str:
    """Return an inline SVG."""
    return f"<svg xmlns='http://www.w3.org/2000/svg' width='40' height='20' {attributes}>{inside}</svg>"


def failures(pdf: bytes) -> list[str]:
    """Return what a validator has against the file as PDF/UA-1 and as PDF/A-3a."""
    reports = [page.validate_pdf_bytes(pdf, profile=profile) for profile in ("ua1", "3a")]
    return [f"{failure.rule_id}: {failure.message}" for report in reports for failure in report.failures]


def open_pdf(pdf: bytes) -> pypdf.PdfReader:
    return pypdf.PdfReader(io.BytesIO(pdf))


def root(pdf: bytes) -> Any:
    return open_pdf(pdf).trailer["/Root"]


def kids(element: Any) -> list[Any]:
    held = element.get("/K", ArrayObject()).get_object()
    return [item.get_object() for item in (held if isinstance(held, ArrayObject) else [held])]


def elements(pdf: bytes, role: str | None = None) -> list[Any]:
    """Return the structure elements in reading order, those of one role if one is given."""
    top = root(pdf)["/StructTreeRoot"]["/K"][0].get_object()
    return [item for item in _walk(top) if role in (None, item["/S"])]


def _walk(element: Any) -> Iterator[Any]:
    yield element
    for kid in kids(element):
        if isinstance(kid, DictionaryObject) and "/S" in kid:
            yield from _walk(kid)


def outline(pdf: bytes) -> str:
    """Return the structure tree in one line, without the document, its first heading and runs of text."""
    top = elements(pdf)[0]
    return " ".join(_outlined(kid) for kid in kids(top)[1:])


def _outlined(element: Any) -> str:
    inner = [_outlined(kid) for kid in kids(element) if isinstance(kid, DictionaryObject) and "/S" in kid]
    inside = " ".join(word for word in inner if word != "Span")
    return f"{element['/S'][1:]}({inside})" if inside else str(element["/S"][1:])


def text(pdf: bytes) -> str:
    """Return what can be read on the pages."""
    return " ".join(" ".join(sheet.extract_text() for sheet in open_pdf(pdf).pages).split())


def content(pdf: bytes) -> bytes:
    """Return the drawing instructions of all pages."""
    streams: list[Any] = [sheet.get_contents() for sheet in open_pdf(pdf).pages]
    return b"\n".join(stream.get_data() for stream in streams)


def links(pdf: bytes) -> list[Any]:
    """Return the annotations of all pages."""
    sheets: list[Any] = list(open_pdf(pdf).pages)
    return [annotation.get_object() for sheet in sheets for annotation in sheet.get("/Annots", [])]


def fonts(pdf: bytes) -> set[str]:
    """Return the names of all fonts in the file, without the tags of their subsets."""
    reader: Any = open_pdf(pdf)
    found = [reader.get_object(number) for number in range(1, int(reader.trailer["/Size"]))]
    named = [item["/BaseFont"] for item in found if isinstance(item, DictionaryObject) and "/BaseFont" in item]
    return {str(name).partition("+")[2].rstrip(",") for name in named}
