"""What earlier builds made, and from what: `.briefgen/` in the desk.

Rows are compared with what is there now, and files with their digests, so a cache of another machine, of an older
version or of a process that was killed costs time only. All of it may be deleted at any time.
"""

from briefgen.build.cache.ledger import FOLDER, Ledger
from briefgen.build.cache.memory import ALWAYS, Forced, Memory

__all__ = ["ALWAYS", "FOLDER", "Forced", "Ledger", "Memory"]
