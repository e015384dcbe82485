"""Intelligence Community Directive 203, Analytic Standards (2015, revalidated 2023), section D.6.e.(2)(a)."""

from briefgen.tradecraft.likelihood import Scale, Term

SCALE = Scale(
    id="icd203",
    title="ICD 203",
    edition="Intelligence Community Directive 203, 2015, revalidated 2023",
    terms=(
        Term("almost-no-chance", "almost no chance", 1, 5, "remote", (), ("remote chance", "remote chances"), "[)"),
        Term("very-unlikely", "very unlikely", 5, 20, "highly improbable", ends="[)"),
        Term("unlikely", "unlikely", 20, 45, "improbable", (), ("improbably",), "[)"),
        Term(
            "roughly-even-chance",
            "roughly even chance",
            45,
            55,
            "roughly even odds",
            ("roughly even chances", "roughly an even chance", "chance is roughly even", "chances are roughly even"),
            ("odds are roughly even",),
            "[)",
        ),
        Term("likely", "likely", 55, 80, "probable", (), ("probably",), "[)"),
        Term("very-likely", "very likely", 80, 95, "highly probable", ends="[)"),
        Term(
            "almost-certain", "almost certain", 95, 99, "nearly certain", ("almost certainly",), ("nearly certainly",)
        ),
    ),
    note="Bands touch; a number on an edge belongs to the band above it. 0 and 100 per cent are statements of fact.",
    one_row=True,
)
