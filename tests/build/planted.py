"""The work of a build, with things planted in it: a product whose title says so hangs, crashes or eats memory."""

import ctypes
import os
import signal
import time

from briefgen.build import making
from briefgen.build.making import practise
from briefgen.compose import compose
from tests.build import anywhere

__all__ = ["PLANTS", "answer", "practise"]


def _bug():
    raise ValueError("planted")


def _crash():
    ctypes.string_at(0)


def _eat():
    eaten = []
    while True:
        eaten.append(bytes(64 << 20))


#: What becomes of a product by its title.
PLANTS = {
    "Bug": _bug,
    "Crash": _crash,
    "Hang": lambda: time.sleep(3600),
    "Killed": lambda: os.kill(os.getpid(), signal.SIGKILL),
    "Memory": _eat,
}


def answer(question, ask, readable, held):
    """Return the files of a task, or why there are none."""
    vars(making)["compose"] = _composed
    return anywhere.answer(question, ask, readable, held)


def _composed(edition, *rest):
    PLANTS.get(edition.product["title"], lambda: None)()
    return compose(edition, *rest)
