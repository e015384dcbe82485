"""`briefgen doctor`: what the installation has and lacks, with the command that mends it."""

from __future__ import annotations

import sys
from collections.abc import Iterator
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
EXTRAS = {
    "vl-convert-python": ("charts", "only sheets with a chart need it"),
    "pypdfium2": ("thumbnails", "only the pictures of `briefgen ci` need it"),
}
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
        version = _version(name)
        yield Sign(True, f"{name} {version}") if version else Sign(False, name, f"pip install {name}")


def _extras() -> Iterator[Sign]:
    for name, (extra, what_for) in EXTRAS.items():
        cure = f"{what_for}: pip install 'briefgen[{extra}]'"
        version = _version(name)
        yield Sign(True, f"{name} {version}") if version else Sign(False, name, cure, extra=True)


def _version(package: str) -> str | None:
    from importlib import metadata  # which takes longer to load than all verbs together

    try:
        return metadata.version(package)
    except metadata.PackageNotFoundError:
        return None


def _tried(code: str) -> tuple[bool, str]:
    """Return whether Python can do that, and what it says; a process of its own, which it may take down or lock in."""
    import subprocess

    tried = subprocess.run([sys.executable, "-P", "-c", code], capture_output=True, text=True, check=False)
    return tried.returncode == 0, tried.stdout.strip()


def _native() -> Iterator[Sign]:
    well, said = _tried(IMPORT)
    what, _, cure = said.partition(" — ")
    yield Sign(well, what or "Pango and HarfBuzz", cure)


def _isolation() -> Iterator[Sign]:
    well, said = _tried(ISOLATION)
    yield Sign(well, f"isolation: {said or 'off'}", extra=True)


def _fonts() -> Iterator[Sign]:
    from briefgen.resources import fonts_folder

    count = len(list(fonts_folder().glob("ttf/*.ttf")))
    yield Sign(count > 0, f"{count} fonts of its own", "" if count else "reinstall briefgen")


def _templates() -> Iterator[Sign]:
    from briefgen.compose.products import products
    from briefgen.resources import templates_folder

    found = products([templates_folder()])
    yield Sign(bool(found), f"products: {', '.join(found)}", "" if found else "reinstall briefgen")
