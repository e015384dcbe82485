"""Which fields an edition may hold: a field that is not listed here cannot reach a page.

``ALLOWED`` is copied; ``KEPT_BACK`` are fields that serve the desk alone. A test asks that every field of the
model stands in one of the two, so that a new field is decided, not forgotten.
"""

from __future__ import annotations

from briefgen.sheet.model import assessment as judge
from briefgen.sheet.model import dataset, evidence, product, summary, waiver, world
from briefgen.sheet.model.record import Record


def _names(text: str) -> tuple[str, ...]:
    return tuple(text.split())


ALLOWED: dict[type[Record], tuple[str, ...]] = {
    product.Product: _names(
        "id title time series issue supersedes status exercise lang scale handling people scope source_summary "
        "disclosures portion"
    ),
    product.Times: _names("as_of period next_issue zone"),
    product.Span: _names("start end"),
    product.Handling: _names("community recipients caveats audience notice"),
    product.People: _names("author office reviewer dissent portion"),
    product.Dissent: _names("by text likelihood portion"),
    product.Disclosure: _names("system version use reviewed_by portion"),
    product.Requirement: _names("id text decision asked_by needed_by portion"),
    evidence.When: _names("date part inferred precision note"),
    evidence.Archive: _names("url date"),
    evidence.Source: _names(
        "id title publisher author kind access reliability basis bias party published accessed url archived lang "
        "original_title translated_by collection derived_from attribution note portion"
    ),
    evidence.Citation: _names("ref at via untraced note portion"),
    evidence.Contradiction: _names("claim treatment portion"),
    evidence.Withdrawal: _names("by date why"),
    evidence.Claim: _names(
        "id text label sources credibility said_by dated about contradicts corroborates withdrawn note portion"
    ),
    evidence.Translation: _names("text by"),
    evidence.Utterance: _names("date place"),
    evidence.Quote: _names("id speaker text source lang original translation said priority portion"),
    world.Relation: _names("type target claims portion"),
    world.Script: _names("text lang"),
    world.Actor: _names("id name short kind role aliases original relations designation note portion"),
    world.Place: _names("id name admin precision iso aliases original pcode lat lon note portion"),
    world.Amount: _names("low best high or_more note"),
    world.Toll: _names("low best high or_more note by_source"),
    world.Harm: world.HARM,
    world.Period: _names("start end part inferred precision note"),
    world.Sides: _names("by against"),
    world.Attribution: _names("claimed_by accused assessed note"),
    world.External: _names("acled ucdp glide"),
    world.Event: _names(
        "id title when where type lane count actors harm attribution weapon target external part_of claims note "
        "priority portion"
    ),
    world.Party: _names("actor acknowledges standing note claims portion"),
    world.Force: _names("start end"),
    world.Standing: _names("value as_of"),
    world.Undertaking: _names("id by text monitorable claims portion"),
    world.Breach: _names("event undertaking alleged_by assessed judgement note portion"),
    world.Agreement: _names(
        "id title form announced_by parties mediators in_force status claims undertakings alleged_breaches text_ref "
        "note priority portion"
    ),
    dataset.Dataset: _names("id title source filters period retrieved note portion"),
    judge.Assumption: _names("id text basis linchpin if_wrong would_show priority portion"),
    judge.Evidence: _names("supporting opposing"),
    judge.Change: _names("earlier issue why"),
    judge.Resolution: _names("test by outcome"),
    judge.Judgement: _names(
        "id key text likelihood confidence basis evidence alternatives assumptions answers indicators would_change "
        "horizon changed resolve dissent priority portion"
    ),
    judge.Hypothesis: _names("id text label judgement portion"),
    judge.AchRow: _names("claim ratings note portion"),
    judge.Sighting: _names("date state claims portion"),
    judge.Indicator: _names(
        "id text direction judgement threshold baseline state checked every claims history priority portion"
    ),
    judge.Scenario: _names("id text likelihood exclusive indicators impact response priority portion"),
    judge.Gap: _names("id text blocks ask pir owner due priority portion"),
    judge.Impact: _names("id reader text refs priority portion"),
    judge.Action: _names("id reader text refs owner by priority portion"),
    summary.Block: _names("text refs heading note priority portion"),
    summary.Summary: _names("bluf narrative outlook"),
    summary.Stretch: _names("date label"),
    summary.Figure: _names("id kind records by measure baseline window caption spec alt priority portion"),
    waiver.Waiver: _names("rule record reason portion"),
}

#: What is left of a record above its tear line, besides the text that is released.
TORN: dict[type[Record], tuple[str, ...]] = {
    judge.Judgement: _names("id key likelihood confidence horizon priority"),
    summary.Block: _names("priority"),
}

#: What of a source would tell who it is, besides its title, for which a protected one has a descriptor.
TELLING = _names("author publisher url archived original_title note basis attribution published")

KEPT_BACK: dict[type[Record], tuple[str, ...]] = {
    product.Product: _names("kind"),
    product.Handling: _names("tlp general"),
    judge.Judgement: _names("releasable"),
    summary.Block: _names("releasable"),
    dataset.Columns: tuple(dataset.Columns.model_fields),
    dataset.Dataset: _names("file columns top pass_on"),
    evidence.Source: _names("snapshot protect aliases"),
    evidence.Snapshot: _names("file sha256 captured"),
    evidence.Protection: _names("descriptor"),
    waiver.Waiver: _names("words"),
}
