"""Four classes of information as companies have them (after ISO/IEC 27002, 5.12 and 5.13)."""

from briefgen.markings.scheme import Level, Scheme

WHITE = "#FFFFFF"

SCHEME = Scheme(
    name="corporate",
    title="corporate classes of information",
    levels=(
        Level("PUBLIC", 0, WHITE, "Anyone may read and share this; copyright still applies.", "#2E6B3E", portion="PUB"),
        Level(
            "INTERNAL",
            1,
            WHITE,
            "For everyone in the organisation; it leaves it only with the consent of the office that issued it.",
            "#1F4E79",
            portion="INT",
        ),
        Level(
            "CONFIDENTIAL",
            2,
            "#000000",
            "For those in the organisation who need it for their work.",
            "#F2B233",
            portion="CON",
            stays_inside=True,
        ),
        Level(
            "RESTRICTED",
            3,
            WHITE,
            "For the named recipients only; it may not be passed on.",
            "#A61C1C",
            portion="RES",
            readers="recipients",
            stays_inside=True,
        ),
    ),
)
