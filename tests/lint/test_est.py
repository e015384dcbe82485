"""What the rules about estimative language find in real prose, and what they leave alone."""

from __future__ import annotations

import json
import time
from typing import Any

import pytest

from tests.lint.framing import findings, reviewed

#: The judgement of the frame, whose fields a test changes.
JUDGEMENT: dict[str, Any] = {
    "id": "j-1",
    "text": "It is {likelihood} that the strike ends by 1 March 2024.",
    "likelihood": "likely",
    "confidence": "moderate",
    "basis": "The union put the offer to a ballot, and its own committee recommends it.",
    "evidence": {"for": ["c-1", "c-3"], "against": "c-2"},
    "alternatives": "h-2",
    "horizon": "2024-03-01",
}


def summary(text: str, place: str = "outlook", scale: str = "icd203") -> str:
    """Return a fragment with a paragraph in the summary."""
    return json.dumps({"product": {"scale": scale}, "summary": {place: text}})


def judgement(**fields: Any) -> str:
    """Return a fragment with the frame's judgement, some of its fields changed or, with None, left out."""
    merged = {key: value for key, value in {**JUDGEMENT, **fields}.items() if value is not None}
    return json.dumps({"judgements": [merged]})


def cases(texts: dict[str, str]) -> list[Any]:
    """Return one case for each line of the texts, by code."""
    return [(code, line) for code, text in texts.items() for line in text.strip().splitlines()]


FOUND = {
    "EST002": """
We assess with high confidence that freight is likely to run again.
Freight is likely to run again (moderate confidence).
A second strike is very unlikely, and our confidence in this is low.
With low-to-moderate confidence we judge that freight is unlikely to run.
We are highly confident that a second strike is unlikely.
A second strike is unlikely; confidence: high.
Likely, high confidence: the levee holds.
Confidence is moderate that a deal is likely.
A deal is quite likely, and we hold this with medium confidence.
We judge, with a high degree of confidence, that a deal is almost certain.
Our confidence that a deal is likely is low.
Our analytic confidence in the estimate that a deal is likely remains low.
A coup is unlikely, although our confidence is limited by thin reporting.
There is a realistic possibility (low confidence) of a walk-out.""",
    "EST003": """
Freight will probably run again by 5 March.
Probably, the levee holds.
A second strike is improbable.
It is highly probable that crews return.
The chance of a deal is remote.
There are roughly even odds of a deal.""",
    "EST004": """
Freight is highly likely to run again.
There’s a realistic possibility of a walk-out.
It is virtually certain that crews return.
There is an even chance of a deal.
A deal is extremely unlikely.
A deal is quite likely.
A coup is very probable.
It will most likely fail.
It is about as likely as not that they stay.""",
    "EST005": """
The strike could spread to the southern line.
Talks may resume next week.
The truce might not hold through March.
A return to work is possible by 5 March.
A walk-out cannot be ruled out.
We can’t rule out that the group retaliates.
There is some chance of a deal.
There’s a chance that the airport closes.
It's possible that the parties return to the table.
It is widely believed that the truce will not hold.
The group is thought to be planning new attacks.
The fire may have been set.
Perhaps the crews accept.
The union is reportedly likely to accept.
Crews might walk out in May 2024.
A settlement is not out of the question.
There remains a real possibility of a second strike.
In all likelihood the crews accept.
Members may vote against the offer.
A truce could be announced before the vote.""",
    "EST006": """
The union may possibly accept.
Talks might be likely to fail.
The data appear to suggest that it could spread.
A deal could potentially be reached.
It is likely that talks may fail.
Perhaps the union might split.
It is possible that the strike could spread.
There is a possibility that crews may walk out.
The company is likely to perhaps yield.
It might perhaps end.
They may, perhaps, yield.
It seems likely that the talks may collapse.""",
    "EST007": """
It is likely (45 %) that freight runs.
A deal is likely, 30 to 40 per cent.
There is a 60% chance that crews return, which is unlikely.
It is very likely (about 70 per cent) that crews accept.
A deal is unlikely (7 in 10).
A deal is almost certain, with a probability of 0.8.
A deal is likely (50–60 %).
A deal is likely (a 40 % chance).
A deal is very unlikely (more than 25 per cent).
A deal is likely at 45 per cent.
A deal is likely (one chance in four).
A deal is likely (p=0.3).
A deal is likely (50-50).
We put the chance at 30 per cent, so a deal is likely.""",
    "EST008": """
There is a 63.5 % chance of a deal.
A deal is likely (62 %).
It is 70 % likely that crews accept.
We put the chance of a deal at 60 per cent.
The probability of a deal is 0.65.""",
    "EST010": """
The crews will definitely accept.
A second strike is inevitable.
The union is certain to accept.
The offer is bound to fail.
There is no doubt that crews will accept.
There is zero chance of a second strike.
There’s no chance that the union yields.
There is a 100 per cent chance of a deal.
The strike will inevitably spread.
A deal is guaranteed to hold.
A split is only a matter of time.
The union will never sign.
The crews will, no doubt, accept.
A deal before March is impossible.
If the offer fails, escalation is inevitable.
Escalation is certain.
We are sure that the truce will collapse.""",
    "EST017": """
The IMF says that default is likely.
According to the bank, a deal is unlikely.
A deal is likely, the union says.
A deal is likely, said the union.
In the union’s view a deal is likely.
Officials say that a strike is very likely.
The bank rates a default as unlikely.
NATO judges an attack unlikely.""",
}

