"""A process that locks itself in, in one of some ways, and then says what it still can do.

It is run with a JSON list of the way, the attack's target and the folder of a sheet, and answers in JSON.
"""

from __future__ import annotations

import hashlib
import json
import os
import struct
import subprocess
import sys
import threading
from pathlib import Path
from zoneinfo import ZoneInfo

import briefgen.pdf.engine  # noqa: F401
from briefgen import desk, issuing, sheet
from briefgen.compose import House, compose
from briefgen.confinement import Isolation, confine, kernel, seccomp
from briefgen.edition import Edition
from briefgen.errors import PrintError
from briefgen.pdf.engine import print_pdf
from briefgen.resources import templates_folder
from tests.confinement.attempts import Target, tried
from tests.pdf.reading import document

ENOSYS = 38


def without_landlock() -> None:
    """Make this kernel one that has never heard of Landlock, by a filter that says so."""
    number, at_least, up_to, unknown = (
        (0x20, 0, 0, 0),
        (0x35, 0, 2, 444),
        (0x25, 1, 0, 446),
        (0x06, 0, 0, 0x50000 + ENOSYS),
    )
    words = number, at_least, up_to, unknown, (0x06, 0, 0, 0x7FFF0000)
    kernel.renounce()
    seccomp.install(b"".join(struct.pack("=HBBI", *word) for word in words))


def held(way: str) -> Isolation | None:
    """Lock this process in, with all guards, without Landlock or without seccomp, or not at all."""
    if way == "free":
        return None
    if way == "no landlock":
        without_landlock()
    if way == "no seccomp":
        seccomp._MACHINES.clear()
    return confine([templates_folder()], [1, 2])


def printed(view: Edition) -> str:
    """Compose and print a product, and return its hash."""
    page = compose(view, "one-pager", [templates_folder()], House("Example Desk"))
    return hashlib.sha256(print_pdf(page.html).pdf).hexdigest()


def refused(secret: Path) -> str:
    """Return why the page of an attacker is not printed, by briefgen's own fetcher."""
    try:
        print_pdf(document(f"<link rel=attachment href='{secret.as_uri()}'>"))
    except PrintError as error:
        return str(error)
    return "printed"


def working() -> list[str]:
    """Return what an honest worker does besides, by name, if it went well."""
    done: list[str] = []
    thread = threading.Thread(target=done.append, args=("a thread",))
    thread.start()
    thread.join()
    import wave  # noqa: F401

    done.append("a late import")
    return [*done, str(ZoneInfo("Asia/Karachi"))]


def main() -> None:
    """Do it, and write the outcome to the standard output."""
    way, secret, brief, web, datagrams = json.loads(sys.argv[1])
    house = desk.find(Path(brief))
    parsed = sheet.loader(house.registry, house.root, house.scale, house.scheme)(Path(brief))
    assert parsed.sheet
    assert parsed.sheet.product.handling
    view = issuing.make(parsed.sheet, parsed.sheet.product.handling.marking)
    victim = subprocess.Popen(["/bin/sleep", "60"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    folder = Path(secret).parent
    descriptor = os.open(secret, os.O_RDONLY)
    target = Target(Path(secret), web, datagrams, f"{folder}/unix", f"@{folder}/unix", descriptor, victim.pid)
    isolation = held(way)
    through = tried(target)
    answer = {
        "isolation": str(isolation),
        "through": through,
        "sha256": printed(view) if way in ("free", "whole") else "",
        "refused": refused(Path(secret)),
        "working": working(),
    }
    os.write(1, json.dumps(answer).encode())


if __name__ == "__main__":
    main()
