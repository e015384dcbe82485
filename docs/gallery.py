"""`python -m docs.gallery`: every product and every figure of the real sheets on one page, for the eye.

Writes dist/gallery.html, and docs/products.png, the first pages side by side. Called by `make gallery`.
"""

from __future__ import annotations

import base64
import io
import json
import subprocess
import sys
from collections.abc import Iterator, Sequence
from html import escape
from pathlib import Path
from typing import Any

import pypdfium2
from PIL import Image

from briefgen import issuing, sheet
from briefgen.compose import products
from briefgen.desk import find
from briefgen.figures.figure import Figure
from briefgen.figures.kinds import drawer
from briefgen.figures.palette import coloured
from briefgen.resources import templates_folder
from briefgen.theme import shipped, standard

ROOT = Path(__file__).parents[1]
OUT = ROOT / "dist" / "gallery"
DPI = 80
SHOWN = ("one-pager", "situation-update", "assessment", "source-report", "flash")  # in the picture, from left to right
PICTURED, HEIGHT, GAP = "pak-ttp-2024-002", 560, 14

HEAD = """<!doctype html><html lang="en"><meta charset="utf-8"><title>Gallery</title>
<style>
body { font: 15px/1.4 sans-serif; margin: 24px; background: #d9dcdf; color: #16181b }
h1, h2 { font-weight: 600 } h2 { margin-top: 48px } figure { margin: 0 0 32px; background: #fff; padding: 16px }
figure svg { zoom: 1.3 } table { border-collapse: collapse; font-size: 13px }
td, th { padding: 2px 10px; text-align: left }
.pages { display: flex; flex-wrap: wrap; gap: 12px } .pages img { width: 380px; box-shadow: 0 1px 4px #0006 }
</style><h1>Gallery</h1>
"""


def main() -> None:
    """Build all products in all themes, and write the page and the picture of them."""
    themes = {theme: _built(theme) for theme in shipped()}
    parts = [HEAD, *_products(themes), "<h2>Figures</h2>", *_figures()]
    (ROOT / "dist" / "gallery.html").write_text("\n".join(parts), encoding="utf-8")
    _strip(themes["institute"])


def _built(theme: str) -> list[dict[str, Any]]:
    """Return the results of the build of all products in one theme."""
    every = ",".join(products([templates_folder()]))
    command = [sys.executable, "-m", "briefgen", "build", "briefs", "--product", every, "--theme", theme]
    command += ["--format", "pdf", "--json", "--out", str(OUT / theme)]
    done = subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, text=True, check=True)
    return [one for one in map(json.loads, done.stdout.splitlines()) if one["format"] == "pdf"]


def _products(themes: dict[str, list[dict[str, Any]]]) -> Iterator[str]:
    for theme, results in themes.items():
        for one in results:
            yield f"<h2>{escape(one['product'])}, {theme}: {escape(one['sheet'])}</h2><div class='pages'>"
            yield from (_image(page) for page in _pages(OUT / theme / one["file"]))
            yield "</div>"


def _pages(pdf: Path) -> Iterator[Image.Image]:
    for page in pypdfium2.PdfDocument(pdf):
        yield page.render(scale=DPI / 72).to_pil()


def _image(page: Image.Image) -> str:
    held = io.BytesIO()
    page.save(held, "WEBP", quality=80)
    return f'<img alt="" loading="lazy" src="data:image/webp;base64,{base64.b64encode(held.getvalue()).decode()}">'


def _figures() -> Iterator[str]:
    home = find(ROOT)
    load = sheet.loader(home.registry, home.root, home.scale, home.scheme)
    for path in sorted(home.briefs.glob("*.yaml")):
        made = load(path).sheet
        if made is None:
            continue
        view = issuing.make(made, home.default_marking)
        draw = drawer(view)
        for one in view.figures:
            yield f"<h3>{escape(one['kind'])}: {escape(path.name)}</h3>{_figure(draw(one['kind'], one))}"


def _figure(made: Figure) -> str:
    rows = "".join(f"<tr>{''.join(f'<td>{escape(cell)}</td>' for cell in row)}</tr>" for row in made.table[1])
    head = "".join(f"<th>{escape(name)}</th>" for name in made.table[0])
    words = f"<p>{escape(made.key)}</p><p><em>Alt:</em> {escape(made.alt)}</p>"
    caption = f"<figcaption><b>{escape(made.caption)}</b></figcaption>"
    svg = coloured(made.svg, standard().colours)
    return f"<figure>{caption}{svg}{words}<table><tr>{head}</tr>{rows}</table></figure>"


def _strip(results: Sequence[dict[str, Any]]) -> None:
    """Write the first pages of one sheet's products beside each other, as small as a README wants it."""
    files = {one["product"]: OUT / "institute" / one["file"] for one in results if PICTURED in one["file"]}
    pages = [next(_pages(files[product])) for product in SHOWN if product in files]
    share = HEIGHT / pages[0].height
    pages = [page.resize((round(page.width * share), round(page.height * share))) for page in pages]
    strip = Image.new("RGB", (sum(page.width + GAP for page in pages) + GAP, HEIGHT + 2 * GAP), "#d9dcdf")
    left = GAP
    for page in pages:
        strip.paste(page, (left, GAP))
        left += page.width + GAP
    strip.quantize(64).save(ROOT / "docs" / "products.png", optimize=True)


if __name__ == "__main__":
    main()
