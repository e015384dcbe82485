"""What a finished file is searched for: the words that are withheld, and no markings, which pages bear themselves."""

from briefgen import issuing, sheet
from briefgen.markings.reader import Reader
from briefgen.markings.scheme import Marking
from tests.edition.pairs import SCHEME

GREEN = SCHEME.levels[1]
SHEET = """\
briefgen: 1
product: {id: X-1, title: A title, time: 2024-02-02, handling: TLP:GREEN}
claims:
  - {id: c-1, text: "All [of it]{TLP:GREEN//LEGAL} was so.", portion: TLP:RED}
  - {id: c-2, text: "Ten came[, and [with them]{TLP:AMBER+STRICT} a spy]{TLP:RED}."}
"""


def test_withheld_words_are_searched_for_without_the_markings_in_them(tmp_path):
    (tmp_path / "sheet.yaml").write_text(SHEET)
    made = sheet.load(tmp_path / "sheet.yaml", scheme=SCHEME).sheet
    assert made
    reader, default = Reader(GREEN), Marking(GREEN)
    issued = issuing.release(made, reader, default)
    assert issued

    secrets = issuing.secrets(made, issued, reader, default)
    assert {"All of it was so.", ", and with them a spy"} <= set(secrets.withheld)
    assert "TLP:" not in "".join(secrets.withheld)
