"""What is recalled is what would be made: cases that edits by chance have brought to light, or seldom do."""

import os
from dataclasses import replace
from pathlib import Path

import pytest

from briefgen.build.cache import Ledger
from briefgen.build.cache.files import Files
from briefgen.build.cache.things import Things
from briefgen.build.order import Order
from briefgen.desk import find as home_of
from briefgen.sheet import registry
from tests.build import runs, thirty


@pytest.fixture(scope="module")
def workers(tmp_path_factory):
    with runs.watched(tmp_path_factory.getbasetemp()) as workers:
        yield workers


@pytest.fixture
def desk(tmp_path, monkeypatch, workers):
    """Return a desk of five sheets, and a function that builds it and compares that with a clean build."""
    root = tmp_path / "desk"
    thirty.make(root, 5)
    monkeypatch.chdir(root)

    def built():
        reports = runs.build(root, workers, root / "dist")
        clean = runs.build(root, workers, root / "clean", root.parent / "fresh")
        assert [runs.told(one) for one in reports] == [runs.told(one) for one in clean]
        made = runs.products(reports, root / "dist")
        assert made == runs.products(clean, root / "clean")
        return reports, made

    built()
    return root, built


def statuses(reports):
    return {Path(report.sheet).stem: report.results[0].status for report in reports}


def replaced(path, old, new):
    text = path.read_text()
    assert old in text
    path.write_text(text.replace(old, new))


def test_what_is_the_same_is_not_read_again_in_whichever_way_it_depends_on_files(desk):
    """Sheets that include files by a pattern among them, wherever the desk lies."""
    _, built = desk
    assert {one.why for report in built()[0] for one in report.results} == {"nothing has changed"}


def test_a_sheet_whose_id_another_has_taken_puts_no_file_of_its_own_back(desk):
    root, built = desk
    replaced(root / "briefs/sheet-01.yaml", "id: N-01", "id: N-02")
    built()
    reports, made = built()
    assert b"Sheet 1<" in made["n-02.html"]
    assert [name for name, status in statuses(reports).items() if status == "refused"] == ["sheet-02"]

    replaced(root / "briefs/sheet-01.yaml", "id: N-02", "id: N-01")
    assert b"Sheet 2<" in built()[1]["n-02.html"]


def test_a_link_to_the_outside_may_become_a_file(desk):
    root, built = desk
    part = root / "briefs/parts/01-a.yaml"
    text = part.read_text()
    part.unlink()
    part.symlink_to("/etc/hostname")
    assert statuses(built()[0])["sheet-01"] == "refused"

    part.unlink()
    part.write_text(text)
    assert statuses(built()[0])["sheet-01"] == "built"


def test_a_folder_may_become_a_link_to_the_outside(desk, tmp_path):
    root, built = desk
    parts = root / "briefs/parts"
    parts.rename(tmp_path / "parts")
    parts.symlink_to(tmp_path / "parts")
    assert {"sheet-00": "refused", "sheet-01": "refused"}.items() <= statuses(built()[0]).items()

    parts.unlink()
    (tmp_path / "parts").rename(parts)
    assert set(statuses(built()[0]).values()) == {"built"}


def test_a_file_of_templates_counts_with_the_folder_that_it_lies_in(desk):
    root, built = desk
    (root / "templates/_own").rename(root / "templates/_two")
    assert set(statuses(built()[0]).values()) == {"failed"}


def test_what_a_product_uses_of_another_folder_counts(desk, tmp_path):
    """The description is the desk's own, and what it uses may be shipped with briefgen."""
    root, _ = desk
    shipped = tmp_path / "shipped" / "card"
    shipped.mkdir(parents=True)
    home = replace(home_of(root), templates=(root / "templates", tmp_path / "shipped"))
    with Ledger(tmp_path / "cache") as ledger:

        def digest():
            return Things(Files(ledger), home, Order(root), str).digest(("templates", "note"))

        before = digest()
        (shipped / "more.html.j2").write_text("<p>One</p>")
        assert digest() != before


def test_a_finding_says_where_the_registry_lies_now(desk):
    root, built = desk
    replaced(root / "briefs/registry/sources.yaml", "publisher", "publsher")
    assert "briefs/registry" in str(built()[0][1].findings)

    (root / "briefs/registry").rename(root / "shared")
    replaced(root / "briefgen.toml", "[desk]\n", '[desk]\nregistry = "shared"\n')
    assert "briefs/registry" not in str(built()[0][1].findings)


def test_a_registry_that_changes_while_it_is_read_is_read_again(desk, workers, monkeypatch):
    """Its files are as they were again before the next build."""
    root, built = desk
    path, read = root / "briefs/registry/sources.yaml", registry.read
    before = path.read_text()

    def changed(*where):
        path.write_text(before.replace("Report", "Rumour"))
        return read(*where)

    replaced(root / "briefs/sheet-01.yaml", "Claim", "Clause")
    monkeypatch.setattr(registry, "read", changed)
    reports = runs.build(root, workers, root / "dist")
    assert b"Rumour" in runs.products(reports, root / "dist")["n-01.html"]

    monkeypatch.setattr(registry, "read", read)
    path.write_text(before)
    assert b"Rumour" not in built()[1]["n-01.html"]


def test_a_name_may_be_no_text(desk):
    root, built = desk
    odd = Path(os.fsdecode(bytes(root / "briefs") + b"/sheet-\xff.yaml"))
    odd.write_text((root / "briefs/sheet-02.yaml").read_text().replace("N-02", "N-77"))
    built()
    assert all(result.cached for report in built()[0] for result in report.results)


def test_what_every_build_uses_is_not_forgotten(desk, monkeypatch):
    monkeypatch.setattr("briefgen.build.cache.ledger.FORGOTTEN", 3)
    monkeypatch.setattr("briefgen.build.cache.memory.MARKED", 1)
    _, built = desk
    for _ in range(5):
        assert {one.why for report in built()[0] for one in report.results} == {"nothing has changed"}
