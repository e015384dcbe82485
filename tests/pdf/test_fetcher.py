"""Nothing from outside gets in: no file and no packet, whatever a page writes for an address."""

import base64
import contextlib
import http.server
import io
import os
import threading
from urllib.parse import quote

import pytest
from PIL import Image

from briefgen.errors import PrintError
from briefgen.resources import fonts_folder
from tests.pdf.reading import document, drawing

CANARY = "CANARY-4711"


def inside(drawn: str) -> str:
    """Return a picture that is a drawing with this inside."""
    return f"<img alt='x' src='data:image/svg+xml,{quote(drawing(drawn), safe='{}')}'>"


#: Ways in which WeasyPrint can be made to fetch; {web} is a server and {secret} a file, both real.
FETCHES = {
    "a picture that is a file": "<img alt='x' src='file://{secret}'>",
    "a file of this computer by name": "<img alt='x' src='file://localhost{secret}'>",
    "a file in capitals": "<img alt='x' src='FILE://{secret}'>",
    "a file with a picture's name behind it": "<img alt='x' src='file://{secret}?x.png'>",
    "a file with one slash": "<img alt='x' src='file:{secret}'>",
    "a device without end": "<img alt='x' src='file:///dev/zero'>",
    "a pipe that nobody writes to": "<img alt='x' src='file://{secret}.pipe'>",
    "an attached file": "<link rel='attachment' href='file://{secret}'>",
    "an attached link": "<a rel='attachment' href='file://{secret}'>x</a>",
    "an attached page of the web": "<link rel='attachment' href='{web}x'>",
    "another base": "<base href='file:///etc/'><img alt='x' src='passwd'>",
    "a base in the web": "<base href='{web}'><img alt='x' src='x.png'>",
    "a picture of the web": "<img alt='x' src='{web}x.png'>",
    "a picture by https": "<img alt='x' src='https://127.0.0.1:9/x.png'>",
    "a picture by ftp": "<img alt='x' src='ftp://127.0.0.1:9/x.png'>",
    "a picture of another host": "<img alt='x' src='//127.0.0.1:9/x.png'>",
    "a picture that is somewhere else": "<img alt='x' src='{web}redirect'>",
    "a linked style": "<link rel='stylesheet' href='{web}x.css'>",
    "a linked style that is a file": "<link rel='stylesheet' href='file://{secret}'>",
    "an imported style": "<style>@import '{web}x.css';</style>",
    "a style imported by an imported style": "<style>@import 'data:text/css,@import %22{web}x.css%22;';</style>",
    "a font": "<style>@font-face { font-family: x; src: url({web}x.ttf) } p { font-family: x }</style><p>x",
    "a font that is a file": "<style>@font-face { font-family: x; src: url(file://{secret}) }</style><p>x",
    "a background": "<p style='background: url({web}x.png)'>x",
    "the background of a page": "<style>@page { background: url({web}x.png) }</style>",
    "a bullet": "<ul style='list-style-image: url({web}x.png)'><li>x</ul>",
    "a frame": "<p style='border: 9px solid; border-image: url({web}x.png) 9'>x",
    "generated content": "<style>p::before { content: url({web}x.png) }</style><p>x",
    "content of the margin": "<style>@page { @top-left { content: url({web}x.png) } }</style>",
    "a colour profile": "<style>@color-profile --x { src: url({web}x.icc) }</style>",
    "a colour profile that is a file": "<style>@color-profile --x { src: url(file://{secret}) }</style>",
    "an object": "<object data='file://{secret}'></object>",
    "an embedded page": "<embed src='{web}'>",
    "a picture inside a drawing": drawing("<title>t</title><image href='{web}x.png' width='5' height='5'/>"),
    "a file inside a drawing": drawing("<title>t</title><image href='file://{secret}' width='5' height='5'/>"),
    "a font inside a drawing": drawing("<title>t</title><style>@font-face{font-family:x;src:url({web}x.ttf)}</style>"),
    "a picture of the web inside a picture": inside("<image href='{web}x.png' width='5' height='5'/>"),
    "a file inside a picture": inside("<image href='file://{secret}' width='5' height='5'/>"),
    "an attached file beside the page": "<link rel='attachment' href='../secret.png'>",
}

#: The same by ways that WeasyPrint loses before it asks the fetcher.
LOST = {
    "a drawing used by a drawing": drawing("<title>t</title><use href='{web}x.svg#a'/>"),
    "a style inside a picture": inside("<style>@import '{web}x.css';</style><rect/>"),
}

