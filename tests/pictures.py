"""Pages as small pictures, and how much two of them differ to the eye."""

from __future__ import annotations

from pathlib import Path

import pypdfium2
from PIL import Image, ImageChops, ImageFilter

DPI = 66
GREYS = 16  # of a golden picture: enough to see a page by, and few enough to be small
BLUR = 0.8  # pixels; the edges of letters differ a little from one machine to another
SEEN = 60  # of 255; a fainter difference is none to the eye
PIXELS = 40  # that may differ: less than a word


def picture(pdf: Path, number: int = 0) -> Image.Image:
    """Return page *number* of *pdf*, counted from 0, in grey."""
    document = pypdfium2.PdfDocument(pdf)
    drawn: Image.Image = document[number].render(scale=DPI / 72).to_pil()
    return drawn.convert("L")


def small(image: Image.Image) -> Image.Image:
    """Return the picture in few enough greys to be kept in the repository."""
    return image.quantize(GREYS, dither=Image.Dither.NONE)


def difference(one: Image.Image, other: Image.Image) -> Image.Image | None:
    """Return where two pictures differ, black on white, or None where nobody would see a difference.

    Pictures of different size differ everywhere.
    """
    if one.size != other.size:
        return Image.new("L", one.size)
    blurred = [image.convert("L").filter(ImageFilter.GaussianBlur(BLUR)) for image in (one, other)]
    apart = ImageChops.difference(*blurred).point(lambda value: 0 if value > SEEN else 255)
    return apart if apart.histogram()[0] > PIXELS else None


def beside(*images: Image.Image) -> Image.Image:
    """Return the pictures side by side."""
    whole = Image.new("L", (sum(image.width for image in images), max(image.height for image in images)), 255)
    left = 0
    for image in images:
        whole.paste(image.convert("L"), (left, 0))
        left += image.width
    return whole
