"""PHIA Probability Yardstick (Professional Head of Intelligence Assessment, United Kingdom, 24 March 2025)."""

from briefgen.tradecraft.likelihood import Scale, Term

SCALE = Scale(
    id="phia",
    title="PHIA Probability Yardstick",
    edition="Professional Head of Intelligence Assessment, United Kingdom, 2025",
    terms=(
        Term("remote-chance", "remote chance", 0, 5, forms=("remote chances",), ends="(]"),
        Term("highly-unlikely", "highly unlikely", 10, 20),
        Term("unlikely", "unlikely", 25, 35),
        # below even on purpose: 50 per cent is no longer in it
        Term("realistic-possibility", "realistic possibility", 40, 50, ends="[)"),
        Term("likely", "likely", 55, 75, "probable", (), ("probably",)),
        Term("highly-likely", "highly likely", 80, 90),
        Term("almost-certain", "almost certain", 95, 100, forms=("almost certainly",), ends="[)"),
    ),
    note="The gaps between the bands are deliberate: a number in a gap has no term.",
)
