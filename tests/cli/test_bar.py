"""The bar names the sheet that is waited for, and has room on a narrow terminal."""

import io

import pytest
from rich.console import Console
from rich.progress import Progress

from briefgen.cli import bar

NAMES = [f"a-sheet-with-quite-a-long-name-{number}.yaml" for number in range(12)]


@pytest.mark.parametrize("width", [30, 60, 100])
def test_every_line_has_room(width, monkeypatch):
    monkeypatch.setattr(Progress, "start", lambda self: None)  # it is drawn when this test says so
    file = io.StringIO()
    console = Console(file=file, width=width, force_terminal=True, color_system=None)
    shown = []
    monkeypatch.setattr(Progress, "stop", lambda self: shown.append(self.get_renderable()))
    with bar.shown(NAMES, console) as (say, done):
        say("a line")
        done()
        done()
    with console.capture() as captured:
        console.print(shown[0])
    (line,) = captured.get().splitlines()

    assert line.startswith("a-shee")
    assert "2/12" in line
    assert ("left" in line) == (width >= bar.NARROW)
    assert len(line) <= width
    assert file.getvalue() == "a line\n"
