"""Whole processes: how long they take, what they report, how much memory they use."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from briefgen.resources import fonts_folder

PYTHON = (sys.executable,)
BRIEFGEN = (*PYTHON, "-m", "briefgen")
WEASYPRINT = (*PYTHON, "-m", "weasyprint", "--pdf-variant", "pdf/a-3a")
#: Linux counts the memory of whoever started a process as its own in getrusage(), but not here.
PEAK = """\
import atexit, re, sys
from pathlib import Path
peak = lambda: re.search(r"VmHWM:\\s*(\\d+)", Path("/proc/self/status").read_text())[1]
atexit.register(lambda: print(peak()))
from briefgen.__main__ import main
sys.argv = ["briefgen", *sys.argv[1:]]
main()
"""


def run(command: Sequence[str], folder: Path) -> str:
    """Return what a command prints that runs in *folder* with the fonts of briefgen.

    Python keeps what it has compiled, as an installation does, for briefgen as for the others. Raises
    CalledProcessError when the command fails.
    """
    environment = os.environ | {"FONTCONFIG_FILE": str(fonts_folder() / "fonts.conf"), "PYTHONDONTWRITEBYTECODE": ""}
    return subprocess.run(command, cwd=folder, env=environment, check=True, capture_output=True, text=True).stdout


def seconds(command: Sequence[str], folder: Path) -> float:
    """Return the wall-clock seconds of a command, from before its start to after its end."""
    began = time.perf_counter()
    run(command, folder)
    return time.perf_counter() - began


def reported(command: Sequence[str], folder: Path) -> float:
    """Return the number on the last line that a command prints."""
    return float(run(command, folder).split()[-1])


def peak(arguments: Sequence[str], folder: Path) -> float:
    """Return how much memory briefgen uses at most, its workers left out, in MB; Linux only."""
    return reported((*PYTHON, "-c", PEAK, *arguments), folder) / 1000
