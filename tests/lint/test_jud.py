"""What the rules on judgements find, and what tempts them and is sound."""

import json
import re

import pytest

from briefgen import lint, sheet
from briefgen.desk import LintSettings
from briefgen.lint.loaded_words import cue
from briefgen.lint.wordlists import pairs
from tests.lint.framing import FRAME, findings

ESTIMATE = """\
judgements:
  - id: j-1
    text: It is {{likelihood}} that the strike ends by 1 March 2024.
    likelihood: {likelihood}
    confidence: {confidence}
    basis: The committee came out for the offer. {basis}
    evidence: {{for: c-3}}
    horizon: "2024-03-01"
"""


def estimate(likelihood="likely", confidence="moderate", basis="", **more):
    lines = [f"    {key}: {value}\n" for key, value in more.items()]
    return ESTIMATE.format(likelihood=likelihood, confidence=confidence, basis=basis) + "".join(lines)


def narrative(text):
    return f"summary:\n  narrative: {json.dumps(text)}\n"


def claim(text):
    return f"claims:\n  - {{id: c-9, text: {json.dumps(text)}, sources: s-1, credibility: 2}}\n"


# JUD001


@pytest.mark.parametrize(
    "text",
    [
        "We assess that the crews will accept.",
        "Crews left on 30 January; we judge the number too low.",
        "In our view the fire was set.",
        "In our judgment the offer stands.",
        "Our assessment is that the union is divided.",
        "We now estimate 40 crews on strike.",
        "We do not believe the union.",
        "We’d judge the report sound.",
        "It is assessed that the crews will return.",
        "The desk judges the report sound.",
        "Analyst comment: the number is too low.",
        "We concluded that the fire was set.",
        "A pause, which we judge to be real, began in January.",
    ],
)
def test_a_judgement_of_ours_in_a_claim_is_found(text, tmp_path):
    assert len(findings(claim(text), tmp_path, "JUD001")) == 1


@pytest.mark.parametrize(
    "text",
    [
        "The union assesses that the crews will accept.",
        "The chairman said: “We assess that the crews will accept.”",
        "The chairman said that we expect too much of the crews.",
        "It is assessed by the ministry that 40 crews are out.",
        "According to the ministry it is assessed that 40 crews are out.",
        "The federation’s assessment team counted 40 tents.",
        "Our assessment team counted 40 tents.",
        "We assessed 40 households in Umeå.",
        "The damage was assessed at two million kronor.",
        "A judge ruled that the strike is legal.",
        "The west bank of the river is closed.",
        "The report was written by the desk officer of the union.",
    ],
)
def test_what_others_assess_is_left_alone(text, tmp_path):
    assert findings(claim(text), tmp_path, "JUD001") == []


def test_our_judgement_is_found_in_events_and_agreements_too(tmp_path):
    event = (
        'events:\n  - {id: e-9, title: Fire, when: "2024-02-01", type: hazard, claims: c-2, note: We judge it set.}\n'
    )
    agreement = "agreements:\n  - {id: g-1, title: Offer, claims: c-3, note: In our view it holds.}\n"

    assert {one.record for one in findings(event + agreement, tmp_path, "JUD001")} == {"g-1", "e-9"}


# JUD002 to JUD008: fields


def test_a_judgement_that_is_not_key_needs_no_evidence(tmp_path):
    bare = (
        'judgements:\n  - {id: j-9, key: KEY, text: It is {likelihood}., likelihood: likely, horizon: "2024-03-01"}\n'
    )
    bare = bare.replace("It is {likelihood}.", '"It is {likelihood}."')

    assert len(findings(bare.replace("KEY", "true"), tmp_path, "JUD002")) == 1
    assert findings(bare.replace("KEY", "false"), tmp_path, "JUD002") == []


def test_evidence_against_alone_supports_nothing(tmp_path):
    found = findings(estimate().replace("{for: c-3}", "{against: c-2}"), tmp_path, "JUD002")

    assert [one.record for one in found] == ["j-1"]


def test_one_remark_where_no_assumption_is_written_down(tmp_path):
    found = findings(f'{estimate()}assumptions: ""\n', tmp_path, "JUD003")

    assert [one.record for one in found] == [None]


def test_judgements_of_fact_need_no_assumption_alternative_gap_or_change(tmp_path):
    fact = estimate(likelihood="n/a").replace("It is {likelihood} that the", "The")
    fragment = f'{fact}assumptions: ""\ngaps: ""\nhypotheses: ""\nach: ""\n'

    assert [found for code in (3, 4, 6, 7) for found in findings(fragment, tmp_path, f"JUD00{code}")] == []


