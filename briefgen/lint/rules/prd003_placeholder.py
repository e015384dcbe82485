"""A placeholder left in the text

“TODO”, “TBD”, “[date]” or “Say here” show a reader that the document was not read before it was sent. They are looked
for in all prose, titles and headings. “[...]” inside a quotation says that words are left out, and is left alone.

Bad:

```yaml bad
gaps:
  - {id: n-1, text: TODO ask the small depots, blocks: j-1, ask: Call the depots.}
```

Good:

```yaml good
gaps:
  - {id: n-1, text: How the crews of the small depots will vote., blocks: j-1, ask: Call the depots.}
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefgen.findings import Severity
from briefgen.lint.pattern import compiled, found
from briefgen.lint.review import Review
from briefgen.lint.rule import Remark

CODE = "PRD003"
SEVERITY: Severity = "warning"
STANDARD = "review before release"

NAMED = (
    r"no\.|nos\.|insert|add|check|fill|name|date|day|number|figure|place|source|cite|citation|ref|tbc|tbd|todo|to\s+(?:come|be)"
    r"|text|title|placeholder|xx+|nn"
)
WAYS = (
    r"\b(?:TODO|TBD|FIXME)\b",
    r"(?i:(?<![\w-])(?:tbd|tbc)(?=\s*(?:$|[.,;:)\]])))",
    r"\bX{2,}(?=\s+(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|people|killed|injured|dead|wounded|families|per))",
    r"\bXXX+\b(?!\s+Corps)(?<!Bowl XXX)",
    r"(?<![\w.])x{3,}(?![\w.])|\b(?:xx+|\d?[Xx]|DD|dd)\s+(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|Month)",
    r"(?i:\((?:source|date|name|number|place|check|ref|citation|who|when|where|figure)\s*\?\))|(?<!\w)_{3,}(?!\w)",
    r"(?i:\A\s*(?:text|details|figures|map|more)\s+to\s+(?:follow|come)\b)",
    r"(?i:\blorem\s+ipsum\b|\bsay\s+here\b|\b(?:your|add|write|enter|insert|put)\s+(?:\w+\s+)?text\s+(?:here|goes\s+here)\b)",
    r"(?i:\bplaceholder(?:\s+text)?\b(?=\s*(?:$|[.,;:)\]])))",
    rf"(?i:\[(?:{NAMED})(?!\w)[^\[\]@]{{0,60}}\](?!\())",
    r"(?i:\[[^\[\]@]{1,40}\b(?:to\s+be\s+\w+|to\s+(?:come|follow|confirm|check)|tbc|tbd|pending|missing|here)\s*\](?!\())",
    r"\[\s*(?:\.\.\.|…|\?+|_+)\s*\](?!\()",
    r"\?{3,}|(?<!\w)\?\?(?!\w)",
    r"<(?!\s)[A-Za-z][\w -]{1,40}>",
)
PLACEHOLDER = "|".join(WAYS)
REMEDY = "write what belongs there, or take the sentence out and name a gap"
#: Every placeholder holds one of these.
CUES: tuple[str, ...] = ("tbd", "tbc", "todo", "fixme", "xx", "lorem", "here", "placeholder", "[", "??", "<")
CUES += ("?)", "___", "x ", "dd ", "to follow", "to come")


def check(review: Review) -> Iterator[Remark]:
    """Yield a remark for every placeholder in prose and in the titles of sources."""
    for passage in review.passages:
        for sentence in passage.sentences:
            words = sentence.text if passage.place == "title" else sentence.bare
            for one in compiled(PLACEHOLDER).finditer(words) if _may_hold(words) else ():
                if passage.place != "quote" or not one[0].startswith("["):
                    mark = passage.mark(sentence.start + one.start())
                    yield Remark(mark, _message(one), REMEDY, passage.record)
                    break
    for source in review.sheet.sources:
        for field in ("title", "publisher"):
            words = getattr(source, field) or ""
            if _may_hold(words) and (left := found(PLACEHOLDER, words)):
                yield Remark(source.mark(field), _message(left), REMEDY, source.id)


def _message(one: re.Match[str]) -> str:
    return f"“{one[0].strip()}” is a placeholder: a reader will think that nobody read this before it was sent"


def _may_hold(text: str) -> bool:
    folded = text.casefold()
    return any(cue in folded for cue in CUES)
