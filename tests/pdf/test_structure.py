"""A reader gets the document, not its pages: PDF/UA-1, whatever HTML a template may have written."""

import pytest

from tests.pdf.reading import DOT, drawing, elements, failures, kids, links, open_pdf, outline, root

TITLED = drawing("<title>Two bars: 4 and 9</title><rect width='9' height='9'/>")
HIDDEN = drawing("", "aria-hidden='true'")
ROWS = "".join(f"<tr><th scope='row'>Incident {i}</th><td>2024-02-{i % 28 + 1:02d}</td></tr>" for i in range(90))
LONG = f"<table><thead><tr><th>Name<th>Date</thead><tbody>{ROWS}</tbody><tfoot><tr><td>n<td>d</tfoot></table>"
URL = "https://example.org/"

SHAPES = {
    "a list item with text": ("<ul><li>One</ul>", "L(LI(Lbl LBody))"),
    "a list item with blocks": ("<ul><li>One<p>Two</p></ul>", "L(LI(Lbl LBody(P)))"),
    "a list item with a table": ("<ol><li><table><tr><td>x</table></ol>", "L(LI(Lbl LBody(Table(TBody(TR(TD))))))"),
    "a list without bullets": ("<ul style='list-style:none'><li><p>One</ul>", "L(LI(LBody(P)))"),
    "terms and descriptions": ("<dl><dt>A<dd>B<dt>C<dt>D<dd>E<dd>F</dl>", "L(LI(Lbl LBody) LI(Lbl) LI(Lbl LBody))"),
    "grouped terms": ("<dl><div><dt>A<dd>B</div><div><dt>C<dd>D</div></dl>", "L(LI(Lbl LBody) LI(Lbl LBody))"),
    "terms in a flex row": ("<dl style='display:flex'><dt>A<dd>B<dt>C<dd>D</dl>", "L(LI(Lbl LBody) LI(Lbl LBody))"),
    "a link with elements": (f"<p><a href='{URL}'>a <em>b</em> <b>c</b></a>", "P(Link(NonStruct NonStruct))"),
    "a link around blocks": (f"<a href='{URL}' style='display:block'><p>a</p></a>", "Link(P)"),
    "a link around a picture": (f"<p><a href='{URL}'>{TITLED}</a>", "P(Link(Figure))"),
    "a link with a page number": ("<p><a class='to' href='#t'>T</a><h2 id='t'>T</h2>", "P(Link) H2"),
    "a link over many lines": (f"<p><a href='{URL}'>{'a long link ' * 40}</a>", "P(Link)"),
    "a paragraph over columns": (f"<div style='columns:2'><p>{'text ' * 200}</div>", "Div(P)"),
    "a paragraph over pages": (f"<section><p>{'text ' * 2000}</section>", "Sect(P)"),
    "a list item over pages": (f"<ul><li>{'text ' * 2000}</ul>", "L(LI(Lbl LBody))"),
    "a cell over pages": (f"<table><tr><td>{'text ' * 2000}<td>x</table>", "Table(TBody(TR(TD TD)))"),
    "a block in an inline": ("<p style='display:inline'>a<span>b<div>c</div>d</span>", None),
    "a picture that is hidden": (f"<p>a {HIDDEN}", "P"),
    "text that is hidden": ("<p>a <span aria-hidden='true'>b</span><p aria-hidden='true'>c", "P"),
    "a footnote": (f"<p>a<span style='float:footnote'>b <a href='{URL}'>c</a></span></p>", None),
    "what stands on each page": ("<div style='position:fixed'>D</div><p>a<p class='next'>b", "Div P P"),
    "quotations and code": ("<blockquote><p>a</blockquote><pre>b</pre><hr>", None),
    "names in Arabic script": ("<p>a <span lang='ur' dir='rtl'>تحریک طالبان پاکستان</span>", "P"),
    "a picture of dots": (DOT, "NonStruct(Figure)"),
}
STYLE = ".next { break-before: page } .to::after { content: leader('.') target-counter(attr(href), page) }"


@pytest.mark.parametrize(("body", "shape"), SHAPES.values(), ids=SHAPES.keys())
def test_every_shape_of_html_is_valid_and_read_as_it_is_meant(pdf, body, shape):
    printed = pdf(body, STYLE)
    assert failures(printed) == []
    assert shape in (None, outline(printed))


def test_a_table_over_pages_is_one_table_with_one_head_and_one_foot(pdf):
    printed = pdf(LONG)
    assert len(open_pdf(printed).pages) > 2
    assert failures(printed) == []
    (table,) = elements(printed, "/Table")
    assert [part["/S"] for part in kids(table)] == ["/THead", "/TBody", "/TFoot"]
    assert len(elements(printed, "/TR")) == 92


def test_drawings_under_a_repeated_head_are_one_group_with_one_head(pdf):
    rows = "".join(f"<div>{drawing(f'<title>Row {number}</title>')}</div>" for number in range(90))
    style = "main { display: table } div { display: table-row } div:first-child { display: table-header-group }"
    printed = pdf(f"<main>{rows}</main>", style)
    assert len(open_pdf(printed).pages) > 1
    assert failures(printed) == []
    assert [str(figure["/Alt"]) for figure in elements(printed, "/Figure")] == [f"Row {number}" for number in range(90)]


def test_fragments_are_joined_in_reading_order(pdf):
    words = " ".join(f"w{i}" for i in range(1500))
    marked = [kid for element in elements(pdf(f"<div><p>{words}</p></div>"), "/P") for kid in kids(element)]
    assert [kid["/Pg"] for kid in marked] == sorted(
        (kid["/Pg"] for kid in marked), key=lambda page: page["/StructParents"]
    )


@pytest.mark.parametrize(
    ("head", "scopes"),
    [
        ("<thead><tr><th>a<th>b</thead><tr><th>c<td>d", ["/Column", "/Column", "/Row"]),
        ("<thead><tr><th rowspan=2>n<th colspan=2>g<tr><th>a<th>b</thead><tr><td>1<td>2<td>3", ["/Column"] * 4),
        ("<tr><th scope='col'>a<th scope='colgroup'>b<tr><th scope='rowgroup'>c<td>d", ["/Column", "/Column", "/Row"]),
    ],
)
def test_every_head_cell_says_what_it_is_the_head_of(pdf, head, scopes):
    printed = pdf(f"<table>{head}</table>")
    assert failures(printed) == []
    assert [cell["/A"]["/Scope"] for cell in elements(printed, "/TH")] == scopes


def test_a_link_has_one_annotation_a_line(pdf):
    assert len(links(pdf(f"<p><a href='{URL}'>a <em>b</em> <b>c</b></a>"))) == 1


def test_a_picture_has_its_title_as_alternative_and_its_place_in_points(pdf):
    (figure,) = elements(
        pdf(TITLED, "@page { size: 400px 400px; margin: 0 } body, h1 { margin: 0 } h1 { height: 100px }"), "/Figure"
    )
    assert figure["/Alt"] == "Two bars: 4 and 9"
    assert figure["/A"]["/BBox"] == [0, 300 - 75 - 15, 30, 300 - 75]


def test_language_is_told_for_the_document_and_where_it_changes(pdf):
    printed = pdf("<p>a <i lang='ur-Latn'>tehrik</i>", lang="en-GB")
    assert root(printed)["/Lang"] == "en-GB"
    assert [element["/Lang"] for element in elements(printed) if "/Lang" in element] == ["ur-Latn"]
