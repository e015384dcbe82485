"""Loaded words about actors, in our own voice

“Terrorists”, “martyred”, “the regime” or “cowardly” say on whose side the writer stands. A reader who stands elsewhere
stops believing the rest, and the words say less than plain ones: who did what. They may be quoted, and they may be told
as somebody’s label (“the ministry calls them terrorists”). Names that hold such a word are left alone. The desk adds
words of its own with `loaded_words = […]` under `[lint]`.

Bad:

```yaml bad
summary:
  narrative: A terror outfit burnt the depot at Umeå on 1 February, and eleven people were injured [@c-2].
```

Good:

```yaml good
summary:
  narrative: An armed group burnt the depot at Umeå on 1 February, and eleven people were injured [@c-2].
```
"""

from __future__ import annotations

from collections.abc import Iterator

from briefgen.findings import Severity
from briefgen.lint.loaded_words import LoadedWords
from briefgen.lint.review import Review
from briefgen.lint.rule import Remark

CODE = "JUD010"
SEVERITY: Severity = "warning"
STANDARD = "ICD 203 D.6; humanitarian neutrality (OCHA)"

NOT_OURS = ("quote", "requirement", "notice", "resolution")


def check(review: Review) -> Iterator[Remark]:
    """Yield a remark for every loaded word outside quotation marks."""
    passages = [passage for passage in review.passages if passage.place not in NOT_OURS]
    words = LoadedWords([one.text for one in passages], review.settings.loaded_words, _names(review))
    for passage in passages:
        for sentence in passage.sentences:
            for one in words.within(sentence.bare):
                mark = passage.mark(sentence.start + one.start)
                message = f"“{one.word}” takes a side: whoever stands on another will doubt the rest"
                remedy = f"{_instead(one.instead)}; or quote the word, with its speaker"
                yield Remark(mark, message, remedy, passage.record)


def _names(review: Review) -> set[str]:
    sheet = review.sheet
    actors = {name for one in sheet.actors for name in (one.name, one.short, *one.aliases)}
    places = {name for one in sheet.places for name in (one.name, *one.aliases)}
    sources = {name for one in sheet.sources for name in (one.title, one.publisher, *one.aliases)}
    return {name for name in actors | places | sources if name}


def _instead(advice: str) -> str:
    """Return what to do in place of a word: a list has either words to write, or what to do with it."""
    return advice if advice.startswith(("leave ", "say ")) else f"write {advice}"
