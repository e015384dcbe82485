"""Every file that reading and reviewing a sheet opens or asks for is in its trace."""

import os
import sys
from datetime import date
from pathlib import Path

import pytest

from briefgen import desk
from briefgen.build.order import Order
from briefgen.sheet import registry
from briefgen.stages import Stages
from briefgen.traces import tracing
from tests.build import thirty

#: Events of Python's audit (PEP 578) whose first argument is a path that is read.
READS = {"open": "file", "os.listdir": "folder", "os.scandir": "folder"}


class Auditor:
    """Notes what is read inside *folder* while it is on; a hook cannot be taken off again."""

    def __init__(self) -> None:
        self.folder, self.seen = "", set[tuple[str, str]]()
        sys.addaudithook(self)

    def __call__(self, event, arguments):
        """Note what is read."""
        if self.folder and event in READS and isinstance(arguments[0], str | os.PathLike):
            path = os.path.normpath(Path(arguments[0]).absolute())
            if path.startswith(self.folder):
                self.seen.add((READS[event], path))


@pytest.fixture(scope="module")
def audit():
    return Auditor()


ODD = {
    "briefs/sheet-00.yaml": [("include: parts/00.yaml", "include: [parts/00.yaml, parts/none.yaml, 'parts/0*.yaml']")],
    "briefs/sheet-01.yaml": [("parts/01-*.yaml", "nowhere/*.yaml"), ("s-own, s-shared", "s-owm, s-shraed")],
    "briefs/sheet-02.yaml": [("tables/02.csv", "tables/none.csv")],
    "briefs/sheet-03.yaml": [("data/03.csv", "data/*.csv")],
    "briefs/sheet-04.yaml": [("captured/04.txt", "captured/none.txt")],
}


def found(audit, root, name):
    """Return what was read for a sheet, and its trace."""
    home = desk.find(root)
    stages = Stages(home, Order(root / "dist", today=date(2024, 3, 10)), registry.read(home.registry, home.scheme))
    audit.folder, audit.seen = str(root), set()
    with tracing(lambda thing: "") as seen:
        stages.begin(root / name)
    audit.folder = ""
    return audit.seen, seen


@pytest.mark.parametrize("odd", [False, True], ids=["sound", "with mistakes"])
@pytest.mark.parametrize("number", range(10))
def test_what_is_read_is_in_the_trace(audit, tmp_path, number, odd):
    thirty.make(tmp_path, 10)
    name = f"briefs/sheet-{number:02}.yaml"
    for old, new in ODD.get(name, []) if odd else []:
        path = tmp_path / name
        assert old in path.read_text()
        path.write_text(path.read_text().replace(old, new))
    read, seen = found(audit, tmp_path, name)
    patterns = {one.partition("//")[0] for kind, one in seen if kind == "pattern"}
    covered = {*seen, *(("folder", start) for start in patterns)}

    assert ("file", str(tmp_path / name)) in read
    assert read - covered == set()
