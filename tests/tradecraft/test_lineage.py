"""How many origins stand behind a claim, however many outlets repeat them."""

from __future__ import annotations

from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.tradecraft.lineage import Citation, Lineage, Origins, Source


def lineage(claims, **sources):
    """Return the lineage of *claims*; *sources* are ids with whom each repeats, all others are origins."""
    known = {name: one if isinstance(one, Source) else Source(tuple(one.split())) for name, one in sources.items()}
    return Lineage(known, {claim: [cited(one) for one in listed] for claim, listed in claims.items()})


def cited(text):
    """Read “a < b c” as a, which has it from b and c; “a < ?” as a, which has it from one that it does not name."""
    source, _, via = text.partition(" < ")
    named = tuple(one for one in via.split() if one != "?")
    return Citation(source, named, untraced="?" in via)


def origins(*citations, **sources):
    return lineage({"c": citations}, **sources).origins(["c"])


def test_each_report_is_its_own_origin_unless_it_says_otherwise():
    found = origins("dawn", "geo")

    assert found == Origins(("dawn", "geo"), ("dawn", "geo"), (), (), ())
    assert found.note == "2 origins"


def test_three_papers_that_repeat_one_agency_are_one_origin():
    assert origins("dawn < wire", "geo < wire", "times", times="wire").roots == ("wire",)


def test_a_chain_ends_with_the_first_to_tell():
    assert origins("d", "b", b="a", c="b", d="c").roots == ("a",)


def test_a_diamond_has_one_tip():
    assert origins("top", top="left right", left="tip", right="tip").roots == ("tip",)


def test_partial_overlap_counts_what_is_shared_once():
    assert origins("dawn < wire police", "geo < wire army").roots == ("wire", "police", "army")


def test_an_outlet_with_a_reporter_of_its_own_is_an_origin_beside_the_one_it_repeats():
    assert origins("dawn", "dawn < wire").roots == ("dawn", "wire")


def test_whom_a_source_has_just_this_from_counts_more_than_whom_it_repeats_as_a_whole():
    assert origins("dawn < police", dawn="wire").roots == ("police",)


def test_a_trail_goes_on_over_the_other_citations_of_the_claim():
    assert origins("blog < daily", "daily < wire").roots == ("wire",)


def test_a_trail_goes_on_over_the_other_citations_where_a_source_repeats_one_as_a_whole():
    assert origins("blog", "daily < wire", blog="daily").roots == ("wire",)
    assert origins("blog", "daily < wire", blog="mirror", mirror="daily").roots == ("wire",)


def test_what_one_claim_says_of_a_source_holds_for_that_claim_only():
    found = lineage({"c-1": ["daily < wire"], "c-2": ["blog < daily"]})

    assert found.origins(["c-2"]).roots == ("daily",)
    assert found.origins(["c-1", "c-2"]).roots == ("wire", "daily")


def test_who_names_nobody_is_no_origin():
    found = origins("dawn < ?")

    assert (found.roots, found.untraced) == ((), ("dawn",))
    assert found.note == "origin not traced"


def test_whoever_repeats_one_that_names_nobody_has_no_origin_either():
    assert origins("blog < dawn", "dawn < ?").roots == ()


def test_a_source_that_names_one_of_its_two_is_traced_to_that_one():
    assert origins("dawn < wire ?").roots == ("wire",)


def test_an_encyclopaedia_is_no_origin_but_passes_on_the_one_that_it_names():
    wiki = Source(original=False)

    assert origins("wiki", wiki=wiki).note == "origin not traced"
    assert origins("wiki < dawn", wiki=wiki).roots == ("dawn",)
    assert origins("blog < wiki", "wiki < dawn", wiki=wiki).roots == ("dawn",)


def test_an_origin_that_was_not_read_is_named_as_such():
    unseen = Source(seen=False)

    assert origins("dawn < wire", "geo < wire", wire=unseen).note == "1 origin, not seen"
    assert origins("dawn < wire", "geo < police", wire=unseen, police=unseen).note == "2 origins, not seen"
    mixed = origins("dawn < wire", "geo", wire=unseen)
    assert (mixed.note, mixed.unseen, mixed.seen) == ("2 origins, 1 not seen", ("wire",), False)


@pytest.mark.parametrize("first", ["a", "b", "c"])
def test_sources_that_repeat_each_other_as_a_whole_are_one_origin_wherever_one_enters(first):
    found = origins(first, a="b", b="c", c="a")

    assert found.roots == ("a",)
    assert found.rings == (("a", "b", "c"),)


def test_sources_that_have_one_claim_from_each_other_are_one_origin():
    found = origins("a < b", "b < a")

    assert (found.roots, found.rings) == (("a",), (("a", "b"),))


def test_a_ring_can_run_over_claim_and_source():
    assert origins("a", "b < a", a="b").rings == (("a", "b"),)


def test_a_source_that_is_given_as_its_own_origin_is_a_ring_of_one():
    found = origins("a < a")

    assert (found.roots, found.rings) == (("a",), (("a",),))


def test_an_unseen_source_stands_for_its_ring_because_it_may_be_the_origin():
    assert origins("a", a="b", b=Source(("a",), seen=False)).note == "1 origin, not seen"


def test_an_encyclopaedia_does_not_stand_for_its_ring():
    assert origins("b", a=Source(("b",), original=False), b="a").roots == ("b",)
    assert origins("a", a=Source(("a",), original=False)).roots == ()


