"""What Python and its packages read after they have started: modules, libraries, time zones, chance."""

from __future__ import annotations

import site
import sys
import sysconfig
from collections.abc import Iterator
from pathlib import Path

#: Libraries that are loaded late, and what the C library looks up for itself.
_SYSTEM = (
    "/lib",
    "/lib64",
    "/usr/lib",
    "/usr/lib64",
    "/usr/local/lib",
    "/nix/store",
    "/gnu/store",
    "/etc/ld.so.cache",
    "/usr/share/zoneinfo",
    "/dev/null",
    "/dev/urandom",
)
_INSTALLED = ("stdlib", "platstdlib", "purelib", "platlib")


def runtime_paths() -> tuple[Path, ...]:
    """Return the files and folders of the installation.

    The folders of ``sys.path`` are not among them as such: the first is often the desk, and a checkout has its briefs
    beside the package. So of these it is the packages that are loaded already.
    """
    installed = [sysconfig.get_path(kind) for kind in _INSTALLED]
    folders = {*_SYSTEM, *installed, *site.getsitepackages(), site.getusersitepackages()}
    inside = tuple(f"{folder}/" for folder in folders)
    return tuple(map(Path, (*folders, *(path for path in _loaded() if not path.startswith(inside)))))


def _loaded() -> Iterator[str]:
    """Yield the folder of every package, and the file of every module outside of one, that is loaded."""
    for name, module in list(sys.modules.items()):
        if "." not in name and name not in ("__main__", "__mp_main__"):
            file = getattr(module, "__file__", None)
            yield from getattr(module, "__path__", None) or ([file] if file else [])
