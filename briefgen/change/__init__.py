"""Two editions to what differs between them: facts and judgements, in words; wording apart from substance."""

from briefgen.change.change import KINDS, Change, Edit, Kind
from briefgen.change.comparing import compare
from briefgen.change.comparison import Comparison, Details, Side, Version, compared
from briefgen.change.head import TOLD, Head, head
from briefgen.change.note import Group, Sentence
from briefgen.change.numbering import alike
from briefgen.change.passage import Piece, is_anew, pieces
from briefgen.change.sections import APPENDIX, SECTIONS, UNPRINTED, Section

__all__ = [
    "APPENDIX",
    "KINDS",
    "SECTIONS",
    "TOLD",
    "UNPRINTED",
    "Change",
    "Comparison",
    "Details",
    "Edit",
    "Group",
    "Head",
    "Kind",
    "Piece",
    "Section",
    "Sentence",
    "Side",
    "Version",
    "alike",
    "compare",
    "compared",
    "head",
    "is_anew",
    "pieces",
]
