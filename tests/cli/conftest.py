"""A desk in a temporary folder, and the command line run as a user runs it."""

import subprocess
import sys

import pytest

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
        command = [sys.executable, "-m", "briefgen", *map(str, arguments)]
        return subprocess.run(command, cwd=cwd, capture_output=True, text=True, timeout=60)

    return run
