"""Makes a product fit its page budget: records are left out by priority, as many as must be and no more.

A page that fits at once is printed once, like any other; one that does not is measured, and the measures say how many
records to try it without. All of that is done in the standard layout (House.standard), so that no theme file has a say
in what is printed; the look of the desk then prints just that.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import ClassVar, TypeAlias

from briefgen.compose import NOTHING, Budget, LeftOut, Page
from briefgen.edition import Edition, Record, addressed
from briefgen.errors import BriefgenError, TemplateError
from briefgen.pdf import OverfullError, Press
from briefgen.pdf.printing import press

NOTE = 5.0  # millimetres that the note on what is left out takes, about
NEWCOMERS = 50  # times that a page is composed anew for what takes the place of what went
GUESSES = 4  # trials by measure; a page that they do not settle is settled by halving
RANKS = {"low": 0, "normal": 1}  # who goes first; of high priority nobody goes
SHOWN = re.compile(r'\bdata-fit="([^"]+)"')

#: Composes the page without some records.
Draft: TypeAlias = Callable[[LeftOut], Page]


class UnfitError(BriefgenError):
    """Raised when a page is over its *budget* even without all that may go; *measured* is what is left then."""

    kind: ClassVar = "unfit"

    def __init__(self, budget: Budget, measured: OverfullError) -> None:
        super().__init__(str(measured))
        self.budget, self.measured = budget, measured


class OutsizeError(UnfitError):
    """Raised when the look of a desk takes more room than the standard layout for the same words.

    The heights in *measured* are of what would fit if it were shorter: of nothing where some is left out already, which
    would take the room of what is shortened.
    """

    kind: ClassVar = "outsize"


@dataclass(frozen=True)
class Fitted:
    """A page that has the room it needs, the press that has printed it, or will, and what it leaves out."""

    page: Page
    press: Press
    left_out: LeftOut = NOTHING


def fit(edition: Edition, draft: Draft, budget: Budget) -> Fitted:
    """Return the page, whole or drafted without some records of *edition*, that is within its *budget*.

    Raises UnfitError when none is, PrintError and TemplateError for what is wrong with a page.
    """
    whole = draft(NOTHING)
    first = _tried(whole, NOTHING, budget)
    if isinstance(first, Fitted):
        return first
    drafts = Drafts(edition, draft, whole, budget)
    outcomes: dict[int, Fitted | OverfullError] = {0: first}

    def trial(count: int) -> OverfullError | None:
        if count not in outcomes:
            outcomes[count] = _tried(*drafts.without(count), budget)
        outcome = outcomes[count]
        return outcome if isinstance(outcome, OverfullError) else None

    outcome = outcomes[least(drafts.goes, trial)]
    if isinstance(outcome, OverfullError):
        raise UnfitError(budget, outcome)
    return outcome


def dressed(draft: Draft, fitted: Fitted, budget: Budget) -> Fitted:
    """Return the page that says what the *fitted* one does, drafted in another look.

    Raises OutsizeError when it is over its *budget* in that, PrintError and TemplateError as :func:`fit` does.
    """
    outcome = _tried(draft(fitted.left_out), fitted.left_out, budget)
    if isinstance(outcome, OverfullError):
        heights = {} if fitted.left_out.told else outcome.heights
        raise OutsizeError(budget, OverfullError(outcome.over, heights))
    return outcome


def _tried(page: Page, left_out: LeftOut, budget: Budget) -> Fitted | OverfullError:
    """Return what fits, or by how much it does not; raise the PrintError that there is instead."""
    try:
        printed = press(page.html, budget.pages)
    except OverfullError as error:
        return error
    return Fitted(page, lambda html: printed, left_out)


def order(records: Mapping[str, Sequence[Record]], yields: Sequence[str], shown: frozenset[str]) -> tuple[str, ...]:
    """Return the ids of the records that may go, the first to go first.

    Low priority goes before normal, an earlier section of *yields* before a later one, the last record of a section
    before the others. What is not *shown* cannot go, and neither can a key judgement or what is of high priority.
    """
    candidates = [one for section in yields for one in reversed(records[section])]
    may = [one for one in candidates if one["priority"] in RANKS and not one.get("key") and one["id"] in shown]
    return tuple(one["id"] for one in sorted(may, key=lambda one: RANKS[one["priority"]]))


def least(goes: Sequence[str], trial: Callable[[int], OverfullError | None]) -> int:
    """Return how many of the first records must go at least; all of them when even that does not suffice.

    *trial* says by how much a page without so many is over, or nothing when it fits.
    """
    short, enough = -1, len(goes) + 1
    count = guess = tried = 0
    while short + 1 < enough:
        error = trial(count)
        tried += 1
        if error is None:
            enough = count
        else:
            short, guess = count, count + _wanted(goes[count:], error, error.over + (0 if count else NOTE))
        count = min(guess, enough - 1) if tried < GUESSES else (short + enough) // 2
    return min(enough, len(goes))


def _wanted(goes: Sequence[str], measured: OverfullError, room: float) -> int:
    """Return how many of the first records make room for that many millimetres; all and one more if they cannot."""
    freed = accumulate(measured.heights.get(one, 0.0) for one in goes)
    return next((count for count, height in enumerate(freed, 1) if height >= room), len(goes) + 1)


def _shown(page: Page) -> frozenset[str]:
    return frozenset(SHOWN.findall(page.html))


class Drafts:
    """Composes the page of *edition* with ever other records left out; none takes the place of another."""

    def __init__(self, edition: Edition, draft: Draft, whole: Page, budget: Budget) -> None:
        self._draft = draft
        self._shown = _shown(whole)
        records = addressed(edition)
        self.goes = order(records, budget.yields, self._shown)
        unseen = frozenset(one["id"] for name in budget.yields for one in records[name]) - self._shown
        self._untold = unseen if self._is(whole, unseen) else frozenset()

    def _is(self, whole: Page, unseen: frozenset[str]) -> bool:
        """Return whether the page is the same without what is not shown on it by its name."""
        try:
            return self._draft(LeftOut(untold=unseen)).html == whole.html
        except TemplateError:  # it needs what it does not name
            return False

    def without(self, count: int) -> tuple[Page, LeftOut]:
        """Return the page without the first records of the order, and all that it leaves out."""
        told = frozenset(self.goes[:count])
        for _ in range(NEWCOMERS):
            left_out = LeftOut(told, self._untold)
            page = self._draft(left_out)
            new = _shown(page) - self._shown
            if not new:
                break
            self._untold |= new
        return page, left_out
