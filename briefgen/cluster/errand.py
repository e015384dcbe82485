"""What is called in a dask worker, by reference: it passes a task on to a host, a process of its own beside it."""

from __future__ import annotations

import subprocess
import sys
from collections import deque
from hashlib import sha256
from multiprocessing import Pipe

from briefgen.cluster import said
from briefgen.cluster.likeness import Likeness, likeness, unlike
from briefgen.errors import LostError

#: Hosts that wait for work in one dask worker; each keeps a warm process, which takes some 150 MB.
MOST_IDLE = 4


def answer(question: bytes, bundle: bytes, home: Likeness) -> bytes:
    """Return the answer to a task that is made with a *bundle*; see said.py.

    There is none from an installation that is not like the one at *home*.
    """
    if (here := likeness()) != home:
        return said.loss(LostError("RUN004", unlike(home, here)))
    host = _taken(bundle)
    try:
        told = host.ask(question)
    except (EOFError, OSError):
        host.close()
        return said.loss(LostError("RUN002", "the process beside the dask worker ended"))
    _put_back(host)
    return told


class Host:
    """A process beside this one that has a *bundle*."""

    def __init__(self, bundle: bytes) -> None:
        self.digest = sha256(bundle).digest()
        self._pipe, theirs = Pipe()
        with theirs:
            command = (sys.executable, "-P", "-m", "briefgen.cluster.host", str(theirs.fileno()))
            self._process = subprocess.Popen(command, stdin=subprocess.DEVNULL, pass_fds=[theirs.fileno()])
        self._pipe.send_bytes(bundle)

    def ask(self, question: bytes) -> bytes:
        """Return what it says to a task; raises EOFError or OSError when it has ended."""
        self._pipe.send_bytes(question)
        return self._pipe.recv_bytes()

    def has(self, digest: bytes) -> bool:
        """Return whether it has the bundle of that digest, and still runs."""
        return self.digest == digest and self._process.poll() is None

    def close(self) -> None:
        """Have the process end, and wait for it."""
        self._pipe.close()
        self._process.wait()


#: Those that wait, the one that did so for longest first. A deque, as tasks may come in several threads.
_idle: deque[Host] = deque()


def _taken(bundle: bytes) -> Host:
    """Return a host with that bundle: one that waits, or else a new one."""
    digest = sha256(bundle).digest()
    for _ in range(len(_idle)):
        try:
            host = _idle.pop()
        except IndexError:
            break
        if host.has(digest):
            return host
        _idle.appendleft(host)
    return Host(bundle)


def _put_back(host: Host) -> None:
    _idle.append(host)
    while len(_idle) > MOST_IDLE:
        _idle.popleft().close()
