"""The shape of the code: its layers, the size of its parts, and what is loaded when."""

from __future__ import annotations

import ast
import os
import re
import statistics
import subprocess
import sys
from collections.abc import Iterable, Iterator
from fnmatch import fnmatch
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "briefgen"
SOURCES = sorted(PACKAGE.rglob("*.py"))
HEAVY = ("jinja2", "weasyprint")


def python(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, *arguments], cwd=ROOT, text=True, capture_output=True)


def module_name(path: Path) -> str:
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def functions(sources: Iterable[Path]) -> Iterator[tuple[str, int]]:
    """Yield the place of every function and how many lines its body has, its docstring left out."""
    for path in sources:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                yield f"{path.relative_to(ROOT)}:{node.lineno} {node.name}", lines_of(node)


def lines_of(node: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    body = node.body[1:] if ast.get_docstring(node) else node.body
    return (node.end_lineno or 0) - body[0].lineno + 1 if body else 0


def test_every_import_contract_is_kept():
    command = [str(Path(sys.executable).with_name("lint-imports")), "--no-logo", "--no-cache"]
    done = subprocess.run(command, cwd=ROOT, text=True, capture_output=True)
    assert done.returncode == 0, done.stdout
    assert re.search(r"Contracts: [1-9]\d* kept, 0 broken", done.stdout)


def test_modules_were_found():
    assert len(SOURCES) > 40


#: Importing a module imports its packages first: a fork of a process that holds them, and no other module of ours, is
#: as good as a fresh one.
ALONE = """
import importlib, os, sys, traceback, warnings
warnings.simplefilter("error")  # not -W error, which makes pyparsing look for faults in the grammar of edtf
import babel, edtf, jinja2, markdown_it, pydantic, typer, weasyprint, yaml

def visit(module):
    try:
        importlib.import_module(module)
        print(module, flush=True)
    except BaseException:
        traceback.print_exc()
    for inner in sys.argv[1:]:
        if inner.rpartition(".")[0] == module:
            if child := os.fork():
                os.waitpid(child, 0)
            else:
                visit(inner)
                os._exit(0)

visit("briefgen")
"""


@pytest.mark.slow
def test_a_module_imports_alone_and_without_a_warning():
    names = [module_name(path) for path in SOURCES]
    done = python("-c", ALONE, *names)
    assert done.stderr == ""
    assert sorted(done.stdout.split()) == sorted(names)


def test_no_module_is_long():
    lengths = {str(path): len(path.read_text(encoding="utf-8").splitlines()) for path in SOURCES}
    assert {path: length for path, length in lengths.items() if length > 300} == {}


def test_functions_are_short():
    lengths = dict(functions(SOURCES))
    assert len(lengths) > 50
    assert statistics.median(lengths.values()) < 10
    assert {place: length for place, length in lengths.items() if length > 30} == {}


@pytest.mark.parametrize("folder", ["benchmarks", "docs", "tests"])
def test_functions_beside_the_package_are_short_too(folder):
    lengths = dict(functions(sorted((ROOT / folder).rglob("*.py"))))
    assert lengths
    assert {place: length for place, length in lengths.items() if length > 30} == {}


GROUP_REPEATED_POSSESSIVELY = re.compile(r"(?<!\\)\)(?:[*+?]|\{[\d,]+\})\+")


def test_no_pattern_repeats_a_group_possessively():
    """Early releases of Python 3.11 go on from where the last turn failed."""
    found = [
        f"{path.relative_to(ROOT)}:{node.lineno} {node.value}"
        for path in SOURCES
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
        if GROUP_REPEATED_POSSESSIVELY.search(node.value)
    ]
    assert found == []


@pytest.mark.parametrize("command", [["--help"], ["check", "briefs"]], ids=" ".join)
def test_help_and_check_load_nothing_heavy(command):
    done = python("-X", "importtime", "-m", "briefgen", *command)
    loaded = {line.rpartition("|")[2].strip() for line in done.stderr.splitlines() if "import time:" in line}
    assert done.returncode == 0, done.stdout
    assert "briefgen.cli" in loaded
    assert not loaded.intersection(HEAVY)


def test_check_of_a_theme_loads_nothing_heavy(tmp_path):
    (tmp_path / "briefgen.toml").write_text('[desk]\nbriefs = "."\ntheme = "look.toml"\n')
    (tmp_path / "look.toml").write_text("[colours]\nink = 3\n")
    (tmp_path / "first.yaml").write_bytes((ROOT / "docs" / "first-sheet.yaml").read_bytes())
    code = "import runpy, sys; sys.argv[1:] = ['check']\ntry: runpy.run_module('briefgen', run_name='__main__')\n"
    code += f"finally: print([name for name in {HEAVY} if name in sys.modules])"
    command, environment = [sys.executable, "-c", code], {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(command, cwd=tmp_path, env=environment, text=True, capture_output=True)

    assert "look.toml:2:1: error THM004" in done.stderr
    assert done.stdout == "[]\n"


def test_every_folder_of_tests_is_looked_through(pytestconfig):
    """By itself pytest passes over folders with some names, and says nothing."""
    folders = {path.parent for path in (ROOT / "tests").rglob("test_*.py")}
    skipped = pytestconfig.getini("norecursedirs")

    assert ROOT / "tests" / "build" in folders
    assert [one for one in folders if any(fnmatch(part, name) for part in one.parts[-3:] for name in skipped)] == []
