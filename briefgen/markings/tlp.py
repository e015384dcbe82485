"""Traffic Light Protocol 2.0 (FIRST, August 2022): labels, order, colours on black, and who may read."""

from functools import partial

from briefgen.markings import scheme
from briefgen.markings.scheme import Scheme

TITLE = "Traffic Light Protocol 2.0"
Level = partial(scheme.Level, scheme=TITLE)

SCHEME = Scheme(
    name="tlp",
    title=TITLE,
    levels=(
        Level("TLP:CLEAR", 0, "#FFFFFF", "There is no limit on sharing; copyright still applies."),
        Level(
            "TLP:GREEN", 1, "#33FF00", "Recipients may share this within their community, not through public channels."
        ),
        Level(
            "TLP:AMBER",
            2,
            "#FFC000",
            "Recipients may share this with those who need to know, in their own organisation and among its clients.",
        ),
        Level(
            "TLP:AMBER+STRICT",
            3,
            "#FFC000",
            "Recipients may share this with those who need to know, in their own organisation only.",
        ),
        Level("TLP:RED", 4, "#FF2B2B", "For the named recipients only; it may not be passed on."),
    ),
)
