"""What people do to the files of a desk between two builds, by chance."""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from random import Random
from typing import TypeAlias

#: The files of a desk: what is in them; a link is what it leads to, after an arrow.
Files: TypeAlias = dict[str, str]
ARROW = "-> "


def edited(files: Files, past: list[Files], chance: Random) -> tuple[str, Files]:
    """Return the name of an edit, and the files after it; *past* are those of earlier times."""
    if chance.random() < 0.2:
        return "revert", chance.choice([past[0], chance.choice(past)])
    while True:
        name = chance.choice(sorted(EDITS))
        with suppress(IndexError):  # there is no file left of the sort that it edits
            return name, EDITS[name](dict(files), chance)


def put(root: Path, before: Files, after: Files) -> None:
    """Write what differs; a file that is written keeps its times now and then, as copying tools have it."""
    for name in before.keys() - after.keys():
        (root / name).unlink()
    for name, text in after.items():
        if before.get(name) != text:
            _write(root / name, text)


def _write(path: Path, text: str) -> None:
    times = path.stat() if path.is_file() else None
    path.unlink(missing_ok=True)
    path.parent.mkdir(parents=True, exist_ok=True)
    if text.startswith(ARROW):
        path.symlink_to(text.removeprefix(ARROW))
        return
    path.write_text(text)
    if times and len(text) % 2:
        os.utime(path, ns=(times.st_atime_ns, times.st_mtime_ns))


def _some(files: Files, chance: Random, start: str, end: str = "") -> str:
    """Return one of the files whose name begins and ends so, and which is no link."""
    fit = (name for name, text in files.items() if name.startswith(start) and name.endswith(end))
    return chance.choice(sorted(name for name in fit if not files[name].startswith(ARROW)))


def _replacing(start: str, *pairs: tuple[str, str]) -> Callable[[Files, Random], Files]:
    """Return the edit that puts the one for the other, or back, in some file."""

    def edit(files: Files, chance: Random) -> Files:
        name = _some(files, chance, start)
        old, new = chance.choice(pairs)
        text = files[name]
        files[name] = text.replace(new, old) if new in text else text.replace(old, new)
        return files

    return edit


def _appending(start: str, line: str, end: str = "") -> Callable[[Files, Random], Files]:
    """Return the edit that adds a line to some file, or takes it off."""

    def edit(files: Files, chance: Random) -> Files:
        name = _some(files, chance, start, end)
        files[name] = files[name].removesuffix(line) if files[name].endswith(line) else files[name] + line
        return files

    return edit


def _adding(name: str, text: str) -> Callable[[Files, Random], Files]:
    """Return the edit that adds a file, or removes it."""

    def edit(files: Files, chance: Random) -> Files:
        if files.pop(name, None) is None:
            files[name] = text
        return files

    return edit


def _moving(start: str) -> Callable[[Files, Random], Files]:
    """Return the edit that gives some file another name in its folder, or in another folder."""

    def edit(files: Files, chance: Random) -> Files:
        name = _some(files, chance, start)
        folder, _, last = name.rpartition("/")
        other = f"{folder}/{last.removeprefix('x-') if last.startswith('x-') else f'x-{last}'}"
        files[other] = files.pop(name)
        return files

    return edit


def _moving_folder(files: Files, chance: Random) -> Files:
    """Give the folder of shared templates another name: its files and what is in them stay the same."""
    here, there = ("_own", "_two") if "templates/_own/parts.html.j2" in files else ("_two", "_own")
    if f"templates/{here}/parts.html.j2" in files:
        files[f"templates/{there}/parts.html.j2"] = files.pop(f"templates/{here}/parts.html.j2")
    return files


def _linking(files: Files, chance: Random) -> Files:
    """Put a link in the place of a file of the same sort: to another one, to itself under another name, or outside."""
    name = _some(files, chance, chance.choice(["briefs/parts/", "briefs/tables/", "briefs/data/", "briefs/captured/"]))
    other = _some(files, chance, name.rpartition("/")[0])
    files[name] = ARROW + chance.choice([other.rpartition("/")[2] if other != name else "/etc/hostname", "/etc/passwd"])
    return files


