"""What is said to the writer of a sheet about a product that there is no file of."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from briefgen.build.answer import Failure
from briefgen.edition import Edition, addressed
from briefgen.errors import LostError
from briefgen.findings import Mark, one_line

#: Finds the place of a record in its sheet.
Where = Callable[[str], Mark]
REMEDIES = {
    "RUN001": "make the page simpler or the sheet shorter, or set a longer time_limit under [build]",
    "RUN002": "build it alone to see whether it does so again",
    "RUN004": "install the same on all machines, best as one container image, and start the workers again",
    "RUN005": "see to the cluster and build again",
    "RUN007": "see `briefgen explain RUN007`",
    "RUN006": "see `briefgen doctor`, or accept it with --without-isolation",
}


def reason(failure: Failure, product: str, edition: Edition, where: Where) -> str:
    """Return why there is no file, one sentence a line, each with the place that it is about."""
    match failure.kind:
        case "unfit":
            from briefgen.build.overfull import overfull  # which knows pages, as the parent need not

            return one_line(str(overfull(product, failure, addressed(edition), where)))
        case "outsize":
            from briefgen.build.overfull import outsize

            return one_line(str(outsize(product, failure, where)))
        case "figure":
            return one_line(f"{where(failure.record or '')}: error {failure.sentences[0]}")
        case "leak":
            return one_line(f"{where('')}: error RUN007 {failure.sentences[0]} — {REMEDIES['RUN007']}")
        case "isolation":
            return one_line(f"{where('')}: error RUN006 {failure.sentences[0]} — {REMEDIES['RUN006']}")
        case "template":
            return one_line(failure.sentences[0].removeprefix(f"{Path.cwd()}/"))  # as all messages name files
        case "bug":
            remedy = "this is a bug in briefgen: please report it with the sheet"
            return one_line(f"{where('')}: error RUN003 {failure.sentences[0]} — {remedy}")
    return "\n".join(one_line(f"{where('')}: error PDF001 {sentence}") for sentence in failure.sentences)


def loss(error: LostError, where: Where) -> str:
    """Return what is said of a product whose process was lost."""
    return one_line(f"{where('')}: error {error.code} {error} — {REMEDIES[error.code]}")
