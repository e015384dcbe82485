"""A desk in a temporary folder, and the command line on it: called, or in a process of its own."""

import subprocess
import sys

import pytest

from tests.calling import call

GOOD = """\
briefgen: 1
product: {id: GOOD-1, title: A good sheet, time: 2024-02-02, handling: TLP:CLEAR}
"""


@pytest.fixture
def desk(tmp_path):
    (tmp_path / "briefgen.toml").touch()
    (tmp_path / "briefs").mkdir()
    (tmp_path / "briefs" / "good.yaml").write_text(GOOD)
    return tmp_path


@pytest.fixture
def briefgen(desk):
    def run(*arguments, cwd=desk):
        return call(*arguments, cwd=cwd)

    return run


@pytest.fixture
def process(desk):
    def run(*arguments, cwd=desk):
        command = [sys.executable, "-m", "briefgen", *map(str, arguments)]
        return subprocess.run(command, cwd=cwd, capture_output=True, text=True, timeout=60)

    return run
