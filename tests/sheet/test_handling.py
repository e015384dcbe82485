"""The marking of the document: one key of two, in the scheme of the desk."""

import pytest

from briefgen import sheet
from briefgen.markings import corporate, tlp
from briefgen.sheet.schema import schema

FRAME = "briefgen: 1\nproduct: {{id: A-1, title: T, time: 2024-02-07, handling: {}}}\n"


def load(folder, handling, scheme):
    path = folder / "sheet.yaml"
    path.write_text(FRAME.format(handling))
    return sheet.load(path, scheme=scheme)


@pytest.mark.parametrize(
    ("handling", "scheme", "label"),
    [
        ("TLP:AMBER", tlp.SCHEME, "TLP:AMBER"),
        ("{tlp: TLP:AMBER}", tlp.SCHEME, "TLP:AMBER"),
        ("{marking: TLP:AMBER}", tlp.SCHEME, "TLP:AMBER"),
        ("INTERNAL", corporate.SCHEME, "INTERNAL"),
        ("{marking: INTERNAL, audience: All}", corporate.SCHEME, "INTERNAL"),
    ],
)
def test_the_marking_is_that_of_the_one_key_that_is_there(tmp_path, handling, scheme, label):
    made = load(tmp_path, handling, scheme).sheet

    assert made
    assert made.product.handling.marking.label == label
    assert made.scheme is scheme


@pytest.mark.parametrize(
    ("handling", "scheme", "found"),
    [
        ("{tlp: TLP:AMBER, marking: TLP:AMBER}", tlp.SCHEME, ["SHT021 drop one of them"]),
        ("{tlp: INTERNAL}", corporate.SCHEME, ["SHT021 write marking: INTERNAL"]),
        (
            "{audience: All}",
            corporate.SCHEME,
            ["SHT002 add marking (one of PUBLIC, INTERNAL, CONFIDENTIAL, RESTRICTED)"],
        ),
        ('"TLP: Amber"', tlp.SCHEME, ["SHT011 write TLP:AMBER, in capitals, exactly so"]),
    ],
)
def test_none_two_or_one_of_another_scheme_is_an_error(tmp_path, handling, scheme, found):
    parsed = load(tmp_path, handling, scheme)
    assert parsed.sheet is None
    assert [f"{one.code} {one.remedy}" for one in parsed.findings if one.severity == "error"] == found


def test_the_schema_asks_for_one_of_the_two():
    (long,) = (form for form in schema()["$defs"]["Handling"]["anyOf"] if "properties" in form)
    assert long["oneOf"] == [{"required": ["marking"]}, {"required": ["tlp"]}]
