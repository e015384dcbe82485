"""Writes the pages of this folder that say what the code says: `python -m docs.generate`, called by `make docs`."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import Enum
from functools import cache
from inspect import signature
from pathlib import Path
from typing import Annotated, Any, Literal, get_args, get_origin, get_type_hints

from typer.models import ArgumentInfo, OptionInfo

from briefgen import explain
from briefgen.cli import app
from briefgen.cli.schema import schema_text
from briefgen.lint.pages import Page, pages
from briefgen.sheet.model import Sheet, fields
from briefgen.sheet.model.ids import PREFIXES, RefTo
from briefgen.sheet.model.lookup import fields_of
from briefgen.sheet.model.record import Expected, Record
from briefgen.sheet.model.specification import Specification
from tests.corpus.measure import corpus, held_out

DOCS = Path(__file__).parent
PICTURED = DOCS.parent / "dist" / "pak-ttp-2024-002.pdf"
WORDS: dict[Any, str] = {
    fields.Line: "text on one line",
    fields.Markdown: "Markdown",
    fields.Wording: "Markdown with `{likelihood}`",
    fields.Count: "whole number",
    fields.YesNo: "`true` or `false`",
    fields.Date: "[date](dates-and-numbers.md)",
    fields.Cutoff: "[date](dates-and-numbers.md)",
    fields.Marking: "[marking](markings.md)",
    fields.Latitude: "degrees, -90 to 90",
    fields.Longitude: "degrees, -180 to 180",
    fields.ProductId: "product id",
    fields.Language: "language tag (BCP 47)",
    fields.Url: "web address",
    fields.Digest: "SHA-256, 64 hexadecimal digits",
    fields.RuleCode: "code of a finding",
    fields.RecordId: "any id",
    fields.Every: "number and `h`, `d`, `w` or `m`",
    fields.AnyRef: "any id",
    Literal["1"]: "`1`",
    Specification: "[Vega-Lite](figures.md#chart) specification",
}


def note(source: str) -> str:
    """Return the first line of a page that is made from *source*."""
    return f"<!-- Made by `make docs` from {source}. Do not edit this page. -->"


def schema() -> str:
    """Return the reference of the fact sheet, made from the models."""
    parts = [note("briefgen/sheet/model/"), SCHEMA_INTRODUCTION, "## Sections", _docstring(Sheet), _table(Sheet)]
    for model in models(Sheet):
        short = f"Short form: the value of `{model.SHORT}` alone." if model.SHORT else ""
        parts += [f"## {model.__name__}", _docstring(model), *filter(None, [short]), _table(model)]
    return "\n\n".join([*parts, "## Ids", _ids()]) + "\n"


SCHEMA_INTRODUCTION = """\
# Every section and field of a fact sheet

