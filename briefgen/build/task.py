"""What a worker gets: all that one product of one edition is made from, and nothing of the sheet."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from briefgen.desk import LintSettings
from briefgen.edition import Edition
from briefgen.theme import House


@dataclass(frozen=True)
class Task:
    """Make the *product* of *edition* in each of *formats*, from the templates in *folders*, in the style of *house*.

    *stem* is what the names of its files begin with; *lint* is what the desk asks of finished pages.
    """

    edition: Edition
    product: str
    formats: tuple[str, ...]
    stem: str
    house: House
    folders: tuple[Path, ...]
    lint: LintSettings
