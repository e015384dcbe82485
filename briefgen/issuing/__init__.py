"""Sheet and reader to Edition: the only place that sees both what is withheld and what is shown."""

from briefgen.issuing.accounting import Fate, account
from briefgen.issuing.issued import Issued, cut, make, own, release, unmarked, whole
from briefgen.issuing.places import places
from briefgen.issuing.secrets import Secrets, secrets

__all__ = [
    "Fate",
    "Issued",
    "Secrets",
    "account",
    "cut",
    "make",
    "own",
    "places",
    "release",
    "secrets",
    "unmarked",
    "whole",
]
