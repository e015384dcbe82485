"""What the things are like now that products are made from: files, shared records, templates, settings, briefgen."""

from __future__ import annotations

import os
import tomllib
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from hashlib import sha256
from pathlib import Path

from briefgen.build.cache.engine import engine
from briefgen.build.cache.files import ABSENT, Contents, state
from briefgen.build.order import Order
from briefgen.desk import Desk
from briefgen.traces import Thing

#: Settings of a desk that can change a page or a finding.
SETTINGS = ("name", "default_marking", "scheme", "page_size", "scale", "products", "formats", "lint")
#: Kinds of things whose names are paths.
PATHS = frozenset({"file", "folder", "pattern", "place"})


def told(name: str, root: Path) -> str:
    """Return the name of a path as it is wherever the folder *root* is; names of patterns have a ``//`` in them."""
    return "." if name == str(root) else name.removeprefix(f"{root}/".replace("//", "/"))


def named(told: str, root: Path) -> str:
    """Return the name of a path that was *told* by `told`, in the folder *root*."""
    return told if told.startswith("/") else f"{root}/{told}"


class Things:
    """Says what the things of a *desk* are like now, for one *order*; *record* does so for records that it shares."""

    def __init__(self, files: Contents, desk: Desk, order: Order, record: Callable[[str], str]) -> None:
        self._files, self._desk = files, desk
        self._templates: dict[str, str] = {}
        self._state = self._stated()
        #: A digest of all files of the registry, before any was read.
        self.shared = self._registry()
        self._looks: dict[str, Callable[[str], str]] = {
            "briefgen": lambda name: self._engine,
            "file": files.digest,
            "folder": lambda name: _short("\0".join(sorted(_names(name)))),
            "pattern": lambda name: _short("\0".join(sorted(_matches(name)))),
            "place": files.place,
            "record": record,
            "registry": lambda name: self.shared,
            "settings": lambda name: self._settings[name],
            "templates": self._of_templates,
            "theme": lambda name: _short(repr(order.theme)),
            "today": lambda name: str(order.today),
        }

    @cached_property
    def _engine(self) -> str:
        return engine(self._files)

    @cached_property
    def _settings(self) -> dict[str, str]:
        return {name: _short(repr(getattr(self._desk, name))) for name in SETTINGS}

    def digest(self, thing: Thing) -> str:
        """Return what a thing is like now."""
        kind, name = thing
        return self._looks[kind](name)

    def still(self, seen: Mapping[Thing, str]) -> bool:
        """Return whether all that was *seen* is still like that, so that nothing else can have been read.

        Templates and the registry, which are read at any time, must have stayed as they are since the build began.
        """
        return self._state == self._stated() and all(self.digest(thing) == known for thing, known in seen.items())

    def _stated(self) -> list[tuple[str, tuple[int, ...]]]:
        return state((self._desk.registry, *self._desk.templates))

    def _registry(self) -> str:
        folder, root = self._desk.registry, self._desk.root
        return self._all((root, path) for path in sorted(folder.glob("*.yaml"))) if folder.is_dir() else ABSENT

    def _of_templates(self, product: str) -> str:
        """Return a digest of the templates that a product is made from; see `uses` in compose/products.py."""
        if product not in self._templates:
            folders = self._desk.templates
            used = {product, *_uses(folders, product)}
            self._templates[product] = self._all((one, path) for one in folders for path in _template_files(one, used))
        return self._templates[product]

    def _all(self, paths: Iterable[tuple[Path, Path]]) -> str:
        """Return a digest of what is in files, and of where each is, seen from a folder."""
        return _short(
            "\0".join(f"{os.path.relpath(path, start)} {self._files.digest(str(path))}" for start, path in paths)
        )


def _template_files(folder: Path, used: Collection[str]) -> Iterator[Path]:
    """Yield the files under a *folder* of templates that a page may hold something of: those of the products *used*."""
    for below in sorted(path for path in folder.glob("*") if path.is_dir()):
        if below.name in used or below.name.startswith("_"):
            yield from sorted(path for path in below.rglob("*") if path.is_file() and path.parent.name != "fonts")
        elif (below / "product.toml").is_file():
            yield below / "product.toml"  # its title


def _uses(folders: Sequence[Path], product: str) -> Sequence[str]:
    """Return the products that *product* uses templates of; the first folder that describes it counts."""
    paths = (folder / product / "product.toml" for folder in folders)
    try:
        text = next(path for path in paths if path.is_file()).read_text(encoding="utf-8")
        return [one for one in tomllib.loads(text).get("uses", []) if isinstance(one, str)]
    except (OSError, StopIteration, ValueError, TypeError, RecursionError):
        return []


def _matches(pattern: str) -> Iterator[str]:
    """Yield the files that a pattern means, seen from the folder that it starts in."""
    start, _, rest = pattern.partition("//")
    try:
        yield from (path.relative_to(start).as_posix() for path in Path(start).glob(rest) if path.is_file())
    except (OSError, ValueError):
        return


def _names(folder: str) -> list[str]:
    try:
        return [path.name for path in Path(folder).iterdir() if path.is_file()]
    except OSError:
        return []


def _short(text: str) -> str:
    return sha256(text.encode(errors="surrogatepass")).hexdigest()
