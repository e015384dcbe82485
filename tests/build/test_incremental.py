"""A build after an edit gives what a clean one gives, and its workers make nothing that stayed the same."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from random import Random
from typing import Any

import pytest

from briefgen.build.cache import ledger
from tests.build import runs, thirty
from tests.build.edits import Files, edited, put

DAYS = (None, date(2024, 3, 10), date(2024, 4, 1))


class Story:
    """A desk through a number of edits, by chance, each with a build that is compared with a clean one.

    *made* counts what workers made for the builds after an edit, *same* what came out as it was before: of these, what
    was made of the same with the same is *vain*.
    """

    def __init__(self, root: Path, seed: int, sheets: int) -> None:
        self.root, self.chance = root, Random(seed)
        self.files: Files = thirty.files(sheets)
        self.past = [self.files]
        self.known: dict[str, tuple[bytes, object]] = {}
        self.made, self.same, self.vain = 0, 0, list[str]()
        put(root, {}, self.files)

    def step(self, number: int, workers: runs.Watched, **order: Any) -> None:
        """Edit the desk, build it, and compare with a clean build."""
        name, after = edited(self.files, self.past, self.chance)
        put(self.root, self.files, after)
        self.files = after
        self.past.append(after)
        self._harm()
        today, out, clean = self.chance.choice(DAYS), self.root / "dist", self.root.parent / f"clean-{number}"
        workers.asked.clear()
        reports = runs.build(self.root, workers, out, today=today, **order)
        asked = {task.stem: task.edition for task in workers.asked}
        fresh = runs.build(self.root, workers, clean / "out", clean, today=today, **order)
        assert [runs.told(one) for one in reports] == [runs.told(one) for one in fresh], name
        made = runs.products(fresh, clean / "out")
        assert runs.products(reports, out) == made, name
        self._count(name, asked, {task.stem: task.edition for task in workers.asked}, made)

    def _count(
        self, name: str, asked: Mapping[str, object], editions: Mapping[str, object], made: Mapping[str, bytes]
    ) -> None:
        look = {file: text for file, text in self.files.items() if not file.startswith("briefs/")}
        for file, data in made.items():
            stem = Path(file).stem
            before, of = self.known.get(file, (b"", None))
            self.made += stem in asked
            self.same += stem in asked and before == data
            self.vain += [f"{name}: {file}"] if stem in asked and of == (editions[stem], look) else []
            self.known[file] = data, (editions[stem], look)

    def _harm(self) -> None:
        """Do something to a finished product, or to the times of a source, now and then."""
        for product in self.chance.sample(sorted((self.root / "dist").glob("*.*")), 1) if self.known else ():
            match self.chance.randrange(4):
                case 0:
                    product.unlink()
                case 1:
                    product.write_bytes(product.read_bytes().replace(b"a", b"b"))
        os.utime(self.root / self.chance.choice(sorted(self.files)), follow_symlinks=False)


def lived(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, seed: int, steps: int, sheets: int = thirty.SHEETS, **order: Any
) -> Story:
    """Return a story of so many steps."""
    root = tmp_path / "desk"
    root.mkdir()
    monkeypatch.chdir(root)
    monkeypatch.setattr(ledger, "FORGOTTEN", 1000)  # or a product that comes back after 100 builds is made again
    story = Story(root, seed, sheets)
    with runs.watched(root) as workers:
        for number in range(steps):
            story.step(number, workers, **order)
            shutil.rmtree(tmp_path / f"clean-{number}")
    counted = f"{steps} edits: workers made {story.made} products, of which {story.same} came out as before\n"
    sys.stdout.write(counted)
    return story


def test_a_build_after_an_edit_is_a_clean_build(tmp_path, monkeypatch):
    assert lived(tmp_path, monkeypatch, 1, 8, sheets=10).vain == []


@pytest.mark.slow
def test_a_build_after_any_of_500_edits_is_a_clean_build(tmp_path, monkeypatch):
    assert lived(tmp_path, monkeypatch, 2, 500).vain == []


@pytest.mark.slow
def test_so_it_is_with_pdf(tmp_path, monkeypatch):
    assert lived(tmp_path, monkeypatch, 3, 40, formats=("pdf", "html")).vain == []