def _unlinking(files: Files, chance: Random) -> Files:
    """Put files in the place of all links."""
    sound = {"captured": "What was read 4.\n", "tables": "Id,What\n", "data": "event_date,fatalities\n2024-02-01,1\n"}
    for name in [name for name, text in files.items() if text.startswith(ARROW)]:
        files[name] = sound.get(name.split("/")[1], "claims: {id: c-new, text: New., sources: s-own}\n")
    return files


def _removing(files: Files, chance: Random) -> Files:
    del files[_some(files, chance, "briefs/", chance.choice([".csv", ".txt", ".yaml"]))]
    return files


EDITS: dict[str, Callable[[Files, Random], Files]] = {
    "record": _replacing("briefs/sheet-", ("text: Claim", "text: The claim"), ("title: Sheet", "title: A sheet")),
    "record that is wrong": _replacing("briefs/sheet-", ("sources: s-own", "sources: s-owm"), ("text:", "txt:")),
    "marking": _replacing("briefs/sheet-", ("TLP:CLEAR", "TLP:RED"), (", handling: TLP:CLEAR", "")),
    "comment in a sheet": _appending("briefs/sheet-", "# a comment\n"),
    "product id": _replacing("briefs/sheet-0", ("id: N-0", "id: N-1"), ("id: N-0", "id: M-0")),
    "include": _replacing("briefs/parts/", ("text: ", "text: Now "), ("c-", "c-x-")),
    "comment in an include": _appending("briefs/parts/", "# a comment\n"),
    "file that a pattern names": _adding("briefs/parts/06-b.yaml", "claims: {id: c-b, text: B., sources: s-own}\n"),
    "file that a pattern does not name": _adding("briefs/parts/60-b.yaml", "claims: {id: c-b, text: B.}\n"),
    "table": _replacing("briefs/tables/", ("attack", "protest"), ("Event", "An event"), (",attack", ",")),
    "dataset": _appending("briefs/data/", "2024-02-03,4\n"),
    "captured file": _appending("briefs/captured/", "more\n"),
    "registry record": _replacing("briefs/registry/", ("Report s-", "The report s-"), ("Place 2", "P 2")),
    "registry record that is wrong": _replacing("briefs/registry/", ("publisher", "publsher"), ("p-1", "p-0")),
    "registry file that is broken": _appending("briefs/registry/", "}\n"),
    "registry line": _replacing("briefs/registry/", ("sources:\n", "sources:\n\n"), ("places:\n", "# one\nplaces:\n")),
    "registry id that a sheet has": _adding("briefs/registry/own.yaml", "places: {id: c-3, name: Ours}\n"),
    "new record in the registry": _appending("briefs/registry/s", "  - {id: s-new, title: New}\n"),
    "template": _replacing("templates/", ("<p>", "<p class='a'>"), ("h2>", "h3>"), ("margin: 0", "margin: 1pt")),
    "template that is wrong": _replacing("templates/", ("brief.claims", "brief.clams")),
    "comment in a template": _replacing("templates/note/page", ("{# one #}", "{# two #}")),
    "file of a template": _adding("templates/note/more.css", "p { color: red }\n"),
    "template in another folder": _moving_folder,
    "template that hides a shipped one": _adding("templates/_shared/base.css", "p { color: red }\n"),
    "description of a product": _replacing("templates/", ('"Card"', '"A card"'), ('uses = ["card"]\n', "")),
    "theme": _replacing("theme.toml", ("#7a1f3d", "#3d1f7a"), ('header = "North', 'header = "The north')),
    "logo": _replacing("logo.svg", ("L9,9", "L8,9")),
    "setting": _replacing("briefgen.toml", ("North desk", "N desk"), ("days = 90", "days = 9"), ('"note"', '"card"')),
    "severity": _appending("briefgen.toml", '[lint.severity]\nSRC006 = "off"\n'),
    "scale": _replacing("briefgen.toml", ("[desk]\n", '[desk]\ndefault_marking = "TLP:GREEN"\n')),
    "name of a sheet": _moving("briefs/sheet-"),
    "name of an include": _moving("briefs/parts/"),
    "name of a template": _moving("templates/note/"),
    "name of a registry file": _moving("briefs/registry/"),
    "link": _linking,
    "no links": _unlinking,
    "no file": _removing,
    "nothing": lambda files, chance: files,
}
