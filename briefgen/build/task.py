"""What a worker gets: all that one product of one edition is made from, and nothing of the sheet."""

from __future__ import annotations

from dataclasses import dataclass

from briefgen.desk import LintSettings
from briefgen.edition import Edition
from briefgen.theme import House


@dataclass(frozen=True)
class Task:
    """Make the *product* of *edition* in each of *formats*, in the style of *house*.

    *stem* is what the names of its files begin with; *lint* is what the desk asks of finished pages. The templates are
    where the worker can read them, which need not be where the desk has them. An *isolated* one is done only where the
    kernel keeps the worker from everything else.
    """

    edition: Edition
    product: str
    formats: tuple[str, ...]
    stem: str
    house: House
    lint: LintSettings
    isolated: bool = False
