"""One JSON object, described by docs/changes.schema.json."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import Any

from briefgen.change import Change, Comparison, Edit, Version
from briefgen.cli.changes.outcome import Outcome


def render(outcome: Outcome) -> str:
    """Return everything that is known of the changes."""
    return json.dumps(
        {
            "before": outcome.before,
            "after": outcome.after,
            "max_marking": outcome.marking,
            "sheets": [_sheet(one) for one in outcome.comparisons],
            "unread": [] if outcome.marking else [_place(one) for one in outcome.findings],
        },
        indent=2,
        ensure_ascii=False,
    )


def _sheet(comparison: Comparison) -> dict[str, Any]:
    return {
        "before": _version(comparison.before),
        "after": _version(comparison.after),
        "replaces": comparison.continued,
        "marking": comparison.marking,
        "changes": [_change(one) for one in comparison.changes],
    }


def _version(version: Version | None) -> dict[str, Any] | None:
    return version and {"path": version.path, **version.head._asdict()}


def _change(change: Change) -> dict[str, Any]:
    edits = [_edit(change, one) for one in change.edits]
    return asdict(change) | {"substance": change.substance, "edits": edits}


def _edit(change: Change, edit: Edit) -> dict[str, Any]:
    return asdict(edit) | {"sentence": f"{change.id}: {edit}" if change.id else str(edit)}


def _place(finding: Any) -> dict[str, Any]:
    mark = finding.mark
    return {
        "path": mark.path,
        "line": mark.line,
        "column": mark.column,
        "code": finding.code,
        "message": finding.message,
    }
