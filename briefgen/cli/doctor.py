"""`briefgen doctor`: what the installation has and lacks, with the command that mends it."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, version
from typing import NamedTuple

import typer

IMPORT = """
try:
    import briefgen.pdf.library
except ImportError as error:
    print(error)
    raise SystemExit(1)
print("Pango and HarfBuzz, found by WeasyPrint")
"""
ISOLATION = """
from briefgen.confinement import confine
held = confine((), (1,))
print(held, flush=True)
raise SystemExit(not held.complete)
"""
EXTRAS = {"vl-convert-python": ("charts", "only sheets with a chart need it")}
NEEDED = ("weasyprint", "jinja2", "pydantic", "PyYAML", "markdown-it-py", "babel", "edtf", "pycountry", "tzdata")


class Sign(NamedTuple):
    """One thing looked at: whether it is well, what it is, and what mends it; *extra* is what most can do without."""

    well: bool
    what: str
    cure: str = ""
    extra: bool = False

    @property
    def word(self) -> str:
        """How the line begins."""
        return "ok     " if self.well else "no     " if self.extra else "missing"


def doctor() -> None:
    """Say what the installation has and lacks, and what mends it."""
    signs = [sign for look in (_python, _packages, _extras, _native, _isolation, _fonts, _templates) for sign in look()]
    for sign in signs:
        typer.echo(f"{sign.word} {sign.what}{f' — {sign.cure}' if sign.cure else ''}")
    if not all(sign.well or sign.extra for sign in signs):
        raise typer.Exit(1)


def _python() -> Iterator[Sign]:
    yield Sign(
        sys.version_info >= (3, 11),
        f"Python {sys.version.split()[0]}",
        "" if sys.version_info >= (3, 11) else "install 3.11 or newer",
    )


def _packages() -> Iterator[Sign]:
    for name in NEEDED:
        try:
            yield Sign(True, f"{name} {version(name)}")
        except PackageNotFoundError:
            yield Sign(False, name, f"pip install {name}")


def _extras() -> Iterator[Sign]:
    for name, (extra, what_for) in EXTRAS.items():
        try:
            yield Sign(True, f"{name} {version(name)}")
        except PackageNotFoundError:
            yield Sign(False, name, f"{what_for}: pip install 'briefgen[{extra}]'", extra=True)


def _native() -> Iterator[Sign]:
    # a process of its own: the library that is missing could take this one down
    tried = subprocess.run([sys.executable, "-c", IMPORT], capture_output=True, text=True, check=False)
    what, _, cure = tried.stdout.strip().partition(" — ")
    yield Sign(tried.returncode == 0, what or "Pango and HarfBuzz", cure)


def _isolation() -> Iterator[Sign]:
    # tried, not looked up, in a process that ends with it
    tried = subprocess.run([sys.executable, "-c", ISOLATION], capture_output=True, text=True, check=False)
    yield Sign(tried.returncode == 0, f"isolation: {tried.stdout.strip() or 'off'}", extra=True)


def _fonts() -> Iterator[Sign]:
    from briefgen.resources import fonts_folder

    count = len(list(fonts_folder().glob("ttf/*.ttf")))
    yield Sign(count > 0, f"{count} fonts of its own", "" if count else "reinstall briefgen")


def _templates() -> Iterator[Sign]:
    from briefgen.compose.products import products
    from briefgen.resources import templates_folder

    found = products([templates_folder()])
    yield Sign(bool(found), f"products: {', '.join(found)}", "" if found else "reinstall briefgen")
