"""Pictures of first pages, drawn by PDFium in a process that locks itself in: a template may have written the file."""

from __future__ import annotations

import os
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

#: What brings the library.
EXTRA = "thumbnails"
PROCESS = Path(__file__).with_name("process.py")
TIMEOUT = 30.0  # seconds


def can_draw() -> bool:
    """Return whether the library is there that draws pages."""
    return find_spec("pypdfium2") is not None


def first_page(pdf: bytes) -> bytes | None:
    """Return the first page of a *pdf* as a PNG; None for one that cannot be drawn, or not in time."""
    known = {name: os.environ[name] for name in ("PATH", "PYTHONPATH", "LD_LIBRARY_PATH") if name in os.environ}
    try:
        done = subprocess.run(
            [sys.executable, "-P", str(PROCESS)], input=pdf, capture_output=True, timeout=TIMEOUT, env=known
        )
    except subprocess.TimeoutExpired:
        return None
    return done.stdout if done.returncode == 0 and done.stdout else None
