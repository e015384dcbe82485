"""A template that would make a page which cannot be printed, or not be read by all, is told so at its own line."""

from __future__ import annotations

import pkgutil
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from briefgen import desk
from briefgen.compose.tracing import traced
from briefgen.explain import page
from briefgen.proof import proof, rules
from briefgen.proof.rules import PAGE_RULES, SOURCE_RULES, STYLE_RULES
from briefgen.resources import templates_folder
from tests.calling import call

ROOT = Path(__file__).parents[2]
REGISTERED: tuple[Any, ...] = (*SOURCE_RULES, *STYLE_RULES, *PAGE_RULES)
RULES = {rule.CODE: rule for rule in REGISTERED}
HEAD = '{% extends "_shared/base.html.j2" %}\n{% block content %}\n<h1>{{ brief.product.title }}</h1>\n'
BARE = "<!doctype html>\n<html><head></head>\n<body><h1>Title</h1></body></html>\n"


@pytest.fixture
def made(tmp_path):
    """Return a function from the page and style sheet of a product to what is found in them, each as place and code."""

    def found(source: str, style: str = "", whole: bool = False) -> list[str]:
        folder = tmp_path / "templates" / "note"
        folder.mkdir(parents=True)
        (folder / "product.toml").write_text('title = "Note"\nsummary = "A note."\n')
        (folder / "sample.yaml").write_bytes((ROOT / "docs" / "first-sheet.yaml").read_bytes())
        (folder / "page.html.j2").write_text(source if whole else f"{HEAD}{source}\n{{% endblock %}}\n")
        (folder / "style.css").write_text(style)
        home = replace(desk.find(tmp_path), templates=(folder.parent, templates_folder()))
        findings = proof(home)
        assert all(Path(one.mark.path).is_relative_to(folder) for one in findings)
        return [f"{Path(one.mark.path).name}:{one.mark.line}:{one.mark.column} {one.code}" for one in findings]

    return found


BAD = {
    '<img src="data:image/png;base64,AAAA" alt="">': "TPL101",
    '<p>x</p>\n<svg viewBox="0 0 1 1"><path d="M0 0h1"/></svg>': "TPL101",
    "<p>Read <input></p>": "TPL103",
    '<a rel="attachment" href="https://example.org/x">x</a>': "TPL103",
    '<a href="annex.html">annex</a>': "TPL104",
    "<h3>Too deep</h3>": "TPL106",
    "<h2>{{ '' }}</h2>": "TPL106",
    "<table><tbody><tr><td>1</td></tr></tbody></table>": "TPL107",
    "<table><tbody><tr><th>a</th><th>b</th></tr></tbody></table>": "TPL107",
    "<table><thead><tr><th>a</th></tr></thead><tbody><tr><th>b</th><td>1</td></tr></tbody></table>": "TPL107",
    '<p id="a">x</p>\n<p id="a">y</p>': "TPL109",
    '<a href="#nowhere">x</a>': "TPL109",
}


@pytest.mark.parametrize("source", BAD)
def test_a_fault_in_a_page_is_found_at_its_line(made, source):
    (found,) = made(source)
    place, code = found.split()
    assert code == BAD[source]
    assert place.startswith("page.html.j2:")
    assert int(place.split(":")[1]) in range(4, 4 + source.count("\n") + 1)


@pytest.mark.parametrize(
    ("style", "expected"),
    [
        ("p { color: red }\n.faint { opacity: .5 }", "style.css:2:10 TPL102"),
        ("li::marker { content: '-' }", "style.css:1:3 TPL105"),
        ("@supports (display: grid) { p { color: red } }", "style.css:1:1 TPL105"),
        ("/* a\n */ .x { backdrop-filter: blur(2px) }", "style.css:2:10 TPL105"),
    ],
)
def test_a_style_that_breaks_is_found_at_its_line(made, style, expected):
    assert made("", style) == [expected]


