"""Whose data a source is, and what they ask of a document that prints them."""

from __future__ import annotations

from typing import NamedTuple

from briefgen.lint.pattern import found
from briefgen.sheet.model.evidence import Source


class Owner(NamedTuple):
    """Who owns data: how the *name* is written, where the data lie, and how the line that names them begins."""

    name: str
    written: str
    address: str
    line: str
    may_be_passed_on: bool = True


OWNERS = (
    Owner(
        "ACLED",
        r"\bACLED\b|(?i:armed\s+conflict\s+location)",
        r"(?i)//(?:[\w-]+\.)*acleddata\.com",
        "ACLED. [year]. [filters]. Accessed [date]. www.acleddata.com",
        may_be_passed_on=False,
    ),
    Owner(
        "UCDP",
        r"\bUCDP\b|(?i:uppsala\s+conflict\s+data)",
        r"(?i)//(?:[\w-]+\.)*ucdp\.uu\.se",
        "Uppsala Conflict Data Program, [data set and version], accessed [date]",
    ),
    Owner(
        "OpenStreetMap",
        r"\bOSM\b|(?i:open\s?street\s?map)",
        r"(?i)//(?:[\w-]+\.)*openstreetmap\.org",
        "© OpenStreetMap contributors, ODbL",
    ),
)


def owners(source: Source) -> list[Owner]:
    """Return whose data *source* is; an article about data is its own."""
    makers = " ".join([source.publisher or "", *source.author])
    if source.kind in ("dataset", "imagery") or not makers.strip():
        makers += f" {source.title}"
    return [one for one in OWNERS if found(one.written, makers) or found(one.address, source.url or "")]
