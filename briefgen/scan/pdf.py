"""PDF: what its objects say, whether a reader shows it or not, and then every byte of the file.

pypdf finds the objects and undoes the filters (ISO 32000-1 §7.4). A reader follows the last cross-reference table, but
what an earlier state of the file said is still there. So all that looks like a string or a stream is read once more,
wherever it stands.
"""

from __future__ import annotations

import io
import logging
import re
import zlib
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Any, TypeAlias

from pypdf import PdfReader
from pypdf.generic import (
    ArrayObject,
    ByteStringObject,
    DictionaryObject,
    EncodedStreamObject,
    NameObject,
    StreamObject,
    TextStringObject,
)

from briefgen.scan import naming, plain
from briefgen.scan.content import Font, font, shown
from briefgen.scan.reading import REST, Part, Reading, UnreadableError
from briefgen.scan.strings import entries, strings

Found: TypeAlias = Iterator[Reading | Part]
Fonts: TypeAlias = Mapping[str, Collection[Font]]

logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # what it says of a file could quote it

_STREAM = re.compile(rb"\bstream\r?\n(.*?)\r?\n?endstream", re.DOTALL)
_SHOWS_TEXT = re.compile(rb"(?<![A-Za-z])BT(?![A-Za-z])")
#: The most that a stream that no table knows may hold, in bytes; pypdf has a limit of its own for the others.
LARGEST = 64 << 20
#: Bytes of a string that is too short to say anything; the code of a glyph is one.
NOTHING = 3


def readings(data: bytes) -> Found:
    """Yield what a PDF file says and carries. Raises UnreadableError for one that is locked or broken."""
    try:
        reader = PdfReader(io.BytesIO(data))
        if reader.is_encrypted:
            raise UnreadableError
        yield from _Document(reader, data).readings()
    except UnreadableError:
        raise
    except Exception:  # of which pypdf has many for a broken file
        raise UnreadableError from None


class _Document:
    def __init__(self, reader: PdfReader, data: bytes) -> None:
        self._data, self._trailer = data, reader.trailer
        self._objects = dict(_objects(reader))
        self._fonts = _fonts(self._objects.values())
        self._pages = dict(_contents(reader))
        self._seen: set[bytes] = set()

    def readings(self) -> Found:
        said = dict.fromkeys(_said("", self._trailer))
        for one in self._objects.values():
            said |= dict.fromkeys(_said("", one))
        yield from said
        for number, one in self._objects.items():
            if isinstance(one, StreamObject):
                yield from self._stream(number, one)
        yield from self._rest()

    def _stream(self, number: int, stream: StreamObject) -> Found:
        data, page, carried = _decoded(stream), self._pages.get(number), _carried(stream)
        self._seen.add(data)
        if carried == naming.OTHER_STREAM and _SHOWS_TEXT.search(data):
            yield from self._content(f"{naming.PAGE} {page}" if page else naming.DRAWING, data)
        elif carried == naming.OBJECTS:
            yield from (Reading(REST, text) for text in _written(data))
        else:
            yield from (Reading(naming.OTHER_STRING, text) for text in _written(data))
            yield Part(carried, data)

    def _content(self, channel: str, data: bytes) -> Iterator[Reading]:
        """Yield what a content stream shows, with what it says in place of that."""
        yield Reading(channel, shown(data, self._fonts))
        for key, one in entries(data):
            yield from _texts(key, one)
        yield from (Reading(REST, text) for text in plain.texts(data))

    def _rest(self) -> Iterator[Reading]:
        """Yield what stands in the bytes of the file, whether anything refers to it or not."""
        for found in _STREAM.finditer(self._data):
            data = _inflated(found[1])
            if data not in self._seen:
                yield from (Reading(REST, one.text) for one in self._content(REST, data))
                yield from (Reading(REST, text) for text in _written(data))
        between = _STREAM.sub(b"\n", self._data)
        yield from (Reading(REST, text) for text in (*plain.texts(between), *_written(between)))


def _written(data: bytes) -> Iterator[str]:
    """Yield what the strings in *data* may say."""
    return (text for one in strings(data) if len(one) > NOTHING for text in plain.texts(one))


def _objects(reader: PdfReader) -> Iterator[tuple[int, Any]]:
    for table in (*reader.xref.values(), reader.xref_objStm):
        for number in list(table):
            yield number, reader.get_object(number)


def _contents(reader: PdfReader) -> Iterator[tuple[int, int]]:
    """Yield the number of every stream that is on a page, and the number of the page."""
    for number, page in enumerate(reader.pages, 1):
        held = page.get("/Contents")
        for one in held if isinstance(held, ArrayObject) else [page.raw_get("/Contents")] if held else []:
            yield one.idnum, number


def _fonts(objects: Iterable[Any]) -> Fonts:
    """Return the fonts by the names that resources give them; two may have one name."""
    fonts: dict[str, dict[bytes, Font]] = defaultdict(dict)
    for one in objects:
        for named in (_within(one, "/Font"), _within(_within(one, "/Resources"), "/Font")):
            for name in named or ():
                said = _within(_within(named, name), "/ToUnicode")
                if isinstance(said, StreamObject):
                    data = _decoded(said)
                    fonts[name[1:]][data] = fonts[name[1:]].get(data) or font(data)
    return {name: held.values() for name, held in fonts.items()}


def _within(one: Any, key: str) -> DictionaryObject | None:
    found = one.get(key) if isinstance(one, DictionaryObject) else None
    found = found.get_object() if found is not None else None
    return found if isinstance(found, DictionaryObject) else None


def _decoded(stream: StreamObject) -> bytes:
    """Return what a stream holds; of a picture its file, on which the last filter is left."""
    filters = stream.get("/Filter")
    named = filters if isinstance(filters, ArrayObject) else [filters]
    if not named or named[-1] not in naming.PICTURES:
        return stream.get_data()
    picture = EncodedStreamObject()
    picture.update(stream)
    picture[NameObject("/Filter")] = ArrayObject(named[:-1])
    picture._data = stream._data
    return picture.get_data()


def _carried(stream: StreamObject) -> str:
    """Return what a stream is called."""
    kinds = (stream.get("/Type"), stream.get("/Subtype"))
    return next((naming.STREAMS[one] for one in kinds if one in naming.STREAMS), naming.OTHER_STREAM)


def _said(key: str, held: Any) -> Iterator[Reading]:
    """Yield the strings and names of an object and of those inside of it, but not of those that it refers to."""
    match held:
        case DictionaryObject():
            for name, one in held.items():
                yield Reading(naming.OTHER_NAME, name)
                yield from _said(name, one)
        case ArrayObject():
            for one in list.__iter__(held):
                yield from _said(key, one)
        case NameObject():
            yield Reading(naming.NAMES.get(key, naming.OTHER_NAME), held)
        case TextStringObject():
            yield from (*_texts(key, held.original_bytes), Reading(naming.STRINGS.get(key, naming.OTHER_STRING), held))
        case ByteStringObject():
            yield from _texts(key, held)


def _texts(key: str, string: bytes) -> Iterator[Reading]:
    return (Reading(naming.STRINGS.get(key, naming.OTHER_STRING), text) for text in plain.texts(string))


def _inflated(data: bytes) -> bytes:
    """Return what a stream holds, if it is compressed, and else its bytes."""
    try:
        return zlib.decompressobj().decompress(data, LARGEST)
    except zlib.error:
        return data
