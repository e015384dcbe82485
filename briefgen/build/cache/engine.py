"""What briefgen itself is: its code, its data, the libraries it stands on. Other bytes here may mean other pages."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

from briefgen.build.cache.files import Contents
from briefgen.resources import fonts_folder

PACKAGE = Path(__file__).parents[2]
#: The distributions that briefgen stands on, and those that these do.
DISTRIBUTIONS = frozenset(
    {
        "annotated_types",
        "babel",
        "cffi",
        "cssselect2",
        "edtf",
        "fonttools",
        "jinja2",
        "markdown_it_py",
        "markupsafe",
        "mdurl",
        "pillow",
        "pycountry",
        "pycparser",
        "pydantic",
        "pydantic_core",
        "pydyf",
        "pyparsing",
        "pyphen",
        "python_dateutil",
        "pyyaml",
        "tinycss2",
        "tinyhtml5",
        "typing_extensions",
        "typing_inspection",
        "tzdata",
        "vl_convert_python",
        "weasyprint",
        "webencodings",
    }
)
#: Libraries of the system that set the type, and where the loader finds them.
NATIVE = ("libfontconfig", "libfribidi", "libglib-2.0", "libharfbuzz", "libpango")
FOLDERS = ("/usr/lib", "/usr/lib64", "/lib", "/usr/local/lib", "/opt/homebrew/lib")


def engine(files: Contents) -> str:
    """Return a digest of everything but the desk and the templates that can change the bytes of a product."""
    content = sha256(repr((sys.version, sys.platform, sorted(set(_distributions())), sorted(_native()))).encode())
    for folder in (PACKAGE, fonts_folder()):
        content.update(files.folder(folder).encode())
    return content.hexdigest()


def _distributions() -> Iterator[str]:
    """Yield name and version of every distribution that counts, as the names of their folders tell them."""
    for folder in filter(os.path.isdir, sys.path):
        for path in Path(folder).glob("*.dist-info"):
            name = path.name.partition("-")[0]
            if name.lower().replace(".", "_") in DISTRIBUTIONS:
                yield path.name


def _native() -> Iterator[tuple[str, int, int]]:
    """Yield file, size and time of the libraries of the system; a package keeps the time of its making."""
    named = os.environ.get("LD_LIBRARY_PATH", "").split(":")
    for top in filter(os.path.isdir, dict.fromkeys((*named, *FOLDERS))):
        for folder in (top, *(entry.path for entry in os.scandir(top) if entry.name.endswith("-linux-gnu"))):
            for entry in os.scandir(folder):
                if entry.name.startswith(NATIVE) and ".so" in entry.name and not entry.is_symlink():
                    state = entry.stat()
                    yield entry.name, state.st_size, int(state.st_mtime)
