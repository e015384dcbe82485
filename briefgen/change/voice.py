"""One edition's values in words: dates, numbers, grades, and records by their names."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from typing import TypeAlias

from briefgen import citations
from briefgen.change.article import takes_article
from briefgen.change.fields import DATES, Path, key_of, label
from briefgen.change.marks import TELLING_MARKS, bracketed, marks, parts
from briefgen.compose.library import Library
from briefgen.compose.when import Calendar
from briefgen.edition import Edition, Plain, Record
from briefgen.figures.amounts import known
from briefgen.figures.telling import plain
from briefgen.tradecraft import SCALES
from briefgen.tradecraft.likelihood import Term

LOCALE = "en_GB"
#: What a record is named by in a sentence, by the prefix of its id.
NAMED_BY = {"a": ("short", "name"), "p": ("name",), "s": ("publisher", "title"), "e": ("title",)}
OTHERWISE = ("label", "title")
LONGEST_NAME = 80
#: So many words are read at a glance; and what the last of a sentence say is not to be missed.
BEGINNING, LAST = 15, 2
#: Small words that say nothing at an end: “several channels to”.
LOOSE = re.compile(r"(?: [a-z]{1,3})+$")
#: A part that bears a mark, of which shortening has left the beginning only.
OPEN_MARK = re.compile(r"\[[^\]]*…$")
#: How evidence fits a hypothesis.
FITS = {"CC": "fits well", "C": "fits", "N": "neutral", "I": "speaks against", "II": "speaks strongly against"}
INNER = str.maketrans("“”", "‘’")
#: What stands before a likelihood in a sentence that goes on with “that”.
FRAME = re.compile(r"(?:it is|there is an?)", re.IGNORECASE)
#: Records with names that stand without quotation marks: actors, places, sources.
PROPER = ("a-", "p-", "s-")
#: How the name of a judgement begins, and what it is about.
WHETHER, THAT = "whether ", "that "
#: How a source was read.
READ = {"seen": "read whole", "excerpt": "read in excerpt", "not-seen": "not seen"}
#: One of the words that a field allows, as it is written in a sheet.
CODED = re.compile("[a-z]+(?:-[a-z]+)+")
#: Of such a value the words say it all, and its note stands apart; told by the fields that it has.
Shape: TypeAlias = frozenset[str]
AMOUNT = frozenset({"low", "best", "high", "or_more", "note"})
TOLL = AMOUNT | {"by_source"}
WHEN = frozenset({"date", "part", "inferred", "precision", "note"})
PERIOD = frozenset({"start", "end", "part", "inferred", "precision", "note"})
SPAN = frozenset({"start", "end"})
CITED = frozenset({"ref", "at", "via", "untraced", "note"})
MARKED = frozenset({"marking", "words"})
CHANGED = frozenset({"earlier", "issue", "why"})
WITHDRAWN = frozenset({"by", "date", "why"})
STANDING = frozenset({"value", "as_of"})


class Voice:
    """Says what the values of one edition are, as a reader would have it said who knows neither fields nor ids."""

    def __init__(self, edition: Edition) -> None:
        self._library = Library(edition)
        self._scale = SCALES.get(edition.product.get("scale") or "")
        self._calendar = Calendar(LOCALE, edition.product.get("time", {}).get("zone") or "UTC")
        self._wholes: dict[Shape, Callable[[Record], str]] = {
            AMOUNT: lambda one: known(one).label,
            TOLL: lambda one: known(one).label,
            WHEN: self.date,
            PERIOD: self.date,
            SPAN: self._span,
            CHANGED: lambda one: plain(one["why"]),
            WITHDRAWN: self._withdrawn,
            STANDING: self._standing,
        }

    def whole(self, value: Record) -> str | None:
        """Return what a mapping says as one value, its note aside; None for one whose fields are told one by one."""
        if (say := self._wholes.get(frozenset(value))) and not isinstance(value.get("start"), Mapping):
            return say(value) if any(one is not None and one is not False for one in value.values()) else None
        return None

    def value(self, path: Path, value: Plain) -> str:
        """Return one value, of whatever sort, in words."""
        match value:
            case bool():
                return "yes" if value else "no"
            case int() | float():
                return f"{value:,}"
            case str():
                return self._text(path, value)
            case tuple():
                return enumerated([self.value(path, one) for one in value])
        return self.whole(value) or self._fields(path, value)

    def _text(self, path: Path, value: str) -> str:
        if path[-1] in DATES or path[-2:] in (("resolve", "by"), ("actions", "by")):
            return self.date(value)
        if term := self.term(path, value):
            return term.label
        if path[-1] == "access":
            return READ.get(value, value).removeprefix("read ")
        if path[-2:-1] == ("ratings",):
            return FITS.get(value, value)
        if value in self._library.by_id:
            return self.named(value)
        return spelled(value) if CODED.fullmatch(value) else plain(self.shown(value))

    def _fields(self, path: Path, value: Record) -> str:
        if frozenset(value) - {"portion"} == CITED:
            return self._cited(path, value)
        if frozenset(value) == MARKED:
            return f"{value['marking']} “{plain(self.shown(value['words']))}”"
        if names := key_of(path, value):
            first = " ".join(self.value((*path, name), value[name]) for name in names)
            rest = self._each(path, {name: one for name, one in value.items() if name not in names})
            return f"{first}: {rest}" if rest else first
        return self._each(path, value)

    def _each(self, path: Path, value: Record) -> str:
        filled = {name: one for name, one in value.items() if one not in (None, (), False, {})}
        told = {name: self._inner((*path, name), value, one) for name, one in filled.items()}
        named = {name: label((path[-1], name)) for name in told}
        said = ((named[name], words.removesuffix(".")) for name, words in told.items())
        return "; ".join(f"{name}: {words}" if name else words for name, words in said)

    def _inner(self, path: Path, item: Record, value: Plain) -> str:
        words = self.value(path, value)
        return words if path[-1] in TELLING_MARKS else self.marked(item, words)

    def _cited(self, path: Path, value: Record) -> str:
        at = f", {value['at']}" if value["at"] else ""
        via = f", which has it from {self.value(path, value['via'])}" if value["via"] else ""
        note = f" ({plain(value['note'])})" if value["note"] else ""
        return f"{self.value(path, value['ref'])}{at}{via}{', origin not named' * bool(value['untraced'])}{note}"

    def term(self, path: Path, value: str) -> Term | None:
        """Return the term of the scale that a value is, if it is one."""
        return self._scale.find(value) if self._scale and path[-1] in ("likelihood", "assessed", "earlier") else None

    def date(self, value: Record | str) -> str:
        """Return a date (EDTF), a When or a Period in words."""
        return self._calendar.when(value).replace("\u00a0", " ")

    def record(self, record_id: str) -> Record:
        """Return the record with this id; an empty one where there is none."""
        return self._library.by_id.get(record_id, {})

    def named(self, record_id: str) -> str:
        """Return a record as a sentence names it: JuA, “Two bombs”; its id if it has no name."""
        name = self.name(record_id) or record_id
        is_bare = record_id.startswith(PROPER) or name.startswith(WHETHER)
        return f"{name if is_bare else quoted(name)}{self._mark(self.record(record_id))}"

    def acting(self, record_id: str) -> str:
        """Return an actor in the midst of a sentence, with the article that the texts give it: the TTP, JuA."""
        name = self.name(record_id)
        article = "the " if name and takes_article(self._library.edition, name) else ""
        return f"{article}{self.named(record_id)}"

    def mention(self, record_id: str) -> str:
        """Return the name of a record in quotation marks."""
        return f"{quoted(self.name(record_id) or record_id)}{self._mark(self.record(record_id))}"

    def statement(self, claim: str) -> str:
        """Return what a claim says, in quotation marks: its label is the desk's, and no reader has seen it."""
        record = self.record(claim)
        return f"{quoted(self.prose(record, record['text']).removesuffix('.'))}{self._mark(record)}"

    def beginning(self, claim: str) -> str:
        """Return what a claim says, in quotation marks; of a long one the first words."""
        record = self.record(claim)
        words = opening(self.prose(record, record["text"]))
        return f"{quoted(OPEN_MARK.sub('…', words))}{self._mark(record)}"

    def name(self, record_id: str) -> str:
        """Return what a record is called, in a few words; nothing if it has no name."""
        record = self.record(record_id)
        fields = (*NAMED_BY.get(record_id.partition("-")[0], OTHERWISE), "text")
        text = next((record[field] for field in fields if record.get(field)), "")
        if citations.LIKELIHOOD not in text:
            return shortened(self.marked(record, plain(self.shown(text))))
        about = self.thesis(record)
        return shortened(f"{WHETHER}{about.removeprefix(THAT)}" if about.startswith(THAT) else about)

    def thesis(self, judgement: Record) -> str:
        """Return what a likelihood is about: “that it rains”, or the whole sentence where it has no such part."""
        before, _, after = judgement["text"].partition(citations.LIKELIHOOD)
        if FRAME.fullmatch(before.strip()) and after.lstrip().startswith(THAT):
            return self.marked(judgement, plain(self.shown(after)))
        return self.prose(judgement, judgement["text"])

    def _mark(self, record: Record) -> str:
        found = marks(self._library.edition, record) if record else ""
        return f" ({found})" if found else ""

    def called(self, record: Record, fields: tuple[str, ...]) -> str:
        """Return what a record says or is, in full, from the first of the *fields* on."""
        words = [self.prose(record, record[field]) for field in fields if record.get(field)]
        return ": ".join(words) or self._otherwise(record)

    def _otherwise(self, record: Record) -> str:
        claims = (self.record(one).get("text") for one in record.get("claims", ()))
        return next((plain(text) for text in claims if text), record.get("id") or "")

    def prose(self, record: Record, text: str) -> str:
        """Return prose of a *record* without its citations, a judgement's likelihood in its place."""
        if text in self._library.by_id:
            return self.named(text)
        return self.marked(record, self._graded(record, text) if "likelihood" in record else plain(self.shown(text)))

    def _graded(self, record: Record, text: str) -> str:
        term = self.term(("likelihood",), record["likelihood"])
        if term and citations.LIKELIHOOD not in text:
            return f"{term.label.capitalize()}: {plain(self.shown(text))}"
        return plain(self.shown(text.replace(citations.LIKELIHOOD, term.label if term else record["likelihood"])))

    def marked(self, record: Record, words: str) -> str:
        """Return *words* of a record with those in brackets that bear a mark: “… [TLP:AMBER: at night] …”."""
        found = {plain(self.shown(part)): marking for part, marking in parts(record)}
        return bracketed(words, found)

    def is_marked(self, record_id: str) -> bool:
        """Return whether a record bears another marking than the document."""
        return bool(self._mark(self.record(record_id)))

    def _span(self, value: Record) -> str:
        return " to ".join(self.date(value[end]) for end in ("start", "end"))

    def _withdrawn(self, value: Record) -> str:
        why = f": {value['why']}" if value["why"] else ""
        return f"by {value['by']}, {self.date(value['date'])}{why}"

    def _standing(self, value: Record) -> str:
        return f"{value['value']}{f' on {self.date(as_of)}' if (as_of := value['as_of']) else ''}"

    def shown(self, text: str) -> str:
        """Return prose as it is printed, the sentence of a judgement where it is referred to."""
        return citations.JUDGEMENT.sub(lambda found: self._judged(found[1]), text)

    def _judged(self, judgement_id: str) -> str:
        judgement = self.record(judgement_id)
        if not judgement:
            return ""
        found = marks(self._library.edition, judgement)
        text = self.prose(judgement, citations.JUDGEMENT.sub("", judgement["text"]))
        return f"({found}) {text}" if found else text


