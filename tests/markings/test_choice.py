"""The scheme of a desk: shipped or its own, read whole or refused with all that is wrong in it."""

import pytest

from briefgen import desk
from briefgen.contrast import NEEDED, ratio
from briefgen.errors import SettingsError
from briefgen.markings.choice import SHIPPED

OWN = """\
[marking]
scheme = "own"
title = "Acme classes"
caveats = {LEGAL = "Legal privilege", "EYES ONLY" = "Not to be copied"}

[[marking.levels]]
label = "OPEN"
sharing = "Anyone may read this."

[[marking.levels]]
label = "TEAM"
banner = "Acme team"
portion = "T"
colour = "#000000"
ground = "#FFCC00"
sharing = "For the team."
stays_inside = true

[[marking.levels]]
label = "BOARD"
sharing = "For the board."
readers = "recipients"
"""


def settings(folder, text):
    (folder / "briefgen.toml").write_text(text)
    return desk.find(folder)


def refused(folder, text):
    with pytest.raises(SettingsError) as raised:
        settings(folder, text)
    assert raised.value.exit_code == 2
    assert all(one.remedy for one in raised.value.findings)
    return [f"{one.mark.line}:{one.mark.column} {one.code}" for one in raised.value.findings], str(raised.value)


@pytest.mark.parametrize("scheme", SHIPPED.values(), ids=SHIPPED.keys())
def test_shipped_schemes_are_ordered_and_can_be_read(scheme):
    assert [level.rank for level in scheme.levels] == list(range(len(scheme.levels)))
    assert all(ratio(level.colour, level.ground) >= NEEDED for level in scheme.levels)
    assert all(level.sharing.endswith(".") for level in scheme.levels)
    assert len({level.portion for level in scheme.levels}) == len(scheme.levels)


def test_what_shipped_levels_say_of_their_readers_and_how_they_are_told_apart():
    said = {level.label: (level.stays_inside, level.readers) for one in SHIPPED.values() for level in one.levels}

    assert said == {
        "TLP:CLEAR": (False, None),
        "TLP:GREEN": (False, "community"),
        "TLP:AMBER": (False, None),
        "TLP:AMBER+STRICT": (True, None),
        "TLP:RED": (True, "recipients"),
        "PUBLIC": (False, None),
        "INTERNAL": (False, None),
        "CONFIDENTIAL": (True, None),
        "RESTRICTED": (True, "recipients"),
    }
    assert not any(one.prints_portions for one in SHIPPED.values())


@pytest.mark.parametrize(
    ("text", "name", "default"),
    [
        ("", "tlp", "TLP:AMBER+STRICT"),
        ('[marking]\nscheme = "corporate"\n', "corporate", "CONFIDENTIAL"),
        (OWN, "own", "TEAM"),
        (OWN + '[desk]\ndefault_marking = "BOARD//EYES ONLY/LEGAL"\n', "own", "BOARD//EYES ONLY/LEGAL"),
        (OWN.split('[[marking.levels]]\nlabel = "BOARD"')[0], "own", "TEAM"),
        (OWN.split('[[marking.levels]]\nlabel = "TEAM"')[0], "own", "OPEN"),
        (f'[marking]\ncaveats = {{{"A" * 16} = "x"}}\n', "tlp", "TLP:AMBER+STRICT"),
        ('[marking]\ncaveats = {LEGAL = "x"}\n[desk]\ndefault_marking = "TLP:RED//LEGAL"\n', "tlp", "TLP:RED//LEGAL"),
    ],
)
def test_a_desk_chooses_its_scheme_and_what_an_unmarked_sheet_bears(tmp_path, text, name, default):
    home = settings(tmp_path, text)

    assert home.scheme.name == name
    assert home.default_marking.label == default


def test_an_own_scheme_has_all_that_is_printed_of_it(tmp_path):
    scheme = settings(tmp_path, OWN).scheme
    wide, team, board = scheme.levels

    assert (scheme.title, scheme.caveats["LEGAL"], scheme.prints_portions) == ("Acme classes", "Legal privilege", False)
    assert (wide.banner, wide.portion, wide.colour, wide.ground) == ("OPEN", "OPEN", "#FFFFFF", "#000000")
    assert (team.banner, team.portion, team.colour, team.ground) == ("Acme team", "T", "#000000", "#FFCC00")
    assert (team.stays_inside, board.readers, board.rank) == (True, "recipients", 2)
    marking = scheme.read("TEAM//LEGAL")
    assert marking
    assert marking.portion == "T//LEGAL"


