"""IPCC likelihood scale (Guidance Note on Consistent Treatment of Uncertainties for the Fifth Assessment, 2010)."""

from briefgen.tradecraft.likelihood import Scale, Term

# the terms that the reports add ("extremely likely", "more likely than not") are not in the guidance note
SCALE = Scale(
    id="ipcc",
    title="IPCC guidance",
    edition="Intergovernmental Panel on Climate Change, guidance note for the Fifth Assessment Report, 2010",
    terms=(
        Term("exceptionally-unlikely", "exceptionally unlikely", 0, 1),
        Term("very-unlikely", "very unlikely", 0, 10),
        Term("unlikely", "unlikely", 0, 33),
        Term("about-as-likely-as-not", "about as likely as not", 33, 66),
        Term("likely", "likely", 66, 100),
        Term("very-likely", "very likely", 90, 100),
        Term("virtually-certain", "virtually certain", 99, 100, forms=("virtually certainly",)),
    ),
    note="Bands overlap: what is very likely is likely too. The narrowest term that holds is used.",
)
