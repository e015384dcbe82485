"""What is withheld in one place and told in another: every kind of needle, its spellings, and what is none."""

from __future__ import annotations

import time

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from briefgen import sheet
from briefgen.lint.leaks import Leaks
from briefgen.lint.naming import frame
from briefgen.lint.needles import CODE, figures
from briefgen.markings.scheme import Marking
from tests.lint.framing import SHEET, findings, framed, reviewed

AMBER = "portion: 'TLP:AMBER'"
PLACE = f"places: [{{id: p-kelm, name: Hare Hill, aliases: [Sorven], precision: site, {AMBER}}}]\n"
ACTOR = (
    "actors: [{id: a-x, name: Noor Wali Mehsud, short: NWM, class: individual, aliases: [Abu Mansoor Asim], "
    f"original: {{text: نور ولی محسود, lang: ur}}, {AMBER}}}]\n"
)
SOURCE = (
    "sources: [{id: s-9, title: Plans of the night shift, publisher: The Sorven Courier, author: Anna Lindqvist, "
    f"kind: press, access: seen, published: '2024-02-03', {AMBER}}}]\n"
)
EVENT = (
    "events: [{id: e-9, title: Raid, when: '2024-02-03', where: p-umea, type: attack, claims: c-1, "
    f"harm: {{injured: {{low: 23, high: 26}}, displaced: 1840}}, external: {{acled: SWE20417}}, {AMBER}}}]\n"
)


def claim(text: str) -> str:
    return f"claims: [{{id: c-9, text: '{text}', sources: s-1, credibility: 3, {AMBER}}}]\n"


def narrative(*texts: str) -> str:
    return yaml.safe_dump({"summary": {"narrative": list(texts)}}, allow_unicode=True)


def words(fragment: str, folder) -> list[str | None]:
    return [one.words for one in findings(fragment, folder, "MRK011")]


@pytest.mark.parametrize(
    ("withheld", "text", "needle"),
    [
        (PLACE, "Engines stood at Hare Hill.", "Hare Hill"),
        (PLACE, "Sorven is quiet.", "Sorven"),
        (ACTOR, "The crews heard Noor Wali Mehsud.", "Noor Wali Mehsud"),
        (ACTOR, "Abu Mansoor Asim spoke.", "Abu Mansoor Asim"),
        (ACTOR, "The letter is signed NWM.", "NWM"),
        (ACTOR, "The letter is signed نور ولی محسود.", "نور ولی محسود"),
        (ACTOR, "On Monday, Mehsud spoke.", "Mehsud"),
        (SOURCE, "The Sorven Courier has it.", "Sorven Courier"),
        (SOURCE, "Lindqvist has it.", "Lindqvist"),
        (SOURCE, "It is told in Plans of the Night Shift.", "Plans of the night shift"),
        (SOURCE, "See s-9 for more.", "s-9"),
        (EVENT, "Between 23 and 26 people left; 23–26 were hurt.", "23–26"),
        (EVENT, "Some 1,840 people left.", "1840"),
        (EVENT, "It is SWE20417 elsewhere.", "SWE20417"),
        (EVENT, "At Umeå, on 3 February, crews were hurt.", "Umeå 2024-02-03"),
        (claim("Brigadier Anwar Holt came."), "The crews met Anwar Holt.", "Anwar Holt"),
        (claim("The Kelm Accord holds."), "They spoke of the Kelm Accord.", "Kelm Accord"),
        (claim("It cost 4.7 million."), "It cost 4,700,000.", "4.7 million"),
        (claim("Support fell to 37.5 per cent."), "Support fell to 37.5%.", "37.5 per cent"),
        (claim("It lies at 63.8251, 20.2630."), "It lies at 63.8251 N.", "63.8251"),
    ],
)
def test_a_needle_of_every_kind_is_found_in_the_open(withheld, text, needle, tmp_path):
    assert words(withheld + narrative(text), tmp_path) == [needle]


@pytest.mark.parametrize(
    ("name", "written"),
    [
        ("Noor Wali Mehsud", "Nur Vali Mehsood"),
        ("Noor Wali Mehsud", "NOOR WALI MEHSUD"),
        ("Hare Hill", "hare hill"),
        ("Hare Hill", "Hare-Hill’s"),
        ("Hare Hill", "Harehill"),
        ("Mohammad Khorasani", "Muhammed Khurasani"),
        ("Hafiz Gul Bahadur", "Hafeez Gull Bahadar"),
        ("Malik Kaleem Ullah", "Malik Kalimollah"),
        ("Qandahar", "Kandahar"),
        ("Skellefteå", "Skelleftea"),
        ("Abd al-Latif", "Abdul Latif"),
        ("U.S. Relief Board", "U.S. Relief Board"),
        ("Brigade 313", "313 was the number, and Brigade 313 the name"),
    ],
)
def test_every_usual_spelling_is_found(name, written, tmp_path):
    place = f"places: [{{id: p-kelm, name: {name}, precision: site, {AMBER}}}]\n"
    assert words(place + narrative(f"They told us of {written}."), tmp_path) == [name]