def test_an_assumption_that_is_no_linchpin_needs_nothing(tmp_path):
    assert findings("assumptions:\n  - {id: k-1, text: The company can pay.}\n", tmp_path, "JUD003") == []


@pytest.mark.parametrize(
    ("likelihood", "confidence", "count"),
    [
        ("likely", "high", 1),  # 55 to 80: open
        ("unlikely", "high", 1),
        ("roughly-even-chance", "high", 1),
        ("very-likely", "high", 0),
        ("very-unlikely", "high", 0),
        ("very-likely", "moderate", 1),
        ("almost-no-chance", "low", 1),
    ],
)
def test_an_alternative_is_asked_for_where_something_else_may_be_true(likelihood, confidence, count, tmp_path):
    assert len(findings(estimate(likelihood, confidence), tmp_path, "JUD004")) == count
    assert findings(estimate(likelihood, confidence, alternatives="h-2"), tmp_path, "JUD004") == []


def test_what_a_scenario_means_counts_as_impact(tmp_path):
    scenario = 'scenarios:\n  - {id: sc-1, text: It ends, likelihood: likely, impact: "Trains run."}\n'

    assert len(findings('impact: ""\n', tmp_path, "JUD005")) == 1
    assert findings(f'impact: ""\n{scenario}', tmp_path, "JUD005") == []


def test_somebody_has_to_be_the_reader(tmp_path):
    scenario = 'scenarios:\n  - {id: sc-1, text: It ends, likelihood: likely, impact: "Trains run."}\n'
    nobody = 'product:\n  handling: {audience: ""}\nimpact: ""\n'

    assert "nor for whom" in findings(nobody, tmp_path, "JUD005")[0].message
    assert "for whom it is written" in findings(nobody + scenario, tmp_path, "JUD005")[0].message
    asked = "requirements:\n  - {id: pir-1, text: The end of it., asked_by: Freight desk}\n"
    assert findings(nobody + scenario + asked, tmp_path, "JUD005") == []


def test_the_first_issue_has_no_change_statement(tmp_path):
    assert len(findings(estimate(), tmp_path, "JUD006")) == 1
    assert findings(f'{estimate()}product: {{issue: 1, supersedes: ""}}\n', tmp_path, "JUD006") == []
    assert findings(estimate(changed="{from: new, why: The offer came later.}"), tmp_path, "JUD006") == []


def test_the_remedy_for_a_change_names_the_earlier_issue(tmp_path):
    (found,) = findings(estimate(), tmp_path, "JUD006")

    assert "in: RAIL-001" in found.remedy
    assert "from: new" in found.remedy


def test_one_remark_where_there_is_no_gap(tmp_path):
    assert [one.record for one in findings('gaps: ""\n', tmp_path, "JUD007")] == [None]
    assert [one.record for one in findings("gaps:\n  - {id: n-1, text: The mood.}\n", tmp_path, "JUD007")] == ["n-1"]


@pytest.mark.parametrize(
    ("fields", "missing"),
    [
        ("threshold: 1 depot, state: not-seen", "`checked`"),
        ('threshold: 1 depot, checked: "2024-02-05"', "`state`"),
        ('state: seen, checked: "2024-02-05"', "`threshold`"),
        ("judgement: j-1", "`threshold` and `state` and `checked`"),
    ],
)
def test_an_indicator_says_when_it_is_seen_what_was_seen_and_when(fields, missing, tmp_path):
    (found,) = findings(f"indicators:\n  - {{id: i-1, text: A depot calls, {fields}}}\n", tmp_path, "JUD008")

    assert found.remedy == f"add {missing}"


def test_a_state_that_is_said_to_be_unknown_is_a_state(tmp_path):
    given = 'indicators:\n  - {id: i-1, text: A depot calls, threshold: 1, state: unknown, checked: "2024-02-05"}\n'

    assert findings(given, tmp_path, "JUD008") == []


# JUD009