def test_a_ring_with_a_way_out_ends_there():
    found = origins("a", a="b", b="a wire")

    assert (found.roots, found.rings) == (("wire",), (("a", "b"),))


def test_a_ring_with_a_way_out_to_nobody_is_not_traced():
    assert origins("a < b", "b < a c", "c < ?").roots == ()


def test_a_ring_in_which_one_reports_for_itself_ends_with_that_one():
    found = origins("b", "b < a", "a < b")

    assert (found.roots, found.rings) == (("b",), (("a", "b"),))


def test_two_rings_are_two_and_who_stands_between_them_is_on_neither():
    found = origins("a", a="b", b="a between", between="y", x="y", y="x")

    assert found.rings == (("a", "b"), ("x", "y"))
    assert found.roots == ("x",)


def test_a_ring_beside_an_origin_counts_beside_it():
    assert origins("top", top="wire a", a="b", b="a").roots == ("wire", "a")


def test_rings_that_no_claim_uses_are_known_too():
    assert lineage({}, a="b", b="a", c="a").rings() == (("a", "b"),)


def test_what_is_not_known_adds_nothing():
    found = lineage({"c": ["nobody < else"]}).origins(["c", "d"])

    assert found.roots == ("else",)


def test_a_quotation_counts_like_a_claim():
    made = lineage({"c": ["dawn < wire"]}, geo="wire")

    assert made.origins(["c"], [Citation("geo"), Citation("times")]).roots == ("wire", "times")


def test_a_claim_that_is_named_twice_counts_once():
    assert lineage({"c": ["dawn"]}).origins(["c", "c"]).read == ("dawn",)


def test_large_graphs_are_followed_in_time():
    sources = {f"s-{number}": Source((f"s-{number + 1}",)) for number in range(1000)}
    claims = {f"c-{number}": [Citation(f"s-{number % 1000}"), Citation(f"x-{number}")] for number in range(2500)}
    claims |= {f"d-{number}": [Citation(f"y-{number}", (f"s-{number % 1000}",))] for number in range(2500)}
    started = perf_counter()
    made = Lineage(sources, claims)

    assert all("s-1000" in made.origins([claim]).roots for claim in claims)
    assert len(made.origins(claims).roots) == 2501
    assert made.rings() == ()
    assert perf_counter() - started < 2


def test_a_long_chain_of_citations_and_a_large_ring_are_followed_in_time():
    chain = [Citation(f"s-{number}", (f"s-{number + 1}",)) for number in range(5000)]
    ring = {f"r-{number}": Source((f"r-{(number + 1) % 5000}",)) for number in range(5000)}
    started = perf_counter()
    made = Lineage(ring, {"c-chain": chain, "c-ring": [Citation("r-7")]})

    assert made.origins(["c-chain"]).roots == ("s-5000",)
    assert made.origins(["c-ring"]).roots == ("r-0",)
    assert perf_counter() - started < 2


names = st.sampled_from("abcdefg")
several = st.lists(names, max_size=3, unique=True).map(tuple)
graphs = st.dictionaries(names, st.builds(Source, several, st.booleans(), st.sampled_from([True, True, True, False])))
citations = st.lists(st.builds(Citation, names, several, st.sampled_from([False, False, False, True])), max_size=5)


@given(graphs, citations, st.randoms())
def test_the_order_of_citations_does_not_matter(sources, listed, random):
    shuffled = random.sample(listed, len(listed))
    found, other = (Lineage(sources, {"c": one}).origins(["c"]) for one in (listed, shuffled))

    assert set(found.roots) == set(other.roots)
    assert set(found.rings) == set(other.rings)
    assert set(found.untraced) == set(other.untraced)


@given(graphs, citations, st.booleans(), st.data())
def test_one_more_outlet_that_repeats_never_raises_the_number_of_origins(sources, listed, as_a_whole, data):
    before = Lineage(sources, {"c": listed}).origins(["c"])
    told = sorted({*before.read, *before.roots, *(one for each in listed for one in each.via)})
    repeated = tuple(data.draw(st.lists(st.sampled_from(told), min_size=1, unique=True))) if told else ("a",)
    fresh = Citation("new") if as_a_whole else Citation("new", repeated)
    added = {**sources, "new": Source(repeated)} if as_a_whole else sources
    after = Lineage(added, {"c": [*listed, fresh]}).origins(["c"])

    assert set(after.roots) <= set(before.roots) or not told


@given(graphs, citations)
def test_an_origin_is_original_and_an_origin_or_a_ring_is_all_that_a_trail_can_end_with(sources, listed):
    found = Lineage(sources, {"c": listed}).origins(["c"])

    for root in found.roots:
        known = sources.get(root, Source())
        assert known.original
        on_ring = any(root in ring for ring in found.rings)
        assert on_ring or not known.derived_from or any(one.source == root for one in listed)
    assert len(found.roots) + len(found.untraced) > 0 or not listed


@given(graphs, st.lists(citations, min_size=2, max_size=2))
def test_claims_together_have_the_origins_of_each(sources, listed):
    made = Lineage(sources, dict(zip("xy", listed, strict=True)))

    assert set(made.origins("xy").roots) == {*made.origins("x").roots, *made.origins("y").roots}
