"""What rests on a claim, a quotation or a source: judgements, records, sentences."""

from typing import Any

import pytest

from briefgen.compose.library import Library
from briefgen.compose.resting import Resting
from briefgen.edition import Edition

EMPTY: dict[str, Any] = dict.fromkeys(Edition.__dataclass_fields__, ()) | {"marking": {}, "summary": {}}
EMPTY |= {"product": {"scope": None, "source_summary": None}}


def resting(**sections):
    return Resting(Library(Edition(**EMPTY | sections)))


def source(name, *derived_from):
    return {"id": name, "derived_from": derived_from}


def claim(name, *refs, via=()):
    cited = tuple({"ref": one, "via": via} for one in refs)
    return {"id": name, "text": f"What {name} says.", "sources": cited, "contradicts": (), "corroborates": ()}


def judgement(name, supporting=(), opposing=(), text="It is so."):
    return {"id": name, "text": text, "evidence": {"supporting": supporting, "opposing": opposing}}


def block(text, *refs, heading=None, note=None):
    return {"text": text, "refs": refs, "heading": heading, "note": note}


def said(made, record_id):
    return [(one["place"], one["text"]) for one in made.on(record_id)["sentences"]]


def sides(made, record_id):
    return [(one["id"], one["side"], one["through"]) for one in made.on(record_id)["judgements"]]


def test_judgements_rest_on_what_speaks_for_them_and_meet_what_speaks_against():
    made = resting(
        claims=(claim("c-1"), claim("c-2")),
        judgements=(judgement("j-1", ("c-1",), ("c-2",)), judgement("j-2", ("c-2",))),
    )

    assert sides(made, "c-1") == [("j-1", "for", None)]
    assert sides(made, "c-2") == [("j-1", "against", None), ("j-2", "for", None)]


def test_a_judgement_rests_on_the_claims_of_an_event_too():
    made = resting(
        claims=(claim("c-1"),),
        events=({"id": "e-1", "claims": ("c-1",)},),
        judgements=(judgement("j-1", ("e-1",)),),
    )

    assert sides(made, "c-1") == [("j-1", "for", "e-1")]
    assert made.on("c-1")["records"] == ["e-1"]


def test_a_judgement_that_cites_a_claim_in_its_text_falls_with_it():
    made = resting(claims=(claim("c-1"),), judgements=(judgement("j-1", text="It is so [@c-1, p. 2]."),))

    assert sides(made, "c-1") == [("j-1", "in its text", None)]


def test_records_rest_on_the_claims_of_all_their_parts():
    agreement = {
        "id": "g-1",
        "claims": ("c-1",),
        "parties": ({"actor": "a-1", "claims": ("c-2",)},),
        "undertakings": ({"id": "u-1", "claims": ("c-3",)},),
        "note": "As the mediator says [@c-4].",
    }
    indicator = {"id": "i-1", "claims": (), "history": ({"state": "seen", "claims": ("c-1",)},)}
    made = resting(
        claims=tuple(map(claim, ("c-1", "c-2", "c-3", "c-4"))), agreements=(agreement,), indicators=(indicator,)
    )

    assert made.on("c-1")["records"] == ["g-1", "i-1"]
    assert [made.on(one)["records"] for one in ("c-2", "c-3", "c-4")] == [["g-1"]] * 3


def test_a_sentence_rests_on_what_it_cites_and_is_given_without_the_citation():
    text = "The bridge fell on 5 May [@c-1]. Two people died [@c-2; @c-1]. Nobody says why."
    made = resting(claims=(claim("c-1"), claim("c-2")), summary={"bluf": (block(text),)})

    assert said(made, "c-1") == [("Bottom line", "The bridge fell on 5 May."), ("Bottom line", "Two people died.")]
    assert said(made, "c-2") == [("Bottom line", "Two people died.")]


def test_a_printed_judgement_is_a_sentence_of_its_own():
    made = resting(
        claims=(claim("c-1"),),
        judgements=(judgement("j-1"),),
        summary={"outlook": (block("{j-1} The bridge is down [@c-1]."),)},
    )

    assert said(made, "c-1") == [("Outlook", "The bridge is down.")]


