"""Sentences on the text: what is no longer told though it stands, what was merged, what is headed anew."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import chain

from briefgen import citations
from briefgen.change.both import Both
from briefgen.change.note.reworded import flagged
from briefgen.change.note.sentence import Group, Sentence, group, listed
from briefgen.change.passage import is_anew
from briefgen.change.voice import quoted
from briefgen.edition import PROSE, Edition, Record

#: What share of the claims of a paragraph another one must cite to have taken it in.
MERGED = 0.5


def groups(both: Both) -> Iterator[Group]:
    """Yield what is said of the text."""
    yield from group("The text", _sentences(both), 8)


def _sentences(both: Both) -> Iterator[Sentence]:
    for section in PROSE[1:]:
        pairs = both.pairs(section)
        gone = [old for old, new in pairs if old and new is None]
        yield from _merged(both, section, gone)
        yield from (_repeating(both, section, one) for one in gone if _only_repeats(one))
        if not both.discreet:
            yield from _headed(section, [(old, new) for old, new in pairs if old and new])
        yield from _turned(both, section, [(old, new) for old, new in pairs if old and new])
    if silent := list(_untold(both)):
        names = listed(both.voices[1].mention(one) for one in silent)
        yield Sentence(f"No longer told, and not retracted: {names}.", "narrative")


def _headed(section: str, pairs: list[tuple[Record, Record]]) -> Iterator[Sentence]:
    anew = [(old, new) for old, new in pairs if old["heading"] and new["heading"] and old["heading"] != new["heading"]]
    if anew:
        words = listed(f"{quoted(new['heading'])} (before: {quoted(old['heading'])})" for old, new in anew)
        yield Sentence(f"Headed anew: {words}.", section, tuple(new["heading"] for _, new in anew), ("heading",))


def _turned(both: Both, section: str, pairs: list[tuple[Record, Record]]) -> Iterator[Sentence]:
    """Yield the paragraphs that are as before but for a number or a negation."""
    for old, new in pairs:
        if not is_anew(old["text"], new["text"]) and (flag := flagged(old["text"], new["text"])):
            yield Sentence(f"{both.mark(new)}{quoted(_name(both, new, 1))}: {flag}", section)


def _merged(both: Both, section: str, gone: list[Record]) -> Iterator[Sentence]:
    """Yield which paragraphs went into another one, those of one together."""
    found: defaultdict[str, list[Record]] = defaultdict(list)
    for one in gone:
        if into := _taken_in(both, _cited(one)):
            found[into].append(one)
    for into, those in found.items():
        names = listed(f"{both.mark(one, 0)}{quoted(_name(both, one))}" for one in those)
        standing = all(both.voices[1].record(claim) for one in those for claim in _cited(one))
        verb, rest = "is" if len(those) == 1 else "are", "; the claims stand" if standing else ""
        yield Sentence(f"{names} {verb} shortened and merged into {quoted(into)}{rest}.", section)


def _only_repeats(paragraph: Record) -> bool:
    """Return whether a paragraph has no words beside the judgements that it repeats."""
    return not citations.JUDGEMENT.sub("", paragraph["text"]).strip()


def _repeating(both: Both, section: str, old: Record) -> Sentence:
    voice = both.voices[0]
    repeated = [voice.record(one) for _, one in citations.judgements(old["text"])]
    names = listed(quoted(voice.prose(one, one["text"]).removesuffix(".")) for one in repeated if one)
    words = f"The {section} no longer repeats the judgement{'s' if len(repeated) > 1 else ''} {names}."
    return Sentence(words, section, (_name(both, old),), ("",))


def _name(both: Both, paragraph: Record, side: int = 0) -> str:
    return both.voices[side].called(paragraph, ("heading",) if paragraph["heading"] else ("text",))


def _taken_in(both: Both, claims: set[str]) -> str:
    """Return the heading of the paragraph that tells most of what another one told; nothing if none does."""
    found = [(len(claims & _cited(one)), one["heading"]) for one in _paragraphs(both.after) if one["heading"]]
    most, heading = max(found, key=lambda one: one[0], default=(0, ""))
    return heading if claims and most >= MERGED * len(claims) else ""


def _cited(paragraph: Record) -> set[str]:
    return {one for _, one in citations.mentions(paragraph["text"])} | set(paragraph.get("refs", ()))


def _paragraphs(edition: Edition) -> Iterator[Record]:
    return chain.from_iterable(edition.summary.get(section, ()) for section in PROSE)


def _untold(both: Both) -> Iterator[str]:
    """Yield the claims that the text told, that are still in the sheet as they were, and that it tells no more."""
    now = set().union(*map(_cited, (*_paragraphs(both.after), *both.after.impact)))
    standing = {one["id"] for one in both.after.claims}
    told = dict.fromkeys(
        one for paragraph in _paragraphs(both.before) for _, one in citations.mentions(paragraph["text"])
    )
    return (one for one in told if one in standing and one not in now)
