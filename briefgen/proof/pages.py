"""Findings on a product that was made from its sample, each at the line of the template that wrote it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from briefgen import issuing, sheet
from briefgen.compose import House
from briefgen.compose.tracing import trace
from briefgen.desk import Desk
from briefgen.errors import TemplateError
from briefgen.findings import Finding, Mark
from briefgen.markings import tlp
from briefgen.proof import markup
from briefgen.proof.rule import findings
from briefgen.proof.rules import PAGE_RULES
from briefgen.resources import templates_folder
from briefgen.sheet import Sheet
from briefgen.theme import Theme

PLACED = re.compile(r"(?P<path>[^\n]+?):(?P<line>\d+):(?P<column>\d+): error (?P<code>[A-Z]+\d+) (?P<said>.+)", re.S)


def of_product(name: str, own: Sequence[Path], desk: Desk, theme: Theme) -> Iterator[Finding]:
    """Yield what is wrong with the product *name* of the folders *own* when it is made from its sample."""
    folder = next(folder / name for folder in own if (folder / name / "product.toml").is_file())
    sample = folder / "sample.yaml"
    if not sample.is_file():
        message = "the product has no sample.yaml, so no page of it can be proofed and no sheet be begun with it"
        yield Finding(Mark(sheet.shown(folder), 1, 1), "TPL007", message, "add a sheet that shows what it needs")
        return
    scheme = tlp.SCHEME if folder.parent == templates_folder() else desk.scheme  # that in which it was written
    parsed = sheet.load(sample, desk.registry, desk.root, desk.scale, scheme)
    if parsed.sheet is None:
        yield from parsed.findings
        return
    for finding in _of_page(parsed.sheet, name, desk, theme):
        yield replace(finding, mark=_shown(finding.mark, desk.templates))


def _of_page(made: Sheet, name: str, desk: Desk, theme: Theme) -> Iterator[Finding]:
    page = f"{name}/page.html.j2"
    try:
        html = trace(
            issuing.make(made, desk.default_marking),
            name,
            desk.templates,
            House(desk.name, desk.page_size, theme=theme),
            desk.time_limit,
        )
    except TemplateError as error:
        yield _failure(str(error), page)
        return
    root = markup.page(html, page)
    for rule in PAGE_RULES:
        yield from findings(rule.CODE, rule.SEVERITY, rule.check(root))


def _failure(error: str, page: str) -> Finding:
    found = PLACED.match(error)
    code, rest = (found["code"], found["said"]) if found else ("TPL006", error)
    said, _, remedy = rest.partition(" — ")
    mark = Mark(found["path"], int(found["line"]), int(found["column"])) if found else Mark(page, 1, 1)
    return Finding(mark, code, said, remedy or "mend the template")


def _shown(mark: Mark, folders: Sequence[Path]) -> Mark:
    """Return the place with the path of the file, where *mark* has the template's name."""
    path = next((folder / mark.path for folder in folders if (folder / mark.path).is_file()), Path(mark.path))
    return replace(mark, path=sheet.shown(path))
