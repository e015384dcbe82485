"""Draws the first page of a PDF in a process of its own, run as a script: a PDF comes in, a PNG goes out.

Of briefgen it knows how to lock itself in, and nothing else.
"""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))  # a script does not find the package that it lies in

import pypdfium2
from PIL import PngImagePlugin  # noqa: F401 -- what saves a PNG is otherwise loaded when no file can be opened any more

from briefgen.confinement import confine

WIDTH = 480  # pixels


def main() -> None:
    """Write the PNG of the first page of the PDF on the standard input."""
    pdf = sys.stdin.buffer.read()
    confine((), (1,))
    page = pypdfium2.PdfDocument(pdf)[0]
    page.render(scale=WIDTH / page.get_width()).to_pil().save(sys.stdout.buffer, "PNG", optimize=True)


if __name__ == "__main__":
    main()
