"""How far a page is over its budget, and how high what stands on it is, in millimetres."""

import pytest

from briefgen.errors import PrintError
from briefgen.pdf import OverfullError
from tests.pdf.reading import document

STYLE = """\
@page { size: 100mm 120mm; margin: 10mm }
* { margin: 0; padding: 0 }
h1, p, td, th { font: 10pt/5mm sans-serif }
"""


@pytest.fixture(scope="session")
def measured(printer):
    """Return a function that measures a page with some body, which is too long for its budget."""

    def measure(body, budget=1, style=""):
        with pytest.raises(OverfullError) as refusal:
            printer.print(document(body, STYLE + style), budget)
        return refusal.value

    return measure


def test_a_page_within_its_budget_is_printed(printer):
    assert printer.print(document("<p>a<p style='break-before: page'>b", STYLE), 2).pages == 2


def test_a_page_says_by_how_much_it_is_over(measured):
    """The head takes 5 mm of 100; of 25 lines, six have no room."""
    assert measured("<p>a" * 25).over == pytest.approx(30, abs=0.1)
    assert measured("<p>a" * 45, budget=2).over == pytest.approx(30, abs=0.1)


def test_room_that_is_left_where_a_block_was_moved_on_counts(measured):
    body = "<div style='break-inside: avoid'>" + "<p>a" * 10 + "</div>"
    assert measured(body * 2).over == pytest.approx(5, abs=0.1)


def test_room_before_a_break_that_the_style_asks_for_does_not(measured):
    assert measured("<p>a<p style='break-before: page'>b").over == pytest.approx(5, abs=0.1)


@pytest.mark.parametrize(
    ("body", "height"),
    [
        ("<p data-fit='e-1'>a<br>a", 10),
        ("<p data-fit='e-1' style='margin: 3mm 0 2mm; border-top: 1mm solid black'>a", 9),
        ("<table><tr data-fit='e-1'><td>a<td>a<br>a</table>", 10),
        ("<ul><li data-fit='e-1'><p>a</p><p>a</p></ul>", 10),
        ("<div style='display: flex'><p data-fit='e-1'>a<br>a</p></div>", 10),
        ("<p>a <span data-fit='e-1'>a</span>", 5),
        ("<p data-fit='e-1'>a<p>b<p data-fit='e-1'>a", 10),
        ("<div data-fit='e-1'><p>a</p></div>", 5),
    ],
)
def test_an_element_with_a_name_is_measured(measured, body, height):
    heights = measured(body + "</p><p>b" * 30).heights

    assert heights == {"e-1": pytest.approx(height, abs=1.5 if "span" in body else 0.1)}


def test_fragments_on_several_pages_are_added_up(measured):
    assert measured(f"<div data-fit='e-1'>{'<p>a' * 25}</div>").heights == {"e-1": pytest.approx(125, abs=0.1)}


def test_a_fault_of_the_page_goes_before_its_length(printer):
    with pytest.raises(PrintError, match="Ignored `colour: red"):
        printer.print(document("<p>a" * 40, STYLE + "p { colour: red }"), 1)
