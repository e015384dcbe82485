"""The work of a process that looks through finished files; it never has a template or a sheet.

A finished file has been shaped by templates, so it is opened where nothing can be reached. What such a file might make
of the process, too, is answered in names of channels and numbers alone: see `Scanner`.
"""

from __future__ import annotations

import functools
import json
import pickle
from collections.abc import Callable, Sequence
from pathlib import Path

from briefgen.confinement import Isolation
from briefgen.scan.canaries import Canaries
from briefgen.scan.searching import scan


def practise(hint: bytes) -> None:
    """Look through a small page."""
    list(scan("first.html", b"<p>First</p>", Canaries.of(("Another first page",), ())))


def answer(question: bytes, ask: Callable[[bytes], bytes], readable: Sequence[Path], held: Isolation) -> bytes:
    """Return the leaks in JSON: the file's place, the channel, the text's place. The parent has asked."""
    written, files = pickle.loads(question)
    canaries = _canaries(written)
    found = [
        (place, leak.channel, leak.text)
        for place, (name, data) in enumerate(files.items())
        for leak in scan(name, data, canaries)
    ]
    return json.dumps(found).encode()


@functools.lru_cache(4)
def _canaries(written: bytes) -> Canaries:
    """Return the canaries, which the products of an edition share and which take a while to work out."""
    made = pickle.loads(written)
    assert isinstance(made, Canaries)
    return made
