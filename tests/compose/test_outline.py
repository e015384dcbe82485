"""Sections of a long document: their numbers, their names in the running head, the contents list."""

from markupsafe import Markup

from briefgen.compose.outline import outlined


def sections(*titles):
    return Markup("").join(
        Markup("<section class='wide'><h2>{}</h2><p>Text</p></section>").format(one) for one in titles
    )


def test_sections_are_numbered_and_listed():
    made = outlined(sections("Situation", "Outlook"), "1")

    assert made["entries"] == [
        {"number": "1", "title": "Situation", "id": "section-1"},
        {"number": "2", "title": "Outlook", "id": "section-2"},
    ]
    assert """<section class='wide' id="section-2" data-name="2  Outlook">""" in made["html"]
    assert '<h2><span class="ordinal">2</span> Outlook</h2>' in made["html"]


def test_annexes_have_letters_beyond_z():
    made = outlined(sections(*map(str, range(28))), "A")

    assert [one["number"] for one in made["entries"]][:2] == ["A", "B"]
    assert [one["number"] for one in made["entries"]][-3:] == ["Z", "AA", "AB"]
    assert len({one["id"] for one in made["entries"]}) == 28


def test_a_head_keeps_its_markup_and_its_entry_holds_text_only():
    made = outlined(Markup('<section><h2 class="x">The <abbr>TTP</abbr> &amp; “others”</h2></section>'), "1")

    assert made["entries"][0]["title"] == "The TTP & “others”"
    assert 'class="x"' in made["html"]
    assert "<abbr>TTP</abbr> &amp; “others”</h2>" in made["html"]
    assert 'data-name="1  The TTP &amp; “others”"' in made["html"]


def test_a_title_cannot_break_out_of_the_attribute():
    made = outlined(sections('A "quoted" <b>title</b>'), "1")

    assert 'data-name="1  A &#34;quoted&#34; &lt;b&gt;title&lt;/b&gt;"' in made["html"]


def test_sections_without_a_head_and_other_heads_stay_as_they_are():
    html = Markup("<section><p>No head</p></section><section><div><h2>One</h2></div><h3>Minor</h3></section>")
    made = outlined(html, "1")

    assert [one["title"] for one in made["entries"]] == ["One"]
    assert made["html"].startswith("<section><p>No head</p></section>")
    assert "<h3>Minor</h3>" in made["html"]


def test_text_that_is_no_markup_is_escaped():
    assert (
        outlined("<section><h2>One</h2></section>", "1")["html"]
        == "&lt;section&gt;&lt;h2&gt;One&lt;/h2&gt;&lt;/section&gt;"
    )


def test_nothing_is_numbered_where_there_is_nothing():
    assert outlined("", "1") == {"html": "", "entries": []}


def test_many_sections_take_no_longer_each():
    assert len(outlined(Markup("<section>") * 20_000, "1")["entries"]) == 0
    assert len(outlined(sections("x") * 3000, "A")["entries"]) == 3000
