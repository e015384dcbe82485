"""What code that a hostile page has taken over would try, each as a function that says whether it got through.

They are run twice, in a process that is free and in one that is confined, so that one that fails everywhere proves
nothing.
"""

from __future__ import annotations

import ctypes
import mmap
import os
import resource
import socket
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

from briefgen.confinement import kernel
from briefgen.pdf.library import HTML

CANARY = b"CANARY-4711"
IO_URING_SETUP = 425
PR_GET_DUMPABLE = 3
PTRACE_ATTACH = 16
MAP_NORESERVE = 0x4000


class Target(NamedTuple):
    """Where the attempts are aimed at: files that are nobody's business, servers that count their guests."""

    secret: Path
    web: int
    datagrams: int
    unix: str
    abstract: str
    descriptor: int
    victim: int


class Attempt(NamedTuple):
    """How to try, and which of the guards would stop it: files, calls, both or none of them."""

    run: Callable[[Target], Any]
    guards: frozenset[str]


ATTEMPTS: dict[str, Attempt] = {}


def attempt(*guards: str) -> Callable[[Callable[[Target], Any]], Callable[[Target], Any]]:
    """Register a function as an attempt that these *guards* stop, each by itself."""

    def register(run: Callable[[Target], Any]) -> Callable[[Target], Any]:
        ATTEMPTS[run.__name__] = Attempt(run, frozenset(guards))
        return run

    return register


def tried(target: Target) -> dict[str, bool]:
    """Return for each attempt whether it got through."""
    return {name: _through(one.run, target) for name, one in ATTEMPTS.items()}


def _through(run: Callable[[Target], Any], target: Target) -> bool:
    try:
        return bool(run(target))
    except (OSError, MemoryError, ValueError):
        return False


def _printed_by_default(page: str) -> bytes:
    """Return the page as WeasyPrint prints it left to itself: with a fetcher that opens files and connections."""
    return HTML(string=page).write_pdf(uncompressed_pdf=True)  # type: ignore[no-any-return]


@attempt("files")
def a_page_attaches_a_secret(target):
    return CANARY in _printed_by_default(f"<link rel=attachment href='{target.secret.as_uri()}'>x")


@attempt("files", "calls")
def a_page_calls_the_web(target):
    return b"/Image" in _printed_by_default(f"<img src='http://127.0.0.1:{target.web}/x.png'>")


@attempt("files")
def read_a_secret(target):
    return target.secret.read_bytes() == CANARY


@attempt("files")
def list_a_folder(target):
    return list(target.secret.parent.iterdir())


@attempt()
def read_what_was_open(target):
    return os.pread(target.descriptor, 99, 0) == CANARY


@attempt("files", "calls")
def write_a_file(target):
    return target.secret.with_name("new").write_text("x")


@attempt("files", "calls")
def cut_a_file(target):
    os.truncate(target.secret.with_name("victim"), 0)
    return True


@attempt("files", "calls")
def make_a_folder(target):
    target.secret.with_name("folder").mkdir()
    return True


@attempt("files", "calls")
def link_a_file(target):
    target.secret.with_name("link").symlink_to("victim")
    return True


@attempt("files", "calls")
def rename_a_file(target):
    return target.secret.with_name("victim").rename(target.secret.with_name("renamed"))


@attempt("calls")
def open_a_file_to_all(target):
    target.secret.chmod(0o777)
    return True


@attempt("calls")
def give_a_file_away(target):
    os.chown(target.secret, os.getuid(), os.getgid())
    return True


@attempt("calls")
def backdate_a_file(target):
    os.utime(target.secret, (0, 0))
    return True


@attempt("files", "calls")
def delete_a_file(target):
    target.secret.with_name("renamed").unlink()
    return True


@attempt("files", "calls")
def connect_by_tcp(target):
    with socket.create_connection(("127.0.0.1", target.web)):
        return True


@attempt("files", "calls")
def listen_by_tcp(target):
    with socket.create_server(("127.0.0.1", 0)):
        return True


@attempt("calls")
def send_by_udp(target):
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as sender:
        return sender.sendto(b"x", ("127.0.0.1", target.datagrams))


@attempt("calls")
def connect_by_unix_socket(target):
    with socket.socket(socket.AF_UNIX) as caller:
        caller.connect(target.unix)
        return True


@attempt("files", "calls")
def connect_by_abstract_socket(target):
    with socket.socket(socket.AF_UNIX) as caller:
        caller.connect(target.abstract.replace("@", "\0"))
        return True


@attempt("calls")
def pair_datagram_sockets(target):
    one, other = socket.socketpair(socket.AF_UNIX, socket.SOCK_DGRAM)
    one.close()
    other.close()
    return True


@attempt("files", "calls")
def run_a_program(target):
    return subprocess.run([sys.executable, "-S", "-c", ""], check=False).returncode == 0


@attempt("files", "calls")
def spawn_a_program(target):
    return os.waitpid(os.posix_spawn("/bin/true", ["true"], {}), 0)[1] == 0


@attempt("calls")
def fork(target):
    child = os.fork()
    if child == 0:
        os._exit(0)
    os.waitpid(child, 0)
    return True


@attempt("files", "calls")
def signal_another_process(target):
    os.kill(target.victim, 0)
    return True


@attempt("files", "calls")
def trace_another_process(target):
    libc = ctypes.CDLL(None, use_errno=True)
    return libc.ptrace(PTRACE_ATTACH, target.victim, None, None) == 0


@attempt("calls")
def open_a_ring_to_the_kernel(target):
    os.close(kernel.call(IO_URING_SETUP, 1, bytes(120)))
    return True


@attempt("calls")
def limit_another_process(target):
    return resource.prlimit(target.victim, resource.RLIMIT_NOFILE)


@attempt()
def take_three_gigabytes(target):
    with mmap.mmap(-1, 3 << 30, flags=mmap.MAP_PRIVATE | mmap.MAP_ANONYMOUS | MAP_NORESERVE):
        return True


@attempt()
def be_looked_into(target):
    return kernel.prctl(PR_GET_DUMPABLE)
