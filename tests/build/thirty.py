"""A desk of small sheets, thirty or fewer, that use every way in which a product can depend on a file."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path

SHEETS = 30
SETTINGS = """\
[desk]
name = "North desk"
templates = "templates"
theme = "theme.toml"

[build]
products = ["note"]
formats = ["html"]

[lint]
currency_days = 90
"""
THEME = """\
name = "North"
base = "institute"
header = "North desk"

[logo]
file = "logo.svg"
alt = "North desk"

[colours]
accent = "#7a1f3d"
"""
LOGO = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9" viewBox="0 0 9 9"><path d="M0,0L9,9Z"/></svg>\n'
NOTE = """\
{% import "_own/parts.html.j2" as parts %}
<!doctype html>
<html lang="en-GB"><head><meta charset="utf-8"><title>{{ brief.product.title }}</title>
<style>@page { @top-center { content: "{{ brief.marking.label }}" } } h1 { color: {{ theme.colours.accent }} }
{{ css("note/note.css") }}</style></head>
<body><h1>{{ brief.product.title }}</h1>
{# one #}
<p>{{ office }}, {{ theme.header }}</p>
{% include "card/list.html.j2" %}
{{ parts.section("Sources", brief.sources, "title") }}
{{ parts.section("Events", brief.events, "title") }}
{{ parts.section("Places", brief.places, "name") }}
{{ parts.section("Gaps", brief.gaps, "text") }}
{% for one in brief.datasets %}<p>{{ one.title }}: {{ one.rows }} rows</p>{% endfor %}
</body></html>
"""
CARD = """\
<!doctype html>
<html lang="en-GB"><head><meta charset="utf-8"><title>{{ brief.product.title }}</title></head>
<body><h1>{{ brief.product.title }}</h1>{% include "card/list.html.j2" %}</body></html>
"""
LIST = "{% for one in brief.claims %}<p>{{ one.text }} ({{ one.sources | length }})</p>{% endfor %}\n"
PARTS = """\
{% macro section(heading, records, field) %}{% if records %}<h2>{{ heading }}</h2>
{% for one in records %}<p>{{ one[field] }}</p>{% endfor %}{% endif %}{% endmacro %}
"""


def files(sheets: int = SHEETS) -> dict[str, str]:
    """Return the files of the desk, by their paths in it."""
    return {
        "briefgen.toml": SETTINGS,
        "theme.toml": THEME,
        "logo.svg": LOGO,
        "templates/note/product.toml": 'title = "Note"\nsummary = "Short."\nuses = ["card"]\n',
        "templates/note/page.html.j2": NOTE,
        "templates/note/note.css": "p { margin: 0 }\n",
        "templates/card/product.toml": 'title = "Card"\nsummary = "Shorter."\n',
        "templates/card/page.html.j2": CARD,
        "templates/card/list.html.j2": LIST,
        "templates/_own/parts.html.j2": PARTS,
        "briefs/registry/sources.yaml": _listed("sources", (_source(f"s-shared-{one}") for one in range(6))),
        "briefs/registry/places.yaml": _listed("places", (f"id: p-{one}, name: Place {one}" for one in range(4))),
        **{name: text for number in range(sheets) for name, text in _sheet(number)},
    }


def make(folder: Path, sheets: int = SHEETS) -> None:
    """Write the desk into *folder*."""
    for name, text in files(sheets).items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)


def _listed(section: str, records: Iterator[str]) -> str:
    return "".join((f"{section}:\n", *(f"  - {{{one}}}\n" for one in records)))


def _source(name: str) -> str:
    return f"id: {name}, title: Report {name}, publisher: The Gazette, access: seen"


def _sheet(number: int) -> Iterator[tuple[str, str]]:
    """Yield the files of one sheet: itself last."""
    kind = ", kind: [note, card]" if number % 7 == 0 else ""
    lines = [
        "briefgen: 1",
        f"product: {{id: N-{number:02}, title: Sheet {number}, time: 2024-02-02, handling: TLP:CLEAR{kind}}}",
    ]
    name, text, more = PARTS_OF[number % len(PARTS_OF)](number)
    yield f"briefs/{name}", text
    sources = [f"{{{_source('s-own')}}}"] if "sources:" not in more else []
    cited = f"[s-own, s-shared-{number % 6}]" if number % 2 else "s-own"
    lines += [
        *(["sources:", *(f"  - {one}" for one in sources)] if sources else []),
        more,
        f"claims:\n  - {{id: c-{number}, text: Claim {number}., sources: {cited}}}",
        "gaps:",
        f"  - {{id: n-1, text: Who gave order {number}., due: 2024-03-{1 + number % 28:02}}}",
    ]
    yield f"briefs/sheet-{number:02}.yaml", "\n".join(lines) + "\n"


def _included(number: int) -> tuple[str, str, str]:
    text = _listed("claims", iter([f"id: c-in-{number}, text: Included., sources: s-own"]))
    return f"parts/{number:02}.yaml", text, f"include: parts/{number:02}.yaml"


def _matched(number: int) -> tuple[str, str, str]:
    text = _listed("claims", iter([f"id: c-match-{number}, text: Matched., sources: s-own"]))
    return f"parts/{number:02}-a.yaml", text, f'include: "parts/{number:02}-*.yaml"'


def _tabled(number: int) -> tuple[str, str, str]:
    table = f"tables/{number:02}.csv"
    columns = "{id: Id, title: What, when: Day, type: Type, claims: Claim}"
    text = f"Id,What,Day,Type,Claim\ne-1,Event {number},2024-02-01,attack,c-{number}\n"
    return table, text, f"include:\n  - {{table: {table}, section: events, columns: {columns}}}"


def _counted(number: int) -> tuple[str, str, str]:
    data = f"data/{number:02}.csv"
    record = f"{{id: d-1, title: Log {number}, file: {data}, source: s-own, top: 1}}"
    return data, "event_date,fatalities\n2024-02-01,1\n2024-02-02,0\n", f"datasets:\n  - {record}"


def _captured(number: int) -> tuple[str, str, str]:
    file, text = f"captured/{number:02}.txt", f"What was read {number}.\n"
    snapshot = f"{{file: briefs/{file}, sha256: {hashlib.sha256(text.encode()).hexdigest()}}}"
    event = f"{{id: e-1, title: Event, when: 2024-02-01, where: p-{number % 4}, type: attack, claims: c-{number}}}"
    return file, text, f"events:\n  - {event}\nsources:\n  - {{{_source('s-own')}, snapshot: {snapshot}}}"


PARTS_OF = (_included, _matched, _tabled, _counted, _captured)
