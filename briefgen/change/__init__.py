"""Two editions to what differs between them: facts and judgements, in words; wording apart from substance."""

from briefgen.change.change import KINDS, Change, Edit, Kind
from briefgen.change.comparing import compare
from briefgen.change.comparison import Comparison, Version, compared
from briefgen.change.head import TOLD, Head, head
from briefgen.change.numbering import alike
from briefgen.change.passage import Piece, pieces
from briefgen.change.sections import SECTIONS, Section

__all__ = [
    "KINDS",
    "SECTIONS",
    "TOLD",
    "Change",
    "Comparison",
    "Edit",
    "Head",
    "Kind",
    "Piece",
    "Section",
    "Version",
    "alike",
    "compare",
    "compared",
    "head",
    "pieces",
]
