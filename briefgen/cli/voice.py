"""What a build says: lines for people, or one JSON object a file."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Self

import typer

from briefgen.cli.options import counted
from briefgen.findings import one_line

if TYPE_CHECKING:
    from briefgen.build.manifest import Entry
    from briefgen.build.order import Order
    from briefgen.build.report import Report, Result
    from briefgen.findings import Finding

#: What is told in all of what was done, in this order: how it is told, of what.
TOTALS = {
    "built": ("built", "file"),
    "restored": ("restored", "file"),
    "kept": ("unchanged", "file"),
    "refused": ("refused", "sheet"),
    "failed": ("failed", "file"),
    "unwritten": ("unwritten", "file"),
}
NAMED = 3  # files


@dataclass(frozen=True)
class Manner:
    """In which form a build is told, and what of it."""

    as_json: bool = False
    explain: bool = False
    quiet: bool = False


@dataclass(frozen=True)
class Voice:
    """How the outcome of a build into the folder *out* is told: what of it, in which form; *say* prints a line.

    *audience* is the name of whom it is for, if that is not the desk.
    """

    out: Path
    audience: str | None
    say: Callable[[str], None]
    as_json: bool
    explain: bool
    quiet: bool

    @classmethod
    def of(cls, order: Order, say: Callable[[str], None], manner: Manner) -> Self:
        """Return what tells of the outcome of an order."""
        audience = order.audience.name if order.audience else None
        return cls(order.out, audience, say, manner.as_json, manner.explain, manner.quiet)

    def tell(self, report: Report) -> Iterator[str]:
        """Tell what became of a sheet; yield what was done, a key of TOTALS, for each of its results."""
        if found := [str(finding) for finding in report.findings if self._tells(finding, report)]:
            self.say("\n".join(found))
        said: set[str | None] = set()  # one reason may cost a product every format
        for result in report.results:
            if self.as_json:
                typer.echo(json.dumps({**_plain(result), "audience": self.audience}, ensure_ascii=False))
            elif line := self._line(report, result, said):
                self.say(line)
            said.add(result.reason)
            yield _did(result)

    def _tells(self, finding: Finding, report: Report) -> bool:
        return finding.severity == "error" or not (self.quiet or self.explain) or _is_refused(report)

    def tell_total(self, counts: Counter[str], withheld: int) -> None:
        """Tell how much was done in all, where that is no single line, and how many sheets the audience has none of."""
        if self.as_json or self.quiet:
            return
        if counts.total() > 1 or counts["kept"]:
            parts = [f"{counted(counts[did], noun)} {word}" for did, (word, noun) in TOTALS.items() if counts[did]]
            self.say(f"{self.out}: {', '.join(parts)}")
        if withheld:
            self.say(f"not for {self.audience}: {counted(withheld, 'sheet')}")

    def tell_stop(self, sheets: int) -> None:
        """Tell that the build has been stopped after so many sheets."""
        self.say(f"briefgen: stopped after {counted(sheets, 'sheet')}; the next build goes on there")

    def tell_removed(self, files: Sequence[str]) -> None:
        """Tell which files were deleted."""
        if files and not (self.as_json or self.quiet):
            more = [f"{len(files) - NAMED} more"] if len(files) > NAMED else []
            self.say(f"removed from {self.out}: {', '.join((*files[:NAMED], *more))} — no sheet makes them any more")

    def _line(self, report: Report, result: Result, said: set[str | None]) -> str | None:
        """Return what is told of a result on a terminal, or nothing; what was *said* of another is not said again."""
        sheet = one_line(result.sheet)
        if result.status == "refused":
            count = len((result.reason or "").splitlines())
            told = f"{counted(count, 'finding')} to mend" if report.findings else result.reason  # none may be told
            return f"refused {sheet}: {told}"
        if not result.entry:
            what = " ".join(filter(None, (result.product, result.format)))
            reason = "" if result.reason in said else f"{result.reason}\n"
            return f"{reason}{result.status} {sheet}: no {what}"
        if self.quiet or (result.kept and not self.explain):
            return None
        why = f" — {one_line(result.why)}" if self.explain else ""
        return f"{_did(result)} {self.out / result.entry.file} ({_measure(result.entry)}){why}"


def _is_refused(report: Report) -> bool:
    return any(result.status == "refused" for result in report.results)


def _did(result: Result) -> str:
    if result.status != "built":
        return result.status
    return "kept" if result.kept else "restored" if result.cached else "built"


def _measure(entry: Entry) -> str:
    size = f"{entry.bytes / 1000:,.0f} kB" if entry.bytes >= 1000 else counted(entry.bytes, "byte")
    return f"{counted(entry.pages, 'page')}, {size}" if entry.pages else size


def _plain(result: Result) -> Mapping[str, object]:
    entry = result.entry
    return {
        "sheet": result.sheet,
        "id": result.id,
        "product": result.product,
        "format": result.format,
        "status": result.status,
        "reason": result.reason,
        "file": entry and entry.file,
        "pages": entry and entry.pages,
        "bytes": entry and entry.bytes,
        "sha256": entry and entry.sha256,
        "seconds": round(result.seconds, 3),
        "peak_memory": result.peak,
        "cached": result.cached,
        "kept": result.kept,
        "why": result.why,
    }
