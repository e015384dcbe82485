import re

import pytest

from briefgen.build.shard import WHOLE, Shard


@pytest.mark.parametrize(
    "text", ["", "1", "0/2", "3/2", "1/0", "-1/2", "1/2/3", "01/2", "1 / 2", "1/1000000", "1\u0661/1\u0662"]
)
def test_what_is_no_shard_is_refused(text):
    with pytest.raises(ValueError, match=f"^{re.escape(text)}$"):
        Shard.read(text)


def test_every_sheet_is_in_one_shard(tmp_path):
    paths = [tmp_path / f"{number:04}.yaml" for number in range(1000)]
    shares = [[path for path in paths if Shard(8, number).holds(path, tmp_path)] for number in range(1, 9)]

    assert sorted(path for share in shares for path in share) == paths
    assert all(90 < len(share) < 160 for share in shares)
    assert all(WHOLE.holds(path, tmp_path) for path in paths)


def test_where_the_desk_is_and_how_a_sheet_is_named_changes_nothing(tmp_path, monkeypatch):
    def share(path, root):
        return [number for number in range(1, 65) if Shard(64, number).holds(path, root)]

    known = share(tmp_path / "briefs" / "caf\u00e9.yaml", tmp_path)
    monkeypatch.chdir(tmp_path)
    (tmp_path / "briefs").mkdir()

    assert known == [49]
    assert share(tmp_path / "x" / "briefs" / "cafe\u0301.yaml", tmp_path / "x") == known
    assert share((tmp_path / "briefs" / ".." / "briefs" / "caf\u00e9.yaml").relative_to(tmp_path), tmp_path) == known
