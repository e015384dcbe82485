"""The copy from sheet to edition is what keeps withheld facts from the page."""

import json
from dataclasses import asdict
from textwrap import dedent

import pytest

from briefgen import issuing, sheet
from briefgen.issuing.allow import ALLOWED, KEPT_BACK
from briefgen.markings import tlp
from briefgen.markings.scheme import Marking
from briefgen.sheet.model.record import Record

DEFAULT = Marking(tlp.SCHEME.levels[-1])
SHEET = """\
briefgen: 1
product:
  id: X-1
  title: A title
  time: 2024-02-02
  handling: TLP:GREEN
sources:
  - {id: s-open, title: Open report, publisher: The Daily}
  - {id: s-hidden, title: Hidden report, portion: TLP:AMBER}
  - {id: s-shy, title: A named person, author: Jane Roe, publisher: Jane Roe, protect: a resident of the town}
actors:
  - {id: a-hidden, name: Hidden actor, portion: TLP:RED}
claims:
  - {id: c-open, text: "Open text [@s-hidden].", sources: [s-open, s-hidden], said_by: a-hidden}
  - {id: c-hidden, text: Hidden text, sources: s-open, portion: TLP:AMBER}
  - {id: c-shy, text: Shy text, sources: {ref: s-shy, via: s-hidden}}
judgements:
  - id: j-open
    text: It is {likelihood} so [@c-open; @c-hidden].
    likelihood: likely
    evidence: {for: [c-open, c-hidden], against: c-hidden}
  - {id: j-hidden, text: Hidden judgement, likelihood: likely, portion: TLP:RED}
gaps:
  - {id: n-one, text: Open gap, blocks: [j-open, j-hidden]}
summary:
  bluf:
    - "{j-open} {j-hidden} As said [@c-hidden]."
    - {text: Hidden paragraph, portion: TLP:AMBER+STRICT}
ach: []
"""


@pytest.fixture
def made(tmp_path):
    def make(text=SHEET, label="TLP:GREEN"):
        path = tmp_path / "sheet.yaml"
        path.write_text(dedent(text).replace("handling: TLP:GREEN", f"handling: {label}"))
        parsed = sheet.load(path)
        assert parsed.sheet, "\n".join(map(str, parsed.findings))
        return issuing.make(parsed.sheet, DEFAULT)

    return make


def ids(records):
    return [record["id"] for record in records]


def test_records_above_the_level_are_left_out(made):
    view = made()

    assert ids(view.sources) == ["s-open", "s-shy"]
    assert ids(view.claims) == ["c-open", "c-shy"]
    assert ids(view.judgements) == ["j-open"]
    assert view.actors == ()


def test_no_reference_points_at_what_is_left_out(made):
    view = made()

    assert [one["ref"] for one in view.claims[0]["sources"]] == ["s-open"]
    assert view.claims[0]["said_by"] == ()
    assert view.claims[1]["sources"][0]["via"] == ()
    assert view.judgements[0]["evidence"] == {"supporting": ("c-open",), "opposing": ()}
    assert view.gaps[0]["blocks"] == ("j-open",)


@pytest.mark.parametrize(
    ("record", "label", "is_told"),
    [
        ("c-open", "TLP:GREEN", True),
        ("c-hidden", "TLP:GREEN", False),
        ("[c-open, c-hidden]", "TLP:GREEN", False),
        ("[c-open, c-hidden]", "TLP:AMBER", True),
    ],
)
def test_a_waiver_goes_with_any_record_that_it_is_for(made, record, label, is_told):
    waiver = f"waivers: {{rule: SRC006, record: {record}, reason: So.}}\n"

    assert bool(made(SHEET.replace("ach: []\n", waiver), label).waivers) == is_told


def test_a_waiver_for_the_only_record_there_is_stays(made):
    head = "briefgen: 1\nproduct: {id: X-1, title: A title, time: 2024-02-02, handling: TLP:GREEN}\n"
    view = made(head + "gaps: {id: n-1, text: So}\nwaivers: {rule: SRC006, record: n-1, reason: So.}\n")

    assert [one["record"] for one in view.waivers] == [("n-1",)]


def test_prose_loses_the_references_to_what_is_left_out(made):
    view = made()

    assert view.claims[0]["text"] == "Open text."
    assert view.judgements[0]["text"] == "It is {likelihood} so [@c-open]."
    assert [block["text"] for block in view.summary["bluf"]] == ["{j-open} As said."]


