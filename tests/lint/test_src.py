"""Sources: what a citation needs, whether anything is kept, how many origins there are, and who says so."""

from __future__ import annotations

from hashlib import sha256

import pytest

from briefgen.desk import LintSettings
from tests.lint.framing import findings

BASE = {
    "title": "Fire",
    "publisher": "The Courier",
    "kind": "press",
    "access": "seen",
    "reliability": "C",
    "basis": "Local daily.",
    "published": '"2024-02-02"',
}


def source(name: str, **fields: str | None) -> str:
    """Return a fragment with one source; a field given as None is left out."""
    kept = {key: value for key, value in {**BASE, **fields}.items() if value is not None}
    return "sources:\n  - {id: " + name + ", " + ", ".join(f"{key}: {value}" for key, value in kept.items()) + "}\n"


def claim(**fields: str) -> str:
    """Return a fragment in which claim c-2 is another one."""
    kept = {"id": "c-2", "text": "A depot burnt.", "sources": "s-2", "credibility": "2", **fields}
    kept["text"] = f'"{kept["text"]}"'
    return "claims:\n  - {" + ", ".join(f"{key}: {value}" for key, value in kept.items()) + "}\n"


def narrative(text: str, more: str = "") -> str:
    return f"summary: {{narrative: [{{text: '{text}'{more}}}]}}\n"


# what a source must have


def test_an_event_and_an_agreement_need_a_claim(tmp_path):
    fragment = (
        'events: [{id: e-9, title: Fire, when: "2024-02-01", type: hazard}]\nagreements: [{id: g-9, title: Deal}]\n'
    )

    assert [one.record for one in findings(fragment, tmp_path, "SRC001")] == ["e-9", "g-9"]


@pytest.mark.parametrize(
    ("fragment", "unused"),
    [
        (source("s-4"), ["s-4"]),
        (source("s-4") + narrative("It burnt [@s-4]."), []),
        (source("s-4") + "quotes: [{id: q-1, speaker: Head, text: No., source: s-4}]\n", []),
        (source("s-4") + claim(sources="{ref: s-2, via: s-4}"), []),
        (source("s-4") + "agreements: [{id: g-1, title: Deal, claims: c-1, text_ref: s-4}]\n", []),
        (
            source("s-4")
            + 'events: [{id: e-2, title: Fire, when: "2024-02-01", type: hazard, claims: c-2,'
            + " harm: {injured: {best: 11, by_source: {s-4: 11}}}}]\n",
            [],
        ),
    ],
)
def test_a_source_counts_as_used_wherever_it_is_named(fragment, unused, tmp_path):
    assert [one.record for one in findings(fragment, tmp_path, "SRC002")] == unused


def test_a_source_that_only_an_unused_source_repeats_is_unused(tmp_path):
    fragment = source("s-4", derived_from="s-5") + source("s-5", derived_from="s-4").removeprefix("sources:\n")

    assert [one.record for one in findings(fragment, tmp_path, "SRC002")] == ["s-4", "s-5"]


@pytest.mark.parametrize(
    ("fields", "codes"),
    [
        ({"url": "https://x.example/1"}, ["SRC003", "SRC004"]),
        ({"url": "https://x.example/1", "accessed": '"2024-02-03"'}, ["SRC004"]),
        ({"url": "https://x.example/1", "accessed": '"2024-02-03"', "archived": "https://a.example/1"}, []),
        ({"url": "https://doi.org/10.1000/182", "accessed": '"2024-02-03"'}, []),
        ({"url": "https://web.archive.org/web/2024/https://x.example", "accessed": '"2024-02-03"'}, []),
        ({"kind": "social"}, ["SRC004"]),
        ({"kind": "interview"}, []),
    ],
)
def test_what_is_on_the_web_is_dated_and_kept(fields, codes, tmp_path):
    fragment = source("s-2", **fields)

    assert [code for code in ("SRC003", "SRC004") if findings(fragment, tmp_path, code)] == codes


def test_what_was_not_seen_cannot_have_been_kept(tmp_path):
    fragment = source("s-4", access="not-seen", url="https://x.example/1") + claim(sources="{ref: s-2, via: s-4}")

    assert not [code for code in ("SRC003", "SRC004") if findings(fragment, tmp_path, code)]


