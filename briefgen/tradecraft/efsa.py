"""EFSA approximate probability scale (Guidance on Uncertainty Analysis in Scientific Assessments, 2018)."""

from briefgen.tradecraft.likelihood import Scale, Term

SCALE = Scale(
    id="efsa",
    title="EFSA guidance",
    edition="European Food Safety Authority, guidance on uncertainty analysis, 2018",
    terms=(
        Term("almost-impossible", "almost impossible", 0, 1, ends="[)"),
        Term("extremely-unlikely", "extremely unlikely", 1, 5, ends="[)"),
        Term("very-unlikely", "very unlikely", 5, 10, ends="[)"),
        Term("unlikely", "unlikely", 10, 33, ends="[)"),
        Term("about-as-likely-as-not", "about as likely as not", 33, 66, ends="[)"),
        Term("likely", "likely", 66, 90, ends="[)"),
        Term("very-likely", "very likely", 90, 95, ends="[)"),
        Term("extremely-likely", "extremely likely", 95, 99, ends="[)"),
        Term("almost-certain", "almost certain", 99, 100, forms=("almost certainly",)),
    ),
    note="Bands touch; a number on an edge belongs to the band above it.",
)
