"""GitLab CI/CD: findings are shown by the code quality report, the summary is an artefact."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from urllib.parse import quote

from briefgen.cli.hosts.shell import Shell, named


class GitLab(Shell):
    """A job of a pipeline, for a branch or for a merge request."""

    @classmethod
    def is_here(cls, environment: Mapping[str, str]) -> bool:
        """Whether this is a job of GitLab."""
        return environment.get("GITLAB_CI") == "true"

    @property
    def base(self) -> str:
        """Where the merge request began, or the commit before the push."""
        given = self.environment.get
        return named(given("CI_MERGE_REQUEST_DIFF_BASE_SHA") or given("CI_COMMIT_BEFORE_SHA"))

    @property
    def target(self) -> str | None:
        """The tip of the target branch; in a pipeline that has not merged it, where the merge request began."""
        given = self.environment.get
        return given("CI_MERGE_REQUEST_TARGET_BRANCH_SHA") or given("CI_MERGE_REQUEST_DIFF_BASE_SHA") or None

    @property
    def is_foreign(self) -> bool:
        """Whether a merge request comes from another project."""
        given = self.environment.get
        return given("CI_MERGE_REQUEST_SOURCE_PROJECT_ID") != given("CI_MERGE_REQUEST_PROJECT_ID")

    @property
    def commit(self) -> str | None:
        """The commit of the job."""
        return self.environment.get("CI_COMMIT_SHA") or None

    def address(self, path: Path, line: int) -> str | None:
        """Return the address of a line in the commit of the job."""
        project = self.environment.get("CI_PROJECT_URL")
        if not (project and self.commit):
            return None
        return f"{project}/-/blob/{self.commit}/{quote(path.as_posix())}#L{line}"