@pytest.mark.parametrize(
    "style",
    [
        "@media screen { p { opacity: .5 }\n p { position: sticky } }",
        "/* opacity: .5 */",
        "p { opacity: 1 }",
        ".x { fill-opacity: .5 }",
        "p { text-filter: none }",
    ],
)
def test_what_print_does_not_read_is_let_pass(made, style):
    assert made("", style) == []


def test_a_bare_page_says_neither_language_nor_title(made):
    assert made(BARE, whole=True) == ["page.html.j2:2:1 TPL108", "page.html.j2:2:1 TPL108"]


def test_good_markup_has_no_finding(made):
    good = (
        '<h2>Two</h2><h3>Three</h3><h2>Again</h2><p id="here">z</p>'
        '<a href="https://example.org">x</a><a href="#here">y</a>'
        '<img src="data:image/png;base64,AAAA" alt="A picture"><svg viewBox="0 0 1 1"><title>A line</title></svg>'
        "<table><thead><tr><th>a</th><th>b</th></tr></thead>"
        '<tbody><tr><th scope="row">c</th><td>1</td></tr></tbody></table>'
        '<p style="color: red">{{ 1 }}</p><a href="{{ "https://example.org" }}">w</a>'
    )
    assert made(good) == []


def test_a_template_that_fails_is_found_at_its_line(made):
    assert made("<p>x</p>\n<p>{{ nothing }}</p>") == ["page.html.j2:5:1 TPL006"]


def test_a_product_without_a_sample_is_told(tmp_path):
    folder = tmp_path / "templates" / "note"
    folder.mkdir(parents=True)
    (folder / "product.toml").write_text('title = "Note"\nsummary = "A note."\n')
    home = replace(desk.find(tmp_path), templates=(folder.parent, templates_folder()))
    assert [one.code for one in proof(home)] == ["TPL007"]


def test_a_product_is_made_in_the_theme_of_the_desk(made, tmp_path):
    (tmp_path / "briefgen.toml").write_text('[desk]\ntheme = "look.toml"\n')
    (tmp_path / "look.toml").write_text('footer = "Our own"\n')

    assert made('{% if theme.footer != "Our own" %}{{ nothing }}{% endif %}<p>x</p>') == []


def test_the_shipped_templates_have_no_finding():
    assert [str(one) for one in proof(desk.find(ROOT))] == []


def test_every_rule_is_in_a_registry_and_has_a_page():
    files = {module.name for module in pkgutil.iter_modules(rules.__path__)}
    assert files == {rule.__name__.rpartition(".")[2] for rule in RULES.values()}
    assert all(f"# {code}: " in page(code) for code in RULES)
    assert set(BAD.values()) | {"TPL102", "TPL105", "TPL108"} == set(RULES)


def test_a_trace_changes_nothing_but_tags():
    source = '{% if a < b %}<p class="{{ c }}">{{ "<b>" }}</p>{% endif %}\n<!-- <i> --><br>'
    expected = '{% if a < b %}<p data-from="x:1:15" class="{{ c }}">{{ "<b>" }}</p>{% endif %}\n'
    assert traced(source, "x") == f'{expected}<!-- <i> --><br data-from="x:2:13">'


def test_check_templates_prints_findings_and_fails(tmp_path):
    folder = tmp_path / "own" / "note"
    folder.mkdir(parents=True)
    (tmp_path / "briefgen.toml").write_text('[desk]\ntemplates = "own"\n')
    (folder / "product.toml").write_text('title = "Note"\nsummary = "A note."\n')
    (folder / "sample.yaml").write_bytes((ROOT / "docs" / "first-sheet.yaml").read_bytes())
    (folder / "page.html.j2").write_text(f"{HEAD}<h4>x</h4>{{% endblock %}}")
    done = call("check", "--templates", cwd=tmp_path)
    assert done.returncode == 1
    assert done.stderr.startswith("own/note/page.html.j2:4:1: error TPL106 an h4 stands after an h1: ")
    assert done.stderr.endswith("1 product: 1 error, 0 warnings\n")


def test_check_templates_takes_no_path(tmp_path):
    done = call("check", "--templates", "somewhere", cwd=tmp_path)
    assert done.returncode == 2
    assert "SET014" in done.stderr
