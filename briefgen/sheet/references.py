"""Whether references hold: ids are unique, and what is referred to is there and of the right kind."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from briefgen import citations
from briefgen.findings import Finding, Mark
from briefgen.sheet.document import Mapping, Node, Text, walk
from briefgen.sheet.messages import alternatives, suggest
from briefgen.sheet.model.census import Census
from briefgen.sheet.model.ids import article, kind_of

CITABLE = ("source", "claim")
MANY = 4
FORMS = "write [@c-truce], [@s-amu, p. 3] or [@c-truce; @s-amu] to cite, {j-1} to print a judgement"


@dataclass(frozen=True)
class Mention:
    """One record named by another, in a field or at *offset* in prose."""

    id: str
    kinds: tuple[str, ...]
    node: Text
    offset: int | None
    owner: str | None

    @property
    def mark(self) -> Mark:
        """Where it is named."""
        return self.node.mark if self.offset is None else self.node.place(self.offset)


def mentions(census: Census) -> Iterator[Mention]:
    """Yield every record that is named in the fields and the prose that *census* met."""
    for ref, owner in census.refs:
        yield Mention(str(ref), ref.kinds, ref.node, None, owner)
    for prose, owner in census.prose:
        for offset, named in citations.mentions(prose.node):
            yield Mention(named, CITABLE, prose.node, offset, owner)
        for offset, named in citations.judgements(prose.node):
            yield Mention(named, ("judgement",), prose.node, offset, owner)


def duplicates(census: Census, shared: Iterable[Text] = ()) -> Iterator[Finding]:
    """Yield a finding (REF003) for every id that is given a second time; *shared* ids are given already."""
    first: dict[str, Text] = {node: node for node in shared}
    for node, owner in census.ids:
        if node in first:
            message = f"the id {node} stands twice, first at {first[node].mark}"
            yield Finding(node.mark, "REF003", message, "give one of the two another id", record=owner)
        first.setdefault(node, node)


def unresolved(census: Census, present: Collection[str], is_whole: bool) -> Iterator[Finding]:
    """Yield a finding for every mention of the wrong kind (REF002) or of a record that is not *present* (REF001).

    What is not present can be missed only where everything was read.
    """
    by_kind: dict[str | None, list[str]] = defaultdict(list)
    for one in sorted(present):
        by_kind[kind_of(one)].append(one)
    for mention in mentions(census):
        kind = kind_of(mention.id)
        if kind is not None and kind not in mention.kinds:
            message = f"{mention.id} is {article(kind)}; {_any(mention.kinds)} is needed here"
            yield Finding(mention.mark, "REF002", message, _similar(mention, by_kind), record=mention.owner)
        elif mention.id not in present and is_whole:
            message = f"there is no {kind or 'record'} {mention.id}"
            yield Finding(mention.mark, "REF001", message, _similar(mention, by_kind), record=mention.owner)


def _similar(mention: Mention, by_kind: dict[str | None, list[str]]) -> str:
    options = [one for kind in mention.kinds for one in by_kind[kind]]
    return suggest(mention.id, options, f"name {_any(mention.kinds)} of this sheet, or add it")


def _any(kinds: Collection[str]) -> str:
    return "a record" if len(kinds) > MANY else alternatives([article(one) for one in kinds])


def malformed(census: Census) -> Iterator[Finding]:
    """Yield a finding (REF004) for everything in prose that was meant as a reference and is none."""
    for prose, owner in census.prose:
        node: Text = prose.node
        for offset, words in citations.malformed(node):
            yield Finding(node.place(offset), "REF004", f"{words} is not a reference", FORMS, record=owner)
        if not prose.has_likelihood and citations.LIKELIHOOD in node:
            mark = node.place(node.index(citations.LIKELIHOOD))
            message = f"{citations.LIKELIHOOD} stands outside a judgement's text"
            yield Finding(mark, "REF004", message, "print the judgement itself, such as {j-1}", record=owner)
        for offset, named in citations.judgements(node) if prose.has_likelihood else ():
            message = f"{{{named}}} would print a judgement inside a judgement"
            yield Finding(node.place(offset), "REF004", message, "name it in the judgement's basis", record=owner)


def unreached(root: Node) -> set[str]:
    """Return ids from places that validation may not reach, such as a misspelt section.

    A reference to one of them does not dangle: its finding is the misspelt section's.
    """
    nodes = (node.get("id") for node in walk(root) if isinstance(node, Mapping))
    return {str(node) for node in nodes if isinstance(node, Text)}
