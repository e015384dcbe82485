import pytest

from briefgen.compose.outside import outside

FETCHING = [
    '<img src="https://example.org/a.png">',
    '<img srcset="a.png 2x">',
    "<script>alert(1)</script>",
    '<link rel="stylesheet" href="a.css">',
    "<style>@import 'a.css';</style>",
    "<style>p { background: url(https://example.org/a.png) }</style>",
    '<p style="background: url(a.png)">',
    '<p onclick="alert(1)">',
    '<svg><image href="a.png"/></svg>',
    '<meta http-equiv="refresh" content="0; url=https://example.org">',
    '<iframe srcdoc="x"></iframe>',
    '<base href="https://example.org">',
]


@pytest.mark.parametrize("html", FETCHING)
def test_what_fetches_or_runs_is_found(html):
    assert outside(f"<html><head></head><body>{html}</body></html>")


def test_a_page_that_holds_everything_is_clean():
    page = '<style>p { background: url("data:image/png;base64,AA") }</style><img src="data:image/png;base64,AA">'

    assert outside(page + '<a href="https://example.org">url(x) @import</a><svg><use href="#a"/></svg>') == []
