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
_KINDS = ("stdlib", "platstdlib", "purelib", "platlib")
#: Worked out once, by whoever imports this before it forks.
_INSTALLED = (*map(sysconfig.get_path, _KINDS), *site.getsitepackages(), site.getusersitepackages())


def runtime_paths() -> tuple[Path, ...]:
    """Return the files and folders of the installation.

    Not every folder of ``sys.path`` is one: the first is often the desk, and a checkout has its briefs beside the
    package. So of those that no package was installed in, it is the packages that are loaded already.
    """
    folders = {*_SYSTEM, *_INSTALLED, *_targets()}
    inside = tuple(f"{folder}/" for folder in folders)
    return tuple(map(Path, (*folders, *(path for path in _loaded() if not path.startswith(inside)))))


def _targets() -> Iterator[str]:
    """Yield the folders of ``sys.path`` that hold installed packages, as ``pip install --target`` leaves them."""
    return (path for path in sys.path if path and any(Path(path).glob("*.dist-info")))


def _loaded() -> Iterator[str]:
    """Yield the folder of every package, and the file of every module outside of one, that is loaded."""
    for name, module in list(sys.modules.items()):
        if "." not in name and name not in ("__main__", "__mp_main__"):
            file = getattr(module, "__file__", None)
            yield from getattr(module, "__path__", None) or ([file] if file else [])
