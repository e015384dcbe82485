"""How changes are printed: what a sheet says stays text, whatever it says, and both forms tell the same."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from briefgen import desk as desks
from briefgen.change import Side, compared
from briefgen.change.matching import renamed
from briefgen.cli import changes
from briefgen.cli.changes.markdown import JOINER, code, safe
from briefgen.cli.changes.outcome import Outcome
from briefgen.edition import Edition
from briefgen.findings import Finding, Mark
from briefgen.markings import tlp
from briefgen.markings.scheme import Marking
from briefgen.sheet.textfile import FORBIDDEN
from briefgen.sides import Sight, compare_two
from tests.change.editions import TEXT, altered, made

ROOT = Path(__file__).parents[2]
MARKDOWN = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
PLAIN = {"p", "ul", "li", "h1", "h2", "h3", "h4", "strong", "s", "code", "br"}
HOSTILE = (
    "<img src=x onerror=alert(1)> [x](http://evil.example) ![y](http://evil.example/p.png) @octocat #12 !3 GH-4 $x$ "
    "org/repo#5 www.evil.example https://evil.example a@evil.example :tada: `code` **bold** ~~gone~~ | cell | "
    "&lt;b&gt; <!-- x --> ~bug %7 ^alert#1 deadbeefcafe1234 <https://evil.example> \\[z\\](q) {j-1"
)


class Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.text = ""

    def handle_starttag(self, tag, attrs):
        self.tags.add(tag)
        assert attrs == []

    def handle_data(self, data):
        self.text += data


def rendered(markdown: str) -> Reader:
    reader = Reader()
    reader.feed(MARKDOWN.render(markdown))
    return reader


def outcome(before: Edition, after: Edition, **more) -> Outcome:
    comparison = compared(Side("old.yaml", before), Side("new.yaml", after), continued=False)
    return Outcome("old.yaml", "new.yaml", (comparison,), **more)


@given(st.text(st.characters(exclude_categories=("Cs", "Cc", "Zl", "Zp")), min_size=1))
@example("1. one")
@example("- one")
@example("# one")
@example("+ one")
@example("> one")
@example("=== ---")
@example("    four")
@example("[a]: b")
@example("***")
@example("a\\")
@example("&amp; &#64;octocat")
@example(HOSTILE)
def test_whatever_a_sheet_says_is_shown_as_it_is(words):
    for frame in ("{}", "- {}", "- **New** `x`: {}\n  - field {} → **{}**", "**{}**\\\nbefore: {}", "## {}"):
        shown = rendered(frame.replace("{}", safe(words)))
        assert shown.tags <= PLAIN
        expected = FORBIDDEN.sub("\ufffd", words).strip().replace("\ufffd", "")
        assert " ".join(expected.split()) in " ".join(shown.text.replace(JOINER, "").replace("\ufffd", "").split())


@pytest.mark.parametrize(
    "word",
    [
        "@octocat",
        "#12",
        "!3",
        "GH-4",
        "www.evil.example",
        "https://evil.example",
        "a@evil.example",
        ":tada:",
        "$x$",
        "~bug",
        "%7",
        "^alert",
        "&9",
        "0123456789abcdef0123456789abcdef01234567",
        "deadbee",
        "evil.example",
    ],
)
def test_a_code_host_finds_nothing_to_link(word):
    text = rendered(safe(f"see {word} there")).text
    assert word not in text
    assert word in text.replace(JOINER, "")


@given(st.text(min_size=1))
def test_code_is_code(words):
    assert rendered(code(words)).tags <= {"p", "code"}


def test_hostile_words_anywhere_make_no_markup_of_their_own():
    said = (
        "The ferry is likely to stop",
        "Fuel is short at the quay.",
        "Amu TV",
        "The line",
        "The Group",
        "Harbour towns",
    )
    after = renamed(made(), dict.fromkeys(said, HOSTILE))
    for sides in ((made(), after), (after, made())):
        printed = changes.render("markdown", outcome(*sides))
        shown = rendered(printed)
        assert shown.tags <= PLAIN
        assert "@octocat" not in shown.text
        assert "onerror" in shown.text


def test_paths_and_findings_make_no_markup_either():
    finding = Finding(Mark("a`b <i>.yaml", 1, 1), "YML001", "x", "y")
    printed = changes.render("markdown", Outcome("`main`", "<b>", (), (finding,)))
    shown = rendered(printed)

    assert shown.tags <= PLAIN
    assert "a`b <i>.yaml" in shown.text


@pytest.mark.parametrize("form", changes.FORMS)
def test_nothing_is_said_where_nothing_differs(form):
    printed = changes.render(form, Outcome("HEAD", "main", ()))
    assert ('"sheets": []' if form == "json" else "Nothing that a reader would learn differs.") in printed


CHANGED = altered(
    ("likelihood: unlikely", "likelihood: likely"),
    ("high: 26", "high: 28"),
    ("reliability: C", "reliability: B"),
    ("The line said nothing of it", "The line has said nothing of it"),
    ("basis: One report says so", "basis: One report says that so"),
)


def fuel(text: str) -> Edition:
    """Return the sheet in which one claim says something else."""
    return altered(("label: Fuel, text: Fuel is short at the quay.", f'label: Fuel, text: "{text}"'))


@pytest.mark.parametrize("form", ["text", "markdown"])
def test_other_words_in_a_part_that_is_marked_as_it_was_are_told_with_the_text_around_them(form):
    printed = changes.render(form, outcome(*(fuel(f"Fuel is[ {so} short]{{TLP:RED}} here.") for so in ("very", "not"))))

    assert "very" in printed
    assert "marks in the text" not in printed
    assert "Marked differently" not in printed


@pytest.mark.parametrize("form", ["text", "markdown"])
def test_where_a_marked_part_begins_is_seen_however_far_from_what_differs(form):
    part = "[ since the day on which the crane at the east end of the long pier fell and {} of us saw it]{{TLP:RED}}"
    old, new = (altered(("The line said nothing of it", f"Nobody spoke{part.format(n)}")) for n in ("one", "two"))
    printed = changes.render(form, outcome(old, new)).replace("\\", "").replace(JOINER, "")

    assert "Nobody spoke [TLP:RED: since the day on which the crane" in " ".join(printed.split())
    assert "…" not in printed


@pytest.mark.parametrize("form", ["text", "markdown"])
def test_judgements_come_first_and_wording_last(form):
    printed = changes.render(form, outcome(made(), CHANGED)).replace("**", "").replace(JOINER, "")
    parts = [
        "Judged differently",
        "Raised from unlikely (20–45 %) to likely (55–80 %): that the ferry stops by 9 February 2024.",
        "Events told differently",
        "The quay collapses. Killed: 26–28 (before: 26).",
        "Sources",
        "Amu TV: raised to usually reliable (B), before fairly reliable (C).",
        "Narrative",
        "The line has said nothing" if form == "markdown" else "The line {+has+} said nothing",
        "Without a change of substance",
        "judgement “It is likely that the ferry stops by 9 February 2024” (basis)",
        "In numbers: Judgements: 1 changed",
    ]
    printed = " ".join(printed.split())
    places: list[int] = []
    for part in parts:
        places.append(printed.index(part, places[-1] + 1 if places else 0))
    assert places == sorted(places)


@pytest.mark.parametrize("form", ["text", "markdown"])
def test_readers_outside_get_no_line_that_says_nothing(form):
    after = altered(
        ("How much fuel there is.", "Who has the fuel that is left."),
        ("The line said nothing of it", "A line said nothing of it to us"),
        ("The course of events", "How the quay fell"),
        ("likelihood: unlikely", "likelihood: likely"),
        ("basis: One report says so", "basis: One report says that so"),
    )
    old, new = (Side(name, one, outside=True) for name, one in (("old.yaml", made()), ("new.yaml", after)))
    printed = changes.render(form, Outcome("old.yaml", "new.yaml", (compared(old, new, continued=False),)))

    assert "How the quay fell" in printed
    assert "as above" not in printed
    assert "only worded otherwise" not in printed


def test_a_terminal_gets_colours_and_nothing_is_said_by_them_alone(monkeypatch):
    after = altered(("at the quay for two", "at the quay for ten"))
    monkeypatch.setenv("FORCE_COLOR", "1")
    coloured = changes.render("text", outcome(made(), after))
    monkeypatch.delenv("FORCE_COLOR")
    monkeypatch.setenv("NO_COLOR", "1")
    plain = changes.render("text", outcome(made(), after))

    assert "\x1b[" in coloured
    assert re.sub(r"\x1b\[[0-9;]*m", "", coloured) == plain
    assert "[-two-] {+ten+}" in " ".join(plain.split())


def test_markdown_opens_with_the_document_and_has_a_heading_for_each_kind_of_sentence():
    lines = changes.render("markdown", outcome(made(), CHANGED)).splitlines()

    assert lines[:3] == ["# What changed", "", "## FERRY-001"]
    assert "### Judged differently" in lines
    assert lines[-1] == "From `old.yaml` to `new.yaml`."


def test_a_record_under_another_id_is_told_by_what_it_says():
    printed = changes.render("text", outcome(made(), renamed(made(), {"c-fuel": "c-other"})))

    assert "Under another id: claim “Fuel is short at the quay”" in printed
    assert "c-" not in printed


def test_what_steers_a_terminal_is_not_passed_on():
    after = renamed(made(), {"Amu TV": "Amu \x1b[31m \u202e TV\rx"})
    for form in ("text", "markdown"):
        assert not set("\x1b\u202e\r") & set(changes.render(form, outcome(made(), after)))


def test_the_note_on_a_second_issue_is_what_it_was(assert_golden, monkeypatch):
    """`pytest --update-golden` accepts another one; it must read as an editor would write it."""
    monkeypatch.chdir(ROOT)
    home, sight = desks.find(ROOT), Sight(None)
    old, new = (f"briefs/ttp-islamabad-ceasefire{issue}.yaml" for issue in ("", "-2"))
    found = compare_two(sight.file(Path(old), home), sight.file(Path(new), home))
    printed = changes.render("markdown", Outcome(old, new, found.comparisons))

    assert_golden("changes/ttp-islamabad-ceasefire-2.md", printed)


LEVELS = frozenset(map(Marking, tlp.SCHEME.levels))
WARNING = "are in the desk’s sheet and not in the document marked TLP:GREEN; they must not travel with it."
WARNED = [
    ({"n-fuel": "TLP:AMBER"}, f"Items marked TLP:AMBER {WARNING}"),
    ({"n-fuel": "TLP:RED", "i-crew": "TLP:AMBER"}, f"Items marked TLP:AMBER or TLP:RED {WARNING}"),
    ({"n-fuel": "TLP:CLEAR", "c-fuel": "TLP:RED"}, ""),  # the claim is as before
    ({}, ""),
]


@pytest.mark.parametrize("form", ["text", "markdown"])
@pytest.mark.parametrize(("marked", "words"), WARNED)
def test_what_of_a_note_must_not_travel_with_the_document_is_said_at_its_head(form, marked, words):
    text = TEXT
    for record, label in marked.items():
        assert f"id: {record}," in text
        text = text.replace(f"id: {record},", f"id: {record}, portion: {label},")
    later = text.replace("due: 2024-02-04", "due: 2024-02-08").replace("checked: 2024-02-01", "checked: 2024-02-02")
    before, after = Side("old.yaml", made(text), LEVELS), Side("new.yaml", made(later), LEVELS)
    found = Outcome("old.yaml", "new.yaml", (compared(before, after, continued=False),))
    printed = " ".join(changes.render(form, found).replace(JOINER, "").split())

    assert words in printed
    assert ("must not travel" in printed) == bool(words)


@pytest.mark.parametrize("form", ["text", "markdown"])
def test_a_note_alone_has_neither_details_nor_an_appendix(form):
    more = ("basis: One report says so", "basis: Two reports say so")
    after = altered(("likelihood: unlikely", "likelihood: likely"), ("The course of events", "How the quay fell"), more)
    whole, alone = (changes.render(form, outcome(made(), after, alone=alone)) for alone in (False, True))

    for part in ("in detail", "appendix", "in numbers", "two reports say so", "how the quay fell"):
        assert part in whole.lower()
        assert part not in alone.lower()
    assert "Judged differently" in alone


@pytest.mark.parametrize("form", ["text", "markdown"])
def test_a_note_alone_says_so_where_only_details_differ(form):
    after = altered(("The course of events", "How the quay fell"))

    assert "Only details differ" in changes.render(form, outcome(made(), after, alone=True))
    assert "Only details differ" not in changes.render(form, outcome(made(), after))
    assert "Only details differ" not in changes.render(form, outcome(made(), CHANGED, alone=True))


def test_what_has_no_room_in_a_note_alone_is_counted():
    more = "".join(f"  - {{id: e-{n}, title: Day {n}, when: 2024-01-0{n}, type: other}}\n" for n in range(1, 8))
    printed = changes.render("text", outcome(made(), altered(("datasets:", f"{more}datasets:")), alone=True))

    assert "And 2 more, in the details." in printed


@pytest.mark.parametrize("form", ["text", "markdown"])
def test_a_new_sheet_is_told_by_its_first_page_and_nothing_twice(form):
    printed = " ".join(changes.render(form, outcome_of_a_new_sheet()).split())

    assert printed.count("The ferry is likely to stop.") == 1
    assert printed.count("Fares are likely to rise (55–80 %; confidence moderate).") == 1
    assert "In detail" not in printed


def outcome_of_a_new_sheet() -> Outcome:
    return Outcome("old", "new", (compared(None, Side("new.yaml", made()), continued=False),))


def test_lines_are_no_longer_than_the_terminal(monkeypatch):
    monkeypatch.setenv("COLUMNS", "60")
    printed = changes.render("text", outcome(made(), CHANGED))
    assert max(map(len, printed.splitlines())) <= 61
