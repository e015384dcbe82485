"""Where `briefgen ci` runs: one module a host. A host knows what is compared with what, and where a report goes.

A new host is a module with a class that says of the environment whether it `is_here`, and its name in `HOSTS`.
"""

from __future__ import annotations

from collections.abc import Mapping

from briefgen.cli.hosts.github import GitHub
from briefgen.cli.hosts.gitlab import GitLab
from briefgen.cli.hosts.shell import Shell

HOSTS: tuple[type[Shell], ...] = (GitHub, GitLab, Shell)

__all__ = ["HOSTS", "Shell", "here"]


def here(environment: Mapping[str, str]) -> Shell:
    """Return the host that has set these variables of the *environment*; a plain shell if it is none that we know."""
    return next(host(environment) for host in HOSTS if host.is_here(environment))
