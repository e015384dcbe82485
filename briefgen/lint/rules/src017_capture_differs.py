"""A captured file is missing or was changed

The digest in the sheet shows that the file is still what was captured (Berkeley Protocol). If it does not fit, the file
was changed, swapped or damaged, and proves nothing any more. Files are looked for in the desk’s folder and nowhere
else; briefgen never changes them.

Bad:

```yaml bad
sources:
  - id: s-2
    title: Eleven hurt in depot fire
    publisher: The Umea Courier
    kind: press
    access: seen
    reliability: C
    basis: Local daily; its own reporter was there.
    published: "2024-02-02"
    snapshot:
      file: captures/no-such-file.html
      sha256: e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855
```

Good:

```yaml good
sources:
  - id: s-2
    title: Eleven hurt in depot fire
    publisher: The Umea Courier
    kind: press
    access: seen
    reliability: C
    basis: Local daily; its own reporter was there.
    published: "2024-02-02"
    archived: {url: https://archive.example/courier-fire, date: "2024-02-02"}
```
"""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import file_digest
from pathlib import Path

from briefgen.findings import Severity
from briefgen.folders import is_file, is_inside
from briefgen.lint.review import Review
from briefgen.lint.rule import Remark
from briefgen.sheet.model.evidence import Snapshot
from briefgen.traces import look

CODE = "SRC017"
SEVERITY: Severity = "error"
STANDARD = "Berkeley Protocol: authenticity"


def check(review: Review) -> Iterator[Remark]:
    """Yield a remark for every captured file that is not there, or not what it was."""
    for source in review.sheet.sources if review.root else ():
        wrong = _wrong(source.snapshot, review.root) if source.snapshot and review.root else None
        if source.snapshot and wrong:
            field, message, remedy = wrong
            yield Remark(source.mark("snapshot", field), f"source {source.id}: {message}", remedy, source.id)


def _wrong(snapshot: Snapshot, root: Path) -> tuple[str, str, str] | None:
    """Return which field is wrong, why, and the remedy."""
    path = root / snapshot.file
    look("place", path.absolute())
    if not is_inside(path, root):
        message = f"the captured file {snapshot.file} lies outside the desk, where nobody else finds it"
        return "file", message, "keep it in the desk's folder, and name it from there"
    look("file", path.absolute())
    if not is_file(path):
        message = f"there is no captured file {snapshot.file}: nobody can check what was read (Berkeley Protocol)"
        return "file", message, "put it back, or correct the name; it is looked for from the desk's folder"
    try:
        with path.open("rb") as file:
            digest = file_digest(file, "sha256").hexdigest()
    except OSError as error:
        return "file", f"the captured file {snapshot.file} cannot be read: {error.strerror}", "give access to it"
    if digest == snapshot.sha256:
        return None
    message = f"the captured file {snapshot.file} is not the one that was captured: its SHA-256 is {digest[:8]}…"
    return "sha256", message, "find the file as it was captured; if the digest was mistyped, correct it"
