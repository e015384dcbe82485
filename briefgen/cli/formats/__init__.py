"""How findings are printed, one module a format: what a check has found goes in, text comes out.

A new format is a module with a function `render`, and its name in `FORMATS`.
"""

from __future__ import annotations

from importlib import import_module

from briefgen.cli.formats.outcome import Outcome

FORMATS = ("text", "json", "github", "gitlab", "sarif", "junit")

__all__ = ["FORMATS", "Outcome", "render"]


def render(form: str, outcome: Outcome) -> str:
    """Return *outcome* in one of the FORMATS, whose module is loaded for those who ask for it."""
    printed: str = import_module(f"{__name__}.{form}").render(outcome)
    return printed
