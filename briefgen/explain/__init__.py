"""One page for every finding code: why it matters, the standard behind it, a bad and a good example."""

from __future__ import annotations

from pathlib import Path

FOLDER = Path(__file__).parent


def codes() -> tuple[str, ...]:
    """Return every code that has a page, sorted."""
    return tuple(sorted(path.stem for path in FOLDER.glob("*.md")))


def page(code: str) -> str:
    """Return the page of *code* as Markdown. Raises KeyError for a code without a page."""
    if code not in codes():
        raise KeyError(code)
    return (FOLDER / f"{code}.md").read_text(encoding="utf-8")
