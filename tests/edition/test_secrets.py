"""What finished files are searched for, and what they may say: both are read off the sheet, not off the copy."""

import pytest

from briefgen import issuing, sheet
from briefgen.markings import tlp
from briefgen.markings.reader import Reader
from briefgen.markings.scheme import Marking, Scheme

SCHEME = Scheme("tlp", tlp.TITLE, tlp.SCHEME.levels, {"LEGAL": "Legal privilege"})
GREEN, AMBER = (Marking(level) for level in SCHEME.levels[1:3])
HEAD = "briefgen: 1\nproduct: {id: X-1, title: The title, time: 2024-02-02, portion: TLP:CLEAR%s}\n"


@pytest.fixture
def told(tmp_path):
    """Return a function from a sheet to what of it is withheld from a reader of GREEN, and what is visible."""

    def tell(text, of_product="", files=()):
        for name, held in dict(files).items():
            (tmp_path / name).write_text(held)
        path = tmp_path / "sheet.yaml"
        path.write_text(HEAD % of_product + text)
        parsed = sheet.load(path, scheme=SCHEME)
        assert parsed.sheet, "\n".join(map(str, parsed.findings))
        reader = Reader.of(GREEN)
        issued = issuing.release(parsed.sheet, reader, AMBER)
        assert issued
        found = issuing.secrets(parsed.sheet, issued, reader, AMBER)
        return set(found.withheld), set(found.visible)

    return tell


def test_a_record_is_told_or_withheld_by_its_marking_or_that_of_the_document(told):
    withheld, visible = told(
        "sources:\n  - {id: s-1, title: Open report, portion: TLP:GREEN}\n  - {id: s-2, title: Unmarked report}\n"
        "  - {id: s-3, title: Legal report, portion: TLP:GREEN//LEGAL}\n"
        "claims: {id: c-1, text: So., sources: [s-1, s-2, s-3], portion: TLP:GREEN}\n"
    )

    assert {"The title", "Open report", "s-1"} <= visible
    assert {"Unmarked report", "Legal report", "s-2", "s-3"} <= withheld
    assert visible.isdisjoint(withheld)


def test_of_a_sentence_the_marked_part_is_withheld_and_the_rest_told(told):
    withheld, visible = told(
        'claims: {id: c-1, text: "Ten came[, and a spy]{TLP:RED}[, armed]{TLP:GREEN}.", portion: TLP:CLEAR}\n'
    )

    assert ", and a spy" in withheld
    assert "Ten came, armed." in visible


def test_the_words_of_a_withheld_record_are_withheld_with_whatever_stands_in_it(told):
    withheld, visible = told(
        "",
        ", people: {author: A writer, portion: TLP:RED, "
        "dissent: {by: Another, text: 'They were [all]{TLP:CLEAR} wrong.', portion: TLP:CLEAR}}",
    )

    assert {"A writer", "Another", "They were all wrong."} <= withheld
    assert visible.isdisjoint({"A writer", "Another"})


def test_how_the_desk_handles_the_document_is_withheld(told):
    withheld, visible = told("", ", handling: {tlp: TLP:GREEN, recipients: Jane Roe, notice: Burn it.}")

    assert {"Jane Roe", "Burn it."} <= withheld
    assert "The title" in visible


def test_a_record_that_falls_without_a_mark_of_its_own_is_withheld(told):
    withheld, _ = told(
        "sources: {id: s-1, title: Red, portion: TLP:RED}\n"
        "quotes: {id: q-1, speaker: A speaker, text: Some words, source: s-1, portion: TLP:GREEN}\n"
    )

    assert {"A speaker", "Some words"} <= withheld


SHY = "{id: s-1, title: Jane Roe, author: J. Roe, publisher: Roe & Co, kind: interview, lang: ur, protect: a resident"


