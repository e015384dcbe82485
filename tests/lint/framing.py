"""Sets a fragment of a sheet into a frame that has no finding, so that what is found is the fragment's doing."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from briefgen import lint, sheet
from briefgen.desk import UNSET, Chosen, LintSettings
from briefgen.findings import Finding
from briefgen.markings import tlp
from briefgen.markings.scheme import Scheme

FRAME = Path(__file__).with_name("frame.yaml")
TODAY = date(2024, 3, 15)
SHEET = "sheet.yaml"
#: Lies beside every sheet, for data sets.
EVENTS = "event_id_cnty,event_date,event_type,country,admin1,fatalities\nX1,2024-01-31,Battles,Sweden,Västerbotten,0\n"
AFTER_ALL = {rule.CODE for rule in lint.WAIVER_RULES}


def read(text: str) -> Any:
    """Return YAML as text, mappings and lists: no value is typed."""
    return yaml.load(text, Loader=yaml.CBaseLoader)


def framed(fragment: str) -> str:
    """Return the frame with the *fragment* set into it: records by id, mappings by key, other lists whole."""
    made = merged(_frame(), read(fragment))
    return yaml.dump(made, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False)


@cache
def _frame() -> Any:
    return read(FRAME.read_text("utf-8"))


def merged(frame: Any, fragment: Any) -> Any:
    """Return *frame* with what *fragment* says instead and in addition; an empty key is taken away."""
    if isinstance(frame, dict) and isinstance(fragment, dict):
        said = {**frame, **{key: merged(frame.get(key), value) for key, value in fragment.items()}}
        return {key: value for key, value in said.items() if value not in ("", "~")}
    records = [fragment] if isinstance(fragment, dict) and "id" in fragment else fragment
    both = [*frame, *records] if isinstance(frame, list) and isinstance(records, list) else []
    if both and all(isinstance(one, dict) and "id" in one for one in both):
        return list({one["id"]: one for one in both}.values())
    return fragment


def parsed(fragment: str, folder: Path, scheme: Scheme = tlp.SCHEME) -> sheet.Parsed:
    """Return the sheet that *fragment* makes of the frame, with the markings of a *scheme*."""
    path = folder / SHEET
    path.write_text(framed(fragment), encoding="utf-8")
    (folder / "events.csv").write_text(EVENTS, encoding="utf-8")
    return sheet.load(path, scheme=scheme)


def reviewed(fragment: str, folder: Path, settings: LintSettings = UNSET, today: date | None = None) -> lint.Reviewed:
    """Return what the linter says of *fragment* in the frame, which must be a sheet without errors of shape."""
    made = parsed(fragment, folder)
    assert made.sheet, [str(finding) for finding in made.findings]
    return lint.review(made, settings, today, folder)


def findings(
    fragment: str, folder: Path, code: str, *, settings: LintSettings = UNSET, today: date | None = None
) -> list[Finding]:
    """Return what one rule says of *fragment* in the frame; the rules about waivers need all others to speak first."""
    silent: dict[str, Chosen] = {} if code in AFTER_ALL else dict.fromkeys(lint.CODES - {code}, "off")
    alone = replace(settings, severity={**silent, **settings.severity})
    return [finding for finding in reviewed(fragment, folder, alone, today).findings if finding.code == code]
