"""Where the words of a drawing stand, to see whether they touch each other or the edge."""

from itertools import combinations
from xml.etree import ElementTree

from briefgen.figures.drawing import width
from briefgen.figures.figure import TALL, WIDE

SVG = "{http://www.w3.org/2000/svg}"
ASCENT, DESCENT = 0.68, 0.18  # of the size: what letters take over and under their line


def root(svg):
    """Return an element that holds all drawings of a figure."""
    return ElementTree.fromstring(f"<div>{svg}</div>")


def alternatives(svg):
    """Return the text alternatives of a figure's drawings, in order."""
    return [title.text for title in root(svg).iter(f"{SVG}title")]


def texts(svg):
    return [text.text or "" for text in root(svg).iter(f"{SVG}text")]


def written(svg):
    """Return all words of a drawing without spaces, so that a label in several lines can be found in it."""
    return "".join("".join(texts(svg)).split())


def boxes(drawing):
    for text in drawing.iter(f"{SVG}text"):
        x, y, size = (float(text.attrib[name]) for name in ("x", "y", "font-size"))
        right = x + width(text.text or "", size, bold=text.get("font-weight") == "600")
        yield text.text, x, y - ASCENT * size, right, y + DESCENT * size


def assert_clear(svg):
    """Assert that no word meets another or leaves its drawing, and that the figure is no larger than a page."""
    drawings = list(root(svg).iter(f"{SVG}svg"))
    assert sum(float(one.attrib["viewBox"].split()[3]) for one in drawings) <= TALL + 30
    for one in drawings:
        _assert_clear(one)


def _assert_clear(drawing):
    x, y, wide, high = map(float, drawing.attrib["viewBox"].split())
    found = list(boxes(drawing))
    assert wide <= WIDE
    for text, left, top, right, bottom in found:
        assert left >= x - 0.05, text
        assert right <= x + wide + 0.05, text
        assert top >= y - 0.05, text
        assert bottom <= y + high + 0.05, text
    for (one, *a), (other, *b) in combinations(found, 2):
        apart = a[2] <= b[0] + 0.05 or b[2] <= a[0] + 0.05 or a[3] <= b[1] + 0.05 or b[3] <= a[1] + 0.05
        assert apart, (one, other)
