"""The same sheets give the same bytes, wherever, whenever and by whomever they are built."""

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from tests.build import thirty

ROOT = Path(__file__).parents[1]
LATER = """\
#define _GNU_SOURCE
#include <time.h>
#include <unistd.h>
#include <sys/syscall.h>
int clock_gettime(clockid_t clock, struct timespec *now) {
  long failed = syscall(SYS_clock_gettime, clock, now);
  if (!failed && clock == CLOCK_REALTIME) now->tv_sec += 3600;
  return failed;
}
time_t time(time_t *told) {
  struct timespec now;
  clock_gettime(CLOCK_REALTIME, &now);
  return told ? (*told = now.tv_sec) : now.tv_sec;
}
"""


@dataclass
class Way:
    """How a desk is built."""

    environment: dict[str, str] = field(default_factory=dict)
    without: tuple[str, ...] = ()
    jobs: int = 2
    umask: int = 0o022
    folder: str = "desk"
    backwards: bool = False
    again: bool = False


WAYS = {
    "another hash seed": Way({"PYTHONHASHSEED": "4711"}),
    "another time zone": Way({"TZ": "Asia/Kathmandu"}),
    "another language": Way({"LC_ALL": "tr_TR.UTF-8", "LANGUAGE": "tr"}),
    "no language": Way({"LC_ALL": "C", "PYTHONUTF8": "0"}),
    "another umask": Way(umask=0o077),
    "one process": Way(jobs=1),
    "eight processes": Way(jobs=8),
    "from the cache": Way(again=True),
    "in another order": Way(backwards=True),
    "another folder": Way(folder="a far/away höhle/of-the-desk"),
    "an hour later": Way({"LD_PRELOAD": "later.so"}),
    "another user": Way({"USER": "x", "XDG_CACHE_HOME": "/nonexistent", "FONTCONFIG_PATH": "/"}, ("HOME", "LOGNAME")),
}
ALL = Way(
    {"PYTHONHASHSEED": "7", "TZ": "Asia/Kathmandu", "LC_ALL": "C", "USER": "x", "FONTCONFIG_PATH": "/"},
    ("HOME", "LOGNAME"),
    jobs=1,
    umask=0o077,
    folder="a far/away höhle/of-the-desk",
    backwards=True,
)


def small(root):
    """Make a desk of a few small sheets, of which the shipped products are made too."""
    thirty.make(root, 3)
    settings = root / "briefgen.toml"
    settings.write_text(settings.read_text().replace('products = ["note"]', 'products = ["note", "flash"]'))


def real(root):
    """Make a desk of the sheets that come with briefgen."""
    shutil.copytree(ROOT / "briefs", root / "briefs")
    shutil.copy(ROOT / "briefgen.toml", root)


@pytest.fixture
def build(tmp_path):
    """Return a function that makes a desk and builds it in some way, and returns the bytes of all files."""

    def built(name, make, way):
        root = tmp_path / name / way.folder
        make(root) if not way.backwards else _backwards(make, root)
        environment = {key: value for key, value in os.environ.items() if key not in way.without}
        environment |= way.environment | {"PYTHONPATH": str(ROOT)}
        if "LD_PRELOAD" in way.environment:
            environment["LD_PRELOAD"] = str(_later(tmp_path))
        sheets = sorted((str(path.relative_to(root)) for path in root.glob("briefs/*.yaml")), reverse=way.backwards)
        command = [sys.executable, "-m", "briefgen", "build", f"--jobs={way.jobs}", "--format=pdf,html", *sheets]
        for _ in range(1 + way.again):
            shutil.rmtree(root / "dist", ignore_errors=True)
            done = subprocess.run(command, cwd=root, env=environment, stderr=subprocess.PIPE, umask=way.umask)
            assert done.returncode == 0, done.stderr.decode()
        return {path.name: path.read_bytes() for path in (root / "dist").iterdir()}

    return built


def _backwards(make, root):
    """Make a desk whose files were written in the opposite order, and long ago."""
    first = root.parent / "first"
    make(first)
    for path in sorted(first.rglob("*"), reverse=True):
        if path.is_file():
            copy = root / path.relative_to(first)
            copy.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(path, copy)
            os.utime(copy, (10**9, 10**9))


def _later(folder):
    """Return the library that sets the clock of a process an hour on."""
    source, library = folder / "later.c", folder / "later.so"
    source.write_text(LATER)
    compiler = shutil.which("cc") or pytest.skip("there is no compiler here")
    subprocess.run([compiler, "-shared", "-fPIC", "-o", str(library), str(source)], check=True)
    return library


def assert_same(ours, theirs):
    assert ours.keys() == theirs.keys()
    assert [name for name in ours if ours[name] != theirs[name]] == []


def test_nothing_around_a_build_changes_a_byte(build):
    assert_same(build("one", small, Way()), build("other", small, ALL))


@pytest.mark.slow
@pytest.mark.parametrize("make", [small, real])
@pytest.mark.parametrize("way", WAYS)
def test_no_way_to_build_changes_a_byte(build, make, way):
    assert_same(build("one", make, Way()), build("other", make, WAYS[way]))