@pytest.mark.parametrize(
    ("fields", "missing"),
    [
        ({}, []),
        ({"publisher": None}, ["publisher"]),
        ({"publisher": None, "author": "A. Writer"}, []),
        ({"kind": None, "published": None}, ["date of publication", "kind"]),
        ({"publisher": None, "author": "A. Writer", "access": None}, ["access"]),
        ({"published": '{date: "[..2024-02-05]", note: It bears no date.}'}, []),
    ],
)
def test_a_citation_has_its_elements(fields, missing, tmp_path):
    found = findings(source("s-2", **fields), tmp_path, "SRC005")

    assert [one.message.split(" has no ")[1].split(":")[0] for one in found] == missing
    assert {one.record for one in found} <= {"s-2"}


# origins


UNSEEN = source("s-4", access="not-seen", publisher="Wire")
ONE_ORIGIN = (
    UNSEEN
    + "claims:\n  - {id: c-1, text: One., sources: [{ref: s-1, via: s-4}, {ref: s-2, via: s-4}], credibility: 2}\n"
    + "  - {id: c-3, text: Three., sources: {ref: s-2, via: s-4}, credibility: 2}\n"
)


def judgement(evidence: str, more: str = "") -> str:
    return (
        "judgements: [{id: j-1, text: 'The strike is {likelihood} to end.', likelihood: likely, confidence: low,"
        f' basis: Why., horizon: "2024-03-01", evidence: {evidence}{more}}}]\n'
    )


@pytest.mark.parametrize(
    ("fragment", "words"),
    [
        (judgement("{for: c-2}"), "1 report with 1 origin (s-2): nobody else confirms it"),
        (judgement("{for: [c-1, c-3]}"), None),
        (judgement("{for: c-2, against: [c-1, c-3]}"), "1 report with 1 origin"),
        (judgement("{for: c-2}", ", key: false"), None),
        (judgement("{against: c-2}"), None),
        (judgement("{for: e-2}"), "1 report with 1 origin (s-2)"),
        (judgement("{for: [c-2, q-1]}") + "quotes: [{id: q-1, speaker: Head, text: No., source: s-1}]\n", None),
        (
            judgement("{for: [c-2, q-1]}")
            + "quotes: [{id: q-1, speaker: Head, text: No., source: {ref: s-1, via: s-2}}]\n",
            "2 reports with 1 origin (s-2): repetition",
        ),
        (judgement("{for: c-2}") + claim(sources="{ref: s-2, untraced: true}"), "1 report whose origin is not traced"),
        (
            judgement("{for: c-2}") + claim(sources="[{ref: s-2, via: s-1}, {ref: s-1, via: s-2}]"),
            "s-1 and s-2 repeat each other, which is circular reporting",
        ),
    ],
)
def test_what_speaks_for_a_key_judgement_is_followed_to_its_origins(fragment, words, tmp_path):
    found = findings(fragment, tmp_path, "SRC006")

    assert [words in one.message for one in found] == ([True] if words else [])


@pytest.mark.parametrize(
    ("sources", "more", "count"),
    [
        ("[s-1, s-2]", "", 0),
        ("s-2", "", 1),
        ("[s-2, {ref: s-1, via: s-2}]", "", 1),
        ("[s-2, {ref: s-1, untraced: true}]", "", 1),
        ("[{ref: s-2, via: s-3}, {ref: s-1, via: [s-3, s-2]}]", "", 1),
        ("s-2", "  - {id: c-4, text: Likewise., sources: s-1, credibility: 2, corroborates: c-2}\n", 0),
        (
            "s-2",
            "  - {id: c-4, text: Likewise., sources: {ref: s-1, via: s-2}, credibility: 2, corroborates: c-2}\n",
            1,
        ),
    ],
)
def test_confirmed_needs_two_origins(sources, more, count, tmp_path):
    fragment = claim(sources=sources, credibility="1") + more

    assert len(findings(fragment, tmp_path, "SRC007")) == count


def test_a_claim_without_a_source_is_not_called_unconfirmed_as_well(tmp_path):
    fragment = "claims: [{id: c-2, text: A depot burnt., credibility: 1}]\n"

    assert [code for code in ("SRC001", "SRC007") if findings(fragment, tmp_path, code)] == ["SRC001"]


