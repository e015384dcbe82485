"""From a path to a validated sheet: read the YAML, splice includes, add shared records, type everything, check it."""

from __future__ import annotations

from pathlib import Path

from briefgen.findings import Finding
from briefgen.sheet import registry
from briefgen.sheet.assembly import assemble
from briefgen.sheet.model import Sheet
from briefgen.sheet.parser import Parsed, in_order, parse
from briefgen.sheet.registry import Registry

__all__ = ["Loader", "Parsed", "Sheet", "load", "loader"]


class Loader:
    """Loads the sheets of one desk; its registry is read once."""

    def __init__(self, shared: Registry, folder: Path | None) -> None:
        self._shared, self._folder = shared, folder

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What is wrong with the registry, whether a sheet uses it or not; sorted by place."""
        return in_order(self._shared.findings)

    def __call__(self, path: Path) -> Parsed:
        """Return the sheet at *path* with all findings on it, whatever is in the file; nothing is raised."""
        return parse(assemble(path, self._folder or path.parent), self._shared)


def loader(registry_folder: Path | None = None, folder: Path | None = None) -> Loader:
    """Return a loader for sheets that share the registry in *registry_folder*.

    Includes may name files in *folder*, the desk's, and nowhere else; without one, in the folder of the sheet.
    """
    return Loader(registry.read(registry_folder), folder)


def load(path: Path, registry_folder: Path | None = None, folder: Path | None = None) -> Parsed:
    """Return one sheet with all findings on it; see `loader` for several."""
    return loader(registry_folder, folder)(path)
