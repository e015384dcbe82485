"""What all records share: strict keys, short forms, and the node that they were read from."""

from __future__ import annotations

from typing import Any, ClassVar, Self

from pydantic import (
    BaseModel,
    ConfigDict,
    GetJsonSchemaHandler,
    ModelWrapValidatorHandler,
    PrivateAttr,
    ValidationInfo,
    model_validator,
)
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema

from briefgen.findings import Mark
from briefgen.sheet.document import Mapping, Node, mark_of
from briefgen.sheet.model.census import Census
from briefgen.sheet.model.scalar import is_blank


class Expected:
    """Marks an optional field whose absence a reader would notice; *reason* ends the finding's sentence.

    *rule* is the code of the lint rule that asks for the field; without one its absence is SHT101.
    """

    def __init__(self, reason: str, rule: str = "SHT101") -> None:
        self.reason, self.rule = reason, rule


class Record(BaseModel):
    """A mapping of a fact sheet. Unknown keys are errors; ``SHORT`` names the field whose value may stand alone."""

    model_config = ConfigDict(extra="forbid", frozen=True, arbitrary_types_allowed=True)
    SHORT: ClassVar[str | None] = None
    _node: Mapping = PrivateAttr()

    @model_validator(mode="wrap")
    @classmethod
    def _keep_node(cls, value: Any, handler: ModelWrapValidatorHandler[Self], info: ValidationInfo) -> Self:
        census = info.context if isinstance(info.context, Census) else Census()
        node = cls._long_form(value)
        census.enter(node)
        try:
            record = handler(node)
            record._node = node
            census.records.append((record, census.owner))
        finally:
            census.leave()
        return record

    @classmethod
    def _long_form(cls, value: Any) -> Any:
        if cls.SHORT is None or isinstance(value, dict) or is_blank(value):
            return value
        return Mapping([(cls.SHORT, value)], mark=value.mark)

    @classmethod
    def __get_pydantic_json_schema__(cls, core_schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        """Return the schema of the long form and, where there is one, of the short form."""
        reference = handler(core_schema)
        if cls.SHORT is not None:
            schema = handler.resolve_ref_schema(reference)
            long = dict(schema)
            short = {"title": f"{cls.SHORT} alone", **long["properties"][cls.SHORT]}
            schema.clear()
            schema.update({"title": long["title"], "description": long.get("description", ""), "anyOf": [short, long]})
        return reference

    def written(self, name: str) -> Node | None:
        """Return the field *name* as it was written, or None; a field has the name that the class gives it."""
        return self._node.get(type(self).model_fields[name].alias or name)

    def mark(self, *path: str | int) -> Mark:
        """Return where the record, or the field at *path* in it, stands in the file."""
        return mark_of(self._node, path)
