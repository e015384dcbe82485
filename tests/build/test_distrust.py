"""A cache is never trusted: whatever has become of it, the next build gives the right files."""

import contextlib
import os
import shutil
import sqlite3
from random import Random

import pytest

from briefgen.build.cache import FOLDER, ledger
from tests.build import runs, thirty

LEDGER = f"ledger-{ledger.VERSION}.sqlite"


@pytest.fixture(scope="module")
def workers(tmp_path_factory):
    with runs.watched(tmp_path_factory.getbasetemp()) as workers:
        yield workers


@pytest.fixture(scope="module")
def built(workers, tmp_path_factory):
    """Return a desk with a cache, and what a clean build makes of it."""
    root = tmp_path_factory.mktemp("built") / "desk"
    thirty.make(root, 5)
    with contextlib.chdir(root):
        reports = runs.build(root, workers, root / "dist")
    assert {result.status for report in reports for result in report.results} == {"built"}
    return root, runs.products(reports, root / "dist")


def rebuilt(built, workers, tmp_path, monkeypatch, harm):
    """Do harm to the cache of a copy of the desk without products; build; return how much was made again.

    A ledger that turns out broken in a build is begun anew by the next.
    """
    root = tmp_path / "desk"
    shutil.copytree(built[0], root)
    shutil.rmtree(root / "dist")
    monkeypatch.chdir(root)
    harm(root / FOLDER)
    asked = []
    for _ in range(3):
        workers.asked.clear()
        assert runs.products(runs.build(root, workers, root / "dist"), root / "dist") == built[1]
        asked.append(len(workers.asked))
    assert asked[-1] == 0, "the cache is sound after that"
    return asked[0]


def flipped(path, chance, times=1):
    data = bytearray(path.read_bytes())
    for _ in range(times):
        data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
    path.write_bytes(data)


def forbidding(cache):
    """Say in the head of the ledger that it must not be written."""
    data = bytearray((cache / LEDGER).read_bytes())
    data[18] = 3
    (cache / LEDGER).write_bytes(data)


def changed(statement):
    def harm(cache):
        rows = sqlite3.connect(cache / LEDGER)
        with rows:
            assert rows.execute(statement).rowcount
        rows.close()

    return harm


def objects(cache):
    return [path for path in (cache / "objects").rglob("*") if path.is_file()]


def test_a_cache_that_was_moved_is_used(built, workers, tmp_path, monkeypatch):
    assert rebuilt(built, workers, tmp_path, monkeypatch, lambda cache: None) == 0


HARM = {
    "a head that forbids to write": forbidding,
    "rubbish": lambda cache: (cache / LEDGER).write_bytes(b"rubbish" * 1000),
    "another version": lambda cache: (cache / LEDGER).rename(cache / "ledger-0.sqlite"),
    "flipped objects": lambda cache: [flipped(path, Random(1)) for path in objects(cache)],
    "changed places": lambda cache: [shutil.copy(objects(cache)[0], path) for path in objects(cache)[1:]],
    "another file": changed("UPDATE sheets SET report = replace(report, 'n-01.html', '../n-01.html')"),
    "broken outcomes": changed("UPDATE products SET outcomes = '['"),
    "other outcomes": changed("UPDATE products SET outcomes = (SELECT outcomes FROM products ORDER BY key LIMIT 1)"),
    "no table": changed("DROP TABLE objects"),
    "words for numbers": changed("UPDATE objects SET size = 'many'"),
    "a word for a build": changed("UPDATE sheets SET used = 'never'"),
    "bytes for words": changed("UPDATE sheets SET registry = x'00', records = NULL"),
}
MORE_HARM = {
    "no cache": shutil.rmtree,
    "no ledger": lambda cache: (cache / LEDGER).unlink(),
    "no rows": lambda cache: (cache / LEDGER).write_bytes(b""),
    "a journal": lambda cache: (cache / f"{LEDGER}-journal").write_bytes(
        b"\xd9\xd5\x05\xf9\x20\xa1\x63\xd7" + b"\xff" * 4000
    ),
    "no objects": lambda cache: shutil.rmtree(cache / "objects"),
    "empty objects": lambda cache: [path.write_bytes(b"") for path in objects(cache)],
    "the file of another": changed("UPDATE sheets SET report = replace(report, 'n-01.html', 'n-02.html')"),
    "broken report": changed("UPDATE sheets SET report = '{'"),
    "no inputs": changed("UPDATE sheets SET inputs = '[]'"),
    "another format": changed("UPDATE products SET outcomes = replace(outcomes, 'html', 'docx')"),
    "other digests": changed("UPDATE files SET digest = '0'"),
    "objects without rows": changed("DELETE FROM objects"),
    "nothing for numbers": changed("UPDATE objects SET size = NULL"),
    "nothing for a build": changed("UPDATE sheets SET used = NULL"),
    "bytes for outcomes": changed("UPDATE products SET outcomes = x'00'"),
    "another table": changed("ALTER TABLE sheets ADD COLUMN more TEXT"),
}


