"""Whether two installations make the same bytes of the same task."""

from __future__ import annotations

import functools
import platform
import tempfile
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path
from typing import NamedTuple

from briefgen import __version__
from briefgen.build.cache import Ledger
from briefgen.build.cache.engine import engine
from briefgen.build.cache.files import Files
from briefgen.resources import templates_folder


class Likeness(NamedTuple):
    """The versions that a person compares, and the digest of all that counts."""

    briefgen: str
    python: str
    weasyprint: str
    digest: str

    def __str__(self) -> str:
        """Return one line: “briefgen 1.2.0 with WeasyPrint 70.0 on Python 3.11.7 (engine 0123456789ab)”."""
        libraries = f"WeasyPrint {self.weasyprint} on Python {self.python}"
        return f"briefgen {self.briefgen} with {libraries} (engine {self.digest[:12]})"


@functools.cache
def likeness() -> Likeness:
    """Return what this installation is like, as it was when first asked: so it was when it was loaded."""
    with tempfile.TemporaryDirectory(prefix="briefgen-") as folder, Ledger(Path(folder)) as ledger:
        files = Files(ledger)
        content = engine(files) + files.folder(templates_folder())
    digest = sha256(content.encode()).hexdigest()
    return Likeness(__version__, platform.python_version(), version("weasyprint"), digest)


def unlike(home: Likeness, there: Likeness) -> str:
    """Return the sentence on a worker that is not like *home*."""
    return f"it has {there}, and this machine {home}"
