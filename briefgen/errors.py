"""The errors that a user can mend; anything else that is raised is a bug in briefgen.

BriefgenError                exit code
├── SheetError                   1      the sheet cannot be read or parsed; holds every finding
├── SettingsError                2      a bad option or settings file
├── TemplateError                1      a template is missing or broken
├── FigureError                  1      a figure could not be drawn
├── PrintError                   1      the page could not be printed
├── FitError                     1      the page is longer than its product allows
├── LostError                    1      the process that made a product was lost
├── MergeError                   1      the output folders of shards do not fit together
└── OutputError                  4      a file could not be written
"""

from __future__ import annotations

from collections.abc import Sequence

from briefgen.findings import Finding


class BriefgenError(Exception):
    """Raised for what a user can mend; its text is a sentence with the remedy, or one line for each of *findings*."""

    exit_code = 1
    findings: tuple[Finding, ...] = ()


class SheetError(BriefgenError):
    """Raised when a sheet has findings of severity error; holds all findings, sorted."""

    def __init__(self, findings: Sequence[Finding]) -> None:
        super().__init__("\n".join(str(finding) for finding in findings))
        self.findings = tuple(findings)


class SettingsError(BriefgenError):
    """Raised for an option or a settings file that cannot be used; of a file it holds every finding that is known."""

    exit_code = 2

    def __init__(self, said: str, findings: Sequence[Finding] = ()) -> None:
        super().__init__(said)
        self.findings = tuple(findings)

    @classmethod
    def of(cls, findings: Sequence[Finding]) -> SettingsError:
        """Return the error of a file with these *findings*, by place."""
        ordered = sorted(findings)
        return cls("\n".join(map(str, ordered)), ordered)


class TemplateError(BriefgenError):
    """Raised when a template is missing, or breaks while it is filled."""


class FigureError(BriefgenError):
    """Raised when a figure cannot be drawn; *record* is its id, if it has one, *code* that of the message."""

    def __init__(self, record: str | None, code: str, message: str) -> None:
        super().__init__(f"{code} {f'figure {record}' if record else 'the figure'}: {message}")
        self.record = record


class PrintError(BriefgenError):
    """Raised when the page could not be printed; holds every reason that is known."""

    def __init__(self, messages: Sequence[str]) -> None:
        super().__init__("; ".join(messages))
        self.messages = tuple(messages)


class FitError(BriefgenError):
    """Raised when a page cannot be made to fit its product's page budget; its text is a finding."""

    def __init__(self, finding: Finding) -> None:
        super().__init__(str(finding))
        self.finding = finding


class LostError(BriefgenError):
    """Raised when a product was lost with the process that made it; *code* says whether it hung or crashed."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code


class MergeError(BriefgenError):
    """Raised when output folders cannot be merged; holds every reason that is known."""

    def __init__(self, findings: Sequence[Finding]) -> None:
        super().__init__("\n".join(map(str, findings)))
        self.findings = tuple(findings)


class OutputError(BriefgenError):
    """Raised when a finished product could not be written."""

    exit_code = 4
