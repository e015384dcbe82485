"""What a page leaves out is gone from its lists, and known to whatever refers to it."""

import pytest

from briefgen import issuing, sheet
from briefgen.compose import House, LeftOut, compose
from briefgen.markings import tlp
from briefgen.markings.scheme import Marking

SHEET = """\
briefgen: 1
product: {id: X-1, title: A title, time: 2024-02-02, handling: TLP:CLEAR}
sources: [{id: s-1, title: Report}]
claims: [{id: c-1, text: It is so, sources: s-1}]
events: [{id: e-1, title: One, when: 2024-02-01, type: other, claims: c-1}]
gaps: [{id: n-1, text: Not known}, {id: n-2, text: Nor that}]
judgements:
  - {id: j-1, key: false, text: First, likelihood: n/a}
  - {id: j-2, text: Second, likelihood: n/a}
summary: {bluf: So., narrative: [{heading: Then, text: One}, Two]}
"""


@pytest.fixture
def filled(tmp_path):
    """Return a function that fills a template with what is left of the sheet."""
    (tmp_path / "sheet.yaml").write_text(SHEET)
    made = sheet.load(tmp_path / "sheet.yaml").sheet
    assert made
    folder = tmp_path / "card"
    folder.mkdir()
    (folder / "product.toml").write_text('title = "Card"\nsummary = "x"\n')

    def fill(template, *told, untold=()):
        (folder / "page.html.j2").write_text(template)
        left_out = LeftOut(frozenset(told), frozenset(untold))
        return compose(issuing.make(made, Marking(tlp.SCHEME.levels[0])), "card", [tmp_path], House(), left_out).html

    return fill


def test_nothing_is_left_out_by_itself(filled):
    assert filled("{{ brief.gaps | length }} {{ left_out | length }} {{ next_product }}") == "2 0 None"


def test_lists_have_lost_it(filled):
    assert filled("{{ brief.gaps | map(attribute='id') | join }}", "n-1") == "n-2"
    assert filled("{{ brief.summary.narrative | map(attribute='id') | join }}", "narrative/1") == "narrative/2"


def test_whatever_refers_to_it_still_finds_it(filled):
    template = "{{ get('e-1').title }} {{ name('e-1') }} {{ cite(['e-1']) }} {{ judgement_number('j-2') }}"

    assert filled(template, "e-1", "j-1") == filled(template)


def test_a_page_can_say_what_it_is(filled):
    template = "{% for one in left_out %}{{ one.id }} {{ one.section }} {{ one.name }}; {% endfor %}"

    expected = "narrative/1 narrative Then; narrative/2 narrative Two; e-1 events One; "
    assert filled(template, "e-1", "narrative/1", "narrative/2", untold=["n-1"]) == expected
