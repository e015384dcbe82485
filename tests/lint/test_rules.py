"""Every rule stands in RULES, has a page, and its examples are true."""

from __future__ import annotations

import pkgutil
import re
import tomllib
from pathlib import Path

import pytest

from briefgen import lint
from briefgen.lint import RULES, WAIVER_RULES, LintSettings, Rule, rules
from tests.lint.framing import TODAY, findings, reviewed

ALL = (*RULES, *WAIVER_RULES)
FENCE = re.compile(r"^```(\w+) ([a-z ]+)\n(.*?)^```$", re.M | re.S)
PAGE = re.compile(
    r"\A[A-Z“0-9][^\n]{10,90}[^.\n]\n\n.{80,}?\nBad:\n\n```(?:yaml bad|toml).*?\nGood:\n\n```yaml good.*```\Z", re.S
)

per_rule = pytest.mark.parametrize("rule", ALL, ids=lambda rule: rule.CODE)


def examples(rule: Rule, which: str) -> list[tuple[str, LintSettings, bool]]:
    """Return the examples of a page: fragment, settings, and whether they are looked at with a date of today."""
    fences = FENCE.findall(rule.__doc__ or "")
    settings = LintSettings.of(tomllib.loads("".join(text for kind, _, text in fences if kind == "toml")))
    return [
        (text, settings, label.endswith("today"))
        for kind, label, text in fences
        if kind == "yaml" and label.split()[0] == which
    ]


def found(rule: Rule, which: str, folder: Path) -> list[int]:
    counts = []
    for text, settings, dated in examples(rule, which):
        counts.append(len(findings(text, folder, rule.CODE, settings=settings, today=TODAY if dated else None)))
    return counts


def test_every_rule_file_is_in_rules():
    files = {module.name for module in pkgutil.iter_modules(rules.__path__)}
    assert len(files) > 70
    assert files == {getattr(rule, "__name__").rpartition(".")[2] for rule in ALL}  # noqa: B009


@per_rule
def test_a_rule_is_named_by_its_code(rule):
    assert re.fullmatch(rf"{rule.CODE.lower()}_[a-z0-9_]+", rule.__name__.rpartition(".")[2])
    assert rule.STANDARD


def test_codes_are_unique_and_in_order():
    codes = [rule.CODE for rule in RULES]
    assert codes == sorted(set(codes))


@per_rule
def test_a_rule_has_a_page(rule):
    assert PAGE.search(rule.__doc__.strip()), rule.__doc__


@per_rule
def test_the_bad_example_is_found(rule, tmp_path):
    counts = found(rule, "bad", tmp_path)
    assert counts
    assert all(counts)


@per_rule
def test_the_good_example_is_not(rule, tmp_path):
    counts = found(rule, "good", tmp_path)
    assert counts
    assert not any(counts)


def test_the_frame_is_clean(tmp_path):
    assert [str(one) for one in reviewed("briefgen: 1", tmp_path, today=None).findings] == []


def test_every_code_can_be_waived_and_given_another_severity():
    assert {rule.CODE for rule in ALL} < lint.CODES
