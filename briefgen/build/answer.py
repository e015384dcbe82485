"""What a worker answers: the files of a product, or why there are none, in plain bytes.

A line of JSON says what there is, and the files follow. No pickle: the worker may have met a hostile page.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from typing import Any

from briefgen.errors import LostError
from briefgen.outputs.made import Made


@dataclass(frozen=True)
class Failure:
    """Why there is no file: the *kind* of failure and its sentences.

    *record* is the id of the figure that a *figure* failure is about. An *unfit* page is so many millimetres *over*
    its budget of so many *pages*, and an *outsize* one is so only in the look of the desk; *heights* are of what is on
    it, in millimetres, and records of *yields* could go.
    """

    kind: str
    sentences: tuple[str, ...]
    record: str | None = None
    over: float = 0.0
    pages: int = 0
    heights: Mapping[str, float] = field(default_factory=dict)
    yields: tuple[str, ...] = ()


@dataclass(frozen=True)
class Outcome:
    """What became of a product in one format; of the product as a whole when *format* is None."""

    format: str | None
    result: Made | Failure


@dataclass(frozen=True)
class Answer:
    """What became of a product in each format, and the most memory that its process had taken by then, in bytes."""

    outcomes: Sequence[Outcome]
    peak: int | None = None


def packed(outcomes: Iterable[Outcome], peak: int) -> bytes:
    """Return the outcomes as bytes, and the *peak* of memory."""
    head: list[dict[str, Any]] = []
    files: list[bytes] = []
    for outcome in outcomes:
        match outcome.result:
            case Made(data, pages):
                head.append({"format": outcome.format, "bytes": len(data), "pages": pages})
                files.append(data)
            case failure:
                head.append({"format": outcome.format, "failure": asdict(failure)})
    return b"\n".join((json.dumps({"peak": peak, "outcomes": head}).encode(), b"".join(files)))


def unpacked(answer: bytes) -> Answer:
    """Return what is in the bytes of an answer. Raises LostError for one that no sound worker gives."""
    try:
        end = answer.index(b"\n")
        head = json.loads(answer[:end])
        files = memoryview(answer)[end + 1 :]
        return Answer(list(_outcomes(head["outcomes"], files)), int(head["peak"]))
    except (AttributeError, KeyError, RecursionError, TypeError, ValueError):
        raise LostError("RUN002", "its process gave no answer that can be read") from None


def retold(answer: bytes, names: Mapping[str, str]) -> bytes:
    """Return the same answer with other *names* for some paths in its sentences."""
    head, line, files = answer.partition(b"\n")
    for path, name in names.items():
        head = head.replace(json.dumps(path)[1:-1].encode(), json.dumps(name)[1:-1].encode())
    return head + line + files


def _outcomes(head: Sequence[Mapping[str, Any]], files: memoryview) -> Iterable[Outcome]:
    start = 0
    for one in head:
        if "failure" in one:
            yield Outcome(one["format"], _failure(one["failure"]))
            continue
        end = start + int(one["bytes"])
        if not start <= end <= len(files):
            raise ValueError(end)
        yield Outcome(one["format"], Made(bytes(files[start:end]), one["pages"] and int(one["pages"])))
        start = end


def _failure(values: Mapping[str, Any]) -> Failure:
    heights = {str(one): _length(height) for one, height in values["heights"].items()}
    sentences, yields = tuple(map(str, values["sentences"])), tuple(map(str, values["yields"]))
    over, pages = _length(values["over"]), int(values["pages"])
    return Failure(str(values["kind"]), sentences, values["record"], over, pages, heights, yields)


def _length(value: Any) -> float:
    if not (math.isfinite(value) and 0 <= value < 1e9):
        raise ValueError(value)
    return float(value)
