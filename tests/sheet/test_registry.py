"""Shared actors, places and sources: named by sheets, never repeated, and only those that are named."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefgen import sheet
from briefgen.sheet import reader
from tests.sheet.conftest import FRAME, errors, said

ACTORS = """\
actors:
  - {id: a-ttp, name: Tehreek-e-Taliban Pakistan}
  - {id: a-jua, name: Jamaat-ul-Ahrar, relations: {type: splinter-of, target: a-ttp}}
  - {id: a-other, name: Other}
"""
SOURCES = "sources: {id: s-amu, title: A report, party: a-jua, lang: xx_}\n"
CLAIM = "claims: {id: c-1, text: One, said_by: a-jua}\n"


def test_a_sheet_gets_the_records_that_it_names_and_those_that_they_name(load):
    parsed = load(CLAIM, registry__actors_yaml=ACTORS)
    assert errors(parsed) == []
    assert [actor.id for actor in parsed.sheet.actors] == ["a-ttp", "a-jua"]
    assert str(parsed.sheet.actors[1].mark()) == "registry/actors.yaml:3:5"


def test_prose_names_records_too(load):
    source = "sources: {id: s-amu, title: A report}\n"
    parsed = load("claims: {id: c-1, text: 'One [@s-amu]'}\n", registry__sources_yaml=source)
    assert [one.id for one in parsed.sheet.sources] == ["s-amu"]


def test_shared_records_follow_those_of_the_sheet(load):
    parsed = load(CLAIM + "actors: {id: a-own, name: Own}\n", registry__actors_yaml=ACTORS)
    assert [actor.id for actor in parsed.sheet.actors] == ["a-own", "a-ttp", "a-jua"]


def test_an_id_of_the_registry_is_not_given_again(load):
    parsed = load(CLAIM + "actors: {id: a-ttp, name: TTP}\n", registry__actors_yaml=ACTORS)
    assert errors(parsed) == ["4:14 REF003"]
    assert "first at registry/actors.yaml:2:10" in said(parsed, "REF003")


def test_a_fault_in_a_shared_record_is_shown_in_its_file_to_the_sheets_that_use_it(load):
    used = load(CLAIM + "quotes: {id: q-1, speaker: x, text: y, source: s-amu}\n", registry__sources_yaml=SOURCES)
    assert "registry/sources.yaml:1:59" in {str(one.mark) for one in used.findings if one.code == "SHT010"}
    unused = load("claims: {id: c-1, text: One}\n", registry__sources_yaml=SOURCES)
    assert errors(unused) == []


def test_a_shared_record_is_not_missing_because_it_is_faulty(load):
    parsed = load(
        "quotes: {id: q-1, speaker: x, text: y, source: s-amu}\n",
        registry__actors_yaml=ACTORS,
        registry__sources_yaml=SOURCES,
    )
    assert [one.code for one in parsed.findings if one.severity == "error"] == ["SHT010"]


@pytest.mark.parametrize(
    ("registry", "found"),
    [
        (SOURCES, ["1:46 REF001", "1:59 SHT010"]),
        ("actors: [{id: a-1, name: x}, {id: a-1, name: y}]\n", ["1:35 REF003"]),
        ("claims: {id: c-1, text: x}\nactor: []\n", ["1:1 INC005", "2:1 INC005"]),
        ("actors: [\n", ["2:1 YML006"]),
        ("actors: a-1\n", ["1:9 SHT004"]),
        ("actors:\n", []),
    ],
)
def test_the_registry_is_checked_whether_it_is_used_or_not(desk, registry, found):
    (desk / "registry").mkdir()
    (desk / "registry" / "a.yaml").write_text(registry)
    findings = sheet.loader(Path("registry")).findings
    assert [f"{one.mark.line}:{one.mark.column} {one.code}" for one in findings] == found


def test_no_link_leads_out_of_the_registry(desk):
    (desk / "secret.yaml").write_text("actors: []\n")
    (desk / "registry").mkdir()
    (desk / "registry" / "a.yaml").symlink_to(desk / "secret.yaml")
    assert [f"{one.mark} {one.code}" for one in sheet.loader(Path("registry")).findings] == [
        "registry/a.yaml:1:1 INC002"
    ]


def test_a_link_to_itself_is_a_finding(desk):
    (desk / "registry").mkdir()
    (desk / "registry" / "a.yaml").symlink_to("a.yaml")
    assert [finding.code for finding in sheet.loader(Path("registry")).findings] == ["YML001"]


def test_nothing_is_missing_where_a_shared_file_cannot_be_read(load):
    parsed = load(CLAIM, registry__actors_yaml="actors: [\n")
    assert errors(parsed) == []


def test_no_registry_is_an_empty_one(desk):
    assert sheet.loader(Path("registry")).findings == ()
    assert sheet.loader().findings == ()


def test_the_registry_is_read_once_for_many_sheets(desk, load, monkeypatch):
    load(CLAIM, registry__actors_yaml=ACTORS)
    read: list[str] = []
    original = reader.read

    def reading(source):
        read.append(source.path)
        return original(source)

    monkeypatch.setattr(reader, "read", reading)
    loader = sheet.loader(Path("registry"))
    (desk / "other.yaml").write_text(FRAME)
    assert [loader(Path(name)).sheet is not None for name in ("sheet.yaml", "other.yaml")] == [True, True]
    assert read == ["registry/actors.yaml", "sheet.yaml", "other.yaml"]
