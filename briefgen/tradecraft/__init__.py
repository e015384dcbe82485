"""Scales and codes of the field, as data with thin lookups."""

from briefgen.tradecraft.icd203 import SCALE as ICD203
from briefgen.tradecraft.likelihood import Scale
from briefgen.tradecraft.phia import SCALE as PHIA

SCALES: dict[str, Scale] = {scale.id: scale for scale in (ICD203, PHIA)}
