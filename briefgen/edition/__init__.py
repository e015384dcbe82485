"""Sheet and reader to Edition: the only place that sees both what is withheld and what is shown."""

from briefgen.edition.accounting import Fate, account
from briefgen.edition.addresses import PROSE, YIELDING, addressed
from briefgen.edition.edition import Edition, Plain, Record
from briefgen.edition.issuing import Issued, make, own, release, unmarked, whole
from briefgen.edition.places import places
from briefgen.edition.secrets import Secrets, secrets

__all__ = [
    "PROSE",
    "YIELDING",
    "Edition",
    "Fate",
    "Issued",
    "Plain",
    "Record",
    "Secrets",
    "account",
    "addressed",
    "make",
    "own",
    "places",
    "release",
    "secrets",
    "unmarked",
    "whole",
]
