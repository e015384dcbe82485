"""What comes back from a worker: an answer, or the reason why there is none, in plain bytes."""

from __future__ import annotations

import json

from briefgen.errors import LostError

_ANSWER, _LOSS = b"=", b"!"


def answer(data: bytes) -> bytes:
    """Return what is said when there is an answer."""
    return _ANSWER + data


def loss(error: LostError) -> bytes:
    """Return what is said when there is none."""
    return _LOSS + json.dumps([error.code, str(error)]).encode()


def heard(said: bytes) -> bytes:
    """Return the answer in what was *said*; raises LostError if it is none."""
    if said[:1] == _ANSWER:
        return said[1:]
    code, message = json.loads(said[1:])
    raise LostError(code, message)
