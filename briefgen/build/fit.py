"""Makes a product fit its page budget: records are left out by priority, as many as must be and no more.

The parent composes, a worker lays out. A page that fits at once is printed once, like any other; one that does not is
measured, and the measures say how many records to try it without.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Generator, Mapping, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, wait
from dataclasses import dataclass
from itertools import accumulate

from briefgen.build.overfull import overfull
from briefgen.compose import Budget, LeftOut, Page
from briefgen.edition import Edition, Record, addressed
from briefgen.errors import BriefgenError, TemplateError
from briefgen.findings import Mark
from briefgen.pdf import OverfullError, Printed
from briefgen.pdf.process import Printer

NOTE = 5.0  # millimetres that the note on what is left out takes, about
NEWCOMERS = 50  # times that a page is composed anew for what takes the place of what went
GUESSES = 4  # trials by measure; a page that they do not settle is settled by halving
RANKS = {"low": 0, "normal": 1}  # who goes first; of high priority nobody goes
SHOWN = re.compile(r'\bdata-fit="([^"]+)"')


@dataclass(frozen=True)
class Task:
    """A *product* with a *budget*: *draft* composes its page, *where* says where in the sheet a record stands."""

    product: str
    budget: Budget
    edition: Edition
    draft: Callable[[LeftOut], Page]
    where: Callable[[str], Mark]


@dataclass(frozen=True)
class Fitted:
    """A page that fits its budget, and its print; a press that has done its work."""

    page: Page
    printed: Printed

    def submit(self, html: str) -> Future[Printed]:
        """Return the print of the page."""
        done: Future[Printed] = Future()
        done.set_result(self.printed)
        return done


Rounds = Generator[Future[Printed], None, Fitted]


def order(records: Mapping[str, Sequence[Record]], yields: Sequence[str], shown: frozenset[str]) -> tuple[str, ...]:
    """Return the ids of the records that may go, the first to go first.

    Low priority goes before normal, an earlier section of *yields* before a later one, the last record of a section
    before the others. What is not *shown* cannot go, and neither can a key judgement or what is of high priority.
    """
    candidates = [one for section in yields for one in reversed(records[section])]
    may = [one for one in candidates if one["priority"] in RANKS and not one.get("key") and one["id"] in shown]
    return tuple(one["id"] for one in sorted(may, key=lambda one: RANKS[one["priority"]]))


def search(goes: Sequence[str]) -> Generator[int, OverfullError | None, None]:
    """Yield how many of the first records to leave out next; what is sent back is how far that is over, or None.

    Ends when the last number that fitted is known to fit and the one below it not to, or when none is left to try.
    """
    short, enough = -1, len(goes) + 1
    count = guess = tried = 0
    while short + 1 < enough:
        error = yield count
        tried += 1
        if error is None:
            enough = count
        else:
            short, guess = count, count + _wanted(goes[count:], error, error.over + (0 if count else NOTE))
        count = min(guess, enough - 1) if tried < GUESSES else (short + enough) // 2


def _wanted(goes: Sequence[str], measured: OverfullError, room: float) -> int:
    """Return how many of the first records make room for that many millimetres; all and one more if they cannot."""
    freed = accumulate(measured.heights.get(one, 0.0) for one in goes)
    return next((count for count, height in enumerate(freed, 1) if height >= room), len(goes) + 1)


def rounds(task: Task, first: Page, printer: Printer) -> Rounds:
    """Yield each trial's future, to be sent on when it is done; return what fits at last.

    Raises FitError when nothing does, PrintError and TemplateError for what is wrong with a page.
    """
    trial = printer.submit(first.html, task.budget.pages)
    yield trial
    fitted, error = _outcome(first, trial)
    if fitted:
        return fitted
    drafts = Drafts(task, first)
    counts = search(drafts.goes)
    next(counts)
    while (count := _next(counts, error)) is not None:
        page = drafts.without(count)
        trial = printer.submit(page.html, task.budget.pages)
        yield trial
        now, error = _outcome(page, trial)
        fitted = now or fitted
    if fitted:
        return fitted
    assert error
    raise overfull(task.product, task.budget, addressed(task.edition), error, task.where)


def _outcome(page: Page, trial: Future[Printed]) -> tuple[Fitted | None, OverfullError | None]:
    """Return what fits, or by how much it does not; raise the PrintError that there is instead."""
    try:
        return Fitted(page, trial.result()), None
    except OverfullError as error:
        return None, error


def _next(counts: Generator[int, OverfullError | None, None], error: OverfullError | None) -> int | None:
    try:
        return counts.send(error)
    except StopIteration:
        return None


def _shown(page: Page) -> frozenset[str]:
    return frozenset(SHOWN.findall(page.html))


class Drafts:
    """Composes the pages of a task with ever other records left out; none takes the place of another."""

    def __init__(self, task: Task, first: Page) -> None:
        self._task = task
        self._shown = _shown(first)
        records = addressed(task.edition)
        self.goes = order(records, task.budget.yields, self._shown)
        unseen = frozenset(one["id"] for name in task.budget.yields for one in records[name]) - self._shown
        self._untold = unseen if self._is(first, unseen) else frozenset()

    def _is(self, first: Page, unseen: frozenset[str]) -> bool:
        """Return whether the page is the same without what is not shown on it by its name."""
        try:
            return self._task.draft(LeftOut(untold=unseen)).html == first.html
        except TemplateError:  # it needs what it does not name
            return False

    def without(self, count: int) -> Page:
        """Return the page without the first records of the order."""
        told = frozenset(self.goes[:count])
        for _ in range(NEWCOMERS):
            page = self._task.draft(LeftOut(told, self._untold))
            new = _shown(page) - self._shown
            if not new:
                break
            self._untold |= new
        return page


class Fitting:
    """One product on its way to a page that fits."""

    def __init__(self, rounds: Rounds) -> None:
        self._rounds = rounds
        self._outcome: Fitted | BriefgenError | None = None
        self.trial = next(rounds)

    @property
    def open(self) -> bool:
        """Whether there is no outcome yet."""
        return self._outcome is None

    def advance(self) -> None:
        """Go on as far as trials are printed."""
        try:
            while self.open and self.trial.done():
                self.trial = next(self._rounds)
        except StopIteration as stop:
            self._outcome = stop.value
        except BriefgenError as error:
            self._outcome = error

    def outcome(self) -> Fitted:
        """Return what fits; raise the BriefgenError that there is instead."""
        if isinstance(self._outcome, Fitted):
            return self._outcome
        assert self._outcome is not None, "it is open"
        raise self._outcome


class Fitter:
    """Makes the products of one build fit; whoever waits for one of them lets all of them go on meanwhile."""

    def __init__(self, printer: Printer) -> None:
        self.printer = printer
        self._open: list[Fitting] = []

    def begin(self, task: Task, first: Page) -> Callable[[], Fitted]:
        """Begin to make *first*, the page of a task, fit; return the function that waits for what fits."""
        fitting = Fitting(rounds(task, first, self.printer))
        self._open.append(fitting)
        return lambda: self._finished(fitting)

    def _finished(self, fitting: Fitting) -> Fitted:
        while fitting.open:
            wait([one.trial for one in self._open], return_when=FIRST_COMPLETED)
            for one in self._open:
                one.advance()
            self._open = [one for one in self._open if one.open]
        return fitting.outcome()
