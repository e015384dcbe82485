"""Markdown fields to HTML: CommonMark without raw HTML, with citations and judgement references."""

from __future__ import annotations

import re
from calendar import month_name
from collections.abc import Callable, Iterable
from typing import Any, cast

from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.rules_core import StateCore
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token
from markupsafe import Markup, escape

from briefgen.citations import CITATION, JUDGEMENT, SPACES, items

BEFORE_POINT = re.compile(rf"{SPACES}({CITATION.pattern})([.,;:!?…]?)")
ADDRESS = re.compile(r"https?://|mailto:", re.I)
DAY_AND_MONTH = re.compile(rf"\b([0-9]{{1,2}}) ({'|'.join(month_name[1:])})\b")
LAST_WORD = re.compile(rf"(?<=\w\w)[ \n](?=[\w.,;:!?%’”)…-]{{1,9}}(?:{CITATION.pattern})?\s*(?:\n\s*\n|\Z))")
SPACE_BEFORE_INLINE = re.compile(r" <(abbr|b|bdi|code|em|i|s|strong)((?: [^<>]*)?)>")


class Markdown:
    """Renders fields; *cite* and *judge* turn references into Markup, *abbreviations* are set as small capitals."""

    def __init__(
        self,
        cite: Callable[[Iterable[Any]], Markup],
        judge: Callable[[str], Markup],
        abbreviations: Iterable[str],
    ) -> None:
        self.cite, self.judge = cite, judge
        words = sorted(map(re.escape, abbreviations), key=len, reverse=True)
        self.abbreviation = re.compile(rf"\b({'|'.join(words)})\b") if words else None
        self.parser = _parser()
        rules = cast(dict[str, Any], cast(RendererHTML, self.parser.renderer).rules)
        rules |= {"citation": self._citation, "judgement": self._judgement, "text": self._text}

    def block(self, text: str) -> Markup:
        """Return paragraphs, lists and tables."""
        return self._finished(self.parser.render(tied(_points_first(text))))

    def inline(self, text: str) -> Markup:
        """Return the text of one paragraph, without the paragraph."""
        return self._finished(self.parser.renderInline(_points_first(text)))

    def _finished(self, html: str) -> Markup:
        # WeasyPrint may break a line after its first word when plain text before an inline element fills the line
        # to within its own last space; with the space inside the element it does not
        return Markup(SPACE_BEFORE_INLINE.sub(r"<\1\2> ", html.strip()))

    def _citation(self, tokens: list[Token], index: int, options: Any, env: Any) -> str:
        return str(self.cite(items(tokens[index].content)))

    def _judgement(self, tokens: list[Token], index: int, options: Any, env: Any) -> str:
        return str(self.judge(tokens[index].content))

    def _text(self, tokens: list[Token], index: int, options: Any, env: Any) -> str:
        text = DAY_AND_MONTH.sub("\\1\u00a0\\2", str(escape(tokens[index].content)))
        return self.abbreviation.sub(r"<abbr>\1</abbr>", text) if self.abbreviation else text


def _points_first(text: str) -> str:
    """Put the point before the number: ``fire [@c-1].`` is set as ``fire.¹``."""
    return BEFORE_POINT.sub(lambda found: f"{found[found.lastindex or 0]}{found[1]}", text)


def tied(text: str) -> str:
    """Tie a short last word of each paragraph to the one before it: a year or “fear.” is no line of its own."""
    return LAST_WORD.sub("\u00a0", text)


def _parser() -> MarkdownIt:
    made = MarkdownIt("commonmark", {"html": False, "typographer": True})
    made.enable(["table", "strikethrough", "replacements", "smartquotes"])
    made.disable(["heading", "lheading", "hr", "code", "fence", "image", "html_block", "html_inline"])
    made.inline.ruler.before("link", "citation", _rule(CITATION, "citation", 0))
    made.inline.ruler.before("link", "judgement", _rule(JUDGEMENT, "judgement", 1))
    made.core.ruler.push("plain_links", _plain_links)
    made.validateLink = lambda url: ADDRESS.match(url) is not None  # type: ignore[method-assign]
    return made


def _rule(pattern: re.Pattern[str], kind: str, group: int) -> Callable[[StateInline, bool], bool]:
    def rule(state: StateInline, silent: bool) -> bool:
        found = pattern.match(state.src, state.pos)
        if not found:
            return False
        if not silent:
            state.push(kind, "", 0).content = found[group]
        state.pos = found.end()
        return True

    return rule


def _plain_links(state: StateCore) -> None:
    """Leave only text inside links: PDF/UA-1 fails for a link that holds elements."""
    for token in state.tokens:
        depth, kept = 0, []
        for child in token.children or ():
            depth += {"link_open": 1, "link_close": -1}.get(child.type, 0)
            if not depth or child.type in ("link_open", "text", "code_inline"):
                kept.append(_as_text(child) if depth else child)
        token.children = kept if token.children else token.children


def _as_text(token: Token) -> Token:
    return Token("text", "", 0, content=token.content) if token.type == "code_inline" else token
