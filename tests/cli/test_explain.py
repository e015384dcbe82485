"""`briefgen explain`: the page of a reader's code, and of a rule."""

import re

import pytest

from briefgen.lint import RULES, pages
from tests.cli.test_formats import on_terminal, plain


def test_every_rule_has_a_page():
    assert {rule.CODE for rule in RULES} <= set(pages.pages())


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.CODE)
def test_the_page_of_a_rule_is_its_docstring_under_code_title_severity_and_standard(rule):
    title, _, body = (rule.__doc__ or "").partition("\n")
    page = pages.page(rule)

    assert str(page).startswith(f"# {rule.CODE}: {title}\n\nSeverity {rule.SEVERITY} · Standard {rule.STANDARD}\n\n")
    assert str(page).endswith(body.strip() + "\n")
    assert re.fullmatch("[a-z0-9_]+", page.name)


def test_a_rule_is_explained(briefgen):
    done = briefgen("explain", "mrk001")

    assert done.returncode == 0
    assert done.stdout == str(pages.pages()["MRK001"])
    assert "```yaml bad" in done.stdout


def test_a_code_of_the_reader_is_explained(briefgen):
    done = briefgen("explain", "YML007")

    assert done.returncode == 0
    assert done.stdout.startswith("# YML007: a key stands twice\n\n")
    assert "Severity" not in done.stdout


def test_an_unknown_code_is_answered_with_those_nearest_to_it(briefgen):
    done = briefgen("explain", "MRK901")

    assert done.returncode == 2
    assert "SET008" in done.stderr
    assert "MRK001" in done.stderr


def test_a_word_that_is_no_code_is_answered_with_how_codes_begin(briefgen):
    done = briefgen("explain", "likelihood\n::error::")

    assert done.returncode == 2
    assert "codes begin with" in done.stderr
    assert "YML" in done.stderr
    assert len(done.stderr.splitlines()) == 1


def test_a_terminal_shows_the_page_without_markdown(desk):
    sent = on_terminal(["explain", "MRK001"], desk)
    lines = [line.rstrip() for line in plain(sent)]

    assert lines[0].startswith("MRK001: ")
    assert lines[1].startswith("Severity warning · Standard ")
    assert {"Bad:", "Good:"} <= set(lines)
    assert not any("```" in line for line in lines)
    assert any("\x1b[1m" in line for line in sent)
    assert max(map(len, lines)) <= 80
