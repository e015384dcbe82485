"""A page that prints a judgement without saying what its term means

“Likely” is 55 to 80 per cent under ICD 203, 66 to 100 for the IPCC, and whatever the reader thinks otherwise. A page
that prints a judgement names its scale and gives, in numbers, the band of every term that it uses: in an annex, as
the templates of briefgen do, or beside the term. Both come from the same data as the linter, never from a hand-written
table. A page without a judgement needs nothing.

Bad:

```html bad
<p>It is <strong>likely</strong> that the strike ends by 1 March.</p>
```

Good:

```html good
<p>It is <strong>likely</strong> (55–80%) that the strike ends by 1 March.</p>
<p>Likelihood is given in the terms of ICD 203.</p>
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefgen.findings import Severity
from briefgen.tradecraft.likelihood import Scale, Term

CODE = "EST016"
SEVERITY: Severity = "error"
STANDARD = "ICD 203 D.6.e.(2); PHIA Probability Yardstick"

TAG = re.compile(r"<[^<>]*>")
STRONG = re.compile(r"<strong>([^<>]{1,60})</strong>")
NO_TEXT = re.compile(r"<(style|script)\b.*?</\1>", re.S)


def check(html: str, scale: Scale) -> Iterator[tuple[str, str]]:
    """Yield what is missing on a page that prints terms of *scale*: the scale's name, the bands of its terms."""
    printed = {found[1].strip(" :").casefold() for found in STRONG.finditer(html)}
    used = [term for term in scale.terms if term.label.casefold() in printed]
    if not used:
        return
    text = " ".join(TAG.sub("", NO_TEXT.sub("", html)).split())
    if scale.title not in text:
        message = f"the page prints judgements, but does not name their scale, {scale.title}"
        yield message, "print {{ scale.title }}, or include the annex on uncertainty"
    if nameless := [term.label for term in used if not _has_band(text, term)]:
        message = f"the page does not say what “{', '.join(nameless)}” means: readers differ by 40 points"
        yield message, "print the term's low and high beside it, or include the annex on uncertainty"


def _has_band(text: str, term: Term) -> bool:
    bounds = str(term.low) if term.low == term.high else rf"{term.low}\s?(?:%|per cent)?\s?(?:–|-|to|and)\s?{term.high}"
    return re.search(rf"(?<![\d.]){bounds}(?![\d.]\d)", text) is not None
