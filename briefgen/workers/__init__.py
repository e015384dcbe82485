"""Processes that do one kind of work, each of which may hang, crash or eat memory and costs one piece of it only."""

from briefgen.workers.executor import Executor
from briefgen.workers.pool import Pool

__all__ = ["Executor", "Pool"]