@pytest.mark.parametrize(
    "text",
    [
        "The company should raise its offer.",
        "Staff should avoid the southern depots.",
        "Stockholm must press both sides to return to the table.",
        "Pakistan needs to secure the crossing before winter.",
        "The government has to act before the ballot.",
        "Donors ought to fund the shelters.",
        "We recommend that trains take the coast line.",
        "It is recommended to postpone the visit.",
        "The visit should be postponed.",
        "Convoys should not travel at night.",
        "Civilians must be protected.",
        "Schools should close until the water falls.",
        "It is imperative that both sides talk.",
        "The ministry would do well to answer.",
        "Travellers are advised to stay away.",
        "Avoid the southern depots until the ballot.",
        "This desk advises against road movement.",
        "The mission should therefore be extended, and its numbers kept.",
        "Aid agencies must step up deliveries.",
        "Operators should be prepared for a long strike.",
        "Do not use the valley road.",
    ],
)
def test_advice_in_the_analysis_is_found(text, tmp_path):
    assert len(findings(narrative(text), tmp_path, "JUD009")) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Should the pause hold, trains run from 2 March.",
        "If the pause should end, trains stop again.",
        "Trains run again, should the crews accept.",
        "The pause should hold until the ballot.",
        "Results should be known by 21 February.",
        "The line should be open again by Friday.",
        "Polls should close at five.",
        "The crest should pass Dunmarrow by noon.",
        "The figure should be treated with caution.",
        "This should not be read as a refusal.",
        "The crews must have left before the fire.",
        "The silence must be taken to mean that nobody was told.",
        "According to the UN, Pakistan should open the crossing.",
        "The UN said that Pakistan should open the crossing.",
        "The union demands that the company should raise its offer.",
        "The committee recommends the offer.",
        "The company needs water for its engines.",
        "Families need to walk five kilometres for water.",
        "The party has to win four seats to form a government.",
        "Under the constitution the vote must be held within 90 days.",
        "The crews do not have to accept.",
        "Trucks must now take the coast road.",
        "The debate is about whether the army should withdraw.",
        "Candidates had to file by 12 January.",
        "“The company must act now,” the chairman said.",
        "The strike must-see list is empty.",
        "There should be signs of it at the depots.",
        "A reader should know that the two tolls count different things.",
        "The ministry has advised against travel.",
        "The company called on the union to return.",
    ],
)
def test_expectation_law_and_reported_advice_are_left_alone(text, tmp_path):
    assert findings(narrative(text), tmp_path, "JUD009") == []


def test_actions_and_responses_may_advise(tmp_path):
    fragment = (
        "actions:\n  - {id: ac-1, for: Freight desk, text: The desk should move its trains.}\n"
        "scenarios:\n  - {id: sc-1, text: It ends, likelihood: likely, response: Staff should return.}\n"
        "gaps:\n  - {id: n-1, text: The mood., blocks: j-1, ask: The liaison team should call the depots.}\n"
    )

    assert findings(fragment, tmp_path, "JUD009") == []


# JUD010


@pytest.mark.parametrize(
    "text",
    [
        "Five terrorists were killed at the depot.",
        "A terrorist attack was foiled at the depot.",
        "Two constables were martyred.",
        "The soldier embraced martyrdom.",
        "The regime sent more police.",
        "The so-called committee met again.",
        "The army neutralised five militants at night.",
        "Three fighters were eliminated in the raid.",
        "Thugs beat two drivers.",
        "The cowardly attack hurt two drivers.",
        "Miscreants burnt the depot.",
        "The army killed four Khawarij.",
        "Freedom fighters burnt the depot.",
        "The puppet government sent police.",
        "Two innocent civilians were hurt.",
        "The soldiers laid down their lives at the depot.",
        "The Assad regime sent police.",
        "The banned outfit burnt the depot.",
    ],
)
def test_loaded_words_are_found_in_claims_and_in_prose(text, tmp_path):
    assert len(findings(claim(text), tmp_path, "JUD010")) == 1
    assert len(findings(narrative(text), tmp_path, "JUD010")) == 1


@pytest.mark.parametrize(
    "text",
    [
        "The sanctions regime was renewed.",
        "The visa regime was eased in January.",
        "The regime of inspections was renewed.",
        "“Terrorists burnt the depot,” the ministry said.",
        "The ministry calls the crews terrorists.",
        "The group was designated as a terrorist organisation in 2010.",
        "The group is listed as a terrorist organisation.",
        "The Counter-Terrorism Department arrested two men.",
        "A case was opened under the Anti-Terrorism Act.",
        "The suspects face terrorism charges.",
        "The bomb was neutralised by engineers.",
        "The team was eliminated in the second round.",
        "Polio was eliminated in two districts.",
        "The Al-Aqsa Martyrs Brigades said nothing.",
        "The march ended on Martyrs’ Square.",
        "A brutal winter closed the line.",
        "The puppet theatre at Umeå closed.",
        "Terrorist financing is on the agenda.",
        "The list of the Terrorist Screening Centre grew.",
        "Regime change is not on the agenda.",
        "The town was liberated in 1945 from debt.",
        "The report calls them terrorist attacks.",
    ],
)
def test_names_law_and_other_peoples_labels_are_left_alone(text, tmp_path):
    assert findings(claim(text), tmp_path, "JUD010") == []


