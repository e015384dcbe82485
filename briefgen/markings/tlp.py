"""Traffic Light Protocol 2.0 (FIRST, August 2022): labels, order, colours on black, and who may read."""

from collections.abc import Mapping

from briefgen.markings.scheme import Level, Scheme

#: Marking definitions of TLP 2.0 in STIX 2.1, and the extension that they belong to (property ``tlp_2_0``).
STIX: Mapping[str, str] = {
    "TLP:CLEAR": "marking-definition--94868c89-83c2-464b-929b-a1a8aa3c8487",
    "TLP:GREEN": "marking-definition--bab4a63c-aed9-4cf5-a766-dfca5abac2bb",
    "TLP:AMBER": "marking-definition--55d920b0-5e8b-4f79-9ee9-91f868d9b421",
    "TLP:AMBER+STRICT": "marking-definition--939a9414-2ddd-4d32-a0cd-375ea402b003",
    "TLP:RED": "marking-definition--e828b379-4e03-4974-9ac4-e53a884c97c1",
}
STIX_EXTENSION = "extension-definition--60a3c5c5-0d10-413e-aab3-9e08dde9e88d"

#: What translators make of the labels, which are not to be translated (FIRST, 1b); as `mending.folded` has it.
TRANSLATED: Mapping[str, tuple[str, ...]] = {
    "TLP:CLEAR": ("BLANC", "BIANCO", "BLANCO", "WEISS", "KLAR", "CLAIR"),
    "TLP:GREEN": ("VERT", "VERDE", "GRÜN", "GRUEN", "GROEN", "GRÖN"),
    "TLP:AMBER": ("AMBRE", "ORANGE", "ÁMBAR", "AMBRA", "ÂMBAR", "GELB", "BERNSTEIN", "YELLOW"),
    "TLP:RED": ("ROUGE", "ROT", "ROJO", "ROSSO", "VERMELHO", "ROOD", "RÖD"),
}

TITLE = "Traffic Light Protocol 2.0"

SCHEME = Scheme(
    name="tlp",
    title=TITLE,
    levels=(
        Level("TLP:CLEAR", 0, "#FFFFFF", "There is no limit on sharing; copyright still applies."),
        Level(
            "TLP:GREEN",
            1,
            "#33FF00",
            "Recipients may share this within their community, not through public channels.",
            readers="community",
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
            stays_inside=True,
        ),
        Level(
            "TLP:RED",
            4,
            "#FF2B2B",
            "For the named recipients only; it may not be passed on.",
            readers="recipients",
            stays_inside=True,
        ),
    ),
    slips={
        "TLPWHITE": "write TLP:CLEAR: TLP:WHITE is TLP:CLEAR since 2.0",
        "WHITE": "write TLP:CLEAR: TLP:WHITE is TLP:CLEAR since 2.0",
        **{
            f"TLP{word}": f"write {label}: labels are not translated"
            for label, words in TRANSLATED.items()
            for word in words
        },
    },
)
