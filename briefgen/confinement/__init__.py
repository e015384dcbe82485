"""A process that locks itself in: it reads what it is given, writes to what is open already, and reaches nothing else.

Each mechanism is a module of its own and says in a `Guard` what the kernel has agreed to, never what was asked of it.
"""

from briefgen.confinement.confining import confine, enclose
from briefgen.confinement.guard import Guard
from briefgen.confinement.isolation import Isolation
from briefgen.confinement.limits import grant

__all__ = ["Guard", "Isolation", "confine", "enclose", "grant"]
