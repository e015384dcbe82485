"""A small desk's sheet with something in every section, as an edition, and the same with a few words replaced."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from briefgen import issuing, sheet
from briefgen.edition import Edition
from briefgen.issuing import Issued
from briefgen.markings import tlp
from briefgen.markings.reader import Reader
from briefgen.markings.scheme import Marking
from briefgen.sheet import Sheet

TEXT = Path(__file__).with_name("desk.yaml").read_text(encoding="utf-8")
CALLS = """\
event_id_cnty,event_date,event_type,sub_event_type,country,admin1,location,latitude,longitude,geo_precision,fatalities,\
actor1,actor2,notes
A1,2024-01-03,Protests,Peaceful protest,Pakistan,Balochistan,Quetta,30.2,67.0,1,1,Crew,,
A2,2024-01-04,Protests,Peaceful protest,Pakistan,Balochistan,Quetta,30.2,67.0,1,2,Crew,,
"""
DEFAULT = Marking(tlp.SCHEME.levels[0])


@cache
def made(text: str = TEXT, calls: str = CALLS) -> Edition:
    """Return all of a sheet, with these rows in its data."""
    return issuing.whole(parsed(text, calls), DEFAULT).edition


def released(text: str, label: str) -> Issued:
    """Return the edition of a sheet for whoever may read up to a level."""
    level = tlp.SCHEME.find(label)
    assert level
    issued = issuing.release(parsed(text), Reader(level), DEFAULT)
    assert issued
    return issued


def parsed(text: str, calls: str = CALLS) -> Sheet:
    """Return a sheet."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "sheet.yaml"
        path.write_text(text, encoding="utf-8")
        path.with_name("calls.csv").write_text(calls, encoding="utf-8")
        found = sheet.load(path)
    assert found.sheet, "\n".join(map(str, found.findings))
    return found.sheet


def altered(*pairs: tuple[str, str]) -> Edition:
    """Return the edition of the sheet in which one text stands for another, each pair once at least."""
    text = TEXT
    for old, new in pairs:
        assert old in text, old
        text = text.replace(old, new)
    return made(text)
