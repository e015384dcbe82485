"""What is printed of the parties to an agreement, and of what is said to break it."""

from briefgen import issuing, sheet
from briefgen.compose import compose
from briefgen.resources import templates_folder
from briefgen.theme import House

SHEET = """\
briefgen: 1
product: {id: X-1, title: A title, time: 2024-02-07, handling: TLP:CLEAR}
actors: [{id: a-1, name: Road office}, {id: a-2, name: Ferry office}]
events: [{id: e-1, when: 2024-02-05, type: attack, title: The road is closed}]
agreements:
  - {id: g-1, title: The first, undertakings: [{id: u-1, by: a-1, text: To leave the road open.}]}
  - id: g-2
    title: The second
    parties: [{actor: a-2, acknowledges: confirms}]
    alleged_breaches: [{event: e-1, undertaking: u-1, note: So it is said.}]
"""


def test_a_breach_may_be_of_what_was_promised_in_another_agreement(tmp_path):
    path = tmp_path / "sheet.yaml"
    path.write_text(SHEET)
    made = sheet.load(path).sheet
    assert made
    assert made.product.handling
    edition = issuing.make(made, made.product.handling.marking)
    page = compose(edition, "assessment", [templates_folder()], House("Example Desk"))
    assert "<b>Alleged breach by Road office:</b>" in page.html
