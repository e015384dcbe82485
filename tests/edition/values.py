"""What may stand in the single fields of a sheet: innocent below the level, telling above it.

A type of value that has no line here makes the strategies fail, so that whoever adds one says what it looks like.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, get_args

from briefgen.sheet.model import fields, specification
from tests.edition.sides import Where

#: Stands in every word, name and id that is above the level, and in nothing else.
NEEDLE = "quokka"
#: Files beside every sheet that is made.
LOG, HIDDEN_LOG, ROWS, MORE = "log.csv", f"{NEEDLE}.csv", f"{NEEDLE}-rows.csv", f"{NEEDLE}.yaml"

#: Kind and id of records that sheets share; whoever may read a sheet that names one may read it.
SHARED = (("actor", "a-shared"), ("place", "p-shared"), ("source", "s-shared"))


@dataclass(frozen=True)
class Drawn:
    """What stands in a field *below* the level, and *above* it."""

    below: tuple[Any, ...]
    above: tuple[Any, ...]

    def at(self, where: Where) -> tuple[Any, ...]:
        """Return what can stand in both sheets, or in the one of a side."""
        return self.below if where is None else self.above


def words(*below: Any, above: tuple[Any, ...] = ()) -> Drawn:
    """Return what is one of these values, and above the level one of those, or the same."""
    return Drawn(below, above or below)


def _scalar(annotation: Any) -> Any:
    return get_args(annotation)[1]


#: Of prose.
WORDS = ("It was so.", "Two *men* & a dog,", "in the north —", "1. One", "جبل")
HIDDEN_WORDS = (f"The {NEEDLE} did it.", f"*{NEEDLE}* & others")
LINE = words(
    "Northern valley",
    "no",
    "12:30",
    'A "quoted" word',
    "شمال",
    "Two & <three>",
    above=(f"A {NEEDLE}", f"{NEEDLE} 7,000 & more", f"Über-{NEEDLE}"),
)
DATE = words(
    "2024-02-05",
    "2024-02",
    "2024-02-05~",
    "2024-01-15/2024-02-20",
    "2024-02-07T14:30+05:00",
    above=("2019-11-30", "2023", "2024-03-01", "2027-06-01T02:00Z"),
)
#: After every other date.
LATE = words("2028-03-01", "2028-05", above=("2029-01-01", "2031-12"))
COUNT = words(0, 3, 41, above=(0, 7_000, 999_999))
SPECIFICATION = words(
    {"mark": "bar", "data": {"values": ({"a": 1},)}, "encoding": {"x": {"field": "a", "type": "quantitative"}}},
    above=({"mark": "point", "data": {"values": ({"a": NEEDLE},)}, "title": NEEDLE},),
)
#: By the type that the annotation names.
LEAVES: dict[object, Drawn] = {
    str: LINE,
    _scalar(fields.Line): LINE,
    _scalar(fields.Count): COUNT,
    _scalar(fields.YesNo): words(False, True),
    _scalar(fields.Date): DATE,
    _scalar(fields.Cutoff): words("2024-02-09", "2024-02"),
    _scalar(fields.Latitude): words(31.5, 33.25, above=(-45.5, 71)),
    _scalar(fields.Longitude): words(70.25, 72, above=(-120.125, 171)),
    _scalar(fields.ProductId): words("X-1", "X-2024-002", above=(f"X-{NEEDLE}",)),
    _scalar(fields.Language): words("en", "ur", above=("ps-AF", "fr")),
    _scalar(fields.Url): words("https://example.org/a?b=1&c", above=(f"https://{NEEDLE}.example/x",)),
    _scalar(fields.Digest): words("0" * 64, above=("f" * 64,)),
    _scalar(fields.Every): words("7d", "2w", above=("1h",)),
    _scalar(fields.RuleCode): words("SRC006", "JUD002", above=("SRC001",)),
    _scalar(specification.Specification): SPECIFICATION,
}
WORDING = _scalar(fields.Wording)
PROSE = {_scalar(fields.Markdown), WORDING}
MARKING = _scalar(fields.Marking)
