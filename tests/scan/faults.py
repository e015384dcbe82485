"""Faults that a scanner could have: a family of channels that it does not read, or does not read as a reader would.

A fault plants itself with a ``monkeypatch``, and names a channel that the scanner is then blind to.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pytest
from pypdf.generic import ArrayObject

from briefgen.scan import canaries, encoded, folding, html, image, naming, opening, pdf, plain, searching, strings
from briefgen.scan.phrases import Phrases


@dataclass(frozen=True)
class Fault:
    """A fault by its *name*: what *owner* calls *part* is *value* instead, and nothing is found in a *channel*."""

    name: str
    owner: Any
    part: str
    value: Any
    channel: str

    def __str__(self) -> str:
        return self.name.replace(" ", "-")

    def plant(self, patch: pytest.MonkeyPatch) -> None:
        patch.setattr(self.owner, self.part, self.value)


def nothing(*given: Any) -> tuple[()]:
    return ()


def without(encoding: int) -> tuple[Any, ...]:
    """Return the encodings of a text in a text but one."""
    return tuple(one for place, one in enumerate(encoded._ENCODINGS) if place != encoding)


def _latin(data: bytes) -> list[str]:
    return [data.decode("latin-1")]


def _shallow(key: str, held: Any) -> Any:
    return _SAID(key, held) if not isinstance(held, ArrayObject) else ()


_SAID: Callable[[str, Any], Any] = pdf._said

FAULTS = [
    Fault("pages not told from drawings", pdf, "_contents", nothing, "PDF: text"),
    Fault("maps of fonts not read", pdf, "_fonts", lambda objects: {}, "PDF: glyphs"),
    Fault("filters not undone", pdf, "_decoded", lambda stream: stream._data, "PDF: two filters"),
    Fault("dictionaries in content skipped", pdf, "entries", nothing, "PDF: replacement in content"),
    Fault("arrays skipped", pdf, "_said", _shallow, "PDF: choice"),
    Fault("escapes in strings kept", strings, "_unescaped", lambda found: found[0], "PDF: text in two lines"),
    Fault("attachments not opened", naming, "STREAMS", {}, "PDF: attachment"),
    Fault("what nothing refers to skipped", pdf._Document, "_rest", nothing, "PDF: earlier state"),
    Fault("UTF-16 not read", plain, "texts", _latin, "Arabic UTF-16 text without a mark"),
    Fault("pictures not told from bytes", opening, "_BEGINNINGS", {}, "PDF: comment of a JPEG"),
    Fault("compressed texts of a picture skipped", image, "_inflated", nothing, "PDF: text of a PNG"),
    Fault("attributes not told apart", html, "ATTRIBUTES", {}, "HTML: alternative text"),
    Fault("comments skipped", html._Page, "handle_comment", nothing, "HTML: comment"),
    Fault("declarations skipped", html._Page, "handle_decl", nothing, "HTML: declaration"),
    Fault("scripts taken for text", html, "ASIDE", {}, "HTML: script"),
    Fault("words end with elements", html, "INLINE", frozenset(), "HTML: short name within words"),
    Fault("character references kept", encoded, "_ENCODINGS", without(0), "HTML: references of references"),
    Fault("per cent kept", encoded, "_ENCODINGS", without(1), "HTML: data address in per cent"),
    Fault("escapes of scripts kept", encoded, "_ENCODINGS", without(2), "HTML: script"),
    Fault("base64 not opened", encoded, "carried", nothing, "HTML: data address"),
    Fault("files in files not opened", opening, "DEEPEST", 0, "HTML: base64 in base64"),
    Fault("marks and forms of letters kept", folding, "even", str.casefold, "HTML: full width"),
    Fault("short texts not looked for", canaries.Canaries, "_phrases", Phrases({}), "short name"),
    Fault("marks of an encoding not known", plain, "_MARKS", {}, "UTF-16 text"),
    Fault("names of files not read", searching, "spoken", nothing, "file name"),
    Fault("what is no text skipped", image, "rest", nothing, "text after anything"),
]
