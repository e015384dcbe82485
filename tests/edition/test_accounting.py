"""What the desk is told of an edition: record by record, what its reader gets and what not, and why."""

import pytest

from briefgen import issuing, sheet
from briefgen.issuing import Fate
from briefgen.markings import tlp
from briefgen.markings.reader import Reader
from briefgen.markings.scheme import Marking, Scheme

SCHEME = Scheme("tlp", tlp.TITLE, tlp.SCHEME.levels, {"LEGAL": "Legal privilege", "MEDICAL": "Medical secret"})
AMBER = Marking(SCHEME.levels[2])
HEAD = "briefgen: 1\nproduct: {id: X-1, title: A title, time: 2024-02-02, portion: TLP:CLEAR}\n"
SHARED = """\
actors:
  - {id: a-far, name: Far, portion: TLP:CLEAR}
"""


@pytest.fixture
def fates(tmp_path):
    def account(text, label="TLP:GREEN", *caveats, head=HEAD):
        (tmp_path / "registry").mkdir()
        (tmp_path / "registry" / "actors.yaml").write_text(SHARED)
        path = tmp_path / "sheet.yaml"
        path.write_text(head + text)
        parsed = sheet.load(path, tmp_path / "registry", scheme=SCHEME)
        assert parsed.sheet, "\n".join(map(str, parsed.findings))
        level = SCHEME.find(label)
        assert level
        return {one.record: one for one in issuing.account(parsed.sheet, Reader(level, frozenset(caveats)), AMBER)}

    return account


RECORDS = """\
sources:
  - {id: s-open, title: Open, portion: TLP:GREEN}
  - {id: s-red, title: Red, portion: TLP:RED}
claims:
  - {id: c-whole, text: So., sources: s-open, portion: TLP:GREEN}
  - {id: c-span, text: "So[, too]{TLP:RED}.", sources: s-open, portion: TLP:GREEN}
  - {id: c-ref, text: So., sources: [s-open, s-red], portion: TLP:GREEN}
  - {id: c-red, text: So., sources: s-red, said_by: a-far, portion: TLP:RED//LEGAL}
  - {id: c-legal, text: So., portion: TLP:GREEN//MEDICAL/LEGAL}
  - {id: c-unmarked, text: So.}
quotes: {id: q-lost, speaker: A, text: So., source: s-red, portion: TLP:GREEN}
"""


def test_a_record_is_whole_in_part_or_withheld_for_a_reason(fates):
    told = fates(RECORDS, "TLP:GREEN", "MEDICAL")

    assert list(told) == [
        *("product", "s-open", "s-red", "a-far", "c-whole", "c-span", "c-ref", "c-red", "c-legal", "c-unmarked"),
        "q-lost",
    ]
    assert told["product"] == Fate("product", "TLP:CLEAR", "whole")
    assert told["c-whole"] == Fate("c-whole", "TLP:GREEN", "whole")
    assert told["c-span"] == Fate("c-span", "TLP:GREEN", "in part", "without what is marked higher in it")
    assert told["c-ref"] == Fate("c-ref", "TLP:GREEN", "in part", "without s-red")
    assert told["c-red"] == Fate("c-red", "TLP:RED//LEGAL", "withheld", "TLP:RED is above TLP:GREEN")
    assert told["c-legal"] == Fate("c-legal", "TLP:GREEN//LEGAL/MEDICAL", "withheld", "the caveat LEGAL is not held")
    assert told["c-unmarked"] == Fate("c-unmarked", "TLP:AMBER", "withheld", "TLP:AMBER is above TLP:GREEN")
    assert told["q-lost"] == Fate("q-lost", "TLP:GREEN", "withheld", "it cannot stand without s-red")
    why = "nothing that the reader gets names it"
    assert told["a-far"] == Fate("a-far", "TLP:CLEAR", "withheld", why)


def test_every_caveat_that_is_not_held_is_named(fates):
    assert fates(RECORDS)["c-legal"].why == "the caveat LEGAL, MEDICAL is not held"


def test_who_may_read_all_of_it_gets_it_whole(fates):
    told = fates(RECORDS, "TLP:RED", "LEGAL", "MEDICAL")

    assert {(one.verdict, one.why) for one in told.values()} == {("whole", "")}


