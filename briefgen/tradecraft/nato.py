"""NATO terms of probability, as they are quoted from AJP-2.1; nobody here has read the primary text."""

from briefgen.tradecraft.likelihood import Scale, Term

ABOUT = ("about an even chance", "about even chance", "about even chances")

SCALE = Scale(
    id="nato",
    title="NATO AJP-2.1",
    edition="Attributed to Allied Joint Publication 2.1",
    terms=(
        Term("highly-unlikely", "highly unlikely", 0, 10, ends="[)"),
        Term("unlikely", "unlikely", 10, 40, ends="[)"),
        Term("even-chance", "even chance", 40, 60, forms=("even chances", *ABOUT), ends="[)"),
        Term("likely", "likely", 60, 90),
        Term("highly-likely", "highly likely", 90, 100, ends="(]"),
    ),
    note="Bands touch; a number on an edge belongs to the band above it, 90 to likely.",
    verified=False,
)
