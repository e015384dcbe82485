"""Where a text uses a term of likelihood, and where the same word means something else."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.tradecraft import SCALES, terms
from briefgen.tradecraft.terms import uses


def found(text, scale="icd203"):
    """Return each use as scale, term and row, with ! in front of a negated one."""
    return [f"{'!' * one.negated}{one.scale.id} {one.term.id} {one.row}" for one in uses(text, SCALES[scale])]


PLAIN = [
    ("The truce is likely to hold.", ["icd203 likely A"]),
    ("It is unlikely to hold.", ["icd203 unlikely A"]),
    ("It is very unlikely to hold.", ["icd203 very-unlikely A"]),
    ("VERY LIKELY, talks resume.", ["icd203 very-likely A"]),
    ("Very\nlikely, talks resume.", ["icd203 very-likely A"]),
    ("a very  likely return", ["icd203 very-likely A"]),
    ("a very-likely return", ["icd203 very-likely A"]),
    ("It will probably end.", ["icd203 likely B"]),
    ("That is highly improbable.", ["icd203 very-unlikely B"]),
    ("That is improbable.", ["icd203 unlikely B"]),
    ("An end is almost certain.", ["icd203 almost-certain A"]),
    ("It will almost certainly end.", ["icd203 almost-certain A"]),
    ("It is nearly certain to end.", ["icd203 almost-certain B"]),
    ("There is almost no chance of it.", ["icd203 almost-no-chance A"]),
    ("There is a roughly even chance of it.", ["icd203 roughly-even-chance A"]),
    ("There is roughly an even chance of it.", ["icd203 roughly-even-chance A"]),
    ("The odds are roughly even.", ["icd203 roughly-even-chance B"]),
    ("Likely or unlikely?", ["icd203 likely A", "icd203 unlikely A"]),
    ("the likely successor of the governor", ["icd203 likely A"]),
    ("It is seen as likely to resume.", ["icd203 likely A"]),
    ("A strike (likely) ends.", ["icd203 likely A"]),
    ("A strike, likely—", ["icd203 likely A"]),
]


@pytest.mark.parametrize(("text", "expected"), PLAIN)
def test_a_form_is_a_use_of_its_term(text, expected):
    assert found(text) == expected


OTHERS = [
    ("There is a realistic possibility of it.", ["phia realistic-possibility A"]),
    ("It is highly likely.", ["phia highly-likely A"]),
    ("It is extremely likely.", ["efsa extremely-likely A"]),
    ("It is virtually certain.", ["ipcc virtually-certain A"]),
    ("It is about as likely as not.", ["ipcc about-as-likely-as-not A"]),
    ("The chances are about even.", ["kent chances-about-even A"]),
    ("There is an even chance of it.", ["nato even-chance A"]),
    ("It is almost impossible that they stay.", ["efsa almost-impossible A"]),
]


@pytest.mark.parametrize(("text", "expected"), OTHERS)
def test_a_form_of_another_scale_is_that_scales(text, expected):
    assert found(text) == expected


OWN = [
    ("It is highly likely.", "phia", ["phia highly-likely A"]),
    ("It is highly likely.", "nato", ["nato highly-likely A"]),
    ("It is likely.", "ipcc", ["ipcc likely A"]),
    ("It is about as likely as not.", "efsa", ["efsa about-as-likely-as-not A"]),
    ("It will probably end.", "phia", ["phia likely B"]),
    ("It will probably end.", "kent", ["kent probable A"]),
    ("It will probably not end.", "kent", ["kent probably-not A"]),
    ("It will almost certainly not end.", "kent", ["kent almost-certainly-not A"]),
    ("There is about an even chance of it.", "nato", ["nato even-chance A"]),
    ("There is about an even chance of it.", "kent", ["kent chances-about-even A"]),
    ("It is very likely.", "phia", ["icd203 very-likely A"]),
    ("A remote chance remains.", "phia", ["phia remote-chance A"]),
    ("The prospect is remote.", "phia", ["icd203 almost-no-chance B"]),
    ("It is certain to end. It is impossible.", "kent", ["kent certainty A", "kent impossibility A"]),
    ("It is a certainty.", "kent", ["kent certainty A"]),
]


@pytest.mark.parametrize(("text", "scale", "expected"), OWN)
def test_the_scale_of_the_document_comes_first(text, scale, expected):
    assert found(text, scale) == expected


REMOTE = ["icd203 almost-no-chance B"]
IN_CONTEXT = [
    ("a remote chance", REMOTE),
    ("a remote possibility of peace", REMOTE),
    ("The prospect is remote.", REMOTE),
    ("The chance that talks resume is remote.", REMOTE),
    ("The prospects of a deal are still remote.", REMOTE),
    ("A settlement seems remote.", REMOTE),
    ("It is remote that they return.", REMOTE),
    ("a remote village", []),
    ("the remote area of Tirah", []),
    ("a bomb set off by remote control", []),
    ("The village is remote.", []),
    ("The district is dry, and it is remote.", []),
    ("They tried even chance encounters.", []),
    ("certain areas of the valley", []),
    ("a certain commander", []),
    ("Certainly the talks are over.", []),
    ("It is certain to end.", []),
    ("That is impossible.", []),
    ("That is impossible to verify.", []),
    ("It is almost impossible to verify.", []),
    ("with some certainty", []),
    ("The judge found probable cause.", []),
    ("likely voters", []),
    ("An improbable hero emerged.", []),
    ("Improbably, the truce held.", []),
    ("the likelihood of talks", []),
    ("the likeliest course", []),
    ("The uncertainty grows.", []),
    ("{likelihood}", []),
    ("possibly, perhaps, may", []),
]


@pytest.mark.parametrize(("text", "expected"), IN_CONTEXT)
def test_an_ambiguous_word_is_an_estimate_only_in_its_context(text, expected):
    assert found(text) == expected


@pytest.mark.parametrize(
    "text", ["It is impossible to tell.", "certain areas", "with certainty", "is certain about it"]
)
def test_even_in_kents_scale_certainty_has_its_context(text):
    assert found(text, "kent") == []


COMPARED = [
    "more likely than in May",
    "more likely than not",
    "less likely to end",
    "the most likely course",
    "the least likely course",
    "It is as likely as rain.",
    "They are twice as likely to be hurt.",
    "It is just as likely to fail.",
    "an equally likely outcome",
    "It is more than likely.",
    "How likely is it?",
    "It is so unlikely that nobody asks.",
    "a more probable cause of death",
    "a quite probable course",
    "very probably",
]


@pytest.mark.parametrize("text", COMPARED)
def test_a_comparison_and_a_degree_of_no_scale_are_no_use(text):
    assert found(text) == []


NEGATED = [
    ("It is not likely to end.", ["!icd203 likely A"]),
    ("It isn’t likely to end.", ["!icd203 likely A"]),
    ("It isn't very likely to end.", ["!icd203 very-likely A"]),
    ("It does not seem likely to end.", ["!icd203 likely A"]),
    ("That is hardly probable.", ["!icd203 likely B"]),
    ("There is no realistic possibility of it.", ["!phia realistic-possibility A"]),
    ("It will probably not end.", ["!icd203 likely B"]),
    ("It will almost certainly not end.", ["!icd203 almost-certain A"]),
    ("It is not only likely but near.", ["icd203 likely A"]),
    ("It did not end. Likely, it goes on.", ["icd203 likely A"]),
]


@pytest.mark.parametrize(("text", "expected"), NEGATED)
def test_a_not_beside_a_term_is_told(text, expected):
    assert found(text) == expected


def test_a_use_says_where_it_stands():
    text = "Talks will probably not resume, and it is very  likely that they end."
    assert [text[one.start : one.end] for one in uses(text, SCALES["icd203"])] == ["probably", "very  likely"]


@pytest.mark.parametrize("scale", SCALES)
def test_every_label_is_found_in_its_own_scale(scale):
    for term in SCALES[scale].terms:
        article = "an" if term.label[0] in "aeiou" else "a"
        (use,) = uses(f"It is {article} {term.label} that they stay", SCALES[scale])
        assert (use.term, use.row) == (term, "A")


def test_every_condition_is_for_a_form():
    assert set(terms.CONDITIONS) <= {form for scale in SCALES for form in terms._forms(scale)}


PIECES = [
    "not ",
    "likely",
    " ",
    "very ",
    "almost certain",
    "almoſt certaın",
    "é",
    "-",
    "is as ",
    "\n",
    "chance is remote",
]


@given(st.lists(st.sampled_from(PIECES) | st.text(max_size=3)))
def test_any_text_has_uses_in_order(pieces):
    text = "".join(pieces)
    places = [(one.start, one.end) for one in uses(text, SCALES["kent"])]
    assert all(0 <= start < end <= len(text) for start, end in places)
    assert places == sorted(places)


@pytest.mark.parametrize("piece", ["likely ", "very ", "almost         ", "chance is ", "not ", "roughly-even-"])
def test_long_texts_take_no_time(piece):
    began = time.perf_counter()
    uses(piece * (200_000 // len(piece)), SCALES["icd203"])
    assert time.perf_counter() - began < 5