@pytest.mark.parametrize(
    ("fragment", "records"),
    [
        (claim(sources="[{ref: s-2, via: s-1}, {ref: s-1, via: s-2}]"), ["c-2"]),
        (claim(sources="[{ref: s-2, via: s-1}, s-1]"), []),
        (claim(sources="[{ref: s-2, via: s-1}, {ref: s-1, via: s-3}, {ref: s-3, via: s-2}]"), ["c-2"]),
        (claim(sources="{ref: s-2, via: s-2}"), ["c-2"]),
        (source("s-2", derived_from="s-4") + source("s-4", derived_from="s-2").removeprefix("sources:\n"), ["s-2"]),
        (source("s-4", derived_from="s-5") + source("s-5", derived_from="s-4").removeprefix("sources:\n"), ["s-4"]),
        (source("s-2", derived_from="s-1") + claim(sources="[s-2, {ref: s-1, via: s-2}]"), ["c-2"]),
    ],
)
def test_circular_reporting_is_told_once_where_it_is_made(fragment, records, tmp_path):
    assert [one.record for one in findings(fragment, tmp_path, "SRC020")] == records


# grades, descriptors, languages


def test_few_grades_or_varied_ones_are_no_pattern(tmp_path):
    rows = "".join(f"  - {{id: c-{n}, text: One., sources: s-1, credibility: 2}}\n" for n in range(4, 10))

    assert findings("claims:\n" + rows, tmp_path, "SRC009") == []
    more = rows + "".join(f"  - {{id: c-{n}, text: One., sources: s-2, credibility: 3}}\n" for n in range(10, 16))
    assert len(findings("claims:\n" + more, tmp_path, "SRC009")) == 1


@pytest.mark.parametrize(
    ("fragment", "records"),
    [
        (source("s-2", basis=None), ["s-2"]),
        (source("s-2", basis=None, protect="A member of the crew"), []),
        (source("s-4", basis=None) + claim(id="c-4", sources="s-4"), []),
        (source("s-4", basis=None, access="not-seen") + claim(sources="{ref: s-2, via: s-4}"), []),
    ],
)
def test_a_source_behind_a_key_judgement_is_described(fragment, records, tmp_path):
    assert [one.record for one in findings(fragment, tmp_path, "SRC010")] == records


def test_a_sheet_without_judgements_needs_no_source_summary(tmp_path):
    sections = ("judgements", "hypotheses", "ach", "indicators", "assumptions", "gaps", "impact")
    nothing = "".join(f"{section}: ~\n" for section in sections)
    fragment = "product: {source_summary: ~}\nsummary: {bluf: 'It burnt [@c-2].'}\n" + nothing

    assert findings(fragment, tmp_path, "SRC011") == []


@pytest.mark.parametrize(
    ("fields", "count"),
    [
        ({"lang": "sv"}, 1),
        ({"lang": "en-GB"}, 0),
        ({"lang": "sv", "translated_by": "Desk"}, 0),
        ({"original_title": "Brand"}, 1),
        ({"original_title": "Brand", "lang": "sv"}, 1),
        ({"lang": "zxx"}, 0),
        ({"lang": "sv", "kind": "imagery"}, 0),
    ],
)
def test_a_translation_has_a_translator(fields, count, tmp_path):
    assert len(findings(source("s-2", **fields), tmp_path, "SRC012")) == count


@pytest.mark.parametrize(
    ("fields", "count"),
    [
        ({"sources": "s-3"}, 1),
        ({"sources": "s-3", "said_by": "a-union"}, 0),
        ({"sources": "s-3", "text": "The union says that a depot burnt."}, 0),
        ({"sources": "s-3", "text": "According to the union, a depot burnt."}, 0),
        ({"sources": "s-3", "text": "The union’s log lists a burnt depot."}, 0),
        ({"sources": "[s-3, s-1]"}, 0),
        ({"sources": "{ref: s-1, via: s-3}"}, 1),
        ({"sources": "{ref: s-3, untraced: true}"}, 0),
    ],
)
def test_a_party_is_not_the_only_origin(fields, count, tmp_path):
    assert len(findings(claim(id="c-1", **fields), tmp_path, "SRC013")) == count


# old, compiled, licensed and captured sources


OLD = source("s-2", published='"2023-08-02"')


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("The depot is currently closed [@c-2].", 1),
        ("Three depots are now closed [@c-2].", 1),
        ("The depot is still closed [@c-2].", 1),
        ("At present it is closed [@c-2].", 1),
        ("The depot is currently closed [@c-2; @c-1].", 0),
        ("The depot was closed until now [@c-2].", 0),
        ("Now that the depot is closed, trains wait [@c-2].", 0),
        ("In August 2023 the depot was currently in use [@c-2].", 0),
        ("The depot is currently closed.", 0),
        ("“It is currently closed,” the paper wrote [@c-2].", 0),
        ("The depot was closed [@c-2].", 0),
    ],
)
def test_old_sources_do_not_tell_of_today(text, count, tmp_path):
    assert len(findings(OLD + narrative(text), tmp_path, "SRC014")) == count


