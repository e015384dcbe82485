"""The order in which a page is read aloud is the order in which it is read; the check itself can fail."""

import re

import pytest

from tests.pdf.order import misplaced

STYLE = "@page { size: A6; margin: 10mm }"


@pytest.mark.parametrize(
    "body",
    [
        "<p>one</p><p style='position: absolute; top: 0'>two</p>",
        "<p style='position: relative; top: 20mm'>one</p><p>two</p>",
        "<p style='margin-bottom: -20mm; padding-top: 20mm'>one</p><p>two</p>",
        "<p><span style='position: relative; left: 20mm'>one</span> two</p>",
    ],
)
def test_what_stands_elsewhere_than_it_is_read_is_found(pdf, body):
    assert any(re.search(r"two *' is read after", one) for one in misplaced(pdf(body, STYLE)))


@pytest.mark.parametrize(
    "body",
    [
        "<p>one<p>two <b>three</b> four<sup>5</sup> " + "and so on " * 60,
        "<div style='columns: 2'><p>" + "one two three " * 60 + "</div><p>four",
        "<table><thead><tr><th>a<th>b</thead><tr><td>c<br>c<td>d<tr><td>e<td>f</table>",
        "<div style='display: flex'><p>a<br>a<br>a</p><div><p>b</p><p>c</p></div></div><p>d",
        "<div style='position: relative; padding-left: 30mm'><p>main<br>main</p><p style='position: absolute; left: 0; "
        "top: 0'>side</p></div>",
        "<ul><li>one<ul><li>two</ul><li>three</ul>",
        "<p>one <bdi lang='ur'>تحریک طالبان <b>پاکستان</b></bdi> two",
        "<p>one<p style='break-before: page'>two",
    ],
)
def test_what_stands_where_it_is_read_passes(pdf, body):
    assert misplaced(pdf(body, STYLE)) == []
