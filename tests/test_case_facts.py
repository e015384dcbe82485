"""Every fact of the Pakistan case, with its lineage, is printed in one of the two issues."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest

BRIEFS = Path(__file__).parents[1] / "briefs"
ISSUES = {1: BRIEFS / "ttp-islamabad-ceasefire.yaml", 2: BRIEFS / "ttp-islamabad-ceasefire-2.yaml"}
TRIBUNE = "Express Tribune"

# fact: words that bring it and its lineage onto the page of the issue in which it is first told
FACTS = {
    1: {
        "A1": ("reportedly agreed to an unannounced ceasefire", "KabulNow has this from", TRIBUNE),
        "A2": ("Haqqani Network, intervened to bring the reported ceasefire about", TRIBUNE),
        "A3": ("to hold until the general election of 8 February 2024", TRIBUNE),
        "A4": ("at least 27 attacks in Pakistan, mainly in Khyber Pakhtunkhwa", TRIBUNE),
        "A5": ("claimed none of the 27 or more attacks of January 2024", TRIBUNE),
        "A6": ("August 2021", "religious scholars, tribal leaders and the authorities in Kabul"),
        "A7": ("rehabilitate fighters and their families", "gave up their military structure", "according to reports"),
        "A8": ("These efforts failed", "appears to have widened its organisation across the country"),
        "A9": ("mediated by the Afghan Taliban began in June 2022",),
        "A10": ("ended that ceasefire in November 2022", "security forces had attacked it"),
        "A11": ("(TJP) have escalated attacks, primarily on security forces", "Balochistan"),
        "A12": ("After meeting security officials", "the vote would go ahead on 8 February", "1 February are inferred"),
        "A13": ("non-binding resolution asking to delay the election for security reasons",),
        "A14": ("Rehan Zeb Khan", "Malik Kaleem Ullah", "shot dead while campaigning in an area bordering Afghanistan"),
        "A15": ("IS-KP", "claimed the first of the two killings"),
        "A16": ("Baloch Liberation Army", "large coordinated attack during a rally", "at least 15 people died"),
        "A17": ("State Department had voiced concern", "choose their leaders without fear", "reporting a statement"),
        "A18": ("credibility and fairness of the vote", "by the military, for which there is precedent"),
        "A19": (
            "little chance of free and fair parliamentary elections",
            "rigging before the poll",
            "reporting a statement",
        ),
        "A20": ("sentenced to 10 and 14 years", "leaking secret documents"),
        "A21": ("an unfair election could bring further instability", "reporting a statement"),
        "A22": ("party is under a severe crackdown by the military",),
        "B2": ("original report of The Express Tribune has not been seen", "not seen"),
        "B3": ("not interested in talks with the TTP", "The Public Purview", "the month is inferred"),
    },
    2: {
        "A1": ("reportedly agreed to an unannounced ceasefire", "Both have it from", TRIBUNE),
        "B1": ("The reported ceasefire is a verbal one", "Amu TV", TRIBUNE, "has a single origin"),
        "B2": ("original report of The Express Tribune has not been seen", "not seen"),
        "B4": ("spokesman had said nothing", "(JuA), a TTP faction, announced that it would step up attacks", "Amu TV"),
        "B5": ("stormed the police station at Chodwan", "at least ten police", "Nobody had claimed the attack", "PTI"),
        "B6": ("Khanozai (Pishin district)", "Qilla Saifullah", "killed 28", "killed 26", "at 24, or at more than 30"),
    },
}
TOLD = [(issue, fact, words) for issue, facts in FACTS.items() for fact, words in facts.items()]
NOT_YET = ["Amu TV", "Jamaat-ul-Ahrar", "Chodwan", "Khanozai"]
TASKING = ["liaison team", "Collection manager"]

PageText = Callable[[Path], str]


def plain(text: str) -> str:
    """Return *text* without what only serves the setting: joiners, soft hyphens, kinds of space and of dash."""
    text = re.sub("[\u00ad\u200b\u2060]", "", unicodedata.normalize("NFKC", text))
    return re.sub(r"\s+", " ", text.replace("\u2010", "-").replace("\u2011", "-"))


@pytest.mark.parametrize(("issue", "fact", "words"), TOLD, ids=[f"{fact} in issue {issue}" for issue, fact, _ in TOLD])
def test_a_fact_is_printed_with_its_lineage(issue: int, fact: str, words: tuple[str, ...], page_text: PageText) -> None:
    page = plain(page_text(ISSUES[issue]))
    assert [word for word in words if word not in page] == [], fact


def test_no_fact_is_forgotten() -> None:
    expected = {f"A{number}" for number in range(1, 23)} | {f"B{number}" for number in range(1, 7)}
    assert {fact for _, fact, _ in TOLD} == expected


@pytest.mark.parametrize("word", NOT_YET)
def test_issue_1_knows_nothing_of_what_came_later(word: str, page_text: PageText) -> None:
    assert word not in plain(page_text(ISSUES[1]))


@pytest.mark.parametrize("issue", ISSUES)
@pytest.mark.parametrize("word", TASKING)
def test_internal_tasking_stays_out_of_the_open_edition(word: str, issue: int, page_text: PageText) -> None:
    assert word not in plain(page_text(ISSUES[issue]))


@pytest.mark.parametrize("issue", ISSUES)
def test_the_ceasefire_is_never_stated_as_fact(issue: int, page_text: PageText) -> None:
    agreed = re.findall(r"[^.]*\bagreed to an unannounced ceasefire", plain(page_text(ISSUES[issue])))
    assert agreed
    assert [one for one in agreed if not re.search(r"report|say that", one)] == []
