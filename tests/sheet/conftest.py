"""A desk in a temporary folder: sheets are written as text, findings are read as lines."""

from __future__ import annotations

import textwrap
from collections.abc import Callable
from pathlib import Path

import pytest

from briefgen import sheet
from briefgen.sheet import Parsed

FRAME = "briefgen: 1\nproduct: {id: TEST-1, title: A test, time: 2024-02-07}\n"
Load = Callable[..., Parsed]


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return an empty desk that is also the working folder."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def load(desk: Path) -> Load:
    """Return a function that loads sections under a product, or a whole sheet, with other files beside it."""

    def loaded(text: str, **files: str) -> Parsed:
        for name, content in files.items():
            path = desk / name.replace("__", "/").replace("_", ".")
            path.parent.mkdir(exist_ok=True)
            path.write_text(textwrap.dedent(content), encoding="utf-8")
        text = textwrap.dedent(text)
        whole = text if text.startswith("briefgen") else FRAME + text
        (desk / "sheet.yaml").write_text(whole, encoding="utf-8")
        return sheet.load(Path("sheet.yaml"), Path("registry"))

    return loaded


def errors(parsed: Parsed) -> list[str]:
    """Return ``line:column code`` for every error."""
    return [f"{one.mark.line}:{one.mark.column} {one.code}" for one in parsed.findings if one.severity == "error"]


def said(parsed: Parsed, code: str) -> str:
    """Return message and remedy of the only finding with *code*."""
    (finding,) = [finding for finding in parsed.findings if finding.code == code]
    return f"{finding.message} — {finding.remedy}"
