"""The powers of root, which a container often builds with: given up, but for reading what belongs to others."""

from __future__ import annotations

import ctypes
import struct

from briefgen.confinement import kernel
from briefgen.confinement.guard import Guard

_VERSION_3 = struct.pack("=Ii", 0x20080522, 0)
_WORDS = struct.Struct("=6I")  # what is in effect, permitted and inherited; then the same for numbers over 31
_READ_ALL = 0b110  # CAP_DAC_OVERRIDE and CAP_DAC_READ_SEARCH: the desk may belong to somebody else


def drop() -> Guard:
    """Give up every capability that is not needed to read files."""
    held = ctypes.create_string_buffer(_WORDS.size)
    try:
        kernel.ask("capget", _VERSION_3, held)
        kept = _WORDS.unpack(held.raw)[1] & _READ_ALL
        kernel.ask("capset", _VERSION_3, _WORDS.pack(kept, kept, 0, 0, 0, 0))
    except OSError as error:
        return Guard(False, f"the powers of root cannot be given up ({error.strerror})")
    return Guard(True, "no powers of root")
