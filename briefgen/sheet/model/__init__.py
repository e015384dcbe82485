"""The records of a fact sheet, one file per family; the JSON Schema and the errors come from these models."""

from briefgen.sheet.model.sheet import Sheet

__all__ = ["Sheet"]
