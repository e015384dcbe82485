"""The steps from an edition to a page."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from jinja2 import TemplateNotFound, TemplateSyntaxError
from markupsafe import Markup

from briefgen.compose.environment import Environment, Folders, environment
from briefgen.compose.equipment import equip
from briefgen.compose.left_out import NOTHING, LeftOut, described, view
from briefgen.compose.library import Library
from briefgen.compose.limits import SECONDS, limited
from briefgen.compose.outside import outside
from briefgen.compose.page import Page
from briefgen.compose.products import Product, find
from briefgen.compose.rest import Rest
from briefgen.compose.settling import settled
from briefgen.edition import Edition, Record
from briefgen.errors import FigureError, TemplateError
from briefgen.theme import House
from briefgen.tradecraft import SCALES
from briefgen.tradecraft.admiralty import CREDIBILITY, RELIABILITY
from briefgen.tradecraft.confidence import LEVELS

LARGEST_PAGE = 20_000_000  # characters; a template that makes more is running away


def compose(
    edition: Edition,
    product: str,
    folders: Sequence[Path],
    house: House,
    left_out: LeftOut = NOTHING,
    stem: str | None = None,
) -> Page:
    """Return the page of one *product* (a folder of templates in *folders*) in the style of a *house*.

    What is *left out* is not in the records that the template goes through; whatever refers to it still finds it.
    *stem* is what the names of its files begin with.

    Raises TemplateError for a product that does not exist, for whatever goes wrong inside its templates, with the
    template's path and line, and for a page that is not self-contained; FigureError for a figure that cannot be drawn.
    """
    kind = find(product, folders)
    rest = Rest(stem or edition.product["id"].lower())
    files = Folders(folders, (kind.name, *kind.uses))
    html = fill(environment(files), edition, kind, files, house, rest, left_out)
    if found := outside(html):
        place = f"{files.path(f'{kind.name}/page.html.j2')}:1:1: error TPL008"
        raise TemplateError(f"{place} it fetches or runs {', '.join(found)} — put it in as data:, or leave it out")
    return Page(settled(html), edition.product["title"], edition.product["lang"], edition, rest.is_named)


def fill(
    env: Environment,
    edition: Edition,
    kind: Product,
    files: Folders,
    house: House,
    rest: Rest,
    left_out: LeftOut = NOTHING,
    seconds: float = SECONDS,
) -> str:
    """Return the HTML that the *files* of a product make in *env*, in so many *seconds* of the processor at most.

    Raises TemplateError as :func:`compose` does.
    """
    equip(env, edition, files, house.theme, rest)
    return _filled(env, f"{kind.name}/page.html.j2", _variables(edition, kind, house, left_out), seconds)


def _variables(edition: Edition, kind: Product, house: House, left_out: LeftOut = NOTHING) -> dict[str, Any]:
    people = edition.product["people"] or {}
    scale = SCALES[edition.product["scale"]]
    return {
        "brief": view(edition, left_out),
        "left_out": described(edition, left_out),
        "whole": {name: len(records) for name, records in vars(edition).items() if isinstance(records, tuple)},
        "next_product": kind.fit and kind.fit.next_title,
        "product": {"name": kind.name, "title": kind.title, "rows": kind.rows},
        "office": people.get("office") or house.office,
        "page_size": house.page_size or house.theme.page_size,
        "theme": _look(house),
        "audience": {name: getattr(house, name) for name in ("community", "distribution", "watermark")},
        "waivers": _waivers(edition) if house.print_waivers else [],
        "scale": vars(scale) | {"terms": [vars(term) for term in scale.terms]},
        "confidence_levels": [{"id": level, "text": text} for level, text in LEVELS.items()],
        "admiralty": {"reliability": RELIABILITY, "credibility": CREDIBILITY},
    }


def _look(house: House) -> Record:
    """Return what templates may know of the theme: plain data, and its tokens as CSS."""
    theme = house.theme
    plain = {"name": theme.name, "colours": theme.colours, "widths": theme.widths}
    running = {"header": theme.header, "footer": theme.footer, "logo": theme.logo and vars(theme.logo)}
    return plain | running | {"tokens": Markup(theme.css(house.page_size))}


def _waivers(edition: Edition) -> list[Record]:
    """Return the waivers of an edition, each with the title of its rule and the names of its records."""
    from briefgen.lint.pages import pages  # loads every rule, for the few desks that print their waivers

    library = Library(edition)
    return [
        {**one, "title": pages()[one["rule"]].title, "record": [library.name(record) for record in one["record"]]}
        for one in edition.waivers
    ]


def _filled(env: Environment, name: str, variables: dict[str, Any], seconds: float = SECONDS) -> str:
    try:
        with limited(seconds):
            return _page(env, name, variables)
    except (FigureError, TemplateError):
        raise
    except TemplateNotFound as error:
        raise TemplateError(f"{name}:1:1: error TPL004 there is no template {error.name} — check the name") from None
    except TemplateSyntaxError as error:
        place = f"{error.filename or error.name or name}:{error.lineno}:1"
        raise TemplateError(f"{place}: error TPL005 {error.message} — mend the template") from None
    except (TimeoutError, MemoryError) as error:
        much = "time" if isinstance(error, TimeoutError) else "memory"
        raise TemplateError(f"{_place(error, name)}: error TPL003 it takes too much {much} — bound its loops") from None
    except Exception as error:  # whatever a filter raises for arguments that it was not made for
        raise TemplateError(f"{_place(error, name)}: error TPL006 {error or type(error).__name__}") from error


def _page(env: Environment, name: str, variables: dict[str, Any]) -> str:
    pieces, size = [], 0
    for piece in env.get_template(name).generate(variables):
        size += len(piece)
        if size > LARGEST_PAGE:
            raise TemplateError(f"{name}:1:1: error TPL003 it makes over 20 million characters — bound its loops")
        pieces.append(piece)
    return "".join(pieces).encode().decode()  # refuses halves of characters, which a template can make


def _place(error: BaseException, name: str) -> str:
    """Return the innermost template line of the traceback, which Jinja2 rewrites to template lines."""
    place, trace = f"{name}:1:1", error.__traceback__
    while trace:
        if trace.tb_frame.f_code.co_filename.endswith(".j2"):
            place = f"{trace.tb_frame.f_code.co_filename}:{trace.tb_lineno}:1"
        trace = trace.tb_next
    return place
