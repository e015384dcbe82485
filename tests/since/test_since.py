"""What counts as a change since a revision, and which revisions there are."""

from __future__ import annotations

import os
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest

from briefgen import desk, lint
from briefgen.build.order import Order
from briefgen.build.shard import Shard
from briefgen.cli.options import search
from briefgen.errors import SettingsError
from briefgen.sheet import loader
from briefgen.since import start
from briefgen.since.start import since
from briefgen.theme import choose
from briefgen.traces import tracing
from tests.build import thirty
from tests.since.repository import GIT, begin, commit, edit, git

ALL = {f"briefs/sheet-{number:02}.yaml" for number in range(5)}
ZEROS = "0" * 40


@pytest.fixture
def root(tmp_path, monkeypatch):
    root = Path(os.path.realpath(tmp_path)) / "desk"
    thirty.make(root, 5)
    begin(root)
    monkeypatch.chdir(root)
    return root


def split(root, revision="HEAD", paths=None, look=None, **order):
    home = desk.find(root)
    asked = Order(root / "dist", theme=choose(home, look), **order)
    with since(revision, home, paths) as compared:
        return compared.split(search(paths, home), asked, look)


def affected(root, revision="HEAD", paths=None, **order):
    return {os.path.relpath(one, root) for one in split(root, revision, paths, **order).affected}


def gone(root, revision="HEAD", paths=None):
    return [str(one) for one in split(root, revision, paths).gone]


def test_what_is_not_committed_counts_and_what_was_only_touched_does_not(root):
    (root / "briefs/sheet-01.yaml").touch()
    (root / "briefs/sheet-02.yaml").chmod(0o600)
    assert affected(root) == set()

    edit(root / "briefs/sheet-03.yaml", "Sheet 3", "Sheet three")
    git("add", "-A", cwd=root)
    edit(root / "briefs/sheet-04.yaml", "Sheet 4", "Sheet four")
    assert affected(root) == {"briefs/sheet-03.yaml", "briefs/sheet-04.yaml"}
    assert affected(root, paths=[root / "briefs/sheet-03.yaml", root / "briefs/sheet-00.yaml"]) == {
        "briefs/sheet-03.yaml"
    }


def test_before_the_first_commit_there_is_nothing(root):
    empty = git("hash-object", "-t", "tree", os.devnull, cwd=root)
    for revision in (ZEROS, empty, "HEAD~1", "HEAD^", f"{ZEROS}..HEAD"):
        assert affected(root, revision) == ALL, revision


def test_a_repository_may_have_no_commit_yet(tmp_path, monkeypatch):
    root = Path(os.path.realpath(tmp_path)) / "desk"
    thirty.make(root, 5)
    git("init", "-q", cwd=root)
    monkeypatch.chdir(root)
    assert affected(root, "HEAD") == ALL


def test_a_range_ends_at_what_lies_here(root):
    git("checkout", "-q", "-b", "topic", cwd=root)
    edit(root / "briefs/sheet-01.yaml", "Sheet 1", "Sheet one")
    commit(root)
    git("checkout", "-q", "main", cwd=root)
    edit(root / "briefs/sheet-02.yaml", "Sheet 2", "Sheet two")
    commit(root)
    git("checkout", "-q", "topic", cwd=root)

    assert affected(root, "main...topic") == affected(root, "main...") == {"briefs/sheet-01.yaml"}
    assert affected(root, "main..topic") == affected(root, "main") == {"briefs/sheet-01.yaml", "briefs/sheet-02.yaml"}
    with pytest.raises(SettingsError, match=r"REV008 topic\.\.main ends at main, .* check out main"):
        affected(root, "topic..main")
    with pytest.raises(SettingsError, match="REV003 there is no revision v1"):
        affected(root, "v1")


