"""An acronym that is not spelt out where it is first used

A reader who does not know what IS-KP is will not turn to the annex to find out. The first use, in the order in which
the page is read, gives the name and the acronym in brackets; later ones the acronym alone. It must stand for one name
in the whole document. Acronyms that every reader knows are left alone; the desk adds its own with `acronyms` under
`[lint]`. The title is exempt.

Bad:

```yaml bad
summary:
  narrative: The RCU called its crews out at Umeå [@c-1].
```

Good:

```yaml good
summary:
  narrative: The Railway Crews Union (RCU) called its crews out at Umeå [@c-1].
```
"""

from __future__ import annotations

from collections.abc import Iterator

from briefgen.findings import Severity
from briefgen.lint.acronyms import Use, uses
from briefgen.lint.review import Review
from briefgen.lint.rule import Remark

CODE = "NAM002"
SEVERITY: Severity = "warning"
STANDARD = "plain writing (ICD 208)"


def check(review: Review) -> Iterator[Remark]:
    """Yield a remark for every acronym that comes before its name, and for every one that has two names."""
    names = {actor.short: actor.name for actor in review.sheet.actors if actor.short}
    seen: dict[str, str | None] = {}
    for use in uses(review):
        if use.acronym not in seen and not use.is_explained:
            yield _unexplained(use, names.get(use.acronym))
        if use.name and seen.get(use.acronym, use.name) not in (use.name, None):
            yield _renamed(use, str(seen[use.acronym]))
        seen[use.acronym] = use.name or seen.get(use.acronym)


def _unexplained(use: Use, name: str | None) -> Remark:
    message = f"{use.acronym} is not spelt out at its first use: not every reader knows it"
    spelt = f"“{name} ({use.acronym})”" if name else f"the name with “({use.acronym})” behind it"
    return Remark(
        use.mark,
        message,
        f"write {spelt} here, or name it among the acronyms that your readers know",
        use.passage.record,
    )


def _renamed(use: Use, earlier: str) -> Remark:
    message = f"{use.acronym} stands for “{use.name}” here and for “{earlier}” before"
    return Remark(use.mark, message, "spell it out once, in one way", use.passage.record)
