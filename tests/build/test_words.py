"""What products say whatever a sheet does is no leak: words of templates, modules, calendars and settings."""

from dataclasses import replace

from briefgen import desk
from briefgen.audiences import up_to
from briefgen.build import words
from briefgen.build.order import Order
from briefgen.markings import tlp


def test_products_say_words_of_templates_and_modules_dates_and_settings(tmp_path):
    (tmp_path / desk.SETTINGS).write_text('[desk]\nname = "Hill Desk"\n')
    audience = replace(up_to(tlp.SCHEME.levels[1]), community="The valley", watermark="Partners")
    said = set(words.own(desk.find(tmp_path), Order(tmp_path, audience=audience)))

    assert {"Situation update", "February", "Friday", "Hill Desk", "The valley", "Partners"} <= said
    assert {"almost certain", "fairly reliable"} <= {text.lower() for text in said}


def test_who_is_no_audience_has_no_words_on_the_pages(tmp_path):
    (tmp_path / desk.SETTINGS).write_text("")
    assert None not in set(words.own(desk.find(tmp_path), Order(tmp_path)))
