"""The markings on a printed page, as they stand on the paper."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pypdfium2 as pdfium
import pypdfium2.raw as raw


@dataclass(frozen=True)
class Label:
    """Words on a page: their text, size in points, colour and ground as ``#RRGGBB``, and where they stand in points.

    *top* and *bottom* are distances from the upper and the lower edge, *right* that from the right one.
    """

    text: str
    size: float
    colour: str
    ground: str | None
    top: float
    bottom: float
    right: float


def labels(page: pdfium.PdfPage, start: str) -> Iterator[Label]:
    """Yield the words of *page* that begin with *start*."""
    words = page.get_textpage()
    width, height = page.get_size()
    objects = list(page.get_objects(max_depth=5))
    boxes = [(one.get_bounds(), _colour(one)) for one in objects if one.type == raw.FPDF_PAGEOBJ_PATH]
    for one in objects:
        if one.type == raw.FPDF_PAGEOBJ_TEXT and (text := _text(one, words)).startswith(start):
            left, low, right, high = one.get_bounds()
            around = [
                colour for (x, y, x2, y2), colour in boxes if x <= left and y <= low and x2 >= right and y2 >= high
            ]
            yield Label(
                text, _size(one), _colour(one), around[-1] if around else None, height - high, low, width - right
            )


def _text(one: Any, words: Any) -> str:
    length = raw.FPDFTextObj_GetText(one, words, None, 0)
    held = ctypes.create_string_buffer(length)
    raw.FPDFTextObj_GetText(one, words, ctypes.cast(held, ctypes.POINTER(ctypes.c_ushort)), length)
    return held.raw.decode("utf-16-le").rstrip("\x00")


def _size(one: Any) -> float:
    size = ctypes.c_float()
    raw.FPDFTextObj_GetFontSize(one, ctypes.byref(size))
    return float(size.value * abs(one.get_matrix().d))


def _colour(one: Any) -> str:
    red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
    raw.FPDFPageObj_GetFillColor(one, *map(ctypes.byref, (red, green, blue, alpha)))
    return f"#{red.value:02X}{green.value:02X}{blue.value:02X}"
