"""Sentences on the text: what is no longer told though it stands, what was merged, what was dropped.

Whatever the text leaves out, a claim of an edition is printed: the longer documents have a table of every one. What is
in no table either is dropped, and told among the claims.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from briefgen import citations
from briefgen.change.both import Both
from briefgen.change.note.reworded import flagged
from briefgen.change.note.sentence import Group, Sentence, group, listed
from briefgen.change.passage import is_anew
from briefgen.change.voice import Voice, quoted
from briefgen.edition import PROSE, Edition, Record

#: What share of the claims of a paragraph another one must cite to have taken it in.
MERGED = 0.5


def groups(both: Both) -> Iterator[Group]:
    """Yield what is said of the text; what is merely not repeated stands below the note."""
    yield from group("The text", _sentences(both), 8)
    yield from group("Not repeated", _repeating(both), 0)


def _sentences(both: Both) -> Iterator[Sentence]:
    untold = tuple(_untold(both))
    explained: set[str] = set()
    for section in PROSE[1:]:
        pairs = both.pairs(section)
        gone = [old for old, new in pairs if old and new is None]
        into = {id(one): _taken_in(both, _cited(one)) for one in gone}
        yield from _merged(both, section, [(one, into[id(one)]) for one in gone if into[id(one)]], untold)
        cut = [one for one in gone if one["heading"] and not into[id(one)]]
        yield from (_dropped(both, section, one, untold) for one in cut)
        explained |= set().union(*(_cited(one) for one in gone if into[id(one)] or one["heading"]))
        yield from _turned(both, section, [(old, new) for old, new in pairs if old and new])
    if silent := [one for one in untold if one not in explained]:
        yield Sentence(
            f"No longer in the running text, but still in the tables: {_mentions(both, silent)}.", "narrative"
        )


def _mentions(both: Both, claims: Sequence[str]) -> str:
    """Return claims each by the title of the event that is told by it alone, else by what it says."""
    return listed(_mention(both.voices[1], one, both.after.events) for one in claims)


def _mention(voice: Voice, claim: str, events: Sequence[Record]) -> str:
    told = (
        one["id"] for one in events if one["claims"] == (claim,) and one["title"] and not voice.is_marked(one["id"])
    )
    event = None if voice.is_marked(claim) else next(told, None)
    return voice.mention(event) if event else voice.beginning(claim)


def _dropped(both: Both, section: str, old: Record, untold: Sequence[str]) -> Sentence:
    """Return that a paragraph is gone, with the claims that nothing else tells; if there are none, that all stand."""
    lost = [one for one in untold if one in _cited(old)]
    left = f"; what it alone told is still in the tables: {_mentions(both, lost)}" if lost else ""
    stands = "; nothing in it is withdrawn" if not lost and _cited(old) and _stands(both, old) else ""
    return Sentence(f"{both.mark(old, 0)}{quoted(_name(both, old))} is dropped{left}{stands}.", section)


def _stands(both: Both, paragraph: Record) -> bool:
    """Return whether all records that a paragraph cites are still there, and none was withdrawn."""
    found = [both.voices[1].record(one) for one in _cited(paragraph)]
    return all(found) and not any(one.get("withdrawn") for one in found)


def _turned(both: Both, section: str, pairs: list[tuple[Record, Record]]) -> Iterator[Sentence]:
    """Yield the paragraphs that are as before but for a number or a negation."""
    for old, new in pairs:
        if not is_anew(old["text"], new["text"]) and (flag := flagged(old["text"], new["text"])):
            yield Sentence(f"{both.mark(new)}{quoted(_name(both, new, 1))}: {flag}", section)


def _merged(both: Both, section: str, gone: Iterable[tuple[Record, str]], untold: Sequence[str]) -> Iterator[Sentence]:
    """Yield which paragraphs went into another one, those of one together, and what was left out."""
    found: defaultdict[str, list[Record]] = defaultdict(list)
    for one, into in gone:
        found[into].append(one)
    for into, those in found.items():
        names = listed(f"{both.mark(one, 0)}{quoted(_name(both, one))}" for one in those)
        lost = [claim for claim in untold if any(claim in _cited(one) for one in those)]
        verb = "is" if len(lost) == 1 else "are"
        without = f", without {_mentions(both, lost)}, which {verb} still in the tables" if lost else ""
        rest = "; the claims stand" if not lost and all(_stands(both, one) for one in those) else ""
        verb = "is" if len(those) == 1 else "are"
        yield Sentence(f"{names} {verb} shortened and merged into {quoted(into)}{without}{rest}.", section)


def _only_repeats(paragraph: Record) -> bool:
    """Return whether a paragraph has no words beside the judgements that it repeats."""
    return not citations.JUDGEMENT.sub("", paragraph["text"]).strip()


def _repeating(both: Both) -> Iterator[Sentence]:
    for section in PROSE[1:]:
        for old, new in both.pairs(section):
            if old and new is None and _only_repeats(old):
                yield _repeated(both, section, old)


def _repeated(both: Both, section: str, old: Record) -> Sentence:
    voice = both.voices[0]
    found = [voice.record(one) for _, one in citations.judgements(old["text"])]
    names = listed(quoted(voice.prose(one, one["text"]).removesuffix(".")) for one in found if one)
    words = f"The {section} no longer repeats the judgement{'s' if len(found) > 1 else ''} {names}."
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
