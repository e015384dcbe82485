"""The files with which a new desk is built by GitHub on every commit: a workflow, and what it installs."""

from __future__ import annotations

import json
from importlib.metadata import PackageNotFoundError, distribution

from briefgen import __version__

REQUIREMENT = "briefgen.txt"
HEAD = """\
# What the CI service installs, for `pip install --requirement`: briefgen itself, and nothing else need stand here.
"""
WHEEL = f"""\
# Commit the wheel: `pip wheel --no-deps --wheel-dir vendor PATH` makes it, with the path of briefgen's source.
./vendor/briefgen-{__version__}-py3-none-any.whl[thumbnails]
"""
WORKFLOW = """\
# Checks, builds and compares the desk on every commit, with no secrets and no right to write: docs/ci.md of briefgen.
name: Briefings

on:
  push:
  pull_request:

permissions: {}

concurrency:
  group: briefings-${{ github.event_name }}-${{ github.ref }}
  cancel-in-progress: ${{ github.event_name == 'pull_request' }}

jobs:
  briefings:
    name: Check, build and report
    runs-on: ubuntu-24.04
    timeout-minutes: 30
    permissions:
      contents: read
    steps:
      - uses: actions/checkout@de0fac2e4500dabe0009e67214ff5f5447ce83dd # v6.0.2
        with:
          fetch-depth: 0 # to compare with what was there before
          persist-credentials: false
      - uses: actions/setup-python@a309ff8b426b58ec0e2a45f0f869d46889d02405 # v6.2.0
        with:
          python-version: "3.12"
      - name: Install briefgen
        run: |
          sudo apt-get update --quiet
          sudo apt-get install --yes --no-install-recommends libpangoft2-1.0-0 libharfbuzz-subset0
          python -m pip install --requirement briefgen.txt
      - name: Check, build and report
        run: briefgen ci
      - uses: actions/upload-artifact@043fb46d1a93c77aae656e7c1c64a875d1fc6a0a # v7.0.1
        if: ${{ !cancelled() }}
        with:
          name: briefings
          path: dist/ci
          if-no-files-found: warn
"""


def files() -> dict[str, str]:
    """Return the files by their paths in the desk."""
    return {".github/workflows/briefings.yml": WORKFLOW, REQUIREMENT: HEAD + (_origin() or WHEEL)}


def _origin() -> str | None:
    """Return the commit that briefgen was installed from, as a requirement; None if a service could not fetch it.

    Installers note it in ``direct_url.json`` (PEP 610).
    """
    try:
        noted = json.loads(distribution("briefgen").read_text("direct_url.json") or "{}")
    except (PackageNotFoundError, ValueError):
        return None
    origin, address = noted.get("vcs_info"), str(noted.get("url", ""))
    if not origin or not address.startswith("https://"):
        return None
    return f"briefgen[thumbnails] @ {origin['vcs']}+{address}@{origin['commit_id']}\n"