def test_a_shallow_clone_says_how_to_get_more(root, tmp_path, monkeypatch):
    for number in range(3):
        edit(root / f"briefs/sheet-0{number}.yaml", f"Sheet {number}", f"The sheet {number}")
        commit(root)
    clone = Path(os.path.realpath(tmp_path)) / "clone"
    git("clone", "-q", "--depth=2", f"file://{root}", str(clone), cwd=tmp_path)
    monkeypatch.chdir(clone)

    assert affected(clone, "HEAD~1") == {"briefs/sheet-02.yaml"}
    with pytest.raises(SettingsError, match=r"REV004 .* 2 commits deep .* git fetch --deepen=2"):
        affected(clone, "HEAD~2")
    git("fetch", "-q", "--deepen=2", cwd=clone)
    assert affected(clone, "HEAD~2") == {"briefs/sheet-01.yaml", "briefs/sheet-02.yaml"}


def test_two_branches_of_a_shallow_clone_say_how_to_get_more(root, tmp_path, monkeypatch):
    git("checkout", "-q", "-b", "topic", cwd=root)
    (root / "new").touch()
    commit(root)
    git("checkout", "-q", "main", cwd=root)
    (root / "newer").touch()
    commit(root)
    clone = Path(os.path.realpath(tmp_path)) / "clone"
    git("clone", "-q", "--depth=1", "--no-single-branch", f"file://{root}", str(clone), cwd=tmp_path)
    monkeypatch.chdir(clone)

    with pytest.raises(SettingsError, match=r"REV004 .* git fetch --deepen=100"):
        affected(clone, "origin/topic...HEAD")


def test_a_folder_without_git_says_so(tmp_path, monkeypatch):
    thirty.make(tmp_path, 1)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    with pytest.raises(SettingsError, match="REV002"):
        affected(tmp_path)


def test_a_desk_below_the_top_of_its_repository(root, monkeypatch):
    (root / "desks").mkdir()
    git("mv", "briefgen.toml", "theme.toml", "logo.svg", "templates", "briefs", "desks", cwd=root)
    commit(root)
    edit(root / "desks/briefs/parts/00.yaml", "Included", "It is included")
    (root / "briefs").mkdir()
    (root / "briefs/more.yaml").write_text("briefgen: 1\n")

    monkeypatch.chdir(root / "desks")
    assert affected(root / "desks") == {"briefs/sheet-00.yaml"}
    assert affected(root / "desks", "HEAD~1") == ALL  # the desk was not there


def test_a_sheet_outside_of_the_desk_is_always_affected(root, tmp_path):
    other = tmp_path / "other.yaml"
    other.write_text((root / "briefs/sheet-03.yaml").read_text())
    assert affected(root, paths=[other]) == {"../other.yaml"}


def test_paths_are_seen_from_here(root, monkeypatch):
    monkeypatch.chdir(root / "templates")
    edit(root / "briefs/parts/01-a.yaml", "Matched", "It is matched")
    assert affected(root, paths=[Path("../briefs")]) == {"briefs/sheet-01.yaml"}


def test_sheets_that_are_gone(root):
    (root / "briefs/sheet-03.yaml").unlink()
    (root / "briefs/sheet-01.yaml").rename(root / "briefs/moved.yaml")
    (root / "briefs/sheet-02.yaml").write_text("no: sheet\n")

    assert gone(root) == ["briefs/sheet-02.yaml (N-02)", "briefs/sheet-03.yaml (N-03)"]
    assert gone(root, paths=[root / "templates", root / "briefs/registry"]) == []
    assert affected(root) == {"briefs/moved.yaml"}


def test_a_shard_tells_of_its_own_sheets_that_are_gone(root):
    for path in (root / "briefs").glob("sheet-*.yaml"):
        path.unlink()
    shares = [{one.path for one in split(root, shard=Shard(2, number)).gone} for number in (1, 2)]
    assert shares[0] | shares[1] == ALL
    assert not shares[0] & shares[1]


