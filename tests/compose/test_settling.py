"""Tokens are written out where that cannot change what they mean, and nowhere else."""

import re

from briefgen.compose.settling import settled

PAGE = """<style>
:root {
  --ink: #111111;
  --rule: 1pt solid var(--ink);
  --lines: 2;
  --wide: 9pt;
}
p { border: var(--rule); height: var(--lines); width: var(--wide); color: var(--other) }
</style>
<style media="screen">
:root { --wide: 4px }
p { color: var(--ink) }
</style>
<div style="--lines: 3">var(--ink)</div>"""


def test_what_is_set_once_is_written_out_and_what_rests_on_it():
    assert "border: 1pt solid #111111;" in settled(PAGE)


def test_what_is_set_again_stays_as_it_is():
    for name in ("lines", "wide", "other"):
        assert f"var(--{name})" in settled(PAGE)


def test_only_style_sheets_of_the_page_change():
    after = settled(PAGE).partition("</style>")[2]
    assert after == PAGE.partition("</style>")[2]


def test_a_ring_of_tokens_is_left_to_the_engine():
    ring = "<style>:root {\n  --a: var(--b);\n  --b: var(--a);\n}\np { color: var(--a) }</style>"
    assert re.search(r"var\(--[ab]\)", settled(ring))


def test_a_page_without_tokens_is_the_same():
    assert settled("<style>p { color: red }</style><p>x") == "<style>p { color: red }</style><p>x"
