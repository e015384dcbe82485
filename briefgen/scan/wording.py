"""What a program says of its own: the words of its templates, and the constants of the modules that word things.

They are the same whatever the data are. So a run of letters that they have gives nothing away, though a withheld text
may have it too. They are read from the files that a page is made with, never from a page.
"""

from __future__ import annotations

import importlib.util
import pkgutil
import re
from collections.abc import Iterable, Iterator, Sequence
from importlib.abc import InspectLoader
from importlib.machinery import ModuleSpec
from pathlib import Path
from types import CodeType

from babel import negotiate_locale
from babel.dates import get_day_names, get_month_names
from babel.localedata import locale_identifiers

#: Files that templates are made of; what a sample says is data.
SUFFIXES = frozenset({".css", ".j2", ".toml"})
_FILLED = re.compile(r"\{[{%#].*?[}%#]\}|<[^<>]*>", re.DOTALL)
_LITERAL = re.compile(r"\"([^\"\n]*)\"|'([^'\n]*)'")


def of_templates(folders: Iterable[Path]) -> Iterator[str]:
    """Yield what the templates in *folders* say: what stands between two things that are filled in, and literals."""
    for folder in folders:
        for path in sorted(folder.rglob("*")):
            if path.suffix in SUFFIXES and path.is_file():
                text = path.read_text("utf-8", "replace")
                yield from _FILLED.split(text)
                yield from (first or second for first, second in _LITERAL.findall(text))


def of_modules(packages: Iterable[str]) -> Iterator[str]:
    """Yield every text that the modules of *packages* hold, read from their code; none of them is run."""
    for package in packages:
        spec = importlib.util.find_spec(package)
        for one in _modules(spec) if spec else ():
            code = one.loader.get_code(one.name) if isinstance(one.loader, InspectLoader) else None
            yield from _constants(code.co_consts) if code else ()


def _modules(spec: ModuleSpec) -> Iterator[ModuleSpec]:
    yield spec
    for finder, name, _ in pkgutil.iter_modules(spec.submodule_search_locations or ()):
        inner = finder.find_spec(f"{spec.name}.{name}", None)
        yield from _modules(inner) if inner else ()


def _constants(constants: Sequence[object]) -> Iterator[str]:
    for one in constants:
        match one:
            case str():
                yield one
            case CodeType():
                yield from _constants(one.co_consts)
            case tuple() | frozenset():
                yield from _constants(tuple(one))


def of_calendars(language: str) -> Iterator[str]:
    """Yield the names of months and days in a language (BCP 47), of which dates are made with numbers."""
    locale = negotiate_locale([language.replace("-", "_")], locale_identifiers()) or "en"
    for names in (get_month_names, get_day_names):
        for width in ("wide", "abbreviated"):
            yield from names(width, locale=locale).values()