def test_a_name_of_the_sheet_may_hold_a_loaded_word(tmp_path):
    actor = "actors:\n  - {id: a-9, name: Kafir Valley Council, class: organization}\n"

    assert findings(actor + claim("The Kafir Valley Council met."), tmp_path, "JUD010") == []


def test_the_desk_adds_words_of_its_own(tmp_path):
    settings = LintSettings(loaded_words=("scab workers", "lockout"))
    text = claim("The company brought in scab-workers after the lockout.")

    assert findings(text, tmp_path, "JUD010") == []
    assert len(findings(text, tmp_path, "JUD010", settings=settings)) == 2


@pytest.mark.parametrize("pattern", pairs("loaded.txt"))
def test_every_loaded_word_begins_with_letters_that_are_looked_for_first(pattern):
    assert len(cue(pattern)) > 3
    assert re.compile(pattern)


def test_the_title_and_events_are_read_and_source_titles_are_not(tmp_path):
    fragment = (
        "product:\n  title: The regime is likely to yield by 1 March\n"
        'events:\n  - {id: e-9, title: Terrorists burn the depot, when: "2024-02-01", type: hazard, claims: c-2}\n'
        "sources:\n  - {id: s-9, title: Terrorists burn depot, publisher: Gazette, kind: press, access: seen}\n"
    )

    assert [one.record for one in findings(fragment, tmp_path, "JUD010")] == [None, "e-9"]


def test_the_word_itself_is_marked(tmp_path):
    (found,) = findings(narrative("On Monday the regime sent police."), tmp_path, "JUD010")
    line = (tmp_path / "sheet.yaml").read_text().splitlines()[found.mark.line - 1]

    assert line[found.mark.column - 1 :].startswith("regime")


# JUD011


@pytest.mark.parametrize(
    "title",
    [
        "Rail strike update",
        "TTP Update",
        "Security situation in Khyber Pakhtunkhwa",
        "The northern line: overview",
        "Elections and violence in Pakistan, January 2024",
        "TTP attacks in January",
        "Unannounced ceasefire between Islamabad and the TTP",
        "Pakistan",
        "Situation report No. 3",
        "Implications of the ballot for freight",
        "Armed groups in the north",
        "Rail strike",
    ],
)
def test_a_title_that_is_a_topic_is_found(title, tmp_path):
    assert len(findings(f"product:\n  title: {json.dumps(title)}\n", tmp_path, "JUD011")) == 1


@pytest.mark.parametrize(
    "title",
    [
        "The strike is likely to end by 1 March",
        "The strike ends by 1 March",
        "Strike unlikely to spread",
        "TTP attacks Chodwan police station",
        "Two candidates killed before the vote",
        "Floods displace 40,000 in Sindh",
        "Will the pause hold?",
        "Truce holds, for now",
        "Crews walked out, and the company gave in",
        "Government strikes deal with crews",
        "A pause until the vote: almost certain",
        "Talks collapse",
        "Islamabad to resume talks",
    ],
)
def test_a_title_that_says_something_is_left_alone(title, tmp_path):
    assert findings(f"product:\n  title: {json.dumps(title)}\n", tmp_path, "JUD011") == []


# JUD012


def bluf(text):
    return f"summary:\n  bluf: {json.dumps(text)}\n"


def test_a_term_is_enough_of_a_judgement(tmp_path):
    assert findings(bluf("The strike is likely to end by 1 March."), tmp_path, "JUD012") == []
    assert len(findings(bluf("The strike goes on."), tmp_path, "JUD012")) == 1


def test_a_sheet_without_judgements_may_have_a_bottom_line_of_facts(tmp_path):
    fragment = 'judgements: ""\nhypotheses: ""\nach: ""\nindicators: ""\ngaps: ""\nimpact: ""\nassumptions: ""\n'

    assert findings(fragment + bluf("The strike goes on [@c-1]."), tmp_path, "JUD012") == []


@pytest.mark.parametrize(("words", "count"), [(60, 0), (61, 1)])  # the judgement adds 15 words
def test_the_words_are_counted_as_they_are_printed(words, count, tmp_path):
    text = " ".join(["{j-1}", *["crews"] * (words - 1), "left [@c-1; @c-3]."])
    found = findings(bluf(text), tmp_path, "JUD012")

    assert len(found) == count


def test_a_bottom_line_in_paragraphs_is_counted_as_one(tmp_path):
    blocks = [{"text": "{j-1} " + "crew " * 30}, {"text": "crew " * 31}]

    assert len(findings(f"summary:\n  bluf: {json.dumps(blocks)}\n", tmp_path, "JUD012")) == 1


