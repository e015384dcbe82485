"""Sheet and level to Edition: the only place that sees both what is withheld and what is shown."""

from briefgen.edition.addresses import PROSE, YIELDING, addressed
from briefgen.edition.copying import make
from briefgen.edition.edition import Edition, Plain, Record
from briefgen.edition.places import places

__all__ = ["PROSE", "YIELDING", "Edition", "Plain", "Record", "addressed", "make", "places"]
