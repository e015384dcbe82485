"""What a program says of its own is read from its templates, its modules and its calendars, and from nothing else."""

import sys

import pytest

from briefgen.scan import wording


def test_a_template_says_what_stands_between_what_is_filled_in(tmp_path):
    (tmp_path / "part").mkdir()
    (tmp_path / "page.j2").write_text(
        """<p class="note">Killed in {{ place | default("no place") }}, they say{# no #}."""
    )
    (tmp_path / "part" / "fit.toml").write_text("title = 'Flash'\n")
    (tmp_path / "part" / "page.css").write_text('p::after { content: "continued" }')
    (tmp_path / "sample.yaml").write_text("title: Zarghun Mirwais")
    (tmp_path / "folder.j2").mkdir()
    said = set(wording.of_templates([tmp_path]))

    assert {"Killed in ", ", they say", "note", "no place", "Flash", "continued"} <= said
    assert not any("Zarghun" in one or "{{" in one or " no " in one for one in said)


@pytest.fixture
def package(tmp_path, monkeypatch):
    monkeypatch.syspath_prepend(tmp_path)
    folder = tmp_path / "wordy" / "inner"
    folder.mkdir(parents=True)
    (folder.parent / "__init__.py").write_text("FIRST = 'in the package'")
    (folder / "__init__.py").write_text("")
    (folder / "deep.py").write_text(
        "SAID = ('in a tuple', {'by': 'in a table'})\ndef say(word):\n    return f'{word} in a function'"
        " if word in {'one of a set', 'another'} else 3\nraise SystemError\n"
    )
    (folder / "list.txt").write_text("Zarghun")
    return "wordy"


def test_a_module_says_its_texts_and_is_not_run_for_them(package):
    said = set(wording.of_modules([package, "no_such_package"]))

    assert {"in the package", "in a tuple", "in a table", " in a function", "one of a set"} <= said
    assert "Zarghun" not in said
    assert not [name for name in sys.modules if name.startswith("wordy")]


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", {"February", "Feb", "Friday", "Fri"}),
        ("de-AT", {"Februar", "Feb.", "Freitag"}),
        ("pt-BR", {"fevereiro", "sexta-feira"}),
        ("qq", {"February", "Friday"}),
    ],
)
def test_a_calendar_has_the_names_of_months_and_days_in_full_and_short(language, words):
    assert words <= set(wording.of_calendars(language))
