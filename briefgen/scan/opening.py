"""Which family a file belongs to, by what it begins with and never by its name; and what it carries, opened too."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from briefgen.scan import encoded, html, image, pdf, plain
from briefgen.scan.reading import BASE64, REST, TEXT, Part, Reading, UnreadableError

#: Files in files in files.
DEEPEST = 6

_BEGINNINGS: dict[bytes, Callable[[bytes], Iterable[Reading | Part]]] = {image.PNG: image.png, image.JPEG: image.jpeg}


def readings(data: bytes, depth: int = 0) -> Iterator[Reading]:
    """Yield all that a file says, and the files in it. Raises UnreadableError for what cannot be looked through."""
    if depth > DEEPEST:
        raise UnreadableError
    for found in _family(data)(data):
        if isinstance(found, Part):
            inner = readings(found.data, depth + 1)
            yield from (Reading(f"{found.channel}: {one.channel}", one.text) for one in inner)
        else:
            yield from spoken(found, depth)


def spoken(found: Reading, depth: int = 0) -> Iterator[Reading]:
    """Yield a text, and whatever else it is when it is decoded."""
    yield Reading(found.channel, encoded.bare(found.text))
    if found.channel == REST:
        return
    if depth > DEEPEST:
        raise UnreadableError
    for text in encoded.decoded(found.text):
        yield from spoken(Reading(found.channel, text), depth + 1)
    for data in encoded.carried(found.text):
        yield from (Reading(f"{found.channel}: {BASE64}: {one.channel}", one.text) for one in readings(data, depth + 1))


def _family(data: bytes) -> Callable[[bytes], Iterable[Reading | Part]]:
    for beginning, family in _BEGINNINGS.items():
        if data.startswith(beginning):
            return family
    if b"%PDF-" in data[:1024]:
        return pdf.readings
    return html.readings if plain.text(data[:1024]).lstrip().startswith("<") else _text


def _text(data: bytes) -> Iterator[Reading]:
    """Yield a text; of bytes that are none, what they may say all the same."""
    if plain.is_text(data):
        yield Reading(TEXT, plain.text(data))
    yield from image.rest(data)
