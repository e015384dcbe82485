"""A Vega-Lite specification in a sheet: plain data, its scalars typed as JSON has them."""

from __future__ import annotations

import re
from typing import Annotated, Any, TypeAlias

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from briefgen.sheet.document import Mapping, Node, Sequence
from briefgen.sheet.model.scalar import NULLS

NUMBER = re.compile(r"[-+]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][-+]?[0-9]{1,2})?")
LONGEST = 40  # digits of a number; no chart needs more
WORDS = {"true": True, "false": False, **dict.fromkeys(NULLS)}


class _Plain:
    """Takes a mapping and makes dicts, tuples, texts, numbers, true, false and None of it."""

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        """Return a validator that refuses what is no mapping."""
        return core_schema.no_info_plain_validator_function(_checked)

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        """Return the schema for editors."""
        return {"type": "object"}


def _checked(value: Any) -> dict[str, Any]:
    if not isinstance(value, Mapping):
        raise PydanticCustomError("dict_type", "keys expected")
    return {str(key): plain(one) for key, one in value.items()}


def plain(node: Node) -> Any:
    """Return the data of a node; a scalar without quotes is a number, true, false or None where it reads like one."""
    if isinstance(node, Mapping):
        return {str(key): plain(one) for key, one in node.items()}
    if isinstance(node, Sequence):
        return tuple(plain(one) for one in node)
    if node.quoted:
        return str(node)
    if node in WORDS:
        return WORDS[node]
    if len(node) <= LONGEST and NUMBER.fullmatch(node):
        return int(node) if node.lstrip("+-").isdecimal() else float(node)
    return str(node)


Specification: TypeAlias = Annotated[dict[str, Any], _Plain()]
