"""Printing: one HTML page in, one PDF/A-3a and PDF/UA-1 file out, in processes that may die."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Printed:
    """A finished PDF file and how many pages it has."""

    pdf: bytes
    pages: int
