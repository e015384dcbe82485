"""A product with a page budget, from the sheet to the files."""

from pathlib import Path
from typing import Any, cast

import pytest

from briefgen import desk, flow
from briefgen.build import WORK, fit
from briefgen.build.cache import FOLDER, Ledger
from briefgen.build.drawing import reply
from briefgen.build.order import Order
from briefgen.compose import NOTHING, Budget, Page
from briefgen.pdf import Printed
from briefgen.resources import templates_folder
from briefgen.theme import choose
from briefgen.workers import Pool
from tests.calling import call
from tests.pdf.reading import failures, text

PRODUCT = """\
title = "Card"
summary = "One small page."

[fit]
pages = 1
next = "situation-update"
yields = ["gaps", "events", "narrative", "judgements"]
"""
TEMPLATE = """\
<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>{{ brief.product.title }}</title><style>
@page { size: 100mm 80mm; margin: 10mm }
* { margin: 0; padding: 0 }
html { font: 10pt/5mm sans-serif }
h1, h2 { font: bold 10pt/5mm sans-serif }
p { break-inside: avoid }
</style></head><body>
<h1>{{ brief.product.title }}</h1>
{% for one in brief.judgements %}
{% set term = likelihood(one.likelihood) %}
<p data-fit="{{ one.id }}">{{ one | judged }} {{ term.low }} to {{ term.high }} per cent, {{ scale.title }}.</p>
{% endfor %}
{% for one in brief.summary.narrative or [] %}
<p data-fit="{{ one.id }}">{{ one.text | line }}{{ cite(one.refs) }}</p>
{% endfor %}
{% if brief.events %}
<h2>Events</h2>
{% for one in brief.events[:3] %}<p data-fit="{{ one.id }}">{{ one.title }}</p>
{% endfor %}
{% endif %}
{% for one in brief.gaps %}<p data-fit="{{ one.id }}">{{ one.text }}</p>
{% endfor %}
{% include "_shared/parts/left_out.html.j2" %}
{% for one in sources() if one.number %}<p id="source-{{ one.number }}">{{ one.number }} {{ one.title }}</p>
{% endfor %}
</body></html>
"""
SHEET = """\
briefgen: 1
product: {id: CARD-1, title: A card, time: 2024-02-20, handling: TLP:CLEAR}
sources: [{id: s-1, title: Report one}, {id: s-2, title: Report two}]
claims: [{id: c-1, text: It is so, sources: s-1}, {id: c-2, text: And so, sources: s-2}]
events:
  - {id: e-1, title: The first event, when: 2024-02-01, type: other, claims: c-1}
  - {id: e-2, title: The second event, when: 2024-02-02, type: other, claims: c-1, priority: low}
  - {id: e-3, title: The third event, when: 2024-02-03, type: other, claims: c-1}
  - {id: e-4, title: The fourth event, when: 2024-02-04, type: other, claims: c-1}
gaps:
  - {id: n-1, text: This is not known}
  - {id: n-2, text: That is not known either, priority: high}
judgements:
  - {id: j-1, text: 'it is {likelihood} so', likelihood: likely, evidence: c-1, horizon: 2024-03}
summary:
  bluf: It is so.
  narrative: [{text: One paragraph., refs: c-1}, {text: Another paragraph., refs: c-2}]
"""
LINES = ["e-2", "n-1", "e-3", "e-1", "narrative/2", "narrative/1"]  # what may go, in order


@pytest.fixture
def pool(tmp_path):
    with Pool(WORK, 2, reply, [templates_folder(), tmp_path / "templates"], 60) as pool:
        yield pool


@pytest.fixture
def ledger(tmp_path):
    with Ledger(tmp_path / FOLDER) as ledger:
        yield ledger


DESK = '[desk]\ntemplates = "templates"\npage_size = "A4"\n[build]\nproducts = ["card"]\n'


@pytest.fixture
def built(tmp_path, pool, ledger, monkeypatch):
    """Return a function that builds the card, so high in millimetres, and returns results and files by format."""
    folder = tmp_path / "templates" / "card"
    folder.mkdir(parents=True)
    (folder / "product.toml").write_text(PRODUCT)
    (tmp_path / "briefgen.toml").write_text(DESK)
    monkeypatch.chdir(tmp_path)

    def build(height=80, sheet=SHEET, formats=("pdf", "html"), out="dist", template=TEMPLATE, theme=None):
        (folder / "page.html.j2").write_text(template.replace("80mm", f"{height}mm"))
        (tmp_path / "card.yaml").write_text(sheet)
        home = desk.find(tmp_path)
        order = Order(Path(out), ("card",), formats, theme=choose(home, theme))
        (report,) = flow.build([Path("card.yaml")], home, order, pool, ledger)
        return {one.format: (one, tmp_path / out / f"card-1.{one.format}") for one in report.results}

    return build


