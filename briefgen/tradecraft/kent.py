"""Sherman Kent, Words of Estimative Probability (Studies in Intelligence, 1964)."""

from briefgen.tradecraft.likelihood import Scale, Term

SCALE = Scale(
    id="kent",
    title="Kent 1964",
    edition="Sherman Kent, Words of Estimative Probability, Studies in Intelligence, 1964",
    terms=(
        Term("impossibility", "impossibility", 0, 0, forms=("impossible",)),
        Term("almost-certainly-not", "almost certainly not", 2, 12),
        Term("probably-not", "probably not", 20, 40, ends="[)"),
        Term(
            "chances-about-even",
            "chances about even",
            40,
            60,
            forms=("chances are about even", "about even chances", "about an even chance", "about even chance"),
        ),
        Term("probable", "probable", 63, 87, forms=("probably",), ends="[)"),
        Term("almost-certain", "almost certain", 87, 99, forms=("almost certainly",)),
        Term("certainty", "certainty", 100, 100, forms=("certain",)),
    ),
    note="Bands are numbers with a margin: 7 ± 5, 30 ± 10, 50 ± 10, 75 ± 12, 93 ± 6. A number in a gap has no term.",
)