def test_the_desk_says_what_is_old(tmp_path):
    fragment = OLD + narrative("It is currently closed [@c-2].")

    assert findings(fragment, tmp_path, "SRC014", settings=LintSettings(currency_days=365)) == []


def test_a_claim_about_the_present_needs_a_day(tmp_path):
    assert len(findings(OLD + claim(text="It is currently closed."), tmp_path, "SRC014")) == 1
    assert findings(OLD + claim(text="It is currently closed.", dated='"2023-08"'), tmp_path, "SRC014") == []


@pytest.mark.parametrize(
    ("fields", "sources", "count"),
    [
        ({"publisher": "GDELT Project", "kind": "dataset"}, "s-2", 1),
        ({"title": "GDELT 2.0 events", "publisher": None, "kind": "dataset"}, "s-2", 1),
        ({"title": "What GDELT cannot see"}, "s-2", 0),
        ({"publisher": "Google News"}, "s-2", 1),
        ({"kind": "tertiary"}, "s-2", 1),
        ({"kind": "tertiary"}, "[s-2, s-1]", 0),
        ({"kind": "tertiary"}, "{ref: s-2, via: s-1}", 0),
        ({"kind": "tertiary", "derived_from": "s-1"}, "s-2", 0),
    ],
)
def test_a_compiler_is_no_report(fields, sources, count, tmp_path):
    assert len(findings(source("s-2", **fields) + claim(sources=sources), tmp_path, "SRC015")) == count


@pytest.mark.parametrize(
    ("fields", "count"),
    [
        ({"publisher": "ACLED", "kind": "dataset"}, 1),
        ({"publisher": "Armed Conflict Location & Event Data Project"}, 1),
        ({"publisher": "Uppsala University", "title": "UCDP GED 24.1", "kind": "dataset"}, 1),
        ({"publisher": "OpenStreetMap contributors", "kind": "imagery"}, 1),
        ({"url": "https://acleddata.com/export", "accessed": '"2024-02-03"'}, 1),
        ({"publisher": "ACLED", "kind": "dataset", "attribution": "ACLED. 2024."}, 0),
        ({"title": "ACLED counts fewer attacks"}, 0),
        ({"publisher": "Natural Earth", "kind": "imagery"}, 0),
        ({"publisher": "Osman Press"}, 0),
    ],
)
def test_licensed_data_are_attributed(fields, count, tmp_path):
    assert len(findings(source("s-2", **fields), tmp_path, "SRC016")) == count


def captured(file: str, digest: str) -> str:
    return source("s-2", snapshot=f"{{file: '{file}', sha256: {digest}}}")


def test_a_captured_file_is_what_it_was(tmp_path):
    (tmp_path / "captures").mkdir()
    (tmp_path / "captures" / "fire.html").write_bytes(b"<p>fire</p>")
    digest = sha256(b"<p>fire</p>").hexdigest()

    assert findings(captured("captures/fire.html", digest), tmp_path, "SRC017") == []
    (changed,) = findings(captured("captures/fire.html", "0" * 64), tmp_path, "SRC017")
    assert digest[:8] in changed.message
    assert changed.record == "s-2"
    (missing,) = findings(captured("captures/water.html", digest), tmp_path, "SRC017")
    assert "there is no captured file" in missing.message


def test_a_captured_file_is_not_looked_for_outside_the_desk(tmp_path):
    desk = tmp_path / "desk"
    desk.mkdir()
    (tmp_path / "secret").write_bytes(b"secret")
    (desk / "link").symlink_to(tmp_path / "secret")
    digest = sha256(b"secret").hexdigest()

    for name in ("../secret", str(tmp_path / "secret"), "link"):
        (found,) = findings(captured(name, digest), desk, "SRC017")
        assert "outside the desk" in found.message
    assert len(findings(captured("x" * 5000, digest), desk, "SRC017")) == 1
    assert len(findings(captured(".", digest), desk, "SRC017")) == 1


# who says so


