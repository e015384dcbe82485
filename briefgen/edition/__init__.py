"""Sheet and level to Edition: the only place that sees both what is withheld and what is shown."""

from briefgen.edition.copying import make
from briefgen.edition.edition import Edition, Plain, Record

__all__ = ["Edition", "Plain", "Record", "make"]
