"""Probabilities told in numbers: “a 60 per cent chance”, “likely (45 %)”, “7 in 10”; other percentages are none."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from briefgen.lint.likelihoods import Estimate, estimates, judged, printed_in_front
from briefgen.lint.passage import Passage
from briefgen.lint.pattern import either
from briefgen.lint.review import Review
from briefgen.prose import Sentence
from briefgen.tradecraft.likelihood import Scale, Term

ONES = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10}
TENS = {"ten": 10, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50}
TENS |= {"sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90}
WORDS = {**ONES, **TENS, "hundred": 100, "twenty-five": 25, "seventy-five": 75, "zero": 0}

N = rf"(?:\d{{1,3}}(?:\.\d+)?|twenty-five|seventy-five|{'|'.join(TENS)})"
PCT = r"(?:\s?%|[\s-]per[\s-]?cent\b|\spct\b)"
BOUND = (
    r"(?:(?P<above>more than|greater than|over|above|at least|no less than|upwards of|>)"
    r"|(?P<below>less than|lower than|under|below|up to|at most|no more than|<)"
    r"|(?P<about>about|around|roughly|some|approximately|nearly|almost|circa|ca\.|close to|perhaps|~|≈))\s*"
)
NUMBER = (
    rf"(?<![\w.,])(?:{BOUND}(?:an? )?)?(?:between |from )?(?<![\d.,])(?:"
    rf"(?P<low>{N}){PCT}?(?:\s?[-–—‑]\s?| (?:to|and|or) )(?P<high>{N}){PCT}"
    rf"|(?P<only>{N}){PCT}"
    rf"|(?P<n>\d{{1,2}}|{'|'.join(ONES)})(?: chances?)?[\s-](?:in|out[\s-]of)[\s-](?:every[\s-])?"
    rf"(?P<m>\d{{2,3}}|[2-9]|{'|'.join(ONES)}|twenty|hundred)(?![\w,.]\w)"
    rf"|(?P<even>50\s?[-–:/]\s?50|fifty-fifty)|(?P<share>0?\.\d{{1,3}}))(?!\w)"
)
CHANCE = r"(?:chances?|probabilit(?:y|ies)|likelihoods?|odds|prospects?)"
#: A chance before the number (“the chance of a deal is 60 per cent”) and behind it (“a 60 per cent chance”).
AHEAD = (
    rf"\b{CHANCE}\b[^.;,()]{{0,60}}?(?:\s(?:at|of|is|are|as|to be|being)|\s?[=:]) (?:between |an? )?$|\bp\s?[=:≈]\s?$"
)
#: Directly before a number, so that it is a chance whatever comes behind it.
CHANCE_OF = rf"\b{CHANCE} of (?:about |around |roughly |some )?$"
BEHIND = (
    rf"\s?-?\s?(?:the |an? )?(?P<chance>{CHANCE})\b",
    r" (?P<degree>likely|unlikely|probable|certain|sure)\b(?=\s*(?:[.,;:)]|$|to\b|that\b))",
)
OPEN_END = r"\s*(?:[.,;:)\]–—]|$)| (?:that|to|and|or|for|by|before|until|within|over|but|while|in)\b"
CLOSED = rf"(?: or so)?\s*(?:[.,;:)\]–—]|$)|\s?-?\s?{CHANCE}\b"
#: Between a term and the number that belongs to it.
LINK = (
    r"^(?:\s*(?:[(\[,:–—]|\s-)\s*| (?=at\b|with\b))"
    r"(?:(?:that is|i\.e\.|meaning|or|at|with|by|an?|we put it|put|estimated|p|probability|chance|likelihood|of|=)"
    r"[,:]?\s*)*$"
)
#: Between a term and a range in brackets that ends its clause: “unlikely to be signed by March (30 to 60 per cent)”.
CLAUSE = r"^(?:(?!\b(?:that|which|who|where|and|but|while|because|than)\b)[^.;:,()]){1,80}\($"
#: Between a number and the term that belongs to it.
BACK = rf"^\s*{CHANCE}?\s*[(\[,–—]\s*(?:(?:that is|i\.e\.|or|so|hence|thus|in other words|which is)[,:]?\s*)*$"
#: Two estimates of two things, where one of these stands between them.
APART = r"[;:]|\b(?:and|but|while|whereas|makes?|making|because|since|though|although|if|unless|whether|than)\b"
#: Every number that is a probability has one of these; a sentence without is not looked at any further.
SIGNS = (
    rf"%|cent\b|(?:\d|\b(?:{'|'.join(ONES)})|chances?)[\s-](?:in|out[\s-]of)[\s-](?:every|\d|{'|'.join(ONES)}|twenty|hundred)"
    r"|\d\s?[-–:/]\s?\d|fifty-|0?\.\d"
)
#: A number beside a term is one of these, where the sentence has one, unless it is called a chance.
AMOUNTS = (
    r"\b(?:rises?|increases?|cuts?|growth|drops?|falls?|declines?|turnout|shares?|rates?|tariffs?|tax(?:es)?|discounts?"
    r"|loss(?:es)?|gains?|majority|inflation|swing|raise|reductions?|surplus|deficit|stakes?|duty|duties|interest|yields?)\b"
)
FAR = 100
WIDE = 10  # per cent; a range of that width behind a term is one of chances, and no price or share


@dataclass(frozen=True)
class Probability:
    """A number in per cent with its ends; *explicit*: a “chance” or the like stands beside it."""

    low: float
    high: float
    start: int
    end: int
    bound: str = ""
    is_exact: bool = True
    explicit: bool = False
    degree: bool = False

    @property
    def is_point(self) -> bool:
        """Whether it is one number."""
        return self.low == self.high

    def fits(self, term: Term, scale: Scale) -> bool:
        """Return whether it lies in the band of a *term* of *scale*; a number on an edge is not held against it."""
        if self.bound:
            return self.low < term.high if self.bound == "above" else self.high > term.low
        if self.is_point and not scale.contiguous:
            return term.holds(self.low)
        return term.low <= self.low and self.high <= term.high


def probabilities(bare: str) -> Iterator[Probability]:
    """Yield the numbers of a sentence that are, or may be, probabilities."""
    if not either(SIGNS).search(bare):
        return
    for match in either(NUMBER).finditer(bare):
        if one := _probability(match, bare):
            yield one


def _probability(match: re.Match[str], bare: str) -> Probability | None:
    low, high = _ends(match)
    if not 0 <= low <= high <= 100:
        return None
    behind = either(*BEHIND).match(bare, match.end())
    start = match.end() - len(match[0].lstrip())
    before = bare[max(0, start - FAR) : start]
    is_ahead = either(AHEAD).search(before) and either(OPEN_END).match(bare, match.end())
    is_share = match["share"] and either(CHANCE_OF).search(before)
    explicit = bool(behind or is_ahead or is_share or match["even"])
    if match["share"] and not explicit:
        return None
    bound = "above" if match["above"] else "below" if match["below"] else ""
    is_exact = (
        not match["about"] and not bare.startswith(" or so", match.end()) and not match["n"] and not match["even"]
    )
    degree = bool(behind and behind["degree"])
    return Probability(low, high, start, match.end(), bound, is_exact, explicit, degree)


def _ends(match: re.Match[str]) -> tuple[float, float]:
    if match["n"]:
        share = 100 * _value(match["n"]) / _value(match["m"])
        return share, share
    if match["even"]:
        return 50, 50
    if match["share"]:
        return 100 * float(match["share"]), 100 * float(match["share"])
    low = _value(match["low"] or match["only"])
    return low, _value(match["high"]) if match["high"] else low


def _value(word: str) -> float:
    value = WORDS.get(word.lower())
    return float(word) if value is None else value


def told(review: Review, passage: Passage, sentence: Sentence) -> Iterator[tuple[Probability, Term | None]]:
    """Yield the probabilities that a sentence tells in numbers, each with the term beside it, if there is one."""
    numbers = list(probabilities(sentence.bare))
    made = estimates(review, passage, sentence) if numbers else []
    own = [one for one in made if one.use is None or (one.use.scale is review.scale and not one.use.negated)]
    for number in numbers:
        partner = _partner(number, own, sentence.bare)
        if partner:
            yield number, partner.term
        elif number.explicit:
            in_front = not made and printed_in_front(review, passage, sentence)
            yield number, judged(review, passage) if in_front and not number.degree else None


def _partner(number: Probability, made: Sequence[Estimate], bare: str) -> Estimate | None:
    """Return the estimate that a number belongs to."""
    close = [one for one in made if one.start - FAR < number.end and number.start < one.end + FAR]
    near = [one for one in close if _is_beside(number, one, bare)]
    if near or not number.explicit or number.degree:
        return near[0] if near else None
    free = [one for one in close if not either(APART).search(_between(number, one, bare))]
    return min(free, key=lambda one: abs(one.start - number.start), default=None)


def _is_beside(number: Probability, one: Estimate, bare: str) -> bool:
    between = _between(number, one, bare)
    if one.end > number.start:
        linked = either(BACK).search(between)
    else:
        linked = either(LINK).search(between) if either(CLOSED).match(bare, number.end) else None
        linked = linked or _is_in_brackets(number, between, bare)
    around = bare[max(0, number.start - FAR) : number.end + FAR]
    if between.strip() == "(" and number.high - number.low >= WIDE:
        return bool(linked)
    return bool(linked) and (number.explicit or not either(AMOUNTS).search(around))


def _is_in_brackets(number: Probability, between: str, bare: str) -> re.Match[str] | None:
    """Return a match if brackets at the end of a term's clause hold a range and nothing else."""
    is_alone = not number.is_point and bare[number.end :].lstrip().startswith(")")
    return either(CLAUSE).search(between) if is_alone else None


def _between(number: Probability, one: Estimate, bare: str) -> str:
    return bare[one.end : number.start] if one.end <= number.start else bare[number.end : one.start]
