"""What a reviewer may let pass: one rule of the linter, for named records, with the reason."""

from pydantic import Field

from briefgen.sheet.model.fields import Line, Listed, Marking, RecordId, RuleCode
from briefgen.sheet.model.record import Record


class Waiver(Record):
    """A finding that is to stand as it is. The reason is for the reviewer; `briefgen check` lists every waiver."""

    rule: RuleCode = Field(description="Code of the finding, such as SRC006.")
    record: Listed[RecordId] = Field((), description="Ids of the records; none for a finding on the document.")
    words: Listed[Line] = Field((), description="The words that the finding is on, where one of several may stand.")
    reason: Line = Field(description="Why it may stand: a sentence that a reviewer would accept.")
    portion: Marking | None = Field(None, description="Marking of this record.")
