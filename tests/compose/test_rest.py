"""Tables that are cut: which rows stay, what they say of the others, and when the others get a file."""

from dataclasses import replace
from pathlib import Path

import pytest

from briefgen import issuing, sheet
from briefgen.compose import House, compose
from briefgen.compose.leading import foremost
from briefgen.markings import tlp
from briefgen.markings.scheme import Marking
from briefgen.resources import templates_folder
from tests.figures.editions import amount, event

ROOT = Path(__file__).parents[2]
FRAME = "briefgen: 1\nproduct: {id: CUT-1, title: T, time: 2024-02-07, handling: TLP:CLEAR}\n"
LOG = "event_id_cnty,event_date,event_type,fatalities\nX1,2024-02-01,Battles,0\nX2,2024-02-02,Riots,3\n"


@pytest.fixture
def page(tmp_path, monkeypatch):
    """Return a function that makes the page of a sheet with the given sections and a log beside it."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "log.csv").write_text(LOG)

    def made(text):
        (tmp_path / "sheet.yaml").write_text(FRAME + text)
        parsed = sheet.load(Path("sheet.yaml"))
        assert parsed.sheet, [str(one) for one in parsed.findings]
        level = Marking(tlp.SCHEME.levels[0])
        return compose(issuing.make(parsed.sheet, level), "situation-update", [templates_folder()], House())

    return made


def data(more):
    return (
        f"sources: {{id: s-1, title: A}}\ndatasets: {{id: d-1, title: The log, file: log.csv, source: s-1, {more}}}\n"
    )


def test_most_dead_come_first_then_the_latest_and_all_stand_in_order_of_time():
    events = [
        event(1, "2024-02-03", "A"),
        event(2, "2024-02-01", "B", killed=amount(low=3)),
        event(3, "2024-02-02", "C", killed=amount(low=1, high=9)),
        event(4, "2024-02-05", "D"),
    ]

    assert [one["title"] for one in foremost(events, 3)] == ["B", "C", "D"]
    assert [one["title"] for one in foremost([events[0] | {"priority": "high"}, *events[1:]], 2)] == ["C", "A"]


def test_a_cut_table_says_how_many_rows_there_are_by_which_rule_and_where(page):
    made = page(data("top: 1"))

    assert "1 of 2 events, those with most deaths reported, then the latest; all in cut-1.events.csv" in made.html
    assert made.sends_on


def test_a_whole_table_needs_no_file(page):
    made = page(data("top: 2"))

    assert "cut-1.events.csv" not in made.html
    assert not made.sends_on
    assert '<td class="figure">none reported</td>' in made.html


def test_rows_that_may_not_be_passed_on_have_no_file(page):
    made = page(data("top: 1, pass_on: false"))

    assert "1 of 2 events, those with most deaths reported, then the latest<" in made.html
    assert not made.sends_on


def test_a_dataset_may_be_in_no_table(page):
    assert "The log" not in page(data("top: 0")).html.partition("<main>")[2]


def test_a_long_table_of_events_is_cut_as_the_product_says(page):
    events = "".join(
        f"  - {{id: e-{day}, title: Talk {day}, when: 2024-01-{day:02}, type: talks}}\n" for day in range(1, 32)
    )
    short = page(f"events:\n{events}")
    longer = events + "".join(
        f"  - {{id: e-x{day}, title: Other {day}, when: 2023-12-{day:02}, type: talks}}\n" for day in range(1, 32)
    )
    made = page(f"events:\n{longer}")

    assert not short.sends_on
    assert made.sends_on
    assert "40 of 62 events, the latest; all in cut-1.events.csv" in made.html
    rows = made.html.partition('<table class="events">')[2].partition("</table>")[0]
    assert "Other 22" not in rows
    assert "Other 23" in rows


def test_the_caption_of_a_cut_table_says_that_priority_comes_first(page):
    events = [
        f"  - {{id: e-{n}, title: Raid {n}, when: 2023-{1 + n // 28:02}-{1 + n % 28:02}, type: attack, harm: 1"
        for n in range(41)
    ]
    made = page("events:\n" + "}\n".join([*events[:-1], f"{events[-1]}, priority: low"]) + "}\n")

    assert "40 of 41 events, by the desk’s priority, then those with most dead, then the latest; all in" in made.html
    assert "Raid 40<" not in made.html


def test_the_file_is_named_after_the_product(page, tmp_path):
    view = page(data("top: 1")).edition
    made = compose(view, "situation-update", [templates_folder()], House(), stem="cut-1.situation-update")

    assert "all in cut-1.situation-update.events.csv" in made.html


def test_words_of_a_file_are_words_on_the_page(page, tmp_path):
    hostile = 'X1,2024-02-01,"<b>[@s-1]</b>",1,"{{ 7 * 7 }} **x** <script>"\n'
    (tmp_path / "log.csv").write_text(f"event_id_cnty,event_date,event_type,fatalities,notes\n{hostile}")
    html = page(data("top: 1")).html

    assert "&lt;b&gt;[@s-1]&lt;/b&gt;" in html
    assert "{{ 7 * 7 }} **x** &lt;script&gt;" in html


def test_only_what_the_reader_may_see_is_in_an_edition_that_sends_on(page):
    view = page(data("top: 1, portion: TLP:RED") + "figures: {kind: trend, from: d-1, caption: Calls}\n").edition

    assert view.datasets == ()
    assert view.figures == ()
    assert "Battles" not in str(vars(replace(view)))
