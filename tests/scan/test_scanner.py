"""Files are looked through in a process of its own, whose answer is not trusted."""

from __future__ import annotations

import io
import json
import struct
import zlib
from concurrent.futures import Future

import pypdf
import pytest

from briefgen.errors import LostError
from briefgen.scan import WORK, Canaries, Leak, Scanner, image
from briefgen.scan import pdf as opened
from briefgen.scan.searching import scan
from briefgen.workers import Pool
from tests.printing import FIRST_PAGE, Printer
from tests.scan.planting import NEEDLE, RAW, WITHHELD, flate, pdf

CANARIES = Canaries.of([WITHHELD], ["in the orchard"])


def encrypted() -> bytes:
    writer, data = pypdf.PdfWriter(io.BytesIO(pdf())), io.BytesIO()
    writer.encrypt("password", algorithm="RC4-128")
    writer.write(data)
    return data.getvalue()


def nested(depth: int) -> bytes:
    data = RAW
    for _ in range(depth):
        data = pdf(flate(data, b"/Type /EmbeddedFile"))
    return data


class Taken:
    """A pool whose worker answers what a hostile file has told it to."""

    jobs = 1

    def __init__(self, answer: bytes) -> None:
        self._answer = answer

    def warm(self, hint: bytes = b"") -> None:
        pass

    def submit(self, question: bytes) -> Future[bytes]:
        answered: Future[bytes] = Future()
        answered.set_result(self._answer)
        return answered


def test_it_runs_beside_the_pool_that_prints():
    files = {"a.html": f"<p>{NEEDLE}".encode(), "b.pdf": pdf(), "zarghun-mirwais.csv": b"a,b"}
    with Pool(WORK, 1, lambda question: b"", (), 60) as pool, Printer(1) as printer:
        pool.warm()
        printed = printer.start(FIRST_PAGE)
        found = Scanner(pool).check(files, CANARIES)
        again = Scanner(pool).check({"first.pdf": printed.result().pdf}, CANARIES)

        assert found.result() == [Leak("a.html", "text", 0), Leak("file 3", "file name", 0)]
        assert again.result() == []


@pytest.mark.parametrize(
    "data", [b"%PDF-1.7 nothing", encrypted(), pdf()[:150], nested(9)], ids=["no", "locked", "cut", "deep"]
)
def test_a_file_that_cannot_be_looked_through_is_not_clean(data):
    assert Leak("x.pdf", "what cannot be read") in list(scan("x.pdf", data, CANARIES))


def test_nothing_is_said_of_a_broken_file(capfd, caplog):
    list(scan("x.pdf", pdf(b"<</Contents (" + RAW + b") /Broken [") + RAW, CANARIES))

    assert capfd.readouterr() == ("", "")
    assert caplog.text == ""


def test_what_inflates_without_end_is_not_clean():
    bomb = pdf(flate(bytes(80 << 20)))

    assert Leak("x.pdf", "what cannot be read") in list(scan("x.pdf", bomb, CANARIES))


def test_of_what_is_looked_through_unasked_no_more_is_inflated_than_there_is_room_for():
    text = b"Comment\0\0" + zlib.compress(bytes(5 << 20))
    chunk = struct.pack(">I4s", len(text), b"zTXt") + text + b"sums"

    assert len(opened._inflated(zlib.compress(bytes(65 << 20)))) == 64 << 20
    assert max(len(one.text) for one in image.png(image.PNG + chunk)) == 4 << 20


@pytest.mark.parametrize(
    "answer",
    [
        b"no JSON",
        b"7",
        json.dumps([[0, "the orchard", 0]]).encode(),
        json.dumps([[0, "text: Zarghun Mirwais", 0]]).encode(),
        json.dumps([[0, "text of page 123456", 0]]).encode(),
        *(json.dumps([[file, "text", 0]]).encode() for file in (-1, 1, 2)),
        *(json.dumps([[0, "text", text]]).encode() for text in (-1, 1, 2)),
        json.dumps([[0, "text", "dusk"]]).encode(),
        b"[" * 100_000,
    ],
)
def test_an_answer_in_other_words_is_none(answer):
    with pytest.raises(LostError):
        Scanner(Taken(answer)).check({"x.html": b""}, CANARIES).result()


def test_a_sound_answer_is_passed_on():
    answer = json.dumps([[0, "attachment: text of page 3", 0], [0, "what cannot be read", None]]).encode()
    found = Scanner(Taken(answer)).check({"x.pdf": b""}, CANARIES).result()

    assert found == [Leak("x.pdf", "attachment: text of page 3", 0), Leak("x.pdf", "what cannot be read")]


def test_a_file_whose_name_is_a_leak_is_called_by_its_place():
    answer = json.dumps([[1, "file name", 0], [1, "text", 0], [2, "text", 1], [0, "text", 0]]).encode()
    files = {"one.html": b"", "zarghun-mirwais.html": b"", "three.html": b""}
    found = Scanner(Taken(answer)).check(files, Canaries.of([WITHHELD, "Another text"], [])).result()

    assert [(leak.file, leak.text) for leak in found] == [
        ("file 2", 0),
        ("file 2", 0),
        ("three.html", 1),
        ("one.html", 0),
    ]
