"""Where the words of a drawing stand, to see whether they touch each other or the edge."""

from itertools import combinations
from xml.etree import ElementTree

from briefgen.figures.drawing import width
from briefgen.figures.figure import TALL, WIDE

SVG = "{http://www.w3.org/2000/svg}"
ASCENT, DESCENT = 0.68, 0.18  # of the size: what letters take over and under their line


def root(svg):
    return ElementTree.fromstring(svg)


def texts(svg):
    return [text.text or "" for text in root(svg).iter(f"{SVG}text")]


def written(svg):
    """Return all words of a drawing without spaces, so that a label in several lines can be found in it."""
    return "".join("".join(texts(svg)).split())


def boxes(svg):
    for text in root(svg).iter(f"{SVG}text"):
        x, y, size = (float(text.attrib[name]) for name in ("x", "y", "font-size"))
        right = x + width(text.text or "", size, bold=text.get("font-weight") == "600")
        yield text.text, x, y - ASCENT * size, right, y + DESCENT * size


def assert_clear(svg):
    """Assert that no word meets another or leaves the drawing, and that the drawing is no larger than a page."""
    _, _, wide, high = map(float, root(svg).attrib["viewBox"].split())
    found = list(boxes(svg))
    assert wide <= WIDE
    assert high <= TALL + 30
    for text, left, top, right, bottom in found:
        assert left >= -0.05, text
        assert right <= wide + 0.05, text
        assert top >= -0.05, text
        assert bottom <= high + 0.05, text
    for (one, *a), (other, *b) in combinations(found, 2):
        apart = a[2] <= b[0] + 0.05 or b[2] <= a[0] + 0.05 or a[3] <= b[1] + 0.05 or b[3] <= a[1] + 0.05
        assert apart, (one, other)
