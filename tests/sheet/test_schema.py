"""The JSON Schema for editors: true to the loader, described everywhere, closed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from briefgen.sheet.schema import schema
from tests.sheet.conftest import FRAME

SCHEMA = schema()
BRIEFS = sorted((Path(__file__).parents[2] / "briefs").rglob("*.yaml"))


class Core(yaml.SafeLoader):
    """YAML as an editor types it: the core schema of YAML 1.2."""


Core.yaml_implicit_resolvers = {}
for tag, pattern, first in (
    ("bool", r"true|True|TRUE|false|False|FALSE", "tTfF"),
    ("int", r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+", "-+0123456789"),
    ("float", r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?", "-+.0123456789"),
    ("null", r"null|Null|NULL|~|", ["n", "N", "~", ""]),
):
    Core.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(f"^(?:{pattern})$"), list(first))


def problems(text: str) -> list[str]:
    found = jsonschema.Draft202012Validator(SCHEMA).iter_errors(yaml.load(text, Core))
    return [f"{error.json_path}: {error.message[:80]}" for error in found]


def test_it_is_a_valid_schema_of_2020_12_with_an_id_and_a_title():
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    assert SCHEMA["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert SCHEMA["$id"]
    assert SCHEMA["title"]


def test_briefs_were_found():
    assert len(BRIEFS) >= 3


@pytest.mark.parametrize("path", BRIEFS, ids=lambda path: path.name)
def test_the_real_briefs_with_includes_and_registry_are_valid(path):
    assert problems(path.read_text(encoding="utf-8")) == []


def objects() -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield every object schema with properties, by name."""
    for name, one in {"Sheet": SCHEMA, **SCHEMA["$defs"]}.items():
        for form in one.get("anyOf", [one]):
            if "properties" in form:
                yield name, form


def test_objects_were_found():
    assert len(list(objects())) > 50


@pytest.mark.parametrize(("name", "one"), list(objects()), ids=[name for name, _ in objects()])
def test_every_object_is_closed_and_everything_in_it_described(name, one):
    assert one["additionalProperties"] is False
    assert one.get("description") or SCHEMA["$defs"][name]["description"]
    assert [key for key, field in one["properties"].items() if not field.get("description")] == []


def test_no_field_may_be_null():
    assert not re.search(r"'null'|: None", str(SCHEMA))


@pytest.mark.parametrize(
    "text",
    [
        "claims: {id: c-1, text: x, credibility: 2}",
        "claims: {id: c-1, text: x, credibility: '2'}",
        "claims: {id: c-1, text: x, sources: s-1}",
        "claims: {id: c-1, text: x, sources: [s-1, {ref: s-2, via: s-3}], dated: 2024}",
        "events: {id: e-1, when: 2024, type: talks, harm: {killed: 10, injured: {low: 3, best: '4'}}}",
        "events: {id: e-1, when: {start: 2024-02-05, end: 2024-02}, type: talks}",
        "places: {id: p-1, name: x, lat: 31.8, lon: -70}",
        "sources: {id: s-1, title: 1984, author: [x]}",
        "ach: {claim: c-1, h-1: N, h-2: CC}",
        "ach: {claim: c-1, ratings: {h-1: N}}",
        "judgements: {id: j-1, text: x, likelihood: likely, key: true}",
        "include: [a.yaml, {table: a.csv, columns: {id: id}}]",
        "summary: One sentence.",
        "figures: timeline",
    ],
)
def test_what_the_loader_takes_the_schema_takes(load, text):
    assert problems(FRAME + text) == []
    assert [one for one in load(text + "\n").findings if one.code.startswith("SHT0")] == []


@pytest.mark.parametrize(
    "text",
    [
        "clams: []",
        "claims: {id: c-1, text: x, foo: 1}",
        "claims: {id: c-1}",
        "claims: {id: e-1, text: x}",
        "claims: {id: c-1, text: x, credibility: 7}",
        "claims: {id: c-1, text: x, sources: c-1}",
        "claims: {id: c-1, text: }",
        "claims: {id: c-1, text: x, portion: TLP:WHITE}",
        "events: {id: e-1, when: 2024, type: talk}",
        "events: {id: e-1, when: 2024, type: talks, harm: {killed: ten}}",
        "places: {id: p-1, name: x, lat: 91}",
        "judgements: {id: j-1, text: x, likelihood: likely, key: yes}",
        "ach: {claim: c-1, h-1: X}",
        "ach: {claim: c-1, ratings: {x: N}}",
        "sources: {id: s-1, title: x, url: dawn.com}",
    ],
)
def test_what_the_loader_refuses_the_schema_refuses(load, text):
    assert problems(FRAME + text) != []
    assert [one for one in load(text + "\n").findings if one.severity == "error"] != []


@pytest.mark.parametrize(
    "text", ["briefgen: 1", "product: {id: A-1, title: T, time: 2024}", "briefgen: 2\nproduct: {}"]
)
def test_a_sheet_has_version_and_product(text):
    assert problems(text) != []


def test_shared_and_included_files_have_neither():
    assert problems("actors: {id: a-1, name: x}") == []
