"""Whether English puts an article before a name: the texts of a sheet know, and no rule does (the TTP, but JuA)."""

from __future__ import annotations

import re

from briefgen.edition import PROSE, Edition


def takes_article(edition: Edition, name: str) -> bool:
    """Return whether an edition writes “the” before most mentions of *name*."""
    text = _text(edition)
    every = len(re.findall(rf"(?<![\w(]){re.escape(name)}\b", text))
    return every > 0 and 2 * len(re.findall(rf"\b[Tt]he {re.escape(name)}\b", text)) >= every


def _text(edition: Edition) -> str:
    records = (*edition.claims, *edition.judgements, *(one for part in PROSE for one in edition.summary.get(part, ())))
    return " ".join(one["text"] for one in records)
