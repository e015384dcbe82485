"""What a printing process does, and the plain bytes in which it answers.

Bytes, because a pickle from a process that a hostile page has taken over could do as much in the parent.
"""

from __future__ import annotations

import contextlib
import fcntl
import gc
import os
import resource
from collections.abc import Iterator, Sequence
from multiprocessing.connection import Connection

from briefgen.errors import PrintError
from briefgen.pdf import OverfullError, Printed

MEMORY_LIMIT = 2 << 30

#: How an answer begins: with a file, the measures of a page that is too long, or the reasons against one.
PRINTED, OVERFULL, REFUSED = b"p", b"o", b"r"


#: Touches what most pages need, so that it is loaded, read or worked out when the first of them comes.
FIRST_PAGE = """<!doctype html><html lang="en-GB"><title>First</title><style>
@page { @top-left { content: element(head) } @bottom-left { content: counter(page) } }
header { position: running(head) } div { display: flex } p { hyphens: auto }
h1 { font-family: "Source Serif 4 Display" } p { font-family: serif } td { font-family: sans-serif }</style>
<header>First</header><h1 id="a">First</h1><div><p>An <b>unimportant</b> <i>paragraph</i> <a href="#a">1</a></p></div>
<ul><li>One</ul><table><thead><tr><th>a</thead><tr><td>1<td>2</table><svg width="9" height="9"><title>A</title>
<path d="M0,0L9,9Z"/><circle r="3"/><text y="9">a</text></svg>"""


def serve(pipe: Connection) -> None:
    """Print every page that comes through the pipe, until its other end is closed."""
    _confine()
    gc.disable()  # a page makes little garbage before it is done, and looking for it takes a tenth of the time
    with contextlib.suppress(EOFError, OSError):
        while True:
            question = pipe.recv_bytes()
            with _mortal(pipe):
                answer = _answer(question)
            pipe.send_bytes(answer)
            gc.collect()


def serve_warm(pipe: Connection) -> None:
    """Do the same, after a page for practice."""
    _confine()
    _answer(packed(FIRST_PAGE, None))
    serve(pipe)


def packed(html: str, budget: int | None) -> bytes:
    """Return the question to a worker: a page, and how many pages it may take."""
    return (budget or 0).to_bytes(2, "big") + html.encode("utf-8", "surrogatepass")


def unpacked(answer: bytes) -> Printed:
    """Return what a worker has printed; raise PrintError with its reasons, or OverfullError, when it has not."""
    kind, content = answer[:1], answer[1:]
    if kind == PRINTED:
        return Printed(content[4:], int.from_bytes(content[:4], "big"))
    lines = content.decode("utf-8", "replace").split("\n")
    raise _overfull(lines) if kind == OVERFULL else PrintError(lines)


def _overfull(lines: Sequence[str]) -> PrintError:
    try:
        (over, _), *heights = [(_length(high), one) for high, _, one in (line.partition(" ") for line in lines)]
    except ValueError:
        return PrintError(["the page could not be measured"])
    return OverfullError(over, {one: height for height, one in heights})


def _length(text: str) -> float:
    length = float(text)
    if not 0 <= length < 1e9:
        raise ValueError(text)
    return length


@contextlib.contextmanager
def _mortal(pipe: Connection) -> Iterator[None]:
    """Let the kernel end this process when the other end of the pipe is closed, which it does with SIGIO."""
    flags = fcntl.fcntl(pipe, fcntl.F_GETFL)
    fcntl.fcntl(pipe, fcntl.F_SETOWN, os.getpid())
    fcntl.fcntl(pipe, fcntl.F_SETFL, flags | os.O_ASYNC)
    if pipe.poll(0):  # the parent sends nothing before it has its answer, so it had ended already
        raise EOFError
    yield
    fcntl.fcntl(pipe, fcntl.F_SETFL, flags)


def _answer(question: bytes) -> bytes:
    budget, html = int.from_bytes(question[:2], "big"), question[2:].decode("utf-8", "surrogatepass")
    try:
        from briefgen.pdf.engine import print_pdf

        printed = print_pdf(html, budget or None)
    except ImportError as error:
        return _lines(REFUSED, [str(error)])
    except OverfullError as error:
        heights = (f"{height:.3f} {one}" for one, height in error.heights.items())
        return _lines(OVERFULL, [f"{error.over:.3f}", *heights])
    except PrintError as error:
        return _lines(REFUSED, error.messages)
    return PRINTED + printed.pages.to_bytes(4, "big") + printed.pdf


def _lines(kind: bytes, lines: Sequence[str]) -> bytes:
    return kind + "\n".join(" ".join(line.split()) for line in lines).encode("utf-8", "replace")


def _confine() -> None:
    silence = os.open(os.devnull, os.O_WRONLY)
    for stream in (1, 2):  # the libraries complain here about pages that are refused anyway
        os.dup2(silence, stream)
    for what, limit in ((resource.RLIMIT_AS, MEMORY_LIMIT), (resource.RLIMIT_CORE, 0)):
        with contextlib.suppress(ValueError, OSError):  # a lower limit is set already
            resource.setrlimit(what, (limit, limit))
