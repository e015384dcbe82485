"""Where a text says that a machine wrote, summarised or translated something."""

from __future__ import annotations

import re

from briefgen.lint.pattern import compiled, found
from briefgen.lint.wordlists import words

#: Systems, and what systems are called. Names that people bear too need a word that people do not have behind them.
SYSTEM = (
    r"(?:ChatGPT|GPT(?:[‑-]?\d[\w.]*)?|OpenAI|DeepL|Google\s+(?:Translate|Gemini)|(?:Bing|Microsoft|Yandex)\s+Translat\w+"
    r"|Gemini(?!\s+[A-Z][a-z])|Copilot|Claude(?=\s*(?:$|[,;.:()\d]|Opus|Sonnet|Haiku|AI|(?:and|with|was|for|to)\b))|Anthropic"
    r"|Llama(?:[\s-]?\d[\w.]*)|Mistral\s+(?:AI|Large|Small|\d\w*)|Le\s+Chat|DeepSeek|Perplexity|Grok(?!\s+[A-Z][a-z])"
    r"|Whisper(?=\s*(?:$|[,;.:()\d]|v\d|large|(?:and|was|to|for)\b))|DALL[·-]?E|Midjourney|Stable\s+Diffusion|NLLB|Otter\.ai"
    r"|(?:AI|A\.I\.)(?![\w’'])|LLMs?\b|(?i:(?:large\s+)?language\s+models?|chat-?bots?|machine\s+translat\w+|machine\s+learning"
    r"|artificial\s+intelligence|neural\s+translat\w+|translation\s+(?:engine|software)|speech[\s-]to[\s-]text))"
)
#: In a field for a name: there nothing but a machine is called so.
NAMED = (
    rf"(?<![\w-])(?:{SYSTEM}|MT(?![\w-])|(?i:machine(?:[\s-](?:translat\w+|made|generated))?|auto(?:matic(?:ally)?|-?translat\w+)"
    r"|AI-\w+|GPT\S*)\b)"
)
MADE = (
    r"(?:translated|transcribed|summari[sz]ed|drafted|written|generated|produced|compiled|prepared|edited|rewritten|made"
    r"|rendered|enhanced|cleaned|done|proof-?read)"
)
MEANS = (
    r"(?:by|with|using|through|via|with\s+the\s+(?:help|aid|assistance)\s+of|with\s+(?:help|assistance)\s+from"
    r"|by\s+means\s+of)"
)
THING = (
    r"(?:report|brief(?:ing)?|summar(?:y|ies)|document|text|product|issue|paragraphs?|sheet|draft|translations?|transcripts?"
    r"|transcriptions?|annex|figures?|sources?|articles?|statements?|quotations?|quotes?|posts?|messages?)"
)
#: About how the document was made, wherever it is said.
OF_OURS = (
    rf"\b(?i:this|our|the\s+present)\s+(?i:{THING})\s+(?i:was|were|is|has\s+been|have\s+been)\s+(?:\w+\s+){{0,3}}?(?i:{MADE})\b"
    rf"[^.;]{{0,40}}?\b(?i:{MEANS})\s+(?:an?\s+|the\s+)?(?:\w+\s+)?{SYSTEM}",
    rf"\b[Ww]e\s+(?:have\s+)?(?i:used|use|asked|relied\s+on|ran)\s+(?:an?\s+|the\s+)?(?:\w+\s+)?{SYSTEM}",
)
#: About how sources were read, where the document tells of that.
OF_FRAME = (
    rf"\b(?i:{MADE})\b[^.;]{{0,40}}?\b(?i:{MEANS})\s+(?:an?\s+|the\s+)?(?:\w+\s+)?{SYSTEM}",
    rf"\b(?i:translations?|transcripts?|summar(?:y|ies)|transcriptions?)\s*(?::|\bby\b|\bwith\b)\s*{SYSTEM}",
    rf"\b(?:{SYSTEM})\s+(?i:was|were)\s+used\b|\b(?:{SYSTEM})\s+(?i:translated|transcribed|summari[sz]ed|drafted|wrote)\b",
    r"(?i)\bmachine[\s-]translat\w+|\bauto(?:matically)?[\s-]translat\w+|\b(?:AI|machine)[\s-](?:generated|assisted|written|made)\s+"
    r"(?:summar\w+|translations?|transcripts?|text|drafts?)|\btranslated\s+automatically|\bautomatic\s+(?:translation|transcription)",
)
NOT = r"(?i)\b(?:no|not|without|never|none|nothing|neither|nor)\b|n[’']t\b"


def named(name: str) -> bool:
    """Return whether a field for a person's name names a machine."""
    return found(NAMED, name) is not None


def told(bare: str, *, of_frame: bool) -> re.Match[str] | None:
    """Return where a sentence says that a machine made something of ours; *of_frame*: it tells how it was made."""
    folded = bare.casefold()
    if "AI" not in bare and "A.I." not in bare and not any(cue in folded for cue in words("machines.txt")["cues"]):
        return None
    for pattern in (*OF_OURS, *(OF_FRAME if of_frame else ())):
        for one in compiled(pattern).finditer(bare):
            if not found(NOT, bare[max(0, one.start() - 40) : one.end()]):
                return one
    return None
