"""A build of many small sheets by the real flow in this process, and all that it leaves for somebody to see."""

from __future__ import annotations

import contextlib
import gc
import pickle
import shutil
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import Future
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any
from unittest import mock

from briefgen import desk, lint
from briefgen.audiences import Audience
from briefgen.build import fit, words
from briefgen.build.cache import Ledger
from briefgen.build.cache.ledger import FOLDER
from briefgen.build.report import Report
from briefgen.confinement import Guard, Isolation
from briefgen.markings.scheme import Marking
from briefgen.outputs import html
from briefgen.scan import Canaries, Leak, Scanner, work
from tests.build import runs
from tests.edition.looks import Here, bare
from tests.edition.pairs import SCHEME, files, markings
from tests.edition.values import NEEDLE

PRODUCTS = ("assessment", "flash", "one-pager", "situation-update", "source-report")
#: By name: files with their contents, what workers were asked, what is told of every sheet, what the cache keeps.
Left = Mapping[str, bytes]
#: The process of a test is held by nothing.
HELD = Isolation(*[Guard(False, "not held")] * 3)
SETTINGS = """\
[desk]
default_marking = "{marking}"
page_size = "Letter"
[build]
formats = {formats}
[marking.caveats]
{caveats}
[audiences.partners]
max_marking = "{level}"
caveats = {held}
distribution = "For partners of the desk."
watermark = "Partners"
[lint.severity]
{severities}
"""


@dataclass(frozen=True)
class Order:
    """What is built: *formats* of products for an *audience* that may read up to a *marking*, or for the desk itself.

    The sheets are for the *products* in turn. What an audience gets can be *scanned*, which takes longer than all the
    rest.
    """

    marking: Marking
    formats: tuple[str, ...] = ("html", "csv")
    audience: str | None = "partners"
    scanned: bool = False
    products: tuple[str, ...] = PRODUCTS

    def settings(self) -> str:
        """Return the settings of the desk."""
        # what the linter makes of a sheet that was drawn by lot must not decide what is built
        severity = "off" if self.audience else "info"
        return SETTINGS.format(
            marking=self.marking.label,
            level=self.marking.level.label,
            held=list(self.marking.caveats),
            formats=list(self.formats),
            caveats="\n".join(f'{name} = "{meaning}"' for name, meaning in SCHEME.caveats.items()),
            severities="\n".join(f'{code} = "{severity}"' for code in lint.CODES),
        )


def begin() -> None:
    """Have all that is loaded never looked through for rubbish."""
    gc.freeze()


def build(root: Path, sheets: Sequence[str], order: Order) -> Left:
    """Return what a build of *sheets* leaves, on a desk in the folder *root*, which is emptied for it."""
    shutil.rmtree(root, ignore_errors=True)
    for name, text in files(markings(SCHEME)[-1].label).items():
        (root / "briefs" / name).parent.mkdir(parents=True, exist_ok=True)
        (root / "briefs" / name).write_text(text, encoding="utf-8")
    for number, text in enumerate(sheets):
        (root / "briefs" / f"x-{number:03}.yaml").write_text(text, encoding="utf-8")
    (root / desk.SETTINGS).write_text(order.settings(), encoding="utf-8")
    with contextlib.chdir(root), _hastened(order):
        here = Watched()
        scanner = Scanner(Scanning()) if order.scanned else Blind()
        who = desk.find(root).audiences.get(order.audience or "")
        reports = runs.build(root, here, root / "dist", scanner=scanner, audience=who, isolated=False)
        return dict(_left(root, here, reports, who))


def _left(root: Path, here: Watched, reports: Sequence[Report], who: Audience | None) -> Iterator[tuple[str, bytes]]:
    """Yield what has been left, that of each single sheet first."""
    yield from here.asked.items()
    for report in reports:
        # findings are for the desk, which sees the whole sheet; none tells of a record that the edition withholds
        findings = tuple(one for one in report.findings if NEEDLE in (one.record or "") or who)
        yield f"report on {report.sheet}", replace(runs.told(report), findings=findings).text().encode()
    for folder in (root / "dist", root / FOLDER / "objects"):
        for path in sorted(folder.rglob("*")):
            if path.is_file():
                yield str(path.relative_to(root)), path.read_bytes()
    with Ledger(root / FOLDER) as ledger:
        for table in ("products", "objects"):
            yield f"{table} in the cache", repr(sorted(ledger.read(f"SELECT * FROM {table}"))).encode()


class Watched(Here):
    """An executor that remembers what it was *asked*, by what the files of it are called."""

    def __init__(self) -> None:
        self.asked: dict[str, bytes] = {}

    def submit(self, question: bytes) -> Future[bytes]:
        """Return the future of the answer, which is there."""
        task = pickle.loads(question)
        self.asked[f"task for {task.stem}"] = bare(task)
        return super().submit(question)


class Scanning(Here):
    """An executor that looks files through."""

    def submit(self, question: bytes) -> Future[bytes]:
        """Return the future of the answer, which is there."""
        done: Future[bytes] = Future()
        done.set_result(work.answer(question, lambda asked: b"", (), HELD))
        return done


class Blind(Scanner):
    """A scanner that looks at nothing: what it would find must not be there, and must not be needed."""

    def __init__(self) -> None:
        super().__init__(Here())

    def check(self, files: Mapping[str, bytes], canaries: Canaries) -> Future[list[Leak]]:
        """Return the future of no leaks."""
        done: Future[list[Leak]] = Future()
        done.set_result([])
        return done


class Hasty(Ledger):
    """A ledger that waits for no disk."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self._rows.execute("PRAGMA synchronous = OFF")


@contextlib.contextmanager
def _hastened(order: Order) -> Iterator[None]:
    """Do without what takes long and is the same for all sheets, or is not looked at; look for no rubbish."""
    with contextlib.ExitStack() as stack:
        gc.disable()
        stack.callback(gc.collect)
        stack.callback(gc.enable)

        def put(owner: Any, name: str, value: Any) -> None:
            stack.enter_context(mock.patch.object(owner, name, value))

        put(html, "_rule", repr)  # of a font: a megabyte in every file
        put(runs, "Ledger", Hasty)
        stack.enter_context(mock.patch("os.fsync"))
        if not order.scanned:
            put(words, "own", lambda desk, order: ())
        if "pdf" not in order.formats:
            put(fit, "press", lambda page, budget: None)  # which says that it has room
        yield
