"""The order in which the guards are set: the later ones forbid what the earlier ones need."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from briefgen.confinement import capabilities, descriptors, landlock, limits, seccomp
from briefgen.confinement.isolation import Isolation
from briefgen.confinement.runtime import runtime_paths


def confine(readable: Iterable[Path], pipes: Iterable[int] = ()) -> Isolation:
    """Lock this process in for good, and return what the kernel has agreed to; raise nothing.

    As :func:`enclose`, and it may use so much memory and no more. It can write to the *pipes*, descriptors that are
    open already; all others are closed.
    """
    descriptors.keep_only(pipes)
    limits.restrain()
    return enclose(readable)


def enclose(readable: Iterable[Path]) -> Isolation:
    """Let this process read what is *readable*, files or whole folders, and what Python and its packages need.

    It can open or make no other file, start no program and no process, reach no socket and signal nobody. To be called
    once, in a process that was made for one purpose, after all slow imports and before there is a second thread.
    """
    rights = capabilities.drop()
    files = landlock.restrict((*runtime_paths(), *readable))
    return Isolation(files, seccomp.restrict(), rights)
