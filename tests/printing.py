"""Printing any HTML in worker processes, for tests: a kind of work whose tasks are pages."""

import json
from concurrent.futures import Future
from functools import partial

from briefgen.build.making import FIRST_PAGE, practise
from briefgen.errors import PrintError
from briefgen.pdf import OverfullError, Printed
from briefgen.pdf.printing import press
from briefgen.resources import templates_folder
from briefgen.workers import Pool

__all__ = ["FIRST_PAGE", "Printer", "answer", "practise"]


def answer(question, ask, readable, held):
    """Return the printed page, or why there is none."""
    task = json.loads(question)
    try:
        printed = press(task["html"], task["budget"])
    except OverfullError as error:
        return json.dumps({"over": error.over, "heights": error.heights}).encode() + b"\n"
    except PrintError as error:
        return json.dumps({"messages": error.messages}).encode() + b"\n"
    return json.dumps({"pages": printed.pages}).encode() + b"\n" + printed.pdf


class Printer(Pool):
    """A pool that prints pages."""

    def __init__(self, jobs, *, time_limit=60.0):
        super().__init__("tests.printing", jobs, lambda question: b"", [templates_folder()], time_limit)

    def start(self, html, budget=None):
        """Return the future of the printed page."""
        printed: Future[Printed] = Future()
        asked = self.submit(json.dumps({"html": html, "budget": budget}).encode())
        asked.add_done_callback(partial(_settle, printed))
        return printed

    def print(self, html, budget=None):
        """Return the printed page."""
        return self.start(html, budget).result()


def _settle(printed, asked):
    try:
        printed.set_result(_unpacked(asked.result()))
    except Exception as error:
        printed.set_exception(error)


def _unpacked(reply):
    head, _, pdf = reply.partition(b"\n")
    told = json.loads(head)
    if "over" in told:
        raise OverfullError(told["over"], told["heights"])
    if "messages" in told:
        raise PrintError(told["messages"])
    return Printed(pdf, told["pages"])
