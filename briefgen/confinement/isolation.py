"""What holds a process, in a value that can be asked and printed."""

from __future__ import annotations

from dataclasses import dataclass

from briefgen.confinement.guard import Guard


@dataclass(frozen=True)
class Isolation:
    """The guards of a process: over the *files* that it reads, over its *calls* to the kernel, over its *rights*."""

    files: Guard
    calls: Guard
    rights: Guard

    @property
    def guards(self) -> tuple[Guard, ...]:
        """All guards."""
        return self.files, self.calls, self.rights

    @property
    def complete(self) -> bool:
        """Whether all that briefgen knows to ask of a kernel is in force."""
        return all(guard.on for guard in self.guards)

    def __str__(self) -> str:
        """Return one line for a person: “on (Landlock ABI 7, seccomp, no capabilities)”."""
        held = ", ".join(guard.says for guard in self.guards if guard.on)
        reasons = "; ".join(guard.says for guard in self.guards if not guard.on)
        word = "on" if self.complete else "in part" if self.files.on or self.calls.on else "off"
        return word + (f" ({held})" if held else "") + (f": {reasons}" if reasons else "")
