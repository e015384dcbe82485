"""What the fork server loads once, so that no worker has to."""

from __future__ import annotations

import gc

import briefgen.pdf.engine
import briefgen.pdf.process  # noqa: F401

gc.freeze()  # the workers share this memory for as long as no collection touches it
