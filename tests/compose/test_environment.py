"""Templates may come from a stranger's pull request: what they try must fail, and fail with their line."""

import re

import pytest

from briefgen.compose import composing
from briefgen.compose.composing import _filled
from briefgen.compose.environment import Folders, environment
from briefgen.compose.limits import limited
from briefgen.errors import TemplateError


@pytest.fixture
def fill(tmp_path):
    def fill(source, **variables):
        (tmp_path / "t.j2").write_text(source)
        return _filled(environment(Folders([tmp_path])), "t.j2", variables)

    return fill


class Anything:
    secret = "secret"

    def method(self):
        return "secret"


ATTACKS = [
    "{{ ''.__class__.__mro__ }}",
    "{{ x.__class__ }}",
    "{{ x.secret }}",
    "{{ x.method() }}",
    "{{ self.__init__.__globals__ }}",
    "{{ self._TemplateReference__context }}",
    "{{ [].append(1) }}",
    "{{ '{0.__class__}'.format(1) }}",
    "{{ 'a'|attr('__class__') }}",
    "{{ lipsum(10) }}",
    "{{ cycler.__init__ }}",
    "{{ joiner }}",
    "{{ '<b>'|safe }}",
    "{% autoescape false %}{{ '<b>' }}{% endautoescape %}",
    "{{ 'x' * 10**9 }}",
    "{{ 9 ** 9 ** 9 }}",
    "{{ 'x'|center(10**10) }}",
    "{{ '%099999999d'|format(1) }}",
    "{{ [1, 2]|random }}",
    "{{ range(10**9)|list }}",
    "{% for a in range(100000) %}{% for b in range(100000) %}{{ 'xxxxxxxxxx' }}{% endfor %}{% endfor %}",
    "{% include '../secret' %}",
    "{% include '/etc/hostname' %}",
    "{{ missing }}",
    "{{ data.missing }}",
    "{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}",
    "{% if %}",
    "{{ 1 / 0 }}",
    "{{ '%09999999999d' % 1 }}",
    "{{ [1]|batch(10**2, 0) }}",
    "{{ [1]|batch(9999999999, 0)|list }}",
    "{{ 5|broken }}",
    "{{ '\\ud800' }}",
    "{% include '" + "x" * 300 + "' %}",
    "{% set n = namespace(x='ab') %}{% for i in range(50) %}{% set n.x = n.x ~ n.x %}{% endfor %}",
    "{% set n = namespace(x='ab') %}{% for i in range(50) %}{% set n.x %}{{ n.x }}{{ n.x }}{% endset %}{% endfor %}",
]


@pytest.mark.parametrize("source", ATTACKS)
def test_an_attack_is_an_error_of_the_template(fill, source):
    with pytest.raises(TemplateError, match=r"t\.j2:1:1: error TPL00\d"):
        fill(source, x=Anything(), data={})


def test_a_loop_without_output_ends(fill, monkeypatch):
    monkeypatch.setattr(composing, "limited", lambda seconds: limited(0.5))

    with pytest.raises(TemplateError, match=r"t\.j2:1:1: error TPL003 it takes too much time"):
        fill("{% for a in range(100000) %}{% for b in range(100000) %}{% endfor %}{% endfor %}")


def test_text_is_escaped(fill):
    assert fill("{{ x }}", x="<b>") == "&lt;b&gt;"


def test_small_numbers_may_be_multiplied(fill):
    assert fill("{{ 6 * 7 }}") == "42"


@pytest.mark.parametrize("name", ["link.j2", "linked/secret.j2", "../elsewhere/secret.j2", "inner/../../secret.j2"])
def test_nothing_is_read_by_a_link_or_from_elsewhere(tmp_path, name):
    folder, elsewhere = tmp_path / "templates", tmp_path / "elsewhere"
    for path in (folder / "inner", elsewhere):
        path.mkdir(parents=True)
    (elsewhere / "secret.j2").write_text("secret")
    (folder / "link.j2").symlink_to(elsewhere / "secret.j2")
    (folder / "linked").symlink_to(elsewhere)
    (folder / "t.j2").write_text(f"{{% include '{name}' %}}")

    with pytest.raises(TemplateError, match=f"there is no template {re.escape(name)}"):
        _filled(environment(Folders([folder])), "t.j2", {})


def test_the_line_of_the_fault_is_named(fill):
    with pytest.raises(TemplateError, match=r"t\.j2:3:1"):
        fill("one\ntwo\n{{ missing }}")


def test_an_earlier_folder_hides_a_later_one(tmp_path):
    for name in ("desk", "shipped"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "t.j2").write_text(name)

    assert _filled(environment(Folders([tmp_path / "desk", tmp_path / "shipped"])), "t.j2", {}) == "desk"
