"""What a guard says is what the kernel has agreed to; the limits end a process that its parent cannot."""

import os
import platform
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from briefgen.confinement import Guard, Isolation, kernel, landlock, seccomp
from tests.confinement.needs import needs_landlock, needs_linux

ROOT = Path(__file__).parents[2]
ON = Guard(True, "Landlock ABI 7"), Guard(True, "seccomp"), Guard(True, "no powers of root")


def run(script: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, timeout=60)


@pytest.mark.parametrize(
    ("guards", "sentence"),
    [
        (ON, "on (Landlock ABI 7, seccomp, no powers of root)"),
        ((Guard(False, "none — get one"), *ON[1:]), "in part (seccomp, no powers of root): none — get one"),
        ((Guard(False, "a"), Guard(False, "b"), ON[2]), "off (no powers of root): a; b"),
        ((Guard(False, "a"), Guard(False, "b"), Guard(False, "c")), "off: a; b; c"),
    ],
)
def test_isolation_is_said_in_one_line(guards, sentence):
    assert str(Isolation(*guards)) == sentence


@pytest.mark.parametrize(
    ("number", "reason"),
    [
        (38, "there is no Landlock here — Linux 5.13 or newer has it"),
        (95, "Landlock is not switched on — add it to lsm= at the start of the kernel"),
        (1, "Landlock is forbidden here — allow its system calls in the container's seccomp profile"),
        (22, "Landlock refuses (Invalid argument)"),
    ],
)
def test_a_kernel_that_refuses_landlock_is_believed(monkeypatch, number, reason):
    def refuse(*arguments):
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(kernel, "call", refuse)
    assert landlock.restrict([]) == Guard(False, reason)


@pytest.mark.parametrize(
    ("version", "rights", "length"),
    [(1, 13, 8), (2, 14, 8), (3, 15, 8), (4, 15, 16), (5, 16, 16), (6, 16, 24), (9, 16, 24)],
)
def test_an_older_landlock_is_asked_for_no_more_than_it_knows(version, rights, length):
    attributes = landlock._attributes(version)
    assert len(attributes) == length
    assert int.from_bytes(attributes[:8], sys.byteorder).bit_count() == rights


def test_a_machine_without_a_filter_says_so(monkeypatch):
    monkeypatch.setattr(platform, "machine", lambda: "riscv64")
    assert seccomp.restrict() == Guard(False, "there is no seccomp filter for riscv64 of 64 bits")


def test_other_systems_have_no_guards(monkeypatch):
    monkeypatch.setattr(sys, "platform", "darwin")
    assert not landlock.restrict([]).on
    assert not seccomp.restrict().on


@needs_linux
def test_landlock_is_not_claimed_for_a_process_that_has_other_threads():
    done = run(
        "import threading; from briefgen.confinement import landlock;"
        "threading.Thread(target=threading.Event().wait, daemon=True).start();"
        "print(landlock.restrict([]).on, flush=True)"
    )
    assert done.stdout == "False\n"


@needs_linux
def test_a_confined_process_ends_with_its_parent():
    mortal = (
        "import os, time; from briefgen.confinement import confine\n"
        "if os.fork() == 0:\n"
        "    confine([], [1]); os.write(1, b'confined'); time.sleep(60)\n"
        "os.read(0, 1)"  # until the test has seen the child at work
    )
    parent = subprocess.Popen([sys.executable, "-c", mortal], cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    assert parent.stdin
    assert parent.stdout
    assert parent.stdout.read(8) == b"confined"
    parent.stdin.close()
    assert parent.wait(10) == 0
    assert parent.stdout.read() == b""  # the child held the other end, for a minute if nothing ended it
    parent.stdout.close()


@needs_linux
def test_a_confined_process_that_has_used_up_its_seconds_is_ended():
    done = run("from briefgen.confinement import confine, grant; confine([]); grant(0)\nwhile True: pass")
    assert done.returncode == -signal.SIGXCPU


def test_seconds_are_granted_on_top_of_what_was_used():
    done = run(
        "import resource; from briefgen.confinement import grant; grant(10); grant(100)\n"
        "print(resource.getrlimit(resource.RLIMIT_CPU)[0] > 100)"
    )
    assert done.stdout == "True\n"


@needs_landlock
def test_the_engine_of_charts_is_locked_in_too():
    done = run(
        "import os, runpy; from briefgen.resources import fonts_folder\n"
        "runpy.run_path('briefgen/figures/vega_process.py')['_confine']()\n"
        "next(fonts_folder().glob('ttf/*')).read_bytes()\n"
        "os.listdir('/')"
    )
    assert "PermissionError" in done.stderr.splitlines()[-1]
    assert done.stderr.count("Error") == 1
