from hypothesis import given, settings
from hypothesis import strategies as st

from briefgen.figures import compliance
from tests.figures.boxes import alternatives, assert_clear, texts, written
from tests.figures.editions import actor, edition, event, judgement

ACTORS = ["One", "Two", "Three", "Four", "Five"]
TERMS = ["unlikely", "likely", None]


def party(name, says="silent", standing=None):
    return {"actor": f"a-{name.lower()}", "acknowledges": says, "standing": standing, "note": None, "claims": ()}


def promise(number, *by, check=None):
    ids = tuple(f"a-{name.lower()}" for name in by)
    return {"id": f"u-{number}", "by": ids, "text": f"To keep promise {number}.", "monitorable": check, "claims": ()}


def breach(number, undertaking, *by, assessed=None, judged=None):
    ids = tuple(f"a-{name.lower()}" for name in by)
    known = {"event": f"e-{number}", "undertaking": undertaking, "alleged_by": ids, "assessed": assessed}
    return known | {"judgement": judged, "note": None}


def drawn(parties, promises, breaches=(), **record):
    pact = {"id": "g-1", "title": "Truce of the river", "form": "verbal", "status": {"value": "strained"}}
    pact |= {"parties": parties, "undertakings": promises, "alleged_breaches": breaches, "claims": ()}
    events = [event(number, "2024-01-02", f"Event {number}") for number in range(8)]
    made = edition(actors=map(actor, ACTORS), events=events, agreements=[pact], judgements=[judgement(1, "likely")])
    return compliance.draw(made, record)


@st.composite
def pacts(draw):
    names = st.lists(st.sampled_from(ACTORS), min_size=1, max_size=5, unique=True)
    parties = [party(name) for name in draw(names)]
    promises = [promise(number, *draw(names)) for number in range(draw(st.integers(1, 3)))]
    breaches = [
        breach(
            number,
            draw(st.sampled_from([one["id"] for one in promises])),
            *draw(st.lists(st.sampled_from(ACTORS), max_size=2, unique=True)),
            assessed=draw(st.sampled_from(TERMS)),
        )
        for number in range(draw(st.integers(0, 4)))
    ]
    return parties, promises, breaches


@given(pacts())
@settings(max_examples=40, deadline=None)
def test_drawing_table_and_text_tell_the_same(pact):
    _, promises, breaches = pact
    made = drawn(*pact)

    assert len(made.table[1]) == sum(len(one["by"]) for one in promises)
    for one in promises:
        alleged = sum(bool(two["alleged_by"]) for two in breaches if two["undertaking"] == one["id"])
        counts = {row[4] for row in made.table[1] if row[1] == one["text"]}
        assert {count.split()[0] for count in counts} == {str(alleged) if alleged else "none"}
        assert all(count in made.alt for count in counts)
    for row in made.table[1]:
        assert row[5] == "none" or row[5].split("; ")[0] in made.alt
        assert "".join(row[4].split()) in written(made.svg)
    assert_clear(made.svg)


def test_what_is_alleged_is_counted_and_what_is_assessed_is_measured():
    made = drawn(
        [party("One"), party("Two", "denies-talks")],
        [promise(1, "One", check="a phone call")],
        [breach(1, "u-1", "Two", assessed="unlikely", judged="j-1"), breach(2, "u-1")],
    )

    assert made.table[1] == (
        (
            "Truce of the river",
            "To keep promise 1 (could be checked by a phone call)",
            "One",
            "silent",
            "1 alleged by Two",
            "Event 1: alleged by Two; unlikely 20–45%, judgement 1; Event 2: alleged by nobody; not assessed",
        ),
    )
    assert {"silent", "denies talks", "not bound by it", "not assessed"} <= set(texts(made.svg))


def test_nothing_alleged_is_said_and_is_no_nought():
    made = drawn([party("One")], [promise(1, "One")])

    assert "none alleged" in texts(made.svg)
    assert "0" not in texts(made.svg)


def test_who_promised_without_being_a_party_has_a_column():
    assert "not named as a party" in texts(drawn([party("One")], [promise(1, "Two")]).svg)


def test_a_breach_of_no_undertaking_has_a_row_of_its_own():
    made = drawn([party("One")], [promise(1, "One")], [breach(3, None, "One")])

    assert "No undertaking named" in texts(made.svg)
    assert made.table[1][-1][2:] == ("", "", "1 alleged by One", "Event 3: alleged by One; not assessed")


def test_an_agreement_without_undertakings_gives_no_drawing():
    assert drawn([party("One")], []).svg == ""


def test_a_record_that_is_not_chosen_is_not_drawn():
    assert drawn([party("One")], [promise(1, "One")], records=("g-2",)).svg == ""


def test_each_undertaking_is_a_drawing_that_a_page_can_end_after():
    pacts = [
        {"id": f"g-{number}", "title": f"Truce {number}", "form": "verbal", "status": None, "claims": ()}
        | {"parties": [party("One")], "undertakings": [promise(number, "One")], "alleged_breaches": ()}
        for number in (1, 2)
    ]
    made = compliance.draw(edition(actors=[actor("One")], agreements=pacts), {})

    head, row = alternatives(made.svg)[:2]
    assert (head, row[:23]) == ("Truce 1 (verbal). One: silent.", "One: To keep promise 1.")
    assert made.svg.count("<svg") == 4
    assert " ".join(alternatives(made.svg)) == made.alt