def test_a_product_id_that_changes_hands(root):
    """Of two sheets with one id, the first is built: which one that is can change for a sheet that stayed the same."""
    edit(root / "briefs/sheet-01.yaml", "N-01", "n-02")
    assert affected(root) == {"briefs/sheet-01.yaml", "briefs/sheet-02.yaml"}
    commit(root)
    (root / "briefs/sheet-01.yaml").unlink()
    assert affected(root) == {"briefs/sheet-02.yaml"}


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("[desk]", "[desk]\n# ours", set()),
        ("[desk]", '[desk]\nbriefs = "briefs"', set()),
        ("[build]", "[audiences.press]\nmax_marking = 'TLP:CLEAR'\n[build]", set()),
        ("[build]", '[build]\nout = "out"', ALL),
        ("[build]", "[build]\ntime_limit = 90", ALL),
        ("North desk", "South desk", ALL),
    ],
)
def test_settings_count_where_they_matter(root, old, new, expected):
    edit(root / "briefgen.toml", old, new)
    assert affected(root) == expected


def test_the_scheme_of_the_markings_is_that_of_each_side(root):
    """A registry or a sheet that is read by the scheme of the other side could not be read."""
    levels = '[marking]\nscheme = "own"\nlevels = [{label = "OPEN", sharing = "Anyone may read this."}]\n'
    (root / "briefgen.toml").write_text(levels + thirty.SETTINGS)
    for path in (root / "briefs").glob("*.yaml"):
        path.write_text(path.read_text().replace("handling: TLP:CLEAR", "handling: OPEN"))
    commit(root)
    assert affected(root) == set()
    edit(root / "briefs/registry/sources.yaml", "Report s-shared-1", "The report s-shared-1")
    assert affected(root) == {"briefs/sheet-01.yaml"}
    (root / "briefs/sheet-02.yaml").unlink()
    assert gone(root) == ["briefs/sheet-02.yaml (N-02)"]
    assert affected(root, "HEAD~1") == ALL - {"briefs/sheet-02.yaml"}


def test_an_audience_that_may_read_more_gets_all_anew(root):
    (root / "briefgen.toml").write_text(thirty.SETTINGS + "[audiences.press]\nmax_marking = 'TLP:CLEAR'\n")
    commit(root)
    edit(root / "briefgen.toml", "TLP:CLEAR", "TLP:GREEN")
    press = desk.find(root).audiences["press"]

    assert affected(root, audience=press) == ALL
    assert affected(root) == set()
    assert affected(root, audience=replace(press, name="other")) == set()  # --max-marking: no audience of the desk


def test_what_an_audience_gets_is_searched_with_the_words_of_every_template(root):
    (root / "briefgen.toml").write_text(thirty.SETTINGS + "[audiences.press]\nmax_marking = 'TLP:CLEAR'\n")
    commit(root)
    edit(root / "templates/card/page.html.j2", "<h1>", "<h1>Card: ")
    press = desk.find(root).audiences["press"]

    assert affected(root, products=("card",), audience=press) == affected(root, audience=press) == ALL
    assert affected(root) == ALL  # “note” uses “card”
    edit(root / "templates/card/page.html.j2", "<h1>Card: ", "<h1>")
    (root / "templates/third").mkdir()
    (root / "templates/third/page.html.j2").write_text("Third")
    assert affected(root) == set()
    assert affected(root, audience=press) == ALL


def test_a_desk_that_could_not_be_used_has_everything_affected(root):
    right = (root / "theme.toml").read_text()
    (root / "theme.toml").write_text("colours = 1\n")
    commit(root)
    (root / "theme.toml").write_text(right)
    assert affected(root) == ALL

    (root / "briefgen.toml").write_text("[dsk]\n")
    commit(root)
    (root / "briefgen.toml").write_text(thirty.SETTINGS)
    assert affected(root) == ALL


def test_a_theme_that_the_command_line_names(root):
    (root / "other.toml").write_text('name = "Other"\n')
    commit(root)
    (root / "other.toml").write_text('name = "One other"\n')
    assert affected(root) == set()
    assert affected(root, look="other.toml") == ALL
    assert affected(root, look="operations") == set()


