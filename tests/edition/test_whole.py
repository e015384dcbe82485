"""All of a sheet, for the desk that wrote it: what bears marks in it, and what may be told to whom."""

import pytest

from briefgen import issuing, sheet
from briefgen.issuing.allow import ALLOWED
from briefgen.markings.scheme import Marking
from briefgen.sheet.model import Sheet
from tests.edition.pairs import SCHEME
from tests.edition.shapes import Leaf, models, slots
from tests.edition.values import PROSE

DEFAULT = Marking(SCHEME.levels[1])
HEAD = "briefgen: 1\nproduct: {id: X-1, title: A title, time: 2024-02-02"
OPEN = HEAD + "}\n"


@pytest.fixture
def whole(tmp_path):
    def made(text):
        path = tmp_path / "sheet.yaml"
        path.write_text(text)
        found = sheet.load(path, scheme=SCHEME)
        assert found.sheet, "\n".join(map(str, found.findings))
        return issuing.whole(found.sheet, DEFAULT).edition

    return made


def test_each_part_of_a_text_that_bears_a_mark_is_told_without_what_divides_it_from_the_rest(whole):
    text = "Ten came[, and [a spy]{TLP:RED//LEGAL}; all]{TLP:RED}[, armed]{TLP:GREEN}."
    assert whole(f'{OPEN}claims: {{id: c-1, text: "{text}"}}\n').claims[0]["marks"] == (
        {"marking": "TLP:RED//LEGAL", "words": "a spy"},
        {"marking": "TLP:RED", "words": "and a spy; all"},
        {"marking": "TLP:GREEN", "words": "armed"},
    )


def test_marks_are_told_of_every_text_of_a_record(whole):
    (judgement,) = whole(
        OPEN + "judgements:\n  id: j-1\n  text: '[So]{TLP:RED} {likelihood}'\n  likelihood: likely\n"
        "  basis: 'For [that]{TLP:AMBER}.'\n"
    ).judgements
    assert [one["words"] for one in judgement["marks"]] == ["So", "that"]


def test_a_tear_line_is_told_with_its_marking(whole):
    (judgement,) = whole(
        OPEN + "judgements:\n  id: j-1\n  text: So {likelihood}\n  likelihood: likely\n  portion: TLP:RED\n"
        "  releasable: {TLP:CLEAR: '{likelihood}', TLP:GREEN: 'Quite {likelihood}'}\n"
    ).judgements
    assert judgement["text"] == "So {likelihood}"
    assert judgement["releasable"] == {"TLP:CLEAR": "{likelihood}", "TLP:GREEN": "Quite {likelihood}"}


def test_nothing_is_told_where_there_is_nothing_to_tell(whole):
    (claim,) = whole(OPEN + "claims: {id: c-1, text: 'Ten came, [as it seems].', portion: TLP:RED}\n").claims
    assert claim.keys().isdisjoint({"marks", "releasable"})


def test_what_says_nothing_is_left_out_here_too(whole):
    (event,) = whole(OPEN + "events: {id: e-1, when: 2024-02-01, type: attack, actors: {}}\n").events
    assert event["actors"] is None


def test_a_sheet_without_a_marking_is_told_which_one_it_has(whole):
    assert whole(OPEN).product["unmarked"] == "TLP:GREEN"
    assert "unmarked" not in whole(HEAD + ", handling: TLP:RED}\n").product


def test_figures_by_source_are_told_of_each_source(whole):
    (event,) = whole(
        OPEN + "sources: [{id: s-1, title: One}, {id: s-2, title: Two}]\nevents:\n  id: e-1\n  when: 2024-02-01\n"
        "  type: attack\n  harm: {killed: {best: 3, by_source: {s-1: 2, s-2: 4}}}\n"
    ).events
    assert {source: one["best"] for source, one in event["harm"]["killed"]["by_source"].items()} == {"s-1": 2, "s-2": 4}


def test_no_field_of_an_edition_lists_texts_whose_marks_would_not_be_told():
    fields = [(model, slot) for model in models(Sheet) for slot in slots(model) if slot.name in ALLOWED.get(model, ())]
    texts = [slot.shape for _, slot in fields if any(repr(one) in repr(slot.shape) for one in PROSE)]
    assert texts
    assert all(isinstance(one, Leaf) for one in texts)
