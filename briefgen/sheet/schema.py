"""The JSON Schema (2020-12) of the fact sheet, for editors: made from the models, so that it cannot disagree."""

from __future__ import annotations

from typing import Any

from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema

from briefgen.sheet.checks.likelihood import TERMS
from briefgen.sheet.model import Sheet
from briefgen.sheet.model.product import Product
from briefgen.tradecraft import SCALES

DIALECT = "https://json-schema.org/draft/2020-12/schema"
ID = "urn:briefgen:fact-sheet:1"


def schema() -> dict[str, Any]:
    """Return the schema that `briefgen schema` prints.

    It suits included files and registries too: what a sheet requires is required where one of it stands.
    """
    made = Sheet.model_json_schema(mode="validation", by_alias=True, schema_generator=_ForEditors)
    _name_terms(made["$defs"])
    required = made.pop("required")
    one_of_them = {"anyOf": [{"required": [key]} for key in required]}
    whole = {"if": one_of_them, "then": {"required": required}}
    return {"$schema": DIALECT, "$id": ID, **made, "title": "briefgen fact sheet", **whole}


def _name_terms(models: dict[str, Any]) -> None:
    """Put the scales and their terms into *models* and refer to them where one is chosen."""
    for scale in SCALES.values():
        bands = "; ".join(f"{term.id} {term.band} per cent" for term in scale.terms)
        models[f"terms-{scale.id}"] = {
            "title": scale.title,
            "description": f"{scale.title}: {bands}. {scale.caveat}".strip(),
            "enum": [term.id for term in scale.terms],
        }
    for model, _, key, besides in TERMS:
        others = [{"title": "no likelihood", "enum": list(besides)}] if besides else []
        of_scales = [{"$ref": f"#/$defs/terms-{scale}"} for scale in SCALES]
        _replace(models[model.__name__], key, {"anyOf": [*of_scales, *others]})
    names = [{"const": one.id, "description": f"{one.edition}. {one.caveat}".strip()} for one in SCALES.values()]
    _replace(models[Product.__name__], "scale", {"enum": list(SCALES), "anyOf": names})


def _replace(model: dict[str, Any], key: str, values: dict[str, Any]) -> None:
    """Let the property *key* take *values* instead of what it took; its description stays."""
    (properties,) = (form["properties"] for form in model.get("anyOf", [model]) if "properties" in form)
    properties[key] = {"description": properties[key]["description"], **values}


class _ForEditors(GenerateJsonSchema):
    """Schemas as an editor needs them: it types YAML itself, and it shows titles and defaults to a writer."""

    def literal_schema(self, schema: core_schema.LiteralSchema) -> JsonSchemaValue:
        """Return an enum; an editor reads digits as a number, whether they are quoted or not."""
        options = schema["expected"]
        return {"enum": [*options, *(int(option) for option in options if option.isdecimal())]}

    def nullable_schema(self, schema: core_schema.NullableSchema) -> JsonSchemaValue:
        """Return the schema of the value: a key without a value is an error."""
        return self.generate_inner(schema["schema"])

    def default_schema(self, schema: core_schema.WithDefaultSchema) -> JsonSchemaValue:
        """Return the schema with its default, if that is more than nothing."""
        inner = self.generate_inner(schema["schema"])
        default = schema.get("default")
        return inner if default in (None, (), {}) else {**inner, "default": default}

    def dict_schema(self, schema: core_schema.DictSchema) -> JsonSchemaValue:
        """Return the schema of an object whose keys have a form, with no other keys."""
        made = super().dict_schema(schema)
        return {**made, "additionalProperties": False} if "patternProperties" in made else made

    def field_title_should_be_set(self, schema: Any) -> bool:
        """Return False: the key is title enough."""
        return False
