"""Measure the budgets: `python -m benchmarks [--rounds N] [--sheet PATH] [--json FILE]`."""

from __future__ import annotations

import argparse
import json
import os
import sys
import tempfile
from dataclasses import asdict, dataclass
from pathlib import Path
from statistics import median

from benchmarks import data
from benchmarks.generator import Size, fact_sheet
from benchmarks.timing import ratio, seconds
from briefgen import desk, edition, sheet
from briefgen.cli.options import cores
from briefgen.compose import House, compose
from briefgen.resources import fonts_folder

BIN = Path(sys.executable).parent
WEASYPRINT = "weasyprint in.html out.pdf"
MEMORY = 150  # MB


@dataclass
class Budget:
    """What may cost at most *limit* times what is *against* it; *ratio* is what it did cost."""

    what: str
    against: str
    limit: float
    ratio: float = 0.0

    def __str__(self) -> str:
        """Return the row of the table."""
        verdict = "met" if self.ratio <= self.limit else "NOT MET"
        return f"{self.what:22} / {self.against:28} {self.ratio:5.2f}  budget {self.limit:.2f}  {verdict}"


def main() -> None:
    """Print the ratios and the seconds behind them, and write them as JSON if asked."""
    options = _options()
    with tempfile.TemporaryDirectory() as folder:
        commands = _commands(options.sheet, Path(folder))
        env = os.environ | {"FONTCONFIG_FILE": str(fonts_folder() / "fonts.conf")}
        taken = seconds(commands, options.rounds, env)
        table = data.desk(Path(folder))
        taken |= data.seconds(table, options.rounds)
        megabytes = data.peak(table, Path(folder) / "dist")
    budgets = [
        Budget("briefgen --help", "import weasyprint", 0.35),
        Budget("briefgen check", "import weasyprint", 0.8),
        Budget("briefgen build, cold", WEASYPRINT, 1.0),
        Budget("check 5,000 records", "read 5,000 records", 3.0),
        Budget("check 1,000 sheets", "the same on one core", 1.15 / cores()),
        Budget("sum 100,000 rows up", "csv.reader alone", 3.0),
    ]
    for budget in budgets:
        budget.ratio = ratio(taken, budget.what, budget.against)
        print(budget)
    for name, times in taken.items():
        print(f"{name:28} min {min(times):.3f} s  median {median(times):.3f} s  max {max(times):.3f} s")
    verdict = "met" if megabytes <= MEMORY else "NOT MET"
    print(f"build 100,000 rows: at most {megabytes:.0f} MB  budget {MEMORY} MB  {verdict}")
    if options.json:
        result = {"budgets": [asdict(budget) for budget in budgets], "seconds": taken, "megabytes": megabytes}
        options.json.write_text(json.dumps(result, indent=2) + "\n", encoding="utf-8")


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="benchmarks", description=__doc__)
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--sheet", type=Path, default=Path("briefs/ttp-islamabad-ceasefire-2.yaml"))
    parser.add_argument("--json", type=Path)
    return parser.parse_args()


def _commands(path: Path, folder: Path) -> dict[str, list[str]]:
    html = folder / "in.html"
    html.write_text(_page(path), encoding="utf-8")
    briefgen, python = str(BIN / "briefgen"), sys.executable
    large = folder / "large.yaml"
    large.write_text(fact_sheet(1, Size.of(5000)), encoding="utf-8")
    many = folder / "many"
    many.mkdir()
    for seed in range(1000):
        (many / f"{seed:04}.yaml").write_text(fact_sheet(seed, Size.of(90)), encoding="utf-8")
    reading = f"from pathlib import Path; from briefgen import sheet; assert sheet.load(Path({str(large)!r})).sheet"
    peer = [str(BIN / "weasyprint"), "--pdf-variant", "pdf/a-3a", str(html), str(folder / "out.pdf")]
    return {
        "import weasyprint": [python, "-c", "import weasyprint"],
        "briefgen --help": [briefgen, "--help"],
        "briefgen check": [briefgen, "check", str(path)],
        "briefgen build, cold": [briefgen, "build", str(path), "--out", str(folder / "dist")],
        WEASYPRINT: peer,
        "read 5,000 records": [python, "-c", reading],
        "check 5,000 records": [briefgen, "check", str(large)],
        "check 1,000 sheets": [briefgen, "check", str(many)],
        "the same on one core": [briefgen, "check", str(many), "--jobs", "1"],
    }


def _page(path: Path) -> str:
    """Return the HTML that briefgen hands to WeasyPrint for the sheet."""
    home = desk.find(Path.cwd())
    made = sheet.load(path, home.registry, home.root).sheet
    assert made is not None, f"{path} has errors"
    level = made.product.handling.tlp if made.product.handling else home.default_marking
    return compose(edition.make(made, level), home.products[0], home.templates, House(home.name, home.page_size)).html


if __name__ == "__main__":
    main()
