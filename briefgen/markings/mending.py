"""What to write instead of a text that is no marking: who may read a document must not be a guess."""

from __future__ import annotations

import re
from difflib import get_close_matches

from briefgen.markings.scheme import FIRST, NEXT, Scheme


def remedy(text: str, scheme: Scheme) -> str:
    """Return what to write instead of *text*, which is no marking of the *scheme*."""
    label, *more = text.split(FIRST)
    if scheme.find(label) and more:
        return _of_caveats(NEXT.join(more).split(NEXT), scheme)
    return slip(label, scheme) or f"write {choice(scheme)}"


def slip(label: str, scheme: Scheme) -> str | None:
    """Return the remedy for a *label* that can only be meant for one of the scheme; None where it can not."""
    said = folded(label)
    if said in scheme.slips:
        return scheme.slips[said]
    meant = {folded(form): level.label for level in scheme.levels for form in _forms(level.label)}
    return f"write {meant[said]}, in capitals, exactly so" if said in meant else None


def folded(label: str) -> str:
    """Return the capitals and digits of a *label*: what is left of it when it was written otherwise."""
    return re.sub(r"[\W_]", "", label.upper())


def choice(scheme: Scheme) -> str:
    """Return the labels that there are, in words."""
    labels = ", ".join(level.label for level in scheme.levels)
    caveats = f"; caveats behind {FIRST}: {', '.join(scheme.caveats)}" if scheme.caveats else ""
    return f"one of {labels}, exactly so{caveats}"


def _forms(label: str) -> tuple[str, ...]:
    """Return how a label is written by those who know it: ``TLP:RED``, ``RED``."""
    return label, label.rpartition(":")[2]


def _of_caveats(names: list[str], scheme: Scheme) -> str:
    if not scheme.caveats:
        return "name the caveat under [marking.caveats] in briefgen.toml, or drop it"
    if len(set(names)) < len(names):
        return "write each caveat once"
    wrong = next((name for name in names if name not in scheme.caveats), "")
    near = get_close_matches(wrong.strip().upper(), scheme.caveats, 1)
    if near:
        return f"did you mean {near[0]}?"
    return f"write a caveat of the desk, {NEXT} between two: {', '.join(scheme.caveats)}"
