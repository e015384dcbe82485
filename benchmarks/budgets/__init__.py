"""The budgets, one module each, in the order of the table."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from benchmarks.budgets import (
    all_cores,
    check_cores,
    check_real,
    check_records,
    cold_build,
    dask_cluster,
    help_page,
    one_changed,
    parent_memory,
    refreshed_page,
    table_memory,
    table_rows,
    ten_times,
    unchanged,
)
from benchmarks.comparison import Comparison
from benchmarks.room import Room

MODULES = (
    help_page,
    check_real,
    cold_build,
    all_cores,
    dask_cluster,
    check_cores,
    check_records,
    unchanged,
    one_changed,
    ten_times,
    parent_memory,
    table_rows,
    table_memory,
    refreshed_page,
)
BUDGETS: Mapping[str, Callable[[Room], Comparison]] = {
    module.__name__.rpartition(".")[2]: module.budget for module in MODULES
}
