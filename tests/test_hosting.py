"""What code hosts read of this repository and of a new desk: workflows, the action, templates and hooks."""

from __future__ import annotations

import json
import os
import re
import shutil
import socket
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from briefgen.cli import workflow
from tests.cli.test_ci import desk as desk
from tests.cli.test_ci import on_github, outputs, pull
from tests.cli.test_diff import commit, git

ROOT = Path(__file__).parents[1]
OURS = [ROOT / "action.yml", *sorted((ROOT / ".github" / "workflows").glob("*.yml"))]
HOOKS = ROOT / ".pre-commit-hooks.yaml"
DOCKERFILE = ROOT / "Dockerfile"
REPORT = ROOT / ".ci" / "report"
PINNED = re.compile(r"uses: ([\w/.-]+)@(\S+)(?: # (\S+))?")


def tool(name: str, *arguments: object) -> str:
    """Run a tool of the development environment and return what it says; it must find nothing."""
    found = shutil.which(name, path=os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]]))
    assert found, f"{name} is missing: make test installs it"
    done = subprocess.run([found, *map(str, arguments)], capture_output=True, text=True, timeout=60)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout + done.stderr


@pytest.fixture
def of_a_desk(tmp_path):
    """Return the workflow of a new desk."""
    for name, text in workflow.files().items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text)
    return next((tmp_path / ".github" / "workflows").glob("*.yml"))


def test_zizmor_finds_nothing_in_workflows_and_the_action(of_a_desk):
    files = (*OURS, HOOKS, of_a_desk)
    said = tool("zizmor", "--offline", "--persona=auditor", "--strict-collection", *files)

    assert "No findings to report" in said


@pytest.mark.parametrize("path", OURS, ids=lambda path: path.name)
def test_github_knows_every_key(path):
    kind = "vendor.github-actions" if path.name == "action.yml" else "vendor.github-workflows"
    tool("check-jsonschema", "--builtin-schema", kind, path)


def test_github_knows_every_key_of_the_workflow_of_a_desk(of_a_desk):
    tool("check-jsonschema", "--builtin-schema", "vendor.github-workflows", of_a_desk)


def test_gitlab_knows_every_key_of_the_template():
    template = ROOT / ".gitlab" / "briefgen.yml"
    tool("check-jsonschema", "--builtin-schema", "vendor.gitlab-ci", "--data-transform", "gitlab-ci", template)


def test_hooks_are_verbs_of_the_command_line():
    entries = {hook["id"]: hook["entry"].split() for hook in yaml.safe_load(HOOKS.read_text())}

    assert entries == {
        "briefgen-check": ["briefgen", "check", "--since", "HEAD"],
        "briefgen-build": ["briefgen", "build"],
    }


def test_the_image_takes_what_it_needs_and_nobody_s_powers():
    lines = DOCKERFILE.read_text().splitlines()
    bases = [line for line in lines if line.startswith("FROM ")]
    copied = {
        name for line in lines if line.startswith("COPY ") and "--from" not in line for name in line.split()[1:-1]
    }
    sent = {line[1:] for line in DOCKERFILE.with_name(".dockerignore").read_text().splitlines() if line.startswith("!")}

    assert bases
    assert all("@${BASE_DIGEST}" in line for line in bases)
    assert lines.index("USER 10001:10001") < lines.index('ENTRYPOINT ["briefgen"]')
    assert copied == sent
    assert all((ROOT / name).exists() for name in copied)


@pytest.mark.parametrize("shown", re.findall(r"(?ms)^```yml\n(name: .*?)^```", (ROOT / "docs" / "ci.md").read_text()))
def test_workflows_that_the_page_shows_are_sound(shown, tmp_path):
    (tmp_path / ".github" / "workflows").mkdir(parents=True)
    (tmp_path / ".github" / "workflows" / "shown.yml").write_text(shown)

    tool("check-jsonschema", "--builtin-schema", "vendor.github-workflows", tmp_path / ".github/workflows/shown.yml")
    tool("zizmor", "--offline", "--strict-collection", tmp_path)


def test_actions_of_others_are_pinned_to_one_commit_each():
    texts = [path.read_text() for path in OURS] + [workflow.WORKFLOW]
    pins = {pin for text in texts for pin in PINNED.findall(text)}

    assert {name for name, _, _ in pins} == {"actions/checkout", "actions/setup-python", "actions/upload-artifact"}
    assert len(pins) == 3
    assert all(re.fullmatch("[0-9a-f]{40}", sha) and tag.startswith("v") for _, sha, tag in pins)


