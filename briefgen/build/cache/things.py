"""What the things are like now that products are made from: files, shared records, templates, settings, briefgen."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterator, Sequence
from functools import cached_property
from hashlib import sha256
from pathlib import Path

from briefgen.build.cache.engine import engine
from briefgen.build.cache.files import ABSENT, Files
from briefgen.build.order import Order
from briefgen.desk import Desk
from briefgen.traces import Thing

#: Kinds of things whose names are paths.
PATHS = frozenset({"file", "pattern", "folder"})


class Things:
    """Says what the things of a *desk* are like now, for one *order*; *record* does so for records that it shares."""

    def __init__(self, files: Files, desk: Desk, order: Order, record: Callable[[str], str]) -> None:
        self._files, self._desk = files, desk
        self._templates: dict[str, str] = {}
        self._looks: dict[str, Callable[[str], str]] = {
            "briefgen": lambda name: self._engine,
            "file": lambda name: files.digest(Path(name)),
            "folder": lambda name: _short("\0".join(sorted(_names(name)))),
            "pattern": lambda name: _short("\0".join(sorted(map(str, _matches(name))))),
            "record": record,
            "registry": lambda name: self.shared,
            "settings": lambda name: self._settings,
            "templates": self._of_templates,
            "theme": lambda name: _short(repr(order.theme)),
            "today": lambda name: str(order.today),
        }

    @cached_property
    def shared(self) -> str:
        """A digest of all files of the registry."""
        folder = self._desk.registry
        return self._all(sorted(folder.glob("*.yaml"))) if folder.is_dir() else ABSENT

    @cached_property
    def _engine(self) -> str:
        return engine(self._files)

    @cached_property
    def _settings(self) -> str:
        desk = self._desk
        names = ("name", "default_marking", "page_size", "scale", "products", "formats", "lint")
        return _short(repr([getattr(desk, name) for name in names]))

    def digest(self, thing: Thing) -> str:
        """Return what a thing is like now."""
        kind, name = thing
        return self._looks[kind](name)

    def _of_templates(self, product: str) -> str:
        """Return a digest of the templates that a product is made from; see `uses` in compose/products.py."""
        if product not in self._templates:
            paths = (path for folder in self._desk.templates for path in _template_files(folder, product))
            self._templates[product] = self._all(paths)
        return self._templates[product]

    def _all(self, paths: Iterator[Path] | Sequence[Path]) -> str:
        return _short("\0".join(f"{path.name} {self._files.digest(path)}" for path in paths))


def _template_files(folder: Path, product: str) -> Iterator[Path]:
    """Yield the files under a *folder* of templates that the pages of *product* may hold something of."""
    used = {product, *_uses(folder / product / "product.toml")}
    for below in sorted(path for path in folder.glob("*") if path.is_dir()):
        if below.name in used or below.name.startswith("_"):
            yield from sorted(path for path in below.rglob("*") if path.is_file() and path.parent.name != "fonts")
        elif (below / "product.toml").is_file():
            yield below / "product.toml"  # its title


def _uses(description: Path) -> Sequence[str]:
    try:
        found = tomllib.loads(description.read_text(encoding="utf-8")).get("uses", [])
        return [one for one in found if isinstance(one, str)]
    except (OSError, ValueError, TypeError, RecursionError):
        return []


def _matches(pattern: str) -> Iterator[Path]:
    start, _, rest = pattern.partition("//")
    try:
        yield from (path for path in Path(start).glob(rest) if path.is_file())
    except (OSError, ValueError):
        return


def _names(folder: str) -> list[str]:
    try:
        return [path.name for path in Path(folder).iterdir()]
    except OSError:
        return []


def _short(text: str) -> str:
    return sha256(text.encode(errors="surrogatepass")).hexdigest()
