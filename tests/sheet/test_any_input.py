"""Whatever is in a file, loading it says so and raises nothing (Hypothesis)."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from briefgen import sheet
from briefgen.sheet import reader, textfile
from briefgen.sheet.document import Text

PUNCTUATION = st.text("ab: \n-[]{}&*!|>'\"%@`#,?~\t<\\=0{j-1}[@s-1]", max_size=120)
BYTES = st.binary(max_size=200)
PIECES = (
    "briefgen: 1",
    "product:",
    "  id: A-1",
    "  title: T",
    "  time: 2024-02-05",
    "  time: {as_of: [x], period: {from: 2024, to: 2023}}",
    "sources: s-1",
    "sources:",
    "  - id: s-1",
    "    title: {}",
    "    access: not-seen",
    "claims:",
    "claims: [[]]",
    "    text: '[@s-1] [@ {j-9} <b>'",
    "    sources: [{ref: s-1, via: [s-2, {}]}]",
    "include: [sheet.yaml, '../x', 'x*', {table: t}, [], ~]",
    "events: {when: {start: 2024-02-07, end: x}, harm: {killed: {by_source: {s-1: 3, [a]: 4}}}}",
    "ach: {claim: c-1, h-1: N, h-2: [], ratings: x}",
    "summary: {bluf: [{text: [], refs: {a: b}}]}",
    "    likelihood: {a: b}",
    "\tkey: no",
    "  - ~",
    "figures: timeline",
)


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("desk") / "sheet.yaml"


def check(path: Path, data: bytes) -> None:
    path.write_bytes(data)
    parsed = sheet.load(path)
    failed = any(finding.severity == "error" for finding in parsed.findings)
    assert failed == (parsed.sheet is None)
    lines = data.decode("utf-8", "replace").replace("\r\n", "\n").replace("\r", "\n").split("\n")
    for finding in parsed.findings:
        assert 1 <= finding.mark.line <= len(lines)
        assert finding.mark.column >= 1
        assert finding.remedy


@given(st.one_of(BYTES, PUNCTUATION.map(str.encode), st.text(max_size=120).map(lambda text: text.encode())))
@example(b"\xef\xbb\xbf")
@example("a: \ud7ff\ue000\U0010ffff\ufffe".encode())
@settings(max_examples=300, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_bytes_are_read_or_refused(path, data):
    check(path, data)


@given(st.lists(st.sampled_from(PIECES), max_size=14).map("\n".join))
@settings(max_examples=300, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_sheet_is_parsed_or_refused(path, text):
    check(path, text.encode())


@given(PUNCTUATION)
def test_every_scalar_can_be_found_in_its_file(text):
    source, _ = textfile.decode(text.encode(), "a.yaml")
    assert source is not None
    root, _ = reader.read(source)
    for key in root or ():
        assert isinstance(key, Text)
        assert 1 <= key.mark.line <= text.count("\n") + 1