@pytest.mark.parametrize(("mark", "is_seen"), [("TLP:GREEN", True), ("TLP:RED", False)])
def test_a_protected_source_is_told_by_its_descriptor_if_it_is_told_at_all(told, mark, is_seen):
    cited = "claims: {id: c-1, text: So., sources: s-1, portion: TLP:GREEN}\n"
    withheld, visible = told(f"sources: {SHY}, portion: {mark}}}\n{cited}")

    assert {"Jane Roe", "J. Roe", "Roe & Co"} <= withheld
    assert ("a resident" in visible, "a resident" in withheld) == (is_seen, not is_seen)
    assert ("ur" in visible) == is_seen


TORN = """\
claims: {id: c-1, text: Red claim, portion: TLP:RED}
judgements:
  - id: j-1
    text: The whole of it.
    likelihood: likely
    basis: What the red one says.
    evidence: c-1
    portion: %s
    releasable: {TLP:GREEN: Some of it., TLP:AMBER: More of it.}
"""


@pytest.mark.parametrize("mark", ["TLP:GREEN", "TLP:RED"])
def test_of_a_record_above_its_tear_line_the_line_is_told_and_what_stands_beside_it(told, mark):
    withheld, visible = told(TORN % mark)

    assert {"The whole of it.", "What the red one says.", "More of it.", "Red claim"} <= withheld
    assert {"Some of it.", "likely"} <= visible
    assert visible.isdisjoint(withheld)


def test_a_tear_line_for_others_tells_nothing_of_its_record(told):
    withheld, visible = told(TORN.replace("TLP:GREEN: Some of it., ", "") % "TLP:RED")

    assert {"The whole of it.", "More of it.", "likely"} <= withheld
    assert "likely" not in visible


def test_a_paragraph_is_told_by_its_own_marking_whatever_the_document_is(told):
    withheld, visible = told("summary: {bluf: {text: Shown, portion: TLP:CLEAR}, narrative: Not shown}\n")

    assert ("Shown" in visible, "Not shown" in withheld) == (True, True)


def test_references_are_neither(told):
    withheld, visible = told(
        "sources: {id: s-1, title: One, portion: TLP:GREEN}\n"
        "claims: [{id: c-1, text: So., sources: s-1}, {id: c-2, text: So., sources: s-1, portion: TLP:GREEN}]\n"
    )

    assert "s-1" in visible
    assert "s-1" not in withheld


@pytest.mark.parametrize(("mark", "is_seen"), [("TLP:GREEN", True), ("TLP:RED", False)])
def test_the_rows_of_a_dataset_go_with_it(told, mark, is_seen):
    withheld, visible = told(
        "sources: {id: s-1, title: One, portion: TLP:GREEN}\n"
        f"datasets: {{id: d-1, title: Log, file: log.csv, source: s-1, portion: {mark}}}\n",
        files={"log.csv": "event_date,country,admin1,fatalities\n2024-02-01,Pakistan,Northern Valley,1\n"},
    )

    assert ("Northern Valley" in visible, "Northern Valley" in withheld) == (is_seen, not is_seen)


def test_the_keys_of_a_drawing_are_told_as_its_values_are(told):
    spec = "{mark: bar, data: {values: [{Orchard: Kohat}]}, encoding: {x: {field: Orchard, type: nominal}}}"
    withheld, visible = told(f"figures: {{kind: chart, alt: A chart, spec: {spec}, portion: TLP:RED}}\n")

    assert {"Orchard", "Kohat"} <= withheld
    assert visible.isdisjoint({"Orchard", "Kohat"})


def test_withheld_words_are_searched_for_without_the_markings_in_them(told):
    withheld, _ = told(
        'claims:\n  - {id: c-1, text: "All [of it]{TLP:GREEN//LEGAL} was so.", portion: TLP:RED}\n'
        '  - {id: c-2, text: "Ten came[, and [with them]{TLP:AMBER+STRICT} a spy]{TLP:RED}.", portion: TLP:GREEN}\n'
    )

    assert {"All of it was so.", ", and with them a spy"} <= withheld
    assert "TLP:" not in "".join(withheld)
