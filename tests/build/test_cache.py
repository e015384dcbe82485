"""The cache: what is kept, what is believed of it, and what is said of the rest."""

import importlib.metadata
import os
import re
import time
from pathlib import Path

import pytest

from briefgen.build.cache import Ledger, files
from briefgen.build.cache.engine import DISTRIBUTIONS
from briefgen.build.cache.files import Files
from briefgen.build.cache.store import Store


@pytest.fixture
def ledger(tmp_path):
    with Ledger(tmp_path / ".briefgen") as ledger:
        yield ledger


def needed(name, seen):
    """Add *name* and all that it needs, with the extra for charts, to *seen*."""
    key = re.sub(r"[-_.]+", "_", name).lower()
    if key not in seen and (found := list(importlib.metadata.Distribution.discover(name=name))):
        seen.add(key)
        for line in found[0].requires or []:
            if "extra" not in line or "charts" in line:
                needed(re.split(r"[^\w.-]", line)[0], seen)
    return seen


def test_every_library_that_can_change_a_page_counts():
    interface = {"briefgen", "typer", "rich", "pygments", "shellingham", "annotated_doc"}
    reading = {"pypdf"}  # finished files, to look through them
    assert needed("briefgen", set()) - interface - reading == DISTRIBUTIONS


def written(path, words, ago=60):
    """Write a file that has been lying there for so many seconds."""
    path.write_text(words)
    os.utime(path, (time.time() - ago,) * 2)
    return path


def test_a_file_is_read_again_only_when_it_may_have_changed(ledger, tmp_path, monkeypatch):
    monkeypatch.setattr(files, "RACY", -60_000_000_000)  # the time of its last change is now, whatever is written
    path = written(tmp_path / "a", "one")
    first = Files(ledger).digest(str(path))
    ledger.commit()
    monkeypatch.setattr(files, "file_digest", lambda file, kind: pytest.fail("it is read again"))
    assert Files(ledger).digest(str(path)) == first

    monkeypatch.undo()
    path.write_text("two")
    assert Files(ledger).digest(str(path)) != first


def test_a_file_that_was_just_written_is_not_trusted_to_stay(ledger, tmp_path):
    path = written(tmp_path / "a", "one", ago=0)
    Files(ledger).digest(str(path))
    ledger.commit()
    assert list(ledger.read("SELECT * FROM files")) == []


def test_what_is_no_file_has_a_word_of_its_own(ledger, tmp_path):
    (tmp_path / "folder").mkdir()
    (tmp_path / "link").symlink_to(written(tmp_path / "a", "one"))
    look = Files(ledger).digest

    assert look(f"{tmp_path}/b") == "absent"
    assert look(f"{tmp_path}/b\0") == "absent"
    assert look(f"{tmp_path}/folder") == look(f"{tmp_path}/folder/") == look(f"{tmp_path}/folder/.") == "no file"
    assert look(f"{tmp_path}/link") == f"{look(f'{tmp_path}/a')} at {tmp_path}/a"


def test_where_a_link_on_the_way_leads_is_told(ledger, tmp_path):
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        written(tmp_path / name / "a", "the same")
    way = tmp_path / "way"
    way.symlink_to("one")
    found = Files(ledger)
    before = found.digest(f"{way}/a")
    assert before.endswith(f" at {tmp_path}/one/a")
    assert found.place(f"{way}/a") == f" at {tmp_path}/one/a"

    way.unlink()
    way.symlink_to("two")
    found.forget()
    assert found.digest(f"{way}/a") == before.replace("/one/", "/two/")


def test_a_folder_is_read_again_only_when_a_file_of_it_may_have_changed(ledger, tmp_path, monkeypatch):
    monkeypatch.setattr(files, "RACY", -60_000_000_000)
    folder = tmp_path / "folder"
    (folder / "__pycache__").mkdir(parents=True)
    path = written(folder / "a", "one")
    first = Files(ledger).folder(folder)
    ledger.commit()
    monkeypatch.setattr(files, "file_digest", lambda file, kind: pytest.fail("it is read again"))
    written(folder / "__pycache__" / "a", "compiled")
    assert Files(ledger).folder(folder) == first

    monkeypatch.undo()
    path.write_text("two")
    second = Files(ledger).folder(folder)
    assert second != first
    path.rename(folder / "b")
    assert Files(ledger).folder(folder) not in (first, second)


def test_a_kept_file_comes_back_or_is_not_there(ledger):
    store = Store(ledger)
    digest = store.put(b"one")
    assert store.get(digest) == b"one"

    (path,) = (ledger.folder / "objects").rglob(digest)
    path.write_bytes(b"two")
    assert store.get(digest) is None
    path.unlink()
    assert store.get(digest) is None


def test_what_was_not_used_for_longest_goes_first(tmp_path):
    kept = []
    for words in (b"1" * 40, b"2" * 40, b"3" * 40):
        with Ledger(tmp_path / ".briefgen") as ledger:
            kept.append(Store(ledger).put(words))
    with Ledger(tmp_path / ".briefgen") as ledger:
        store = Store(ledger, limit=100)
        assert store.get(kept[0])
        ledger.commit()
        store.trim()
        assert [store.get(one) is not None for one in kept] == [True, False, True]


def test_what_a_killed_build_has_left_is_swept(ledger):
    store = Store(ledger)
    kept, lost = store.put(b"one"), store.put(b"two")
    ledger.commit()
    ledger.write("DELETE FROM objects WHERE digest = ?", lost)
    ledger.commit()
    left = [*(ledger.folder / "objects").rglob(lost), ledger.folder / "objects" / kept[:2] / "tmpabcdef"]
    for path in left:
        written(path, "two", ago=10_000)
    young = written(left[-1].with_name("tmpyoung"), "three", ago=0)
    store.trim()

    assert (store.get(kept), store.get(lost)) == (b"one", None)
    assert [path.exists() for path in (*left, young)] == [False, False, True]


@pytest.mark.parametrize("content", [b"", b"rubbish" * 1000, b"SQLite format 3\0" + b"\xff" * 4000])
def test_a_broken_ledger_is_begun_anew(tmp_path, content):
    with Ledger(tmp_path / ".briefgen") as ledger:
        ledger.write("REPLACE INTO objects VALUES ('digest', 1, 1)")
    (path,) = (tmp_path / ".briefgen").glob("*.sqlite")
    path.write_bytes(content)
    with Ledger(tmp_path / ".briefgen") as ledger:
        assert list(ledger.read("SELECT * FROM objects")) == []


def test_git_and_backups_leave_the_cache_alone(ledger):
    assert (ledger.folder / ".gitignore").read_text() == "*\n"
    assert (ledger.folder / "CACHEDIR.TAG").read_text().startswith("Signature: 8a477f597d28d172789f06886806bc55")


def test_a_folder_that_cannot_be_made_is_said(tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(Exception, match=r"error OUT004 the cache cannot be written: .* — give write access"):
        Ledger(Path(tmp_path / "file" / ".briefgen"))