#: Names of files beside or above the page, as a browser would find them.
NAMES = (
    "secret.png",
    "../secret.png",
    "/../../secret.png",
    "%2e%2e/secret.png",
    "..%2fsecret.png",
    "..\\secret.png",
    "link.png",
    "linked/secret.png",
    "hard.png",
    "secret.png%00.png",
)

#: Formats that Pillow reads and a page may not have; the last two are texts.
FORMATS = ("BMP", "DDS", "GIF", "ICO", "JPEG2000", "PCX", "SGI", "TGA", "TIFF", "EPS", "XBM")


@pytest.fixture(scope="module")
def web():
    """Return the address of a server, and the list of what it was asked for."""
    asked: list[str] = []

    class Server(http.server.BaseHTTPRequestHandler):
        def do_GET(self):
            asked.append(self.path)
            self.send_response(302)
            self.send_header("Location", "file:///etc/passwd")
            self.end_headers()

        def log_message(self, *arguments):
            pass

    server = http.server.HTTPServer(("127.0.0.1", 0), Server)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/", asked
    server.shutdown()
    server.server_close()


@pytest.fixture(scope="module")
def secret(tmp_path_factory):
    """Return a secret file, which links of all kinds lead to."""
    folder = tmp_path_factory.mktemp("secrets")
    file = folder / "secret.png"
    Image.new("RGB", (1, 1)).save(file)
    (folder / "link.png").symlink_to(file)
    (folder / "linked").symlink_to(folder)
    os.link(file, folder / "hard.png")
    os.mkfifo(f"{file}.pipe")
    return file


@pytest.mark.parametrize("attack", FETCHES.values(), ids=FETCHES.keys())
def test_a_page_that_reaches_outside_is_refused_and_reaches_nothing(printer, web, secret, attack):
    address, asked = web
    with pytest.raises(PrintError, match="may use nothing from outside"):
        printer.print(document(attack.replace("{web}", address).replace("{secret}", str(secret))))
    assert asked == []


@pytest.mark.parametrize("attack", LOST.values(), ids=LOST.keys())
def test_what_is_lost_on_the_way_reaches_nothing_either(printer, web, attack):
    address, asked = web
    with contextlib.suppress(PrintError):
        printer.print(document(attack.replace("{web}", address)))
    assert asked == []


@pytest.mark.parametrize("name", NAMES)
def test_a_page_finds_no_file_by_name(printer, secret, monkeypatch, name):
    monkeypatch.chdir(secret.parent)
    with pytest.raises(PrintError, match="may use nothing from outside"):
        printer.print(document(f"<img alt='x' src='{name}'>"))


def picture(kind: str) -> bytes:
    """Return a picture of one dot in a format of Pillow."""
    content = io.BytesIO()
    Image.new("1" if kind == "XBM" else "RGB", (1, 1)).save(content, kind)
    return content.getvalue()


@pytest.mark.parametrize("claimed", ["image/png", "text/css"])
@pytest.mark.parametrize("kind", FORMATS)
def test_no_other_decoder_of_pictures_is_reached(printer, kind, claimed):
    content = base64.b64encode(picture(kind)).decode()
    with pytest.raises(PrintError, match=r"not of type|Failed to load image"):
        printer.print(document(f"<img alt='x' src='data:{claimed};base64,{content}'>"))


def test_a_page_brings_no_font_as_a_style_sheet(printer):
    font = base64.b64encode(next(fonts_folder().glob("ttf/*.ttf")).read_bytes()).decode()
    style = f"@font-face {{ font-family: x; src: url(data:text/css;base64,{font}) }} p {{ font-family: x }}"
    with pytest.raises(PrintError, match="nor a font of its own"):
        printer.print(document("<p>x", style))


@pytest.mark.parametrize(
    "entities",
    [
        "<!ENTITY a SYSTEM 'file://{secret}'>",
        "<!ENTITY a0 'lol'>"
        + "".join(f"<!ENTITY a{n} '{f'&a{n - 1};' * 10}'>" for n in range(1, 10))
        + "<!ENTITY a '&a9;'>",
    ],
    ids=["a file", "a billion laughs"],
)
def test_entities_of_a_drawing_are_not_expanded(printer, secret, entities):
    drawn = f"<!DOCTYPE svg [{entities.replace('{secret}', str(secret))}]>" + drawing("<text>&a;</text>")
    with pytest.raises(PrintError, match="Failed to load image"):
        printer.print(document(f"<img alt='x' src='data:image/svg+xml,{quote(drawn)}'>"))


def test_what_the_page_carries_itself_may_be_used(pdf):
    assert pdf("<style>@import 'data:text/css,p{color:red}';</style><p>x")
