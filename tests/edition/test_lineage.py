"""Who has what from whom, as far as the readers of an edition may know."""

import pytest

from briefgen import issuing, sheet
from briefgen.edition.lineage import lineage
from briefgen.markings import tlp
from briefgen.markings.scheme import Marking

SHEET = """\
briefgen: 1
product: {id: X-1, title: A title, time: 2024-02-02, handling: TLP:GREEN}
sources:
  - {id: s-paper, title: A paper}
  - {id: s-again, title: Another, derived_from: s-paper}
  - {id: s-survey, title: A survey of papers, kind: tertiary}
  - {id: s-unseen, title: A call, access: not-seen}
claims:
  - {id: c-read, text: So., sources: [s-paper, s-again]}
  - {id: c-heard, text: So., sources: {ref: s-paper, via: s-unseen}}
  - {id: c-survey, text: So., sources: s-survey}
  - {id: c-nobody, text: So., sources: {ref: s-paper, untraced: true}}
quotes: {id: q-said, speaker: A, text: So., source: s-paper}
"""


@pytest.mark.parametrize(
    ("record", "note"),
    [
        ("c-read", "1 origin"),
        ("c-heard", "1 origin, not seen"),
        ("c-survey", "origin not traced"),
        ("c-nobody", "origin not traced"),
        ("q-said", "1 origin"),
    ],
)
def test_an_edition_knows_how_many_origins_stand_behind_a_record_and_whether_they_were_read(tmp_path, record, note):
    path = tmp_path / "sheet.yaml"
    path.write_text(SHEET)
    made = sheet.load(path).sheet
    assert made

    assert lineage(issuing.make(made, Marking(tlp.SCHEME.levels[1]))).origins([record]).note == note
