"""Theme files: what they may say, and an error with its place and remedy for everything else."""

import re
import struct
import zlib

import pytest

from briefgen import desk
from briefgen.errors import SettingsError
from briefgen.theme import choose, shipped, standard

SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0,0L9,9Z"/></svg>'


def png(wide, high):
    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    rows = zlib.compress(b"".join(b"\0" + b"\x40\x80\xc0" * wide for _ in range(high)))
    header = struct.pack(">IIBBBBB", wide, high, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


@pytest.fixture
def themed(tmp_path, monkeypatch):
    """Return a function from the text of a theme file to the theme of a desk that names it."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "briefgen.toml").write_text('[desk]\ntheme = "look.toml"\n')

    def made(text):
        (tmp_path / "look.toml").write_text(text, encoding="utf-8")
        return choose(desk.find(tmp_path))

    return made


def refusal(themed, text):
    with pytest.raises(SettingsError) as caught:
        themed(text)
    return str(caught.value)


def test_a_desk_without_a_theme_has_the_institute(tmp_path):
    assert choose(desk.find(tmp_path)) is standard()
    assert standard().base == "institute"
    assert shipped() == ("institute", "operations")


def test_an_empty_file_changes_nothing(themed):
    assert themed("") == standard()


def test_a_file_changes_what_it_says_and_no_more(themed):
    theme = themed(
        'base = "operations"\nname = "North"\n[colours]\nharm = "#7A1F3D"\n[fonts]\ntext = "Source Serif 4 SmText"'
    )

    assert (theme.name, theme.base, theme.page_size) == ("North", "operations", "A4")
    assert theme.colours["harm"] == "#7a1f3d"
    assert theme.colours["ink"] != standard().colours["ink"]
    assert (theme.fonts["text"], theme.fonts["label"]) == ("Source Serif 4 SmText", "Source Sans 3")
    assert '--serif: "Source Serif 4 SmText"' in theme.css()
    assert "--harm: #7a1f3d;" in theme.css()


@pytest.mark.parametrize("size", ["A4", "Letter"])
def test_the_page_has_the_size_of_the_theme_unless_another_is_asked_for(themed, size):
    theme = themed(f'page_size = "{size}"')

    assert f"size: {size};" in theme.css()
    assert "size: Letter;" in theme.css("Letter")


def test_a_page_is_white_unless_the_theme_has_another_paper(themed):
    assert "background" not in themed("").css()
    assert "background: #fffaf0" in themed('[colours]\npaper = "#fffaf0"').css()


WRONG = {
    "not TOML": ("a = ", "look.toml:1:1: error THM002", "mend it"),
    "unknown key": ('nam = "x"', "look.toml:1:1: error THM003", "did you mean name?"),
    "unknown table": ("\n[colors]\nink = 1", "look.toml:2:2: error THM003", "did you mean colours?"),
    "unknown role": ('[colours]\n  acent = "#17476b"', "look.toml:2:3: error THM003", "did you mean accent?"),
    "unknown font role": ('[fonts]\nserif = "x"', "look.toml:2:1: error THM003", "display, heading, label, text"),
    "no base": ('base = "institut"', "look.toml:1:1: error THM001", "did you mean institute?"),
    "number": ("name = 3", "look.toml:1:1: error THM004", "line of text"),
    "empty": ('header = " "', "look.toml:1:1: error THM004", "line of text"),
    "two lines": ('footer = "a\\nb"', "look.toml:1:1: error THM004", "line of text"),
    "text for a table": ('colours = "#17476b"', "look.toml:1:1: error THM004", "ink, grey, accent"),
    "page size": ('page_size = "A5"', "look.toml:1:1: error THM004", "one of A4, Letter"),
    "header": (f'header = "{"wide " * 12}"', "look.toml:1:1: error THM004", "pt too wide"),
    "footer": (f'footer = "{"wide " * 25}"', "look.toml:1:1: error THM004", "pt too wide"),
    "name of a colour": ('[colours]\nink = "black"', "look.toml:2:1: error THM005", "#rrggbb"),
    "short colour": ('[colours]\nink = "#000"', "look.toml:2:1: error THM005", "#rrggbb"),
    "faint text": ('[colours]\ngrey = "#767676"\npale = "#eeeeee"', "look.toml:2:1: error THM006", "grey on pale"),
    "dark ground": ('[colours]\ntint = "#333333"', "look.toml:2:1: error THM006", "ink on tint has a contrast of 1."),
    "other font": (
        '[fonts]\nlabel = "Helvetica"',
        "look.toml:2:1: error THM007",
        "label can be: Source Serif 4 SmText, So",
    ),
    "no regular": ('[fonts]\ntext = "Source Serif 4 Display"', "look.toml:2:1: error THM007", "lacks a face"),
    "logo without a text": ('[logo]\nfile = "a.png"', "look.toml:1:2: error THM008", "no alt"),
    "logo without a file": ('[logo]\nalt = "a"', "look.toml:1:2: error THM008", "no file"),
    "logo not there": ('[logo]\nfile = "a.png"\nalt = "a"', "look.toml:2:1: error THM008", "no such file"),
    "logo elsewhere": ('[logo]\nalt = "a"\nfile = "../a.png"', "look.toml:3:1: error THM008", "outside the desk"),
}


@pytest.mark.parametrize("case", WRONG)
def test_an_error_names_the_place_and_the_remedy(themed, case):
    text, place, remedy = WRONG[case]
    said = refusal(themed, text)

    assert said.startswith(place)
    assert remedy in said


def test_everything_that_is_wrong_is_said_at_once(themed):
    text = (
        'nam = "x"\nbase = "institut"\npage_size = "A5"\nheader = 3\n'
        '[colours]\nink = "black"\nharm = "#7aa6c8"\n[fonts]\ntext = "Arial"\n[logo]\nalt = "a"\n'
    )
    said = [" ".join(line.split()[:3]) for line in refusal(themed, text).splitlines()]

    assert said == [
        "look.toml:1:1: error THM003",
        "look.toml:2:1: error THM001",
        "look.toml:3:1: error THM004",
        "look.toml:4:1: error THM004",
        "look.toml:6:1: error THM005",
        "look.toml:7:1: error THM006",
        "look.toml:7:1: error THM006",
        "look.toml:9:1: error THM007",
        "look.toml:10:2: error THM008",
    ]


@pytest.mark.parametrize("line", ['accent = "#7aa6c8"', 'grey = "#9a9a9a"', 'pale = "#555555"', 'tint = "#333333"'])
def test_the_shade_that_a_faint_colour_is_told_would_do(themed, line):
    said = refusal(themed, f"[colours]\n{line}")
    role, shade = re.findall(r'— (\w+) = "(#[0-9a-f]{6})" would do', said)[0]

    assert line.startswith(role)
    assert themed(f'[colours]\n{role} = "{shade}"').colours[role] == shade


def test_where_no_shade_would_do_none_is_named(themed):
    assert "make them differ more" in refusal(themed, '[colours]\nink = "#777777"\ntint = "#505050"')


def test_the_key_is_found_in_its_table(themed):
    assert refusal(themed, 'name = "ink"\n[fonts]\ntext = "Source Sans 3"\n[colours]\nink = 1').startswith(
        "look.toml:5:1"
    )


def test_a_theme_that_is_not_there_is_named_in_the_settings(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "briefgen.toml").write_text('[desk]\nname = "N"\ntheme = "operation"\n')

    with pytest.raises(SettingsError, match=r"^briefgen.toml:3:1: error THM001 .* did you mean operations\?"):
        choose(desk.find(tmp_path))


def test_a_theme_of_the_settings_lies_in_the_desk(tmp_path):
    (tmp_path / "look.toml").write_text("")
    home = tmp_path / "desk"
    home.mkdir()
    (home / "briefgen.toml").write_text('[desk]\ntheme = "../look.toml"\n')

    with pytest.raises(SettingsError, match=r"THM001 .* outside the desk"):
        choose(desk.find(home))
    assert choose(desk.find(home), str(tmp_path / "look.toml")) == standard()


def test_what_the_command_line_tells_comes_first(themed, tmp_path):
    themed('name = "North"')

    assert choose(desk.find(tmp_path)).name == "North"
    assert choose(desk.find(tmp_path), "operations").base == "operations"
    with pytest.raises(SettingsError, match="THM001 there is no theme nowhere"):
        choose(desk.find(tmp_path), "nowhere")


@pytest.mark.parametrize(("name", "content"), [("a.png", png(4, 3)), ("a.svg", SVG.encode())])
def test_a_logo_becomes_part_of_the_theme(themed, tmp_path, name, content):
    (tmp_path / name).write_bytes(content)
    logo = themed(f'[logo]\nfile = "{name}"\nalt = "North"').logo

    assert logo.alt == "North"
    assert logo.data.startswith(("data:image/png;base64,", "data:image/svg+xml;base64,"))


UNSAFE = {
    "is no picture": (b"GIF89a", "neither PNG nor SVG"),
    "is too large": (SVG.encode().ljust(200_001), "at most 200 kB"),
    "has too many pixels": (png(1, 1)[:16] + struct.pack(">II", 5000, 2) + png(1, 1)[24:], "5000 × 2 pixels"),
    "has no viewBox": (SVG.replace("viewBox", "view").encode(), "viewBox"),
    "runs": (SVG.replace("<path", "<script/><path").encode(), "<script>"),
    "reacts": (SVG.replace("<path", '<path onload="x"').encode(), "<path onload>"),
    "loads": (SVG.replace("<path", '<use href="https://example.org/a.svg"/><path').encode(), "<use href>"),
    "has a style that loads": (SVG.replace("<path", '<path style="fill: url(a.svg)"').encode(), "<path style>"),
    "imports": (SVG.replace("<path", "<style>@import 'a'</style><path").encode(), "style sheet"),
    "writes": (SVG.replace("<path", "<text>a</text><path").encode(), "<text>"),
    "has entities": (b"<!DOCTYPE svg [<!ENTITY a 'b'>]>" + SVG.encode(), "DOCTYPE"),
    "hides its encoding": (SVG.encode("utf-16"), "neither PNG nor SVG"),
}


@pytest.mark.parametrize("case", UNSAFE)
def test_a_logo_is_refused_that(themed, tmp_path, case):
    content, reason = UNSAFE[case]
    (tmp_path / "a").write_bytes(content)
    said = refusal(themed, '[logo]\nfile = "a"\nalt = "North"')

    assert said.startswith("look.toml:2:1: error THM008")
    assert reason in said
