"""Each format is a module that can be chosen by its name, and what it makes is complete."""

import base64
import pkgutil
import re

import pytest

from briefgen import outputs
from briefgen.compose.page import Page
from briefgen.errors import PrintError, TemplateError
from briefgen.outputs import SUFFIXES, output
from tests.pdf.reading import document
from tests.printing import Printer

STYLE = '* { font-family: "Source Sans 3", "Vazirmatn", sans-serif } h1 { font-family: "Source Serif 4 Display" }'


def page(body: str = "<p>Text</p>") -> Page:
    return Page(document(body, STYLE), "A brief", "en")


@pytest.fixture(scope="module")
def press():
    with Printer(1) as printer:
        yield printer.print


def test_every_module_is_a_format_and_can_be_chosen():
    modules = {module.name for module in pkgutil.iter_modules(outputs.__path__)} - {"made"}
    assert modules == set(SUFFIXES) == {suffix.rpartition(".")[2] for suffix in SUFFIXES.values()}


@pytest.mark.parametrize(("name", "start"), [("pdf", b"%PDF-1.7"), ("html", b"<!doctype html>")])
def test_a_format_makes_a_file(press, name, start):
    made = output(name).make(page(), press)
    assert made.data.startswith(start)
    assert made == output(name).make(page(), press)


def test_a_pdf_says_how_many_pages_it_has(press):
    assert output("pdf").make(page("<p style='break-before: page'>b"), press).pages == 2


def test_a_pdf_that_cannot_be_printed_fails_with_the_reasons(press):
    with pytest.raises(PrintError, match="may use nothing from outside"):
        output("pdf").make(page("<img alt='x' src='x.png'>"), press)


def faces(html: bytes) -> list[tuple[str, str, str]]:
    pattern = (
        rb'font-family: "([^"]+)"; font-weight: (\d+); font-style: (\w+); src: url\(data:font/woff2;base64,([^)]+)\)'
    )
    found = re.findall(pattern, html)
    assert all(base64.b64decode(font).startswith(b"wOF2") for *_, font in found)
    return [(family.decode(), weight.decode(), style.decode()) for family, weight, style, _ in found]


def test_html_carries_the_fonts_that_it_names_once_each(press):
    found = faces(output("html").make(page(), press).data)
    assert {family for family, _, _ in found} == {"Source Sans 3", "Source Serif 4 Display"}
    assert len(found) == len(set(found)) == 6


def test_html_carries_the_arabic_face_where_there_is_arabic_script(press):
    found = faces(output("html").make(page("<p>تحریک"), press).data)
    assert ("Vazirmatn", "400", "normal") in found


def test_html_is_otherwise_the_page(press):
    made = output("html").make(page(), press).data.decode()
    assert re.sub(r"<style>\n@font-face.*?</style>\n", "", made, flags=re.DOTALL) == page().html
    assert made.index("@font-face") < made.index("</head>")


def test_html_refers_to_nothing_outside(press):
    made = output("html").make(page(), press).data
    assert set(re.findall(rb"url\((\w+):", made)) == {b"data"}


def test_a_page_without_a_head_is_a_fault_of_the_template(press):
    with pytest.raises(TemplateError, match="no </head>"):
        output("html").make(Page("<p>x", "x", "en"), press)