@pytest.mark.parametrize(
    ("withheld", "text"),
    [
        (PLACE, "A hare ran up the hill, and a hill is no hare."),
        (PLACE, "Hare, Hill and others spoke."),
        (PLACE, "Hora Hull spoke, and so did Hardy Hall."),
        (ACTOR, "Nora Wale spoke, and Ahmad Mehsud did."),
        (SOURCE, "It is so [@c-1]."),
        (claim("Crews at Umeå met the Railway Crews Union and the Prime Minister."), "The Prime Minister met crews."),
        (claim("Crews of the Railway Crews Union left Sri Lanka in January."), "Sri Lanka is far."),
        (claim("It was 500 men, 14 days, at 14:30, in 2023, 2,000 in all."), "2023: 500 men and 2,000 at 14:30."),
        (claim("See [@c-1, p. 413]."), "There were 413 of them."),
        (EVENT, "On 3 February all was quiet."),
        (EVENT, "At Umeå all was quiet; on 4 February as well."),
        (
            "places: [{id: p-kelm, name: Dawn, precision: site, portion: 'TLP:AMBER'}]\n",
            "At dawn they left. Dawn was cold.",
        ),
        (f"actors: [{{id: a-p, name: The Police, class: organization, role: state, {AMBER}}}]\n", "Police came."),
        (f"actors: [{{id: a-u2, name: Railway Crews’ Union, class: organization, {AMBER}}}]\n", "Crews met."),
    ],
)
def test_what_is_not_distinctive_is_not_found(withheld, text, tmp_path):
    assert words(withheld + narrative(text), tmp_path) == []


def test_the_place_is_that_of_the_word_and_both_markings_are_told(tmp_path):
    (found,) = findings(PLACE + narrative("Crews left.\n\nEngines stood at\n  Hare Hill."), tmp_path, "MRK011")
    line = (tmp_path / SHEET).read_text("utf-8").splitlines()[found.mark.line - 1]
    assert line[found.mark.column - 1 :].startswith("Hare Hill")
    assert found.record == "p-kelm"
    assert "TLP:CLEAR" in found.message
    assert "p-kelm, which is marked TLP:AMBER" in found.message
    assert "[Hare Hill]{TLP:AMBER}" in found.remedy


@pytest.mark.parametrize(
    "elsewhere",
    [
        "product: {title: The strike at Hare Hill is likely to end}",
        "events: [{id: e-3, title: Hare Hill raid, when: '2024-01-31', type: attack, claims: c-1, where: p-umea}]",
        "figures: [{kind: timeline, from: [e-1, e-2], caption: What happened at Hare Hill}]",
        "figures: [{kind: chart, alt: A chart., caption: A chart, spec: {mark: bar, title: At Hare Hill}}]",
        "actors: [{id: a-z, name: Hare Hill Crew, class: group, role: crew}]",
        "actors: [{id: a-z, name: Crew, class: group, role: crew, note: Of Hare Hill}]",
        "summary: {narrative: {text: It burnt., heading: Hare Hill}}",
        "summary: {narrative: {text: It burnt., note: Hare Hill is near.}}",
        "summary: {narrative: {text: It burnt., portion: 'TLP:AMBER', releasable: {'TLP:CLEAR': Hare Hill burnt.}}}",
        "quotes: [{id: q-1, speaker: A guard, text: We saw Hare Hill burn, source: s-1}]",
        "waivers: [{rule: SRC006, record: j-1, reason: Hare Hill was not asked.}]",
        "gaps: [{id: n-1, text: Who left., blocks: j-1, ask: Call Hare Hill.}]",
    ],
)
def test_every_text_that_is_printed_is_looked_at(elsewhere, tmp_path):
    assert words(PLACE + elsewhere, tmp_path) == ["Hare Hill"]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Engines stood [at Hare Hill]{TLP:AMBER}.", 0),
        ("Engines stood [at Hare Hill]{TLP:GREEN}.", 1),
        ("Engines stood at Hare [and another]{TLP:RED} Hill.", 1),
        ("[Anwar Holt]{TLP:GREEN} came. It was Anwar Holt.", 1),
        ("[He met [Anwar Holt]{TLP:RED} there]{TLP:AMBER}. He met Anwar Holt.", 1),
        ("[He met [Anwar Holt]{TLP:CLEAR} there]{TLP:AMBER}. He met Anwar Holt.", 1),
    ],
)
def test_marked_parts_of_a_text_are_read_by_their_own_marking(text, count, tmp_path):
    assert len(words(PLACE + narrative(text), tmp_path)) == count


