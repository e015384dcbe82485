"""A small desk's sheet with something in every section, as an edition, and the same with a few words replaced."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from briefgen import edition, sheet
from briefgen.edition import Edition
from briefgen.markings import tlp

TEXT = Path(__file__).with_name("desk.yaml").read_text(encoding="utf-8")
CALLS = """\
event_id_cnty,event_date,event_type,sub_event_type,country,admin1,location,latitude,longitude,geo_precision,fatalities,\
actor1,actor2,notes
A1,2024-01-03,Protests,Peaceful protest,Pakistan,Balochistan,Quetta,30.2,67.0,1,1,Crew,,
A2,2024-01-04,Protests,Peaceful protest,Pakistan,Balochistan,Quetta,30.2,67.0,1,2,Crew,,
"""
LEVELS = tlp.SCHEME.levels


@cache
def made(text: str = TEXT, level: int = len(LEVELS) - 1, calls: str = CALLS) -> Edition:
    """Return the edition of a sheet for a level, and with these rows in its data."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "sheet.yaml"
        path.write_text(text, encoding="utf-8")
        path.with_name("calls.csv").write_text(calls, encoding="utf-8")
        parsed = sheet.load(path)
    assert parsed.sheet, "\n".join(map(str, parsed.findings))
    return edition.make(parsed.sheet, LEVELS[level])


def altered(*pairs: tuple[str, str]) -> Edition:
    """Return the edition of the sheet in which one text stands for another, each pair once at least."""
    text = TEXT
    for old, new in pairs:
        assert old in text, old
        text = text.replace(old, new)
    return made(text)
