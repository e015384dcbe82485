"""What a reviewer checks first."""

from typing import Any

import pytest

from briefgen.compose.checkpoints import checkpoints
from briefgen.compose.citing import Citing
from briefgen.compose.library import Library
from briefgen.compose.resting import Resting
from briefgen.edition import Edition

EMPTY: dict[str, Any] = dict.fromkeys(Edition.__dataclass_fields__, ()) | {"marking": {}, "summary": {}}
EMPTY |= {"product": {"scope": None, "source_summary": None}}


def source(name, *derived_from, **more):
    known = {"kind": "press", "access": "seen", "url": None, "archived": None}
    return {"id": name, "derived_from": derived_from} | known | more


def claim(name, *refs, via=(), untraced=False, **more):
    cited = tuple({"ref": one, "via": via, "untraced": untraced} for one in refs)
    known = {"credibility": "2", "contradicts": (), "corroborates": (), "withdrawn": None}
    return {"id": name, "text": "So.", "sources": cited} | known | more


@pytest.fixture
def found():
    """Return what is to be checked of an edition in which everything that can be weak is."""
    sections = {
        "sources": (
            source("s-seen", url="https://example.org"),
            source("s-kept", url="https://example.org", archived={"url": "https://example.org/copy"}),
            source("s-unseen", access="not-seen"),
            source("s-ring", "s-back"),
            source("s-back", "s-ring"),
            source("s-silent"),
        ),
        "claims": (
            claim("c-seen", "s-seen", contradicts=({"claim": "c-kept", "treatment": None},)),
            claim("c-kept", "s-kept", credibility=None, contradicts=({"claim": "c-seen", "treatment": "Both kept."},)),
            claim("c-unseen", "s-seen", via=("s-unseen",)),
            claim("c-lost", "s-seen", untraced=True),
            claim("c-ring", "s-ring", withdrawn={"by": "the paper", "date": "2024-01-01", "why": None}),
        ),
        "judgements": (
            {"id": "j-two", "evidence": {"supporting": ("c-seen", "c-kept"), "opposing": ()}},
            {"id": "j-one", "evidence": {"supporting": ("c-unseen",), "opposing": ("c-seen",)}},
            {"id": "j-none", "evidence": None},
        ),
    }
    library = Library(Edition(**EMPTY | sections))
    return checkpoints(Citing(library), Resting(library))


@pytest.mark.parametrize(
    ("point", "ids"),
    [
        ("rings", (("s-back", "s-ring"),)),
        ("single", ("j-one", "j-none")),
        ("unseen", ("c-unseen",)),
        ("untraced", ("c-lost",)),
        ("unsettled", (("c-seen", "c-kept"),)),
        ("withdrawn", ("c-ring",)),
        ("idle", ("c-lost", "c-ring")),
        ("ungraded", ("c-kept",)),
        ("silent", ("s-silent",)),
        ("unkept", ("s-seen",)),
    ],
)
def test_each_weak_point_names_what_has_it(found, point, ids):
    assert found[point] == ids


def test_every_point_is_looked_at(found):
    assert all(found.values())


def test_there_is_nothing_to_check_where_there_is_nothing():
    library = Library(Edition(**EMPTY))

    assert not any(checkpoints(Citing(library), Resting(library)).values())
