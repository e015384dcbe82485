"""One product in one format on its way from a page to a file."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Literal

from briefgen.build.fit import Fitted
from briefgen.build.manifest import Entry
from briefgen.build.write import write
from briefgen.compose.page import Page
from briefgen.errors import BriefgenError, OutputError, PrintError
from briefgen.findings import one_line
from briefgen.outputs import OUTPUTS, Made
from briefgen.pdf.process import Printer
from briefgen.theme import Theme, standard


@dataclass(frozen=True)
class Order:
    """What to build: products and formats (empty: what the sheet and the desk say), where to, and how strictly.

    *theme* is how the pages look, *today* the day that horizons and due dates are compared with, if one was given.
    """

    out: Path
    products: tuple[str, ...] = ()
    formats: tuple[str, ...] = ()
    strict: bool = False
    today: date | None = None
    theme: Theme = field(default_factory=standard)


@dataclass(frozen=True)
class Result:
    """What became of one product in one format; *reason* says why it was not built, *seconds* how long it took."""

    sheet: str
    status: Literal["built", "refused", "failed", "unwritten"]
    id: str | None = None
    product: str | None = None
    format: str | None = None
    marking: str | None = None
    reason: str | None = None
    entry: Entry | None = None
    seconds: float = 0.0


@dataclass(frozen=True)
class Job:
    """A product that is being made; `finish` waits for it and writes it."""

    finish: Callable[[Path], Result]

    @classmethod
    def over(cls, result: Result) -> Job:
        """Return a job that has nothing left to do."""
        return cls(lambda out: result)

    @classmethod
    def failed(cls, base: Result, error: BriefgenError) -> Job:
        """Return a job that ended with *error* before anything could be written."""
        return cls.over(replace(base, status="failed", reason=one_line(str(error))))

    @classmethod
    def begin(cls, base: Result, page: Page, kind: str, stem: str, printer: Printer, began: float) -> Job:
        """Begin to make *page* into a file of the format *kind*, named after *stem*."""
        output = OUTPUTS[kind]
        made = output.make(page, printer)
        base = replace(base, format=kind)
        return cls(lambda out: _finished(base, made.result, out / f"{stem}{output.SUFFIX}", began))

    @classmethod
    def fit(cls, base: Result, fitted: Callable[[], Fitted], kind: str, stem: str, began: float) -> Job:
        """Return the job of a page that is being made to fit; it is made into a file once *fitted* returns it."""
        output = OUTPUTS[kind]
        base = replace(base, format=kind)

        def make() -> Made:
            fits = fitted()
            return output.make(fits.page, fits).result()

        return cls(lambda out: _finished(base, make, out / f"{stem}{output.SUFFIX}", began))


def _finished(base: Result, make: Callable[[], Made], path: Path, began: float) -> Result:
    try:
        made = make()
        write(path, made.data)
    except OutputError as error:
        return replace(base, status="unwritten", reason=one_line(str(error)))
    except PrintError as error:
        lines = [one_line(f"{base.sheet}:1:1: error PDF001 {message}") for message in error.messages]
        return replace(base, status="failed", reason="\n".join(lines))
    except BriefgenError as error:
        return replace(base, status="failed", reason=one_line(str(error)))
    return replace(base, status="built", entry=_entry(base, made, path), seconds=time.perf_counter() - began)


def _entry(base: Result, made: Made, path: Path) -> Entry:
    return Entry(
        file=path.name,
        id=base.id or "",
        product=base.product or "",
        format=base.format or "",
        marking=base.marking or "",
        bytes=len(made.data),
        pages=made.pages,
        sha256=sha256(made.data).hexdigest(),
    )
