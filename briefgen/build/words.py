"""What the products of a desk say whatever a sheet does: words of its templates, of briefgen and of its settings."""

from __future__ import annotations

from collections.abc import Iterator

from briefgen.build.order import Order
from briefgen.desk import Desk
from briefgen.scan import wording

#: The packages that word things, and the one that knows the values of the fields that are chosen from a list.
PACKAGES = tuple(
    f"briefgen.{name}"
    for name in ("compose", "figures", "tradecraft", "markings", "outputs", "theme", "pdf", "edition", "sheet.model")
)
LANGUAGE = "en"  # of the words that products add


def own(desk: Desk, order: Order) -> Iterator[str]:
    """Yield these words."""
    yield from wording.of_templates(desk.templates)
    yield from wording.of_modules(PACKAGES)
    yield from wording.of_calendars(LANGUAGE)
    audience, theme = order.audience, order.theme
    settings = (audience.community, audience.distribution, audience.watermark) if audience else ()
    yield from filter(None, (desk.name, theme.header, theme.footer, theme.logo and theme.logo.alt, *settings))