LEFT_ALONE = {
    "EST002": """
Confidence-building measures are likely to be agreed in March.
A vote of no confidence is unlikely before March.
Crews have lost confidence in the board, and a strike is likely.
Public confidence in the railway is low, and a strike is likely.
Low confidence in the police makes reprisals likely.
The board is highly confident and unlikely to yield.
The company’s confidence is high, so a new offer is unlikely.
Our confidence in this judgement is moderate, because two reports agree.
He said with great confidence that a deal was likely.
A deal is likely. Our confidence is low.""",
    "EST003": """
The company says that freight will probably run.
The remote depots are closed.
The court found probable cause.
“It is probable”, he said.
An improbable hero emerged.""",
    "EST004": """
The climate panel says that warming is virtually certain.
They are more likely than others to go.
The most likely course is a deal.
The union called it “highly likely”.
The report calls a deal highly likely.
A deal is increasingly likely.
It is impossible to cross.
Certain depots are shut.""",
    "EST005": """
Trains stopped in May 2024.
The army’s might lies in its artillery.
Military might alone will not end it.
The pass may not be used after 5 March.
Staff who may vote were told.
The company could not be reached.
Crews could not agree.
The document may be quoted in full.
The union said that the strike could spread.
Refugees might be sent back, the agency fears.
A recall of crews could indicate an early end.
Under the law the union may strike again on 5 March.
It is unclear whether freight could resume.
Talks are likely to resume.
Could talks resume?
It is possible to cross by boat.
The work went on as fast as it could.
Perhaps 30 crews were there.
Aid could be delivered after the bridge was repaired.
Two trains could have collided had the signal failed.
The union, which might call a ballot, is likely to wait.""",
    "EST006": """
The union may well accept.
A deal is likely to be possible.
It is likely that crews, who may vote on 20 February, accept.
It might be possible to cross by boat.
He said that it may possibly spread.
It would likely fail.
Trains may run, and freight is likely to follow.
It is likely that in May the line opens.""",
    "EST007": """
It is likely (60 %) that freight runs.
A deal is likely (55–80 %).
It is likely that 45 per cent of crews accept.
Prices are likely to rise by 5 per cent.
A pay rise is likely (6 per cent).
Turnout is likely 45 per cent.
The union says a deal is likely (45 %).
A deal is likely, 45 per cent of crews say.
There is a 20 % chance of rain, but a flood is likely.
A 20 % chance of rain makes a flood likely.
A deal is not likely (30 %).
It is 70 % likely to hold.""",
    "EST008": """
There is about a 60 per cent chance of a deal.
A deal is likely (60 to 70 %).
Inflation is likely to exceed 12.5 per cent.
Chances are 7 in 10 that crews accept.
Turnout was 63.5 per cent.
The bank puts the chance at 63.5 per cent.""",
    "EST010": """
The crews are almost certain to accept.
A second strike is not inevitable.
There is no certainty that crews will accept.
Certain areas will stay closed.
There is almost no chance of a deal.
The deal is far from certain.
Both sides are bound to respect the truce.
Nothing is certain before the ballot.
Neither outcome is certain.
The minister said that defeat was inevitable.
Freedom of assembly is guaranteed by law.
Staff should be sure to carry papers.
The attack was without doubt the work of one man.
Delays were inevitable.
The union has definitely more members than in 2020.
The union had no chance to reply.
The line to Umeå is 100 per cent electric.
There is little doubt that talks will fail.""",
    "EST017": """
The union said on 3 February that it will vote; a deal is likely.
We say that a deal is likely.
The bank called a deal “likely”.
The climate panel says it is likely (66–100 per cent).
After the union said it would vote, a deal is likely.
A deal is likely because the committee says it accepts.
That said, a deal is likely.
The union says it will vote, and a deal is likely.""",
}


