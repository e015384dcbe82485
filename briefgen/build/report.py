"""What became of a sheet and of its products, as values that can be kept and told again."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any, Literal

from briefgen.build.manifest import Entry
from briefgen.findings import Finding, Mark


@dataclass(frozen=True)
class Result:
    """What became of one product in one format; *reason* says why it was not built, *seconds* how long it took.

    *why* says why it was made, or why not again; *cached* whether it is what an earlier build made, *kept* whether its
    file was there and was left alone; *peak* is the most memory that making it took, in bytes.
    """

    sheet: str
    status: Literal["built", "refused", "failed", "unwritten"]
    id: str | None = None
    product: str | None = None
    format: str | None = None
    marking: str | None = None
    reason: str | None = None
    entry: Entry | None = None
    seconds: float = 0.0
    why: str = ""
    cached: bool = False
    kept: bool = False
    peak: int | None = None


@dataclass(frozen=True)
class Report:
    """What became of one sheet: its findings, and its products or the reason why there are none.

    *product* is the id of the sheet, if it could be read. A *withheld* one has nothing for the audience.
    """

    sheet: str
    findings: tuple[Finding, ...]
    results: tuple[Result, ...]
    product: str | None = None
    withheld: bool = False

    def text(self) -> str:
        """Return the report as JSON."""
        return json.dumps(asdict(self))

    @classmethod
    def of(cls, text: str) -> Report:
        """Return the report that :meth:`text` gave. Raises ValueError, KeyError or TypeError for another text."""
        values = json.loads(text)
        findings = tuple(Finding(Mark(**one.pop("mark")), **one) for one in values["findings"])
        results = tuple(map(_result, values["results"]))
        return cls(values["sheet"], findings, results, values["product"], values["withheld"])


def _result(values: Mapping[str, Any]) -> Result:
    entry = values["entry"]
    return Result(**{**values, "entry": entry and Entry.of(entry)})