def test_a_paragraph_that_is_withheld_has_needles_as_well(tmp_path):
    blocks = ["The crews met Anwar Holt.", {"text": "Anwar Holt leads them.", "portion": "TLP:GREEN"}]
    (found,) = findings(yaml.safe_dump({"summary": {"narrative": blocks}}), tmp_path, "MRK011")
    assert "the text at line" in found.message
    assert found.record is None


def test_what_is_told_of_a_record_in_its_own_tear_line_is_no_secret(tmp_path):
    torn = {"text": "Anwar Holt leads them.", "portion": "TLP:GREEN", "releasable": {"TLP:CLEAR": "Anwar Holt came."}}
    other = torn | {"releasable": {"TLP:CLEAR": "A man came."}}
    for block, found in ((torn, []), (other, ["Anwar Holt"])):
        assert words(yaml.safe_dump({"summary": {"narrative": [block, "He is Anwar Holt."]}}), tmp_path) == found


def test_a_name_that_a_record_in_the_open_has_is_no_secret(tmp_path):
    same = "{id: a-q, name: Hare Hill, class: group, role: crew}, {id: a-x, name: hare-hill, portion: 'TLP:RED'}"
    assert words(f"actors: [{same}]\n" + narrative("Engines stood at Hare Hill."), tmp_path) == []


def test_what_is_found_everywhere_is_no_secret_unless_it_is_a_name(tmp_path):
    texts = [f"Anwar Holt {did} at Hare Hill." for did in ("came", "spoke", "left")]
    secret = claim("Anwar Holt came.")
    assert words(secret + narrative(*texts[:2]), tmp_path) == ["Anwar Holt"] * 2
    assert words(secret + narrative(*texts), tmp_path) == []
    assert words(PLACE + narrative(*texts), tmp_path) == ["Hare Hill"] * 3


@pytest.mark.parametrize(
    "openly",
    [
        "requirements: [{id: pir-1, text: What does Anwar Holt want?}]",
        "product: {people: {author: Anwar Holt, office: Example Desk, reviewer: Desk head}}",
        "sources: [{id: s-9, title: Anwar Holt speaks, publisher: The Sorven Courier, kind: press, access: seen}]",
        "actors: [{id: a-z, name: Friends of Anwar Holt, class: group, role: crew}]",
    ],
)
def test_a_phrase_that_the_reader_meets_in_a_name_or_has_asked_about_is_no_secret(openly, tmp_path):
    assert words(claim("Anwar Holt came.") + openly + "\n" + narrative("It is Anwar Holt."), tmp_path) == []


def test_a_protected_source_is_named_nowhere(tmp_path):
    source = (
        "sources: [{id: s-9, title: Talk in the yard, publisher: Railway Crews Union, author: Anna Lindqvist, "
        "kind: interview, access: seen, published: '2024-02-03', protect: %s}]\n"
    )
    assert words(source % "A driver" + narrative("Anna Lindqvist said so."), tmp_path) == ["Anna Lindqvist"]
    assert words(source % "A driver" + narrative("The Railway Crews Union said so."), tmp_path) == []
    assert words(source % "A driver of the Railway Crews Union", tmp_path) == ["Railway Crews Union"]


def test_caveats_keep_readers_out_as_levels_do(tmp_path):
    (tmp_path / "sheet.yaml").write_text(framed(PLACE + narrative("At Hare Hill.")), encoding="utf-8")
    made = sheet.load(tmp_path / "sheet.yaml").sheet
    assert made
    assert made.product.handling
    plain = made.product.handling.marking
    narrowed = Marking(plain.level, ("LEGAL",))
    place = made.places[-1].model_copy(update={"portion": narrowed})
    place._node = made.places[-1]._node
    held = made.model_copy(update={"places": (*made.places[:-1], place)})
    assert [leak.needle.words for leak in Leaks(held, plain)] == ["Hare Hill"]
    assert list(Leaks(held, narrowed)) == []


def test_without_a_marking_of_the_document_nothing_is_said(tmp_path):
    assert words(PLACE + "product: {handling: ~}\n" + narrative("At Hare Hill."), tmp_path) == []


