"""The sections of an edition in the order in which a reader wants to hear of them, and what is told of their records.

A section of the edition that is not listed here would be passed over; a test asks that all are.
"""

from __future__ import annotations

from typing import NamedTuple

from briefgen.edition import PROSE, Edition, Record


class Section(NamedTuple):
    """How a section is called, and each of its records.

    *name*: the fields that say what the record is, as many as it has; *told*: what else is said of one that is new or
    gone; *anchor*: the fields that a record without an id is known by.
    """

    title: str
    one: str
    name: tuple[str, ...] = ("text",)
    told: tuple[str, ...] = ()
    anchor: tuple[str, ...] = ()


SECTIONS: dict[str, Section] = {
    "bluf": Section("Bottom line", "paragraph", ("heading", "text"), ("note",), anchor=("heading",)),
    "impact": Section("What it means", "statement", told=("reader",)),
    "judgements": Section(
        "Judgements",
        "judgement",
        told=(
            *("likelihood", "confidence", "horizon", "changed", "dissent"),
            *("basis", "evidence", "assumptions", "would_change"),
        ),
    ),
    "scenarios": Section("Scenarios", "scenario", told=("likelihood", "impact")),
    "hypotheses": Section("Hypotheses", "hypothesis", told=("judgement",)),
    "ach": Section("How the evidence fits the hypotheses", "row", ("claim",), ("ratings", "note"), ("claim",)),
    "indicators": Section("Indicators", "indicator", told=("state", "checked", "judgement")),
    "events": Section("Events", "event", ("title",), ("when", "where", "count", "actors", "harm", "attribution")),
    "agreements": Section(
        "Agreements", "agreement", ("title",), ("form", "status", "in_force", "parties", "undertakings")
    ),
    "claims": Section(
        "Claims", "claim", told=("sources", "credibility", "dated", "said_by", "contradicts", "withdrawn")
    ),
    "quotes": Section("Quotations", "quotation", told=("speaker", "said", "source")),
    "narrative": Section("Narrative", "paragraph", ("heading", "text"), ("note",), anchor=("heading",)),
    "outlook": Section("Outlook", "paragraph", ("heading", "text"), ("note",), anchor=("heading",)),
    "gaps": Section("Gaps", "gap", told=("blocks", "ask", "due")),
    "requirements": Section("Requirements", "requirement", told=("decision", "needed_by")),
    "assumptions": Section("Assumptions", "assumption", told=("linchpin", "if_wrong", "basis")),
    "actions": Section("What could be done", "action", told=("reader", "by")),
    "sources": Section(
        "Sources", "source", ("publisher", "title"), ("kind", "access", "reliability", "published", "derived_from")
    ),
    "datasets": Section("Data sets", "data set", ("title",), ("source", "period", "kept")),
    "product": Section("The document", "document", ("title",)),
    "figures": Section("Figures", "figure", ("caption",), anchor=("kind",)),
    "actors": Section("Actors", "actor", ("name",), ("role", "relations")),
    "places": Section("Places", "place", ("name",), ("admin", "precision")),
    "waivers": Section("Waivers", "waiver", ("rule", "reason"), ("record",), ("rule",)),
}
#: What only the desk has a use for: names, drawings and what the linter was told.
APPENDIX = ("figures", "actors", "places", "waivers")
#: What no reader of the document sees.
UNPRINTED = ("waivers",)


def records(edition: Edition, section: str) -> tuple[Record, ...]:
    """Return the records of one of the SECTIONS."""
    if section == "product":
        return (edition.product,) if edition.product else ()
    if section in PROSE:
        return tuple(edition.summary.get(section, ()))
    return tuple(getattr(edition, section))
