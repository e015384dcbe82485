"""Bytes of an untrusted file to text: UTF-8, of a bearable size, without characters that hide or reorder others."""

from __future__ import annotations

import re
from pathlib import Path

from briefgen.desk import LARGEST_FILE
from briefgen.findings import Finding, Mark
from briefgen.sheet.document import Source
from briefgen.traces import look

MAX_REPORTED = 20
BIDI = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
INVISIBLE = "\u200b\u2060\ufeff\U000e0000-\U000e007f"
LINE_BREAKS = "\u0085\u2028\u2029"
FORBIDDEN = re.compile(f"[\0-\x08\x0b-\x1f\x7f-\x9f{LINE_BREAKS}{BIDI}{INVISIBLE}\ufffe\uffff\ud800-\udfff]")
UNREADABLE = re.compile("[\0-\x08\x0b-\x1f\x7f-\x9f\ufeff\ufffe\uffff\u2028\u2029]")
PLACEHOLDER = "\u2060"  # forbidden itself, so it never reaches a value, but a character that YAML allows


def read_text(path: Path) -> tuple[Source | None, list[Finding]]:
    """Return the text of the file at *path*, or None, and what is wrong with it as text.

    Line breaks come as newlines. Forbidden characters are reported and left for the reader to strip, so that reading
    can go on and no place moves.
    """
    name = shown(path)
    look("file", path.absolute())
    try:
        data = _bytes(path)
    except OSError as error:
        reason = (error.strerror or "cannot be opened").lower()
        return None, [_whole(name, "YML001", f"the file cannot be read: {reason}", "check the path and its rights")]
    if len(data) > LARGEST_FILE:
        return None, [
            _whole(name, "YML003", f"the file is over {LARGEST_FILE >> 20} MiB", "split it; see include in the guide")
        ]
    return decode(data, name)


def shown(path: Path) -> str:
    """Return *path* as findings name it: from the working folder, if it lies there."""
    here = Path.cwd()
    return (path.relative_to(here) if path.is_relative_to(here) else path).as_posix()


def _bytes(path: Path) -> bytes:
    if path.exists() and not path.is_file():
        raise OSError(0, "it is not a regular file")
    with path.open("rb") as file:
        return file.read(LARGEST_FILE + 1)


def decode(data: bytes, shown: str) -> tuple[Source | None, list[Finding]]:
    """Return *data* as text, or None, and what is wrong with it; *shown* is the path that findings name."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")) or b"\0" in data[:2]:
        return None, [_whole(shown, "YML002", "the file is UTF-16, not UTF-8", "save it as UTF-8")]
    findings: list[Finding] = []
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        text = data.decode("utf-8-sig", "replace")
        findings.append(_not_utf8(error, shown))
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    source = Source(shown, text)
    findings += _forbidden(source)
    return Source(shown, UNREADABLE.sub(PLACEHOLDER, text)), findings


def _whole(shown: str, code: str, message: str, remedy: str) -> Finding:
    return Finding(Mark(shown, 1, 1), code, message, remedy)


def _not_utf8(error: UnicodeDecodeError, shown: str) -> Finding:
    before = error.object[: error.start].decode("utf-8").replace("\r\n", "\n").replace("\r", "\n")
    mark = Source(shown, before).mark_at(len(before))
    message = f"byte 0x{error.object[error.start]:02X} is not UTF-8"
    return Finding(mark, "YML002", message, "save the file as UTF-8; it may be in Windows-1252 or Latin-1 now")


def _forbidden(source: Source) -> list[Finding]:
    findings: list[Finding] = []
    for found in FORBIDDEN.finditer(source.text):
        if len(findings) == MAX_REPORTED:
            break
        findings.append(forbidden(source.mark_at(found.start()), found[0]))
    return findings


def forbidden(mark: Mark, character: str) -> Finding:
    """Return the finding on a forbidden *character* at *mark*."""
    message = f"character U+{ord(character):04X} ({_sort(character)}) is not allowed"
    return Finding(mark, "YML004", message, "delete it; an editor that shows invisible characters helps to find it")


def _sort(character: str) -> str:
    if re.match(f"[{BIDI}]", character):
        return "it reorders the text around it"
    if re.match(f"[{INVISIBLE}]", character):
        return "it is invisible"
    return "a line break of its own kind" if character in LINE_BREAKS else "a control character"
