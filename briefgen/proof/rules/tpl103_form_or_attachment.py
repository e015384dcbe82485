"""Forms and attachments, for which PDF/A-3 and PDF/UA have rules that the engine cannot keep."""

from __future__ import annotations

from collections.abc import Iterator

from briefgen.findings import Severity
from briefgen.proof.markup import Element
from briefgen.proof.rule import Fault

CODE = "TPL103"
SEVERITY: Severity = "error"
CONTROLS = frozenset({"form", "input", "select", "textarea", "button"})


def check(root: Element) -> Iterator[Fault]:
    """Yield every form, every control, and every link that attaches a file."""
    for one in root.below():
        if one.tag in CONTROLS:
            yield Fault(one.mark, f"<{one.tag}> makes a form, and a form fails PDF/A-3", "print a line to write on")
        if one.attributes.get("rel") == "attachment":
            message = "an attachment in the markup has no tag, so the file fails PDF/UA"
            yield Fault(one.mark, message, "leave it out; the sheet's data lie beside the product")
