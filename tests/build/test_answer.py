"""What a worker answers comes back as it was; what no sound worker answers is refused."""

import contextlib
import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.build.answer import Answer, Failure, Outcome, packed, unpacked
from briefgen.errors import LostError
from briefgen.outputs import Made

SENTENCES = st.lists(st.text(), max_size=3).map(tuple)
LENGTHS = st.floats(0, 1e6)
FAILURES = st.builds(
    Failure,
    kind=st.sampled_from(["print", "figure", "unfit", "outsize"]),
    sentences=SENTENCES,
    record=st.none() | st.text(),
    over=LENGTHS,
    pages=st.integers(0, 99),
    heights=st.dictionaries(st.text(), LENGTHS, max_size=3),
    yields=SENTENCES,
)
FILES = st.builds(Made, st.binary(), st.none() | st.integers(1, 400))
OUTCOMES = st.lists(st.builds(Outcome, st.none() | st.sampled_from(["pdf", "html"]), FILES | FAILURES), max_size=4)


@given(OUTCOMES)
def test_what_goes_in_comes_out(outcomes):
    assert unpacked(packed(outcomes, 7)) == Answer(outcomes, 7)


@given(st.binary())
def test_no_bytes_do_worse_than_be_refused(answer):
    with contextlib.suppress(LostError):
        assert isinstance(unpacked(answer), Answer)


UNFIT: dict[str, Any] = {
    "kind": "unfit",
    "sentences": [],
    "record": None,
    "over": 1.0,
    "pages": 1,
    "heights": {},
    "yields": [],
}


@pytest.mark.parametrize(
    "head",
    [
        "x",
        "7",
        "[7]",
        '[{"format": "pdf"}]',
        '[{"format": "pdf", "bytes": 9, "pages": 1}]',
        '[{"format": "pdf", "bytes": -1, "pages": 1}]',
        '[{"format": "pdf", "failure": {}}]',
        *(json.dumps([{"format": None, "failure": UNFIT | {"over": over}}]) for over in (-1, 1e9, float("nan"), "x")),
        json.dumps([{"format": None, "failure": UNFIT | {"heights": {"e-1": float("inf")}}}]),
    ],
)
def test_what_is_not_whole_or_has_no_measure_is_refused(head):
    with pytest.raises(LostError, match="no answer that can be read"):
        unpacked(b'{"peak": 1, "outcomes": ' + head.encode() + b"}\nfile")
