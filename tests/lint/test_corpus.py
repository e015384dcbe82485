"""A part of the corpus is read as well as the whole: docs/lint.md has the scores, `make corpus` every miss."""

import pytest

from tests.corpus.measure import measure, sentences, sheets

EVERY = 8


@pytest.fixture(scope="module")
def measured():
    return measure([*sentences("sentences.yaml"), *sheets()][::EVERY])


@pytest.mark.parametrize(("severity", "precision", "recall"), [("error", 0.99, 0.95), ("warning", 0.97, 0.9)])
def test_the_linter_is_right_and_misses_little(measured, severity, precision, recall):
    score = measured.over(severity)

    assert score.right > 10
    assert score.precision >= precision, measured.wrong
    assert score.recall >= recall, measured.wrong
