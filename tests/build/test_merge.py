from hashlib import sha256

import pytest

from briefgen.build import manifest
from briefgen.build.merge import merge
from briefgen.build.shard import WHOLE, Shard
from briefgen.errors import MergeError


@pytest.fixture
def folder(tmp_path):
    """Return a function that makes the output folder of a shard with files of these contents."""

    def make(shard, incomplete=(), **files):
        made = tmp_path / f"{shard.number}-of-{shard.of}"
        made.mkdir()
        for name, text in files.items():
            (made / name).write_text(text)
        entries = [
            manifest.Entry(
                name, name.upper(), "flash", "pdf", "TLP:CLEAR", len(text), 1, sha256(text.encode()).hexdigest()
            )
            for name, text in files.items()
        ]
        manifest.record(made, entries, shard, incomplete=incomplete)
        return made

    return make


def read(folder):
    found = manifest.read(folder)
    assert found
    return found


def said(folders, out):
    with pytest.raises(MergeError) as error:
        merge(folders, out)
    return str(error.value)


def test_the_files_of_all_shards_and_one_manifest(folder, tmp_path):
    parts = [folder(Shard(3, 1), a="one", b=""), folder(Shard(3, 2)), folder(Shard(3, 3), c="three")]

    assert merge(parts, tmp_path / "all") == 3
    assert {path.name for path in (tmp_path / "all").iterdir()} == {"a", "b", "c", "manifest.json"}
    merged = read(tmp_path / "all")
    assert [one.file for one in merged.entries] == ["a", "b", "c"]
    assert merged.shards == ()


def test_a_shard_that_is_not_there_is_named_and_nothing_is_written(folder, tmp_path):
    parts = [folder(Shard(3, 1), a="one"), folder(Shard(3, 3), c="three")]

    assert "OUT005 shard 2/3 is in none of the folders" in said(parts, tmp_path / "all")
    assert not (tmp_path / "all").exists()


def test_a_sheet_that_a_shard_has_not_made_is_named_and_all_else_is_merged(folder, tmp_path):
    parts = [folder(Shard(2, 1), a="one"), folder(Shard(2, 2), ["briefs/x.yaml"], b="two")]

    assert said(parts, tmp_path / "all").startswith("briefs/x.yaml: error OUT005 shard 2/2 has not every file of it")
    assert [one.file for one in read(tmp_path / "all").entries] == ["a", "b"]


def test_a_shard_that_is_built_again_has_its_own_gaps_only(folder):
    made = folder(Shard(2, 1), ["briefs/x.yaml"], a="one")
    manifest.record(made, (), Shard(2, 2), incomplete=["briefs/y.yaml"])
    manifest.record(made, (), Shard(2, 1))

    assert read(made).incomplete == {Shard(2, 2): ["briefs/y.yaml"]}


def test_shards_of_two_builds_are_not_merged(folder, tmp_path):
    assert "one of 2 and one of 3 shards" in said([folder(Shard(3, 1)), folder(Shard(2, 2))], tmp_path / "all")


def test_two_files_of_one_name_are_named(folder, tmp_path):
    one, two = folder(Shard(2, 1), a="one", b="same"), folder(Shard(2, 2), a="two", b="same")

    assert said([one, two], tmp_path / "all").splitlines() == [
        f"{two / 'a'}: error OUT005 it is not the same as {one / 'a'} — give each sheet an id of its own, "
        "and each shard an empty folder"
    ]


@pytest.mark.parametrize("harm", ["changed", "gone", "link"])
def test_a_file_that_is_not_what_was_built_is_named_and_left_out(folder, tmp_path, harm):
    parts = [folder(Shard(2, 1), a="one"), folder(Shard(2, 2), b="two")]
    (tmp_path / "elsewhere").write_text("one")
    (parts[0] / "a").unlink()
    if harm == "changed":
        (parts[0] / "a").write_text("two")
    if harm == "link":
        (parts[0] / "a").symlink_to(tmp_path / "elsewhere")

    assert f"{parts[0] / 'a'}: error OUT005" in said(parts, tmp_path / "all")
    assert [one.file for one in read(tmp_path / "all").entries] == ["b"]


def test_a_folder_without_manifest_is_named(tmp_path):
    assert f"{tmp_path}: error OUT005 there is no manifest.json in it" in said([tmp_path], tmp_path / "all")


def test_one_folder_may_take_its_shards_one_after_another(folder):
    made = folder(Shard(2, 1), a="one")
    manifest.record(made, [], Shard(2, 2))
    assert read(made).shards == (Shard(2, 1), Shard(2, 2))

    manifest.record(made, [], Shard(3, 1))
    assert read(made).shards == (Shard(3, 1),)

    manifest.record(made, [], WHOLE)
    assert read(made).shards == ()


def test_a_shard_is_not_merged_into_itself(folder):
    parts = [folder(Shard(2, 1), a="one"), folder(Shard(2, 2), b="two")]

    assert "it is one of the folders to merge" in said(parts, parts[0])
    assert read(parts[0]).shards == (Shard(2, 1),)
