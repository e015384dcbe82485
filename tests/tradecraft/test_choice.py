"""The scale of a document: the sheet's, else the desk's, else ICD 203; its terms, its schema and its annex."""

import pytest

from briefgen import desk, issuing, sheet
from briefgen.compose import House, compose
from briefgen.resources import templates_folder
from briefgen.sheet.schema import schema
from briefgen.tradecraft import SCALES

SHEET = (
    "briefgen: 1\nproduct: {{id: A-1, title: T, time: 2024-02-07{product}}}\njudgements: {{id: j-1, text: x, {term}}}\n"
)


@pytest.fixture
def load(tmp_path):
    def loaded(term, product="", **desks):
        path = tmp_path / "sheet.yaml"
        path.write_text(SHEET.format(term=f"likelihood: {term}", product=product), encoding="utf-8")
        return sheet.load(path, **desks)

    return loaded


def codes(parsed):
    return [one.code for one in parsed.findings if one.severity == "error"]


def test_without_a_word_it_is_icd203(load):
    assert load("very-likely").sheet.product.scale == "icd203"
    assert codes(load("realistic-possibility")) == ["SHT014"]


def test_a_desk_chooses_for_sheets_that_do_not(load):
    parsed = load("realistic-possibility", scale="phia")
    assert parsed.sheet.product.scale == "phia"
    assert codes(load("very-likely", scale="phia")) == ["SHT014"]


def test_a_sheet_comes_before_its_desk(load):
    parsed = load("chances-about-even", ", scale: kent", scale="phia")
    assert parsed.sheet.product.scale == "kent"


def test_the_completed_product_still_knows_its_place(load):
    product = load("likely").sheet.product
    assert (product.mark("id").line, product.mark("id").column) == (2, 15)


def test_a_scale_that_is_none_is_refused(load):
    assert codes(load("likely", ", scale: kents")) == ["SHT005"]


@pytest.mark.parametrize("name", SCALES)
def test_a_desk_may_name_every_scale(tmp_path, name):
    (tmp_path / "briefgen.toml").write_text(f'[desk]\nscale = "{name}"\n')
    assert desk.find(tmp_path).scale == name


def test_a_desk_that_names_none_has_icd203(tmp_path):
    assert desk.find(tmp_path).scale == "icd203"


def accepted(model, key):
    """Return the values that the schema allows for a property, references followed."""
    definitions = schema()["$defs"]
    (form,) = [one for one in definitions[model].get("anyOf", [definitions[model]]) if "properties" in one]
    options = form["properties"][key]["anyOf"]
    return [
        definitions[one["$ref"].rpartition("/")[2]]["enum"] if "$ref" in one else one.get("enum") for one in options
    ]


@pytest.mark.parametrize(
    ("model", "key", "besides"),
    [
        ("Judgement", "likelihood", [["n/a"]]),
        ("Scenario", "likelihood", []),
        ("Change", "from", [["new"]]),
        ("Dissent", "likelihood", []),
        ("Attribution", "assessed", [["unknown"]]),
        ("Breach", "assessed", [["unknown"]]),
    ],
)
def test_an_editor_offers_the_terms_by_scale(model, key, besides):
    terms = [[term.id for term in scale.terms] for scale in SCALES.values()]
    assert accepted(model, key) == [*terms, *besides]


def test_an_editor_offers_the_scales_and_says_what_they_are():
    made = schema()["$defs"]["Product"]["properties"]["scale"]
    assert made["enum"] == list(SCALES)
    assert all(one["description"] for one in made["anyOf"])
    assert "Unverified" in made["anyOf"][-1]["description"]


def composed(parsed):
    view = issuing.make(parsed.sheet, parsed.sheet.product.handling.marking)
    return compose(view, "situation-update", [templates_folder()], House("Example Desk")).html


def page(load, name):
    scale = SCALES[name]
    return composed(load(scale.terms[-1].id, f", scale: {name}, handling: TLP:CLEAR"))


@pytest.mark.parametrize("name", SCALES)
def test_the_annex_shows_every_term_with_its_band(load, name):
    html, scale = page(load, name), SCALES[name]
    annex = html[html.index("How we express uncertainty") :]
    assert all(term.label in annex and f"{term.label} {term.spoken}" in annex for term in scale.terms)
    assert f"bands of {scale.title} (per cent)" in annex
    assert scale.edition in annex


@pytest.mark.parametrize("name", SCALES)
def test_only_an_unverified_scale_says_so(load, name):
    assert ("Unverified: the primary text is not public." in page(load, name)) == (name == "nato")


def test_a_band_of_one_number_is_one_number(load):
    assert '<span class="band">100%</span>' in page(load, "kent")


def test_of_two_bands_that_begin_alike_the_wider_one_is_the_likelier(load):
    parsed = load("unlikely, changed: {from: very-unlikely, why: x}", ", scale: ipcc, handling: TLP:CLEAR")
    assert "<b>Raised.</b>" in composed(parsed)


@pytest.mark.parametrize(
    ("outcome", "told"),
    [
        ("open", "Unchanged"),
        ("true", "Came true"),
        ("false", "Did not come true"),
        ("undecidable", "Cannot be decided"),
    ],
)
def test_a_judgement_that_is_decided_is_not_called_unchanged(load, outcome, told):
    changed = f'changed: {{from: likely, why: x}}, resolve: {{test: y, by: "2024-02-08", outcome: "{outcome}"}}'
    assert f"<b>{told}.</b> Judgement 1: x" in composed(load(f"likely, {changed}", ", handling: TLP:CLEAR"))
