"""How judgements are worded and numbered on a page."""

from __future__ import annotations

from markupsafe import Markup

from briefgen.compose.library import Library
from briefgen.compose.markdown import Markdown, tied
from briefgen.edition import Record
from briefgen.tradecraft import SCALES


class Wording:
    """The sentences and numbers of one edition's judgements."""

    def __init__(self, library: Library) -> None:
        self.scale = SCALES[library.edition.product["scale"]]
        self.order = [judgement["id"] for judgement in library.edition.judgements]

    def term(self, term_id: str | None) -> Record | None:
        """Return the scale's term, or None for a judgement of fact."""
        found = self.scale.find(term_id) if term_id else None
        return vars(found) if found else None

    def number(self, judgement_id: str) -> int:
        """Return the place of a judgement among all, from 1."""
        return self.order.index(judgement_id) + 1

    def judged(self, judgement: Record, markdown: Markdown) -> Markup:
        """Return the sentence of a judgement with its likelihood term marked."""
        term = self.term(judgement["likelihood"])
        text = tied(judgement["text"])
        if term is None:
            return markdown.inline(text)
        if "{likelihood}" not in text:
            return markdown.inline(f"**{term['label'].capitalize()}:** {text}")
        return markdown.inline(text.replace("{likelihood}", f"**{term['label']}**"))
