"""A theme changes no word of any product, nor what is left out of it: that is decided where no theme file reaches."""

import functools
import html
import pickle
import re
from dataclasses import replace

import pytest

from briefgen import desk, issuing, sheet
from briefgen.build import WORK, fit, making
from briefgen.build.answer import Failure, unpacked
from briefgen.build.drawing import reply
from briefgen.build.task import Task
from briefgen.pdf import OverfullError, Printed
from briefgen.resources import templates_folder
from briefgen.theme import House, choose, standard
from briefgen.workers import Pool
from tests.printed import PRODUCTS, ROOT
from tests.theme.test_reading import SVG

SHEETS = [*sorted(ROOT.glob("briefs/*.yaml")), ROOT / "docs" / "first-sheet.yaml"]
EXERCISE = SHEETS[0]
#: The others take long, and have little that the exercise has not.
SOME = [EXERCISE, *(pytest.param(path, marks=pytest.mark.slow) for path in SHEETS[1:-1]), SHEETS[-1]]
#: Products with a page budget, and for how many records a page has room that has not for all of the exercise.
ROOM = {"flash": 0, "one-pager": 12}

#: What a theme file can change.
FILES = {
    "institute": 'base = "institute"',
    "operations": 'base = "operations"',
    "institute on Letter": 'page_size = "Letter"',
    "operations on Letter": 'base = "operations"\npage_size = "Letter"',
    "narrow letters": '[fonts]\ntext = "Source Sans 3"\nheading = "Source Sans 3"\ndisplay = "Source Sans 3"',
    "wide letters": '[fonts]\ntext = "Source Serif 4 SmText"\nlabel = "Source Serif 4 SmText"',
    "running lines": 'name = "North"\nheader = "The desk of the north"\nfooter = "Room 12, Main Street 1"',
    "colours and logo": '[colours]\naccent = "#7a1f3d"\npaper = "#fffdf8"\n[logo]\nfile = "logo.svg"\nalt = "North"',
}


#: What ships with briefgen, on both papers: all that the standard layout holds has room there.
SHIPPED = ("institute", "institute on Letter", "operations", "operations on Letter")


def looks(folder):
    """Return themes by name: of all that a theme file can change, and of more that only those that ship can."""
    (folder / "logo.svg").write_text(SVG)
    themes = {}
    for name, text in FILES.items():
        (folder / "look.toml").write_text(text)
        themes[name] = choose(replace(desk.find(ROOT), root=folder, theme="look.toml"))
    plain = standard()
    sizes = {"text": "14pt/20pt", "label": "12pt/15pt", "data": "12pt/15pt", "note": "11pt/15pt"}
    themes["large type"] = replace(plain, tokens={**plain.tokens, **sizes})
    themes["narrow margins"] = replace(plain, margins=dict.fromkeys(plain.margins, "50pt 62.64pt 40pt"))
    return themes


@pytest.fixture(scope="module")
def themes(tmp_path_factory):
    return looks(tmp_path_factory.mktemp("looks"))


@functools.cache
def view(path):
    made = sheet.load(path, ROOT / "briefs" / "registry", ROOT).sheet
    assert made
    return issuing.make(
        made, made.product.handling.marking if made.product.handling else desk.find(ROOT).default_marking
    )


def task(path, product, theme, page_size=None):
    house = House("Example Desk", page_size, theme=theme)
    return Task(view(path), product, ("html",), "x", house, desk.find(ROOT).lint)


def made(*asked):
    """Return the page of a product in words, or why there is none."""
    (outcome, *_) = making.make(task(*asked), [templates_folder()])
    return told(outcome)


def told(outcome):
    return outcome.result if isinstance(outcome.result, Failure) else words(outcome.result.data.decode())


def words(page):
    """Return all words of the page's body, those of its drawings and of what they say instead too."""
    body = page[page.index("<main>") : page.index("</main>")]
    return html.unescape(re.sub(r"<[^>]*>", " ", body)).split()