def test_a_bottom_line_that_is_missing_is_one_remark(tmp_path):
    assert len(findings('summary:\n  bluf: ""\n', tmp_path, "JUD012")) == 1
    assert len(findings('summary: ""\n', tmp_path, "JUD012")) == 1


# JUD013


def ach(*rows, likelihood="likely", basis="", labels=("Offer", "Summer")):
    notes = [f", note: {row.partition('|')[2]}" if "|" in row else "" for row in rows]
    ratings = [row.partition("|")[0].split() for row in rows]
    table = "".join(
        f"  - {{claim: c-{number}, {', '.join(f'h-{h}: {one}' for h, one in enumerate(row, 1))}{note}}}\n"
        for number, (row, note) in enumerate(zip(ratings, notes, strict=True), 1)
    )
    hypotheses = "".join(
        f"  - {{id: h-{n}, label: {label}, text: It is so{', judgement: j-1' if n == 1 else ''}}}\n"
        for n, label in enumerate(labels, 1)
    )
    return f"{estimate(likelihood, basis=basis, alternatives='h-2')}hypotheses:\n{hypotheses}ach:\n{table}"


@pytest.mark.parametrize(
    ("fragment", "count"),
    [
        (ach("C I", "I C", "C I"), 0),
        (ach("C C", "C I"), 1),
        (ach("N N", "C I"), 1),
        (ach("C C|Kept because a reader will ask", "C I"), 0),
        (ach("I C", "C I", "I C"), 1),
        (ach("I C", "C I", "I C", likelihood="unlikely"), 0),
        (ach("I C", "C I", "I C", likelihood="roughly-even-chance"), 0),
        (ach("I C|Only if they were told", "C I", "I C"), 0),
        (ach("I C", "C I|Not a word of why h-1 is chosen", "I C"), 1),
        (ach("I C", "C I", "I C", basis="The explanation summer fails on the accounts."), 0),
        (ach("I C", "I II", "C C|Stays"), 0),  # two plain ones against one strong: no order is beyond doubt
        (ach("I C", "C I"), 0),  # level
    ],
)
def test_the_table_has_to_tell_and_the_choice_has_to_follow(fragment, count, tmp_path):
    assert len(findings(fragment, tmp_path, "JUD013")) == count


def test_a_rival_that_is_not_rated_throughout_is_not_held_to_be_better(tmp_path):
    fragment = ach("I C", "I N", "C I").replace(", h-2: N", "")

    assert findings(fragment, tmp_path, "JUD013") == []


def test_one_hypothesis_alone_is_found(tmp_path):
    alone = FRAME.read_text("utf-8").replace("  - {id: h-2, text: The crews want to strike until summer.}\n", "")
    alone = re.sub(r", h-2: \w+}", "}", alone).replace("    alternatives: h-2\n", "")
    path = tmp_path / "sheet.yaml"
    path.write_text(alone, encoding="utf-8")
    (found,) = (one for one in lint.review(sheet.load(path)).findings if one.code == "JUD013")
    assert "hypothes" in found.message


# JUD014


@pytest.mark.parametrize(
    "text",
    [
        "The ACH gives the first hypothesis a probability of 60 per cent.",
        "The matrix gives a 70 per cent chance that the crews accept.",
        "h-2 scores 7 in the table.",
        "The first explanation has an ACH score of 4.",
        "Hypothesis 1 scored best.",
        "By the analysis of competing hypotheses, acceptance is 65% likely.",
        "The inconsistency score of the second hypothesis is 3.",
        "The ACH puts h-1 at 0.7.",
        "h-1 (60 %) beats its rival.",
        "The ACH matrix yields odds of 3 in 4.",
    ],
)
def test_a_number_made_of_the_table_is_found(text, tmp_path):
    assert len(findings(narrative(text), tmp_path, "JUD014")) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Of the two explanations the first has fewer items against it.",
        "The ACH ranks the first explanation first, with 1 item against it.",
        "The ACH gives no probability and no score.",
        "The counts are not a probability of 60 per cent or any other.",
        "60 per cent of the crews came to the first meeting.",
        "The second hypothesis rests on a poll in which 60 per cent of the crews refused.",
        "The union scored a success at Umeå.",
        "The ACH rests on 3 rows, 2 of which tell the hypotheses apart.",
        "“The ACH gives us 60 per cent,” the chairman said.",
        "The offer raises pay by 6 per cent in two steps.",
        "The first hypothesis is likely.",
    ],
)
def test_ranks_and_other_numbers_are_left_alone(text, tmp_path):
    assert findings(narrative(text), tmp_path, "JUD014") == []
