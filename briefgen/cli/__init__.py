"""The command line: options to one call, its outcome to text and an exit code."""

from __future__ import annotations

import errno
import gc
import io
import os
import signal
import sys
import traceback
from typing import Any, NoReturn

import typer

from briefgen.cli import build, check, ci, diff, doctor, editions, explain, hook, init, manifest, new, schema
from briefgen.errors import BriefgenError
from briefgen.findings import one_line

MANY = 50_000  # new objects before Python looks for rubbish: loading makes a lot of objects, all of which are kept
FULL = (errno.ENOSPC, errno.EDQUOT, errno.EIO)  # what a full disk says to standard output
BUG = """
This is a bug in briefgen, not in your sheet. Please report it with the lines above, the command,
and the smallest sheet that shows it. Nothing was left half-written.
"""

app = typer.Typer(
    name="briefgen",
    help="Print formatted briefings from fact sheets whose every sentence has a source.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
for verb in (
    init.init,
    new.new,
    check.check,
    build.build,
    editions.editions,
    diff.diff,
    ci.ci,
    schema.schema,
    explain.explain,
    doctor.doctor,
):
    app.command()(verb)
app.add_typer(manifest.app, name="manifest")
app.add_typer(hook.app, name="hook")


@app.callback(invoke_without_command=True)
def _options(
    version: bool = typer.Option(False, "--version", help="Print the version and exit.", is_eager=True),
) -> None:
    if version:
        from briefgen import __version__

        typer.echo(f"briefgen {__version__}")
        raise typer.Exit


def main() -> NoReturn:
    """Run the command line and exit: 0 done, 1 findings or failures, 2 usage or settings, 3 bug, 4 not written."""
    gc.set_threshold(MANY)
    signal.signal(signal.SIGTERM, _terminated)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")  # a file name may be no text, and JSON must stay JSON
    try:
        app()
    except BriefgenError as error:
        typer.echo("\n".join(map(str, error.findings)) or one_line(f"briefgen: {error}"), err=True)
        sys.exit(error.exit_code)
    except OSError as error:
        sys.exit(_stopped(error))
    except Exception:
        traceback.print_exc()
        typer.echo(BUG, err=True)
        sys.exit(3)
    sys.exit(0)


def _stopped(error: OSError) -> int:
    """Say what the system did not allow; return the exit code."""
    if error.errno in FULL:
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)  # what could not be told would be tried once more at the end
        typer.echo(f"briefgen: OUT002 the output could not be written: {error.strerror} — make room for it", err=True)
        return 4
    typer.echo(one_line(f"briefgen: SET012 {error.filename}: {error.strerror} — mend that, or name another"), err=True)
    return 2


def _terminated(number: int, frame: Any) -> NoReturn:
    sys.exit(128 + number)
