"""What readers outside are told of what went: that it went. It may be marked higher now; nobody shall point at it."""

from __future__ import annotations

from dataclasses import replace

from briefgen.change.change import Edit

NOT_GIVEN, NOT_ALL = "no longer given", "no longer all given"


def discreet(edit: Edit) -> Edit:
    """Return an edit without the words that went; single terms, numbers and dates still say what they were."""
    if not edit.before or edit.sort == "list":
        return edit
    if not edit.after:
        return replace(edit, sort="remark", before=(), after=(NOT_GIVEN,), note="")
    return replace(edit, sort="remark", before=()) if edit.sort in ("text", "remark") else edit


def lost_words(number: int) -> str:
    """Return that so many records of a section are gone."""
    return f"{number} no longer in this edition"
