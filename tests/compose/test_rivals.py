"""Rival explanations in print: counts, ranks, rows that tell nothing, and what the first rank hangs on."""

from typing import Any

import pytest

from briefgen.compose.library import Library
from briefgen.compose.rivals import rivals
from briefgen.edition import Edition

EMPTY: dict[str, Any] = dict.fromkeys(Edition.__dataclass_fields__, ())


def table(*lines):
    """Return what is printed of a table with one line of ratings per item; its items are called A, B, C …"""
    names = [f"h-{number}" for number in range(1, len(lines[0].split()) + 1)]
    claims = [{"id": f"c-{number}", "label": chr(64 + number)} for number in range(1, len(lines) + 1)]
    rows = [
        {"claim": claim["id"], "ratings": dict(zip(names, line.split(), strict=True))}
        for claim, line in zip(claims, lines, strict=True)
    ]
    hypotheses = tuple({"id": name} for name in names)
    return rivals(Library(Edition(**EMPTY | {"hypotheses": hypotheses, "claims": tuple(claims), "ach": tuple(rows)})))


def test_counts_and_ranks_stand_under_each_explanation():
    standings = table("C I", "II N", "C I")["standings"]

    assert [(one["against"], one["strongly"], one["rank"]) for one in standings.values()] == [(1, 1, 1), (2, 0, 2)]


def test_rows_that_tell_nothing_are_known():
    assert table("C I", "N N", "I I", "I II")["diagnostic"] == [True, False, False, True]


@pytest.mark.parametrize(
    ("lines", "sentence"),
    [
        (("C I", "C I"), "No single item decides: leave any one out, and the same explanation has least against it."),
        (("C C", "C C"), "No single item decides: leave any one out, and the same explanations have least against it."),
        (("C I", "C N"), "“A” decides: without it, another explanation has as little against it."),
        (
            ("C I", "I C", "C I"),
            "“A” and “C” decide: without either of them, another explanation has as little against it.",
        ),
        (("C II", "I C"), "“A” decides: without it, another explanation has least against it."),
        (("C I", "I C"), "“A” and “B” decide: without either of them, the first rank changes."),
    ],
)
def test_what_the_first_rank_hangs_on_is_one_sentence(lines, sentence):
    assert table(*lines)["sensitivity"] == sentence


def test_many_items_are_counted_and_not_named():
    lines = ["C I I", "C I I", "C I I", "I C I", "I C I"]

    assert table(*lines)["sensitivity"].startswith("“A”, “B” and “C” decide: ")
    assert table(*lines, "C I I", "I C C")["sensitivity"].startswith("4 of the 7 items decide: ")


def test_one_item_and_one_explanation_have_no_sensitivity():
    assert table("C I")["sensitivity"] is None
    assert table("C", "I")["sensitivity"] is None
