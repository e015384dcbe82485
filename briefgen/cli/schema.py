"""`briefgen schema`: the JSON Schema of the fact sheet, for editors."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer


def schema(
    out: Annotated[Path | None, typer.Option(help="File to write (default: standard output).")] = None,
) -> None:
    """Print the JSON Schema (2020-12) of the fact sheet."""
    from briefgen.build.write import write

    text = schema_text()
    if out is None:
        typer.echo(text, nl=False)
    else:
        write(out, text.encode())


def schema_text() -> str:
    """Return the schema as the file that editors read."""
    import json

    from briefgen.sheet.schema import schema

    return json.dumps(schema(), indent=2, ensure_ascii=False) + "\n"
