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
from briefgen.pdf import Printed

MEMORY_LIMIT = 2 << 30


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
            html = pipe.recv_bytes().decode("utf-8", "surrogatepass")
            with _mortal(pipe):
                answer = _answer(html)
            pipe.send_bytes(answer)
            gc.collect()


def serve_warm(pipe: Connection) -> None:
    """Do the same, after a page for practice."""
    _confine()
    _answer(FIRST_PAGE)
    serve(pipe)


def unpacked(answer: bytes) -> Printed:
    """Return what a worker has printed; raise PrintError with its reasons when it has not."""
    pages, content = int.from_bytes(answer[:4], "big"), answer[4:]
    if not pages:
        raise PrintError(content.decode("utf-8", "replace").split("\n"))
    return Printed(content, pages)


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


def _answer(html: str) -> bytes:
    try:
        from briefgen.pdf.engine import print_pdf

        printed = print_pdf(html)
    except ImportError as error:
        return _refusal([str(error)])
    except PrintError as error:
        return _refusal(error.messages)
    return printed.pages.to_bytes(4, "big") + printed.pdf


def _refusal(reasons: Sequence[str]) -> bytes:
    lines = (" ".join(reason.split()) for reason in reasons)
    return bytes(4) + "\n".join(lines).encode("utf-8", "replace")


def _confine() -> None:
    silence = os.open(os.devnull, os.O_WRONLY)
    for stream in (1, 2):  # the libraries complain here about pages that are refused anyway
        os.dup2(silence, stream)
    for what, limit in ((resource.RLIMIT_AS, MEMORY_LIMIT), (resource.RLIMIT_CORE, 0)):
        with contextlib.suppress(ValueError, OSError):  # a lower limit is set already
            resource.setrlimit(what, (limit, limit))