@pytest.mark.parametrize(("code", "text"), cases(FOUND))
def test_a_slip_is_found_once(code, text, tmp_path):
    assert len(findings(summary(text), tmp_path, code)) == 1


@pytest.mark.parametrize(("code", "text"), cases(LEFT_ALONE))
def test_what_only_looks_like_a_slip_is_left_alone(code, text, tmp_path):
    assert findings(summary(text), tmp_path, code) == []


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("There is a 52 % chance of a deal.", 1),
        ("A deal is likely (52 per cent).", 1),
        ("There is a realistic possibility (50 %) of a deal.", 1),
        ("We put the chance at 22 per cent.", 1),
        ("We put the chance at 36 to 39 per cent.", 1),
        ("There is a 30 to 60 % chance of a deal.", 0),
        ("There is a 30 % chance of a deal.", 0),
        ("Turnout is 52 per cent.", 0),
        ("A deal is likely (55–75 %).", 0),
    ],
)
def test_a_number_in_a_gap_has_no_term(text, count, tmp_path):
    assert len(findings(summary(text, scale="phia"), tmp_path, "EST007")) == count


@pytest.mark.parametrize(
    ("text", "horizon", "count"),
    [
        ("The strike will end.", None, 1),
        ("The truce may hold through March.", None, 1),
        ("The crews return by 5 March 2024.", None, 1),
        ("The deal holds in 2025.", None, 1),
        ("The statement is genuine.", "2024-03-05", 1),
        ("The statement is genuine.", "2024-02-05", 0),
        ("The fire was set on purpose.", None, 0),
        ("The union said that it will strike.", None, 0),
        ("A ballot is planned for 20 March 2024.", None, 0),
        ("The will of the crews is plain.", None, 0),
    ],
)
def test_a_forecast_needs_a_term(text, horizon, count, tmp_path):
    fragment = judgement(text=text, likelihood="n/a", horizon=horizon)
    assert len(findings(fragment, tmp_path, "EST001")) == count


@pytest.mark.parametrize(
    ("text", "likelihood", "count"),
    [
        ("Talks are likely to fail by 1 March 2024.", "very-likely", 1),
        ("Talks will probably fail by 1 March.", "unlikely", 1),
        ("There is a roughly even chance that talks fail.", "likely", 1),
        ("Talks are {likelihood} to fail. A second round is unlikely.", "likely", 1),
        ("Talks are {likelihood} to fail; a second round is unlikely.", "likely", 1),
        ("Talks are not likely to fail.", "likely", 1),
        ("It is {likelihood} that talks fail and very unlikely that they resume.", "likely", 1),
        ("The fire was likely arson.", "n/a", 1),
        ("Talks are likely to fail by 1 March 2024.", "likely", 0),
        ("Talks will probably fail by 1 March.", "likely", 0),
        ("Talks will probably not resume.", "likely", 0),
        ("Talks are not likely to fail.", "unlikely", 0),
        ("It is {likelihood} that the union, which is unlikely to split, accepts.", "likely", 0),
        ("It is {likelihood} that an unlikely ally appears.", "likely", 0),
        ("It is {likelihood} that unlikely allies join.", "likely", 0),
        ("It is {likelihood} that talks fail, although a deal is unlikely.", "very-likely", 0),
        ("It is {likelihood} that, as the bank says, default is unlikely.", "likely", 0),
        ("If the offer is unlikely to rise, crews accept.", "likely", 0),
    ],
)
def test_a_judgement_has_one_term(text, likelihood, count, tmp_path):
    horizon = None if likelihood == "n/a" else "2024-03-01"
    fragment = judgement(text=text, likelihood=likelihood, horizon=horizon)
    assert len(findings(fragment, tmp_path, "EST019")) == count


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("EST002", "It is {likelihood}, with low confidence, that the strike ends by 1 March 2024."),
        ("EST002", "We assess with high confidence that the strike ends by 1 March 2024."),
        ("EST005", "The strike could end by 1 March 2024."),
        ("EST005", "If the offer rises, the strike could end by 1 March 2024."),
        ("EST006", "It is {likelihood} that the strike may end by 1 March 2024."),
        ("EST007", "It is {likelihood} (45 %) that the strike ends by 1 March 2024."),
        ("EST007", "There is a 45 per cent chance that the strike ends by 1 March 2024."),
        ("EST010", "The strike ends without doubt by 1 March 2024."),
    ],
)
def test_a_judgement_is_read_with_its_own_term(code, text, tmp_path):
    (one,) = findings(judgement(text=text), tmp_path, code)
    assert one.record == "j-1"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("If a recall came, it could mean an early end by 1 March 2024.", "EST005"),
        ("The union, surely the largest, is {likelihood} to accept by 1 March 2024.", "EST010"),
        ("We assess with high confidence that the statement is genuine.", "EST019"),
    ],
)
def test_a_judgement_without_the_slip(text, code, tmp_path):
    assert findings(judgement(text=text), tmp_path, code) == []


