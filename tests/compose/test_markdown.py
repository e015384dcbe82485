import pytest
from markupsafe import Markup

from briefgen.compose.markdown import Markdown


@pytest.fixture
def markdown():
    def cite(cited):
        return Markup("<sup>{}</sup>").format("+".join(f"{one.id}@{one.at}" if one.at else one.id for one in cited))

    return Markdown(cite, lambda one: Markup("<q>{}</q>").format(one), ["TTP", "TJP"])


def test_a_citation_becomes_its_numbers(markdown):
    assert markdown.inline("A fact [@c-one, p. 3; @s-two] stands.") == "A fact<sup>c-one@p. 3+s-two</sup> stands."


@pytest.mark.parametrize("point", [".", ",", ";", ":"])
def test_the_point_is_set_before_the_number(markdown, point):
    assert markdown.inline(f"A fact [@c-one]{point} More") == f"A fact{point}<sup>c-one</sup> More"


def test_a_judgement_reference_prints_the_judgement(markdown):
    assert markdown.inline("{j-1} So be it.") == "<q>j-1</q> So be it."


def test_raw_html_is_text(markdown):
    assert markdown.block("<script>x</script>") == "<p>&lt;script&gt;x&lt;/script&gt;</p>"


@pytest.mark.parametrize("address", ["javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "ftp:x", "../x"])
def test_only_web_and_mail_addresses_are_links(markdown, address):
    assert "<a" not in markdown.inline(f"[x]({address})")
    assert "<a" not in markdown.block(f"> [x]: {address}\n\n[x]")
    assert "<a" in markdown.inline("[x](https://example.org) <mailto:a@example.org>")


def test_a_link_holds_text_only(markdown):
    assert markdown.inline("[a **b** `c`](https://example.org)") == '<a href="https://example.org">a b c</a>'


def test_abbreviations_of_actors_are_set_apart(markdown):
    assert markdown.inline("TTP, TTPs and the TJP") == "<abbr>TTP</abbr>, TTPs and the<abbr> TJP</abbr>"


def test_the_space_before_an_inline_element_moves_into_it(markdown):
    assert markdown.inline("a **b** c") == "a<strong> b</strong> c"


@pytest.mark.parametrize("source", ["# Heading", "Heading\n===", "![x](y.png)", "***", "```\ncode\n```"])
def test_a_field_cannot_hold_headings_pictures_rules_or_code_blocks(markdown, source):
    html = markdown.block(source)

    assert not any(tag in html for tag in ("<h1", "<img", "<hr", "<pre"))


def test_a_day_keeps_its_month_on_the_line(markdown):
    assert markdown.inline("until 8 February 2024") == "until 8\u00a0February 2024"


def test_quotation_marks_and_dashes_are_typographic(markdown):
    assert markdown.inline('"so" -- he said...') == "“so” – he said…"
