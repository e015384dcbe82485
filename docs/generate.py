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
from briefgen.sheet.model import Sheet, fields
from briefgen.sheet.model.ids import PREFIXES, RefTo
from briefgen.sheet.model.lookup import fields_of
from briefgen.sheet.model.record import Expected, Record

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
    fields.Marking: "TLP 2.0 label",
    fields.Latitude: "degrees, -90 to 90",
    fields.Longitude: "degrees, -180 to 180",
    fields.ProductId: "product id",
    fields.Language: "language tag (BCP 47)",
    fields.Url: "web address",
    fields.Digest: "SHA-256, 64 hexadecimal digits",
    fields.Every: "number and `h`, `d`, `w` or `m`",
    fields.AnyRef: "any id",
    Literal["1"]: "`1`",
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
    "PDF": "printing",
    "SET": "settings and options",
    "OUT": "written files",
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
    """Return the functions behind the verbs, by verb."""
    return {one.callback.__name__: one.callback for one in app.registered_commands if one.callback}


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
with the product id in lower case, and lists them in `OUT/manifest.json`. A file is replaced whole or not at all."""


PAGES: dict[str, Callable[[], str]] = {
    "commands.md": commands,
    "errors.md": errors,
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
