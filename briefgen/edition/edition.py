"""What one audience may see of a sheet, as plain data; everything derived is computed from it alone."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, TypeAlias

Plain: TypeAlias = Any  # None, bool, int, float, str, tuples and dicts of these; mypy has no use for the recursion
Record: TypeAlias = Mapping[str, Plain]
Records: TypeAlias = tuple[Record, ...]


@dataclass(frozen=True)
class Edition:
    """One audience's view of a sheet. Dates are EDTF text, references are ids that are all in the edition."""

    marking: Record
    product: Record
    summary: Record
    requirements: Records
    sources: Records
    actors: Records
    places: Records
    claims: Records
    agreements: Records
    events: Records
    datasets: Records
    quotes: Records
    assumptions: Records
    judgements: Records
    hypotheses: Records
    ach: Records
    indicators: Records
    scenarios: Records
    gaps: Records
    impact: Records
    actions: Records
    figures: Records
    waivers: Records

    def records(self) -> Iterator[Record]:
        """Yield every record that has an id."""
        for value in vars(self).values():
            for record in value if isinstance(value, tuple) else ():
                if record.get("id"):
                    yield record
                yield from record.get("undertakings", ())
