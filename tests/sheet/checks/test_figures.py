import pytest

from briefgen import issuing, sheet
from briefgen.markings import tlp
from briefgen.markings.scheme import Marking

GREEN = Marking(tlp.SCHEME.levels[1])
FRAME = """\
briefgen: 1
product: {id: F-1, title: A frame, time: "2024-02-07", handling: {tlp: "TLP:GREEN"}}
claims: [{id: c-1, text: One.}]
events: [{id: e-1, type: attack, when: "2024"}, {id: e-2, type: attack, when: "2024", portion: "TLP:RED"}]
actors: [{id: a-1, name: One}]
figures:
"""
CHART = "  - {id: f-1, kind: chart, caption: C, alt: A, spec: {data: {values: [{a: 1}]}, mark: bar%s}}\n"


def load(tmp_path, figures):
    (tmp_path / "s.yaml").write_text(FRAME + figures)
    return sheet.load(tmp_path / "s.yaml")


def errors(tmp_path, figures):
    return [
        (one.code, one.mark.line, one.mark.column)
        for one in load(tmp_path, figures).findings
        if one.severity == "error"
    ]


@pytest.mark.parametrize(
    ("kind", "fits"),
    [("harm", "e-1"), ("actors", "a-1"), ("ach", "c-1"), ("timeline", "e-1")],
)
def test_a_figure_takes_the_records_that_it_can_draw(tmp_path, kind, fits):
    assert errors(tmp_path, f"  - {{kind: {kind}, caption: C, from: {fits}}}\n") == []


@pytest.mark.parametrize(
    ("kind", "misfit"),
    [("harm", "a-1"), ("compliance", "e-1"), ("likelihood", "c-1"), ("ach", "a-1"), ("actors", "e-1")],
)
def test_a_record_of_another_kind_is_an_error_with_its_place(tmp_path, kind, misfit):
    line = f"  - {{kind: {kind}, caption: C, from: [{misfit}]}}\n"

    assert errors(tmp_path, line) == [("REF002", 7, line.index(misfit) + 1)]


def test_a_chart_needs_a_specification_and_a_text(tmp_path):
    assert errors(tmp_path, "  - {kind: chart, caption: C}\n") == [("SHT002", 7, 5)] * 2


def test_a_specification_belongs_to_a_chart(tmp_path):
    assert errors(tmp_path, CHART.replace("chart", "harm") % "")[0][0] == "SHT030"
    assert errors(tmp_path, CHART % "") == []


@pytest.mark.parametrize(
    "part",
    [
        "config: {}",
        "encoding: {x: {field: a, axis: {labelFont: Arial}}}",
        "encoding: {href: {field: a}}",
        "layer: [{mark: image}]",
        "layer: [{mark: {type: image}}]",
        "layer: [{data: {url: x.csv}}]",
        "transform: [{sample: 5}]",
        'transform: [{calculate: "now()", as: b}]',
        'transform: [{filter: "datum.a > random ()"}]',
    ],
)
def test_what_reads_or_changes_is_refused_with_its_place(tmp_path, part):
    ((code, line, column),) = errors(tmp_path, CHART % f", {part}")

    assert (code, line) == ("SHT030", 7)
    assert column > CHART.index("%s")


def test_data_may_say_anything(tmp_path):
    values = CHART.replace("[{a: 1}]", '[{url: "https://x.example", config: now()}]')

    assert errors(tmp_path, values % "") == []


def test_a_specification_is_plain_data_with_the_types_of_json(tmp_path):
    more = ", width: 120, height: 1.5e2, config2: [true, null, ~, '12', 1_0, -3, .5, 2025-01-02, yes]"
    made = load(tmp_path, CHART % more).sheet
    assert made
    spec = issuing.make(made, GREEN).figures[0]["spec"]

    assert (spec["width"], spec["height"]) == (120, 150.0)
    assert spec["config2"] == (True, None, None, "12", "1_0", -3, 0.5, "2025-01-02", "yes")
    assert spec["data"] == {"values": ({"a": 1},)}


def test_a_figure_of_withheld_records_draws_no_others_instead(tmp_path):
    made = load(
        tmp_path, "  - {id: f-1, kind: harm, caption: C, from: e-2}\n  - {id: f-2, kind: harm, caption: C}\n"
    ).sheet
    assert made

    assert [one["id"] for one in issuing.make(made, GREEN).figures] == ["f-2"]
