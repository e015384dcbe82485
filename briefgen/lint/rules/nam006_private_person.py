"""A person without a public role

To name somebody is to make him findable. A minister, a spokesman or a candidate is named for what he does in public;
a witness, a victim or a village elder may be put in danger by it. Every individual needs the role for which he is
named, or must be described instead of named.

Bad:

```yaml bad
actors:
  - {id: a-karin, name: Karin Dahl, class: individual}
```

Good:

```yaml good
actors:
  - {id: a-karin, name: Karin Dahl, class: individual, role: spokeswoman of the Railway Crews Union}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from briefgen.findings import Severity
from briefgen.lint.review import Review
from briefgen.lint.rule import Remark

CODE = "NAM006"
SEVERITY: Severity = "warning"
STANDARD = "Berkeley Protocol (OHCHR 2020): do no harm"

PRIVATE = ("private", "witness", "victim", "bystander", "civilian", "resident", "relative", "unknown")


def check(review: Review) -> Iterator[Remark]:
    """Yield a remark for every individual who is named without a public role."""
    for actor in review.sheet.actors:
        role = (actor.role or "").casefold()
        if actor.kind == "individual" and (not role or role.startswith(PRIVATE)):
            reason = f"as {actor.role}" if role else "without a public role"
            message = f"{actor.name} ({actor.id}) is named {reason}: to be named can harm a private person"
            remedy = "add role: with the public function, or say who it was without the name"
            yield Remark(actor.mark("name"), message, remedy, actor.id)