@pytest.mark.parametrize(
    "harm",
    [*HARM.values(), *(pytest.param(harm, marks=pytest.mark.slow) for harm in MORE_HARM.values())],
    ids=[*HARM, *MORE_HARM],
)
def test_harm_costs_time_only(built, workers, tmp_path, monkeypatch, harm):
    rebuilt(built, workers, tmp_path, monkeypatch, harm)


@pytest.mark.parametrize("part", [2, *(pytest.param(part, marks=pytest.mark.slow) for part in (0, 1, 3))])
def test_a_torn_ledger_costs_time_only(built, workers, tmp_path, monkeypatch, part):
    def harm(cache):
        os.truncate(cache / LEDGER, (cache / LEDGER).stat().st_size * part // 4 + 100)

    rebuilt(built, workers, tmp_path, monkeypatch, harm)


@pytest.mark.parametrize("seed", [0, *(pytest.param(seed, marks=pytest.mark.slow) for seed in range(1, 200))])
def test_flipped_bits_cost_time_only(built, workers, tmp_path, monkeypatch, seed):
    rebuilt(built, workers, tmp_path, monkeypatch, lambda cache: flipped(cache / LEDGER, Random(seed), 1 + seed))


def test_a_ledger_with_a_key_out_of_order_is_begun_anew(tmp_path):
    with ledger.Ledger(tmp_path / FOLDER) as rows:
        for number in range(9):
            rows.write("REPLACE INTO objects VALUES (?, ?, ?)", f"digest-{number}", 1, 1)
    path = tmp_path / FOLDER / LEDGER
    with ledger.Ledger(tmp_path / FOLDER) as rows:
        rows.check()
    assert path.exists()

    path.write_bytes(path.read_bytes().replace(b"digest-4", b"zigest-4"))
    with ledger.Ledger(tmp_path / FOLDER) as rows:
        rows.check()
    assert not path.exists()


def test_the_cache_of_another_desk_costs_time_only(built, workers, tmp_path, monkeypatch):
    """Its sheets, records and templates have the same names and other words."""
    root = tmp_path / "other"
    for name, text in thirty.files(5).items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text.replace("Claim", "Clause").replace("Report", "Rumour").replace("<p>", "<p >"))
    monkeypatch.chdir(root)
    other = runs.products(runs.build(root, workers, root / "dist"), root / "dist")
    assert other.keys() == built[1].keys()
    assert not set(other.values()) & set(built[1].values())

    def harm(cache):
        shutil.rmtree(cache)
        shutil.copytree(root / FOLDER, cache)

    rebuilt(built, workers, tmp_path, monkeypatch, harm)


def test_what_was_made_while_a_template_changed_is_not_kept(built, workers, tmp_path, monkeypatch):
    """The edit is taken back before the next build, which finds everything as it was at the start of the first."""
    root = tmp_path / "desk"
    thirty.make(root, 5)
    monkeypatch.chdir(root)
    page = root / "templates" / "card" / "list.html.j2"
    before = page.read_text()
    submit = workers.submit

    def edited(question):
        page.write_text(before.replace("<p>", "<p class='a'>"))
        return submit(question)

    monkeypatch.setattr(workers, "submit", edited)
    first = runs.products(runs.build(root, workers, root / "dist"), root / "dist")
    assert first != built[1]
    monkeypatch.setattr(workers, "submit", submit)
    page.write_text(before)
    assert runs.products(runs.build(root, workers, root / "dist"), root / "dist") == built[1]