def test_the_order_of_shared_records_counts(root):
    """A sheet gets them in the order of the registry."""
    path = root / "briefs/registry/sources.yaml"
    edit(root / "briefs/sheet-01.yaml", "[s-own, s-shared-1]", "[s-own, s-shared-1, s-shared-2]")
    commit(root)
    lines = path.read_text().splitlines(keepends=True)
    path.write_text("".join([*lines[:2], lines[3], lines[2], *lines[4:]]))

    assert affected(root) == {"briefs/sheet-01.yaml"}


def test_a_link_on_the_way_counts(root):
    (root / "briefs/other").mkdir()
    (root / "briefs/other/00.yaml").write_text((root / "briefs/parts/00.yaml").read_text())
    (root / "briefs/link").symlink_to("parts")
    edit(root / "briefs/sheet-00.yaml", "parts/", "link/")
    commit(root)
    assert affected(root) == set()

    edit(root / "briefs/parts/00.yaml", "Included", "It is included")
    assert affected(root) == {"briefs/sheet-00.yaml"}
    edit(root / "briefs/parts/00.yaml", "It is included", "Included")
    (root / "briefs/link").unlink()
    (root / "briefs/link").symlink_to("other")
    assert affected(root) == {"briefs/sheet-00.yaml"}


def test_a_large_file_that_was_captured_is_compared_without_being_written(root, monkeypatch):
    monkeypatch.setattr(start, "READ", 3)
    (root / "briefs/captured/04.txt").rename(root / "briefs/captured/04.pdf")
    edit(root / "briefs/sheet-04.yaml", "04.txt", "04.pdf")
    commit(root)
    assert affected(root) == set()

    (root / "briefs/captured/04.pdf").write_text("other\n")
    assert affected(root) == {"briefs/sheet-04.yaml"}


def test_briefgen_itself_counts_where_the_repository_holds_it(root, monkeypatch):
    package = root / "vendor" / "briefgen"
    package.mkdir(parents=True)
    (package / "flow.py").write_text("one = 1\n")
    monkeypatch.setattr(start, "PACKAGE", package)
    assert affected(root) == set()  # it lies there, as in an environment of Python, and git does not keep it

    commit(root)
    assert affected(root) == set()
    assert affected(root, "HEAD~1") == ALL
    (package / "flow.py").write_text("one = 2\n")
    assert affected(root) == ALL


def test_a_repository_with_longer_hashes(root, tmp_path, monkeypatch):
    other = Path(os.path.realpath(tmp_path)) / "other"
    thirty.make(other, 5)
    done = subprocess.run(
        ["git", "init", "-q", "-b", "main", "--object-format=sha256"], cwd=other, env=os.environ | GIT
    )
    if done.returncode:
        pytest.skip("this git knows one hash only")
    commit(other)
    monkeypatch.chdir(other)
    edit(other / "briefs/sheet-03.yaml", "Sheet 3", "Sheet three")
    assert affected(other) == {"briefs/sheet-03.yaml"}


def test_looking_sees_all_that_a_review_sees(root):
    home = desk.find(root)
    load = loader(home.registry, home.root, home.scale, home.scheme)
    for path in search(None, home):
        made = load(path).sheet
        assert made
        under = lint.Review(made, home.lint, None, home.root)
        seen = []
        for work in (lint.look, lint.check):
            with tracing(lambda thing: "") as looked:
                work(under)
            seen.append(set(looked))
        assert seen[0] == seen[1]


def test_no_rule_looks_by_another_name():
    names = {str(vars(rule)["__name__"]).rpartition(".")[2] for rule in lint.LOOKING}
    folder = Path(lint.__file__).parent
    assert {path.stem for path in folder.rglob("*.py") if "briefgen.traces" in path.read_text("utf-8")} == names
