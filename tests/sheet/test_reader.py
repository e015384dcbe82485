"""The strict subset of YAML: what is read, what is refused, and where."""

from __future__ import annotations

import pytest
import yaml

from briefgen.sheet import reader
from briefgen.sheet.document import Mapping, Sequence, Source, Text

#: What YAML 1.1 takes for booleans, numbers, dates or null.
WORDS = """no on yes Y n true null ~ 12:30 12:30:45 0755 0o17 0x1F 1_000 1.10 3.10 1e3 .5 -0 +1 .inf .nan 2024-02-05
2024-13-45 25:00 2024-02-05T03:00Z ="""


def read(text: str) -> tuple[Mapping | None, list[str]]:
    root, findings = reader.read(Source("a.yaml", text))
    return root, [f"{one.mark.line}:{one.mark.column} {one.code}" for one in findings]


@pytest.mark.parametrize("word", WORDS.split())
def test_every_scalar_stays_the_text_that_was_written(word):
    assert read(f"a: {word}") == ({"a": word}, [])


def test_a_number_of_any_length_is_text():
    assert read("a: " + "9" * 5000) == ({"a": "9" * 5000}, [])


def test_nodes_know_line_and_column_of_their_own_file():
    root, _ = read("a: 1\nb:\n  - x\n  - {c: 'y'}\n")
    assert root is not None
    (_, b) = root
    assert isinstance(b, Text)
    assert str(b.mark) == "a.yaml:2:1"
    assert str(root["b"].mark) == "a.yaml:3:3"
    assert isinstance(root["b"], Sequence)
    item = root["b"][1]
    assert isinstance(item, Mapping)
    assert str(item["c"].mark) == "a.yaml:4:9"


def test_columns_count_characters_not_bytes():
    root, _ = read("é: {𝄞: x}")
    assert root is not None
    inner = root["é"]
    assert isinstance(inner, Mapping)
    assert inner["𝄞"].mark.column == 8


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("a: 1\nb: 2\na: 3\n", ["3:1 YML007"]),
        ("a: {b: 1, b: 2}", ["1:11 YML007"]),
        ("a: &x 1", ["1:4 YML008"]),
        ("a: &x {b: 1}", ["1:4 YML008"]),
        ("a: &x 1\nb: *x\n", ["1:4 YML008", "2:4 YML008"]),
        ("a: &x [*x]", ["1:4 YML008", "1:8 YML008"]),
        ("a:\n  <<: {b: 1}\n", ["2:3 YML008"]),
        ("a: !!python/object/apply:os.system [id]", ["1:4 YML009"]),
        ("a: !!str 1", ["1:4 YML009"]),
        ("a: !mine {b: 1}", ["1:4 YML009"]),
        ("a: ! 1", ["1:4 YML009"]),
        ("a: 1\n---\nb: 2\n", ["2:1 YML010"]),
        ("[a, b]: 1", ["1:1 YML011"]),
        ("? {a: 1}\n: 2\n", ["1:3 YML011"]),
        ("a: 1\n[]: 2\na: 3\n", ["2:1 YML011", "3:1 YML007"]),
        ("", ["1:1 YML012"]),
        ("# nothing\n", ["1:1 YML012"]),
        ("---\n...\n", ["1:1 YML012"]),
        ("- a\n- b\n", ["1:1 YML012"]),
        ("just text", ["1:1 YML012"]),
        ("- &x a\n", ["1:3 YML008", "1:1 YML012"]),
        ("a: b: c", ["1:5 YML006"]),
        ("a: [1, 2\nb: 3\n", ["1:4 YML006"]),
        ("a: {b: 1\n", ["1:4 YML006"]),
        ("a: 'x\nb: 1\n", ["1:4 YML006"]),
        ("a: @x", ["1:4 YML006"]),
        ('a: "\\q"', ["1:5 YML006"]),
        ('a: "\\ud800"', ["1:7 YML006"]),
        ("a: 1\n  b: 2\n", ["2:4 YML006"]),
        ("%YAML 3.0\n---\na: 1", ["1:1 YML006"]),
    ],
)
def test_what_is_outside_the_subset_is_refused_at_its_place(text, found):
    assert read(text)[1] == found


def test_the_first_of_two_equal_keys_is_kept_and_reading_goes_on():
    assert read("a: 1\na: 2\nb: 3\nb: 4\n") == ({"a": "1", "b": "3"}, ["2:1 YML007", "4:1 YML007"])


def test_the_first_of_two_documents_is_read():
    assert read("a: 1\na: 2\n---\nb: 3\n") == ({"a": "1"}, ["2:1 YML007", "3:1 YML010"])


