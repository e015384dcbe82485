"""What is installed is what stands in the checkout: the files of the package and the templates, no others."""

from __future__ import annotations

import subprocess
import sys
import tarfile
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of the sdist and the wheel that was made out of it."""
    out = tmp_path_factory.mktemp("built")
    command = [sys.executable, "-m", "build", "--no-isolation", "--outdir", str(out), str(ROOT)]
    done = subprocess.run(command, text=True, capture_output=True)
    assert done.returncode == 0, done.stdout + done.stderr
    return out


def files(folder: str) -> Iterator[str]:
    """Yield the path of every file of the checkout under *folder*, the caches of Python and tools left out."""
    for path in (ROOT / folder).rglob("*"):
        name = path.relative_to(ROOT).as_posix()
        if path.is_file() and "__pycache__" not in name and "/." not in name:
            yield name


def test_the_wheel_holds_the_package_and_the_templates_and_nothing_else(built):
    with zipfile.ZipFile(next(built.glob("*.whl"))) as wheel:
        held = {name for name in wheel.namelist() if ".dist-info/" not in name}
    templates = {f"briefgen/{path}" for path in files("templates")}
    assert {Path(path).suffix for path in templates} >= {".css", ".j2"}
    assert held == set(files("briefgen")) | templates


def test_the_wheel_carries_the_licence_and_the_command(built):
    with zipfile.ZipFile(next(built.glob("*.whl"))) as wheel:
        notes = {Path(name).name: name for name in wheel.namelist() if ".dist-info/" in name}
        assert wheel.read(notes["LICENSE"]) == (ROOT / "LICENSE").read_bytes()
        assert b"briefgen = briefgen.__main__:main" in wheel.read(notes["entry_points.txt"])


def test_the_sdist_holds_what_is_needed_to_build_and_to_test(built):
    with tarfile.open(next(built.glob("*.tar.gz"))) as sdist:
        held = {name.partition("/")[2] for name in sdist.getnames()}
    needed = {path for folder in ("briefgen", "briefs", "templates", "tests") for path in files(folder)}
    assert needed
    assert needed | {"LICENSE", "README.md", "pyproject.toml"} <= held
