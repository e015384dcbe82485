"""The page is set in the shipped fonts and no others, and each of them is one family, weight and style."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from briefgen.resources import fonts_folder, templates_folder
from briefgen.theme.fonts import FACES
from tests.pdf.reading import drawing, failures, fonts

FAMILIES = {face.family.replace(" ", "-") for face in FACES}
SYSTEM = """<p style='font-family: "DejaVu Sans"'>a <code>b</code></p><pre>c</pre><ul><li>d</ul>
<p style='font-family: serif'>e<p style='font-family: sans-serif'>f <b>g</b> <i>h</i>
<p style='font: bold italic 9pt fantasy'>i</p><p>تحریک → ≥ Ł"""


def names(path: Path) -> tuple[str, int, str]:
    font = TTFont(path)
    family = font["name"].getDebugName(16) or font["name"].getDebugName(1)
    return family, font["OS/2"].usWeightClass, "italic" if font["post"].italicAngle else "normal"


def test_no_font_of_the_computer_is_used_wherever_text_may_stand(pdf):
    printed = pdf(SYSTEM + drawing("<title>t</title><text y='9'>j</text><text y='9' font-family='monospace'>k</text>"))
    assert failures(printed) == []
    used = fonts(printed)
    assert used
    assert {name for name in used if not name.startswith(tuple(FAMILIES))} == set()


@pytest.mark.parametrize(
    ("generic", "family"),
    [("serif", "Source-Serif-4-SmText"), ("sans-serif", "Source-Sans-3"), ("monospace", "Source-Sans-3")],
)
def test_generic_families_have_one_shipped_font(pdf, generic, family):
    assert fonts(pdf("", f"* {{ font: 9pt {generic} }}")) == {family}


def test_each_face_has_a_file_for_print_and_one_for_the_screen_and_no_other_exists():
    printed = {path.name for path in (fonts_folder() / "ttf").iterdir()}
    shown = {path.name for path in (fonts_folder() / "woff2").iterdir()}
    assert printed == {f"{face.file}.ttf" for face in FACES}
    assert shown == {f"{face.file}.ttf.woff2" for face in FACES}


@pytest.mark.parametrize("face", FACES, ids=lambda face: face.file)
def test_a_face_is_what_its_files_say(face):
    assert names(fonts_folder() / "ttf" / f"{face.file}.ttf") == (face.family, face.weight, face.style)
    assert names(fonts_folder() / "woff2" / f"{face.file}.ttf.woff2") == (face.family, face.weight, face.style)


def test_no_two_files_are_one_family_weight_and_style():
    assert len({(face.family, face.weight, face.style) for face in FACES}) == len(FACES)


def test_every_family_ships_with_its_licence():
    licences = [path.read_text(encoding="utf-8") for path in fonts_folder().glob("OFL-*")]
    assert len(licences) == 3
    assert all("SIL OPEN FONT LICENSE Version 1.1" in licence for licence in licences)


def test_the_fonts_are_found_without_a_word_and_without_writing_anything(tmp_path):
    script = "import briefgen.pdf.library as l; l.FontConfiguration()"
    home = {"HOME": str(tmp_path), "XDG_CACHE_HOME": str(tmp_path), "TMPDIR": str(tmp_path)}
    command = [sys.executable, "-B", "-c", script]
    before = sorted(path.name for path in Path("/var/cache/fontconfig").glob("*"))
    done = subprocess.run(command, cwd=templates_folder().parent, env=os.environ | home, capture_output=True, text=True)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert list(tmp_path.iterdir()) == []
    assert sorted(path.name for path in Path("/var/cache/fontconfig").glob("*")) == before
