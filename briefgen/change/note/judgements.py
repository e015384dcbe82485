"""Sentences on judgements: what moved, what is new, what came out, what was looked at again and kept."""

from __future__ import annotations

from collections.abc import Iterator

from briefgen.change.both import Both
from briefgen.change.note.bottom_line import OPENING, opens
from briefgen.change.note.dissent import dissents
from briefgen.change.note.grade import term, turn
from briefgen.change.note.ground import thin
from briefgen.change.note.reworded import is_reversed, is_reworded, reworded
from briefgen.change.note.sentence import Group, Sentence, capital, group, joined, stopped
from briefgen.change.voice import quoted
from briefgen.edition import Record
from briefgen.figures.telling import plain
from briefgen.prose import sentences
from briefgen.tradecraft.confidence import LEVELS

SECTION = "judgements"
TOLD = ("likelihood", "confidence", "why", "outcome", "key judgement", "horizon", "dissent")
OUTCOMES = {
    "true": "Counted as true",
    "false": "Counted as not true",
    "undecidable": "Cannot be decided",
    "open": "Open again",
}
#: The leads in their order; every judgement that something is said of has one.
MOVED, ANEW = "Judged differently", "Judgements that say something else"
FIRST = (MOVED, ANEW)
NEW = "New judgements"
REST = (NEW, "Judgements decided", "Reviewed and kept", "Judgements dropped", "Also on judgements")


def moved(both: Both) -> Iterator[Group]:
    """Yield what is judged differently, or says something else."""
    return _groups(both, FIRST)


def key(both: Both) -> Iterator[Group]:
    """Yield the key judgements of a sheet that is new."""
    those = [one for one in both.after.judgements if one["key"]]
    yield from group("Key judgements", (Sentence(_new(both, one), SECTION, (one["id"],), ("",)) for one in those), 8)


def others(both: Both) -> Iterator[Group]:
    """Yield what else is said of judgements."""
    return _groups(both, REST)


def _groups(both: Both, leads: tuple[str, ...]) -> Iterator[Group]:
    """Yield what is said of judgements, each under the lead that matters most."""
    found = [told for old, new in both.pairs(SECTION) if (told := _told(both, old, new))]
    for lead in leads:
        yield from group(lead, (sentence for under, sentence in found if under == lead))


def _told(both: Both, old: Record | None, new: Record | None) -> tuple[str, Sentence] | None:
    if new is None:
        return _dropped(both, old) if old else None
    if old is None:
        return NEW, Sentence(_new(both, new), SECTION, (new["id"],), TOLD)
    lead, words = _lead(both, old, new)
    rest = list(_asides(both, old, new, lead))
    if not (words or rest):
        return None
    words = words or quoted(_whole(both, new))
    fields = (*TOLD, "text") if is_reworded(old, new) else TOLD
    return lead, Sentence(joined(words, *rest), SECTION, (new["id"],), fields)


def _dropped(both: Both, old: Record) -> tuple[str, Sentence]:
    words = both.voices[0].prose(old, old["text"])
    return "Judgements dropped", Sentence(words, SECTION, (old["id"],), ("",))


def _new(both: Both, new: Record) -> str:
    said = "; ".join(_facts(both, new))
    sentence = capital(OPENING) if opens(both, new) else _whole(both, new).removesuffix(".")
    until = f"The judgement covers the time up to {both.voices[1].date(new['horizon'])}." if new.get("horizon") else ""
    why = f"Why new: {why}" if (why := _why(both, None, new)) else ""
    dissent = dissents(both, None, new)
    return joined(f"{sentence}{f' ({said})' if said else ''}.", until, why, _basis(both, new), *dissent)


def _facts(both: Both, judgement: Record) -> list[str]:
    """Return the band of a judgement, and how confident we are: “20–45 %”, “confidence low”."""
    graded = term(both.voices[1], judgement)
    facts = [f"{graded.band} %"] if graded else []
    return facts + ([f"confidence {judgement['confidence']}"] if judgement["confidence"] else [])


def _basis(both: Both, judgement: Record) -> str:
    """Return the first sentence of what a judgement rests on; all of it where some words bear a mark of their own."""
    text = judgement["basis"] or ""
    first = [one.text for one in sentences(text)][:1]
    said = text if judgement.get("marks") else "".join(first)
    return f"Basis: {stopped(both.voices[1].marked(judgement, plain(said)))}" if said else ""


