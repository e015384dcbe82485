"""How far a sheet gets: to what a worker is given, to pages, to the files of a build."""

from __future__ import annotations

import io
import json
import pickle
from concurrent.futures import Future
from contextvars import copy_context
from pathlib import Path
from typing import Any

from briefgen import lint
from briefgen.build import making
from briefgen.build.report import Result
from briefgen.build.task import Task
from briefgen.compose import compose
from briefgen.desk import LintSettings
from briefgen.edition import Edition
from briefgen.errors import BriefgenError
from briefgen.markings import tlp
from briefgen.outputs import output
from briefgen.resources import templates_folder
from briefgen.theme import House
from tests.build import runs
from tests.edition.pairs import Desk, Pair, files, markings

TEMPLATES = [templates_folder()]
HOUSE = House(print_waivers=True)


def given(view: Edition, product: str = "assessment", formats: tuple[str, ...] = ("html", "csv")) -> Task:
    """Return the task of a product of an edition."""
    return Task(view, product, formats, view.product["id"].lower(), HOUSE, LintSettings())


def bare(task: object) -> bytes:
    """Return what a task says, pickled; no matter which of its parts are the same objects."""
    data = io.BytesIO()
    pickler = pickle.Pickler(data)
    pickler.fast = True
    pickler.dump(task)
    return data.getvalue()


def task(view: Edition | None) -> bytes:
    """Return what a worker is given for an edition."""
    return bare(view and given(view))


def page(view: Edition | None, product: str) -> list[bytes]:
    """Return the files of a product of an edition that need no printing, or why there are none."""
    if view is None:
        return []
    try:
        made = compose(view, product, TEMPLATES, HOUSE)
        return [output(kind).make(made, unprinted).data for kind in ("html", "csv")]
    except BriefgenError as error:
        return [str(error).encode()]


def unprinted(html: str, budget: int | None = None) -> Any:
    """Stand for the press where nothing is printed."""
    raise AssertionError("a page was printed")


def drawn(asked: bytes) -> bytes:
    """Return the reply to a worker that has a chart drawn: one for all, as the page tells by a digest what it asked."""
    svg = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9" viewBox="0 0 9 9"><path d="M0,0L9,9"/></svg>'
    return json.dumps({"svg": svg}).encode()


class Here:
    """An executor that does its work at once and in this process."""

    jobs = 1

    def warm(self, hint: bytes = b"") -> None:
        """Need nothing."""

    def submit(self, question: bytes) -> Future[bytes]:
        """Return the future of the answer, which is there."""
        done: Future[bytes] = Future()
        alone = copy_context()  # a worker changes its own process for good
        done.set_result(alone.run(making.answer, question, drawn, TEMPLATES, None))
        return done


class Room:
    """A desk in a *folder* where one sheet is built again and again; its markings are those of TLP, without caveats."""

    def __init__(self, folder: Path) -> None:
        self._folder, self._number = folder, 0
        self._sheet = folder / "briefs" / "sheet.yaml"
        Desk(folder, tlp.SCHEME)
        for name, text in files(markings(tlp.SCHEME)[-1].label).items():
            (folder / "briefs" / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / "briefs" / name).write_text(text, encoding="utf-8")

        # what the linter makes of a sheet that was drawn by lot must not decide what is built
        mild = "\n".join(f'{code} = "info"' for code in lint.CODES)
        settings = f'[build]\nformats = ["html", "csv"]\n[lint.severity]\n{mild}\n'
        (folder / "briefgen.toml").write_text(settings, encoding="utf-8")

    def build(self, text: str, cache: str) -> tuple[dict[str, bytes], list[Result], list[str | None]]:
        """Return the files that a build with the *cache* of that name leaves of a sheet, and its results.

        Last come the ids of the records that it has findings on: these are for the desk, but not on what is withheld.
        """
        self._number += 1
        out, kept = self._folder / f"out-{self._number}", self._folder / cache
        kept.mkdir(exist_ok=True)
        self._sheet.write_text(text, encoding="utf-8")
        (report,) = map(runs.told, runs.build(self._folder, Here(), out, kept))
        files = {path.name: path.read_bytes() for path in sorted(out.rglob("*")) if path.is_file()}
        return files, list(report.results), [one.record for one in report.findings]


def after_others(room: Room, pair: Pair) -> tuple[Any, Any]:
    """Return the files of a build that follows one for readers of everything, with its cache, and of one that is alone.

    The sheet is that of the right side.
    """
    room.build(pair.yaml("right", marking=markings(tlp.SCHEME)[-1].label), cache="used")
    text = pair.yaml("right")
    return room.build(text, cache="used")[:2], room.build(text, cache="right")[:2]
