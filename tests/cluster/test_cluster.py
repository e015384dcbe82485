"""A cluster gives what this machine gives, whatever becomes of its workers."""

import os
import signal
import socket
import subprocess
import sys
import time

import pytest
from distributed import Client

from benchmarks.dask_workers import cluster as dask
from briefgen.cluster import Cluster, cluster, errand
from briefgen.errors import LostError, SettingsError
from briefgen.resources import templates_folder
from tests.cluster import poison

SHEET = "briefgen: 1\nproduct: {id: CARD-%d, title: %s, time: 2024-02-20, handling: TLP:CLEAR}\n"
PAGE = """<!doctype html><html lang="en-GB"><head><title>{{ brief.product.title }}</title>
<style>@page { size: A6 }</style></head><body><h1>{{ brief.product.title }}</h1>
{% if brief.product.title == "Bad" %}{{ nothing }}{% endif %}
</body></html>"""


@pytest.fixture
def desk(tmp_path):
    """Return a function that makes a desk whose sheets have these titles, with a product of its own."""
    card = tmp_path / "templates" / "card"
    card.mkdir(parents=True)
    (card / "product.toml").write_text('title = "Card"\nsummary = "A card."\n')
    (card / "page.html.j2").write_text(PAGE)
    (tmp_path / "briefgen.toml").write_text('[desk]\ntemplates = "templates"\n[build]\nproducts = ["card"]\n')
    (tmp_path / "briefs").mkdir()

    def make(titles):
        for number, title in enumerate(titles):
            (tmp_path / "briefs" / f"{number:03}.yaml").write_text(SHEET % (number, title))
        return tmp_path

    return make


def start(desk, *options):
    command = [sys.executable, "-m", "briefgen", "build", "--force", "--out=dist", *options]
    return subprocess.Popen(command, cwd=desk, stderr=subprocess.PIPE, text=True)


def build(desk, *options):
    """Return exit code, messages and files of a build."""
    with start(desk, *options) as process:
        said = process.stderr.read()
    return process.returncode, said, files(desk)


def files(desk):
    return {path.name: path.read_bytes() for path in (desk / "dist").iterdir()}


def emptied(desk):
    for path in (desk / "dist").iterdir():
        path.unlink()
    return desk


def dask_workers(address):
    """Return the processes of the dask workers, which run tasks."""
    with Client(address.replace("dask", "tcp"), set_as_default=False) as client:
        return list(client.run(os.getpid).values())


def test_two_workers_make_the_same_files_and_say_the_same(desk):
    made = desk(["One", "Bad", "Two", "Three"])
    here = build(made)
    with dask(2) as address:
        there = build(emptied(made), f"--executor={address}")

    assert here == there
    assert here[0] == 1
    assert "\ntemplates/card/page.html.j2:3:1: error TPL006" in here[1]
    assert len(here[2]) == 4  # three cards and the manifest


@pytest.mark.slow
@pytest.mark.parametrize("workers", [2, 4])
def test_a_worker_that_is_killed_loses_nothing(desk, workers):
    made = desk([f"Number {number}" for number in range(60)])
    code, _, here = build(made)
    assert code == 0
    with dask(workers) as address, start(emptied(made), f"--executor={address}") as process:
        while len(list((made / "dist").glob("*.pdf"))) < 10:
            assert process.poll() is None
            time.sleep(0.02)
        os.kill(dask_workers(address)[0], signal.SIGKILL)
        assert len(list((made / "dist").glob("*.pdf"))) < 60
        said = process.stderr.read()

    assert process.returncode == 0, said
    assert files(made) == here


@pytest.mark.slow
def test_a_task_that_no_worker_survives_is_lost_alone(monkeypatch):
    with dask(2) as address, Cluster(address, [templates_folder()], 60) as workers:
        with monkeypatch.context() as patch:
            patch.setattr(errand, "answer", poison.answer)
            lost = workers.submit(b"")
        with pytest.raises(LostError, match="one after another") as error:
            lost.result(120)
        assert error.value.code == "RUN002"

        with pytest.raises(LostError, match=r"exit code|signal"):  # no task at all: its process breaks, not the worker
            workers.submit(b"").result(120)


@pytest.mark.slow
def test_a_cluster_that_is_gone_fails_what_is_left_of_the_build():
    with dask(2) as address:
        workers = Cluster(address, [templates_folder()], 60)
    with workers, pytest.raises(LostError, match="was lost") as error:
        workers.submit(b"").result(60)
    assert error.value.code == "RUN005"


@pytest.mark.parametrize("address", ["foo", "dask://x", "dask://:8786", "dask://h:99999", "dask://h:1/x", "tcp://h:1"])
def test_an_address_that_is_none_is_refused(address):
    with pytest.raises(SettingsError, match=f"SET015 {address} is no executor — "):
        Cluster(address, [], 60)


def test_a_scheduler_that_does_not_answer_is_named(monkeypatch):
    monkeypatch.setattr(cluster, "WAIT", 0.2)
    with pytest.raises(SettingsError, match=r"SET015 there is no dask scheduler at dask://127\.0\.0\.1:1 "):
        Cluster("dask://127.0.0.1:1", [], 60)


def test_a_host_that_nobody_knows_is_not_waited_for(monkeypatch):
    def unknown(host, port):
        raise socket.gaierror(socket.EAI_NONAME, f"{host} is not known")

    monkeypatch.setattr(socket, "getaddrinfo", unknown)
    with pytest.raises(
        SettingsError, match=r"SET015 there is no dask scheduler at dask://typo:1 \(.*typo is not known"
    ):
        Cluster("dask://typo:1", [], 60)


def test_a_server_that_is_no_scheduler_is_not_waited_for(monkeypatch):
    monkeypatch.setattr(cluster, "WAIT", 0.2)
    silent = socket.create_server(("127.0.0.1", 0))  # it takes connections, and says nothing
    with silent, pytest.raises(SettingsError, match="SET015 there is no dask scheduler at "):
        Cluster(f"dask://127.0.0.1:{silent.getsockname()[1]}", [], 60)


def test_without_the_extra_the_command_that_installs_it_is_told(monkeypatch):
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(SettingsError, match=r"SET015 dask is not installed.*pip install 'briefgen\[dask\]'"):
        Cluster("dask://127.0.0.1:8786", [], 60)
