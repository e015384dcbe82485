import json
import re

import pytest

from briefgen.compose import products
from briefgen.resources import templates_folder


def test_init_makes_a_desk_whose_first_sheet_builds(briefgen, tmp_path):
    made = briefgen("init", "fresh", cwd=tmp_path)
    built = briefgen("build", cwd=tmp_path / "fresh")

    assert made.returncode == 0, made.stderr
    assert built.returncode == 0, built.stderr
    assert " error " not in built.stderr
    assert (tmp_path / "fresh" / "dist" / "example-2024-001.pdf").exists()


def test_init_does_not_touch_a_desk_that_is_there(briefgen, desk):
    done = briefgen("init")

    assert done.returncode == 2
    assert "SET011" in done.stderr
    assert (desk / "briefgen.toml").read_text() == ""


def test_new_writes_a_sheet_that_builds_and_the_schema_that_it_names(briefgen, desk):
    done = briefgen("new", "PAK-2024-007")
    text = (desk / "briefs" / "pak-2024-007.yaml").read_text()

    assert done.returncode == 0, done.stderr
    assert text.startswith("# yaml-language-server: $schema=schema.json\n")
    assert "PAK-2024-007" in text
    assert "$defs" in json.loads((desk / "briefs" / "schema.json").read_text())
    assert briefgen("check", "briefs/pak-2024-007.yaml").returncode == 0


def test_new_marks_the_sheet_as_the_desk_does(briefgen, desk):
    (desk / "briefgen.toml").write_text('[marking]\nscheme = "corporate"\n')
    briefgen("new", "PAK-2024-007")
    text = (desk / "briefs" / "pak-2024-007.yaml").read_text()

    assert re.search("handling: CONFIDENTIAL +# one of PUBLIC, INTERNAL, CONFIDENTIAL, RESTRICTED\n", text)
    assert briefgen("check", "briefs/pak-2024-007.yaml").returncode == 0


PRODUCTS = sorted(products([templates_folder()]))
QUICK = ("one-pager", "situation-update")  # the samples of the others are proofed with their templates


@pytest.mark.parametrize(
    "product", [one if one in QUICK else pytest.param(one, marks=pytest.mark.slow) for one in PRODUCTS]
)
def test_new_writes_a_sheet_for_each_product(briefgen, desk, product):
    briefgen("new", "PAK-2024-008", "--product", product)
    built = briefgen("build", "briefs/pak-2024-008.yaml", "--format", "html")

    assert built.returncode == 0, built.stderr
    assert f"kind: {product}" in (desk / "briefs" / "pak-2024-008.yaml").read_text()
    assert (desk / "dist" / "pak-2024-008.html").exists()


def test_new_does_not_write_over_a_sheet(briefgen, desk):
    briefgen("new", "GOOD-2")
    done = briefgen("new", "GOOD-2")

    assert done.returncode == 2
    assert "is there already" in done.stderr


def test_new_refuses_what_is_no_product_id(briefgen):
    assert "SET009" in briefgen("new", "../evil").stderr


def test_schema_is_printed_or_written(briefgen, desk):
    printed = briefgen("schema").stdout
    briefgen("schema", "--out", "schema.json")

    assert json.loads(printed)["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert (desk / "schema.json").read_text() == printed


def test_explain_prints_the_page_of_a_code(briefgen):
    done = briefgen("explain", "yml002")

    assert done.returncode == 0
    assert "YML002" in done.stdout


def test_explain_names_the_nearest_code(briefgen):
    done = briefgen("explain", "YML999")

    assert done.returncode == 2
    assert "YML0" in done.stderr


def test_doctor_finds_everything_here(briefgen):
    done = briefgen("doctor")

    assert done.returncode == 0, done.stdout
    assert "missing" not in done.stdout
    assert re.search(r"^(ok|no) +isolation: (on|in part|off)\b", done.stdout, re.M)


def test_version_is_printed(briefgen):
    from briefgen import __version__

    assert briefgen("--version").stdout == f"briefgen {__version__}\n"


def test_editions_says_when_two_audiences_get_the_same(briefgen, desk):
    (desk / "briefgen.toml").write_text(
        '[audiences.one]\nmax_marking = "TLP:CLEAR"\n[audiences.two]\nmax_marking = "TLP:CLEAR"\n'
    )
    assert briefgen("editions", "briefs/good.yaml", "--diff", "one", "two").stdout == "one and two get the same\n"


def test_editions_of_a_folder_asks_for_one_sheet(briefgen, desk):
    (desk / "briefgen.toml").write_text('[audiences.one]\nmax_marking = "TLP:CLEAR"\n')
    done = briefgen("editions", "briefs")
    assert (done.returncode, done.stderr) == (2, "briefgen: SET006 briefs is a folder — name one sheet\n")
