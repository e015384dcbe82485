"""The marking of the document stands under one key: `marking` in any scheme, or `tlp` in that of FIRST."""

from __future__ import annotations

from collections.abc import Iterator

from briefgen.findings import Finding
from briefgen.markings import tlp
from briefgen.sheet.model.census import Census
from briefgen.sheet.model.product import Handling


def check(census: Census) -> Iterator[Finding]:
    """Yield an error for a handling with no marking, or with two, or with one of another scheme under `tlp`."""
    for handling, _ in census.of(Handling):
        if handling.general and handling.tlp:
            message = "handling has a marking under two names, marking and tlp"
            yield Finding(handling.mark("tlp"), "SHT021", message, "drop one of them")
        elif handling.tlp and census.scheme.name != tlp.SCHEME.name:
            message = f"tlp is for labels of {tlp.TITLE}, and this desk uses {census.scheme.title}"
            yield Finding(handling.mark("tlp"), "SHT021", message, f"write marking: {handling.tlp.label}")
        elif not handling.general and not handling.tlp:
            levels = ", ".join(level.label for level in census.scheme.levels)
            yield Finding(handling.mark(), "SHT002", "handling: marking is missing", f"add marking (one of {levels})")
