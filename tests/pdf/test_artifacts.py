"""Running heads, repeated table heads and hidden parts are decoration: marked so, and out of the structure."""

from tests.pdf.reading import content, drawing, elements, failures, links, outline
from tests.pdf.test_structure import LONG

STYLE = """@page { @top-left { content: element(head) } @bottom-right { content: counter(page) " of " counter(pages) } }
.head { position: running(head) }"""
RUNNING = "<div class='head'>TLP:CLEAR <a href='https://example.org/margin'>a link</a></div><p>Text</p>"


def test_running_heads_are_pagination(pdf):
    printed = pdf(RUNNING, STYLE)
    assert failures(printed) == []
    assert outline(printed) == "P"
    assert content(printed).count(b"/Artifact\n<</Type /Pagination>>\nBDC") >= 3


def test_links_in_running_heads_are_left_out_of_the_file(pdf):
    printed = pdf(RUNNING, STYLE)
    assert links(printed) == []
    assert b"example.org/margin" not in printed


def test_the_repeated_head_of_a_long_table_is_pagination(pdf):
    assert b"Pagination" in content(pdf(LONG))


def test_hidden_pictures_are_layout(pdf):
    hidden = drawing("<rect width='9' height='9'/>", "aria-hidden='true'")
    printed = pdf(f"<p>a {hidden}")
    assert failures(printed) == []
    assert elements(printed, "/Figure") == []
    assert content(printed).count(b"/Artifact\n<</Type /Layout>>\nBDC") == 1
