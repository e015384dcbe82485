"""Scales and codes of the field, as data with thin lookups."""

from briefgen.tradecraft.efsa import SCALE as EFSA
from briefgen.tradecraft.icd203 import SCALE as ICD203
from briefgen.tradecraft.ipcc import SCALE as IPCC
from briefgen.tradecraft.kent import SCALE as KENT
from briefgen.tradecraft.likelihood import Scale
from briefgen.tradecraft.nato import SCALE as NATO
from briefgen.tradecraft.phia import SCALE as PHIA

#: The scale of a desk and of a sheet that name none.
DEFAULT_SCALE = ICD203.id
SCALES: dict[str, Scale] = {scale.id: scale for scale in (ICD203, PHIA, IPCC, EFSA, KENT, NATO)}
