"""`briefgen new`: a new sheet with the sections that its product needs."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from briefgen.errors import SettingsError, TemplateError

SCHEMA = "schema.json"


def new(
    id: Annotated[str, typer.Argument(help="Product id, such as PAK-TTP-2024-001.")],
    product: Annotated[str, typer.Option(help="Product whose sections it gets.")] = "situation-update",
) -> None:
    """Write a new sheet that builds as it stands, to be filled in."""
    from briefgen import desk

    home = desk.find(Path.cwd())
    path = write_sheet(home.briefs, home.templates, id, product)
    typer.echo(f"wrote {path} — fill it in, then: briefgen build {path}", err=True)


def write_sheet(briefs: Path, templates: tuple[Path, ...], product_id: str, product: str) -> Path:
    """Write the product's sample as a sheet of its own, beside the schema that its first line names; return its path.

    Raises SettingsError for an id that is not one, and for a sheet that is there already.
    """
    from briefgen.build.write import write
    from briefgen.cli.options import nearest
    from briefgen.cli.schema import schema_text
    from briefgen.sheet.model.fields import PRODUCT_ID

    if not re.fullmatch(PRODUCT_ID, product_id):
        raise SettingsError(
            f"SET009 {product_id} is not a product id — up to 80 letters, digits and hyphens, as PAK-TTP-2024-001"
        )
    text = _sample(product, templates)
    path = nearest(briefs / f"{product_id.lower()}.yaml")
    if path.exists():
        raise SettingsError(f"SET010 {path} is there already — choose another id or edit that sheet")
    for word, value in {"SAMPLE-ID": product_id, "2024-01-31": date.today().isoformat(), "PRODUCT": product}.items():
        text = text.replace(word, value)
    write(path, text.encode())
    if not (briefs / SCHEMA).exists():
        write(briefs / SCHEMA, schema_text().encode())
    return path


def _sample(product: str, templates: tuple[Path, ...]) -> str:
    """Return the sample of a product; raises TemplateError where there is no such product, or no sample of it."""
    from briefgen.compose import find

    find(product, templates)
    samples = (folder / product / "sample.yaml" for folder in templates)
    path = next((one for one in samples if one.is_file()), None)
    if path is None:
        raise TemplateError(f"TPL007 the product {product} has no sample.yaml — write one, or choose another product")
    try:
        return path.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        raise TemplateError(f"TPL007 {path} is not UTF-8 ({error.reason}) — save it as UTF-8") from None
