"""Control data, review, placeholders, captions and machines: what is found, and what tempts and is sound."""

import json

import pytest

from tests.lint.framing import findings


def narrative(text):
    return f"summary:\n  narrative: {json.dumps(text)}\n"


def summary_of_sources(text):
    return f"product:\n  source_summary: {json.dumps(text)}\n"


def source(**fields):
    lines = "".join(f"    {name}: {json.dumps(value)}\n" for name, value in fields.items())
    return f"sources:\n  - id: s-9\n    title: Notice\n    publisher: Gazette\n    kind: press\n{lines}"


# PRD001


@pytest.mark.parametrize(
    ("fields", "count"),
    [
        ('{people: ""}', 1),
        ('{issue: "", supersedes: ""}', 1),
        ('{series: ""}', 1),
        ('{time: {next_issue: ""}}', 1),
        ('{supersedes: ""}', 1),
        ('{issue: 1, supersedes: ""}', 0),
        ('{series: "", issue: "", supersedes: "", time: {next_issue: ""}}', 0),  # stands alone
        ('{people: "", supersedes: "", time: {next_issue: ""}}', 3),
    ],
)
def test_control_data(fields, count, tmp_path):
    assert len(findings(f"product: {fields}\n", tmp_path, "PRD001")) == count


# PRD002


@pytest.mark.parametrize(
    ("fields", "count"),
    [
        ("{people: {author: Duty analyst, reviewer: Desk head}}", 0),
        ("{people: {author: Duty analyst, reviewer: [Duty analyst, Desk head]}}", 0),
        ("{people: {author: [Duty analyst, Desk head], reviewer: [Desk head, Duty analyst]}}", 1),
        ("{people: {author: Duty analyst, reviewer: duty  Analyst}}", 1),
        ('{people: {author: Duty analyst, reviewer: ""}}', 1),
        ('{people: ""}', 1),
        ('{status: recalled, people: {author: Duty analyst, reviewer: ""}}', 1),
        ('{status: draft, people: {author: Duty analyst, reviewer: ""}}', 0),
        ("{status: in-review, people: {author: Duty analyst, reviewer: Duty analyst}}", 0),
    ],
)
def test_a_released_document_has_a_reviewer_who_did_not_write_it(fields, count, tmp_path):
    assert len(findings(f"product: {fields}\n", tmp_path, "PRD002")) == count


# PRD003


@pytest.mark.parametrize(
    "text",
    [
        "TODO: ask the depots.",
        "The number is TBD.",
        "The venue is tbc.",
        "FIXME before release.",
        "On XX January crews left.",
        "XXX people were hurt.",
        "Lorem ipsum dolor sit amet.",
        "Say here what the reader has to know.",
        "Crews left on [date].",
        "Crews left on [insert date here].",
        "Crews left [...] in January.",
        "Crews left in January [citation needed].",
        "How many ??? left.",
        "Crews of <TODO: place> left.",
        "Crews of < place > and [ ? ] left.",
        "Add text here.",
    ],
)
def test_a_placeholder_is_found(text, tmp_path):
    assert len(findings(narrative(text), tmp_path, "PRD003")) == 1


@pytest.mark.parametrize(
    "text",
    [
        "“We left [...] at night,” the driver said.",
        "XXX Corps moved its headquarters in 1943.",
        "The toll is below 50 and above 40.",
        "Numbers <40 are not counted, nor are those >90.",
        "See [the notice](https://gazette.example/notice).",
        "See [text](https://gazette.example/notice).",
        "See <https://gazette.example/notice>.",
        "Did the crews leave?",
        "The venue is still to be confirmed.",
        "The King [sic] signed.",
        "The chairman [of the union] signed.",
        "Much of the todo list of the committee is done.",
        "The twentieth (XX) congress met.",
        "They stayed here.",
        "Crews left [@c-1].",
    ],
)
def test_what_only_looks_like_a_placeholder_is_left_alone(text, tmp_path):
    assert findings(narrative(text), tmp_path, "PRD003") == []


def test_titles_are_read_too(tmp_path):
    assert len(findings("product:\n  title: Title TBD\n", tmp_path, "PRD003")) == 1
    assert [one.record for one in findings(source().replace("Notice", "TODO"), tmp_path, "PRD003")] == ["s-9"]


