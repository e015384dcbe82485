"""From a path to a validated sheet: read the YAML, splice includes, add shared records, type everything, check it."""

from __future__ import annotations

from pathlib import Path

from briefgen.findings import Finding
from briefgen.markings import tlp
from briefgen.markings.scheme import Scheme
from briefgen.sheet import registry
from briefgen.sheet.assembly import assemble
from briefgen.sheet.model import Sheet
from briefgen.sheet.parser import Parsed, in_order, parse
from briefgen.sheet.registry import Registry
from briefgen.sheet.textfile import shown
from briefgen.tradecraft import DEFAULT_SCALE

__all__ = ["Loader", "Parsed", "Sheet", "load", "loader", "shown"]


class Loader:
    """Loads the sheets of one desk; its registry is read once."""

    def __init__(self, shared: Registry, folder: Path | None, scale: str, scheme: Scheme = tlp.SCHEME) -> None:
        self._shared, self._folder, self._scale, self._scheme = shared, folder, scale, scheme

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What is wrong with the registry, whether a sheet uses it or not; sorted by place."""
        return in_order(self._shared.findings)

    def __call__(self, path: Path) -> Parsed:
        """Return the sheet at *path* with all findings on it, whatever is in the file; nothing is raised."""
        return parse(assemble(path, self._folder or path.parent), self._shared, self._scale, self._scheme)


def loader(
    registry_folder: Path | None = None,
    folder: Path | None = None,
    scale: str = DEFAULT_SCALE,
    scheme: Scheme = tlp.SCHEME,
) -> Loader:
    """Return a loader for sheets that share the registry in *registry_folder*.

    Includes may name files in *folder*, the desk's, and nowhere else; without one, in the folder of the sheet.
    *scale* is the likelihood scale of sheets that name none, *scheme* that of all markings.
    """
    return Loader(registry.read(registry_folder, scheme), folder, scale, scheme)


def load(
    path: Path,
    registry_folder: Path | None = None,
    folder: Path | None = None,
    scale: str = DEFAULT_SCALE,
    scheme: Scheme = tlp.SCHEME,
) -> Parsed:
    """Return one sheet with all findings on it; see `loader` for several."""
    return loader(registry_folder, folder, scale, scheme)(path)
