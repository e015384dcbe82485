"""Lines to read: one a finding, `path:line:col: severity CODE message — remedy`; on a terminal with the source line."""

from __future__ import annotations

import sys

from briefgen.cli.formats.outcome import Outcome, waived_line


def render(outcome: Outcome) -> str:
    """Return one line a finding and one a waived finding, or what a terminal shows instead."""
    if sys.stderr.isatty():
        from briefgen.cli.formats import terminal  # rich is loaded for those who see it

        return terminal.render(outcome)
    return "\n".join([*map(str, outcome.findings), *map(waived_line, outcome.waived)])
