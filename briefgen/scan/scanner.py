"""Has files looked through by processes that can do nothing else."""

from __future__ import annotations

import json
import pickle
from collections.abc import Iterator, Mapping
from concurrent.futures import Future
from functools import partial

from briefgen.errors import LostError
from briefgen.scan.canaries import Canaries
from briefgen.scan.channels import known
from briefgen.scan.leak import Leak
from briefgen.scan.reading import FILE_NAME
from briefgen.workers import Executor


class Scanner:
    """Looks files through in the workers of a *pool*, whose work is `WORK`."""

    def __init__(self, pool: Executor) -> None:
        self._pool = pool

    def check(self, files: Mapping[str, bytes], canaries: Canaries) -> Future[list[Leak]]:
        """Return the future of all leaks of *files*, names included; its failure is a LostError, and no file is clean.

        A file whose name is a leak is called by its place, “file 2”, so that a leak can be told to anybody.
        """
        question = pickle.dumps((pickle.dumps(canaries), dict(files)))
        leaks: Future[list[Leak]] = Future()
        self._pool.submit(question).add_done_callback(partial(_settle, leaks, list(files), len(canaries.withheld)))
        return leaks


def _settle(leaks: Future[list[Leak]], names: list[str], texts: int, asked: Future[bytes]) -> None:
    try:
        leaks.set_result(list(_unpacked(asked.result(), names, texts)))
    except BaseException as error:
        leaks.set_exception(error)


def _unpacked(answer: bytes, names: list[str], texts: int) -> Iterator[Leak]:
    """Yield the leaks of an answer, which may come from a process that a hostile file has taken over."""
    try:
        found = [(int(file), str(channel), text) for file, channel, text in json.loads(answer)]
        if not all(_sound(*one, len(names), texts) for one in found):
            raise ValueError
    except (RecursionError, TypeError, ValueError):
        raise LostError("RUN002", "its process gave no answer that can be read") from None
    unnamed = {file for file, channel, _ in found if channel.startswith(FILE_NAME)}
    for file, channel, text in found:
        yield Leak(f"file {file + 1}" if file in unnamed else names[file], channel, text)


def _sound(file: int, channel: str, text: object, files: int, texts: int) -> bool:
    return 0 <= file < files and known(channel) and (text is None or (isinstance(text, int) and 0 <= text < texts))
