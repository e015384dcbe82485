"""The documentation says what is so: its commands are run, its sheets read, its tables compared with the code.

Fences that are looked at:

- ``console``: commands behind ``$`` and what they print. The blocks of a page are one terminal, in a folder with the
  briefs of this project; ``…`` stands for what differs from run to run, alone on a line for any number of lines.
- a language and a file name, such as ``yaml ferry.yaml``: the file is written there before the next command, or
  ``append``-ed to.
- ``yaml sheet`` is a whole sheet, ``yaml fragment`` some of its sections: read without an error, but for references to
  what is not shown; ``yaml faulty`` has an error. A file name may follow.
"""

from __future__ import annotations

import difflib
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from briefgen import desk, issuing, sheet
from briefgen.compose import House, composing, equipment, find, when
from briefgen.compose.environment import KEPT_FILTERS, KEPT_GLOBALS, Folders, environment
from briefgen.compose.rest import Rest
from briefgen.edition import Edition
from briefgen.explain import codes
from briefgen.figures import amounts
from briefgen.figures.kinds import FIGURES
from briefgen.findings import Finding
from briefgen.issuing.allow import KEPT_BACK
from briefgen.markings import choice
from briefgen.resources import templates_folder
from briefgen.sheet.model import Sheet
from briefgen.tradecraft import SCALES
from docs import generate
from tests.cli.test_diff import GIT

ROOT = Path(__file__).parents[1]
DOCS = ROOT / "docs"
WRITTEN = [ROOT / "README.md", *sorted(path for path in DOCS.glob("*.md") if path.name not in generate.PAGES)]
PAGES = [ROOT / "README.md", *sorted(DOCS.glob("*.md"))]
FENCE = re.compile(r"^```(.*)\n((?:.*\n)*?)```$", re.M)
MEASURED = "lint.md"  # its scores take the whole corpus
PROMPT = "briefgen-docs-prompt"
FRAME = 'briefgen: 1\nproduct: {id: FRAGMENT-1, title: A fragment, time: "2024-02-07T18:00+05:00"}\n'


@dataclass(frozen=True)
class Block:
    page: str
    line: int
    info: tuple[str, ...]
    text: str

    @property
    def file(self) -> str | None:
        return next((word for word in self.info[1:] if "." in word), None)

    def __str__(self) -> str:
        return f"{self.page}:{self.line}"


def blocks(path: Path) -> list[Block]:
    text = path.read_text(encoding="utf-8")
    return [
        Block(path.name, text.count("\n", 0, found.start()) + 1, tuple(found[1].split()), found[2])
        for found in FENCE.finditer(text)
    ]


BLOCKS = [block for path in WRITTEN for block in blocks(path)]
SHEETS = [block for block in BLOCKS if block.info[:1] == ("yaml",)]
REPLAYED = sorted({block.page for block in BLOCKS if block.info == ("console",)})


# Commands


def commands_of(block: Block) -> list[tuple[str, str]]:
    """Return the commands of a console block, each with what it is said to print."""
    parts = re.split(r"(?m)^\$ (.*)\n", block.text)
    assert parts[0] == "", f"{block} does not begin with a command"
    return list(zip(parts[1::2], parts[2::2], strict=True))


def script(page: str, folder: Path) -> Iterator[str]:
    """Yield the lines of a shell script that does what the page shows, with a mark before each command."""
    for number, block in enumerate(block for block in BLOCKS if block.page == page):
        if block.file:
            (folder / str(number)).write_text(block.text, encoding="utf-8")
            arrow = ">>" if "append" in block.info else ">"
            yield f'mkdir -p "$(dirname {block.file})" && cat {folder / str(number)} {arrow} {block.file}'
        elif block.info == ("console",):
            for command, _ in commands_of(block):
                yield f"echo {PROMPT}"
                yield command


def printed_by(page: str, folder: Path) -> list[str]:
    """Return what each command of the page prints."""
    room, kept, tools = folder / "room", folder / "kept", folder / "tools"
    for made in (room, kept, tools):
        made.mkdir()
    shutil.copytree(ROOT / "briefs", room / "briefs")
    (tools / "briefgen").write_text(f'#!/bin/sh\nexec "{sys.executable}" -m briefgen "$@"\n')
    (tools / "briefgen").chmod(0o755)
    environment = {
        "PATH": f"{tools}{os.pathsep}{os.environ['PATH']}",
        "PYTHONPATH": str(ROOT),
        "LC_ALL": "C.UTF-8",
        "COLUMNS": "80",
        **GIT,
    }
    done = subprocess.run(
        ["bash", "-c", "\n".join(script(page, kept))],
        cwd=room,
        env=environment,
        text=True,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        timeout=300,
    )
    return done.stdout.split(f"{PROMPT}\n")[1:]


def pattern(expected: str) -> str:
    lines = (
        r"(?:.*\n)*?" if line == "…\n" else re.escape(line).replace("…", ".+?") for line in expected.splitlines(True)
    )
    return "".join(lines)