def page(results):
    result, path = results["html"]
    assert result.status == "built", result.reason
    return path.read_text(encoding="utf-8").partition("<body>")[2]


def shown(html):
    return [one for one in LINES if f'data-fit="{one}"' in html]


@pytest.fixture
def pressed(monkeypatch):
    """Return the list of the pages that are printed, all of which fit."""
    pages: list[str] = []

    def press(html, budget):
        pages.append(html)
        return Printed(b"", budget)

    monkeypatch.setattr(fit, "press", press)
    return pages


def test_a_page_that_fits_is_printed_once_and_whole(pressed):
    drafted = []

    def draft(left_out):
        drafted.append(left_out)
        return Page("<p>All", "A card", "en")

    fitted = fit.fit(cast(Any, None), draft, Budget(1, None, None, ()))

    assert drafted == [fitted.left_out] == [NOTHING]
    assert fitted.page.html == "<p>All"
    assert fitted.press("<p>All").pages == 1
    assert pressed == ["<p>All"]


def test_a_page_with_room_holds_everything_and_says_nothing(built):
    results = built(height=80)

    assert shown(page(results)) == LINES
    assert "Left out" not in page(results)
    assert results["pdf"][0].entry.pages == 1


# the whole takes 12 lines of 5 mm and the margins 20 mm; the note takes two lines
@pytest.mark.parametrize(("height", "gone"), [(80, 0), (75, 3), (65, 4), (60, 5)])
def test_what_has_no_room_is_left_out_in_order_and_no_more(built, height, gone):
    assert shown(page(built(height))) == LINES[gone:]


def test_a_page_says_what_it_leaves_out_and_where_it_stands(built):
    html = page(built(height=75))

    assert "Left out for space: two events and one gap; they stand in the situation update." in " ".join(html.split())


def test_nothing_else_changes_on_the_page(built):
    whole, fitted = page(built(height=80)).splitlines(), page(built(height=75)).splitlines()
    lost, found = [one for one in whole if one not in fitted], [one for one in fitted if one not in whole]

    assert len(lost) == 3
    assert all("data-fit" in one for one in lost)
    assert "The fourth event" not in "".join(fitted), "nothing takes the place of what went"
    assert [one for one in found if "eft out" not in one and "they stand" not in one] == []


def test_what_stands_on_the_page_without_a_name_never_goes(built):
    """The second event is printed for good here, so events that are not shown cannot be taken away unseen."""
    template = TEMPLATE.replace("brief.events[:3] %}<p data", "brief.events[:3] %}<p{% if one.id != 'e-2' %} data")
    template = template.replace('{{ one.id }}">{{ one.title', '{{ one.id }}"{% endif %}>{{ one.title')
    html = page(built(height=75, template=template))

    assert shown(html) == ["narrative/2", "narrative/1"]
    assert "The second event" in html
    assert "The fourth event" not in html


def test_sources_are_numbered_by_what_is_printed(built):
    sheet = SHEET.replace("refs: c-1}", "refs: c-1, priority: low}")
    html = page(built(height=75, sheet=sheet))

    assert "One paragraph" not in html
    assert 'id="source-1">1 Report two' in html
    assert "Report one" not in html


def test_the_files_of_all_formats_hold_the_same_and_are_valid(built):
    results = built(height=75)
    pdf = results["pdf"][1].read_bytes()

    assert failures(pdf) == []
    for line in ("The second event", "The third event", "This is not known"):
        assert line not in text(pdf)
        assert line not in page(results)
    assert "The first event" in text(pdf)


def test_html_alone_is_the_same_file(built):
    both, alone = built(height=75), built(height=75, formats=("html",), out="alone")

    assert both["html"][1].read_bytes() == alone["html"][1].read_bytes()


def test_two_runs_give_the_same_bytes(built):
    first, second = built(height=75), built(height=75, out="again")

    assert first["pdf"][0].entry.sha256 == second["pdf"][0].entry.sha256


def test_what_fits_no_way_fails_with_the_amount_and_the_candidates_and_leaves_the_last_file(built):
    good = built(height=80)["pdf"][1].read_bytes()
    results = built(height=35)
    result, _ = results["pdf"]

    assert result.status == "failed"
    assert result.reason == (
        "card.yaml:14:5: error FIT001 the card is 15 mm over one page — "
        "shorten j-1 (5 mm) and give n-2 (5 mm, line 12) a lower priority: that frees at most 10 mm, "
        "so shorten the title and the bottom line too"
    )
    assert Path("dist/card-1.pdf").read_bytes() == good


