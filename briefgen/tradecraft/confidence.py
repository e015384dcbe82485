"""Confidence in a judgement: how good its basis is (ODNI estimative-language boxes; ICD 203 defines no levels)."""

LEVELS = {
    "high": "Sound argument and consistent reporting of good quality from several independent origins; few gaps and "
    "assumptions. It is still not a certainty.",
    "moderate": "Credible and plausible information, but not of enough quality or corroboration for high.",
    "low": "Fragmentary, questionable or poorly corroborated information, or a single origin; many assumptions.",
}