def test_commands_were_found():
    assert "README.md" in REPLAYED
    assert len(REPLAYED) > 3


@pytest.mark.parametrize("page", REPLAYED)
def test_commands_print_what_the_page_says(page, tmp_path):
    shown = [
        (block, *pair)
        for block in BLOCKS
        if block.page == page and block.info == ("console",)
        for pair in commands_of(block)
    ]
    printed = printed_by(page, tmp_path)

    assert len(printed) == len(shown)
    for (block, command, expected), actual in zip(shown, printed, strict=True):
        diff = difflib.unified_diff(
            expected.splitlines(), actual.splitlines(), f"{block} {command}", "actual", lineterm=""
        )
        assert re.fullmatch(pattern(expected), actual), "\n".join(diff)


# Sheets


def load(text: str, folder: Path) -> sheet.Parsed:
    (folder / "sheet.yaml").write_text(text, encoding="utf-8")
    return sheet.load(folder / "sheet.yaml")


def test_sheets_were_found():
    assert {word for block in SHEETS for word in block.info[1:2]} >= {"sheet", "fragment"}


def errors(block: Block, folder: Path) -> list[Finding]:
    """Return the errors of a block, among the tables that its page shows; what a fragment points to is elsewhere."""
    for other in BLOCKS:
        if other.page == block.page and other.info[:1] == ("csv",):
            (folder / str(other.file)).write_text(other.text, encoding="utf-8")
    is_part = block.info[1] == "fragment" and "product:" not in block.text
    expected = ("REF001", "INC001") if block.info[1] == "fragment" else ()
    found = load(FRAME * is_part + block.text, folder).findings
    return [one for one in found if one.severity == "error" and one.code not in expected]


@pytest.mark.parametrize("block", SHEETS, ids=str)
def test_sheets_read_as_the_page_says(block, tmp_path):
    assert block.info[1] in ("sheet", "fragment", "faulty")
    assert bool(errors(block, tmp_path)) == (block.info[1] == "faulty"), errors(block, tmp_path)


def test_the_steps_of_the_first_sheet_make_it_up():
    steps = [block.text for block in BLOCKS if block.page == "first-sheet.md" and block.file == "ferry.yaml"]

    assert len(steps) > 2
    assert "".join(steps) == (DOCS / "first-sheet.yaml").read_text(encoding="utf-8")


def test_the_first_sheet_is_in_the_readme_word_for_word():
    first = (DOCS / "first-sheet.yaml").read_text(encoding="utf-8")

    assert first in [block.text for block in blocks(ROOT / "README.md")]


def cells(path: Path, head: str) -> list[list[str]]:
    """Return the rows of the tables of a page that begin with *head*, without the marks of code."""
    tables = re.findall(rf"(?m)^\| {re.escape(head)} \|.*\n\|[-|]+\|\n((?:\|.*\n)+)", path.read_text(encoding="utf-8"))
    rows = [row.strip("| ").split(" | ") for table in tables for row in table.splitlines()]
    assert rows, f"{path.name} has no table that begins with {head}"
    return [[cell.strip().strip("`") for cell in row] for row in rows]


def seen(text: str, folder: Path) -> Edition:
    parsed = load(text, folder)
    assert parsed.sheet, parsed.findings
    return issuing.make(parsed.sheet, desk.find(folder).default_marking)


@pytest.mark.parametrize(
    ("written", "printed"), [row[:2] for row in cells(DOCS / "dates-and-numbers.md", "You write the date")]
)
def test_dates_are_printed_as_the_page_says(written, printed, tmp_path):
    claims = f"claims: [{{id: c-1, text: One., dated: {written}}}]\n"
    made = seen(FRAME + claims, tmp_path).claims[0]["dated"]

    assert when.Calendar("en", "Asia/Karachi").when(made).replace("\u00a0", " ") == printed


@pytest.mark.parametrize("row", cells(DOCS / "dates-and-numbers.md", "You write the number"), ids=str)
def test_numbers_are_printed_as_the_page_says(row, tmp_path):
    events = f'events: [{{id: e-1, type: other, when: "2024", harm: {{killed: {row[0]}}}}}]\n'
    made = seen(FRAME + events, tmp_path).events[0]["harm"]["killed"]

    assert [amounts.known(made).signs.replace("\u2009", " "), amounts.known(made).words] == row[1:3]


@pytest.mark.parametrize("row", cells(DOCS / "dates-and-numbers.md", "Not a date"), ids=str)
def test_dates_are_refused_as_the_page_says(row, tmp_path):
    found = load(f"{FRAME}claims: [{{id: c-1, text: One., dated: {row[0]}}}]\n", tmp_path).findings
    said = [(one.message, one.remedy) for one in found if one.severity == "error"]

    assert [(row[1] in message, remedy) for message, remedy in said] == [(True, row[2])]


# What the code says


@pytest.mark.parametrize(
    "name", [pytest.param(name, marks=pytest.mark.slow if name == MEASURED else ()) for name in generate.PAGES]
)
def test_generated_pages_are_up_to_date(name):
    assert (DOCS / name).read_text(encoding="utf-8") == generate.PAGES[name](), "run make docs"