@pytest.mark.parametrize(
    ("scenarios", "count"),
    [
        (("likely", "likely"), 1),
        (("unlikely", "very-unlikely"), 1),
        (("very-likely", "likely", "unlikely"), 1),
        (("likely", "unlikely"), 0),
        (("likely",), 0),
        (("almost-certain", "almost-no-chance"), 0),
    ],
)
def test_exclusive_scenarios_come_to_100(scenarios, count, tmp_path):
    rows = [{"id": f"sc-{at}", "text": "It happens", "likelihood": term} for at, term in enumerate(scenarios)]
    found = findings(json.dumps({"scenarios": rows}), tmp_path, "EST014")
    assert len(found) == count


def test_scenarios_that_can_come_together_are_not_counted(tmp_path):
    rows = [{"id": f"sc-{at}", "text": "It happens", "likelihood": "likely"} for at in (1, 2)]
    rows[0]["exclusive"] = "false"
    assert findings(json.dumps({"scenarios": rows}), tmp_path, "EST014") == []


def test_the_sum_of_the_scenarios_is_told(tmp_path):
    rows = [{"id": f"sc-{at}", "text": "It happens", "likelihood": "likely"} for at in (1, 2)]
    (one,) = findings(json.dumps({"scenarios": rows}), tmp_path, "EST014")
    assert "110–160 per cent" in one.message


@pytest.mark.parametrize(
    ("text", "said_by", "count"),
    [
        ("The fire likely killed three people.", None, 1),
        ("Eleven were probably hurt.", None, 1),
        ("The fire likely killed three people.", "a-union", 0),
        ("The ministry said that the fire was likely arson.", None, 0),
        ("According to doctors, more deaths are likely.", None, 0),
        ("Two men were injured in a remote depot.", None, 0),
        ("Fire crews were more likely to be hurt.", None, 0),
    ],
)
def test_an_estimate_in_a_claim_needs_somebody_who_said_so(text, said_by, count, tmp_path):
    claim = {
        "id": "c-2",
        "text": text,
        "sources": "s-2",
        "credibility": "2",
        **({"said_by": said_by} if said_by else {}),
    }
    assert len(findings(json.dumps({"claims": [claim]}), tmp_path, "EST015")) == count


def test_all_reasons_against_high_confidence_are_in_one_remark(tmp_path):
    weak = {
        "judgements": [{**JUDGEMENT, "confidence": "high", "evidence": {"for": "e-2"}, "assumptions": "k-1"}],
        "claims": [{"id": "c-2", "text": "Eleven people were injured.", "sources": "s-2", "credibility": "3"}],
        "assumptions": [{"id": "k-1", "text": "The company can pay.", "linchpin": "true"}],
        "gaps": [{"id": "n-1", "text": "What the crews want.", "blocks": "j-1"}],
    }
    (one,) = findings(json.dumps(weak), tmp_path, "EST012")
    for reason in ("one origin", "C3 or worse", "k-1", "n-1"):
        assert reason in one.message


