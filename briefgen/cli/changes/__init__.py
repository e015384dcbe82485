"""How changes are printed, one module a form: what differs between two sides goes in, text comes out.

A new form is a module with a function `render`, and its name in `FORMS`.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from briefgen.cli.changes.outcome import Outcome

FORMS = ("text", "markdown", "json")


def render(form: str, outcome: Outcome) -> str:
    """Return *outcome* in one of the FORMS, whose module is loaded for those who ask for it."""
    printed: str = import_module(f"{__name__}.{form}").render(outcome)
    return printed
