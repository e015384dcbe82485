"""What a test asks of the kernel, and why it is skipped without."""

import platform
import sys

import pytest

from briefgen.confinement import kernel


def landlock() -> int:
    """Return the version of the kernel's Landlock, 0 without one."""
    try:
        return kernel.call(444, None, 0, 1)
    except OSError:
        return 0


needs_landlock = pytest.mark.skipif(landlock() < 6, reason=f"needs Landlock ABI 6; this kernel has {landlock()}")
needs_linux = pytest.mark.skipif(sys.platform != "linux", reason="needs Linux")
needs_seccomp = pytest.mark.skipif(
    sys.platform != "linux" or platform.machine() not in ("x86_64", "aarch64"),
    reason="needs Linux on x86_64 or aarch64",
)