def test_inputs_of_the_action_and_of_the_workflow_are_the_same():
    listed = [set(re.findall(r"^ {2,6}([a-z-]+):\n +description", path.read_text(), re.M)) for path in OURS[:2]]
    passed = set(re.findall(r"\$\{\{ inputs\.([a-z-]+) \}\}", OURS[0].read_text()))

    assert passed == listed[0] - {"manifest", "folder", "changed", "findings"}
    assert listed[1] - {"briefgen", "ref", "artifact"} == listed[0] - {"folder"}


@pytest.fixture
def report(desk, tmp_path):
    """Return a function that runs the script of the action with its inputs and an environment."""
    (tmp_path / "bin").mkdir()
    (tmp_path / "bin" / "briefgen").write_text(f'#!/bin/sh\nexec "{sys.executable}" -m briefgen "$@"\n')
    (tmp_path / "bin" / "briefgen").chmod(0o755)

    def run(inputs, environment):
        kept = {name: value for name, value in os.environ.items() if not name.startswith(("CI", "GIT"))}
        named = {f"BRIEFGEN_{name.upper()}": value for name, value in inputs.items()}
        path = f"{tmp_path / 'bin'}{os.pathsep}{os.environ['PATH']}"
        given = {**kept, "PYTHONPATH": str(ROOT), "PATH": path, **named, **environment}
        given = {name: str(value) for name, value in given.items()}
        return subprocess.run([REPORT], cwd=desk, env=given, capture_output=True, text=True, timeout=120)

    return run


def test_the_script_of_the_action_gives_its_outputs_on_github(desk, report):
    before = git("rev-parse", "HEAD", cwd=desk)
    sheet = (desk / "briefs" / "ferry.yaml").read_text()
    commit(desk, briefs__ferry=sheet.replace("unlikely", "likely"), briefs__other=sheet.replace("FERRY", "OTHER"))
    done = report({"paths": "briefs/ferry.yaml\n", "formats": "html"}, on_github(desk, "push", {"before": before}))
    made = outputs(desk)

    assert done.returncode == 0, done.stdout + done.stderr
    assert made.keys() == {"manifest", "folder", "changed", "findings"}
    assert [one["file"] for one in json.loads((desk / made["manifest"]).read_text())["files"]] == ["ferry-001.html"]
    assert json.loads(made["changed"]) == ["briefs/ferry.yaml", "briefs/other.yaml"]
    assert json.loads(made["findings"])["error"] == 0


def test_inputs_are_never_read_as_code(desk, report):
    inputs = {"products": "$(touch x)", "audience": "`touch x`", "paths": "; touch x\n--help\n", "since": "-x; touch x"}
    done = report(inputs, on_github(desk, "push", {}))

    assert done.returncode == 2
    assert not (desk / "x").exists()
    assert report({"strict": "$(touch x)"}, {}).returncode == 2


@pytest.mark.slow
def test_the_script_of_the_action_reports_on_gitlab_too_and_warnings_fail_where_the_input_says_so(desk, report):
    before = git("rev-parse", "HEAD", cwd=desk)
    commit(desk, briefs__ferry=(desk / "briefs" / "ferry.yaml").read_text().replace("unlikely", "likely"))
    here = {
        "GITLAB_CI": "true",
        "CI_MERGE_REQUEST_DIFF_BASE_SHA": before,
        "CI_COMMIT_SHA": git("rev-parse", "HEAD", cwd=desk),
        "CI_PROJECT_URL": "https://lab.example/desk",
    }
    done = report({"formats": "html", "strict": "true"}, here)
    made, said = desk / "dist" / "ci", (desk / "dist" / "ci" / "summary.md").read_text()

    assert done.returncode == 1, done.stdout + done.stderr
    assert f"From `{before[:12]}` to `{here['CI_COMMIT_SHA'][:12]}`." in said
    assert f"https://lab.example/desk/-/blob/{here['CI_COMMIT_SHA']}/briefs/ferry.yaml#L" in said
    assert {one["severity"] for one in json.loads((made / "codequality.json").read_text())} == {"minor", "info"}
    assert not (desk.parent / "output").exists()


class Noted:
    """A distribution of which pip has noted where it came from (PEP 610)."""

    def __init__(self, noted):
        self.noted = noted

    def read_text(self, name):
        return json.dumps(self.noted)


def test_a_desk_installs_the_commit_that_made_it(monkeypatch):
    noted = {"url": "https://code.example/o/briefgen", "vcs_info": {"vcs": "git", "commit_id": "a" * 40}}
    monkeypatch.setattr(workflow, "distribution", lambda name: Noted(noted))

    assert workflow.files()["briefgen.txt"].endswith(f" @ git+https://code.example/o/briefgen@{'a' * 40}\n")


