"""Where nothing can be written, the old files stay, nothing is left beside them, and the exit code is 4."""

import contextlib
import errno
import os
import resource
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from briefgen.build.cache import FOLDER
from briefgen.errors import OutputError
from tests.build import runs, thirty

ROOT = Path(__file__).parents[2]
COMMAND = [sys.executable, "-m", "briefgen", "build"]


def run(root, *arguments, **more):
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    done = subprocess.run([*COMMAND, *arguments], cwd=root, env=environment, stderr=subprocess.PIPE, text=True, **more)
    assert "Traceback" not in done.stderr
    return done


def files(folder):
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def retitle(root):
    """Change every sheet, so that every product is made and written again."""
    for path in (root / "briefs").glob("sheet-*.yaml"):
        path.write_text(path.read_text().replace("title: Sheet", "title: A sheet"))


class Full:
    """Lets the first *room* calls to the file system that write something succeed, and no other."""

    CALLS = ((os, "fsync"), (os, "replace"), (os, "fdopen"), (tempfile, "mkstemp"), (Path, "mkdir"))

    def __init__(self, monkeypatch):
        self.room = 0
        for owner, name in self.CALLS:
            monkeypatch.setattr(owner, name, self._counted(getattr(owner, name)))

    def _counted(self, call):
        def counted(*arguments, **more):
            if call.__name__ == "mkdir" and arguments[0].is_dir():
                return call(*arguments, **more)  # nothing is written
            self.room -= 1
            if self.room < 0:
                if call.__name__ == "fdopen":
                    os.close(arguments[0])
                raise OSError(errno.ENOSPC, "No space left on device")
            return call(*arguments, **more)

        return counted


@pytest.fixture(scope="module")
def workers(tmp_path_factory):
    with runs.watched(tmp_path_factory.getbasetemp()) as workers:
        yield workers


@pytest.mark.parametrize("step", [1, pytest.param(0, marks=pytest.mark.slow)])
def test_a_disk_that_is_full_at_any_write_costs_no_old_file(tmp_path, monkeypatch, workers, step):
    """Both the cache and the output are on that disk. *step* is over how many of its writes the test goes on."""
    root = tmp_path / "desk"
    thirty.make(root, 2)
    monkeypatch.chdir(root)
    runs.build(root, workers, root / "dist")
    old = files(root / "dist")
    retitle(root)
    new = runs.products(runs.build(root, workers, root / "new", root / "other"), root / "new")
    room, said = 0, set()
    while "built" not in said:
        with monkeypatch.context() as patch:
            full = Full(patch)
            full.room = room
            with contextlib.suppress(OutputError):
                reports = runs.build(root, workers, root / "dist")
                said = {result.status for report in reports for result in report.results} or {"refused"}
                said = said if full.room >= 0 else {"unwritten"}
        now = files(root / "dist")
        assert now.keys() == old.keys(), f"after {room} writes"
        assert all(now[name] in (old[name], new[name]) for name in new)
        room += 1 + step * 2
    assert room > 8
    assert runs.products(runs.build(root, workers, root / "dist"), root / "dist") == new


@pytest.fixture
def small_disk(tmp_path):
    """Return a function that mounts a disk of a few kilobytes on a folder."""
    mounted = []

    def mount(folder, kilobytes):
        folder.mkdir(exist_ok=True)
        command = ["mount", "-t", "tmpfs", "-o", f"size={kilobytes}k", "tmpfs", str(folder)]
        if os.geteuid() or subprocess.run(command, capture_output=True).returncode:
            pytest.skip("no disk can be mounted here")
        mounted.append(folder)

    yield mount
    for folder in mounted:
        subprocess.run(["umount", str(folder)], check=True)


def fill(folder):
    with contextlib.suppress(OSError), (folder / "ballast").open("wb", buffering=0) as file:
        while file.write(b"0" * 512):
            pass


def test_a_full_output_disk_is_exit_4(tmp_path, small_disk):
    root = tmp_path / "desk"
    thirty.make(root, 2)
    small_disk(root / "dist", 64)
    assert run(root).returncode == 0
    old = files(root / "dist")
    retitle(root)
    fill(root / "dist")
    done = run(root)

    assert done.returncode == 4
    assert "error OUT002 it cannot be written: No space left on device" in done.stderr
    assert {name: data for name, data in files(root / "dist").items() if name != "ballast"} == old


@pytest.mark.slow
def test_a_full_disk_under_the_cache_is_said_or_costs_nothing(tmp_path, small_disk):
    """A cache that cannot be begun is exit 4; one that cannot keep what was made only makes the next build slower."""
    root = tmp_path / "desk"
    thirty.make(root, 2)
    small_disk(root / FOLDER, 8)
    fill(root / FOLDER)
    done = run(root)
    assert (done.returncode, "error OUT004" in done.stderr) == (4, True), done.stderr

    (root / FOLDER / "ballast").unlink()
    subprocess.run(["mount", "-o", "remount,size=64k", str(root / FOLDER)], check=True)
    done = run(root)
    assert done.returncode == 0, done.stderr
    clean = files(root / "dist")
    retitle(root)
    fill(root / FOLDER)
    done = run(root)
    assert done.returncode in (0, 4)
    assert files(root / "dist").keys() == clean.keys()


@pytest.mark.slow
@pytest.mark.parametrize("most", [0, 100, 2_000, 20_000, 60_000])
def test_a_limit_on_files_leaves_whole_ones(tmp_path, most):
    root = tmp_path / "desk"
    thirty.make(root, 2)
    done = run(root, preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (most, most)))

    assert done.returncode in (0, 4), done.stderr
    assert not list((root / "dist").glob(".*"))
    assert run(root).returncode == 0
    assert len(files(root / "dist")) == 4


def test_results_that_cannot_be_told_are_exit_4(tmp_path):
    root = tmp_path / "desk"
    thirty.make(root, 2)
    with Path("/dev/full").open("w") as full:
        assert run(root, "--json", stdout=full).returncode == 4
