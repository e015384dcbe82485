"""Includes: sections of several files make one sheet; every node keeps the file that it is from."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefgen import sheet
from tests.sheet.conftest import FRAME, errors, said

CLAIM = "claims: {id: c-2, text: Two}\n"


def test_sections_of_included_files_follow_those_of_the_sheet(load):
    parsed = load(
        "include: [a.yaml, more/b.yaml]\nclaims: {id: c-1, text: One}\n",
        a_yaml=CLAIM + "gaps: {id: n-1, text: Why}\n",
        more__b_yaml="claims:\n  - {id: c-3, text: Three}\n",
    )
    assert errors(parsed) == []
    assert [claim.id for claim in parsed.sheet.claims] == ["c-1", "c-2", "c-3"]
    assert [gap.id for gap in parsed.sheet.gaps] == ["n-1"]
    assert [str(claim.mark("id")) for claim in parsed.sheet.claims] == [
        "sheet.yaml:4:14",
        "a.yaml:1:14",
        "more/b.yaml:2:10",
    ]


def test_a_pattern_includes_its_files_in_the_order_of_their_names(load):
    files = {f"events__{name}_yaml": f"claims: {{id: c-{name}, text: x}}\n" for name in "ba"}
    parsed = load("include: events/*.yaml\n", **files)
    assert [claim.id for claim in parsed.sheet.claims] == ["c-a", "c-b"]


def test_an_include_is_seen_from_the_file_that_it_stands_in(load):
    parsed = load(
        "include: parts/a.yaml\n",
        parts__a_yaml="include: [b.yaml, ../c.yaml]\n",
        parts__b_yaml="claims: {id: c-b, text: x}\n",
        c_yaml="claims: {id: c-c, text: x}\n",
    )
    assert [claim.id for claim in parsed.sheet.claims] == ["c-b", "c-c"]


def test_ids_are_known_and_unique_across_files(load):
    parsed = load(
        "include: a.yaml\nclaims: [{id: c-1, text: x, contradicts: c-2}, {id: c-3, text: x, contradicts: c-9}]\n",
        a_yaml="claims: [{id: c-2, text: x, contradicts: c-1}, {id: c-3, text: x}]\n",
    )
    assert [f"{finding.mark} {finding.code}" for finding in parsed.findings if finding.severity == "error"] == [
        "a.yaml:1:53 REF003",
        "sheet.yaml:4:80 REF001",
    ]
    assert "first at sheet.yaml:4:53" in said(parsed, "REF003")


def test_an_error_in_an_included_file_names_that_file(load):
    parsed = load("include: a.yaml\n", a_yaml="claims:\n  - id: c-2\n    tekst: Two\n")
    assert [str(finding.mark) for finding in parsed.findings if finding.code == "SHT001"] == ["a.yaml:3:5"]


def test_records_of_a_file_that_cannot_be_read_are_not_reported_as_missing(load):
    parsed = load("include: a.yaml\nclaims: {id: c-1, text: x, contradicts: c-2}\n", a_yaml="claims: [\n")
    assert [f"{one.mark} {one.code}" for one in parsed.findings if one.severity == "error"] == ["a.yaml:2:1 YML006"]


@pytest.mark.parametrize(
    ("include", "found"),
    [
        ("absent.yaml", ["3:10 INC001"]),
        ("parts", ["3:10 INC001"]),
        ("[x*.yaml]", ["3:11 INC001"]),
        ("[[a.yaml]]", ["3:11 INC001"]),
        ("'a**'", ["3:10 INC001"]),
        ("'*/../../*'", ["3:10 INC002"]),
        ("a" * 300, ["3:10 INC001"]),
        ("a/" * 3000, ["3:10 INC001"]),
        ("'../**/*.txt'", ["3:10 INC002"]),
        ("../outsid.yaml", ["3:10 INC002"]),
        ("/etc/hostname", ["3:10 INC002"]),
        ("../outside.yaml", ["3:10 INC002"]),
        ("parts/../../outside.yaml", ["3:10 INC002"]),
        ("link.yaml", ["3:10 INC002"]),
        ("linked/outside.yaml", ["3:10 INC002"]),
        ("'l*.yaml'", ["3:10 INC002"]),
        ("'a\\b.yaml'", ["3:10 INC002"]),
        ("sheet.yaml", ["3:10 INC003"]),
        ("[a.yaml, ./a.yaml]", ["3:19 INC003"]),
        ("{table: events.csv}", ["3:10 SHT002"]),
    ],
)
def test_what_cannot_be_included_is_refused_at_its_place(desk, load, include, found):
    outside = desk.parent / "outside.yaml"
    outside.write_text(CLAIM)
    (desk / "link.yaml").symlink_to(outside)
    (desk / "linked").symlink_to(desk.parent)
    assert errors(load(f"include: {include}\n", a_yaml=CLAIM, parts__b_yaml=CLAIM)) == found


def test_a_link_inside_the_desk_is_followed(desk, load):
    (desk / "link.yaml").symlink_to(desk / "a.yaml")
    assert errors(load("include: link.yaml\n", a_yaml=CLAIM)) == []


def test_a_circle_of_includes_ends(load):
    parsed = load("include: a.yaml\n", a_yaml="include: b.yaml\n", b_yaml="include: a.yaml\n")
    assert [f"{one.mark} {one.code}" for one in parsed.findings if one.severity == "error"] == ["b.yaml:1:10 INC003"]


def test_includes_have_a_greatest_depth(load):
    files = {f"f{depth}_yaml": f"include: f{depth + 1}.yaml\n" for depth in range(10)}
    assert "deeper than 8" in said(load("include: f0.yaml\n", **files), "INC003")


def test_a_section_that_is_no_list_stands_in_one_file(load):
    parsed = load("include: a.yaml\nsummary: x\n", a_yaml="briefgen: 1\nsummary: y\n")
    assert [f"{one.mark} {one.code}" for one in parsed.findings if one.severity == "error"] == [
        "a.yaml:1:1 INC005",
        "a.yaml:2:1 INC005",
    ]


def test_includes_may_use_the_whole_desk_where_it_is_named(desk):
    (desk / "briefs").mkdir()
    (desk / "shared.yaml").write_text(CLAIM)
    (desk / "briefs" / "a.yaml").write_text(FRAME + "include: ../shared.yaml\n")
    assert sheet.load(Path("briefs/a.yaml"), None, Path()).sheet is not None
    assert sheet.load(Path("briefs/a.yaml")).sheet is None


def test_a_sheet_that_is_a_link_out_of_the_desk_is_not_read(desk):
    (desk / "secret.yaml").write_text("secret: 1\n")
    (desk / "briefs").mkdir()
    (desk / "briefs" / "a.yaml").symlink_to(desk / "secret.yaml")
    (finding,) = sheet.load(Path("briefs/a.yaml"), None, Path("briefs")).findings
    assert (str(finding.mark), finding.code) == ("briefs/a.yaml:1:1", "INC002")
