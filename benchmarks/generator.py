"""Fact sheets made up from a seed: as many records, and as much prose in them, as a desk writes."""

from __future__ import annotations

import json
from dataclasses import dataclass
from random import Random

#: One sheet of ordinary size: 90 records.
SOURCES, CLAIMS, EVENTS, JUDGEMENTS, PLACES = 20, 30, 25, 6, 9
TOWNS = ("Marrow Bridge", "Oxlade", "Pellin", "Vessany", "Kettermoor", "Dunmarrow", "Harl", "Nether Orlune", "Toft")
ACTS = ("closed the road to", "fired on a police post near", "held a meeting in", "left their camp at", "took over")
WHO = ("Armed men", "Members of the Northern Front", "Protesters", "Soldiers", "Villagers", "Striking drivers")
TYPES = ("attack", "protest", "armed-clash", "talks", "arrest")
TERMS = ("likely", "unlikely", "very-likely", "very-unlikely", "roughly-even-chance")


@dataclass(frozen=True)
class Size:
    """How many records of each kind a sheet has."""

    sources: int
    claims: int
    events: int
    judgements: int

    @classmethod
    def of(cls, records: int) -> Size:
        """Return the size of a sheet with about *records* records, in the proportions of an ordinary one."""
        factor = records / (SOURCES + CLAIMS + EVENTS + JUDGEMENTS + PLACES)
        return cls(*(max(1, round(factor * one)) for one in (SOURCES, CLAIMS, EVENTS, JUDGEMENTS)))


def fact_sheet(seed: int, size: Size) -> str:
    """Return the YAML of a sheet without errors; the same seed gives the same sheet."""
    chance = Random(seed)
    lines = [
        "briefgen: 1",
        "product:",
        f"  id: BENCH-{seed:05}",
        "  title: The road to the north is likely to stay closed until April",
        '  time: {as_of: "2024-02-29", period: {from: "2024-01-01", to: "2024-02-29"}, zone: Europe/London}',
        "  exercise: true",
        "  handling: {tlp: TLP:CLEAR, audience: Relief desk}",
        "  people: {author: Duty analyst, office: Bench desk, reviewer: Desk head}",
        "  source_summary: Regional papers and the statements of both sides; nothing was seen by our own staff.",
    ]
    for section, records in _sections(chance, size).items():
        lines += [f"{section}:", *(f"  - {json.dumps(record, ensure_ascii=False)}" for record in records)]
    return "\n".join([*lines, *_summary(chance, size)]) + "\n"


def _sections(chance: Random, size: Size) -> dict[str, list[dict[str, object]]]:
    return {
        "sources": [_source(number) for number in range(size.sources)],
        "places": [{"id": f"p-{index}", "name": town, "precision": "town"} for index, town in enumerate(TOWNS)],
        "claims": [_claim(chance, number, size) for number in range(size.claims)],
        "events": [_event(chance, number, size) for number in range(size.events)],
        "judgements": [_judgement(chance, number, size) for number in range(size.judgements)],
        "gaps": [{"id": "n-1", "text": "Who gave the order to close the road.", "blocks": "j-0"}],
    }


def _source(number: int) -> dict[str, object]:
    return {
        "id": f"s-{number}",
        "title": f"Report number {number} from the north",
        "publisher": f"The {TOWNS[number % len(TOWNS)]} Gazette",
        "kind": "press",
        "access": "seen",
        "reliability": "BCD"[number % 3],
        "basis": "Regional paper with its own reporter in the valley.",
        "published": "2024-02-28",
        "lang": "en",
        "derived_from": [f"s-{number - 1}"] if number % 5 == 4 else [],
    }


def _claim(chance: Random, number: int, size: Size) -> dict[str, object]:
    day = 1 + number % 27
    text = f"{chance.choice(WHO)} {chance.choice(ACTS)} {chance.choice(TOWNS)} on {day} February 2024."
    cited = sorted({f"s-{chance.randrange(size.sources)}" for _ in range(2)})
    return {"id": f"c-{number}", "text": text, "sources": cited, "credibility": 2 + number % 3}


def _event(chance: Random, number: int, size: Size) -> dict[str, object]:
    claim = number % size.claims
    return {
        "id": f"e-{number}",
        "title": f"Incident near {chance.choice(TOWNS)}",
        "when": f"2024-02-{1 + claim % 27:02}",
        "where": f"p-{chance.randrange(len(TOWNS))}",
        "type": chance.choice(TYPES),
        "harm": {"injured": 3},  # one figure, or two records of one day and place would look like one event
        "claims": f"c-{claim}",
    }


def _judgement(chance: Random, number: int, size: Size) -> dict[str, object]:
    claims = sorted(f"c-{one}" for one in chance.sample(range(size.claims), 4))
    return {
        "id": f"j-{number}",
        "text": f"The road to {chance.choice(TOWNS)} is {{likelihood}} to stay closed until 1 April 2024.",
        "likelihood": chance.choice(TERMS),
        "confidence": "moderate",
        "basis": "Both sides gain from it. The snow will hold for another month, and no engineer has come.",
        "evidence": {"for": claims[:-1], "against": claims[-1:]},
        "horizon": "2024-04-01",
    }


def _summary(chance: Random, size: Size) -> list[str]:
    lines = ["summary:", '  bluf: "{j-0} The valley is cut off [@c-0]."', "  narrative:"]
    for number in range(0, size.claims, 3):
        claim = f"[@c-{number}; @c-{(number + 1) % size.claims}]"
        words = f"{chance.choice(WHO)} {chance.choice(ACTS)} {chance.choice(TOWNS)}"
        lines.append(f"    - {json.dumps(f'{words} {claim}. A reporter saw trucks turn back. Prices rose.')}")
    return lines
