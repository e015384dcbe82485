"""A page that hangs or crashes costs itself only; what is stopped is gone at once and says nothing."""

import json
import multiprocessing
import os
import resource
import signal
import subprocess
import sys
import time
from pathlib import Path

import pydyf
import pytest

from briefgen.errors import LostError, PrintError
from briefgen.workers import pool
from tests.pdf.reading import document
from tests.printing import FIRST_PAGE, Printer
from tests.processes import gone

ROOT = Path(__file__).parents[2]
GOOD = document("<p>Good")
HANGS = document("<table><tr><td colspan='1000000'>x</table>" * 9)


@pytest.fixture
def workers():
    """Return a function that lists the processes that were started since the test began."""
    before = {child.pid for child in multiprocessing.active_children()}
    return lambda: [child.pid for child in multiprocessing.active_children() if child.pid not in before]


def start(script: str, *arguments: str, **environment: str) -> subprocess.Popen[str]:
    """Start a script in a session of its own, as a terminal would, which ignores no Ctrl-C."""
    return subprocess.Popen(
        [sys.executable, "-c", script, *arguments],
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
        env=os.environ | {"PYTHONPATH": str(ROOT)} | environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )


def wait_until_warm(started: subprocess.Popen[str]) -> None:
    assert started.stdout
    assert started.stdout.readline() == "warm\n"


def test_a_page_that_hangs_is_stopped_and_the_others_are_printed(workers):
    with Printer(2, time_limit=4) as printer:
        futures = [printer.start(page) for page in (GOOD, HANGS, GOOD, GOOD)]
        failures = [future.exception() for future in futures]
    assert [type(failure) for failure in failures] == [type(None), LostError, type(None), type(None)]
    assert str(failures[1]) == "it took longer than 4 seconds and was stopped"
    assert workers() == []


def test_getting_ready_prints_a_page_like_any_other(workers):
    with Printer(1) as printer:
        printer.warm()
        assert printer.print(GOOD).pages == 1
        assert len(workers()) == 1
        assert printer.print(FIRST_PAGE).pages == 1


def test_a_crash_costs_one_page(workers):
    with Printer(1) as printer:
        printer.print(GOOD)
        crashing, waiting = printer.start(HANGS), printer.start(GOOD)
        time.sleep(0.3)
        os.kill(workers()[0], signal.SIGSEGV)
        with pytest.raises(LostError, match=r"^its process crashed \(signal 11\)$"):
            crashing.result()
        assert waiting.result().pages == 1


def test_a_worker_that_died_between_pages_costs_one_page(workers):
    with Printer(1) as printer:
        first = printer.print(GOOD)
        os.kill(workers()[0], signal.SIGKILL)
        with pytest.raises(LostError, match="signal 9"):
            printer.print(GOOD)
        assert printer.print(GOOD) == first


def test_a_worker_is_replaced_before_it_has_grown(workers, monkeypatch):
    monkeypatch.setattr(pool, "TASKS_PER_WORKER", 2)
    with Printer(1) as printer:
        seen = [(printer.print(GOOD).pages, *workers()) for _ in range(4)]
    assert [len(found) for _, *found in seen] == [1, 0, 1, 0]
    assert seen[0] != seen[2]


def test_a_page_may_not_take_all_memory(workers):
    with Printer(1) as printer:
        printer.print(GOOD)
        resource.prlimit(workers()[0], resource.RLIMIT_AS, (200 << 20, 200 << 20))
        with pytest.raises((PrintError, LostError), match=r"takes more memory|crashed"):
            printer.print(document("<p>text " * 20_000))
        assert printer.print(GOOD).pages == 1


def test_leaving_stops_what_still_runs(workers):
    began = time.monotonic()
    with Printer(2) as printer:
        futures = [printer.start(HANGS) for _ in range(4)]
        time.sleep(0.5)
    assert time.monotonic() - began < 30
    assert workers() == []
    assert all(future.done() for future in futures)


WAITS = """
import sys
from tests.printing import FIRST_PAGE, Printer
with Printer(2) as printer:
    printer.warm()
    print("warm", flush=True)
    printer.start(sys.argv[1]).result()
"""


@pytest.mark.parametrize("after", [0.0, 0.3, 3.0], ids="after {} s".format)
def test_ctrl_c_ends_everything_at_once_and_silently(after):
    started = start(WAITS, HANGS)
    wait_until_warm(started)
    time.sleep(after)
    began = time.monotonic()
    os.killpg(started.pid, signal.SIGINT)
    _, complaints = started.communicate(timeout=60)
    assert time.monotonic() - began < 15
    assert complaints.count("Traceback") == 1  # the script's own, which the command line turns into exit code 130
    assert complaints.rstrip().endswith("KeyboardInterrupt")
    assert gone(started.pid)


@pytest.mark.parametrize("after", [0.0, 0.5, 3.0], ids="after {} s".format)
def test_nothing_is_left_when_the_parent_is_killed(after):
    started = start(WAITS, HANGS)
    wait_until_warm(started)
    time.sleep(after)
    started.kill()
    started.wait()
    assert gone(started.pid)
    started.communicate()


def test_leaving_before_anything_is_printed_waits_for_nothing():
    script = "from tests.printing import Printer\nwith Printer(1) as printer: printer.warm()"
    started = start(script)
    output, complaints = started.communicate(timeout=60)
    assert (started.returncode, output, complaints) == (0, "", "")
    assert gone(started.pid)


PRINTS = """
import sys, json
from tests.printing import FIRST_PAGE, Printer
from briefgen.errors import PrintError
with Printer(1) as printer:
    try:
        printer.print("<title>x</title>")
    except PrintError as error:
        print(json.dumps(error.messages))
"""


@pytest.mark.parametrize(
    ("module", "content", "sentence"),
    [
        ("weasyprint", "raise OSError(\"cannot load library 'libpango-1.0-0'\")", "libpango-1.0-0"),
        ("pydyf", f"exec(open({pydyf.__file__!r}).read())\nVERSION = '99.0'", "printing needs pydyf==0.13.0, not 99.0"),
    ],
)
def test_what_is_missing_is_said_with_the_command_that_mends_it(tmp_path, module, content, sentence):
    package = tmp_path / module
    package.mkdir()
    (package / "__init__.py").write_text(content)
    started = start(PRINTS, PYTHONPATH=f"{tmp_path}:{ROOT}")
    output, complaints = started.communicate(timeout=60)
    assert complaints == ""
    (message,) = json.loads(output)
    assert sentence in message
    assert "install" in message
