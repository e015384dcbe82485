"""The assessment and the source report: whole, in order, in the words of the other products, with a contents list."""

import functools
import html as entities
import re

import page as validator
import pypdf
import pytest

from briefgen import issuing, sheet
from briefgen.compose import House, compose
from briefgen.resources import templates_folder
from tests.pdf.order import misplaced
from tests.printed import PART, ROOT, build

BRIEFS = sorted(ROOT.glob("briefs/*.yaml"))
FIRST = ROOT / "docs" / "first-sheet.yaml"
SHEETS = [*BRIEFS, FIRST]
LONG = ["assessment", "source-report"]
PRINTED = [pytest.param(path, marks=pytest.mark.slow if path.stem in PART else (), id=path.stem) for path in SHEETS]


@functools.cache
def view(path):
    parsed = sheet.load(path, ROOT / "briefs" / "registry", ROOT)
    assert parsed.sheet
    assert parsed.sheet.product.handling
    return issuing.make(parsed.sheet, parsed.sheet.product.handling.marking)


@functools.cache
def page_of(path, product):
    return compose(view(path), product, [templates_folder()], House("Example Desk")).html


def words(html):
    """Return what can be read of some HTML, on one line."""
    text = re.sub(r"<(style|svg|title)\b.*?</\1>|<[^>]*>", " ", html, flags=re.S)
    return re.sub(r"\s+([.,;:)”])", r"\1", " ".join(entities.unescape(text).replace("\u2060", "").split()))


def elements(html, pattern):
    return [words(found) for found in re.findall(pattern, html, re.S)]


@pytest.fixture(scope="module")
def pdf(printed, tmp_path_factory):
    """Return a function from a sheet and a product to its PDF."""

    @functools.cache
    def long(path):
        made = build(tmp_path_factory.mktemp("long"), path, "--product", ",".join(LONG))
        return {(product, kind): path for product, kind, path in made}

    return lambda path, product: (long(path) if path.stem in PART else printed(path))[product, "pdf"]


@pytest.mark.parametrize("path", PRINTED)
@pytest.mark.parametrize("product", LONG)
def test_validators_and_a_listener_pass_the_pdf(pdf, path, product):
    data = pdf(path, product).read_bytes()
    reports = [validator.validate_pdf_bytes(data, profile=profile) for profile in ("3a", "ua1")]

    assert [failure.message for report in reports for failure in report.failures] == []
    assert all(report.is_compliant for report in reports)
    assert misplaced(data) == [], "it is read out in the order of the page"


def bookmarks(reader, level, depth=0):
    """Return title and page of the bookmarks of one level, from 0."""
    found = []
    for one in level:
        if isinstance(one, list):
            found += bookmarks(reader, one, depth + 1)
        else:
            found.append((depth, one.title, (reader.get_destination_page_number(one) or 0) + 1))
    return found


def test_the_contents_list_names_the_pages_of_the_bookmarks(pdf):
    exercise = ROOT / "briefs" / "flood-exercise.yaml"
    reader = pypdf.PdfReader(pdf(exercise, "assessment"))
    marks = bookmarks(reader, reader.outline)
    sections = [(title, number) for depth, title, number in marks if depth == 1 and re.match(r"(\d+|[A-Z]) ", title)]
    first = " ".join(reader.pages[0].extract_text().split())

    assert len(sections) > 15
    for title, number in sections:
        assert re.search(rf"{re.escape(title)} ?{number}\b", first), title
    assert [title for depth, title, _ in marks if depth == 2][:2] == ["1 Highly likely", "2 Likely"]


def test_each_page_names_its_section(pdf):
    reader = pypdf.PdfReader(pdf(ROOT / "briefs" / "flood-exercise.yaml", "assessment"))

    assert "Key judgements" not in reader.pages[3].extract_text()
    assert "2 Key judgements" in " ".join(reader.pages[2].extract_text().split()), "it goes on from the page before"


@pytest.mark.parametrize("product", LONG)
def test_the_first_sheet_has_no_contents_list_and_no_numbered_sections(product):
    html = page_of(FIRST, product)

    assert "Contents" not in words(html)
    assert not re.search(r"<section[^>]* id=", html)


