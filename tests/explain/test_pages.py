"""Every code has a page, and the page's examples are true."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from briefgen import explain, sheet
from briefgen.findings import Finding

PACKAGE = Path(explain.__file__).parents[1]
CODE = re.compile(r'"((?:YML|SHT|REF|INC)\d{3})"|\b((?:FIG|FIT|GIT|PDF|REV|RUN|SET|THM|TPL|OUT)\d{3})\b')
FENCE = re.compile(r"^```(\w+) (\S+)\n(.*?)^```$", re.M | re.S)
FRAME = "briefgen: 1\nproduct: {id: EXAMPLE-1, title: An example, time: 2024-02-07}\n"
#: Families whose findings a sheet can have.
FAMILIES = ("YML", "SHT", "REF", "INC")
#: Nothing that YAML can show: the file itself, its bytes, its size.
WITHOUT_EXAMPLES = {"YML001", "YML002", "YML003"}


def used_codes() -> set[str]:
    sources = [path.read_text(encoding="utf-8") for path in PACKAGE.rglob("*.py")]
    return {found[1] or found[2] for text in sources for found in CODE.finditer(text)}


def examples(code: str) -> dict[str, str]:
    return {found[2]: found[3] for found in FENCE.finditer(explain.page(code))}


def findings(code: str, which: str, folder: Path) -> tuple[Finding, ...]:
    """Return the findings on one example of a page; a fragment is put under a frame, other files beside it."""
    texts = examples(code)
    for name, text in texts.items():
        (folder / name).write_text(text, encoding="utf-8")
    example = texts[which]
    whole = example if example.startswith(("briefgen:", "- ")) else FRAME + example
    path = folder / "sheet.yaml"
    path.write_text(whole, encoding="utf-8")
    return sheet.load(path).findings


def with_examples() -> list[str]:
    return [code for code in explain.codes() if code[:3] in FAMILIES and code not in WITHOUT_EXAMPLES]


def test_every_code_has_a_page_and_every_page_a_code():
    assert len(used_codes()) > 40
    assert set(explain.codes()) == used_codes()


@pytest.mark.parametrize("code", explain.codes())
def test_a_page_begins_with_its_code_and_a_title(code):
    assert re.match(rf"# {code}: [a-zA-Z]", explain.page(code))


def test_pages_with_examples_were_found():
    assert len(with_examples()) > 30


@pytest.mark.parametrize("code", with_examples())
def test_the_bad_example_yields_the_code(code, tmp_path):
    assert code in {finding.code for finding in findings(code, "bad", tmp_path)}


@pytest.mark.parametrize("code", with_examples())
def test_the_good_example_has_no_error_and_not_the_code(code, tmp_path):
    found = findings(code, "good", tmp_path)
    assert [str(finding) for finding in found if finding.severity == "error" or finding.code == code] == []


def test_a_code_without_a_page_is_a_key_error():
    with pytest.raises(KeyError):
        explain.page("../errors")