A sheet is a mapping of the [sections](#sections) below; only `briefgen` and `product` must be there. *Needed* says
**required** where a sheet is refused without the field, and *expected* where it is built with a warning. *List of*
means that a lone item may stand without its list. A record with an `id` can be referred to by it from anywhere; the
[prefix](#ids) says what kind of record it is. The same in a form for editors: [schema.json](schema.json)."""


def _docstring(model: type[Record]) -> str:
    return " ".join((model.__doc__ or "").split())


def models(root: type[Record]) -> list[type[Record]]:
    """Return the models that *root* reaches, each once, in the order in which they are met."""
    found: dict[type[Record], None] = {}
    for annotation in _hints(root).values():
        for model in _records_in(annotation):
            found |= dict.fromkeys([model, *models(model)])
    return list(found)


def _records_in(annotation: Any) -> Iterator[type[Record]]:
    if isinstance(annotation, type) and issubclass(annotation, Record):
        yield annotation
    for inner in get_args(annotation):
        yield from _records_in(inner)


@cache
def _hints(model: type[Record]) -> dict[str, Any]:
    hints = get_type_hints(model, include_extras=True)
    return {name: hints[name] for name in model.model_fields}


def _table(model: type[Record]) -> str:
    rows = []
    for (key, field), annotation in zip(fields_of(model).items(), _hints(model).values(), strict=True):
        expected = any(isinstance(one, Expected) for one in field.metadata)
        needed = "**required**" if field.is_required() else "*expected*" if expected else ""
        default = f" Default: `{field.default}`." if isinstance(field.default, str) else ""
        rows.append(f"| `{key}` | {_words(annotation)} | {needed} | {_cell(field.description or '')}{default} |")
    return "\n".join(["| Key | Value | Needed | Meaning |", "|---|---|---|---|", *rows])


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


def _words(annotation: Any) -> str:
    """Return the type of a field as a writer would say it."""
    if annotation in WORDS:
        return WORDS[annotation]
    if isinstance(annotation, type) and issubclass(annotation, Record):
        return f"[{annotation.__name__}](#{annotation.__name__.lower()})"
    origin, inner = get_origin(annotation), [one for one in get_args(annotation) if one not in (type(None), ...)]
    if origin is Literal:
        return "one of " + ", ".join(f"`{one}`" for one in inner)
    if origin is tuple:
        return f"list of {_words(inner[0])}"
    if origin is dict:
        return f"{_words(inner[0])} → {_words(inner[1])}"
    if reference := _reference(annotation):
        return reference
    if origin is Annotated:
        return _words(inner[0])
    return " or ".join(map(_words, inner)) if inner else "text"


def _reference(annotation: Any) -> str:
    """Return the words for a reference or an own id, whose pattern says which prefixes it may have."""
    for scalar in getattr(annotation, "__metadata__", ()):
        prefixes = re.match(r"\^\(?([a-z|]+)\)?-", getattr(scalar, "schema", {}).get("pattern", ""))
        if prefixes and isinstance(scalar, RefTo):
            *most, last = (f"`{one}-…`" for one in prefixes[1].split("|"))
            return f"{', '.join(most)} or {last}" if most else last
        if prefixes:
            return "its own id"
    return ""


def _ids() -> str:
    rows = [f"| `{prefix}-` | {kind} |" for kind, prefix in PREFIXES.items()]
    return "\n".join(["| Prefix | Record |", "|---|---|", *rows])


def errors() -> str:
    """Return one page of all finding codes, made from what `briefgen explain` prints."""
    pages = {code: explain.page(code) for code in explain.codes()}
    families = dict.fromkeys(code[:3] for code in pages)
    parts = [note("briefgen/explain/"), ERRORS_INTRODUCTION]
    for family in families:
        parts += [f"## {family}: {FAMILIES[family]}"]
        parts += [f"##{text.strip()}" for code, text in pages.items() if code.startswith(family)]
    return "\n\n".join(parts) + "\n"


ERRORS_INTRODUCTION = """\
# What briefgen says, and what to do about it

Every message has one line: `path:line:col: severity CODE message — remedy`. An **error** stops the sheet from being
built; a **warning** does not, unless you ask for `--strict`. `briefgen explain CODE` prints what stands here."""

FAMILIES = {
    "YML": "YAML and text",
    "SHT": "the shape of a sheet",
    "REF": "ids and references",
    "INC": "includes, registry and tables",
    "TPL": "templates",
    "FIG": "figures that cannot be drawn",
    "PDF": "printing",
    "RUN": "processes",
    "FIT": "page budgets",
    "SET": "settings and options",
    "THM": "themes",
    "OUT": "written files",
    "REV": "revisions and comparisons",
    "GIT": "hooks of git",
}


def lint() -> str:
    """Return the catalogue of the linter's rules, made from their files, with how well they do on the corpus."""
    rules = [page for page in pages().values() if page.standard]
    parts = [note("briefgen/lint/"), LINT_INTRODUCTION, _catalogue(rules), LINT_MEASURED, _measured()]
    for family in dict.fromkeys(page.code.rstrip("0123456789") for page in rules):
        parts += [f"## {family}: {LINT_FAMILIES[family]}"]
        parts += [f"##{str(page).strip()}" for page in rules if page.code.startswith(family)]
    return "\n\n".join(parts) + "\n"


def _catalogue(rules: list[Page]) -> str:
    rows = [f"| [{one.code}](#{_anchor(one)}) | {one.severity} | {one.title} | {one.standard} |" for one in rules]
    return "\n".join(["| Code | Severity | What it finds | Standard |", "|---|---|---|---|", *rows])


def _anchor(page: Page) -> str:
    """Return the anchor that a heading gets on the usual hosts."""
    heading = f"{page.code}: {page.title}".lower()
    return re.sub(r"[^\w\- ]", "", heading).replace(" ", "-")


def _measured() -> str:
    sets = {"Corpus": corpus(), "Held out": held_out()}
    rows = [
        "| Set | Texts | Clean | Errors: precision | recall | Warnings: precision | recall |",
        "|---|---|---|---|---|---|---|",
    ]
    for name, one in sets.items():
        errors, warnings = one.over("error"), one.over("warning")
        figures = (errors.precision, errors.recall, warnings.precision, warnings.recall)
        rows.append(
            f"| {name} | {one.items} | {one.clean} | " + " | ".join(f"{figure:.3f}" for figure in figures) + " |"
        )
    rows += ["", "| Rule | Found | False | Missed | Precision | Recall |", "|---|---|---|---|---|---|"]
    for code, score in sets["Corpus"].scores.items():
        counts = f"{score.right} | {score.false} | {score.missed} | {score.precision:.2f} | {score.recall:.2f}"
        rows.append(f"| {code} | {counts} |")
    return "\n".join(rows)


LINT_INTRODUCTION = """\
# The tradecraft linter

`briefgen check` reads a sheet as a careful reviewer would and says what that reviewer would say: where, what is wrong,
why it matters, and what to write instead. `briefgen build` does the same before it prints, and refuses a sheet with an
error. A sheet that cannot be read, because of [an error of its shape](errors.md), is not reviewed until that is mended.

The rules look at the fields first and at the sentences second. Words inside quotation marks, code and citations are
never held against the writer. What a source says stands in `claims`; our own voice is the bottom line, the narrative,
the outlook, the judgements with their basis, and the impact, and most rules about wording speak of these only.

## Severity

An **error** is something that must not be printed; a **warning** is something that a reviewer would send back; a note
(**info**) is worth a look and never fails anything. `--strict` fails on warnings as well. A desk gives a rule another
severity, or turns it off, by its code:

```toml
[lint.severity]
JUD011 = "warning"
SRC009 = "off"
```

The other [settings under `[lint]`](settings.md) add words to the lists that the rules use.

## Waivers

Sometimes the reviewer is wrong, or the fault cannot be helped. Then the sheet says so, for one rule and named records,
with a reason that the next reviewer would accept:

```yaml
waivers:
  - rule: SRC006
    record: j-1
    reason: The second report was asked for and did not come before the cut-off; the confidence is low for that reason.
```

A finding on the document itself is waived without `record`. Where a record has several findings of one rule that are
about words of its own ([MRK011](#mrk011-a-withheld-name-place-figure-or-id-stands-in-the-open)), `words` says which of
them may stand. `check` lists every waiver beside the findings, counts
them, and reports those that waive nothing ([LNT001](#lnt001-a-waiver-that-waives-nothing)). With `print_waivers = true`
under `[lint]` they stand in the annexes of the product too. Errors of shape cannot be waived.

## Dates

Nothing here reads the clock. Dates are compared with the sheet's own cut-off; `--today 2024-03-15` compares horizons,
reviews and due dates with that day as well ([TIM010](#tim010-a-date-has-passed-and-its-business-is-still-open)).

## What no rule looks for

Grades, labels, dates, intervals and references that are malformed (SRC008, MRK003, TIM001 in other lists) are
[errors of shape](errors.md): a sheet with one is not read at all. Marks on every page and a redacted document with too
much in it (MRK004, MRK008) can only be seen in the finished file. Nothing decides from words alone whether a judgement
names who will act, whom a claim favours, or whether a photograph shows what its caption says: a reviewer still has to
read.

## The rules"""

LINT_MEASURED = """\
## How well they do

The corpus in `tests/corpus/` was written from the catalogue of rules before the rules were tuned: sentences in four
registers and small sheets, about half of them clean and tempting, labelled with what a careful reviewer would say. The
second set was written by somebody else, was kept apart, and nothing was tuned against it. Precision is the share of the
findings that the reviewer would give; recall is the share of the reviewer's findings that were found. Hard sentences
and idiom do worse: the newest 364 gave errors 1.00 and 0.76, warnings 0.94 and 0.68 before any rule was changed for
them. Kinds of construction that were missed are found now, and single turns of phrase are left missed. `make corpus`
prints this table with every miss."""

LINT_FAMILIES = {
    "AIX": "machines that took part",
    "EST": "likelihood and confidence",
    "FACT": "figures and facts",
    "GEO": "positions",
    "JUD": "judgements and argument",
    "LNT": "waivers",
    "MRK": "markings",
    "NAM": "names",
    "PRD": "the document's own data",
    "SRC": "sources and origins",
    "TIM": "dates and times",
    "VIS": "figures that are drawn",
}


def commands() -> str:
    """Return the reference of the command line, made from the functions behind the verbs."""
    parts = [note("briefgen/cli/"), COMMANDS_INTRODUCTION]
    for name, verb in verbs().items():
        arguments = [one for one in parameters(verb) if isinstance(one.info, ArgumentInfo)]
        options = ["[OPTIONS]"] if len(parameters(verb)) > len(arguments) else []
        usage = " ".join(["briefgen", name, *options, *(one.shown for one in arguments)])
        rows = [f"| `{_cell(one.shown)}` | {_cell(one.info.help or '')} |" for one in parameters(verb)]
        parts += [f"## briefgen {name}", f"```sh\n{usage}\n```", (verb.__doc__ or "").strip()]
        parts += ["\n".join(["| Option | Meaning |", "|---|---|", *rows])] if rows else []
    return "\n\n".join(parts) + "\n"


def verbs() -> dict[str, Callable[..., None]]:
    """Return the functions behind the verbs, by verb; those of a group by both words."""
    groups = [("", app), *((f"{one.name} ", one.typer_instance) for one in app.registered_groups)]
    named = [(group, verb.callback) for group, members in groups if members for verb in members.registered_commands]
    return {f"{group}{verb.__name__.replace('_', '-')}": verb for group, verb in named if verb}


@dataclass(frozen=True)
class Parameter:
    """An argument or option as it is *shown*: `--jobs N`."""

    shown: str
    info: ArgumentInfo | OptionInfo


def parameters(verb: Callable[..., None]) -> list[Parameter]:
    """Return the arguments and options of a verb, in the order of `--help`."""
    hints = get_type_hints(verb, include_extras=True)
    return [_parameter(name, *get_args(hints[name])[:2]) for name in signature(verb).parameters]


def _parameter(name: str, kind: Any, info: ArgumentInfo | OptionInfo) -> Parameter:
    if isinstance(info, ArgumentInfo):
        return Parameter(info.metavar or ("[PATH]..." if "Path" in str(kind) else name.upper()), info)
    flags = [one for one in (info.default, *(info.param_decls or ())) if isinstance(one, str)] or [f"--{name}"]
    return Parameter(", ".join(f"{flag}{_value(kind)}" for flag in flags), info)


def _value(kind: Any) -> str:
    if isinstance(kind, type) and issubclass(kind, Enum):
        return " " + "|".join(one.value for one in kind)
    letters = {"bool": "", "int": " N", "list": " NAME", "Path": " PATH"}
    return next((shown for word, shown in letters.items() if word in str(kind)), " TEXT")


COMMANDS_INTRODUCTION = """\
# The command line

Messages go to standard error, one problem a line; results (`--json`, `--format json`, `schema`, `explain`) go to
standard output. A path is a sheet, or a folder that is searched for sheets: YAML files with the key `briefgen` at
their top. Without a path, the desk’s `briefs/` is meant. The desk is the nearest folder upwards with a
`briefgen.toml`.

| Exit code | Meaning |
|---|---|
| 0 | done |
| 1 | some sheets have findings that fail them, or could not be printed; the others were built |
| 2 | an option or a setting cannot be used |
| 3 | a bug in briefgen; the only case that prints a traceback |
| 4 | a file could not be written |
| 130, 143 | interrupted, terminated |

A build writes `OUT/<id>.<format>` for the first product of a sheet and `OUT/<id>.<product>.<format>` for its others,
with the product id in lower case, and lists them in `OUT/manifest.json`. A file is replaced whole or not at all. What
was made is kept in `.briefgen/` of the desk besides, so that [the next build](building.md#the-cache) need not make it
again; nothing else is written. A build of the whole desk, with no path, shard or `--out`, also deletes the files of
products that [no sheet makes any more](building.md#products-of-sheets-that-are-gone).

Files are named as they are reached from where you are: below it by their path from there, others by their whole path.
With `--json`, a build prints one object for each file, or for a sheet that is refused;
[building](building.md#many-sheets-at-once) has its keys."""


PAGES: dict[str, Callable[[], str]] = {
    "commands.md": commands,
    "errors.md": errors,
    "lint.md": lint,
    "schema.json": schema_text,
    "schema.md": schema,
}


def picture(pdf: Path = PICTURED, width: int = 1000) -> None:
    """Draw the first page of *pdf* as first-page.png, in few enough colours to be small."""
    import pypdfium2

    page = pypdfium2.PdfDocument(pdf)[0]
    image = page.render(scale=width / page.get_width()).to_pil()
    image.convert("P", palette=1, colors=64).save(DOCS / "first-page.png", optimize=True)


def main() -> None:
    """Write every page, and the picture if the brief that it shows is built."""
    for name, make in PAGES.items():
        (DOCS / name).write_text(make(), encoding="utf-8")
    if PICTURED.exists():
        picture()


if __name__ == "__main__":
    main()