@pytest.mark.parametrize(
    ("waiver", "left"),
    [
        ("record: p-kelm", {"Anwar Holt"}),
        ("record: p-kelm, words: Hare Hill", {"Sorven", "Anwar Holt"}),
        ("record: p-kelm, words: [hare hill, Sorven]", {"Anwar Holt"}),
        ("record: [p-kelm, c-9], words: [Hare Hill, Sorven, Anwar Holt]", set()),
        ("record: c-9", {"Hare Hill", "Sorven"}),
    ],
)
def test_a_waiver_lets_a_record_or_only_some_of_its_words_stand(waiver, left, tmp_path):
    text = narrative("Hare Hill, which some call Sorven, knows Anwar Holt.")
    waived = f"waivers: [{{rule: MRK011, {waiver}, reason: It is known.}}]\n"
    assert set(words(PLACE + claim("Anwar Holt came.") + text + waived, tmp_path)) == left


@pytest.mark.parametrize(("said", "count"), [("Hare Hell", 1), ("Hare Hill", 0)])
def test_a_waiver_for_words_that_do_not_stand_is_reported(said, count, tmp_path):
    waiver = f"waivers: [{{rule: MRK011, record: p-kelm, words: {said}, reason: It is known.}}]\n"
    found = reviewed(PLACE + narrative("At Hare Hill.") + waiver, tmp_path).findings
    assert ["“Hare Hell” of p-kelm" in one.message for one in found if one.code == "LNT001"] == [True] * count


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("1,840 and 1840 and 1 840", ["1840", "1840", "1840"]),
        ("100, 1,000 and 2,000", []),
        ("2024-02-05, 14:30, 0415Z, 1999, 12, 3.5", []),
        ("3.5% and 3.5 per cent, 34.77 and 12.50", ["3.5%", "3.5%", "34.77", "12.5"]),
        ("23–26, 23 to 26, 5-7, 10 to 12 February", ["23–26", "23–26"]),
        ("4.7 million; 120 thousand", ["4700000", "120000"]),
        ("section 1.2.3, v1234, 12/345", []),
    ],
)
def test_which_figures_are_distinctive(text, keys):
    assert [key for _, _, key in figures(text)] == keys


def test_numbers_of_files_and_vehicles():
    assert CODE.findall("SWE20417, FL-2024-000012-SWE, TLP:AMBER, COVID-19, G20, AK-47, U-1234") == [
        "SWE20417",
        "FL-2024-000012-SWE",
        "U-1234",
    ]


def test_a_frame_is_what_vowels_leave():
    assert frame("Mohammad") == frame("Muhammed") == "mhmd"
    assert frame("Hare Hill") == frame("Harehill") != frame("Hardy Hall")


MARKS = ("{TLP:AMBER}", "{TLP:RED}", "]{TLP:GREEN}", "[@c-1]", "{j-1}")
WORDS = ("Hare", "Hill", "hare hill", "1,840", "3 February", "23–26", "Umeå", "the", "of", "c-9", "The")
LETTERS = ("Ünïcode", "محسود", "\u0301", "𝔘", "ß", "İ")
PIECES = st.sampled_from((*"[]{}().,:;*_`’'-\n ", *MARKS, *WORDS, *LETTERS))


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(shown=st.lists(PIECES, max_size=30), withheld=st.lists(PIECES, max_size=30))
def test_no_text_is_too_odd(shown, withheld, tmp_path):
    texts = ["".join(part) + " x" for part in (shown, withheld)]
    blocks = [texts[0], {"text": texts[1], "portion": "TLP:AMBER"}]
    path = tmp_path / SHEET
    path.write_text(framed(PLACE + EVENT + yaml.safe_dump({"summary": {"narrative": blocks}})), encoding="utf-8")
    made = sheet.load(path).sheet
    if made and made.product.handling:
        for leak in Leaks(made, made.product.handling.marking):
            assert leak.written
            assert leak.mark.line > 0


LONG = ["Hare Hill and 1,841 men on 3 February. ", "[" * 9, "[a]{TLP:RED} ", "Aa of ", "A-", "1,234 ", "Al Al "]


@pytest.mark.parametrize("text", LONG)
def test_a_long_text_takes_no_longer_than_its_length(text, tmp_path):
    """Of a sheet of 96 kB, half withheld: a tenth of a second is meant, and ten times that is still no square."""
    long = text * (24_000 // len(text)) + "x"
    blocks = [long, long, {"text": long, "portion": "TLP:AMBER"}, {"text": long, "portion": "TLP:AMBER"}]
    (tmp_path / SHEET).write_text(framed(PLACE + yaml.safe_dump({"summary": {"narrative": blocks}})), encoding="utf-8")
    made = sheet.load(tmp_path / SHEET).sheet
    assert made
    assert made.product.handling
    start = time.process_time()
    list(Leaks(made, made.product.handling.marking))
    assert time.process_time() - start < 1.5
