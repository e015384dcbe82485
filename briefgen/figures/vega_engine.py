"""Runs the engine of charts in a process of its own, for one chart; see vega_process.py for what it may do there."""

from __future__ import annotations

import os
import subprocess
import sys
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path

from briefgen.resources import fonts_folder

INSTALL = "pip install 'briefgen[charts]'"
PROCESS = Path(__file__).with_name("vega_process.py")
TIMEOUT = 60.0  # seconds of the clock; the process has fewer of the processor
LARGEST = 400_000  # characters of a specification, and of a drawing


class EngineError(Exception):
    """Raised when there is no drawing; *code* is that of the message."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code, self.message = code, message


@lru_cache(maxsize=16)  # a page that must fit is composed again and again
def drawn(order: str) -> str:
    """Return the SVG of an *order*: JSON with a specification and a configuration.

    Raises EngineError without the engine (FIG001), for what it cannot draw (FIG002) or takes too much for (FIG003).
    """
    if find_spec("vl_convert") is None:
        raise EngineError("FIG001", f"charts need vl-convert-python, which is missing — {INSTALL}")
    if len(order) > LARGEST:
        raise EngineError("FIG003", f"over {LARGEST:,} characters of specification — draw fewer rows")
    done = _run(order)
    if done.returncode == 1:
        said = done.stderr.decode("utf-8", "replace").strip().splitlines()
        reason = said[min(1, len(said) - 1)] if said else "it gives no reason"  # a heading comes first
        raise EngineError("FIG002", f"Vega-Lite cannot draw it: {reason[:200]} — mend the specification")
    if done.returncode:
        raise EngineError("FIG003", "it takes too much time or memory — draw fewer rows")
    return done.stdout.decode()


def _run(order: str) -> subprocess.CompletedProcess[bytes]:
    known = {name: os.environ[name] for name in ("PATH", "PYTHONPATH", "LD_LIBRARY_PATH") if name in os.environ}
    command = [sys.executable, "-P", str(PROCESS), str(fonts_folder() / "ttf")]
    environment = known | {"TZ": "UTC", "LC_ALL": "C.UTF-8"}
    try:
        return subprocess.run(
            command, input=order.encode(), capture_output=True, check=False, timeout=TIMEOUT, env=environment
        )
    except subprocess.TimeoutExpired:
        raise EngineError("FIG003", f"it takes over {TIMEOUT:.0f} seconds — draw fewer rows") from None