@pytest.mark.parametrize("path", SHEETS, ids=lambda path: path.stem)
@pytest.mark.parametrize("product", LONG)
def test_nothing_is_empty_and_every_link_leads_somewhere(path, product):
    html = page_of(path, product)
    ids = re.findall(r'\bid="([^"]+)"', html)

    assert not re.search(r"<(tbody|ul|ol|dl|dd|dt|table|section|h2|h3)\b[^>]*>\s*</\1>", html)
    assert not re.search(r"</dt>\s*</div>", html), "a name without anything that it names"
    assert len(ids) == len(set(ids))
    assert set(re.findall(r'href="#([^"]+)"', html)) <= set(ids)


@pytest.mark.parametrize("path", BRIEFS, ids=lambda path: path.stem)
def test_judgements_are_worded_as_in_the_situation_update(path):
    said = r'<(?:p|h3) class="say"[^>]*>(.*?)</(?:p|h3)>'
    update = elements(page_of(path, "situation-update"), said)

    assert update
    assert list(dict.fromkeys(elements(page_of(path, "assessment"), said))) == update
    report = words(page_of(path, "source-report"))
    assert all(sentence in report for sentence in update)


@pytest.mark.parametrize("path", BRIEFS, ids=lambda path: path.stem)
def test_the_assessment_leaves_out_no_table_of_the_situation_update(path):
    captions = r"<caption>Table \d+\. (.*?)</caption>"

    assert set(elements(page_of(path, "situation-update"), captions)) <= set(
        elements(page_of(path, "assessment"), captions)
    )


@pytest.mark.parametrize("path", SHEETS, ids=lambda path: path.stem)
def test_every_claim_and_source_has_an_entry(path):
    html, made = page_of(path, "source-report"), view(path)
    claims = re.findall(r'<div class="entry row[^"]*" id="claim-(\d+)">', html)

    assert [int(one) for one in claims] == list(range(1, len(made.claims) + 1))
    assert len(re.findall(r'<div class="entry row[^"]*"', html)) == len((*made.claims, *made.quotes, *made.sources))


def test_no_id_of_a_record_is_printed():
    """An id may name a source whose name is withheld."""
    for path in SHEETS:
        for product in LONG:
            text = words(page_of(path, product))
            assert not [one["id"] for one in view(path).records() if re.search(rf"\b{one['id']}\b", text)]


def test_a_withdrawn_claim_that_nothing_rests_on_says_so():
    html = page_of(ROOT / "briefs" / "flood-exercise.yaml", "source-report")
    entry = next(one for one in re.split(r'<div class="entry', html) if "Eleven people have drowned" in one)

    assert "Withdrawn By the channel that carried it, 15 October 2025" in words(entry)
    assert "Nothing rests on it." in words(entry)


FERRY = """\
briefgen: 1
product: {id: FERRY-002, title: The strike goes on, time: "2025-03-06", handling: TLP:CLEAR}
sources:
  - {id: s-union, title: Ballot, publisher: Union, access: seen, reliability: B, basis: its own words. Read whole}
  - {id: s-port, title: Notice, publisher: Harbour, reliability: A, bias: speaks for the port}
claims:
  - {id: c-ballot, text: Crews vote on a rise of 6 per cent., sources: s-union, credibility: 2}
  - {id: c-fleet, text: Three ferries are manned., sources: [s-port, s-union], credibility: 1}
summary: {bluf: "Crews vote [@c-ballot]."}
"""


@pytest.fixture(scope="module")
def ferry(tmp_path_factory):
    path = tmp_path_factory.mktemp("ferry") / "ferry.yaml"
    path.write_text(FERRY, encoding="utf-8")
    return path


def test_names_in_a_list_have_no_full_stop(ferry):
    assert "1 Crews vote on a rise of 6 per cent; 2 Three ferries are manned" in words(page_of(ferry, "source-report"))


@pytest.mark.parametrize("product", LONG)
def test_a_description_begins_with_a_capital_and_ends_with_a_stop(ferry, product):
    told = words(page_of(ferry, product))

    assert "Its own words. Read whole." in told
    assert "Speaks for the port." in told


def test_sources_and_their_grades_are_in_one_order_and_notation(ferry):
    table = re.search(r'<table class="claims">.*?</table>', page_of(ferry, "assessment"), re.S)
    assert table
    rows = elements(table[0], r"<tr>(.*?)</tr>")[1:]

    assert rows[1].startswith("Three ferries are manned. 1, 2 B1, A1")
