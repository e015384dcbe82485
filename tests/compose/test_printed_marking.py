"""What a page prints of its marking and of those of its parts, in any scheme and every product."""

import re
from dataclasses import replace

import pytest
from markupsafe import Markup

from briefgen import issuing, sheet
from briefgen.change.comparing import compare
from briefgen.compose import House, compose, products
from briefgen.compose.equipment import marked
from briefgen.markings import corporate
from briefgen.markings.scheme import Level, Marking
from briefgen.resources import templates_folder

PRODUCTS = sorted(products([templates_folder()]))
CAVEATS = {"LEGAL": "Legal privilege", "EYES ONLY": "Not to be copied", "MERGER LIST": "For insiders of the merger"}
SCHEME = replace(
    corporate.SCHEME,
    levels=(*corporate.SCHEME.levels[:2], Level("TEAM", 2, "#000000", "For the team.", "#FFCC00", "Acme team", "T")),
    caveats=CAVEATS,
)
SHEET = """\
briefgen: 1
product: {id: X-1, title: A title, time: 2024-02-02, handling: %s}
sources: {id: s-1, title: A report, publisher: The Daily, portion: PUBLIC}
claims:
  - {id: c-1, text: "Ten came[, armed]{INTERNAL}.", sources: s-1, portion: PUBLIC}
  - {id: c-2, text: Two left., sources: s-1}
events: {id: e-1, title: Ten came, when: 2024-02-01, type: talks, claims: c-1, portion: INTERNAL//LEGAL}
judgements:
  - {id: j-1, key: true, text: "It is {likelihood} so.", likelihood: likely, evidence: {for: c-1}, portion: PUBLIC}
summary: {bluf: "{j-1} So it is."}
"""


@pytest.fixture
def made(tmp_path):
    def make(handling, scheme=SCHEME):
        path = tmp_path / "sheet.yaml"
        path.write_text(SHEET % handling)
        parsed = sheet.load(path, scheme=scheme)
        assert parsed.sheet, "\n".join(map(str, parsed.findings))
        return issuing.make(parsed.sheet, Marking(scheme.usual))

    return make


def page(view, product="situation-update"):
    html = compose(view, product, [templates_folder()], House("Example Desk")).html
    return html[html.index("<body>") :]


@pytest.mark.parametrize("product", PRODUCTS)
def test_every_product_prints_the_banner_the_caveats_and_what_they_mean(made, product):
    html = page(made("TEAM//LEGAL"), product)

    assert html.count('background: #FFCC00">Acme team<small>//LEGAL</small></b>') >= 4
    assert re.search(r"<b>LEGAL:</b>\s*Legal privilege\.", html)
    assert "Traffic Light" not in html
    assert 'class="portion"' not in html


@pytest.mark.parametrize("product", PRODUCTS)
def test_every_product_prints_the_marks_of_its_parts_where_the_desk_asks_for_them(made, product):
    html = page(made("TEAM//LEGAL", replace(SCHEME, prints_portions=True)), product)

    assert '<b class="portion">(PUB)</b> It is' in html or '<b class="portion">(PUB)</b> <strong>' in html
    assert '<b class="portion">(PUB)</b> The Daily' in html or '<p class="claim"><b class="portion">(PUB)</b>' in html


def test_the_page_says_what_is_printed_for_which_label_in_which_scheme(made):
    html = page(made("TEAM//LEGAL"))

    assert "<b>TEAM//LEGAL</b> (corporate classes of information, printed as “Acme team”). For the team." in html
    assert "<b>PUBLIC</b> (corporate classes of information). Anyone may" in page(made("PUBLIC"))


def test_caveats_without_room_beside_the_marking_are_under_handling(made):
    html = page(made("TEAM//EYES ONLY/LEGAL/MERGER LIST"))

    assert "Acme team<small>//see Handling</small>" in html
    assert all(f"{meaning}." in html for meaning in CAVEATS.values())


def test_a_part_is_marked_as_the_highest_of_what_is_left_in_it(made):
    stamped = made("INTERNAL//LEGAL", replace(SCHEME, prints_portions=True))

    assert [one["mark"] for one in stamped.claims] == ["INT", "INT//LEGAL"]
    assert [one["mark"] for one in stamped.events] == ["INT//LEGAL"]
    assert [one["mark"] for one in stamped.sources] == ["PUB"]
    assert [one["mark"] for one in made("PUBLIC", replace(SCHEME, prints_portions=True)).claims] == ["PUB", "PUB"]
    assert "mark" not in made("INTERNAL//LEGAL").claims[0]


def test_a_mark_stands_before_the_words_once():
    record = {"mark": "INT"}
    sign = '<b class="portion">(INT)</b> '

    assert marked("a < b", record) == f"{sign}a &lt; b"
    assert marked(Markup("<p>So.</p>"), record) == f"<p>{sign}So.</p>"
    assert marked(marked("So.", record), record) == f"{sign}So."
    assert marked(Markup("<i>So.</i>"), {}) == "<i>So.</i>"


def test_the_marks_that_are_printed_are_no_changes(made):
    printing = made("INTERNAL//LEGAL", replace(SCHEME, prints_portions=True))

    assert compare(made("INTERNAL//LEGAL"), printing) == ()
