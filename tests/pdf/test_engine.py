"""Nothing from outside gets in, and nothing that is wrong gets out: each page is right or refused in a sentence."""

import http.server
import threading
from urllib.parse import quote

import pytest

from briefgen.errors import PrintError
from tests.pdf.reading import document, drawing

ATTACKS = {
    "a file": "<img alt='x' src='file:///etc/passwd'>",
    "a relative path": "<img alt='x' src='../secret.png'>",
    "a picture of the web": "<img alt='x' src='{web}x.png'>",
    "a picture inside a drawing": drawing("<title>t</title><image href='{web}x.png' width='5' height='5'/>"),
    "a file inside a drawing": drawing("<title>t</title><image href='file:///etc/passwd' width='5' height='5'/>"),
    "a drawing inside a picture": "<img alt='x' src='data:image/svg+xml,{nested}'>",
    "an imported style": "<style>@import '{web}x.css';</style>",
    "a linked style": "<link rel='stylesheet' href='{web}x.css'>",
    "a font": "<style>@font-face { font-family: x; src: url({web}x.ttf) } p { font-family: x }</style><p>x",
    "a background": "<p style='background: url({web}x.png)'>x",
    "a bullet": "<ul style='list-style-image: url({web}x.png)'><li>x</ul>",
    "generated content": "<style>p::before { content: url({web}x.png) }</style><p>x",
    "a colour profile": "<style>@color-profile --x { src: url({web}x.icc) }</style>",
    "an object": "<object data='file:///etc/passwd'></object>",
    "an embedded page": "<embed src='{web}'>",
    "an attached file": "<link rel='attachment' href='file:///etc/passwd'>",
    "an attached link": "<a rel='attachment' href='file:///etc/passwd'>x</a>",
    "another base": "<base href='file:///etc/'><img alt='x' src='passwd'>",
}


@pytest.fixture(scope="module")
def web():
    """Return the address of a server, and the list of what it was asked for."""
    asked: list[str] = []

    class Server(http.server.BaseHTTPRequestHandler):
        def do_GET(self):
            asked.append(self.path)
            self.send_error(404)

        def log_message(self, *arguments):
            pass

    server = http.server.HTTPServer(("127.0.0.1", 0), Server)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/", asked
    server.shutdown()
    server.server_close()


@pytest.mark.parametrize("attack", ATTACKS.values(), ids=ATTACKS.keys())
def test_a_page_that_reaches_outside_is_refused_and_reaches_nothing(printer, web, attack):
    address, asked = web
    nested = quote(drawing(f"<image href='{address}x.png' width='5' height='5'/>"))
    body = attack.replace("{web}", address).replace("{nested}", nested)
    with pytest.raises(PrintError, match="may use nothing from outside"):
        printer.print(document(body))
    assert asked == []


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


def test_what_the_page_carries_itself_may_be_used(pdf):
    assert pdf("<style>@import 'data:text/css,p{color:red}';</style><p>x")
