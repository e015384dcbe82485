"""“No deaths” where ACLED has a zero

In ACLED `fatalities: 0` means none or not known. Told as “no deaths”, a gap in the data becomes a fact. A sentence that
says so, or names ACLED as the one who records none, is left alone, and so is one that has another source as well.

Bad:

```yaml bad
sources:
  - {id: s-4, title: ACLED data for Sweden, publisher: ACLED, kind: dataset, access: seen, published: "2024-02-03"}
claims:
  - {id: c-4, text: ACLED has one event at Umeå on 30 January., sources: s-4}
summary:
  narrative:
    - text: Nobody was killed when the crews walked out [@c-4].
```

Good:

```yaml good
sources:
  - {id: s-4, title: ACLED data for Sweden, publisher: ACLED, kind: dataset, access: seen, published: "2024-02-03"}
claims:
  - {id: c-4, text: ACLED has one event at Umeå on 30 January., sources: s-4}
summary:
  narrative:
    - text: ACLED records no deaths in the walkout, which stands for none or not known [@c-4].
```
"""

from __future__ import annotations

from collections.abc import Iterator

from briefgen.findings import Severity
from briefgen.lint.ledger import Ledger
from briefgen.lint.margins import Margin, Margins, cited
from briefgen.lint.passage import OURS, REPORTED, Passage
from briefgen.lint.pattern import found
from briefgen.lint.places import where
from briefgen.lint.review import Review
from briefgen.lint.rule import Remark
from briefgen.sheet.model.evidence import Source

CODE = "FACT006"
SEVERITY: Severity = "warning"
STANDARD = "ACLED codebook, fatalities"
ACLED = r"(?i)\bacled|armed conflict location"
NO_DEATHS = (
    r"(?i)\b(?:no|zero|0|without|not a single)\s+(?:(?:one|any|reported|recorded|known|further|civilian)\s+)*"
    r"(?:deaths?|fatalit(?:y|ies)|casualt(?:y|ies)|dead|loss of life|lives (?:were )?lost)\b"
    r"|\b(?:nobody|no[- ]one|none|no (?:people|civilians|person|lives))\s+(?:was|were|has been|have been|had been)?\s*"
    r"(?:killed|died|lost)\b|\b(?:bloodless|non-?(?:fatal|lethal))\b"
)
HEDGED = (
    r"(?i)\b(?:unknown|not known|none or|unreported|may mean|can mean|or not"
    r"|acled (?:\w+ly )?(?:has|records?|recorded|codes?|coded|lists?|listed|gives?|gave|counts?|shows?))\b"
)


def check(review: Review) -> Iterator[Remark]:
    """Yield a remark for every sentence that tells a zero of ACLED as no deaths."""
    if not any(_is_acled(source) for source in review.sheet.sources):
        return
    ledger, margins = Ledger(review), Margins(review)
    for passage, sentence in review.sentences_in(*OURS, *REPORTED, "caption", "note"):
        said = found(NO_DEATHS, sentence.bare)
        margin = margins.of(passage) if said else Margin()
        is_hedged = found(HEDGED, f"{sentence.bare} {margin.note}")
        if said and not is_hedged and _rests_on_acled(ledger, _behind(review, passage, cited(sentence) or margin.refs)):
            yield Remark(
                passage.mark(sentence.start + said.start()),
                f"{where(passage)} says “{' '.join(said[0].split())}” on the word of ACLED alone, whose 0 means none "
                "or not known: a gap in the data reads as a fact",
                "write “ACLED records no deaths, which stands for none or not known”",
                passage.record,
            )


def _is_acled(source: Source) -> bool:
    words = (source.title, source.publisher, source.attribution, source.url, *source.aliases, *source.author)
    return found(ACLED, " ".join(filter(None, words))) is not None


def _behind(review: Review, passage: Passage, ids: tuple[str, ...]) -> tuple[str, ...]:
    """Return the ids of the claims behind a passage: those that *ids* name, or those of its own record."""
    named = ids or ((passage.record,) if passage.record and passage.place in REPORTED else ())
    return tuple(claim.id for one in named for claim in review.claims_behind(one))


def _rests_on_acled(ledger: Ledger, ids: tuple[str, ...]) -> bool:
    """Return whether ACLED alone stands behind these claims, and no event behind them has deaths."""
    sources = [ledger.review.get(one.ref) for claim in ledger.claims(ids) for one in claim.sources]
    tolls = [event.harm.killed for event in ledger.events(ids) if event.harm]
    has_deaths = any(toll and any((toll.low, toll.best, toll.high)) for toll in tolls)
    return bool(sources) and all(one and _is_acled(one) for one in sources) and not has_deaths
