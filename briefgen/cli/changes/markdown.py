"""CommonMark with tables and strikethrough, as code hosts show it in a pull request.

What a sheet says is text and nothing else: no markup, no HTML, and nothing that a host makes a link or a mention of.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefgen.change import SECTIONS, Change, Comparison, Edit, pieces
from briefgen.cli.changes.outcome import (
    NONE,
    WORDS,
    Outcome,
    files,
    in_short,
    is_anew,
    minor,
    said_before,
    sections,
    summary,
    title,
    told,
    turns,
)
from briefgen.findings import one_line
from briefgen.sheet.textfile import FORBIDDEN

#: What would be markup or HTML anywhere, and what would be at the beginning of a line.
MARKUP = re.compile(r"[\\`*_{}\[\]<>#|~&$@^!]|^[-+=.:]|^\d+[.)]")
#: Where a host would see a name (@ops), an issue (#1, GH-1), a label, an emoji, an address or a commit in plain text.
REFERENCE = re.compile(
    r"(?<=[@#!$%~&^])(?=\w)|(?<=GH-)(?=\d)|(?<=:)(?=[\w+-]+:)|(?<=:)(?=//)|(?<=\w)(?=\.[A-Za-z]{2})"
    r"|(?<=\b[0-9a-f]{6})(?=[0-9a-f])"
)
JOINER = "\u2060"


def render(outcome: Outcome) -> str:
    """Return a section for each sheet."""
    marking = f", as far as {safe(outcome.marking)} allows" if outcome.marking else ""
    head = f"# What changed\n\nFrom {code(outcome.before)} to {code(outcome.after)}{marking}."
    unread = [] if outcome.marking else list(dict.fromkeys(one.mark.path for one in outcome.findings))
    parts = [head, *(_sheet(one) for one in outcome.comparisons)]
    if not outcome.comparisons and not unread:
        parts.append(NONE)
    if unread:
        parts.append("## Not compared\n\n" + _lines(f"{code(path)} cannot be read" for path in unread))
    return "\n\n".join(parts)


def safe(words: str) -> str:
    """Return *words* as Markdown that shows them as they are, on one line."""
    plain = FORBIDDEN.sub("\ufffd", one_line(words))
    return MARKUP.sub(lambda found: f"{found[0][:-1]}\\{found[0][-1]}", REFERENCE.sub(JOINER, plain).strip())


def code(words: str) -> str:
    """Return *words* as a code span, whatever backticks they have."""
    plain = FORBIDDEN.sub("\ufffd", one_line(words))
    fence = "`" * (1 + max((len(run) for run in re.findall("`+", plain)), default=0))
    return f"{fence}{plain}{fence}" if fence == "`" else f"{fence} {plain} {fence}"


def _sheet(comparison: Comparison) -> str:
    parts = [f"## {safe(title(comparison))}", *_head(comparison)]
    parts += [f"**{lead}**\n\n{_lines(map(safe, found))}" for lead, found in in_short(comparison)]
    if rows := [f"{name}: {', '.join(counts)}" for name, counts in summary(comparison)]:
        parts.append(f"**In numbers**\n\n{' · '.join(rows)}")
    for section, changes in sections(comparison):
        parts += [f"### {SECTIONS[section].title}", _lines(map(_change, changes))]
    if rest := list(minor(comparison)):
        parts += ["### Without a change of substance", _lines(f"{said}: {_minor(those)}" for said, those in rest)]
    return "\n\n".join(parts)


def _head(comparison: Comparison) -> Iterator[str]:
    (_, was, now), *others = turns(comparison)
    yield f"**{safe(now)}**" + (f"\\\nbefore: {safe(was)}" if was else "")
    told = (f"{name} {safe(now)}{f' (before: {safe(was)})' if was else ''}" for name, was, now in others)
    yield f"{' · '.join(told)} · {code(files(comparison))}"


def _lines(items: Iterator[str] | map[str]) -> str:
    return "\n".join(f"- {item}" for item in items)


def _change(change: Change) -> str:
    own = f" {code(change.id)}" if change.id else ""
    head = f"**{WORDS[change.kind].capitalize()}**{own}: {safe(change.name)}"
    if change.section == "product":
        head = "**Changed**"
    edits = [edit for edit in told(change) if edit.substance]
    if change.kind != "changed":
        return "".join([head, *([f"\n  - {' · '.join(map(_fact, edits))}"] if edits else [])])
    aside = [safe(edit.field) for edit in told(change) if not edit.substance]
    lines = [line for edit in edits for line in _said(change, edit)]
    return "\n  - ".join([head, *lines, *([f"not of substance: {', '.join(aside)}"] if aside else [])])


def _fact(edit: Edit) -> str:
    """Return what a record that came or went says."""
    note = f" ({safe(edit.note)})" if edit.note else ""
    return f"{safe(edit.field)}: {safe(', '.join(edit.after or edit.before))}{note}"


def _said(change: Change, edit: Edit) -> Iterator[str]:
    """Yield what is said of an edit; both versions of a text that was written anew, each on a line of its own."""
    field = safe(edit.field)
    if said_before(change, edit):
        yield f"{field}, before: {safe(edit.before[0])}"
    elif edit.sort == "text" and edit.before and edit.after and is_anew(pieces(edit.before[0], edit.after[0])):
        yield f"{field}, now: {safe(edit.after[0])}"
        yield f"{field}, before: {safe(edit.before[0])}"
    else:
        yield _edit(edit)


def _edit(edit: Edit) -> str:
    before, after = (safe(", ".join(side)) for side in (edit.before, edit.after))
    note = f" ({safe(edit.note)})" if edit.note else ""
    field = safe(edit.field)
    if edit.sort == "list":
        parts = [f"added {after}" if after else "", f"dropped ~~{before}~~" if before else ""]
        return f"{field}: {'; '.join(filter(None, parts))}"
    if edit.sort == "remark" and after:
        return f"{field}: {after}"
    if not (before and after):
        return f"{field} set: {after}{note}" if after else f"{field} dropped: ~~{before}~~{note}"
    if edit.sort == "value":
        return f"{field} {before} → **{after}**{note}"
    return f"{field}: {' '.join(_piece(state, words) for state, words in pieces(edit.before[0], edit.after[0]))}"


def _piece(state: str, words: str) -> str:
    return {"same": "{}", "gone": "~~{}~~", "come": "**{}**"}[state].format(safe(words))


def _minor(changes: list[Change]) -> str:
    return ", ".join(_named(one) for one in changes)


def _named(change: Change) -> str:
    if change.id is None:
        return f"{SECTIONS[change.section].one} “{safe(change.name)}”"
    if change.kind == "renamed":
        return f"{code(change.earlier_id or '')} → {code(change.id)}"
    fields = f" ({safe(', '.join(edit.field for edit in change.edits))})" if change.edits else ""
    return f"{code(change.id)}{fields}"
