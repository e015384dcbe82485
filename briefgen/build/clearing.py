"""Finished products for an audience, cleared of withheld words before anybody gets them.

What of the sheet is withheld is known in this process alone; files are looked through in one that knows no template.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import Future
from dataclasses import asdict, dataclass
from functools import partial
from typing import Self

from briefgen.build.answer import Answer, Failure, Outcome, unpacked
from briefgen.build.task import Task
from briefgen.issuing import Secrets
from briefgen.outputs import SUFFIXES, Made
from briefgen.scan import Canaries, Leak, Scanner

SHOWN = 3  # channels in a sentence


@dataclass(frozen=True)
class Clearing:
    """Looks the products of one edition through, with a *scanner*, for the *canaries* of what is withheld."""

    scanner: Scanner
    canaries: Canaries

    @classmethod
    def of(cls, scanner: Scanner, secrets: Secrets, own: Iterable[str]) -> Self:
        """Return what looks for these *secrets*; *own* is what the products say whatever the sheet does."""
        return cls(scanner, Canaries.of(secrets.withheld, (*secrets.visible, *own)))

    def awaited(self, task: Task, made: Future[bytes]) -> Future[Answer]:
        """Return the future of the answer that a worker will have *made*, cleared."""
        awaited: Future[Answer] = Future()

        def clear(done: Future[bytes]) -> None:
            try:
                self.cleared(task, unpacked(done.result())).add_done_callback(partial(_pass_on, awaited))
            except BaseException as error:
                awaited.set_exception(error)

        made.add_done_callback(clear)
        return awaited

    def cleared(self, task: Task, answer: Answer) -> Future[Answer]:
        """Return the future of the same answer, or of one in which every product has failed for what it gives away."""
        cleared: Future[Answer] = Future()
        files = dict(_files(task, answer.outcomes))
        self.scanner.check(files, self.canaries).add_done_callback(_settling(cleared, answer))
        return cleared


def _pass_on(awaited: Future[Answer], done: Future[Answer]) -> None:
    if error := done.exception():
        awaited.set_exception(error)
    else:
        awaited.set_result(done.result())


def _settling(cleared: Future[Answer], answer: Answer) -> Callable[[Future[list[Leak]]], None]:
    def settle(checked: Future[list[Leak]]) -> None:
        try:
            leaks = checked.result()
            cleared.set_result(Answer([Outcome(None, _failure(leaks))], answer.peak) if leaks else answer)
        except BaseException as error:
            cleared.set_exception(error)

    return settle


def _files(task: Task, outcomes: Sequence[Outcome]) -> list[tuple[str, bytes]]:
    """Return the files of a product with their names, and what the manifest and the log will say besides."""
    files = [
        (f"{task.stem}{SUFFIXES[one.format or '']}", one.result.data)
        for one in outcomes
        if isinstance(one.result, Made)
    ]
    said = [asdict(one.result) for one in outcomes if isinstance(one.result, Failure)]
    told = {"id": task.edition.product["id"], "product": task.product, "marking": task.edition.marking["label"]}
    return [*files, ("manifest.json", json.dumps([told, said], ensure_ascii=False).encode())]


def _failure(leaks: Sequence[Leak]) -> Failure:
    places = list(dict.fromkeys(f"{leak.channel} of {leak.file}" for leak in leaks))
    more = [f"{len(places) - SHOWN} more"] if len(places) > SHOWN else []
    return Failure("leak", (f"it gives away what was withheld, in {', '.join((*places[:SHOWN], *more))}",))