def test_a_reader_cleared_higher_sees_more(made):
    assert ids(made(label="TLP:AMBER").claims) == ["c-open", "c-hidden", "c-shy"]
    assert ids(made(label="TLP:RED").judgements) == ["j-open", "j-hidden"]


def test_a_protected_source_shows_its_descriptor_only(made):
    shy = made().sources[1]

    assert shy["title"] == "a resident of the town"
    assert (shy["author"], shy["publisher"]) == ((), None)
    assert "Jane" not in json.dumps(shy)


def test_a_protected_source_looks_as_one_of_which_no_more_is_known(made):
    told = (
        "author: A, publisher: B, url: https://example.org/a, archived: https://example.org/b, note: C, published: 2024"
        ", original_title: D, basis: E, attribution: F"
    )
    text = SHEET.replace("author: Jane Roe, publisher: Jane Roe", told)
    bare = SHEET.replace("title: A named person, author: Jane Roe, publisher: Jane Roe, protect: ", "title: ")

    assert made(text).sources == made(bare).sources


@pytest.mark.parametrize("word", ["Hidden", "hidden", "Jane"])
def test_nothing_withheld_is_anywhere_in_the_edition(made, word):
    assert word not in json.dumps(asdict(made()))


def test_an_edition_is_plain_data(made):
    def plain(value):
        if isinstance(value, dict):
            return all(type(key) is str and plain(one) for key, one in value.items())
        if isinstance(value, tuple):
            return all(map(plain, value))
        return type(value) in (type(None), bool, int, float, str)

    assert plain(vars(made()))


def records_of_the_model():
    found, todo = set(), [Record]
    while todo:
        children = [child for child in todo.pop().__subclasses__() if child.__module__.startswith("briefgen.")]
        found |= set(children)
        todo += children
    return found


def test_every_field_of_the_model_is_allowed_or_kept_back():
    records = {record for record in records_of_the_model() if record.__name__ not in ("Sheet", "Table")}
    assert len(records) > 40

    for record in records:
        decided = {*ALLOWED.get(record, ()), *KEPT_BACK.get(record, ())}
        assert decided == set(record.model_fields), record.__name__


def test_what_falls_with_a_withheld_record_is_referred_to_no_more(made):
    view = made(
        """\
        briefgen: 1
        product: {id: X-1, title: A title, time: 2024-02-02, handling: TLP:GREEN}
        sources: [{id: s-hidden, title: Hidden, portion: TLP:AMBER}]
        quotes: [{id: q-one, speaker: A, text: Words, source: s-hidden}]
        judgements: [{id: j-one, text: So it is, likelihood: likely, evidence: q-one}]
        """
    )

    assert view.quotes == ()
    assert view.judgements[0]["evidence"] is None


@pytest.mark.parametrize("citation", ["{ref: s-paper, via: s-hidden}", "{ref: s-again}"])
def test_what_repeats_a_withheld_source_is_no_origin_of_its_own(citation, made):
    text = (
        "briefgen: 1\nproduct: {id: X-1, title: A title, time: 2024-02-02, handling: TLP:GREEN}\nsources:\n"
        "  - {id: s-paper, title: One}\n  - {id: s-again, title: Two, derived_from: s-hidden}\n"
        "  - {id: s-hidden, title: Three, portion: TLP:RED}\n"
        f"claims: {{id: c-1, text: It was so., sources: {citation}}}\n"
    )
    assert made(text).claims[0]["sources"][0]["untraced"] is True
    assert made(text, "TLP:RED").claims[0]["sources"][0]["untraced"] is False


DATA = """
datasets:
  - {id: d-open, title: Open log, file: log.csv, source: s-open}
  - {id: d-hidden, title: Hidden log, file: log.csv, source: s-open, portion: TLP:RED}
  - {id: d-lost, title: Log of a hidden source, file: log.csv, source: s-hidden}
figures:
  - {kind: trend, from: d-open}
  - {kind: trend, from: [d-hidden, d-lost], caption: Hidden trend}
  - {kind: timeline}
"""


def test_a_dataset_goes_with_its_source_and_a_figure_with_its_data(made, tmp_path):
    (tmp_path / "log.csv").write_text("event_date,fatalities\n2024-02-01,1\n")
    view = made(SHEET.replace("ach: []\n", DATA))

    assert ids(view.datasets) == ["d-open"]
    assert view.datasets[0]["cells"][0]["killed"] == 1
    assert "file" not in view.datasets[0]
    assert [(one["kind"], one["records"]) for one in view.figures] == [("trend", ("d-open",)), ("timeline", ())]
    assert "idden" not in json.dumps(asdict(view))
