import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from briefgen.errors import FigureError
from briefgen.figures import chart, vega_engine
from briefgen.figures.kinds import drawer
from briefgen.figures.vega_svg import clean
from tests.figures.boxes import alternatives, root, texts
from tests.figures.editions import amount, edition, event

ROOT = Path(__file__).parents[2]
SVG = "{http://www.w3.org/2000/svg}"
BARS = {
    "mark": "bar",
    "encoding": {"y": {"field": "place", "title": None}, "x": {"field": "n", "type": "quantitative"}},
}
VALUES = {"values": ({"place": "Peshawar", "n": 28}, {"place": "Quetta", "n": 55}, {"place": "تربت", "n": None})}
SHEET = """\
briefgen: 1
product: {id: CHART-1, title: A chart, time: "2024-02-07", handling: {tlp: "TLP:CLEAR"}}
figures:
  - id: f-1
    kind: chart
    caption: C
    alt: A
    spec: {data: {values: [{a: 1}]}, mark: %s, encoding: {x: {field: a, type: quantitative}}}
"""


@pytest.fixture(scope="module")
def engine():
    pytest.importorskip("vl_convert", reason="vl-convert-python is not installed: pip install 'briefgen[charts]'")


def record(spec, **more):
    return {"id": "f-1", "kind": "chart", "alt": "Killed by place.", "caption": "More in Quetta", "spec": spec} | more


def draw(spec, **more):
    return drawer(edition())("chart", record(spec, **more))


@pytest.mark.usefixtures("engine")
def test_a_chart_shows_its_data_and_tells_them():
    made = draw({"data": VALUES, **BARS})

    assert made.table == (("place", "n"), (("Peshawar", "28"), ("Quetta", "55"), ("تربت", "")))
    assert {"Peshawar", "Quetta", "[a]"} <= set(texts(made.svg))
    assert made.names == (("[a]", "تربت"),)
    assert alternatives(made.svg)[0] == made.alt == "Killed by place."
    bars = [path for path in root(made.svg).iter(f"{SVG}path") if path.get("fill") == "accent"]
    lengths = [float(re.findall(r"h([\d.]+)", path.get("d", ""))[0]) for path in bars if "h" in path.get("d", "")]
    assert lengths[0] / lengths[1] == pytest.approx(28 / 55, abs=0.01)
    assert float(root(made.svg)[0].get("width", "")[:-2]) <= 470


@pytest.mark.usefixtures("engine")
def test_the_same_chart_is_the_same_bytes_and_names_nothing_by_order():
    clipped = {"data": VALUES, **BARS, "mark": {"type": "bar", "clip": True}}
    first, other = draw(clipped), draw(clipped | {"height": 50})
    vega_engine.drawn.cache_clear()
    again = draw(clipped)

    assert first == again
    ids = [set(re.findall(r' id="([^"]+)"', made.svg)) for made in (first, other)]
    assert ids[0]
    assert not ids[0] & ids[1]
    assert not re.search(r"aria-|class=|href|clip\d|gradient", first.svg)


@pytest.mark.usefixtures("engine")
@pytest.mark.parametrize(
    ("spec", "code", "words"),
    [
        ({"data": VALUES, **BARS, "mark": {"type": "bar", "color": "red"}}, "FIG002", "the colour red"),
        ({"data": VALUES, **BARS, "width": 900}, "FIG003", "no larger than 470 by 560"),
        (
            {"data": {"url": "http://127.0.0.1:9/x.json"}, "datasets": {"x": [{"n": 1}]}, **BARS},
            "FIG002",
            "not allowed",
        ),
        ({"data": VALUES, "mark": "nonsense"}, "FIG002", "Vega-Lite cannot draw it"),
    ],
    ids=["colour", "size", "network", "mark"],
)
def test_what_cannot_be_drawn_is_an_error_of_the_figure(spec, code, words):
    with pytest.raises(FigureError, match=rf"{code} figure f-1: .*{words}"):
        draw(spec)


@pytest.mark.slow
@pytest.mark.usefixtures("engine")
def test_a_chart_that_takes_too_much_is_stopped():
    endless = {"data": VALUES, "transform": [{"calculate": "length(sequence(0, 300000000))", "as": "n"}], **BARS}
    with pytest.raises(FigureError, match=r"FIG003 .*too much time or memory"):
        draw(endless)


