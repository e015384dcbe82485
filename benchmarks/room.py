"""Where the benchmarks work: a folder, and the desks that they make in it."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from benchmarks import events
from benchmarks.generator import Size, fact_sheet
from briefgen import desk, issuing, sheet, theme
from briefgen.compose import House, compose

ORDINARY = 90  # records


@dataclass(frozen=True)
class Sizes:
    """How much is measured: *printed* sheets as PDF, desks of *sheets*, one sheet of *records*, a CSV of *rows*."""

    printed: int = 40
    sheets: int = 1000
    records: int = 5000
    rows: int = 100_000


QUICK = Sizes(printed=2, sheets=10, records=300, rows=2000)


@dataclass(frozen=True)
class Room:
    """A *folder* for desks, a real *sheet*, and the *sizes*. A desk is made when it is first asked for."""

    folder: Path
    sheet: Path
    sizes: Sizes

    def desk(self, name: str, count: int, records: int = ORDINARY, build: str = "") -> Path:
        """Return the folder of a desk with *count* sheets of about so many records, and its own `[build]` settings."""
        made = self.folder / name
        if not made.exists():
            (made / "briefs").mkdir(parents=True)
            (made / "briefgen.toml").write_text(f'[desk]\nname = "Bench desk"\n[build]\n{build}\n', encoding="utf-8")
            for seed in range(count):
                text = fact_sheet(seed, Size.of(records))
                (made / "briefs" / f"{seed:05}.yaml").write_text(text, encoding="utf-8")
        return made

    @cached_property
    def real(self) -> Path:
        """The real sheet in a copy of its desk."""
        home, made = desk.find(self.sheet.resolve().parent).root, self.folder / "real"
        shutil.copytree(home / "briefs", made / "briefs")
        shutil.copy(home / "briefgen.toml", made)
        return made / self.sheet.resolve().relative_to(home)

    @property
    def printed(self) -> Path:
        """A desk of ordinary sheets that are printed."""
        return self.desk("printed", self.sizes.printed)

    @cached_property
    def pages(self) -> Path:
        """A folder with the page of every ordinary sheet that is printed, as WeasyPrint gets it."""
        made = self.folder / "pages"
        made.mkdir()
        for path in sorted(self.printed.glob("briefs/*.yaml")):
            (made / f"{path.stem}.html").write_text(page(path), encoding="utf-8")
        return made

    @cached_property
    def outside(self) -> Path:
        """A folder for what the peers print."""
        made = self.folder / "peers"
        made.mkdir()
        return made

    @cached_property
    def table(self) -> Path:
        """A file of events."""
        made = self.desk("table", 0) / "briefs" / "events.csv"
        events.write(made, self.sizes.rows)
        return made


def page(path: Path) -> str:
    """Return the HTML that briefgen hands to WeasyPrint for a sheet without errors."""
    home = desk.find(path.parent)
    made = sheet.load(path, home.registry, home.root).sheet
    assert made is not None, f"{path} has errors"
    return composed(made, home)


def composed(made: sheet.Sheet, home: desk.Desk) -> str:
    """Return the HTML of the first product of a sheet."""
    house = House(home.name, home.page_size, theme=theme.choose(home, None))
    return compose(issuing.make(made, home.default_marking), home.products[0], home.templates, house).html


def forget(desk: Path) -> Path:
    """Return the desk as it was before its first build."""
    for name in ("dist", ".briefgen"):
        shutil.rmtree(desk / name, ignore_errors=True)
    return desk
