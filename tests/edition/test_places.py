"""Where in its sheet each record of an edition stands: as the edition counts, not as the sheet does."""

from briefgen import issuing, sheet
from briefgen.edition import addressed
from briefgen.markings import tlp
from briefgen.markings.scheme import Marking

SHEET = """\
briefgen: 1
product: {id: X-1, title: A title, time: 2024-02-02, handling: TLP:GREEN}
gaps: [{id: n-1, text: Not known}]
figures:
  - {kind: timeline, portion: TLP:RED}
  - {kind: timeline}
  - {id: f-map, kind: incident-map}
summary:
  bluf: It is so.
  narrative:
    - {text: Withheld, portion: TLP:RED}
    - Shown
"""


def test_records_are_found_by_id_and_the_others_by_their_place_in_the_edition(tmp_path):
    path = tmp_path / "sheet.yaml"
    path.write_text(SHEET)
    made = sheet.load(path).sheet
    assert made
    issued = issuing.own(made, Marking(tlp.SCHEME.levels[1]))
    lines = {name: mark.line for name, mark in issuing.places(made, issued).items()}
    called = addressed(issued.edition)

    assert lines == {"n-1": 3, "f-map": 7, "bluf/1": 9, "narrative/1": 12, "figures/1": 6, "figures/2": 7}
    assert [one["id"] for one in called["narrative"]] == ["narrative/1"]
    assert called["narrative"][0]["text"] == "Shown"
    assert [one["id"] for one in called["figures"]] == ["figures/1", "f-map"]


def test_the_records_of_an_edition_are_those_with_an_id_and_what_agreements_promise(tmp_path):
    path = tmp_path / "sheet.yaml"
    promised = (
        "undertakings: [{id: u-1, by: a-1, text: No fire}, {id: u-2, by: a-1, text: No flights}], parties: {actor: a-1}"
    )
    path.write_text(f"{SHEET}actors: {{id: a-1, name: One}}\nagreements: {{id: g-1, title: Truce, {promised}}}\n")
    parsed = sheet.load(path)
    assert parsed.sheet, parsed.findings
    view = issuing.make(parsed.sheet, Marking(tlp.SCHEME.levels[1]))

    assert [one["id"] for one in view.records()] == ["a-1", "g-1", "u-1", "u-2", "n-1", "f-map"]
