"""Whether one date is certainly later than another, to the minute where both have one."""

from __future__ import annotations

from briefgen.dates import Edtf


def is_after(later: Edtf, earlier: Edtf) -> bool:
    """Return whether all that *later* can mean lies after all that *earlier* can mean."""
    if later.moment and earlier.moment:
        return later.moment > earlier.moment
    first, last = later.earliest, earlier.latest
    return first is not None and last is not None and first > last
