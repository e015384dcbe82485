"""A disputed area under one side's name

The name of a disputed area tells whose side the writer is on. A product that is read on both sides uses the neutral
label; a party's own words belong in quotation marks. briefgen knows a short list; the desk adds its own under `[lint]`
with `neutral_names = {"name to avoid" = "label to print"}`, and takes a name off the list by giving it itself.

Bad:

```yaml bad
summary:
  narrative: The convoy crossed into Pakistan-occupied Kashmir on 30 January [@c-1].
```

Good:

```yaml good
summary:
  narrative: The convoy crossed into Pakistan-administered Kashmir on 30 January [@c-1].
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from briefgen.findings import Severity
from briefgen.lint.passage import OURS, REPORTED
from briefgen.lint.review import Review
from briefgen.lint.rule import Remark

CODE = "NAM005"
SEVERITY: Severity = "warning"
STANDARD = "neutrality (OCHA map and naming practice)"

#: Name that takes a side, and the label to print.
NEUTRAL = {
    "Pakistan-occupied Kashmir": "Pakistan-administered Kashmir",
    "Pakistan-occupied Jammu and Kashmir": "Pakistan-administered Kashmir",
    "PoK": "Pakistan-administered Kashmir",
    "PoJK": "Pakistan-administered Kashmir",
    "Azad Kashmir": "Azad Jammu and Kashmir (Pakistan-administered Kashmir)",
    "Indian-occupied Kashmir": "Indian-administered Kashmir",
    "Indian-held Kashmir": "Indian-administered Kashmir",
    "India-occupied Kashmir": "Indian-administered Kashmir",
    "occupied Kashmir": "the name of the administering side and “-administered Kashmir”",
    "IIOJK": "Indian-administered Kashmir",
    "IOJK": "Indian-administered Kashmir",
    "IOK": "Indian-administered Kashmir",
    "Republic of Artsakh": "Nagorno-Karabakh",
    "Artsakh": "Nagorno-Karabakh",
    "Turkish Republic of Northern Cyprus": "northern Cyprus",
    "TRNC": "northern Cyprus",
    "Malvinas": "Falkland Islands (Malvinas)",
    "Judea and Samaria": "the West Bank",
    "Republic of Crimea": "Crimea",
    "Donetsk People's Republic": "the occupied part of Donetsk region",
    "Luhansk People's Republic": "the occupied part of Luhansk region",
}
PLACES = ("title", "heading", "note", "scope", "caption", "scenario", *OURS, *REPORTED)


def check(review: Review) -> Iterator[Remark]:
    """Yield a remark for every disputed area that is called by one side's name."""
    names = {name: label for name, label in {**NEUTRAL, **review.settings.neutral_names}.items() if name != label}
    folded = {_plain(name).casefold(): label for name, label in names.items()}
    pattern = _pattern(tuple(folded))
    for passage, sentence in review.sentences_in(*PLACES):
        bare = _plain(sentence.bare)
        for found in pattern.finditer(bare):
            label = folded[found[0].casefold()]
            if not _is_within(label, bare, found):
                mark = passage.mark(sentence.start + found.start())
                message = f"“{found[0]}” is one side's name for a disputed area: the page would take that side"
                yield Remark(mark, message, f"write {label}, or quote whoever calls it so", passage.record)


def _is_within(label: str, bare: str, found: re.Match[str]) -> bool:
    """Return whether the name stands inside its own neutral label, as Malvinas does."""
    around = bare[max(0, found.start() - len(label)) : found.end() + len(label)]
    return found[0] in label and label in around


def _plain(text: str) -> str:
    return text.replace("’", "'").replace("‑", "-").replace("–", "-")


@cache
def _pattern(names: tuple[str, ...]) -> re.Pattern[str]:
    longest_first = sorted(map(re.escape, names), key=len, reverse=True)
    return re.compile(rf"(?<![\w-])(?:{'|'.join(longest_first)})(?![\w-])", re.I)
