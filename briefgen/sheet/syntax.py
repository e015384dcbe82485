"""What libyaml says of broken YAML, in plain words with a remedy."""

from __future__ import annotations

import yaml

from briefgen.findings import Finding
from briefgen.sheet.document import Source

#: The beginning of libyaml's sentence, what it means, and the remedy.
PLAIN = (
    (
        "mapping values are not allowed",
        "a colon begins a value where none can stand",
        "quote the text if the colon belongs to it, or align the line with the keys beside it",
    ),
    (
        "did not find expected key",
        "a key was expected here",
        "align the line with the keys above it, or quote the whole text if it holds quotation marks",
    ),
    ("could not find expected ':'", "this line has no colon", "write `key: value`, or indent it under its text"),
    (
        "did not find expected '-'",
        "a list item was expected here",
        "begin it with `- `, or align it with its key",
    ),
    ("found unexpected end of stream", "this quotation mark is never closed", "close it"),
    (
        "did not find expected ',' or ']'",
        "this bracket is not closed",
        "close it, with commas between its items",
    ),
    ("did not find expected ',' or '}'", "this brace is not closed", "close it, with commas between its keys"),
    (
        "found character that cannot start",
        "a value cannot begin with this character",
        "put the text in quotation marks",
    ),
    ("block sequence entries are not allowed", "a list cannot begin on this line", "begin it on the next line"),
    (
        "found unknown escape character",
        "this is no escape that YAML knows",
        "write the backslash twice, or use single quotation marks",
    ),
    ("found invalid unicode character", "this escape stands for no character", "write the character itself"),
    ("did not find expected hexdecimal", "this escape lacks digits", "write the character itself"),
    ("did not find expected comment or line", "text cannot begin beside | or >", "begin it on the next line"),
    ("found incompatible yaml document", "only YAML 1.1 and 1.2 can be read", "delete the line with %YAML"),
)
OPENED = ("found unexpected end of stream", "did not find expected ',' or", "could not find expected ':'")


def broken(error: yaml.YAMLError, source: Source) -> Finding:
    """Return the finding on a syntax *error*; what is never closed is shown where it was opened."""
    problem = str(getattr(error, "problem", None) or "this is not YAML")
    mark = getattr(error, "problem_mark", None)
    if problem.startswith(OPENED):
        mark = getattr(error, "context_mark", None) or mark
    last = source.text.count("\n") + 1  # libyaml sees an end of its own behind a last line without a line break
    line, column = (min(mark.line + 1, last), mark.column + 1) if mark else (1, 1)
    for beginning, message, remedy in PLAIN:
        if problem.lower().startswith(beginning):
            return Finding(source.mark(line, column), "YML006", message, remedy)
    return Finding(source.mark(line, column), "YML006", f"this is not YAML: {problem}", "compare the lines nearby")
