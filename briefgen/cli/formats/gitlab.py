"""GitLab code quality: what a merge request shows beside the lines that it changes."""

from __future__ import annotations

import hashlib
import json
from typing import Any

from briefgen.cli.formats.outcome import Fingerprints, Outcome, full
from briefgen.cli.formats.repository import Repository
from briefgen.findings import Finding

LEVELS = {"error": "major", "warning": "minor", "info": "info"}


def render(outcome: Outcome) -> str:
    """Return one object a finding; what is waived is not listed."""
    repository, fingerprints = Repository(), Fingerprints()
    return json.dumps([_issue(one, repository, fingerprints) for one in outcome.findings], indent=2, ensure_ascii=False)


def _issue(one: Finding, repository: Repository, fingerprints: Fingerprints) -> dict[str, Any]:
    path = repository.path(one.mark.path).as_posix()
    name = f"{path}:{fingerprints.of(one)}"  # of all files together it must be the only one
    return {
        "description": full(one),
        "check_name": one.code,
        "fingerprint": hashlib.sha256(name.encode("utf-8", "surrogatepass")).hexdigest(),
        "severity": LEVELS[one.severity],
        "location": {"path": path, "lines": {"begin": one.mark.line}},
    }
