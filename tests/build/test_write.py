import errno
import os

import pytest

from briefgen.build.write import write
from briefgen.errors import OutputError


def test_folders_are_made_and_the_bytes_are_there(tmp_path):
    write(tmp_path / "a" / "b" / "x.pdf", b"new")

    assert (tmp_path / "a" / "b" / "x.pdf").read_bytes() == b"new"


def test_a_link_is_refused_and_what_it_points_to_stays(tmp_path):
    (tmp_path / "victim").write_bytes(b"old")
    (tmp_path / "x.pdf").symlink_to(tmp_path / "victim")

    with pytest.raises(OutputError, match="OUT001"):
        write(tmp_path / "x.pdf", b"new")
    assert (tmp_path / "victim").read_bytes() == b"old"


def test_a_name_that_no_file_can_have_is_an_output_that_cannot_be_written(tmp_path):
    with pytest.raises(OutputError, match="OUT002"):
        write(tmp_path / ("x" * 300), b"new")


@pytest.mark.parametrize("step", ["fsync", "replace", "fchmod"])
def test_a_failed_write_leaves_the_old_file_and_nothing_beside_it(tmp_path, monkeypatch, step):
    def full(*_):
        raise OSError(errno.ENOSPC, "No space left on device")

    (tmp_path / "x.pdf").write_bytes(b"old")
    monkeypatch.setattr(os, step, full)

    with pytest.raises(OutputError, match=r"OUT002 .*No space left"):
        write(tmp_path / "x.pdf", b"new")
    monkeypatch.undo()
    assert [path.name for path in tmp_path.iterdir()] == ["x.pdf"]
    assert (tmp_path / "x.pdf").read_bytes() == b"old"


def test_the_file_has_the_mode_that_the_umask_gives(tmp_path):
    old = os.umask(0o027)
    try:
        write(tmp_path / "x.pdf", b"new")
    finally:
        os.umask(old)

    assert (tmp_path / "x.pdf").stat().st_mode & 0o777 == 0o640
