"""The modeline of a brief works with yaml-language-server, offline: completion, and unknown keys flagged.

Needs node and the server (`npm install yaml-language-server`), named by YAML_LANGUAGE_SERVER or on the PATH.
"""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from briefgen.sheet.schema import schema
from tests.editor.server import Server, started

BINARY = os.environ.get("YAML_LANGUAGE_SERVER") or shutil.which("yaml-language-server")
BRIEFS = sorted((Path(__file__).parents[2] / "briefs").rglob("*.yaml"))
MODELINE = "# yaml-language-server: $schema=schema.json\n"
pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not (BINARY and shutil.which("node")), reason="node or yaml-language-server is not there"),
]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("desk")
    (made / "schema.json").write_text(json.dumps(schema()), encoding="utf-8")
    return made


@pytest.fixture(scope="module")
def server(folder: Path) -> Iterator[Server]:
    with started(["node", str(BINARY), "--stdio"], folder) as one:
        yield one


def written(folder: Path, name: str, text: str) -> Path:
    path = folder / f"{name}.yaml"
    path.write_text(MODELINE + text, encoding="utf-8")
    return path


def test_an_unknown_key_and_a_wrong_value_are_flagged(server, folder):
    text = "briefgen: 1\nclams: []\nsources:\n  - {id: s-1, titel: x, reliability: Q}\n"
    found = server.diagnostics(written(folder, "faulty", text))
    assert "3: Property clams is not allowed." in found
    assert "5: Property titel is not allowed." in found
    assert any(one.startswith("5: Value is not accepted") for one in found)
    assert any('"product"' in one for one in found)


def test_sections_keys_and_values_are_completed(server, folder):
    text = "briefgen: 1\nproduct: {id: A-1, title: T, time: 2024}\n\nsources:\n  - id: s-1\n    \n    reliability: \n"
    path = written(folder, "unfinished", text)
    server.diagnostics(path)
    assert server.completions(path, 4, 1) >= {"judgements", "claims", "events", "summary"}
    assert server.completions(path, 7, 5) >= {"title", "publisher", "published", "access"}
    assert server.completions(path, 8, 18) == {"A", "B", "C", "D", "E", "F"}


@pytest.mark.parametrize("brief", BRIEFS, ids=lambda path: path.name)
def test_the_briefs_are_without_a_flag(server, folder, brief):
    lines = [line for line in brief.read_text(encoding="utf-8").splitlines() if "$schema=" not in line]
    assert server.diagnostics(written(folder, brief.stem, "\n".join(lines))) == []
