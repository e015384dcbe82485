"""The canary scan: finished files are searched for what was withheld, in every channel that they have.

It is the last of several walls. An edition holds nothing that is withheld, and whatever is made is made of the edition;
the scan finds where that was wrong.
"""

from briefgen.scan.canaries import Canaries
from briefgen.scan.leak import Leak
from briefgen.scan.scanner import Scanner

#: The module of the work that a `Scanner`'s pool does.
WORK = f"{__name__}.work"

__all__ = ["WORK", "Canaries", "Leak", "Scanner"]
