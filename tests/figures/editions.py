"""Small editions for the tests of figures: only the fields that a figure reads."""

from dataclasses import fields

from briefgen.edition import Edition

SECTIONS = {field.name for field in fields(Edition)} - {"marking", "product", "summary"}
MARKING = {"label": "TLP:CLEAR", "colour": "#FFFFFF", "sharing": "-"}


def edition(as_of="2024-02-07T18:00+05:00", scale="icd203", **sections):
    """Return an edition with these sections and all others empty."""
    product = {"time": {"as_of": as_of}, "scale": scale}
    filled = {name: tuple(sections.get(name, ())) for name in SECTIONS}
    return Edition(marking=MARKING, product=product, summary={}, **filled)


def when(start, end=None, *, inferred=False, part=None, precision=None):
    return {"start": start, "end": end, "part": part, "inferred": inferred, "precision": precision, "note": None}


def event(number, start, title, *, kind="attack", killed=None, **more):
    harm = {"killed": killed} if killed else None
    record = {"id": f"e-{number}", "when": when(start, **more), "title": title, "type": kind, "lane": None}
    return record | {"claims": (), "harm": harm}


def amount(low=None, best=None, high=None, *, or_more=False, by_source=None):
    numbers = {"low": low, "best": best, "high": high, "or_more": or_more}
    return numbers | ({} if by_source is None else {"by_source": by_source})


def agreement(title, start, end, status):
    dated = [one and {"date": one, "part": None, "inferred": False, "precision": None} for one in (start, end)]
    force = {"start": dated[0], "end": dated[1]}
    return {"id": "g-1", "title": title, "in_force": force, "status": {"value": status, "as_of": None}}


def source(name, *, access="seen", derived_from=()):
    return {"id": f"s-{name.lower()}", "publisher": name, "title": name, "access": access, "derived_from": derived_from}


def judgement(number, term, *, confidence="moderate", earlier=None, text="It is {likelihood}.", horizon="2024-02-08"):
    changed = {"earlier": earlier, "issue": None, "why": "-"} if earlier else None
    record = {"id": f"j-{number}", "text": text, "likelihood": term, "confidence": confidence}
    return record | {"changed": changed, "horizon": horizon}


def actor(name, *relations, role=None, short=None):
    ties = tuple(
        {"type": kind, "target": f"a-{target}", "claims": tuple(claims)} for kind, target, *claims in relations
    )
    return {"id": f"a-{name.lower().replace(' ', '-')}", "name": name, "short": short, "role": role, "relations": ties}
