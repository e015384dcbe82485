"""`python -m tests.corpus`: precision and recall of every rule, and what went wrong; called by `make corpus`."""

from __future__ import annotations

import sys

from tests.corpus.measure import Measured, Score, corpus, held_out


def line(name: str, score: Score) -> str:
    """Return one line of the table."""
    return (
        f"{name:<10} {score.right:>5} {score.false:>5} {score.missed:>6}  {score.precision:>9.3f} {score.recall:>6.3f}"
    )


def told(title: str, made: Measured, is_open: bool) -> str:
    """Return the table of one set; of the held-out one nothing but sums, so that nobody tunes against it."""
    rows = [f"{title}: {made.items} items, {made.clean} clean", "rule       right false missed  precision recall"]
    if is_open:
        rows += [line(code, score) for code, score in made.scores.items()]
    rows += [line(f"all {severity}s", made.over(severity)) for severity in ("error", "warning", "info")]
    return "\n".join([*rows, *(made.wrong if is_open else [])])


def main() -> None:
    """Print both tables."""
    sys.stdout.write(
        told("Corpus", corpus(), is_open=True) + "\n\n" + told("Held out", held_out(), is_open=False) + "\n"
    )


if __name__ == "__main__":
    main()