@pytest.fixture
def themed(built, tmp_path):
    """Return a function that builds the card in a desk's own theme, where so many millimetres follow a paragraph."""
    (tmp_path / "look.toml").write_text('header = "North"\n')

    def build(room, **options):
        style = f"p {{ margin-bottom: {{{{ {room} if theme.header else 0 }}}}mm }}</style>"
        return built(theme="look.toml", template=TEMPLATE.replace("</style>", style), **options)

    return build


def test_another_look_prints_what_the_standard_layout_has_room_for(themed):
    """With paragraphs closer together, the whole would have room."""
    assert shown(page(themed(-1, height=75))) == shown(page(themed(0, height=75))) == LINES[3:]


def test_a_look_that_takes_more_room_fails_with_the_amount_and_the_remedy(themed):
    result, _ = themed(1, height=80)["pdf"]

    assert result.status == "failed"
    assert result.reason == (
        "card.yaml:14:5: error FIT003 the card is 8 mm over one page in its theme, though the standard layout has room "
        "for it — take narrower fonts in the theme, or smaller type or margins in its style sheets, "
        "or shorten j-1 (6 mm) and narrative/1 (6 mm, line 17)"
    )


def test_where_some_is_left_out_already_no_record_is_named(themed):
    result, _ = themed(1, height=75)["pdf"]

    assert result.reason.startswith("card.yaml:1:1: error FIT003 the card is 6 mm over one page in its theme")
    assert "shorten" not in result.reason, "what is left out would take the room"


def test_a_fault_of_the_page_is_told_as_of_any_other(built):
    results = built(height=75, sheet=SHEET.replace("One paragraph.", "One 漢 paragraph."))

    assert "PDF001 the fonts have no glyph for 漢" in results["pdf"][0].reason


def test_many_products_fit_at_once_and_each_like_alone(built, tmp_path, pool, ledger):
    alone = page(built(height=75))
    for number in range(2, 6):
        (tmp_path / f"card-{number}.yaml").write_text(SHEET.replace("CARD-1", f"CARD-{number}"))
    order = Order(tmp_path / "many", ("card",), ("html",))
    paths = [tmp_path / f"card-{number}.yaml" for number in range(2, 6)]
    reports = list(flow.build(paths, desk.find(tmp_path), order, pool, ledger))

    assert [one.results[0].id for one in reports] == ["CARD-2", "CARD-3", "CARD-4", "CARD-5"]
    for path in (tmp_path / "many").glob("*.html"):
        assert path.read_text(encoding="utf-8").partition("<body>")[2] == alone


@pytest.mark.parametrize(
    ("wrong", "line", "sentence"),
    [
        (PRODUCT.replace("pages = 1", "pages = 0"), 5, "[fit] says not how many pages"),
        (PRODUCT.replace("pages = 1\n", ""), 4, "[fit] says not how many pages"),
        (PRODUCT.replace("pages", "page"), 5, "[fit] has no key page — did you mean pages?"),
        (PRODUCT.replace("situation-update", "situation"), 6, "next is situation, which is no other product"),
        (PRODUCT.replace("situation-update", "card"), 6, "next is card, which is no other product"),
        (PRODUCT.replace('"events"', '"event"'), 7, "event is no section that can yield — did you mean events?"),
        (PRODUCT.replace('["gaps", "events", "narrative", "judgements"]', '"gaps"'), 7, "yields is not a list"),
        (PRODUCT.replace('"events"', '"bluf"'), 7, "bluf is no section that can yield"),
        (PRODUCT.partition("[fit]")[0] + "fit = 1", 4, "fit is not a table"),
    ],
)
def test_a_budget_that_cannot_be_used_is_an_error_with_its_line(built, tmp_path, wrong, line, sentence):
    (tmp_path / "templates" / "card" / "product.toml").write_text(wrong)
    ((result, _),) = built(formats=("html",)).values()

    assert f"card/product.toml:{line}:1: error FIT002 {sentence}" in result.reason


def test_what_costs_every_format_is_told_once(built, tmp_path):
    built(height=35)
    done = call("build", "card.yaml", "--format", "html,pdf", cwd=tmp_path)

    assert done.returncode == 1
    assert done.stderr.count("error FIT001") == 1
    assert "failed card.yaml: no card html\nfailed card.yaml: no card pdf\n" in done.stderr