def test_a_label_and_a_portion_mark_may_fill_their_room(tmp_path):
    text = OWN.replace('label = "OPEN"', f'label = "{"L" * 16}"\nportion = "{"P" * 10}"\nbanner = "{"B" * 16}"')
    level = settings(tmp_path, text).scheme.levels[0]

    assert (level.label, level.portion, level.banner) == ("L" * 16, "P" * 10, "B" * 16)


LEVEL = '[[marking.levels]]\nlabel = "OPEN"\nsharing = "All."\n'
FAULTS = {
    "no table": ("marking = 3\n", "1:1 SET003", "write [marking]"),
    "unknown scheme": ('[marking]\nscheme = "tpl"\n', "2:1 SET003", "one of tlp, corporate, own"),
    "unknown setting": ('[marking]\nsheme = "tlp"\n', "2:1 SET002", "did you mean scheme"),
    "unknown setting near another": ("[marking]\ncaveat = {}\n", "2:1 SET002", "did you mean caveats"),
    "caveats that are none": ('[marking]\ncaveats = "LEGAL"\n', "2:1 SET003", "write caveats ="),
    "title of two lines": ('[marking]\nscheme = "own"\ntitle = "a\\nb"\n' + LEVEL, "3:1 SET003", "write title ="),
    "blank title": ('[marking]\nscheme = "own"\ntitle = " "\n' + LEVEL, "3:1 SET003", "write title ="),
    "wrong type": ('[marking]\nprint_portions = "yes"\n', "2:1 SET003", "true"),
    "levels of a shipped scheme": ('[marking]\nscheme = "tlp"\n' + LEVEL, "3:11 SET020", 'scheme = "own"'),
    "no levels": ('[marking]\nscheme = "own"\n', "1:2 SET020", "[[marking.levels]]"),
    "levels that are none": ('[marking]\nscheme = "own"\nlevels = ["A"]\n', "3:1 SET020", "[[marking.levels]]"),
    "levels in a number": ('[marking]\nscheme = "own"\nlevels = 3\n', "3:1 SET020", "[[marking.levels]]"),
    "an empty list of levels": ('[marking]\nscheme = "own"\nlevels = []\n', "3:1 SET020", "[[marking.levels]]"),
    "caveat with a stroke": ('[marking.caveats]\n"A/B" = "x"\n', "2:2 SET020", "such as LEGAL"),
    "caveat without meaning": ('[marking.caveats]\nLEGAL = " "\n', "2:1 SET020", "whom it excludes"),
    "long caveat": (f'[marking.caveats]\n{"A" * 17} = "x"\n', "2:1 SET020", "room for 16"),
    "word of a government": ('[marking.caveats]\nNOFORN = "x"\n', "2:1 SET022", "government_markings"),
    "default of another scheme": (
        '[desk]\ndefault_marking = "TLP:RED"\n[marking]\nscheme = "corporate"\n',
        "2:1 SET003",
        "one of PUBLIC, INTERNAL",
    ),
    "default with an unknown caveat": (
        '[desk]\ndefault_marking = "TLP:RED//LEGL"\n[marking]\ncaveats = {LEGAL = "x"}\n',
        "2:1 SET003",
        "did you mean LEGAL",
    ),
}


@pytest.mark.parametrize(("text", "place", "remedy"), FAULTS.values(), ids=FAULTS.keys())
def test_a_fault_in_the_scheme_names_its_place_and_remedy(tmp_path, text, place, remedy):
    places, said = refused(tmp_path, text)

    assert places == [place]
    assert remedy in said


