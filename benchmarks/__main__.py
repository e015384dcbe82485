"""Measure the budgets and the peers in one run: `make bench`, with ARGS="--quick" for a first look."""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from dataclasses import asdict, fields, replace
from pathlib import Path

from benchmarks import report
from benchmarks.budgets import BUDGETS, all_cores
from benchmarks.comparison import Comparison
from benchmarks.peers import PEERS, Peer
from benchmarks.room import QUICK, Room, Sizes
from benchmarks.rounds import measured

WORDS = {
    "printed": "ordinary sheets that are printed",
    "sheets": "sheets of the desk of which nothing or one has changed",
    "records": "records of the large sheet",
    "rows": "rows of the table of events",
}


def main() -> None:
    """Print the table, and write it as JSON if asked."""
    options = _options()
    chosen = {name: given for name in WORDS if (given := getattr(options, name))}
    sizes = replace(QUICK if options.quick else Sizes(), **chosen)
    rounds = options.rounds or (1 if options.quick else 5)
    with tempfile.TemporaryDirectory() as folder:
        room = Room(Path(folder), options.sheet, sizes)
        budgets = [budget(room) for name, budget in BUDGETS.items() if name in options.names]
        peers = [_against(peer, room) for name, peer in PEERS.items() if name in options.names and _is_there(peer)]
        figures = measured([*budgets, *peers], rounds)
    tables = [report.table(rows, figures) for rows in (budgets, peers) if rows]
    print(*tables, report.machine(), sep="\n\n")
    if options.json:
        made = report.plain([*budgets, *peers], figures) | {"sizes": asdict(sizes), "rounds": rounds}
        options.json.write_text(json.dumps(made, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")


def _is_there(peer: Peer) -> bool:
    if lacks := peer.missing():
        print(f"left out: {lacks} is not installed", file=sys.stderr)
    return not lacks


def _against(peer: Peer, room: Room) -> Comparison:
    return Comparison(peer.way(room), (all_cores.building(room),), rounds=3)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="benchmarks", description=__doc__)
    known = (*BUDGETS, *PEERS)
    parser.add_argument("names", nargs="*", metavar="NAME", default=known, help=f"default: all of {', '.join(known)}")
    parser.add_argument("--quick", action="store_true", help="small sizes and one round, for a first look")
    parser.add_argument("--rounds", type=int, help="how often everything is measured")
    parser.add_argument("--sheet", type=Path, default=Path("briefs/ttp-islamabad-ceasefire-2.yaml"), help="real sheet")
    parser.add_argument("--json", type=Path, help="file for all figures")
    for size in fields(Sizes):
        parser.add_argument(f"--{size.name}", type=int, help=f"{WORDS[size.name]} (default: {size.default:,})")
    return parser.parse_args()


if __name__ == "__main__":
    main()
