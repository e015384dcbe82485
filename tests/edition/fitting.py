"""What the checks of a sheet ask of fields and records beyond their types, so that what is made is accepted."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from briefgen.sheet.checks.figures import DRAWN
from briefgen.sheet.checks.likelihood import TERMS
from briefgen.sheet.checks.order import ENDS
from briefgen.sheet.checks.trend import BY_PLACE
from briefgen.sheet.model import dataset, evidence, product, sheet, summary, world
from briefgen.sheet.model.ids import kind_of
from briefgen.sheet.model.record import Record
from briefgen.tradecraft import DEFAULT_SCALE, SCALES
from tests.edition import values
from tests.edition.sides import Fields, Sides
from tests.edition.values import Drawn, words

#: Chooses one of several.
Pick = Callable[[Sequence[Any]], Any]
Values = dict[Any, Any]

#: A file of records above the level, and a table of them.
INCLUDED = (
    values.MORE,
    Fields(
        sheet.Table,
        {
            "table": values.ROWS,
            "section": "events",
            "columns": {"id": "id", "type": "type", "when.start": "day", "portion": "marking"},
        },
    ),
)
#: By field of the class.
FITTING: dict[tuple[type[Record], str], Drawn] = {
    (sheet.Sheet, "include"): words(*map(list, (INCLUDED, INCLUDED[:1], INCLUDED[1:]))),
    (product.Product, "kind"): words("situation-update", "assessment", "flash", "one-pager", "source-report"),
    (product.Product, "scale"): words(DEFAULT_SCALE),
    (product.Times, "zone"): words("UTC", "Asia/Karachi"),
    (world.Place, "iso"): words("PK-KP", "AF", above=("NZ", "NO")),
    (evidence.Source, "access"): words("seen", "excerpt"),
    (dataset.Dataset, "file"): words(values.LOG, above=(values.LOG, values.HIDDEN_LOG)),
    (dataset.Dataset, "filters"): words({}, {"event_type": "Riots"}, {"event_type": ["Riots"]}, above=({},)),
    **{(dataset.Columns, name): words(field.default) for name, field in dataset.Columns.model_fields.items()},
    **{(model, "end"): values.LATE for model, _ in ENDS},
    **{
        (model, field): words(*(term.id for term in SCALES[DEFAULT_SCALE].terms[:3]), *besides)
        for model, field, _, besides in TERMS
    },
}


def _amount(pick: Pick, written: Values) -> Values:
    """Give the numbers in their order, and at least one."""
    numbers = [key for key in ("low", "best", "high") if key in written]
    ordered = dict(zip(numbers, sorted(written[key] for key in numbers), strict=True))
    return written | (ordered or {"best": pick(values.COUNT.below)})


def _figure(pick: Pick, written: Values) -> Values:
    """Let the figure be of a kind that its first record fits, and keep what else fits it."""
    if refs := written.get("from", []):
        first = kind_of(next((one for one in refs if isinstance(one, str)), _id(refs[0]))) or ""
        written["kind"] = pick([one for one, kinds in DRAWN.items() if first in kinds])
        fitting = (first,) if written["kind"] == "trend" else DRAWN[written["kind"]]
        written["from"] = [one for one in refs if kind_of(_id(one)) in fitting]
    match written["kind"]:
        case "chart":
            return {"spec": pick(values.SPECIFICATION.below), "alt": pick(values.LINE.below)} | written
        case "trend":
            unfit = [("by", one) for one in BY_PLACE]
            unfit += [("measure", one) for one in world.HARM if one != "killed"] if refs and first == "dataset" else []
            return {key: one for key, one in written.items() if key != "spec" and (key, one) not in unfit}
    return {key: one for key, one in written.items() if key != "spec"}


def _id(ref: str | Sides) -> str:
    return ref if isinstance(ref, str) else next(one for one in (ref.left, ref.right) if isinstance(one, str))


#: By model, what makes the drawn values of a record fit each other.
MENDED: dict[type[Record], Callable[[Pick, Values], Values]] = {
    world.Amount: _amount,
    world.Toll: _amount,
    summary.Figure: _figure,
}
