"""Sentences on agreements: form and standing, what each party says, and whether somebody broke it."""

from __future__ import annotations

from collections.abc import Iterator

from briefgen.change.both import Both
from briefgen.change.note.grade import judged, noun
from briefgen.change.note.judgements import NEW
from briefgen.change.note.sentence import Group, Sentence, capital, group, joined, stopped
from briefgen.change.voice import THAT, WHETHER, Voice, quoted
from briefgen.compose.library import together
from briefgen.edition import Record
from briefgen.figures.terms import SAYS

SECTION = "agreements"
#: What joins a name to one of the words of SAYS that has no verb.
BEHIND = {"silent": " is reported as ", "unknown": ": "}
TOLD = ("form", "status", "party", "alleged breach")


def groups(both: Both) -> Iterator[Group]:
    """Yield what is said of agreements."""
    yield from group("Agreements", filter(None, (_told(both, old, new) for old, new in both.pairs(SECTION))))


def _told(both: Both, old: Record | None, new: Record | None) -> Sentence | None:
    if new is None:
        return Sentence(f"{old['title']}: no longer told of.", SECTION, (old["id"],), ("",)) if old else None
    if old is None:
        words = f"New: {new['title']}, {_form(both.voices[1], new)}{_standing(both.voices[1], new)}."
        return Sentence(words, SECTION, (new["id"],), ("form", "status"))
    said = [*_state(both, old, new), *_parties(both, old, new), *_breaches(both, old, new)]
    return Sentence(joined(f"{stopped(new['title'])}", *said), SECTION, (new["id"],), TOLD) if said else None


def _form(voice: Voice, one: Record) -> str:
    """Return the form as the document prints it, and who announced it: “verbal, not announced”."""
    is_open = (one["status"] or {}).get("value") == "unconfirmed"
    announced = f"announced by {together([voice.acting(actor) for actor in one['announced_by']])}"
    said = announced if one["announced_by"] else "not announced" if is_open else ""
    form = "" if one["form"] == "unknown" else str(one["form"])
    return ", ".join(filter(None, (form, said))) or "form not known"


def _standing(voice: Voice, one: Record) -> str:
    status = one["status"]
    if not status:
        return ""
    as_of = f" on {voice.date(status['as_of'])}" if status["as_of"] else ""
    return f"; {status['value'].replace('-', ' ')}{as_of}"


def _state(both: Both, old: Record, new: Record) -> Iterator[str]:
    was, now = (_form(voice, one) for voice, one in zip(both.voices, (old, new), strict=True))
    if was != now:
        yield f"Now reported as {now} (before: {was})."
    if old["status"] == new["status"]:
        return
    earlier, later = ((one["status"] or {}).get("value") for one in (old, new))
    standing = _standing(both.voices[1], new).removeprefix("; ")
    if earlier == later:
        yield f"Still {standing}."
    else:
        yield f"Now {standing or 'without a standing'} (before: {(earlier or 'not said').replace('-', ' ')})."


def _parties(both: Both, old: Record, new: Record) -> Iterator[str]:
    was = {one["actor"]: one for one in old["parties"]}
    now = {one["actor"]: one for one in new["parties"]}
    for actor, one in now.items():
        name, note = both.voices[1].named(actor), _note(both, one)
        if actor not in was:
            yield joined(f"New here: {name} ({one['standing'] or 'party'}), {SAYS[one['acknowledges']]}.", note)
        elif one["acknowledges"] != was[actor]["acknowledges"]:
            yield joined(f"{capital(both.voices[1].acting(actor))}{_position(was[actor], one)}.", note)
    gone = [both.voices[0].named(actor) for actor in was if actor not in now]
    if gone and not both.discreet:  # outside, it may be marked higher
        yield f"No longer named: {together(gone)}."


def _note(both: Both, party: Record) -> str:
    """Return what is noted on a party; nothing where a new event tells the same."""
    events = (set(one["claims"]) for old, one in both.pairs("events") if one and not old)
    is_told = party["claims"] and any(one >= set(party["claims"]) for one in events)
    return capital(stopped(party["note"])) if party["note"] and not is_told else ""


def _position(old: Record, new: Record) -> str:
    """Return what a party says of an agreement, behind its name; that we know it now is no move of the party."""
    said, before = (SAYS[one["acknowledges"]] for one in (new, old))
    earlier = (
        "; its position was not known to us before" if old["acknowledges"] == "unknown" else f" (before: {before})"
    )
    return f"{BEHIND.get(new['acknowledges'], ' ')}{said}{earlier}"


def _breaches(both: Both, old: Record, new: Record) -> Iterator[str]:
    was, now = ({(one["event"], one["undertaking"]): one for one in side["alleged_breaches"]} for side in (old, new))
    for key, one in now.items():
        if one != was.get(key):
            yield _breach(both, new, one)
    for key in () if both.discreet else was.keys() - now.keys():
        yield f"No longer held against it: {both.voices[0].mention(key[0])}."


def _breach(both: Both, agreement: Record, breach: Record) -> str:
    voice = both.voices[1]
    if not breach["alleged_by"] and _is_told(both, breach["judgement"]):
        return f"No breach is alleged; what we judge of one stands under {quoted(NEW)}."
    term = voice.term(("assessed",), breach["assessed"]) if breach["assessed"] else None
    about = _broken(voice, agreement, breach)
    if by := breach["alleged_by"]:
        who = capital(together([voice.acting(one) for one in by]))
        ours = f"we judge that {noun(term)}" if term else "we have not judged it"
        return f"{who} allege{'s' * (len(by) == 1)} {about}; {ours}."
    ours = f"{judged(term)} {about}" if term else f"We have not judged {WHETHER}{about.removeprefix(THAT)}"
    return f"No breach is alleged. {ours}."


def _is_told(both: Both, judgement: str | None) -> bool:
    """Return whether the note tells of a judgement as a new one, to everybody who reads of the agreement."""
    new = {one["id"] for old, one in both.pairs("judgements") if one and not old}
    return judgement in new and not both.voices[1].is_marked(str(judgement))


def _broken(voice: Voice, agreement: Record, breach: Record) -> str:
    """Return that a promise was broken, in the words of our judgement on it, if there is one: “that … broke …”."""
    judgement = voice.record(breach["judgement"] or "")
    thesis = voice.thesis(judgement) if judgement and not voice.is_marked(judgement["id"]) else ""
    if thesis.startswith(THAT):
        return thesis.removesuffix(".")
    promised = next((one for one in agreement["undertakings"] if one["id"] == breach["undertaking"]), None)
    whose = f" by {together([voice.acting(one) for one in promised['by']])}" if promised and promised["by"] else ""
    event = voice.record(breach["event"])
    when = f", {voice.date(event['when'])}" if event else ""
    return f"that an undertaking{whose} was broken ({voice.mention(breach['event'])}{when})"
