"""Numbers as they are known, in print: ranges as ranges, lower limits as lower limits."""

from __future__ import annotations

from briefgen.edition import Record

THIN = "\u2009"


def amount(value: Record | None) -> str:
    """Return the number for a table: ``28``, ``26–28``, ``≥ 10``, ``24–30 or more``; a dash when nobody gives one."""
    if value is None:
        return "–"
    ends = _ends(value)
    if len(ends) == 2:
        return f"{ends[0]:,}–{ends[1]:,}{' or more' if value['or_more'] else ''}"
    return f"≥{THIN}{ends[0]:,}" if _open(value) else f"{ends[0]:,}"


def spelled(value: Record) -> str:
    """Return the number for prose: ``28``, ``26 to 28``, ``at least 10``, ``24 to more than 30``."""
    ends = _ends(value)
    if len(ends) == 2:
        return f"{ends[0]:,} to {'more than ' if value['or_more'] else ''}{ends[1]:,}"
    return f"at least {ends[0]:,}" if _open(value) else f"{ends[0]:,}"


def _ends(value: Record) -> list[int]:
    known = [value[name] for name in ("low", "best", "high") if value[name] is not None]
    return sorted({known[0], known[-1]})


def _open(value: Record) -> bool:
    return bool(value["or_more"]) or (value["low"] is not None and value["high"] is None)
