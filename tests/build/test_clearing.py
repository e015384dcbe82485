"""What becomes of a finished product that is looked through before anybody gets it."""

from __future__ import annotations

import json
from concurrent.futures import Future

import pytest

from briefgen import issuing, sheet
from briefgen.build.answer import Answer, Failure, Outcome, packed
from briefgen.build.clearing import Clearing
from briefgen.errors import LostError
from briefgen.issuing import Secrets
from briefgen.markings import tlp
from briefgen.markings.scheme import Marking
from briefgen.outputs import Made
from briefgen.scan import Canaries, Leak
from tests.edition.looks import given

MADE = Outcome("html", Made(b"<p>So."))


class Told:
    """A scanner that finds what it is told to, or fails with it, and keeps what it was asked."""

    def __init__(self, found):
        self.found, self.files, self.canaries = found, {}, Canaries((), ())

    def check(self, files, canaries):
        self.files, self.canaries = files, canaries
        checked: Future[list[Leak]] = Future()
        if isinstance(self.found, Exception):
            checked.set_exception(self.found)
        else:
            checked.set_result(self.found)
        return checked


@pytest.fixture
def task(tmp_path):
    (tmp_path / "sheet.yaml").write_text(
        "briefgen: 1\nproduct: {id: X-1, title: A title, time: 2024-02-02, handling: TLP:GREEN}\n"
    )
    made = sheet.load(tmp_path / "sheet.yaml").sheet
    assert made
    return given(issuing.make(made, Marking(tlp.SCHEME.levels[1])), "flash")


def clearing(scanner):
    return Clearing.of(scanner, Secrets(("withheld",), ("visible",)), ["own"])


def awaited(scanner, task, answer):
    made: Future[bytes] = Future()
    future = clearing(scanner).awaited(task, made)
    assert not future.done()
    made.set_result(answer)
    return future


def test_a_clean_product_is_passed_on_as_it_is(task):
    scanner = Told([])
    answer = awaited(scanner, task, packed([MADE], 7)).result()

    assert answer == Answer([MADE], 7)
    assert (scanner.canaries.withheld, scanner.canaries.visible) == (("withheld",), ("visible", "own"))


def test_files_are_looked_through_with_their_names_and_what_is_told_of_them_besides(task):
    scanner = Told([])
    failure = Failure("unfit", ("It is too long.",))
    clearing(scanner).cleared(task, Answer([MADE, Outcome("csv", Made(b"a,b")), Outcome("pdf", failure)]))

    assert list(scanner.files) == ["x-1.html", "x-1.events.csv", "manifest.json"]
    assert (scanner.files["x-1.html"], scanner.files["x-1.events.csv"]) == (b"<p>So.", b"a,b")
    told, failed = json.loads(scanner.files["manifest.json"])
    assert told == {"id": "X-1", "product": "flash", "marking": "TLP:GREEN"}
    assert [one["sentences"] for one in failed] == [["It is too long."]]


@pytest.mark.parametrize(
    ("channels", "said"),
    [
        (["text"], "text of x"),
        (["text", "text", "link"], "text of x, link of x"),
        (["text", "link", "title"], "text of x, link of x, title of x"),
        (["text", "link", "title", "class"], "text of x, link of x, title of x, 1 more"),
        (["text", "link", "title", "class", "alt"], "text of x, link of x, title of x, 2 more"),
    ],
)
def test_of_a_product_that_gives_something_away_nothing_is_left_but_where(task, channels, said):
    scanner = Told([Leak("x", channel, place) for place, channel in enumerate(channels)])
    answer = awaited(scanner, task, packed([MADE], 7)).result()

    sentence = f"it gives away what was withheld, in {said}"
    assert answer == Answer([Outcome(None, Failure("leak", (sentence,)))], 7)


def test_what_could_not_be_looked_through_is_lost(task):
    future = awaited(Told(LostError("RUN002", "it is gone")), task, packed([MADE], 7))

    assert isinstance(future.exception(1), LostError)


def test_what_no_worker_answers_is_lost(task):
    assert isinstance(awaited(Told([]), task, b"no answer").exception(1), LostError)