# VIS001


def test_every_figure_without_a_caption_is_found(tmp_path):
    figures = "figures:\n  - {kind: timeline}\n  - {id: f-2, kind: timeline}\n  - {kind: timeline, caption: It burnt}\n"

    assert [one.record for one in findings(figures, tmp_path, "VIS001")] == [None, "f-2"]


# AIX001


@pytest.mark.parametrize(
    "name",
    [
        "DeepL",
        "Google Translate",
        "machine translation",
        "Machine translation, checked by the duty analyst",
        "ChatGPT",
        "GPT-4o",
        "Claude 3 Opus",
        "Claude",
        "Gemini",
        "LLM",
        "AI",
        "Whisper large-v3",
        "Machine",
        "Microsoft Translator",
        "a large language model",
        "MT",
    ],
)
def test_a_machine_among_the_translators_is_found(name, tmp_path):
    assert [one.record for one in findings(source(translated_by=name), tmp_path, "AIX001")] == ["s-9"]


@pytest.mark.parametrize(
    "name",
    [
        "Duty analyst",
        "Claude Martin",
        "Jean-Claude Duval",
        "Ai Weiwei",
        "Gabriela Mistral",
        "Aisha Khan",
        "Agency’s own translation",
        "J. Whisper Jones",
        "M. T. Khan",
        "DPA translation desk",
        "Mai Nguyen",
    ],
)
def test_people_are_no_machines(name, tmp_path):
    assert findings(source(translated_by=name), tmp_path, "AIX001") == []
    assert findings(source(author=name), tmp_path, "AIX001") == []


@pytest.mark.parametrize(
    "text",
    [
        "The Urdu articles were translated with DeepL.",
        "Two sources were read in machine translation.",
        "The posts were machine-translated from Pashto.",
        "This summary was drafted with the help of ChatGPT.",
        "We used Whisper to transcribe the broadcast.",
        "The broadcast was transcribed by a speech-to-text system.",
        "The recording was automatically transcribed and then checked by an AI.",
        "Google Translate was used for the two Urdu articles.",
        "Parts of this brief were written by an LLM.",
        "AI-generated summaries of four articles were read.",
    ],
)
def test_a_machine_that_helped_is_found_in_the_frame(text, tmp_path):
    assert len(findings(summary_of_sources(text), tmp_path, "AIX001")) == 1


@pytest.mark.parametrize(
    "text",
    [
        "No machine translation was used.",
        "The articles were not machine-translated.",
        "All were read without the help of AI.",
        "The Urdu articles were translated by the duty analyst.",
        "The ministry of artificial intelligence did not answer.",
        "Two claims come from Gemini Station.",
    ],
)
def test_a_frame_without_machines_is_left_alone(text, tmp_path):
    assert findings(summary_of_sources(text), tmp_path, "AIX001") == []


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("AI-generated images of the rally were passed on in January [@c-1].", 0),
        ("The union summarised its demands with ChatGPT [@c-1].", 0),
        ("The company uses machine learning to plan its trains.", 0),
        ("The speech was written by AI, the union says.", 0),
        ("This brief was summarised by ChatGPT.", 1),
        ("We asked ChatGPT to summarise the articles.", 1),
    ],
)
def test_machines_in_the_world_are_left_alone(text, count, tmp_path):
    assert len(findings(narrative(text), tmp_path, "AIX001")) == count


def test_a_disclosure_needs_somebody_who_checked(tmp_path):
    disclosed = 'product:\n  disclosures: {system: DeepL, version: "1", use: Translation}\n'
    checked = disclosed.replace("Translation}", "Translation, reviewed_by: Desk head}")
    machine = source(translated_by="DeepL")

    assert ["DeepL" in one.message for one in findings(disclosed + machine, tmp_path, "AIX001")] == [True]
    assert findings(checked + machine, tmp_path, "AIX001") == []


def test_notes_on_sources_and_translations_of_quotations_are_read(tmp_path):
    quote = (
        "quotes:\n  - {id: q-1, speaker: Chairman, text: We stay out., source: s-1, lang: sv,"
        " translation: {text: We stay out., by: Google Translate}}\n"
    )

    found = findings(source(note="Read in machine translation.") + quote, tmp_path, "AIX001")
    assert [one.record for one in found] == ["s-9", "q-1"]
