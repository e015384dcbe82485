"""Real repositories for the tests: git without the configuration of whoever runs them."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

GIT = {
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_SYSTEM": os.devnull,
    **dict.fromkeys(("GIT_AUTHOR_NAME", "GIT_COMMITTER_NAME"), "A"),
    **dict.fromkeys(("GIT_AUTHOR_EMAIL", "GIT_COMMITTER_EMAIL"), "a@example.org"),
}


def git(*arguments: str, cwd: Path) -> str:
    """Return what git says."""
    done = subprocess.run(["git", *arguments], cwd=cwd, env=os.environ | GIT, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def begin(folder: Path) -> None:
    """Make a repository of a folder, with all that is in it but what a build makes."""
    git("init", "-q", "-b", "main", cwd=folder)
    (folder / ".gitignore").write_text("dist/\n.briefgen/\n")
    commit(folder)


def commit(folder: Path) -> None:
    """Commit all that is in a folder."""
    git("add", "-A", cwd=folder)
    git("commit", "-q", "--allow-empty", "-m", "more", cwd=folder)


def edit(path: Path, old: str, new: str) -> None:
    """Put *new* for *old* in a file."""
    text = path.read_text()
    assert old in text, (path, old)
    path.write_text(text.replace(old, new))
