"""What to write instead of a text that is nearly a marking."""

from dataclasses import replace

import pytest

from briefgen.markings import corporate, tlp
from briefgen.markings.mending import remedy

WITH_CAVEATS = replace(tlp.SCHEME, caveats={"LEGAL": "x", "MEDICAL": "y"})


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("TLP: Amber", "write TLP:AMBER,"),
        ("TLP:WHITE", "write TLP:CLEAR: TLP:WHITE is TLP:CLEAR since 2.0"),
        ("TLP:ROT", "write TLP:RED: labels are not translated"),
        ("TLP AMBER + STRICT", "write TLP:AMBER+STRICT,"),
        ("green", "write TLP:GREEN,"),
        ("TLP:PINK", "write one of TLP:CLEAR, TLP:GREEN"),
        ("TLP:AMBER//LEGAL", "name the caveat under [marking.caveats]"),
    ],
)
def test_a_slip_is_mended(text, said):
    assert tlp.SCHEME.read(text) is None
    assert remedy(text, tlp.SCHEME).startswith(said)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("TLP:RED//LEGL", "did you mean LEGAL?"),
        ("TLP:RED//SECRET", "write a caveat of the desk, / between two: LEGAL, MEDICAL"),
        ("TLP:RED//LEGAL/LEGAL", "write each caveat once"),
        (
            "TLP:PINK//LEGAL",
            "write one of TLP:CLEAR, TLP:GREEN, TLP:AMBER, TLP:AMBER+STRICT, TLP:RED, exactly so; caveats",
        ),
    ],
)
def test_a_slip_in_a_caveat_is_mended(text, said):
    assert WITH_CAVEATS.read(text) is None
    assert remedy(text, WITH_CAVEATS).startswith(said)


def test_labels_of_another_scheme_are_mended_by_that():
    assert remedy("Internal", corporate.SCHEME) == "write INTERNAL, in capitals, exactly so"
    assert remedy("TLP:RED", corporate.SCHEME).startswith("write one of PUBLIC, INTERNAL")


def test_the_marking_definitions_of_stix_are_those_of_the_levels():
    assert list(tlp.STIX) == [level.label for level in tlp.SCHEME.levels]
    assert tlp.STIX["TLP:AMBER+STRICT"] == "marking-definition--939a9414-2ddd-4d32-a0cd-375ea402b003"
