from hypothesis import given, settings
from hypothesis import strategies as st

from briefgen.figures import ach
from briefgen.figures.ach import WORDS
from briefgen.tradecraft import ach as method
from tests.figures.boxes import assert_clear, root, texts, written
from tests.figures.editions import edition


def matrix(rows, hypotheses=3):
    """Return an edition with these rows of ratings, one letter sequence a row: ``["C I N"]``."""
    names = [f"h-{number}" for number in range(1, hypotheses + 1)]
    claims = [{"id": f"c-{number}", "label": f"Item {number}", "text": "-"} for number in range(len(rows))]
    rated = [
        {"claim": f"c-{number}", "note": None, "ratings": dict(zip(names, row.split(), strict=False))}
        for number, row in enumerate(rows)
    ]
    return edition(
        claims=claims, hypotheses=[{"id": one, "label": f"Explanation {one}", "text": "-"} for one in names], ach=rated
    )


def rows_for(count):
    row = st.lists(st.sampled_from(list(WORDS)), min_size=count, max_size=count).map(" ".join)
    return st.tuples(st.just(count), st.lists(row, min_size=1, max_size=8))


@given(st.integers(1, 9).flatmap(rows_for))
@settings(max_examples=40, deadline=None)
def test_drawing_table_and_text_tell_the_same(drawn):
    count, rows = drawn
    found = matrix(rows, count)
    made = ach.draw(found, {})
    standings = method.standings([one["id"] for one in found.hypotheses], [row["ratings"] for row in found.ach])

    assert [row[1:] for row in made.table[1][:-2]] == [tuple(row.split()) for row in rows]
    for column, (one, standing) in enumerate(standings.items(), 1):
        assert made.table[1][-2][column].split(",")[0] == str(standing.against)
        assert made.table[1][-1][column].split(",")[0] == str(standing.rank)
        assert f"Explanation {one}: {standing.against}" in made.alt
    assert sorted(one for one in texts(made.svg) if one in WORDS) == sorted(" ".join(rows).split())
    assert all("".join(cell.split()) in written(made.svg) for cell in made.table[1][-2][1:])
    assert_clear(made.svg)


def test_a_row_that_rates_all_alike_says_that_it_tells_nothing():
    made = ach.draw(matrix(["I I I", "C I N"]), {})

    assert (
        "Item 0: Explanation h-1: against; Explanation h-2: against; Explanation h-3: against. Rates all alike"
        in made.alt
    )
    assert made.svg.count("<circle") == 1


def test_only_what_is_inconsistent_is_black():
    made = ach.draw(matrix(["I II N"]), {})

    black = [one for one in root(made.svg).iter("{http://www.w3.org/2000/svg}rect") if one.get("fill") == "ink"]
    assert len(black) == 2
    assert "strongly" in made.table[1][-2][2]


def test_hypotheses_and_evidence_can_be_chosen():
    made = ach.draw(matrix(["I C N", "C I N"]), {"records": ("h-1", "h-2", "c-1")})

    assert made.table == (
        ("evidence", "Explanation h-1", "Explanation h-2"),
        (("Item 1", "C", "I"), ("items against it", "0", "1"), ("rank", "1", "2")),
    )
    assert made.sources == ("c-1",)


def test_it_never_speaks_of_a_probability_but_to_deny_it():
    made = ach.draw(matrix(["I C N"]), {})

    assert "no probabilities" in made.caption
    assert "no probabilities" in made.key


def test_no_evidence_gives_no_drawing():
    assert ach.draw(matrix([]), {}).svg == ""
