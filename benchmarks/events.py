"""A CSV of ACLED's shape made up from a seed: the columns, dates and provinces are like real ones, no event is."""

from __future__ import annotations

import csv
from datetime import date, timedelta
from pathlib import Path
from random import Random

HEADER = (
    *("event_id_cnty", "event_date", "year", "time_precision", "disorder_type", "event_type", "sub_event_type"),
    *("actor1", "assoc_actor_1", "inter1", "actor2", "assoc_actor_2", "inter2", "interaction", "civilian_targeting"),
    *("iso", "region", "country", "admin1", "admin2", "admin3", "location", "latitude", "longitude", "geo_precision"),
    *("source", "source_scale", "notes", "fatalities", "tags", "timestamp"),
)
PROVINCES = {
    "Pakistan": ("Balochistan", "Islamabad", "Khyber Pakhtunkhwa", "Punjab", "Sindh", "Gilgit-Baltistan"),
    "Afghanistan": ("Kabul", "Kandahar", "Nangarhar", "Herat", "Helmand", "Kunduz", "Paktia", "Badakhshan"),
}
TYPES = {
    "Battles": ("Armed clash",),
    "Explosions/Remote violence": ("Remote explosive/landmine/IED", "Air/drone strike"),
    "Violence against civilians": ("Attack", "Abduction/forced disappearance"),
    "Protests": ("Peaceful protest", "Protest with intervention"),
    "Strategic developments": ("Arrests", "Agreement"),
}
SIDES = ("Northern Front", "Police Forces", "Unidentified Armed Group", "Protesters", "Border Guard", "Civilians")
NOTE = (
    "On {day}, members of {one} were reported to have met {other} near {place} ({province}). Accounts differ on who "
    "came first, and on how long it lasted; the road was open again by the evening. Made up for a measurement."
)
FIRST = date(2021, 1, 1)
DAYS = 1_130


def write(path: Path, rows: int, seed: int = 1) -> None:
    """Write a file of *rows* events, the latest first; the same seed gives the same file."""
    chance = Random(seed)
    days = sorted((FIRST + timedelta(chance.randrange(DAYS)) for _ in range(rows)), reverse=True)
    with path.open("w", encoding="utf-8", newline="") as file:
        out = csv.writer(file, lineterminator="\n")
        out.writerow(HEADER)
        out.writerows(_row(chance, rows - number, day) for number, day in enumerate(days))


def _row(chance: Random, number: int, day: date) -> list[object]:
    country = chance.choice(list(PROVINCES))
    province = chance.choice(PROVINCES[country])
    kind = chance.choice(list(TYPES))
    one, other = chance.sample(SIDES, 2)
    town = chance.randrange(60)
    place, told = f"{province} {town}", f"{day:%d %B %Y}"
    lat, lon = 27 + (hash_of(place) % 800) / 100, 62 + (hash_of(place[::-1]) % 1000) / 100
    killed = chance.choice((0, 0, 0, 0, 0, 0, 1, 1, 2, 5, chance.randrange(40)))
    return [
        *(f"{country[:3].upper()}{number}", told, day.year, 1, "Political violence", kind, chance.choice(TYPES[kind])),
        *(one, "", 2, other, "", 1, 12, ""),
        *(586, "South Asia", country, province, f"{place} district", "", place, f"{lat:.4f}", f"{lon:.4f}", 1),
        *("Made up", "National", NOTE.format(day=told, one=one, other=other, place=place, province=province), killed),
        *("", 1_700_000_000 + number),
    ]


def hash_of(text: str) -> int:
    """Return a number that hangs on *text* alone; Python's own differs from run to run."""
    return sum(position * ord(letter) for position, letter in enumerate(text, 7))