def shortened(words: str, longest: int = LONGEST_NAME) -> str:
    """Return as many words as are enough to know a record by, without a full stop."""
    return f"{words[:longest].rpartition(' ')[0].rstrip(',;:')} …" if len(words) > longest else words.removesuffix(".")


def opening(words: str) -> str:
    """Return *words* whole if a reader takes them in at a glance, else the first of them: never all but the last."""
    those = words.removesuffix(".").split()
    if len(those) - BEGINNING <= LAST:
        return " ".join(those)
    first = LOOSE.sub("", " ".join(those[:BEGINNING]))
    return f"{first.rstrip(',;:')} …"


def quoted(words: str) -> str:
    """Return *words* in quotation marks, those inside them single."""
    return f"“{words.translate(INNER)}”"


def spelled(code: str) -> str:
    """Return one of the words that a field allows as prose has it: “official statement”, “non-state armed”."""
    return code.replace("-", " ").replace("non ", "non-")


def enumerated(words: Sequence[str]) -> str:
    """Return *words* one after the other, with semicolons where one of them has a comma."""
    return ("; " if any("," in one for one in words) else ", ").join(words)


class Indexed(Voice):
    """Says the same and adds the ids, for scripts and for whoever writes the sheet."""

    def named(self, record_id: str) -> str:
        """Return a record by name and id: “JuA (a-jua)”; judgements and undertakings by the id alone."""
        name = "" if record_id.startswith(("j-", "u-")) else self.name(record_id)
        return f"{name} ({record_id})" if name else record_id

    def shown(self, text: str) -> str:
        """Return prose with its judgement references in brackets."""
        return citations.JUDGEMENT.sub(r"[\1]", text)
