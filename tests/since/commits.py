"""Thirty commits of a desk: what people do to it, and what no product shows of it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

from tests.since.repository import commit, edit, git

Change: TypeAlias = Callable[[Path], object]
#: How many sheets the desk begins with.
SHEETS = 10


def replacing(name: str, old: str, new: str) -> Change:
    """Return the change that puts *new* for *old* in a file."""
    return lambda root: edit(root / name, old, new)


def adding(name: str, text: str) -> Change:
    """Return the change that adds text at the end of a file, which may be new."""

    def add(root: Path) -> None:
        path = root / name
        path.write_text((path.read_text() if path.exists() else "") + text)

    return add


def moving(name: str, other: str) -> Change:
    """Return the change that gives a file another name."""
    return lambda root: (root / name).rename(root / other)


def removing(name: str) -> Change:
    """Return the change that removes a file."""
    return lambda root: (root / name).unlink()


def merge(root: Path) -> None:
    """Merge a branch that has changed one sheet, into which another has been changed meanwhile."""
    git("checkout", "-q", "-b", "topic", cwd=root)
    edit(root / "briefs/sheet-01.yaml", "title: Sheet 1", "title: Sheet one")
    commit(root)
    git("checkout", "-q", "main", cwd=root)
    edit(root / "briefs/sheet-05.yaml", "title: Sheet 5", "title: Sheet five")
    commit(root)
    git("merge", "-q", "--no-ff", "-m", "merge", "topic", cwd=root)


def swap(root: Path) -> None:
    """Swap the ids of two shared records."""
    path = root / "briefs/registry/sources.yaml"
    for old, new in (("s-shared-1", "s-other"), ("s-shared-5", "s-shared-1"), ("s-other", "s-shared-5")):
        edit(path, old, new)


def rename_folder(root: Path) -> None:
    """Give the folder of included files another name, and name it in the sheets."""
    (root / "briefs/parts").rename(root / "briefs/shared")
    for path in (root / "briefs").glob("*.yaml"):
        path.write_text(path.read_text().replace("parts/", "shared/"))


SHEET = """\
briefgen: 1
product: {id: N-90, title: New, time: 2024-02-02, handling: TLP:CLEAR}
gaps: [{id: n-1, text: Who gave the order.}]
"""
TWIN = SHEET.replace("title: New", "title: Twin")

#: After this, a sheet cannot be read, so it always is among those that are affected.
UNREADABLE = "a sheet with an error"
COMMITS: dict[str, Change] = {
    "a record": replacing("briefs/sheet-03.yaml", "text: Claim", "text: The claim"),
    "a comment in a sheet": adding("briefs/sheet-03.yaml", "# a comment\n"),
    "an include": replacing("briefs/parts/00.yaml", "Included", "It is included"),
    "one more file for a pattern": adding("briefs/parts/06-b.yaml", "claims: {id: c-b, text: B., sources: s-own}\n"),
    "a file that nothing names": adding("briefs/parts/60-b.yaml", "claims: {id: c-b, text: B.}\n"),
    "a table": replacing("briefs/tables/02.csv", "Event", "An event"),
    "a dataset": adding("briefs/data/03.csv", "2024-02-03,4\n"),
    "a captured file": adding("briefs/captured/04.txt", "more\n"),
    "a captured file as it was": replacing("briefs/captured/04.txt", "more\n", ""),
    "a registry record": replacing("briefs/registry/sources.yaml", "Report s-shared-3", "The report s-shared-3"),
    "a line before all records": replacing("briefs/registry/sources.yaml", "sources:\n", "# ours\nsources:\n"),
    "a record that nobody names": adding("briefs/registry/places.yaml", "  - {id: p-new, name: New}\n"),
    "two records change their ids": swap,
    "a template": replacing("templates/card/list.html.j2", "<p>", "<p class='a'>"),
    "a template of another product": replacing("templates/card/page.html.j2", "<h1>", "<h1 class='a'>"),
    "a comment in a template": replacing("templates/note/page.html.j2", "{# one #}", "{# two #}"),
    "the theme": replacing("theme.toml", "#7a1f3d", "#3d1f7a"),
    "a comment in the theme": adding("theme.toml", "# ours\n"),
    "a setting": replacing("briefgen.toml", "North desk", "N desk"),
    "a comment in the settings": adding("briefgen.toml", "# ours\n"),
    "a setting of the linter": replacing("briefgen.toml", "currency_days = 90", "currency_days = 91"),
    "a new sheet": adding("briefs/new.yaml", SHEET),
    "a second sheet with its id": adding("briefs/a-twin.yaml", TWIN),
    "one of the two is gone": removing("briefs/a-twin.yaml"),
    UNREADABLE: replacing("briefs/sheet-07.yaml", "sources: [s-own", "sources: [s-owm"),
    "the error is mended": lambda root: git("revert", "--no-edit", "HEAD", cwd=root),
    "a sheet has another name": moving("briefs/new.yaml", "briefs/newer.yaml"),
    "a sheet is gone": removing("briefs/newer.yaml"),
    "a folder has another name": rename_folder,
    "a merge": merge,
}
ALL = frozenset(f"briefs/sheet-{number:02}.yaml" for number in range(SHEETS))
#: In these, something that these sheets look at is another, and no product shows it.
UNSEEN: dict[str, frozenset[str]] = {
    "a comment in a sheet": frozenset({"briefs/sheet-03.yaml"}),
    "a captured file as it was": frozenset({"briefs/sheet-04.yaml"}),  # it stands in the way while it is wrong
    "a template of another product": ALL,  # that one uses: it may take something of it
    "a comment in a template": ALL,
    "a setting of the linter": ALL,
    "a sheet has another name": frozenset({"briefs/newer.yaml"}),
    "a folder has another name": frozenset(f"briefs/sheet-{number:02}.yaml" for number in (0, 1, 5, 6)),
}
#: In these, a sheet is gone; one that has another name is not.
GONE = {"one of the two is gone", "a sheet is gone"}
FEW = (
    "a record",
    "one more file for a pattern",
    "a registry record",
    "a line before all records",
    "a template",
    "a new sheet",
    "a second sheet with its id",
    "a merge",
    UNREADABLE,
)
