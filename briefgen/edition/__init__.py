"""What one reader may see of a sheet: plain, frozen data, and all that a worker is given of it."""

from briefgen.edition.addresses import PROSE, YIELDING, addressed
from briefgen.edition.edition import Edition, Plain, Record

__all__ = ["PROSE", "YIELDING", "Edition", "Plain", "Record", "addressed"]
