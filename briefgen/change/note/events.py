"""Sentences on events. Who did it is always somebody’s word: who claims it, whom others accuse, and who tells so."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from briefgen.change.both import Both
from briefgen.change.note.grade import banded
from briefgen.change.note.outlets import Outlets, Told, according
from briefgen.change.note.sentence import Group, Sentence, group, joined
from briefgen.change.note.toll import tolls, turns
from briefgen.change.voice import Voice
from briefgen.compose.library import together
from briefgen.edition import Record
from briefgen.figures.cases import KINDS

SECTION = "events"
TOLD = (*KINDS, "when", "claimed by", "accused", "our assessment", "note on the attribution")


def groups(both: Both) -> Iterator[Group]:
    """Yield what happened, what is told otherwise of it now, and what is no longer told."""
    outlets = Outlets.now(both)
    pairs = both.pairs(SECTION)
    yield from group("New events", (_new(both.voices[1], outlets, new) for old, new in pairs if new and not old))
    changed = ((old, new) for old, new in pairs if old and new)
    yield from group("Events told differently", filter(None, (_changed(both, *pair) for pair in changed)))
    yield from group("Events dropped", (_dropped(both.voices[0], old) for old, new in pairs if old and not new))


def _new(voice: Voice, outlets: Outlets, event: Record) -> Sentence:
    title = voice.called(event, ("title",)).removesuffix(".")
    places = [name for name in map(voice.named, event["where"]) if name not in title]
    where = filter(None, (together(places), _around(voice, event["where"], title)))
    words = ", ".join([title, *where, voice.date(event["when"])])
    head = Told(words, outlets.of(outlets.claims(event["claims"][:1])))
    told = (head, *tolls(outlets, event), *_attribution(voice, outlets, event))
    return Sentence(according(told), SECTION, (event["id"],), ("where", *TOLD))


def _around(voice: Voice, places: Iterable[str], title: str) -> str:
    """Return what all places of an event lie in, from the narrowest unit up, without the country."""
    units = [voice.record(one).get("admin", ()) for one in places if not voice.is_marked(one)]
    common = [found[0] for found in zip(*units, strict=False) if len(set(found)) == 1]
    return ", ".join(one for one in reversed(common[1:]) if one not in title)


def _dropped(voice: Voice, event: Record) -> Sentence:
    return Sentence(voice.called(event, ("title",)), SECTION, (event["id"],), ("",))


def _attribution(voice: Voice, outlets: Outlets, event: Record) -> Iterator[Told]:
    """Yield who claims an event, or is accused of it, according to whom; and what we judge."""
    one = event["attribution"]
    if not one:
        return
    claiming, accused = (together([voice.acting(actor) for actor in one[field]]) for field in ("claimed_by", "accused"))
    note = f" ({one['note'].removesuffix('.')})" if one["note"] else ""
    if claiming or not accused:
        who = outlets.of(_telling(outlets, event, set(one["claimed_by"])))
        yield Told(f"Claimed by {claiming or 'nobody'}{note}", who)
    if accused:
        yield Told(f"Laid to {accused}{'' if claiming else note}", outlets.of(outlets.claims(event["claims"])))
    if graded := voice.term(("assessed",), one["assessed"]) if one["assessed"] else None:
        yield Told(f"We judge: {banded(graded)}")


def _telling(outlets: Outlets, event: Record, claimants: set[str]) -> list[Record]:
    """Return the claims that tell who claims an event: those in which a claimant speaks, else all on the event."""
    every = list(outlets.claims(event["claims"]))
    return [one for one in every if claimants & set(one["said_by"])] or every


def _changed(both: Both, old: Record, new: Record) -> Sentence | None:
    outlets = Outlets.now(both)
    said = [*turns(both, outlets, old, new), _moved(both, old, new), _attributed(both, outlets, old, new)]
    if not any(said):
        return None
    title = both.voices[1].called(new, ("title",)).removesuffix(".")
    return Sentence(joined(f"{title}.", *said), SECTION, (new["id"],), TOLD)


def _moved(both: Both, old: Record, new: Record) -> str:
    was, now = (voice.date(one["when"]) for voice, one in zip(both.voices, (old, new), strict=True))
    return f"Dated {now} (before: {was})." if was != now else ""


def _attributed(both: Both, outlets: Outlets, old: Record, new: Record) -> str:
    if old["attribution"] == new["attribution"]:
        return ""
    return according(_attribution(both.voices[1], outlets, new)) or "No longer attributed to anybody."