def test_the_catalogue_of_rules_is_up_to_date(monkeypatch):
    """All but the scores, for which tests/lint/test_corpus.py measures a part of the corpus."""
    written = (DOCS / MEASURED).read_text(encoding="utf-8")
    scores = written[written.index("| Set |") : written.index("\n\n## AIX")]
    monkeypatch.setattr(generate, "_measured", lambda: scores)

    assert written == generate.PAGES[MEASURED](), "run make docs"


@pytest.mark.parametrize("name", generate.verbs())
def test_a_verb_and_its_options_have_help_and_the_readme_shows_the_verb(name):
    verb = generate.verbs()[name]

    assert verb.__doc__
    assert all(one.info.help for one in generate.parameters(verb))
    assert f"`briefgen {name}" in (ROOT / "README.md").read_text(encoding="utf-8")


def test_every_code_that_is_raised_has_a_page():
    sources = [path.read_text(encoding="utf-8") for path in (ROOT / "briefgen").rglob("*.py")]
    families = "|".join(generate.FAMILIES)
    raised = {code for text in sources for code in re.findall(rf"\b(?:{families})\d{{3}}\b", text)}

    assert len(raised) > 20
    assert raised == set(codes())


def test_the_template_page_names_what_a_template_gets(tmp_path):
    folders, made = [templates_folder()], seen(FRAME, tmp_path)
    env = environment(Folders(folders))
    equipment.equip(env, made, Folders(folders), House().theme, Rest("x"))
    variables = composing._variables(made, find("situation-update", folders), House())
    page = DOCS / "templates.md"

    assert {row[0] for row in cells(page, "Variable")} == set(variables)
    assert {row[0].partition("(")[0] for row in cells(page, "Function")} == set(env.globals) - set(KEPT_GLOBALS)
    assert {row[0] for row in cells(page, "Kind of figure")} == set(FIGURES)
    assert {row[0] for row in cells(page, "Filter")} == set(env.filters) - set(KEPT_FILTERS)
    assert "filters, these are there: " + ", ".join(KEPT_FILTERS) + "." in " ".join(
        page.read_text().replace("`", "").split()
    )


def test_the_template_page_names_the_keys_that_change():
    renamed = {
        (f"{model.__name__}.{field.alias}", name)
        for model in generate.models(Sheet)
        for name, field in model.model_fields.items()
        if field.alias and name not in KEPT_BACK.get(model, ())
    }

    assert {tuple(row[:2]) for row in cells(DOCS / "templates.md", "In the sheet")} == renamed


@pytest.mark.parametrize("scale", SCALES)
def test_the_scales_are_those_of_the_code(scale):
    terms = [[term.id, term.label, term.band] for term in SCALES[scale].terms]

    assert cells(DOCS / "judgements.md", f"Term in `{scale}`") == terms


def test_every_setting_is_explained():
    listed = {row[0] for row in cells(DOCS / "settings.md", "Setting")}

    tables = desk.KEYS | {choice.TABLE: (*choice.KEYS, "levels")}
    assert listed == {f"{table}.{key}" for table, keys in tables.items() for key in keys}


def test_the_architecture_page_lists_every_module():
    listed = {re.sub(r"[\[\]`]|\(.*\)", "", row[0]).rstrip("/") for row in cells(DOCS / "architecture.md", "Where")}
    there = {path.stem for path in (ROOT / "briefgen").iterdir() if re.fullmatch("[a-z_]+([.]py)?", path.name)}

    assert listed == {
        f"{name}.py" if (ROOT / "briefgen" / f"{name}.py").is_file() else name
        for name in there - {"templates", "__pycache__"}
    }


# Links


def headings(path: Path) -> set[str]:
    """Return the anchors that a page's headings have on the web."""
    text = FENCE.sub("", path.read_text(encoding="utf-8"))
    titles = (re.sub(r"[`*]|\[|\]\(.*?\)", "", title) for title in re.findall(r"(?m)^#+ (.+)$", text))
    return {re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-") for title in titles}


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.name)
def test_links_lead_somewhere(path):
    text = FENCE.sub("", path.read_text(encoding="utf-8"))
    links = [
        link for link in re.findall(r"\]\(([^)\s]+)\)", text) if not link.startswith(("http:", "https:", "mailto:"))
    ]
    for target, _, anchor in (link.partition("#") for link in links):
        file = (path.parent / target).resolve() if target else path
        assert file.exists(), target
        assert not anchor or anchor in headings(file), f"{target}#{anchor}"


def test_make_knows_the_targets_that_are_named():
    named = {
        word
        for path in WRITTEN
        for word in re.findall(r"\bmake ([a-z]+)\b(?=`|$| +#)", path.read_text(encoding="utf-8"), re.M)
    }
    targets = set(re.findall(r"(?m)^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8")))

    assert {"briefs", "test"} <= named <= targets
