"""Parts of prose whose marks cannot be read: who may see them must not be a guess."""

from __future__ import annotations

from collections.abc import Iterator

from briefgen import portions
from briefgen.findings import Finding
from briefgen.markings.mending import remedy
from briefgen.sheet.model.census import Census


def check(census: Census) -> Iterator[Finding]:
    """Yield what is wrong with the marks in prose: an unknown marking, or one with no bracket before it."""
    form = f"write [the words]{{{census.scheme.usual.label}}}, with the marking right behind the bracket"
    for prose, owner in census.prose:
        for span in portions.find(prose.node):
            if census.scheme.read(span.label) is None:
                mark = prose.node.place(span.inner[1] + 1)
                message = f'"{span.label}" is not a marking'
                yield Finding(mark, "SHT011", message, remedy(span.label, census.scheme), record=owner)
        for offset, words in portions.malformed(prose.node):
            yield Finding(prose.node.place(offset), "SHT011", f"{words} marks nothing", form, record=owner)
