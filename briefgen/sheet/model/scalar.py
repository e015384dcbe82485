"""How a scalar gets its type: the reader leaves every scalar as text, and these say what a text means."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, LiteralString

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler, ValidationInfo
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from briefgen.sheet.document import Sequence, Text
from briefgen.sheet.model.census import Census

NULLS = ("", "~", "null", "Null", "NULL")


def fault(kind: LiteralString, message: str, remedy: str) -> PydanticCustomError:
    """Return the error of a value that cannot be used; *kind* decides the finding's code."""
    return PydanticCustomError(kind, "{message}", {"message": message, "remedy": remedy})


def is_blank(value: Any) -> bool:
    """Return whether *value* is what YAML calls null, or text without a word."""
    return isinstance(value, Text) and (not value.strip() or (value in NULLS and not value.quoted))


class Scalar:
    """Gives a scalar its type: *check* turns the text into the value, *schema* is what an editor knows of it."""

    def __init__(self, check: Callable[[Text], Any], schema: JsonSchemaValue) -> None:
        self.check, self.schema = check, schema

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        """Return a validator that refuses what is not text, or is empty, before it types the text."""
        return core_schema.no_info_plain_validator_function(self._typed)

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        """Return the schema for editors."""
        return dict(self.schema)

    def _typed(self, value: Any) -> Any:
        if not isinstance(value, Text):
            raise PydanticCustomError("text_expected", "text expected")
        if is_blank(value):
            raise PydanticCustomError("empty", "empty")
        return self.check(value)


class Noted(Scalar):
    """A scalar that is entered in the census, if validation carries one as its context."""

    LIST: str

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        """Return the validator."""
        return core_schema.with_info_plain_validator_function(self._noted)

    def _noted(self, value: Any, info: ValidationInfo) -> Any:
        typed = self._typed(value)
        if isinstance(info.context, Census):
            getattr(info.context, self.LIST).append((self.entry(value, typed), info.context.owner))
        return typed

    def entry(self, value: Text, typed: Any) -> Any:
        """Return what the census keeps: the typed value, which holds its node."""
        return typed


class OneOrMany:
    """Lets the only item of a list stand without the list."""

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        """Return the list's schema, preceded by the wrapping of a lone item."""
        return core_schema.no_info_before_validator_function(self._listed, handler(source))

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        """Return the schema of one item or a list of them."""
        many = handler(schema)
        return {"anyOf": [many["items"], many]}

    @staticmethod
    def _listed(value: Any) -> Any:
        if isinstance(value, list) or is_blank(value):
            return value
        return Sequence([value], mark=value.mark)
