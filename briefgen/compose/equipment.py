"""The functions and filters that templates may call."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from itertools import count
from typing import Any

from markupsafe import Markup, escape

from briefgen.compose.checkpoints import checkpoints
from briefgen.compose.citing import Citing
from briefgen.compose.environment import Environment, Folders, unfolded
from briefgen.compose.leading import foremost, leading
from briefgen.compose.library import Library
from briefgen.compose.markdown import Markdown
from briefgen.compose.outline import outlined
from briefgen.compose.rest import Rest
from briefgen.compose.resting import Resting
from briefgen.compose.rivals import rivals
from briefgen.compose.when import Calendar, in_order, locale_of
from briefgen.compose.wording import Wording
from briefgen.edition import Edition, Record
from briefgen.figures.amounts import known
from briefgen.figures.figure import Figure
from briefgen.figures.kinds import drawer
from briefgen.figures.palette import coloured
from briefgen.theme import Theme


def equip(env: Environment, edition: Edition, files: Folders, theme: Theme, rest: Rest) -> None:
    """Give *env* the functions and filters that fill a page from *edition* in the colours of *theme*.

    Style sheets come from *files*, the name of the file with all events from *rest*.
    """
    library = Library(edition)
    citing, wording = Citing(library), Wording(library)
    calendar = Calendar(locale_of(edition.product["lang"]), edition.product["time"]["zone"])
    markdown = Markdown(citing.superscript, lambda one: judged(library.get(one)), _short(edition))
    judged = partial(_judged, wording, markdown)
    env.globals |= _functions(library, citing, wording, calendar, _figures(edition, theme.colours))
    env.globals |= _styles(files, f"_themes/{theme.base}") | {"events_file": rest.file}
    filters = _filters(library, wording, calendar, markdown)
    env.filters |= {name: unfolded(function) for name, function in filters.items()}


def _styles(files: Folders, folder: str) -> dict[str, Callable[[str], Markup]]:
    """Return the functions for style sheets: any, and one from the *folder* of the theme, which need not be there."""

    def css(name: str) -> Markup:
        return Markup(files.path(name).read_text(encoding="utf-8"))

    def themed(name: str) -> Markup:
        return css(f"{folder}/{name}.css") if files.has(f"{folder}/{name}.css") else Markup()

    return {"css": css, "themed": themed}


def _functions(
    library: Library, citing: Citing, wording: Wording, calendar: Calendar, draw: Callable[[str, Record], Record]
) -> dict[str, Callable[..., Any]]:
    resting = Resting(library)
    return {
        "get": library.get,
        "name": library.name,
        "cite": citing.cite,
        "sources": citing.sources,
        "origins": citing.origins,
        "grades": citing.grades,
        "in_order_of_number": citing.in_order,
        "likelihood": wording.term,
        "judgement_number": wording.number,
        "number": _numbers(),
        "cutoff": calendar.cutoff,
        "rivals": lambda: rivals(library),
        "resting": resting.on,
        "checkpoints": lambda: checkpoints(citing, resting),
        "figure": lambda kind, **options: draw(kind, options),
        "drawn": lambda record: draw(record["kind"], record),
    }


def _filters(
    library: Library, wording: Wording, calendar: Calendar, markdown: Markdown
) -> dict[str, Callable[..., Any]]:
    return {
        "prose": lambda text: markdown.block(str(text)),
        "line": lambda text: markdown.inline(str(text)),
        "judged": partial(_judged, wording, markdown),
        "marked": marked,
        "when": calendar.when,
        "when_short": calendar.short,
        "in_order": in_order,
        "foremost": foremost,
        "grouped": lambda number: f"{int(number):,}",
        "leading": lambda events: leading(events, library.edition.product["time"]["as_of"]),
        "amount": lambda number: known(number).signs if number else "–",
        "spelled": lambda number: known(number).words,
        "names": library.names,
        "host": _host,
        "outlined": outlined,
    }


def _judged(wording: Wording, markdown: Markdown, judgement: Record) -> Markup:
    """Return the sentence of a judgement, marked."""
    return marked(wording.judged(judgement, markdown), judgement)


def marked(words: str, record: Record) -> Markup:
    """Return *words* of a *record* behind its marking in parentheses, if the edition has one for it (CAPCO form).

    Words that begin with a part of the same marking are marked already.
    """
    said, mark = escape(words), record.get("mark")
    if not mark:
        return said
    sign = Markup('<b class="portion">({})</b> ').format(mark)
    opening = said[:3] if said.startswith("<p>") else Markup()
    behind = said[len(opening) :]
    return said if behind.startswith(sign) else opening + sign + behind


def _numbers() -> Callable[[str], int]:
    counters = {"table": count(1), "figure": count(1)}
    return lambda kind: next(counters[kind])


def _figures(edition: Edition, palette: Mapping[str, str]) -> Callable[[str, Record], Record]:
    draw = drawer(edition)

    def drawn(kind: str, record: Record) -> Record:
        made = draw(kind, record)
        return vars(made) | {"svg": Markup(coloured(made.svg, palette)), "key": _key(made)}

    return drawn


def _key(figure: Figure) -> Markup:
    """Return what the signs of a figure mean, the words in scripts that no drawing can hold among them."""
    names = Markup("; ").join(Markup("{} <bdi>{}</bdi>").format(key, words) for key, words in figure.names)
    return escape(figure.key) + (Markup(" {}.").format(names) if names else "")


def _short(edition: Edition) -> list[str]:
    shorts = [actor["short"] for actor in edition.actors if actor["short"]]
    return [short for short in shorts if short.isupper() and short.isalpha() and len(short) > 1]


def _host(url: str) -> Markup:
    """Return an address as a reader would read it aloud: without scheme, www and the slash at the end."""
    shown = url.partition("://")[2].removeprefix("www.").rstrip("/")
    return escape(shown if len(shown) <= 48 else f"{shown[:47]}…")
