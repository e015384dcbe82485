"""The work of a worker process: one product, from the edition to the bytes of its files."""

from __future__ import annotations

import contextlib
import json
import pickle
import resource
import sys
import traceback
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from briefgen.build import drawing
from briefgen.build.answer import Failure, Outcome, packed
from briefgen.build.fit import Fitted, UnfitError, dressed, fit
from briefgen.build.task import Task
from briefgen.compose import NOTHING, LeftOut, Page, compose, find, prepare
from briefgen.confinement import Isolation
from briefgen.errors import BriefgenError, FigureError, PrintError, TemplateError
from briefgen.figures import vega
from briefgen.outputs import Made, output
from briefgen.page_rules import check_page
from briefgen.pdf.printing import press
from briefgen.resources import templates_folder
from briefgen.tradecraft import SCALES

#: Bytes in which the system counts memory.
UNIT = 1 if sys.platform == "darwin" else 1024
#: Touches what most pages need, so that it is loaded, read or worked out when the first of them comes.
FIRST_PAGE = """<!doctype html><html lang="en-GB"><title>First</title><style>
@page { @top-left { content: element(head) } @bottom-left { content: counter(page) } }
header { position: running(head) } div { display: flex } p { hyphens: auto }
h1 { font-family: "Source Serif 4 Display" } p { font-family: serif } td { font-family: sans-serif }</style>
<header>First</header><h1 id="a">First</h1><div><p>An <b>unimportant</b> <i>paragraph</i> <a href="#a">1</a></p></div>
<ul><li>One</ul><table><thead><tr><th>a</thead><tr><td>1<td>2</table><svg width="9" height="9"><title>A</title>
<path d="M0,0L9,9Z"/><circle r="3"/><text y="9">a</text></svg>"""


def practise(hint: bytes) -> None:
    """Get ready for the products and formats that the *hint* names, in JSON: compile templates, print a small page."""
    likely = json.loads(hint or b'{"products": [], "formats": ["pdf"]}')
    if "pdf" in likely["formats"] or any(map(_is_fitted, likely["products"])):
        with contextlib.suppress(PrintError):
            press(FIRST_PAGE)
    prepare(likely["products"])


def _is_fitted(product: str) -> bool:
    """Return whether a shipped product has a page budget: whether it is within that is known when it is printed."""
    try:
        return find(product, [templates_folder()]).fit is not None
    except TemplateError:
        return False


def answer(question: bytes, ask: Callable[[bytes], bytes], readable: Sequence[Path], held: Isolation | None) -> bytes:
    """Return the files of a task, or why there are none; see answer.py. The parent has written it and can be asked.

    The templates are in the folders *readable*, of which the first that has one counts.
    """
    task: Task = pickle.loads(question)
    vega.engine.set(partial(drawing.asked, ask))
    outcomes = list(make(task, readable, held))
    return packed(outcomes, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * UNIT)


def make(task: Task, folders: Sequence[Path], held: Isolation | None = None) -> Iterator[Outcome]:
    """Yield what became of each format of a task; of the product as a whole, when there is no page to make them from.

    A page that sends its reader to the file of all events has that file made too. *held* is what holds this process.
    """
    if task.isolated and not (held and held.complete):
        yield Outcome(None, Failure("isolation", (f"this machine does not keep its maker from the sheet: {held}",)))
        return
    try:
        fitted = _fitted(task, folders)
    except Exception as error:
        yield Outcome(None, _failure(error))
        return
    for kind in dict.fromkeys((*task.formats, *(("csv",) if fitted.page.sends_on else ()))):
        yield Outcome(kind, _made(kind, fitted))


def _fitted(task: Task, folders: Sequence[Path]) -> Fitted:
    """Return the page of a task: what has room in the standard layout, in the look of the desk."""
    own = partial(_page, task, folders)
    budget = find(task.product, folders).fit
    if budget is None:
        return Fitted(own(NOTHING), press)
    standard = replace(task, house=task.house.standard())
    fitted = fit(task.edition, partial(_page, standard, folders), budget)
    return fitted if task.house == standard.house else dressed(own, fitted, budget)


def _page(task: Task, folders: Sequence[Path], left_out: LeftOut) -> Page:
    """Return the page of a task. Raises TemplateError for one that breaks a rule about finished pages."""
    page = compose(task.edition, task.product, folders, task.house, left_out, task.stem)
    scale = SCALES[task.edition.product["scale"]]
    found = check_page(page.html, scale, f"{task.product}/page.html.j2", task.lint)
    if any(one.severity == "error" for one in found):
        raise TemplateError("\n".join(map(str, found)))
    return page


def _made(kind: str, fitted: Fitted) -> Made | Failure:
    try:
        return output(kind).make(fitted.page, fitted.press)
    except Exception as error:
        return _failure(error)


def _failure(error: Exception) -> Failure:
    match error:
        case UnfitError(kind=kind, budget=budget, measured=measured):
            heights = {one: round(height, 3) for one, height in measured.heights.items()}
            return Failure(kind, (str(error),), None, round(measured.over, 3), budget.pages, heights, budget.yields)
        case FigureError(record=record):
            return Failure("figure", (str(error),), record)
        case PrintError(messages=messages):
            return Failure("print", messages)
        case BriefgenError():
            return Failure("template", (str(error),))
        case MemoryError():
            return Failure("print", ("the page takes more memory than it may",))
    frame = traceback.extract_tb(error.__traceback__)[-1]
    return Failure("bug", (f"{type(error).__name__}: {error} (line {frame.lineno} of {frame.name})",))
