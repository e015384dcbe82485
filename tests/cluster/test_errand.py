"""What a dask worker does with a task, without a cluster around it."""

import pytest

from briefgen.cluster import errand, said
from briefgen.cluster.bundle import pack, unpack
from briefgen.cluster.likeness import likeness
from briefgen.errors import LostError
from briefgen.resources import templates_folder


@pytest.fixture
def templates(tmp_path):
    folder = tmp_path / "desk" / "templates"
    (folder / "card" / "parts").mkdir(parents=True)
    (folder / "card" / "page.html.j2").write_text("page")
    (folder / "card" / "parts" / "é.j2").write_text("part")
    (tmp_path / "secret").write_text("secret")
    (folder / "card" / "link.j2").symlink_to(tmp_path / "secret")
    return folder


def test_a_worker_with_another_briefgen_makes_nothing_and_names_both():
    other = likeness()._replace(briefgen="0.0.1", digest="f" * 64)
    with pytest.raises(LostError) as error:
        said.heard(errand.answer(b"", b"", other))

    assert error.value.code == "RUN004"
    assert f"it has {likeness()}, and this machine briefgen 0.0.1 with" in str(error.value)
    assert "(engine ffffffffffff)" in str(error.value)


def test_a_bundle_brings_the_files_of_a_desk_and_leaves_links_out(templates, tmp_path):
    folders, time_limit = unpack(pack([templates, templates_folder()], 7.5), tmp_path / "there")

    assert time_limit == 7.5
    assert list(folders.values()) == [str(templates), ""]
    own, shipped = folders
    assert {path.relative_to(own).as_posix() for path in own.rglob("*") if path.is_file()} == {
        "card/page.html.j2",
        "card/parts/é.j2",
    }
    assert shipped == templates_folder()


def test_the_same_templates_are_the_same_bundle(templates):
    before = pack([templates], 60)
    (templates / "card" / "page.html.j2").touch()

    assert pack([templates], 60) == before


def test_a_host_that_has_ended_is_not_asked(templates):
    host = errand.Host(pack([templates], 60))
    assert host.has(host.digest)

    host._process.kill()
    host._process.wait()
    assert not host.has(host.digest)
    host.close()
