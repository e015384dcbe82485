"""What WeasyPrint only logs, as sentences that say what to do."""

from __future__ import annotations

import logging
import re
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager

from briefgen.pdf.fetcher import BASE_URL

_LOGGER = logging.getLogger("weasyprint")
_SHOWN = 10


class Complaints(logging.Handler):
    """Collects the warnings and errors of one print."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self._missing: dict[str, None] = {}
        self._other: dict[str, None] = {}

    @contextmanager
    def heard(self) -> Iterator[None]:
        """Listen to WeasyPrint."""
        _LOGGER.addHandler(self)
        try:
            yield
        finally:
            _LOGGER.removeHandler(self)

    def emit(self, record: logging.LogRecord) -> None:
        """Keep one complaint."""
        if str(record.msg).startswith(".notdef glyph") and isinstance(record.args, tuple):
            self._missing[str(record.args[0])] = None
        else:
            self._other[_shortened(record.getMessage())] = None

    def sentences(self) -> list[str]:
        """Return what was complained about, each thing once."""
        return [*self._missing_glyphs(), *(f"WeasyPrint says: {message}" for message in self._other)]

    def _missing_glyphs(self) -> Iterator[str]:
        if self._missing:
            shown = ", ".join(_named(character) for character in list(self._missing)[:_SHOWN])
            more = len(self._missing) - _SHOWN
            rest = f" and {more} more" if more > 0 else ""
            yield f"the fonts have no glyph for {shown}{rest} — write it another way"


def _named(character: str) -> str:
    name = unicodedata.name(character, "a character without a name")
    return f"{character if character.isprintable() else ''} U+{ord(character):04X} {name}".strip()


def _shortened(message: str) -> str:
    return re.sub(r"(data:\S{60})\S+", r"\1...", message.replace(BASE_URL, ""))[:400].strip()
