"""JUnit XML: a suite for every sheet, a case for every finding, so that any CI server shows them as its tests."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections.abc import Iterable

from briefgen.cli.formats.outcome import Outcome, full
from briefgen.findings import Finding, one_line

IMPOSSIBLE = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n'


def render(outcome: Outcome) -> str:
    """Return one suite for each file, with one passing case where nothing was found; no times, which nobody took."""
    cases: dict[str, list[ET.Element]] = {path: [] for path in outcome.sheets}
    for finding in outcome.findings:
        cases.setdefault(finding.mark.path, []).append(_found(finding))
    for waived in outcome.waived:
        cases.setdefault(waived.finding.mark.path, []).append(_waived(waived.finding, waived.reason))
    whole = _counted(_element("testsuites", [_suite(*one) for one in cases.items()], name="briefgen check"))
    ET.indent(whole)
    return DECLARATION + ET.tostring(whole, encoding="unicode")


def _suite(path: str, cases: list[ET.Element]) -> ET.Element:
    clean = [_element("testcase", classname=path, name="no findings")]
    return _counted(_element("testsuite", cases or clean, name=path))


def _counted(parent: ET.Element) -> ET.Element:
    """Return *parent* with the numbers of cases that it holds."""
    every = list(parent.iter("testcase"))
    parent.set("tests", str(len(every)))
    for name, tag in (("failures", "failure"), ("errors", "error"), ("skipped", "skipped")):
        parent.set(name, str(sum(case.find(tag) is not None for case in every)))
    return parent


def _found(finding: Finding) -> ET.Element:
    if finding.severity == "info":
        return _case(finding, _element("system-out", text=str(finding)))
    return _case(finding, _element("failure", text=str(finding), type=finding.severity, message=full(finding)))


def _waived(finding: Finding, reason: str) -> ET.Element:
    return _case(finding, _element("skipped", message=f"waived: {reason}"))


def _case(finding: Finding, result: ET.Element) -> ET.Element:
    mark = finding.mark
    name = one_line(f"{finding.code} {mark.line}:{mark.column} {finding.message}")
    return _element("testcase", [result], classname=mark.path, name=name, file=mark.path, line=str(mark.line))


def _element(tag: str, inside: Iterable[ET.Element] = (), text: str | None = None, **attributes: str) -> ET.Element:
    """Return an element; characters that XML cannot hold are replaced."""
    element = ET.Element(tag, {name: IMPOSSIBLE.sub("\ufffd", value) for name, value in attributes.items()})
    element.text = IMPOSSIBLE.sub("\ufffd", text) if text else None
    element.extend(inside)
    return element