def test_a_flood_of_faults_ends_reading(monkeypatch):
    monkeypatch.setattr(reader, "MAX_FINDINGS", 2)
    assert read("a: 1\na: 2\na: 3\na: 4\na: 5\n") == (None, ["2:1 YML007", "3:1 YML007", "3:1 YML003"])


def test_a_finding_before_broken_syntax_is_kept():
    assert read("a: 1\na: 2\nb: [1\n")[1] == ["2:1 YML007", "3:4 YML006"]


def test_depth_is_bounded_without_a_crash():
    assert read("a: " + "[" * 100_000)[1] == ["1:35 YML003"]
    assert read("a: " + "{a: " * 100_000)[1][-1].endswith("YML003")
    assert read("a: " + "[" * 30 + "]" * 30)[1] == []


def test_the_number_of_values_is_bounded(monkeypatch):
    monkeypatch.setattr(reader, "MAX_NODES", 10)
    assert read("a: [1, 2, 3, 4, 5, 6, 7]")[1] == []
    assert read("a: [1, 2, 3, 4, 5, 6, 7, 8]")[1] == ["1:26 YML003"]


def test_the_length_of_a_text_is_bounded_and_reading_goes_on():
    root, found = read("a: " + "x" * 50_001 + "\nb: 1\nb: 2\n")
    assert root is not None
    assert (len(str(root["a"])), found) == (50_000, ["1:4 YML003", "3:1 YML007"])


@pytest.mark.parametrize("escape", ["\\0", "\\x07", "\\u202e", "\\u200b", "\\ufeff", "\\u0085", "\\U000E0041"])
def test_a_forbidden_character_may_not_come_in_as_an_escape(escape):
    root, found = read(f'a: "x{escape}y"')
    assert (root, found) == ({"a": "xy"}, ["1:4 YML004"])


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("a:\n\tb: 1\n", ["2:1 YML005"]),
        ("a:\n  b: 1\n\tc: 2\n", ["3:1 YML005"]),
        ("a:\n  - b: 1\n  \tc: 2\n", ["3:3 YML005"]),
        ("a:\n    b: 1\n\tc: 2\n", ["3:1 YML005"]),
        ("a:\n\tb: 1\n\tc: 2\n", ["2:1 YML005", "3:1 YML005"]),
        ("a: |\n\ttext\n", ["2:1 YML005"]),
    ],
)
def test_a_tab_that_indents_is_reported_and_read_as_spaces(text, found):
    root, findings = read(text)
    assert findings == found
    assert root is not None


def test_places_behind_a_widened_tab_are_those_of_the_file():
    assert read("a:\n        b: 1\n\tc: 2\n\tc: 3\n")[1] == ["3:1 YML005", "4:1 YML005", "4:2 YML007"]


def test_where_spaces_would_not_help_only_the_tabs_are_reported():
    assert read("a:\n\tb: 1\n\tc: [\n") == (None, ["2:1 YML005", "3:1 YML005"])


def test_a_tab_inside_text_or_between_words_is_no_fault():
    root, found = read("a:\tb\nc: |\n  x\n  \ty\ne: [1,\n\t2]\n")
    assert (root, found) == ({"a": "b", "c": "x\n\ty\n", "e": ["1", "2"]}, [])


def test_the_reader_does_without_libyaml(monkeypatch):
    monkeypatch.setattr(reader, "LOADER", yaml.SafeLoader)
    assert read("a: {b: [1, 'x']}\na: 2") == ({"a": {"b": ["1", "x"]}}, ["2:1 YML007"])
    assert read("a: b: c")[1] == ["1:5 YML006"]


class TestPlaces:
    """Where words inside a scalar stand in the file."""

    @pytest.mark.parametrize(
        ("text", "place"),
        [
            ("a: see @x", "1:8"),
            ("a: 'see @x'", "1:9"),
            ("a: |\n  one\n  two @x\n", "3:7"),
            ("a: >-\n    one\n    two\n\n    @x\n", "5:5"),
            ("a: one\n  two @x\n", "2:7"),
            ('a: "one\n  two\\\n  @x"\n', "3:3"),
            ('a: "\\x40 @x"', "1:4"),
        ],
    )
    def test_a_word_is_found_through_folding_and_indentation(self, text, place):
        root, _ = read(text)
        assert root is not None
        scalar = root["a"]
        assert isinstance(scalar, Text)
        mark = scalar.place(scalar.rindex("@"))
        assert f"{mark.line}:{mark.column}" == place
