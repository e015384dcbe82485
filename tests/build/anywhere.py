"""The work of briefgen, for desks that are told with each task: a pool of the tests outlives many desks."""

import pickle

from briefgen.build import making
from briefgen.build.making import practise

__all__ = ["answer", "practise"]


def answer(question, ask, readable, held):
    """Return the files of a task, or why there are none."""
    templates, task = pickle.loads(question)
    return making.answer(task, ask, templates, held)
