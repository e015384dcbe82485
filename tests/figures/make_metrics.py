"""Writes briefgen/figures/metrics.py from the shipped fonts: python -m tests.figures.make_metrics."""

from __future__ import annotations

import json
from pathlib import Path

from fontTools.ttLib import TTFont

from briefgen.resources import fonts_folder

TARGET = Path(__file__).parents[2] / "briefgen" / "figures" / "metrics.py"
FONTS = {"REGULAR": "SourceSans3-Regular.ttf", "SEMIBOLD": "SourceSans3-Semibold.ttf"}
SPANS = (
    *(
        (0x20, 0x7F),
        (0xA0, 0x250),
        (0x259, 0x25A),
        (0x2BB, 0x2C0),
        (0x1E00, 0x1F00),
    ),  # Latin, with what transcriptions need
    *((0x2009, 0x200B), (0x2010, 0x2050), (0x2212, 0x2266)),  # thin spaces, dashes, quotation marks, signs
)

HEAD = '''"""Advance widths of Source Sans 3 in thousandths of an em; made by tests/figures/make_metrics.py."""

'''
TAIL = '''WIDEST = 980  # for a character that is not in the table


def width(text: str, size: float, table: dict[str, int] = REGULAR) -> float:
    """Return how wide *text* is at *size*, in the unit of *size*; kerning, which only narrows it, is left out."""
    return sum(table.get(character, WIDEST) for character in text) * size / 1000
'''


def widths(file: str) -> dict[str, int]:
    """Return the advance width of every character of SPANS that the font has."""
    font = TTFont(fonts_folder() / "ttf" / file)
    names, advances = font.getBestCmap(), font["hmtx"].metrics
    scale = 1000 / font["head"].unitsPerEm
    codes = [code for span in SPANS for code in range(*span) if code in names]
    return {chr(code): round(advances[names[code]][0] * scale) for code in codes}


def source() -> str:
    """Return the text of the module: by font, the characters of each width, a shorter table than the other way."""
    tables = "".join(_table(name, widths(file)) for name, file in FONTS.items())
    turned = "".join(f"{name} = {{one: wide for wide, them in _{name}.items() for one in them}}\n" for name in FONTS)
    return f"{HEAD}{tables}{turned}{TAIL}"


def _table(name: str, table: dict[str, int]) -> str:
    found: dict[int, str] = {}
    for character, wide in table.items():
        found[wide] = found.get(wide, "") + character
    rows = "".join(f"    {wide}: {_quoted(found[wide])},\n" for wide in sorted(found))
    return f"_{name} = {{\n{rows}}}\n"


def _quoted(text: str) -> str:
    pieces = [f'"{"".join(map(_escaped, text[at : at + 60]))}"' for at in range(0, len(text), 60)]
    return pieces[0] if len(pieces) == 1 else "(\n        " + "\n        ".join(pieces) + "\n    )"


def _escaped(character: str) -> str:
    return character if character.isprintable() and character not in '\\"' else json.dumps(character)[1:-1]


if __name__ == "__main__":
    TARGET.write_text(source(), encoding="utf-8")
