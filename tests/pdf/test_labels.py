"""What a reader's page field shows is what the foot of the page prints."""

import pytest

from tests.pdf.reading import failures, open_pdf, root

FOOT = "@page { size: A6; @bottom-left { content: counter(page) } } p { break-before: page }"
BODY = "<p>a<p>b<section><p>c<p>d</section>"


def printed(reader):
    return [one.extract_text().split()[-1] for one in reader.pages]


@pytest.mark.parametrize(
    ("style", "labels"),
    [
        ("", ["1", "2", "3", "4", "5"]),
        ("@page :first { counter-reset: page 6 }", ["6", "7", "8", "9", "10"]),
        ("section { page: annex } @page annex:nth(1 of annex) { counter-reset: page 1 }", ["1", "2", "3", "1", "2"]),
        ("section { page: annex } @page annex:nth(1 of annex) { counter-reset: page }", ["1", "2", "3", "0", "1"]),
        ("section { page: annex } @page annex { counter-increment: page 2 }", ["1", "2", "3", "5", "7"]),
    ],
)
def test_a_page_is_labelled_with_the_number_at_its_foot(pdf, style, labels):
    made = pdf(BODY, FOOT + style)
    reader = open_pdf(made)

    assert reader.page_labels == labels == printed(reader)
    assert failures(made) == []


def test_an_ordinary_file_has_one_range_of_labels(pdf):
    assert root(pdf(BODY, FOOT))["/PageLabels"]["/Nums"] == [0, {"/S": "/D", "/St": 1}]