@pytest.mark.usefixtures("engine")
def test_events_of_the_sheet_can_be_the_data():
    found = [
        event(1, "2024-01-03", "One", killed=amount(best=3)),
        event(2, "2024-01", "Two", killed=amount(low=10)),
        event(3, "2024-01-09", "Three"),
    ]
    known = edition(events=[one | {"where": ()} for one in found])
    spec = {"data": {"name": "events"}, "mark": "bar", "encoding": {"y": {"field": "title"}, "x": {"field": "killed"}}}
    made = drawer(known)("chart", record(spec, records=("e-1", "e-2")))

    assert made.table[0] == ("title", "type", "date", "killed", "killed_low")
    assert made.table[1] == (("One", "attack", "2024-01-03", "3", ""), ("Two", "attack", "2024-01-01", "", "10"))
    assert made.sources == ("e-1", "e-2")


def test_without_the_engine_a_chart_says_what_to_install(monkeypatch):
    monkeypatch.setattr(vega_engine, "find_spec", lambda name: None)
    with pytest.raises(FigureError, match=r"FIG001 figure f-1: .*pip install 'briefgen\[charts\]'"):
        draw({"data": VALUES, **BARS})


@pytest.mark.parametrize("spec", [BARS, {"data": {"values": ()}, **BARS}, {"data": {"values": "a,b\n1,2"}, **BARS}])
def test_a_chart_without_rows_is_an_error(spec):
    with pytest.raises(FigureError, match=r"FIG002 .*no rows of data"):
        draw(spec)


def test_a_chart_of_too_many_rows_is_an_error():
    with pytest.raises(FigureError, match=r"FIG003 .*over 1,000 rows"):
        draw({"data": {"values": tuple({"n": number} for number in range(1001))}, **BARS})


def test_no_events_give_no_drawing():
    assert draw({"data": {"name": "events"}, **BARS}).svg == ""


def test_the_ends_of_a_number_are_columns_and_what_is_unknown_is_none():
    found = event(1, "2024-01-03", None, killed=amount(low=1, best=2, high=3)) | {"where": ()}

    assert list(chart.rows(edition(events=[found]), ())) == [
        {"id": "e-1", "type": "attack", "date": "2024-01-03", "killed": 2, "killed_low": 1, "killed_high": 3}
    ]


def test_a_gradient_becomes_strips():
    stops = "".join(f'<stop offset="{at}" stop-color="#{at}{at}{at}"/>' for at in range(4))
    ramp = f'<linearGradient id="gradient_0" x1="0" x2="1" y1="0" y2="0">{stops}</linearGradient>'
    box = '<path d="M0,0h80v16h-80Z" fill="url(#gradient_0)"/>'
    made = clean(
        f'<svg xmlns="http://www.w3.org/2000/svg" width="90" height="20">{box}<defs>{ramp}</defs></svg>', "t", "v", None
    )
    strips = list(root(made).iter(f"{SVG}rect"))

    assert [(strip.get("x"), strip.get("width"), strip.get("fill")) for strip in strips] == [
        (f"{at * 20}.0", "20.0", f"#{at}{at}{at}") for at in range(4)
    ]
    assert "gradient" not in made.lower()


def build(tmp_path, sheet, *options, **env):
    (tmp_path / "s.yaml").write_text(sheet)
    command = [sys.executable, "-m", "briefgen", "build", "s.yaml", "--format=html", *options]
    environment = os.environ | {"PYTHONPATH": os.pathsep.join([str(ROOT), os.environ.get("PYTHONPATH", "")])} | env
    return subprocess.run(command, cwd=tmp_path, env=environment, text=True, capture_output=True)


def test_a_chart_that_fails_costs_its_product_and_names_its_place(tmp_path):
    (tmp_path / "sitecustomize.py").write_text("import sys; sys.modules['vl_convert'] = None\n")
    done = build(tmp_path, SHEET % "bar", PYTHONPATH=os.pathsep.join([str(tmp_path), str(ROOT)]))

    assert done.returncode == 1
    assert re.search(r"s\.yaml:4:5: error FIG001 figure f-1: .*pip install", done.stdout + done.stderr)
    assert "Traceback" not in done.stderr
