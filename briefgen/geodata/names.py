"""Names as they are compared: spellings of one name are one, and nothing is guessed between two."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

LETTERS = str.maketrans("ıəłøđðßʿʾ", "ialoddsʼʼ")  # letters that have no form without their mark
#: Words that say what sort of unit it is. “City” and “capital” are not among them: they tell two units apart.
KINDS = frozenset(
    (
        *("province", "provincia", "provincie", "state", "estado", "oblast", "region", "governorate", "wilayat"),
        *("wilaya", "velayat", "county", "district", "department", "departement", "departamento", "prefecture"),
        *("municipality", "division", "territory", "emirate", "canton", "parish", "raion", "rayon", "the", "of"),
    )
)


def folded(text: str) -> str:
    """Return *text* without accents, case, spaces and punctuation: “Sar-e Pul” is ``sarepul``."""
    plain = unicodedata.normalize("NFKD", text.lower().translate(LETTERS))
    return "".join(one for one in plain if one.isalnum() and not unicodedata.combining(one))


def bare(text: str) -> str:
    """Return *text* folded, without words such as “province”; whole when it has no others."""
    words = [folded(word) for word in re.split(r"[\s,()/-]+", text)]
    return "".join(word for word in words if word not in KINDS) or folded(text)


def matching(text: str, names: Iterable[tuple[str, str]]) -> list[str]:
    """Return the owners of the name *text* among pairs of owner and name, each once.

    The same name counts more than one that is the same but for words such as “province”. More than one owner means
    that the name does not say which.
    """
    pairs = [(owner, name) for owner, name in names if name]
    for wanted, form in ((folded(text), folded), (bare(text), folded), (bare(text), bare)):
        found = dict.fromkeys(owner for owner, name in pairs if form(name) == wanted)
        if found and wanted:
            return list(found)
    return []
