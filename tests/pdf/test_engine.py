"""Nothing that is wrong gets out: each page is right or refused in a sentence."""

import pytest

from briefgen.errors import PrintError
from tests.pdf.reading import document, drawing


@pytest.mark.parametrize(
    ("body", "sentence"),
    [
        ("<p>漢字 and 漢", "no glyph for 漢 U+6F22 CJK UNIFIED IDEOGRAPH-6F22, 字 U+5B57 CJK UNIFIED IDEOGRAPH-5B57 —"),
        ("<p>" + "".join(map(chr, range(0x4E00, 0x4E10))), "and 6 more"),
        ("<p>\ue000", "U+E000 a character without a name"),
        ("<style>p { colour: red }</style><p>x", "Ignored `colour: red"),
        ("<p><a href='#nowhere'>x</a>", "No anchor #nowhere"),
        ("<img alt='x' src='data:image/png;base64,R0lGODlhAQ=='>", "not of type image/png, as it says"),
        ("<img alt='x' src='data:font/ttf,x'>", "data of type font/ttf is not allowed"),
        ("<img alt='x' src='data:image/png;base64,iVBORw0KGgo='>", "Failed to load image"),
        ("<a rel='attachment' href='data:text/css,x'>x</a>", "may not attach files"),
        ("<a href='file:///etc/passwd'>x</a>", "a link leads to file:///etc/passwd"),
        ("<a href='notes/x.html'>x</a>", "a link leads to notes/x.html"),
        ("<a href='javascript:alert(1)'>x</a>", "a link leads to javascript:alert(1)"),
        (drawing("<rect/>"), "no text alternative"),
        ("<h3>x</h3>", "a heading of level 3 follows one of level 1"),
        ("<h2> </h2><p>x", "a heading has no words"),
        (f"<h2>{drawing('<title>t</title><rect/>')}</h2>", "a heading has no words"),
        (
            "<style>@page { @top-left { content: element(r) } } h2 { position: running(r) }</style><h2>Top</h2><p>x",
            "the running head Top is a heading",
        ),
        ("<p style='opacity: .5'>x", "text with opacity"),
        ("<div>" * 300, "nested too deeply"),
        ("<p style='font-size: 1e7px'>x", "too large or too small"),
        ("<p>\ud800", "could not be laid out"),
    ],
)
def test_what_is_wrong_with_a_page_is_said_in_a_sentence(printer, body, sentence):
    with pytest.raises(PrintError) as refusal:
        printer.print(document(body))
    assert sentence in str(refusal.value)
    assert "Traceback" not in str(refusal.value)
    assert "brief.invalid" not in str(refusal.value)


def test_everything_that_is_wrong_is_said_at_once(printer):
    body = "<style>p { colour: red }</style><p>漢<p><a href='x'>x</a><h4>x</h4>"
    with pytest.raises(PrintError) as refusal:
        printer.print(document(body))
    assert len(refusal.value.messages) == 4


@pytest.mark.parametrize(
    ("page", "sentence"),
    [("<html lang='en'><h1>x</h1>", "no title"), ("<title>x</title><h1>x</h1>", 'Missing required "lang"')],
)
def test_a_page_without_title_or_language_is_refused(printer, page, sentence):
    with pytest.raises(PrintError, match=sentence):
        printer.print(page)


def test_a_document_without_end_is_refused(printer):
    page = document("<p>a" * 401, "p { break-after: page }")
    with pytest.raises(PrintError, match="it has 401 pages, more than the 400 that may be"):
        printer.print(page)
