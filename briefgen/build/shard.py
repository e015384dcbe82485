"""A share of the sheets of a desk, for several machines that build it together and know nothing of each other."""

from __future__ import annotations

import os
import re
import unicodedata
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Self

MOST = 100_000
_PATTERN = re.compile(r"([1-9][0-9]{0,5})/([1-9][0-9]{0,5})")


@dataclass(frozen=True, order=True)
class Shard:
    """The share with a *number* from 1, *of* so many."""

    of: int = 1
    number: int = 1

    @classmethod
    def read(cls, text: str) -> Self:
        """Return the shard that is written number/of. Raises ValueError for what is none."""
        found = _PATTERN.fullmatch(text)
        if not found or not int(found[1]) <= int(found[2]) <= MOST:
            raise ValueError(text)
        return cls(int(found[2]), int(found[1]))

    def __str__(self) -> str:
        """Return it as it is read."""
        return f"{self.number}/{self.of}"

    def holds(self, path: Path, root: Path) -> bool:
        """Return whether the sheet at *path* is in this share.

        Which one a sheet is in follows from its path in the desk at *root* alone: not from the other sheets, their
        order or the machine. So the others stay where they are when one comes or goes.
        """
        if self == WHOLE:
            return True
        inside = Path(os.path.relpath(path, root)).as_posix()
        name = unicodedata.normalize("NFC", inside)  # macOS writes é in two parts
        digest = sha256(name.encode(errors="surrogateescape")).digest()
        return int.from_bytes(digest[:8], "big") % self.of == self.number - 1


WHOLE = Shard()
