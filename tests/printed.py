"""The products of the real sheets, printed once in a run of the tests, whichever process of it asks first."""

from __future__ import annotations

import fcntl
import json
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from briefgen.compose import products
from briefgen.resources import templates_folder

ROOT = Path(__file__).parents[1]
PRODUCTS = sorted(products([templates_folder()]))
#: The long products of these look like those of the others and take the longest; a slow test prints them for itself.
PART = {
    "ttp-islamabad-ceasefire": ["situation-update", "one-pager", "flash"],
    "ttp-islamabad-ceasefire-2": ["situation-update", "one-pager", "flash"],
}


#: Product, format and path of a finished file.
Made = tuple[str, str, Path]


def build(out: Path, *arguments: object, cwd: Path = ROOT, **env: str) -> list[Made]:
    """Return all that a build makes in *out*."""
    command = [sys.executable, "-m", "briefgen", "build", *map(str, arguments), "--out", str(out), "--json"]
    environment = os.environ | {"PYTHONPATH": str(ROOT)} | env
    done = subprocess.run(command, cwd=cwd, env=environment, capture_output=True, text=True, timeout=600)
    assert done.returncode == 0, done.stderr
    results = map(json.loads, done.stdout.splitlines())
    return [(one["product"], one["format"], out / one["file"]) for one in results]


@dataclass(frozen=True)
class Prints:
    """What was printed in this run, in a *folder* that all processes of the run share."""

    folder: Path

    def __call__(self, sheet: Path, theme: str = "institute") -> dict[tuple[str, str], Path]:
        """Return the files of a sheet, PDF and HTML, by product and format."""
        wanted = ("--product", ",".join(PART.get(sheet.stem, PRODUCTS)), "--format", "pdf,html", "--theme", theme)
        made = self.once(f"{sheet.stem}-{theme}", lambda out: build(out, sheet, *wanted))
        return {(product, kind): path for product, kind, path in made}

    def once(self, name: str, make: Callable[[Path], list[Made]]) -> list[Made]:
        """Return what *make* makes in the folder of that name, or has made there already."""
        out = self.folder / name
        listed = self.folder / f"{name}.json"
        with (self.folder / f"{name}.lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            if not listed.exists():
                out.mkdir()
                listed.write_text(json.dumps([(*key, str(path)) for *key, path in make(out)]))
        return [(product, kind, Path(path)) for product, kind, path in json.loads(listed.read_text())]
