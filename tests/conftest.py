"""What every test can use: golden files, and the text of a page.

Golden files are rewritten by ``pytest --update-golden`` and by nothing else.
"""

from __future__ import annotations

import difflib
import os
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path

import hypothesis
import pytest

from tests.printed import Prints

ROOT = Path(__file__).parents[1]
GOLDEN = ROOT / "tests" / "golden"

# Timings on shared machines are noise; a slow example is not a wrong one.
hypothesis.settings.register_profile("briefgen", deadline=None)
hypothesis.settings.load_profile("briefgen")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="rewrite the golden files")


@pytest.fixture
def assert_golden(request: pytest.FixtureRequest) -> Callable[[str, str], None]:
    """Return a check that a text equals the golden file of that name; its failure is the diff."""

    def check(name: str, actual: str) -> None:
        path = GOLDEN / name
        if request.config.getoption("--update-golden"):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(actual, encoding="utf-8")
        expected = path.read_text(encoding="utf-8") if path.exists() else ""
        diff = difflib.unified_diff(expected.splitlines(), actual.splitlines(), name, "actual", lineterm="")
        assert actual == expected, "\n".join(diff)

    return check


class PageReader(HTMLParser):
    """Collects the words of a page: pieces of one line stay together, all else is set apart by a space."""

    INLINE = frozenset({"a", "abbr", "b", "cite", "em", "i", "q", "s", "small", "span", "strong", "time", "u"})
    UNREAD = frozenset({"style", "svg", "title"})

    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []
        self._unread = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._unread += tag in self.UNREAD
        self._part(tag)

    def handle_endtag(self, tag: str) -> None:
        self._unread -= tag in self.UNREAD
        self._part(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._part(tag)

    def handle_data(self, data: str) -> None:
        if not self._unread:
            self.words.append(data)

    def _part(self, tag: str) -> None:
        if tag not in self.INLINE:
            self.words.append(" ")


@pytest.fixture(scope="session")
def printed(tmp_path_factory: pytest.TempPathFactory) -> Prints:
    """Return a function from a sheet and a theme to the files of its products, which must not be changed."""
    own = tmp_path_factory.getbasetemp()
    folder = (own.parent if "PYTEST_XDIST_WORKER" in os.environ else own) / "printed"
    folder.mkdir(exist_ok=True)
    return Prints(folder)


@pytest.fixture(scope="session")
def page_text(printed: Prints) -> Callable[[Path], str]:
    """Return a function from a sheet to what can be read on the page of its situation update."""

    def read(sheet: Path) -> str:
        page = PageReader()
        page.feed(printed(sheet)["situation-update", "html"].read_text(encoding="utf-8"))
        return "".join(page.words)

    return read