@pytest.mark.parametrize(
    ("confidence", "horizon", "count"), [("high", "2025", 1), ("high", "2025-02-05", 0), ("low", "2026", 0)]
)
def test_high_confidence_reaches_no_further_than_a_year(confidence, horizon, count, tmp_path):
    assert len(findings(judgement(confidence=confidence, horizon=horizon), tmp_path, "EST013")) == count


@pytest.mark.parametrize(
    ("code", "fields", "count"),
    [
        ("EST009", {"horizon": None}, 1),
        ("EST009", {"horizon": None, "likelihood": "n/a", "text": "The statement is genuine."}, 0),
        ("EST011", {"basis": None}, 1),
        ("EST011", {"basis": "Our confidence in this judgement is moderate."}, 1),
        ("EST011", {"basis": "Moderate confidence."}, 1),
        ("EST011", {"basis": "Confidence is moderate, because two reports agree."}, 0),
        ("EST018", {"confidence": None}, 1),
    ],
)
def test_a_field_that_is_missing_or_empty_words(code, fields, count, tmp_path):
    assert len(findings(judgement(**fields), tmp_path, code)) == count


def test_a_scope_note_may_explain_both_rows(tmp_path):
    explained = json.loads(summary("Freight will probably run again.")) | {
        "product": {"scope": "“Likely” and “probably” mean the same in this document."}
    }
    assert findings(json.dumps(explained), tmp_path, "EST003") == []


def test_the_rarer_row_is_the_odd_one_out(tmp_path):
    text = "A deal is probable. Talks are improbable. A split is likely."
    fragment = json.loads(summary(text)) | {
        "judgements": [{**JUDGEMENT, "likelihood": "n/a", "text": "It is genuine."}]
    }
    frame = {"product": {"title": "The strike goes on"}}
    (one,) = findings(json.dumps({**fragment, **frame}), tmp_path, "EST003")
    assert "“likely”" in one.message
    assert "“probable”" in one.remedy


def test_a_certain_term_of_kents_is_none_for_a_forecast(tmp_path):
    fragment = json.loads(judgement(likelihood="certainty", text="It is a {likelihood} that they go.", changed=None))
    fragment["product"] = {"scale": "kent"}
    assert len(findings(json.dumps(fragment), tmp_path, "EST010")) == 1


CLEAN = """
The ministry may not have received the letter, its spokesman said. Both delegations agreed that talks could resume once
the prisoners are released. A certain degree of restraint was visible on both sides. The Council expressed confidence in
the mediator and called a vote of confidence for May. The two governments reaffirmed that the border will remain open to
relief convoys. Fighting continued in remote valleys, where convoys may travel only by day. Some 40 per cent of the
wells are dry, and the harvest fell by 12.5 per cent. The bank lowered its forecast and expects growth of 1.5 per cent.
Probable cause was found for the arrest. The chance meeting of the two envoys surprised reporters. Supplies could get
through only after the road was cleared. The parties are bound by the accord of 2019. Observers counted ballots in 7 in
10 stations. Trust is low, confidence-building is slow, and talks drag on. Nothing suggests that the truce will
collapse. Under the accord each side may keep two posts on the ridge. The court may order a recount until 10 March. The
likeliest reading of the silence is fear. The odds were against the crew. The company has every chance to appeal until
10 March. The next issue will look at freight. The ballot ends on 20 February. A third of the crews did not vote. The
fleet is to leave port in May. It is not certain who gave the order.
"""


@pytest.mark.parametrize("place", ["bluf", "narrative", "outlook"])
def test_ordinary_prose_has_no_finding(place, tmp_path):
    found = reviewed(summary(" ".join(CLEAN.split()), place), tmp_path).findings
    assert [str(one) for one in found if one.code.startswith("EST")] == []


def test_the_mark_is_the_wrong_word(tmp_path):
    (one,) = findings(summary("Freight runs on 5 March. The strike could spread."), tmp_path, "EST005")
    line = (tmp_path / "sheet.yaml").read_text("utf-8").splitlines()[one.mark.line - 1]
    assert line[one.mark.column - 1 :].startswith("could")


@pytest.mark.parametrize("piece", ["likely, may, said that, 45 %, ", "if which likely ", "no doubt will never "])
def test_a_sentence_without_end_takes_no_time(piece, tmp_path):
    began = time.process_time()
    for code in ("EST003", "EST005", "EST007", "EST010", "EST017"):
        findings(summary(piece * (15_000 // len(piece))), tmp_path, code)
    assert time.process_time() - began < 10
