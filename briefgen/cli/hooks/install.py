"""Writes the hooks of a repository: small scripts that call `briefgen hook`."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from shlex import quote

from briefgen.errors import SettingsError
from briefgen.git import Repository

#: The Python that runs now runs them, and -P keeps it from loading modules of the folder in which it is called.
SCRIPT = """\
#!/bin/sh
# {does}
# Written by `briefgen init --git-hooks`; delete this file to be rid of it.
{call}
"""
DOES = {
    "pre-commit": "Checks the staged fact sheets, and refuses the commit for an error.",
    "post-receive": "Builds what was pushed into the folder that `git config briefgen.out` names.",
}


def install(folder: Path) -> str:
    """Write the hook of the repository around *folder*, unless it is there as it would be; return what is to be done.

    A bare one gets `post-receive`, any other `pre-commit`. Raises SettingsError for no repository, and for a hook that
    is there already.
    """
    repository = Repository.holding(folder)
    name = "post-receive" if repository.is_bare else "pre-commit"
    hook = repository.folder / "hooks" / name
    call = f"exec {quote(sys.executable)} -P -m briefgen hook {name}"
    if elsewhere := repository.config("core.hooksPath"):
        said = f"the hooks of this repository lie in {elsewhere} (core.hooksPath)"
        raise SettingsError(f"GIT001 {said} — call this in {name} there: {call}")
    script = SCRIPT.format(does=DOES[name], call=call)
    if _is_there(hook, script):
        return f"{hook} is there already{_next(repository, folder)}"
    if hook.exists() or hook.is_symlink():
        raise SettingsError(f"GIT001 there is a hook {hook} already — call this in it: {call}")
    hook.parent.mkdir(parents=True, exist_ok=True)
    hook.write_text(script, encoding="utf-8")
    hook.chmod(0o755)
    return f"wrote {hook}{_next(repository, folder)}"


def _is_there(hook: Path, script: str) -> bool:
    is_file = hook.is_file() and not hook.is_symlink()
    return is_file and hook.read_bytes() == script.encode() and os.access(hook, os.X_OK)


def _next(repository: Repository, folder: Path) -> str:
    if not repository.is_bare or repository.config("briefgen.out"):
        return ""
    return f" — next: git -C {quote(str(folder))} config briefgen.out FOLDER, where products are published"
