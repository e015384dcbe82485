"""A build that ends before its time leaves whole files and no process, and the next one does the rest."""

import hashlib
import json
import os
import re
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path
from random import Random

import pytest

from briefgen.build.cache import FOLDER
from tests.build import thirty
from tests.processes import gone

ROOT = Path(__file__).parents[2]
HEAD = "briefgen: 1\nproduct: {{id: N-{number:02}, title: {title} {number}, time: 2024-02-02, handling: TLP:CLEAR}}\n"


def start(root, *arguments):
    command = [sys.executable, "-m", "briefgen", "build", *arguments]
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    return subprocess.Popen(
        command,
        cwd=root,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
    )


def finished(build):
    said = b"".join(build.communicate(timeout=120)).decode()
    assert "Traceback" not in said
    return build.returncode


def write(root, title, sheets):
    for number in range(sheets):
        (root / "briefs" / f"{number:02}.yaml").write_text(HEAD.format(number=number, title=title))


@pytest.fixture
def desk(tmp_path):
    """Return a function that makes a desk with so many sheets."""

    def make(sheets, title="Old"):
        root = tmp_path / "desk"
        thirty.make(root, 0)
        write(root, title, sheets)
        return root

    return make


def files(folder):
    return {path.name: path.read_bytes() for path in folder.iterdir()} if folder.exists() else {}


def listed(folder):
    return {one["file"]: one["sha256"] for one in json.loads((folder / "manifest.json").read_text())["files"]}


def assert_whole(folder, sheets):
    """Check that all products are there, and nothing but they and the manifest that lists them."""
    found = files(folder)
    del found["manifest.json"]
    assert len(found) == sheets
    assert listed(folder) == {name: hashlib.sha256(data).hexdigest() for name, data in found.items()}


def assert_sound(cache):
    (ledger,) = cache.glob("*.sqlite")
    rows = sqlite3.connect(ledger)
    assert rows.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    rows.close()


@pytest.mark.parametrize(("sheets", "rounds"), [(8, 1), pytest.param(50, 100, marks=pytest.mark.slow)])
def test_a_build_that_is_killed_leaves_old_files_or_new_ones(desk, sheets, rounds):
    root, chance, interrupted = desk(sheets, "New"), Random(sheets), 0
    out, began = root / "dist", time.monotonic()
    assert finished(start(root, "--out", "clean", "--force")) == 0
    took = time.monotonic() - began
    for number in range(rounds):
        write(root, "Old" if number % 2 else f"Title {number}", sheets)
        if number == rounds - 1:
            write(root, "New", sheets)
        before, build = files(out), start(root, "--force")
        time.sleep(chance.uniform(took / 5, took * 2 / 3))
        interrupted += build.poll() is None
        build.kill()
        build.communicate()
        assert gone(build.pid)
        now = {name: data for name, data in files(out).items() if not name.endswith((".tmp", ".json"))}
        assert finished(start(root)) == 0
        after = files(out)
        assert [name for name, data in now.items() if data not in (before.get(name), after[name])] == []
        assert_whole(out, sheets)
        assert_sound(root / FOLDER)
    assert interrupted >= rounds / 2
    assert files(out) == files(root / "clean")


@pytest.mark.parametrize("after", [1, pytest.param(20, marks=pytest.mark.slow)])
@pytest.mark.parametrize(
    ("end", "number", "code"),
    [
        (os.killpg, signal.SIGINT, 130),
        (os.killpg, signal.SIGTERM, 143),
        pytest.param(os.kill, signal.SIGTERM, 143, marks=pytest.mark.slow),
    ],
    ids=["Ctrl-C", "timeout", "kill"],
)
def test_an_interrupt_ends_a_build_at_once(desk, end, number, code, after):
    """It comes when so many products are written: a terminal sends it to all processes, `kill` to one."""
    root = desk(40)
    build = start(root, "--format", "pdf")
    while len(list((root / "dist").glob("*.pdf"))) < after:
        assert build.poll() is None
        time.sleep(0.01)
    began = time.monotonic()
    end(build.pid, number)
    said = build.communicate(timeout=120)[1].decode()
    assert time.monotonic() - began < 1
    assert build.returncode == code
    assert re.search(r"^briefgen: stopped after \d+ sheets?; the next build goes on there$", said, re.M)
    assert "Traceback" not in said
    assert gone(build.pid, 1)
    found = files(root / "dist")
    assert [name for name in found if name.endswith(".tmp")] == []
    known = listed(root / "dist") if "manifest.json" in found else {}
    assert known.items() <= {name: hashlib.sha256(data).hexdigest() for name, data in found.items()}.items()


def test_two_builds_at_once_make_one_whole(desk):
    root = desk(16)
    paths = sorted(map(str, (root / "briefs").glob("[0-9]*.yaml")))
    builds = [start(root, *paths[::2]), start(root, *paths[1::2]), start(root)]
    assert [finished(build) for build in builds] == [0, 0, 0]
    assert_whole(root / "dist", 16)
    assert_sound(root / FOLDER)
    again = start(root)
    assert b"dist: 16 files unchanged" in again.communicate()[1]
