"""A process that has locked itself in prints as before and reaches nothing, whoever has taken it over."""

import base64
import contextlib
import http.server
import json
import os
import signal
import socket
import subprocess
import sys
import threading
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from tests.confinement.attempts import ATTEMPTS, CANARY
from tests.confinement.needs import needs_landlock, needs_seccomp
from tests.pdf.reading import DOT

ROOT = Path(__file__).parents[2]
BRIEF = ROOT / "briefs" / "ttp-islamabad-ceasefire.yaml"
#: What a container or a careful administrator may have stopped for every process.
SHUT_IN_CONTAINERS = {"open_a_ring_to_the_kernel", "trace_another_process"}
PNG = base64.b64decode(DOT.partition("base64,")[2].partition("'")[0])


class Outcome(NamedTuple):
    """What a child has said of itself, and how many requests its attempts have made."""

    said: dict[str, Any]
    guests: int


@contextlib.contextmanager
def servers(folder: Path):
    """Serve at TCP, UDP and two Unix sockets, and yield the ports and the list of what was asked for."""
    guests: list[str] = []

    class Web(http.server.BaseHTTPRequestHandler):
        def do_GET(self):
            guests.append(self.path)
            self.send_response(200)
            self.send_header("Content-Type", "image/png")
            self.end_headers()
            self.wfile.write(PNG)

        def log_message(self, *arguments):
            pass

    with contextlib.ExitStack() as stack:
        web = stack.enter_context(http.server.HTTPServer(("127.0.0.1", 0), Web))
        datagrams = stack.enter_context(socket.socket(socket.AF_INET, socket.SOCK_DGRAM))
        datagrams.bind(("127.0.0.1", 0))
        for address in (f"{folder}/unix", f"\0{folder}/unix"):
            unix = stack.enter_context(socket.socket(socket.AF_UNIX))
            unix.bind(address)
            unix.listen()
        threading.Thread(target=web.serve_forever, daemon=True).start()
        yield web.server_port, datagrams.getsockname()[1], guests
        web.shutdown()


@pytest.fixture(scope="module")
def outcome(tmp_path_factory):
    """Return a function that runs a child that has locked itself in that way, once."""
    known: dict[str, Outcome] = {}

    def run(way: str) -> Outcome:
        if way not in known:
            known[way] = ran(way, tmp_path_factory.mktemp("secrets"))
        return known[way]

    return run


def ran(way: str, folder: Path) -> Outcome:
    secret = folder / "secret.txt"
    secret.write_bytes(CANARY)
    (folder / "victim").touch()
    with servers(folder) as (web, datagrams, guests):
        order = json.dumps([way, str(secret), str(BRIEF), web, datagrams])
        child = subprocess.Popen(
            [sys.executable, "-m", "tests.confinement.child", order],
            cwd=ROOT,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            start_new_session=True,
        )
        try:
            said, wrong = child.communicate(timeout=120)
        finally:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(child.pid, signal.SIGKILL)
        assert child.returncode == 0, wrong.decode()
        return Outcome(json.loads(said), len(guests))


def through(outcome: Outcome) -> set[str]:
    """Return the attempts that got through."""
    return {name for name, got in outcome.said["through"].items() if got}


def stopped_by(*guards: str) -> set[str]:
    """Return the attempts that one of these guards stops, or that the limits do."""
    return {name for name, one in ATTEMPTS.items() if not one.guards or one.guards.intersection(guards)}


def test_every_attempt_gets_through_where_nothing_stops_it(outcome):
    free = outcome("free")
    assert through(free) | SHUT_IN_CONTAINERS == set(ATTEMPTS)
    assert free.guests > 0


@needs_landlock
@needs_seccomp
def test_no_attempt_gets_out_of_a_confined_process(outcome):
    whole = outcome("whole")
    assert through(whole) == set()
    assert whole.guests == 0
    assert whole.said["isolation"].startswith("on (Landlock ABI ")


@needs_landlock
@needs_seccomp
def test_a_confined_process_prints_the_same_bytes(outcome):
    assert outcome("whole").said["sha256"] == outcome("free").said["sha256"]


@needs_landlock
@needs_seccomp
def test_a_confined_process_still_does_what_a_worker_does(outcome):
    assert outcome("whole").said["working"] == ["a thread", "a late import", "Asia/Karachi"]


@needs_seccomp
def test_without_landlock_files_can_be_read_and_the_isolation_says_so(outcome):
    poorer = outcome("no landlock")
    assert through(poorer) == through(outcome("free")) - stopped_by("calls")
    assert poorer.guests == 0
    assert poorer.said["isolation"] == (
        "in part (seccomp, no powers of root): there is no Landlock here — Linux 5.13 or newer has it"
    )


@needs_seccomp
def test_without_landlock_the_fetcher_still_refuses(outcome):
    assert "a page may use nothing from outside" in outcome("no landlock").said["refused"]


@pytest.mark.slow
@needs_landlock
def test_without_seccomp_landlock_still_holds_files_and_tcp(outcome):
    poorer = outcome("no seccomp")
    assert through(poorer) == through(outcome("free")) - stopped_by("files")
    assert poorer.said["isolation"].startswith("in part (Landlock ABI ")