def test_places_name_the_paragraph():
    made = resting(
        claims=(claim("c-1"),),
        summary={"narrative": (block("It fell [@c-1].", heading="The bridge", note="One report [@c-1]."),)},
        impact=({"id": "im-1", "reader": "Drivers", "text": "Take the ferry [@c-1].", "refs": ()},),
    )

    assert [place for place, _ in said(made, "c-1")] == [
        "Situation, The bridge",
        "Situation, The bridge, note",
        "What it means, Drivers",
    ]


def test_a_paragraph_without_citations_rests_on_the_records_that_it_names():
    event = {"id": "e-1", "claims": ("c-1",)}
    bare = resting(claims=(claim("c-1"),), events=(event,), summary={"bluf": (block("It fell.", "e-1"),)})
    citing = resting(
        claims=(claim("c-1"), claim("c-2")), events=(event,), summary={"bluf": (block("It fell [@c-2].", "e-1"),)}
    )

    assert said(bare, "c-1") == [("Bottom line", None)]
    assert said(citing, "c-1") == []


def test_what_is_weighed_among_rival_explanations_is_used():
    made = resting(claims=(claim("c-1"), claim("c-2")), ach=({"claim": "c-1", "ratings": {}},))

    assert made.on("c-1")["weighed"]
    assert made.on("c-1")["any"]
    assert not made.on("c-2")["any"]


def test_all_that_rests_on_its_claims_rests_on_a_source():
    quote = {"id": "q-1", "source": {"ref": "s-a", "via": ()}}
    made = resting(
        sources=(source("s-a"), source("s-b")),
        claims=(claim("c-1", "s-a"), claim("c-2", "s-b"), claim("c-3", "s-a")),
        quotes=(quote,),
        judgements=(judgement("j-1", ("c-3",)), judgement("j-2", ("c-2",), ("c-1",)), judgement("j-3", ("q-1",))),
    )

    assert made.on("s-a")["claims"] == ["c-1", "c-3", "q-1"]
    assert sides(made, "s-a") == [("j-1", "for", None), ("j-2", "against", None), ("j-3", "for", None)]
    assert sides(made, "s-b") == [("j-2", "for", None)]


@pytest.mark.parametrize("behind", [{"via": ("s-wire",)}, {}], ids=["for one claim", "as a whole"])
def test_a_source_that_others_repeat_stands_behind_what_they_say(behind):
    whole = () if behind else ("s-wire",)
    made = resting(
        sources=(source("s-wire"), source("s-daily", *whole), source("s-blog", "s-daily")),
        claims=(claim("c-1", "s-daily", **behind), claim("c-2", "s-blog")),
        judgements=(judgement("j-1", ("c-1",)),),
    )

    assert "c-1" in made.on("s-wire")["claims"]
    assert sides(made, "s-wire") == [("j-1", "for", None)]
    assert made.on("s-daily")["claims"] == ["c-1", "c-2"]


def test_sources_that_repeat_each_other_come_to_an_end():
    made = resting(sources=(source("s-a", "s-b"), source("s-b", "s-a")), claims=(claim("c-1", "s-a"),))

    assert made.on("s-b")["claims"] == ["c-1"]


def test_nothing_rests_on_what_nobody_uses():
    made = resting(sources=(source("s-a"),), claims=(claim("c-1", "s-a"),))

    assert made.on("c-1") == {
        "judgements": [],
        "records": [],
        "weighed": False,
        "sentences": [],
        "any": False,
        "claims": [],
        "against": [],
        "with": [],
    }


def test_claims_for_and_against_a_claim_are_known_from_both_sides():
    made = resting(
        claims=(
            claim("c-1") | {"contradicts": ({"claim": "c-2", "treatment": None},), "corroborates": ("c-3",)},
            claim("c-2") | {"contradicts": ({"claim": "c-1", "treatment": None},), "corroborates": ()},
            claim("c-3"),
        )
    )

    assert [made.on(one)["against"] for one in ("c-1", "c-2", "c-3")] == [["c-2"], ["c-1"], []]
    assert [made.on(one)["with"] for one in ("c-1", "c-2", "c-3")] == [["c-3"], [], ["c-1"]]
