"""A style sheet that is parsed once for many pages counts for each of them."""

import pytest

from briefgen.errors import PrintError

NUMBERED = "<ol><li>One<li>Two</ol>"


@pytest.mark.parametrize(
    "style",
    [
        "@page { size: A6; @top-left { content: 'Top' } } p { color: #123456 }",
        "@media print { @page { margin: 1cm } li { color: #654321 } }",
        "@counter-style up { system: cyclic; symbols: 'x' 'y' } li { list-style: up }",
        "@layer low, high; @layer high { li { color: #112233 } } @layer low { li { color: #332211 } }",
    ],
)
def test_a_style_sheet_counts_for_the_next_page_as_for_the_first(pdf, style):
    first = pdf(NUMBERED, style)
    assert pdf("<p>another page", style) != first
    assert pdf(NUMBERED, style) == first != pdf(NUMBERED)


@pytest.mark.parametrize(
    ("style", "sentence"),
    [
        ("p { colour: red }", "Ignored `colour: red"),
        ("@import 'more.css';", "more.css"),
        ("@\\69mport 'more.css';", "more.css"),
        ("@font-face { font-family: own; src: url(own.ttf) }", "@font-face"),
    ],
)
def test_what_is_wrong_with_a_style_sheet_is_said_of_every_page(pdf, style, sentence):
    for _ in range(2):
        with pytest.raises(PrintError, match=sentence):
            pdf(NUMBERED, style)


def test_a_style_sheet_is_parsed_once():
    from briefgen.pdf.sheets import sheet  # loads WeasyPrint

    rules: list[list[object]] = [[], []]
    first, second = (sheet(string="@page { margin: 1cm }", page_rules=own) for own in rules)
    assert first is second
    assert len(rules[0]) == 1
    assert rules[0] == rules[1]
