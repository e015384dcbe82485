"""`briefgen new`: a new sheet with the sections that its product needs."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from briefgen.errors import SettingsError, TemplateError

if TYPE_CHECKING:
    from briefgen.desk import Desk

SCHEMA = "schema.json"


def new(
    id: Annotated[str, typer.Argument(help="Product id, such as PAK-TTP-2024-001.")],
    product: Annotated[str, typer.Option(help="Product whose sections it gets.")] = "situation-update",
) -> None:
    """Write a new sheet that builds as it stands, to be filled in."""
    from briefgen import desk

    home = desk.find(Path.cwd())
    path = write_sheet(home, id, product)
    typer.echo(f"wrote {path} — fill it in, then: briefgen build {path}", err=True)


def write_sheet(home: Desk, product_id: str, product: str) -> Path:
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
    text = _marked(_sample(product, home.templates), home)
    path = nearest(home.briefs / f"{product_id.lower()}.yaml")
    if path.exists():
        raise SettingsError(f"SET010 {path} is there already — choose another id or edit that sheet")
    for word, value in {"SAMPLE-ID": product_id, "2024-01-31": date.today().isoformat(), "PRODUCT": product}.items():
        text = text.replace(word, value)
    write(path, text.encode())
    if not (home.briefs / SCHEMA).exists():
        write(home.briefs / SCHEMA, schema_text().encode())
    return path


def _marked(sample: str, home: Desk) -> str:
    """Return a *sample* with the default marking and the labels of a desk that has another scheme than TLP."""
    from briefgen.markings import tlp

    if home.scheme.name == tlp.SCHEME.name:
        return sample
    labels = ", ".join(level.label for level in home.scheme.levels)
    listed = re.sub("#.*TLP:.*", f"# one of {labels}", sample)
    return re.sub(r"TLP:[A-Z]+(?:\+[A-Z]+)?", home.default_marking.label, listed)


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
