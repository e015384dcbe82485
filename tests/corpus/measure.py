"""How well the linter does against what a careful reviewer says: precision and recall of every rule."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import yaml

from briefgen.desk import UNSET, LintSettings
from briefgen.findings import Severity
from briefgen.lint import RULES, WAIVER_RULES
from tests.lint.framing import reviewed

FOLDER = Path(__file__).parent
SEVERITY: dict[str, Severity] = {rule.CODE: rule.SEVERITY for rule in (*RULES, *WAIVER_RULES)}
NO_RECORD, ANY = "-", "*"
Label = tuple[str, str]


@dataclass(frozen=True)
class Item:
    """One text of the corpus: a fragment for the frame, and the findings that a reviewer expects.

    *expected* holds code and record; "-" is the document itself, "*" any records. A sentence needs the code only.
    """

    name: str
    fragment: str
    expected: frozenset[Label]
    settings: LintSettings = UNSET
    today: date | None = None

    @property
    def is_whole(self) -> bool:
        """Whether it is a sheet, whose findings are told apart by record."""
        return self.name.endswith(".yaml")


@dataclass
class Score:
    """True positives, false positives and false negatives of a rule, or of many."""

    right: int = 0
    false: int = 0
    missed: int = 0

    def __add__(self, other: Score) -> Score:
        """Return both counted together."""
        return Score(self.right + other.right, self.false + other.false, self.missed + other.missed)

    @property
    def precision(self) -> float:
        """Share of the findings that a reviewer would give."""
        return self.right / (self.right + self.false) if self.right + self.false else 1.0

    @property
    def recall(self) -> float:
        """Share of the reviewer's findings that were found."""
        return self.right / (self.right + self.missed) if self.right + self.missed else 1.0


@dataclass
class Measured:
    """The score of every rule on one set, and what went wrong in it, a line each."""

    items: int = 0
    clean: int = 0
    scores: dict[str, Score] = field(default_factory=dict)
    wrong: list[str] = field(default_factory=list)

    def over(self, severity: Severity) -> Score:
        """Return the score of all rules of one severity together."""
        return sum((score for code, score in self.scores.items() if SEVERITY.get(code) == severity), Score())


def measure(items: Iterable[Item]) -> Measured:
    """Return how the linter does on *items*."""
    made, scores = Measured(), Counter[tuple[str, str]]()
    with TemporaryDirectory() as folder:
        for item in items:
            found = _found(item, Path(folder))
            made.items += 1
            made.clean += not item.expected
            scores.update(("right", code) for code, _ in found & item.expected)
            scores.update(("false", code) for code, _ in found - item.expected)
            scores.update(("missed", code) for code, _ in item.expected - found)
            made.wrong += [f"{item.name}: {code} {record} is false" for code, record in sorted(found - item.expected)]
            made.wrong += [f"{item.name}: {code} {record} is missed" for code, record in sorted(item.expected - found)]
    for code in sorted({code for _, code in scores}):
        made.scores[code] = Score(scores["right", code], scores["false", code], scores["missed", code])
    return made


def _found(item: Item, folder: Path) -> set[Label]:
    findings = reviewed(item.fragment, folder, item.settings, item.today).findings
    anywhere = {code for code, record in item.expected if record == ANY} if item.is_whole else set(SEVERITY)
    return {(one.code, ANY if one.code in anywhere else one.record or NO_RECORD) for one in findings}


def sentences(name: str) -> Iterator[Item]:
    """Yield the sentences of one file, each set into its place."""
    for number, entry in enumerate(yaml.load((FOLDER / name).read_text("utf-8"), Loader=yaml.CSafeLoader), 1):
        fragment = yaml.dump(_placed(entry), Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False)
        expected = frozenset((code, ANY) for code in entry["expect"])
        yield Item(f"{name} {number} ({entry['place']}) {entry['text']}", fragment, expected)


def _placed(entry: dict[str, Any]) -> dict[str, Any]:
    product = {"product": {"scale": entry["scale"]}} if "scale" in entry else {}
    return {**product, **PLACES[entry["place"]](entry)}


def _judgement(entry: dict[str, Any], **changed: Any) -> dict[str, Any]:
    own = {key: entry[key] for key in ("likelihood", "confidence") if key in entry}
    return {"judgements": [{**JUDGEMENT, **own, **changed}]}


def _frame() -> Any:
    return yaml.load((FOLDER.parent / "lint" / "frame.yaml").read_text("utf-8"), Loader=yaml.CBaseLoader)


(JUDGEMENT,) = _frame()["judgements"]
(ASSUMPTION,) = _frame()["assumptions"]
BOTTOM_LINE = _frame()["summary"]["bluf"]
EVENT = {"id": "e-9", "when": "2024-02-01", "where": "p-umea", "type": "other", "claims": "c-9"}
CLAIM = {"id": "c-9", "text": "Crews met at the depot on 1 February 2024.", "sources": "s-1", "credibility": "2"}
Placing = Callable[[dict[str, Any]], dict[str, Any]]
PLACES: dict[str, Placing] = {
    "title": lambda entry: {"product": {"title": entry["text"], "scale": entry.get("scale", "icd203")}},
    "bluf": lambda entry: {"summary": {"bluf": [BOTTOM_LINE, entry["text"]]}},
    "narrative": lambda entry: {"summary": {"narrative": [{"text": entry["text"]}]}},
    "outlook": lambda entry: {"summary": {"outlook": [{"text": entry["text"]}]}},
    "note": lambda entry: {"summary": {"narrative": [{"text": "Trains stand still [@c-1].", "note": entry["text"]}]}},
    "judgement": lambda entry: _judgement(entry, text=entry["text"]),
    "basis": lambda entry: _judgement(entry, basis=entry["text"]),
    "claim": lambda entry: {"claims": [{**CLAIM, "text": entry["text"]}]},
    "event": lambda entry: {"claims": [CLAIM], "events": [{**EVENT, "title": entry["text"]}]},
    "impact": lambda entry: {"impact": [{"id": "im-1", "for": "Freight desk", "text": entry["text"], "refs": "j-1"}]},
    "gap": lambda entry: {"gaps": [{"id": "n-1", "text": entry["text"], "blocks": "j-1", "ask": "Call the depots."}]},
    "assumption": lambda entry: {"assumptions": [{**ASSUMPTION, "text": entry["text"]}]},
}

EXPECT = re.compile(r"^# expect: ([A-Z]+\d+) (\S+)", re.M)
GIVEN_DAY = re.compile(r"^# today: (\S+)", re.M)
GIVEN = re.compile(r"^# settings: (\{.*\})", re.M)


def sheets(folder: str = "sheets") -> Iterator[Item]:
    """Yield the sheets of the corpus, which say at their top what is expected of them."""
    for path in sorted((FOLDER / folder).glob("*.yaml")):
        text = path.read_text("utf-8")
        given, day = GIVEN.search(text), GIVEN_DAY.search(text)
        settings = LintSettings.of(tomllib.loads(f"lint = {given[1]}")["lint"] if given else {})
        expected = frozenset((found[1], found[2]) for found in EXPECT.finditer(text))
        yield Item(path.name, text, expected, settings, date.fromisoformat(day[1]) if day else None)


def corpus() -> Measured:
    """Return how the linter does on the corpus: the sentences and the sheets."""
    return measure([*sentences("sentences.yaml"), *sheets()])


def held_out() -> Measured:
    """Return how it does on the sentences that were kept apart."""
    return measure(sentences("held_out.yaml"))