def _lead(both: Both, old: Record, new: Record) -> tuple[str, str]:
    """Return the lead that a judgement stands under, and what is said of it there."""
    if _outcome(old) != _outcome(new):
        return "Judgements decided", joined(*_decided(both, old, new), *thin(both, old, new))
    if is_reversed(old, new):
        return ANEW, reworded(both, old, new, "judgement")
    if old["likelihood"] != new["likelihood"]:
        about = stopped(both.voices[1].thesis(new))
        return MOVED, joined(_turned(both, new, turn(both, old, new), about), _because(both, old, new))
    if old["confidence"] != new["confidence"]:
        said = _turned(both, new, _confidence(old, new), quoted(_whole(both, new)))
        return MOVED, joined(said, _because(both, old, new))
    if is_reworded(old, new):
        return ANEW, reworded(both, old, new, "judgement")
    if _is_kept(old, new):
        return "Reviewed and kept", joined(_kept(both, new), _why(both, old, new))
    return "Also on judgements", ""


def _turned(both: Both, judgement: Record, turned: str, about: str) -> str:
    """Return how a judgement moved, and what it is about, unless the note has that in its first words."""
    if opens(both, judgement):
        return f"{capital(OPENING)}: {turned[:1].lower()}{turned[1:]}."
    return f"{turned}: {about}"


def _decided(both: Both, old: Record, new: Record) -> Iterator[str]:
    """Yield what was forecast, how that came out by which test, and what happened."""
    yield f"Forecast: {quoted(_whole(both, new))}"
    test, why = (new["resolve"] or {}).get("test"), _why(both, old, new)
    by = f" by its test, {quoted(plain(test).removesuffix('.'))}" if test and _outcome(new) != "open" else ""
    yield f"{OUTCOMES[_outcome(new)]}{by}{f': {why}' if why else '.'}"


def _whole(both: Both, judgement: Record) -> str:
    return both.voices[1].prose(judgement, judgement["text"])


def _is_kept(old: Record, new: Record) -> bool:
    """Return whether the desk has looked at a judgement since, and says that it stands."""
    changed = new["changed"]
    return bool(changed and changed != old["changed"] and changed["earlier"] == new["likelihood"])


def _kept(both: Both, judgement: Record) -> str:
    facts = ", ".join([*_facts(both, judgement), "as before"])
    return f"{quoted(_whole(both, judgement).removesuffix('.'))} ({facts})."


def _outcome(judgement: Record) -> str:
    return str((judgement["resolve"] or {}).get("outcome") or "open")


def _why(both: Both, old: Record | None, new: Record) -> str:
    """Return the reason that the desk gives for what is new; an old reason is none for it."""
    is_news = new["changed"] and (old is None or new["changed"] != old["changed"])
    return capital(stopped(both.voices[1].marked(new, plain(new["changed"]["why"])))) if is_news else ""


def _because(both: Both, old: Record, new: Record) -> str:
    return f"Why: {why}" if (why := _why(both, old, new)) else ""


def _asides(both: Both, old: Record, new: Record, lead: str) -> Iterator[str]:
    """Yield what else is said of a judgement: what stayed beside what moved, and what a reader must know."""
    is_other = old["likelihood"] != new["likelihood"]
    if is_other and lead != MOVED:
        yield f"{turn(both, old, new)}."
    if old["confidence"] != new["confidence"]:
        yield f"{_confidence(old, new)}." if is_other or lead != MOVED else ""
    elif is_other and new["confidence"]:
        yield f"Confidence stays {new['confidence']}."
    if is_reworded(old, new) and lead != ANEW:
        yield reworded(both, old, new, "judgement")
    if old["key"] != new["key"]:
        yield "Now a key judgement." if new["key"] else "No longer a key judgement."
    if old.get("horizon") != new.get("horizon") and new.get("horizon"):
        was = f" (before: {both.voices[0].date(old['horizon'])})" if old.get("horizon") else ""
        yield f"It now covers the time up to {both.voices[1].date(new['horizon'])}{was}."
    yield from dissents(both, old, new)


def _confidence(old: Record, new: Record) -> str:
    was, now = old["confidence"], new["confidence"]
    if not (was and now):
        return f"Confidence now {now}, before not given" if now else f"Confidence no longer given (before: {was})"
    levels = list(LEVELS)  # from the highest to the lowest
    return f"Confidence {'raised' if levels.index(now) < levels.index(was) else 'lowered'} from {was} to {now}"
