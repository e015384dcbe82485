"""A client of a language server over its standard streams, as far as the tests need one."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any


class Server:
    """Speaks JSON-RPC with a language server; one document is open at a time."""

    def __init__(self, process: subprocess.Popen[bytes]) -> None:
        self.process = process
        self.number = 0

    def diagnostics(self, path: Path) -> list[str]:
        """Open the file at *path* and return the server's messages on it, each behind its line."""
        self._notify("textDocument/didOpen", textDocument=_document(path))
        while True:
            message = self._receive()
            if message.get("method") == "textDocument/publishDiagnostics":
                found = message["params"]["diagnostics"]
                return [f"{one['range']['start']['line'] + 1}: {one['message']}" for one in found]

    def completions(self, path: Path, line: int, column: int) -> set[str]:
        """Return what the server offers at *line* and *column*, counted from 1, of a file that is open."""
        position = {"line": line - 1, "character": column - 1}
        found = self.request("textDocument/completion", textDocument={"uri": path.as_uri()}, position=position)
        return {item["label"] for item in found["items"]}

    def request(self, method: str, **params: Any) -> Any:
        """Return the result of *method*, passing over what the server says meanwhile."""
        self.number += 1
        self._send({"id": self.number, "method": method, "params": params})
        while True:
            message = self._receive()
            if message.get("id") == self.number and "method" not in message:
                return message["result"]

    def _notify(self, method: str, **params: Any) -> None:
        self._send({"method": method, "params": params})

    def _send(self, message: dict[str, Any]) -> None:
        assert self.process.stdin is not None
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self.process.stdin.write(b"Content-Length: %d\r\n\r\n%s" % (len(body), body))
        self.process.stdin.flush()

    def _receive(self) -> dict[str, Any]:
        """Return the next message; questions of the server are answered with nothing."""
        assert self.process.stdout is not None
        length = 0
        while line := self.process.stdout.readline().strip():
            name, _, value = line.partition(b":")
            length = int(value) if name.lower() == b"content-length" else length
        assert length, "the server has ended"
        message: dict[str, Any] = json.loads(self.process.stdout.read(length))
        if "method" in message and "id" in message:
            items = message["params"].get("items", []) if isinstance(message.get("params"), dict) else []
            self._send({"id": message["id"], "result": [None for _ in items]})
        return message


def _document(path: Path) -> dict[str, Any]:
    return {"uri": path.as_uri(), "languageId": "yaml", "version": 1, "text": path.read_text(encoding="utf-8")}


@contextmanager
def started(command: list[str], root: Path) -> Iterator[Server]:
    """Start the language server of *command* and end it afterwards."""
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as process:
        try:
            server = Server(process)
            server.request("initialize", processId=None, rootUri=root.as_uri(), capabilities={})
            server._notify("initialized")
            yield server
        finally:
            process.kill()