@pytest.mark.parametrize(
    "text",
    [
        "Sources say that the line is shut.",
        "The line is shut, several security sources said.",
        "A source close to the ministry told reporters that talks go on.",
        "According to unconfirmed media reports, the line is shut.",
        "It is widely believed that the committee will give way.",
        "Reports suggest that twelve trains stood still.",
        "There are reports that twelve trains stood still.",
        "Some observers note a change of tone.",
        "Experts think otherwise.",
        "Many believe that the offer is final.",
        "The crews have reportedly agreed.",
        "The committee is understood to favour the offer.",
        "Local partners report 300 families displaced.",
        "Officials said that the line would open.",
        "Well-placed interlocutors in the capital indicated that talks go on.",
        "We understand that talks go on.",
        "Recent reporting indicates that talks go on.",
        "One official, who asked not to be named, confirmed it.",
        "While analysts expect a vote, the company waits.",
    ],
)
def test_hearsay_without_a_citation_is_vague(text, tmp_path):
    assert len(findings(narrative(text), tmp_path, "SRC018")) == 1
    assert findings(narrative(text.removesuffix(".") + " [@c-2]."), tmp_path, "SRC018") == []


@pytest.mark.parametrize(
    "text",
    [
        "Union officials said that the line would open.",
        "Analysts at the river service expect a crest.",
        "No source says when the fire began.",
        "The two reports agree on the injured.",
        "Our sources do not say who lit it.",
        "Residents were told to leave.",
        "The fire was reported to the police.",
        "Nobody had claimed it when it was reported.",
        "According to reports by the river service, the water falls.",
        "“Sources say so,” the paper wrote.",
        "What sources say and what we judge are kept apart.",
        "Sources for the toll differ.",
        "Partners plan a count.",
        "The sources of the Orlune lie in the hills.",
        "The committee thought it over.",
        "Some trains ran.",
        "Most crews stayed at home.",
    ],
)
def test_ordinary_prose_is_not(text, tmp_path):
    assert findings(narrative(text), tmp_path, "SRC018") == []


def test_a_paragraph_that_shows_its_sources_is_enough(tmp_path):
    assert findings(narrative("The crews have reportedly agreed.", ", refs: c-2"), tmp_path, "SRC018") == []
    assert len(findings(narrative("The crews have reportedly agreed.", ", refs: j-1"), tmp_path, "SRC018")) == 1


@pytest.mark.parametrize(("text", "count"), [("Analysts say that it holds.", 1), ("It reportedly holds.", 0)])
def test_a_basis_names_whose_view_it_follows(text, count, tmp_path):
    fragment = f"judgements: [{{id: j-1, text: '{{likelihood}}.', likelihood: likely, basis: {text}, evidence: c-1}}]\n"

    assert len(findings(fragment, tmp_path, "SRC018")) == count


@pytest.mark.parametrize(
    ("fields", "count"),
    [
        ({"text": "Sources said that a depot burnt."}, 1),
        ({"text": "It is believed that a depot burnt."}, 1),
        ({"text": "Experts think that the depot is lost."}, 1),
        ({"text": "Sources said that a depot burnt.", "said_by": "a-union"}, 0),
        (
            {
                "text": "Sources said that a depot burnt.",
                "sources": "{ref: s-2, note: two drivers whom it does not name}",
            },
            0,
        ),
        ({"text": "Sources said that a depot burnt.", "sources": "{ref: s-2, untraced: true}"}, 0),
        ({"text": "A depot has reportedly burnt."}, 0),
        ({"text": "Residents said that a depot burnt."}, 0),
        ({"text": "The depot is believed to be lost."}, 1),
    ],
)
def test_a_claim_does_not_hide_who_said_it(fields, count, tmp_path):
    assert len(findings(claim(**fields), tmp_path, "SRC018")) == count


def test_the_words_are_marked_where_they_stand(tmp_path):
    (found,) = findings(narrative("The line is shut, sources say."), tmp_path, "SRC018")
    line = (tmp_path / "sheet.yaml").read_text("utf-8").splitlines()[found.mark.line - 1]

    assert line[found.mark.column - 1 :].startswith("sources say")


def test_everything_is_asked_for_a_grade(tmp_path):
    fragment = source("s-2", reliability=None) + "claims: [{id: c-2, text: A depot burnt., sources: s-2}]\n"

    assert {one.record for one in findings(fragment, tmp_path, "SRC019")} == {"s-2", "c-2"}
