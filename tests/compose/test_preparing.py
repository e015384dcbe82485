"""Templates that are compiled before they are needed are the ones that are used, and give every edition its own."""

import dataclasses

import pytest

from briefgen import desk, issuing, sheet
from briefgen.compose import House, compose, prepare
from briefgen.compose.environment import COMPILED
from briefgen.resources import templates_folder

ROOT = templates_folder().parent


@pytest.fixture(scope="module")
def view():
    home = desk.find(ROOT)
    made = sheet.load(ROOT / "briefs" / "ttp-islamabad-ceasefire.yaml", home.registry, home.root).sheet
    assert made
    return issuing.make(made, home.default_marking)


def test_nothing_is_left_to_compile(view, monkeypatch):
    monkeypatch.setattr(COMPILED, "code", {})
    prepare(["situation-update"])
    known = dict(COMPILED.code)
    compose(view, "situation-update", [templates_folder()], House())
    assert len(known) > 20
    assert COMPILED.code == known


def test_a_broken_product_is_not_told_of_here(monkeypatch):
    monkeypatch.setattr(COMPILED, "code", {})
    prepare(["no-such-product"])
    assert COMPILED.code


@pytest.mark.parametrize("order", [("en", "fr"), ("fr", "en")])
def test_a_constant_in_a_template_is_written_for_each_edition_anew(view, tmp_path, order):
    (tmp_path / "note").mkdir()
    (tmp_path / "note" / "product.toml").write_text('title = "Note"\nsummary = "A date."\n')
    (tmp_path / "note" / "page.html.j2").write_text("{{ '2024-02-07' | when }}")
    told = {}
    for lang in order:
        other = dataclasses.replace(view, product={**view.product, "lang": lang})
        told[lang] = compose(other, "note", [tmp_path], House()).html
    assert "February" in told["en"]
    assert "février" in told["fr"]