JUDGEMENTS = """\
claims:
  - {id: c-red, text: So., portion: TLP:RED}
  - {id: c-open, text: So., portion: TLP:GREEN}
judgements:
  - {id: j-torn, text: So., likelihood: likely, evidence: c-red, portion: TLP:GREEN, releasable: {TLP:GREEN: Perhaps.}}
  - {id: j-above, text: So., likelihood: likely, evidence: c-red, portion: TLP:RED, releasable: {TLP:GREEN: Perhaps.}}
  - {id: j-held, text: So., likelihood: likely, evidence: c-open, portion: TLP:GREEN//LEGAL, releasable: {TLP:GREEN: x}}
  - {id: j-falls, text: So., likelihood: likely, evidence: c-red, portion: TLP:GREEN}
  - {id: j-stands, text: So., likelihood: likely, evidence: c-open, portion: TLP:GREEN, releasable: {TLP:CLEAR: x}}
"""


def test_a_tear_line_is_told_with_why_there_is_no_more(fates):
    told = fates(JUDGEMENTS)
    bare = "what is left of its evidence does not bear it"

    assert told["j-torn"] == Fate("j-torn", "TLP:GREEN", "tear line", bare)
    assert told["j-above"] == Fate("j-above", "TLP:RED", "tear line", "TLP:RED is above TLP:GREEN")
    assert told["j-held"] == Fate("j-held", "TLP:GREEN//LEGAL", "tear line", "the caveat LEGAL is not held")
    assert told["j-falls"] == Fate("j-falls", "TLP:GREEN", "withheld", bare)
    assert told["j-stands"] == Fate("j-stands", "TLP:GREEN", "whole")


@pytest.mark.parametrize(
    ("lost", "said"),
    [
        (3, "without c-1, c-2, c-3"),
        (4, "without c-1, c-2, c-3, 1 more"),
        (5, "without c-1, c-2, c-3, 2 more"),
    ],
)
def test_of_what_a_record_has_lost_three_are_named_and_the_others_counted(fates, lost, said):
    claims = "".join(f"  - {{id: c-{number}, text: So., portion: TLP:RED}}\n" for number in range(1, lost + 1))
    refs = ", ".join(f"c-{number}" for number in range(lost, 0, -1))
    judged = f"judgements: {{id: j-1, text: So., likelihood: likely, evidence: [c-open, {refs}], portion: TLP:CLEAR}}\n"

    assert fates(f"claims:\n  - {{id: c-open, text: So., portion: TLP:CLEAR}}\n{claims}{judged}")["j-1"].why == said


def test_paragraphs_figures_and_rows_are_called_by_their_place(fates):
    told = fates(
        "claims: {id: c-1, text: So., portion: TLP:CLEAR}\n"
        "hypotheses:\n  - {id: h-1, text: A, portion: TLP:CLEAR}\n  - {id: h-2, text: B, portion: TLP:CLEAR}\n"
        "ach: {claim: c-1, ratings: {h-1: C, h-2: I}, portion: TLP:RED}\n"
        "figures:\n  - {id: f-one, kind: timeline, portion: TLP:CLEAR}\n  - {kind: timeline, portion: TLP:RED}\n"
        "summary:\n  bluf: {text: So., portion: TLP:CLEAR}\n  narrative:\n    - {text: So., portion: TLP:CLEAR}\n"
        "    - {text: So., portion: TLP:RED, releasable: {TLP:CLEAR: Perhaps.}}\n"
    )

    assert {name: one.verdict for name, one in told.items()} == {
        "product": "whole",
        "c-1": "whole",
        "h-1": "whole",
        "h-2": "whole",
        "f-one": "whole",
        "bluf/1": "whole",
        "narrative/1": "whole",
        "narrative/2": "tear line",
        "figures/2": "withheld",
        "ach/1": "withheld",
    }


def test_who_may_not_see_what_document_it_is_gets_nothing_for_that_reason(fates):
    told = fates("claims: {id: c-1, text: So., portion: TLP:CLEAR}\n", head=HEAD.replace("TLP:CLEAR", "TLP:AMBER"))

    why = "product is marked above the reader"
    assert told == {
        "product": Fate("product", "TLP:AMBER", "withheld", why),
        "c-1": Fate("c-1", "TLP:CLEAR", "withheld", why),
    }