@pytest.fixture
def roomy(monkeypatch):
    """Return a function that gives the standard layout, and every other, room for so many records, however long."""
    compose, drafts, rooms = making._page, {}, {"standard": 99, "own": 99}

    def page(task, folders, left_out):
        if task.house != task.house.standard():
            rooms["now"] = rooms["own"]
            return compose(task, folders, left_out)
        rooms["now"] = rooms["standard"]
        if left_out not in drafts:  # they are the same for all looks
            drafts[left_out] = compose(task, folders, left_out)
        return drafts[left_out]

    def press(page, budget):
        records = fit.SHOWN.findall(page)
        if len(records) > rooms["now"]:
            raise OverfullError(12.0 * (len(records) - rooms["now"]), dict.fromkeys(records, 12.0))
        return Printed(b"", budget)

    monkeypatch.setattr(making, "_page", page)
    monkeypatch.setattr(fit, "press", press)
    return lambda **more: rooms.update(more)


@pytest.mark.parametrize("path", SOME, ids=lambda path: path.stem)
@pytest.mark.parametrize("product", PRODUCTS)
def test_no_look_changes_a_word(product, path, themes, roomy):
    told = {name: made(path, product, theme) for name, theme in themes.items()}

    assert len(told["institute"]) > 30
    for name, said in told.items():
        assert said == told["institute"], name


@pytest.mark.parametrize("product", ROOM)
def test_what_is_left_out_is_so_in_a_look_that_has_room_for_it(product, themes, roomy):
    roomy(standard=ROOM[product])
    told = {name: made(EXERCISE, product, theme) for name, theme in themes.items()}

    assert "Left out for space:" in " ".join(told["institute"])
    for name, said in told.items():
        assert said == told["institute"], name


@pytest.mark.parametrize("product", ROOM)
def test_a_look_that_has_less_room_fails(product, themes, roomy):
    roomy(standard=ROOM[product], own=ROOM[product] - 1)

    for name, theme in themes.items():
        failure = made(EXERCISE, product, theme)
        assert (failure.kind, failure.over) == ("outsize", 12.0), name


def test_the_paper_in_the_settings_is_no_matter_of_a_theme(themes):
    """It beats that of the theme, so it is that of the standard layout; without it, that is the tighter one."""
    for theme in themes.values():
        assert House("North", "A4", theme=theme).standard() == House("North", "A4")
        assert House("North", theme=theme).standard() == House("North", "Letter")


@pytest.fixture(scope="module")
def printed():
    """Return a function that prints a product in several looks, and returns what :func:`made` does of each."""
    with Pool(WORK, 2, reply, [templates_folder()], 60) as pool:

        def every(path, product, themes, page_size=None):
            asked = {
                name: pool.submit(pickle.dumps(task(path, product, theme, page_size))) for name, theme in themes.items()
            }
            return {name: told(unpacked(answer.result()).outcomes[0]) for name, answer in asked.items()}

        yield every


@pytest.mark.slow
def test_what_the_standard_layout_leaves_out_is_left_out_where_there_would_be_room(printed, themes):
    """In operations, there is room on A4 for all of the exercise."""
    two = {name: themes[name] for name in ("institute", "operations")}
    told = printed(EXERCISE, "one-pager", two, "A4")

    assert "Left out for space: one consequence" in " ".join(told["institute"])
    assert told["operations"] == told["institute"]


@pytest.mark.slow
@pytest.mark.parametrize("page_size", [None, "A4"])
@pytest.mark.parametrize("product", ROOM)
@pytest.mark.parametrize("path", SHEETS[:-1], ids=lambda path: path.stem)
def test_every_look_prints_the_same_words_or_fails(path, product, page_size, themes, printed):
    told = printed(path, product, themes, page_size)
    refused = {name: one for name, one in told.items() if isinstance(one, Failure)}

    assert {one.kind for one in refused.values()} <= {"outsize"}
    assert not refused.keys() & set(SHIPPED)
    for name in told.keys() - refused:
        assert told[name] == told["institute"], name