LEVEL_FAULTS = {
    "lower case": ('label = "Open"', "7:1 SET020", "write capitals"),
    "too long": ('label = "OPEN TO ALL THE WORLD"', "7:1 SET020", "room for 16"),
    "a stroke": ('label = "OPEN//ALL"', "7:1 SET020", "write capitals"),
    "a label of TLP": ('label = "TLP:AMBER"', "7:1 SET020", 'scheme = "tlp"'),
    "a banner of TLP": ('label = "OPEN"\nbanner = "TLP:RED"', "8:1 SET020", 'scheme = "tlp"'),
    "a banner that looks as one of TLP": ('label = "OPEN"\nbanner = "Tlp:Red"', "8:1 SET020", 'scheme = "tlp"'),
    "a portion mark of TLP": ('label = "OPEN"\nportion = "TLP:RED"', "8:1 SET020", 'scheme = "tlp"'),
    "a space before": ('label = "OPEN"\nbanner = " Open"', "8:1 SET003", "write banner"),
    "a space behind": ('label = "OPEN"\nbanner = "Open "', "8:1 SET003", "write banner"),
    "a label of governments": ('label = "SECRET"', "7:1 SET022", "government_markings"),
    "a banner of governments": ('label = "OPEN"\nbanner = "Acme Secret"', "8:1 SET022", "government_markings"),
    "no label": ("", "6:1 SET020", "name the level"),
    "a banner that ends a style": ('label = "OPEN"\nbanner = "a\\"; b: c"', "8:1 SET020", "write letters"),
    "an empty banner": ('label = "OPEN"\nbanner = ""', "8:1 SET003", "line of text"),
    "a long portion": ('label = "OPEN"\nportion = "OPEN TO ALL"', "8:1 SET020", "room for 10"),
    "faint": ('label = "OPEN"\ncolour = "#777777"\nground = "#FFFFFF"', "8:1 SET021", 'colour = "#767676" would do'),
    "faint on the ground": ('label = "OPEN"\nground = "#FFCC00"', "8:1 SET021", "ground = "),
    "no colour": ('label = "OPEN"\ncolour = "red"', "8:1 SET003", "#rrggbb"),
    "no readers": ('label = "OPEN"\nreaders = "all"', "8:1 SET003", "community"),
    "unknown": ('label = "OPEN"\nlable = "x"', "8:1 SET002", "did you mean label"),
    "wrong type": ('label = "OPEN"\nstays_inside = "no"', "8:1 SET003", "true"),
    "a name that is taken": ('label = "TEAM"', "7:1 SET020", "each its own"),
    "a banner that is taken": ('label = "OPEN"\nbanner = "TEAM"', "8:1 SET020", "each its own"),
}


@pytest.mark.parametrize(("text", "place", "remedy"), LEVEL_FAULTS.values(), ids=LEVEL_FAULTS.keys())
def test_a_fault_in_a_level_names_its_place_and_remedy(tmp_path, text, place, remedy):
    team = '[[marking.levels]]\nlabel = "TEAM"\nsharing = "x"\n'
    text = f'marking.scheme = "own"\n{team}\n[[marking.levels]]\n{text}\nsharing = "x"\n'
    places, said = refused(tmp_path, text)

    assert places == [place]
    assert remedy in said


def test_all_that_is_wrong_is_said_at_once_at_its_level(tmp_path):
    text = OWN.replace('"TEAM"', '"team"').replace('"#FFCC00"', '"#111111"').replace('"For the board."', "3")
    places, _ = refused(tmp_path, text.replace("LEGAL", "legal") + 'colour = "pink"\n')

    assert places == ["4:12 SET020", "11:1 SET020", "14:1 SET021", "21:1 SET003", "23:1 SET003"]


def test_levels_in_line_have_places_too(tmp_path):
    levels = '  {label = "OPEN", sharing = "x"},\n  {label = "Team", sharing = "x"},\n'
    text = f'[marking]\nscheme = "own"\nlevels = [\n{levels}]\n'

    assert refused(tmp_path, text)[0] == ["5:4 SET020"]


def test_a_desk_of_a_government_may_use_its_words(tmp_path):
    text = OWN.replace("BOARD", "SECRET").replace("LEGAL", "NOFORN") + "[lint]\ngovernment_markings = true\n"

    assert settings(tmp_path, text).scheme.read("SECRET//NOFORN")