@pytest.mark.parametrize(
    "noted",
    [
        {},
        {"url": "file:///src", "dir_info": {}},
        {"url": "file:///src", "vcs_info": {"vcs": "git", "commit_id": "a" * 40}},
    ],
)
def test_a_desk_installs_a_wheel_of_its_own_where_no_service_could_fetch_briefgen(noted, monkeypatch):
    monkeypatch.setattr(workflow, "distribution", lambda name: Noted(noted))
    wheel = workflow.files()["briefgen.txt"].splitlines()[-1]

    assert re.fullmatch(r"\./vendor/briefgen-[\d.]+-py3-none-any\.whl\[thumbnails\]", wheel)


SECRET = "hunter2 is the word"
#: Templates that mean harm, and what stops each.
ATTACKS = {
    "picture": ('<img src="file://{secret}" alt="x">', "TPL008"),
    "attachment": ('<link rel="attachment" href="file://{secret}">', "TPL008"),
    "style": ('<style>@import url("file://{secret}");</style>', "TPL008"),
    "inclusion": ('{{% include "../../..{secret}" %}}', "TPL009"),
    "link": ('{{% include "link/link.txt" %}}', "TPL004"),
    "python": ("{{{{ ''.__class__.__mro__[1].__subclasses__() }}}}", "TPL006"),
    "network": ('<img src="http://127.0.0.1:{port}/x.png" alt="x">', "TPL008"),
    "loop": ("{{% for a in range(9999) %}}" * 3 + "{{% endfor %}}" * 3, "RUN001"),
}


@pytest.fixture
def server():
    """A server on this machine; it is asked for nothing if nobody waits to be accepted."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        listening.setblocking(False)
        yield listening


@pytest.fixture
def attacked(desk, server):
    """Commit templates that mean harm; return the commit before."""
    before = git("rev-parse", "HEAD", cwd=desk)
    secret = desk.parent / "secret"
    secret.write_text(SECRET)
    for name, (body, _) in ATTACKS.items():
        folder = desk / "own" / name
        folder.mkdir(parents=True)
        harm = body.format(secret=secret, port=server.getsockname()[1])
        page = f"<html lang=en><head><title>t</title></head><body><h1>x</h1>{harm}</body></html>"
        (folder / "page.html.j2").write_text(page)
        (folder / "product.toml").write_text('title = "X"\nsummary = "X."\n')
    (desk / "own" / "link" / "link.txt").symlink_to(secret)
    products = ", ".join(f'"{name}"' for name in ATTACKS)
    settings = f'[desk]\ntemplates = "own"\n[build]\nproducts = [{products}]\ntime_limit = 20\n'
    (desk / "briefgen.toml").write_text(settings)
    commit(desk)
    return before


def told(desk: Path, done: subprocess.CompletedProcess[str]) -> bytes:
    """Return all that a run has said and written."""
    files = (*(desk / "dist").rglob("*"), desk.parent / "summary", desk.parent / "output")
    written = (path.read_bytes() for path in files if path.is_file())
    return b"".join([done.stdout.encode(), done.stderr.encode(), *written])


def is_asked(server: socket.socket) -> bool:
    """Return whether somebody has connected."""
    try:
        server.accept()[0].close()
    except BlockingIOError:
        return False
    return True


def test_the_templates_of_a_stranger_are_not_used(desk, report, attacked, server):
    done = report({"formats": "html"}, on_github(desk, "pull_request", pull(attacked)))
    made = [path.name for path in (desk / "dist").rglob("*.html")]

    assert done.returncode == 0, done.stdout + done.stderr
    assert made == ["ferry-001.html"]
    assert SECRET.encode() not in told(desk, done)
    assert not is_asked(server)


@pytest.mark.slow
def test_templates_of_a_stranger_that_are_allowed_get_nothing_either(desk, report, attacked, server):
    done = report({"allow_templates": "true", "formats": "pdf,html"}, on_github(desk, "pull_request", pull(attacked)))
    said = (desk.parent / "summary").read_text()

    assert done.returncode == 1, done.stdout + done.stderr
    assert not [path for path in (desk / "dist").rglob("*") if path.suffix in (".pdf", ".html")]
    stopped = re.findall(r"\((\w+) (?:pdf|html)\): \*\*failed\*\* — .*? error (\w+)", said)
    assert set(stopped) == {(name, code) for name, (_, code) in ATTACKS.items()}
    assert SECRET.encode() not in told(desk, done)
    assert not is_asked(server)
