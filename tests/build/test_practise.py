"""A worker gets ready for what is likely to come, and for nothing else."""

import json

import pytest

from briefgen.build import making


@pytest.fixture
def printed(monkeypatch):
    """The pages that were printed; templates are not compiled."""
    pages: list[str] = []
    monkeypatch.setattr(making, "press", pages.append)
    monkeypatch.setattr(making, "prepare", lambda products: None)
    return pages


@pytest.mark.parametrize(
    ("products", "formats", "prints"),
    [
        (["situation-update"], ["html", "pdf"], True),
        (["situation-update"], ["html"], False),
        (["situation-update", "flash"], ["html"], True),  # which is printed to see whether it fits
        (["of-the-desk"], ["csv"], False),
    ],
)
def test_only_what_is_printed_is_practised(products, formats, prints, printed):
    making.practise(json.dumps({"products": products, "formats": formats}).encode())
    assert printed == [making.FIRST_PAGE] * prints


def test_without_a_hint_printing_is_practised(printed):
    making.practise(b"")
    assert printed == [making.FIRST_PAGE]
