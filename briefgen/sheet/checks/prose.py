"""Prose is Markdown without HTML, pictures or links that lead to the writer's own computer."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefgen.findings import Finding
from briefgen.sheet.model.census import Census

HTML = re.compile(r"(?<!\\)<(?:[a-z][a-z0-9-]*(?:\s[^<>]*)?/?>|/[a-z][^<>]*>|!--|[!?][a-z])", re.I)
LEADS = re.compile(
    r"(?P<picture>!\[[^\]!]*+(?:!(?!\[)[^\]!]*+)*\])"
    r"|\]\(\s*<?(?P<inline>[^\s)>]*)"
    r"|<(?P<auto>[a-z][a-z0-9+.-]{1,31}:[^\s<>]*)>"
    r"|^ {0,3}\[[^\]\n@]+\]:\s*<?(?P<definition>\S+)",
    re.I | re.M,
)
ALLOWED = re.compile(r"https?://|mailto:", re.I)


def check(census: Census) -> Iterator[Finding]:
    """Yield a finding for every HTML tag (SHT018), and for every picture or link that cannot be printed (SHT019)."""
    for prose, owner in census.prose:
        node = prose.node
        for found, code, message, remedy in (*_tags(node), *_leads(node)):
            offset = found.end() - len(found[0].lstrip())
            yield Finding(node.place(offset), code, message, remedy, record=owner)


def _tags(text: str) -> Iterator[tuple[re.Match[str], str, str, str]]:
    for found in HTML.finditer(text):
        yield found, "SHT018", f"{found[0][:40]} is HTML", "write Markdown, or \\< for the sign itself"


def _leads(text: str) -> Iterator[tuple[re.Match[str], str, str, str]]:
    for found in LEADS.finditer(text):
        target = found["inline"] or found["auto"] or found["definition"] or ""
        if found["picture"]:
            yield found, "SHT019", "a picture cannot stand in prose", "add it under figures"
        elif not ALLOWED.match(target):
            remedy = "link to https:// or mailto:, or cite a source with [@id]"
            yield found, "SHT019", f'the link to "{target[:60]}" leads nowhere in print', remedy
