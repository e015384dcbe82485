"""Makes briefgen/geodata/world.topojson.gz out of the map of the world that comes with QGIS.

    apt-get download qgis-common && dpkg -x qgis-common_*.deb q
    pip install shapely                    # here only: briefgen itself needs neither of them
    python -m tests.geodata.make_pack q/usr/share/qgis/resources/data/world_map.gpkg

Reads the GeoPackage with sqlite3, repairs names and countries with the tables here and in names.txt, gives the units
their ISO 3166-2 codes by name, closes the gap at the 180th meridian, simplifies all units together so that neighbours
keep one border, and writes TopoJSON with one feature and one arc a line. The same input gives the same bytes.
"""

import collections
import difflib
import gzip
import itertools
import json
import re
import sqlite3
import sys
import unicodedata
from pathlib import Path
from typing import Any

import pycountry
import shapely

from briefgen.geodata.pack import PACK

TOLERANCE = 0.01  # degrees, for shapely.coverage_simplify (root of a triangle's area): borders move by up to 1 km
GRID = 0.001  # degrees (about 110 m): coordinates are whole steps of this
CUT, ASTRIDE = 179.9, ("FJ", "RU")  # degrees: where the source cuts what lies astride the 180th meridian
SMALLEST = 0.0001  # square degrees (about 1 km²): smaller islands go, unless the unit has nothing bigger


# (source's a3, source's name or None for all) -> (ISO 3166-1 country, held by another authority?)
COUNTRY = {
    ("RUS", "Crimea"): ("UA", True),
    ("RUS", "Sevastopol"): ("UA", True),
    ("SOL", None): ("SO", True),
    ("CYN", None): ("CY", True),
    ("KAB", None): ("KZ", False),
    ("USG", None): ("CU", False),
    ("CLP", None): ("FR", False),
    ("IOA", "Cocos (Keeling) Islands"): ("CC", False),
    ("IOA", "Christmas Island"): ("CX", False),
    ("NLD", "Bonaire"): ("BQ", False),
    ("NLD", "Saba"): ("BQ", False),
    ("NLD", "St. Eustatius"): ("BQ", False),
}

# The code's unit has other limits today than this polygon (a part was split off or joined).
REDRAWN = {
    *("CD-EQ", "CD-KE", "GH-WP", "GH-NP", "GH-TV", "ET-SN", "IN-AP", "IN-JK", "ML-6", "ML-7", "DZ-01", "DZ-07"),
    *("DZ-08", "DZ-11", "DZ-30", "DZ-33", "DZ-39", "DZ-47", "KZ-19", "KZ-35", "KZ-63", "LB-AS", "LB-BI"),
    *("SD-KN", "SD-KS", "YE-HD", "TZ-14", "BI-BR", "BI-BL", "PG-SHM", "PG-WHM", "CL-BI", "PA-8", "KH-3"),
    *("ID-KI", "ID-PB", "MM-04", "BW-NW", "UG-407", "IQ-SU"),
}
# Same name, another unit: no code is better than a wrong one.
NO_MATCH_IN = {"NP", "MA", "CI", "LV", "BD"}
NO_MATCH = {
    *("PS-GZA", "EE-624", "CD-HK", "GB-ANN", "GB-NMD", "GB-AND", "IN-DH", "IS-RKV", "NO-50", "NO-46", "PH-DIN"),
    *("TD-EE", "LY-TB", "LY-JG"),
}

# Lines that no longer describe anything: Ukraine's contact line of 2015, Azerbaijan's of 1991 and 1994.
STALE_LINES = {("Ukrainian claim", "UKR"), ("Former USSR oblast in 1991", "AZE"), ("Ceasefire Line 1994", "AZE")}

GENERIC = {
    *("province", "provincia", "provincie", "state", "estado", "oblast", "region", "governorate", "wilayat"),
    *("velayat", "wilaya", "county", "district", "department", "departement", "departamento", "prefecture"),
    *("municipality", "city", "of", "the", "de", "del", "la", "le", "el", "al", "an", "as", "ash", "ad"),
    *("ar", "e", "territory", "autonomous", "republic", "respublika", "respublikasi", "kray", "krai", "okrug"),
    *("parish", "commune", "opstina", "komuna", "muhafazat", "union", "capital", "national", "federal"),
    *("special", "administrative", "metropolitan", "area", "division", "council", "borough", "unitary"),
    *("authority", "island", "islands", "atoll", "circle", "emirate", "lan", "laen", "khett", "voblasts"),
    *("wojewodztwo", "obcina", "ostan", "mintaqat", "viloyati", "gouvernorat", "dzongkhag", "rayon"),
}


def folded(text):
    """Return *text* as names are compared: no accents, case, spaces or punctuation ("Sar-e Pul" = "sarepul")."""
    text = text.translate(str.maketrans("ıəłøđðßʿʾ", "ialoddsʼʼ"))
    plain = "".join(c for c in unicodedata.normalize("NFKD", text.lower()) if not unicodedata.combining(c))
    return re.sub(r"[^a-z0-9]", "", plain)


def core(text):
    """Return *text* folded, without words such as "province"."""
    words = re.findall(r"[^\W_]+", re.sub(r"['’‘`´ʻʼ]", "", text))
    kept = [word for word in words if folded(word) not in GENERIC]
    return "".join(sorted(folded(word) for word in kept or words))


def geometry(blob):
    """Return the shape in a GeoPackage blob: an 8-byte header, an envelope, then WKB."""
    envelope = (0, 32, 48, 48, 64)[(blob[3] >> 1) & 7]
    return shapely.from_wkb(bytes(blob[8 + envelope :]))


def read_units(db):
    rows = db.execute("SELECT iso_a2, name, gn_name, woe_name, woe_label, adm0_a3, admin, geom FROM states_provinces")
    for a2, name, gn, woe, label, a3, admin, blob in rows:
        country, held = COUNTRY.get((a3, name)) or COUNTRY.get((a3, None)) or (a2 if a2 != "-1" else None, False)
        label = (label or "").split(",")[0]
        if a3 == "KAS":
            name = admin  # the source calls the Siachen Glacier "Kashmir"
        yield {
            "iso_a2": country,
            "code": None,
            "name": name,
            "aliases": [],
            "held_by": admin if held else None,
            "source": [n for n in (name, gn, woe, label) if n],
            "admin": admin,
            "moved": country != a2,
            "shape": geometry(blob),
        }


def name_by_table(units):
    """Give the units of the countries in UNITS their code, name and aliases; merge those that share a code."""
    table, by_name = {}, {}
    for line in Path(__file__).with_name("names.txt").read_text("utf-8").splitlines():
        code, name, aliases = (part.strip() for part in line.split("|"))
        table[code] = name, [alias.strip() for alias in aliases.split(";") if alias.strip()]
        for known in (name, *table[code][1]):
            by_name[code[:2], folded(known)] = code
    listed = {code[:2] for code in table}
    names = collections.Counter((unit["iso_a2"], unit["name"]) for unit in units)
    merged: dict[str, Any] = {}
    for unit in units:
        if unit["iso_a2"] not in listed:
            continue
        twice = names[unit["iso_a2"], unit["name"]] > 1  # Afghanistan: two "Parwan", two "Uruzgan"
        code = by_name[unit["iso_a2"], folded(unit["source"][1 if twice else 0])]
        unit["code"], (unit["name"], unit["aliases"]) = code, table[code]
        if code in merged:
            merged[code]["shape"] = shapely.coverage_union(merged[code]["shape"], unit["shape"])
            merged[code]["source"] += unit["source"]
            unit["shape"] = None
        else:
            merged[code] = unit
    assert set(merged) == set(table), set(table) - set(merged)
    return [unit for unit in units if unit["shape"] is not None]


def match_codes(units):
    """Give the other units the ISO 3166-2 code whose name is the same, or alike and nobody else's."""
    by_country = collections.defaultdict(list)
    for unit in units:
        if unit["iso_a2"] and unit["name"] and not unit["held_by"]:
            by_country[unit["iso_a2"]].append(unit)
    for country, mine in by_country.items():
        if country in NO_MATCH_IN or all(unit["code"] for unit in mine):
            continue
        free = codes_of(country)
        match_same(mine, free)
        match_alike([unit for unit in mine if not unit["code"]], free)
        for unit in mine:
            if unit["code"] in NO_MATCH:
                unit["code"] = None


def codes_of(country):
    """Return the names of the country's ISO 3166-2 units, as they are compared, by code."""
    return {
        s.code: {core(part) for part in (s.name, *re.split(r"[\[\];/(]", s.name)) if part.strip()}
        for s in pycountry.subdivisions.get(country_code=country) or []
        if s.type != "Geographical unit"  # Indonesia's islands, with the names of their provinces
    }


def match_same(mine, free):
    """Give units the code whose name is the same, and take it out of those that are *free*."""
    for field in range(4):  # name first, then GeoNames' and the others
        wanted = collections.defaultdict(list)
        for unit in mine:
            if not unit["code"] and field < len(unit["source"]):
                hits = [code for code, keys in free.items() if core(unit["source"][field]) in keys]
                if len(hits) == 1:
                    wanted[hits[0]].append(unit)
        for code, claimants in wanted.items():
            if len(claimants) == 1:
                claimants[0]["code"] = code
                del free[code]


def match_alike(left, free):
    """Give units the *free* code whose name is alike and nearer to them than any other, and than to any other unit."""
    alike = {
        (i, code): max(
            difflib.SequenceMatcher(None, core(name), key).ratio() for name in unit["source"] for key in keys
        )
        for i, unit in enumerate(left)
        for code, keys in free.items()
    }
    for (i, code), score in alike.items():
        rivals = [s for (j, other), s in alike.items() if (j == i) != (other == code)]
        if score >= 0.72 and all(score > rival + 0.08 or (score > rival and score > 0.9) for rival in rivals):
            left[i]["code"] = code


def add_aliases(units):
    """Keep the source's other spellings, but none that could mean another unit of the same country."""
    names = collections.defaultdict(set)
    for i, unit in enumerate(units):
        for text in [unit["name"], *unit["aliases"], *unit["source"]]:
            if text:
                names[unit["iso_a2"], folded(text)].add(i)
    finals = {(unit["iso_a2"], folded(unit["name"])): i for i, unit in enumerate(units) if unit["name"]}
    for i, unit in enumerate(units):
        seen = {folded(unit["name"] or "")}
        kept = []
        for text in [*unit["aliases"], *unit["source"]]:
            text = text.encode("latin-1").decode() if "Â" in text else text  # mojibake in woe_label
            key = folded(text)
            own = finals.get((unit["iso_a2"], key), i) == i and len(names[unit["iso_a2"], key]) <= 1
            if key and key not in seen and (own or text in unit["aliases"]):
                seen.add(key)
                kept.append(text)
        unit["aliases"] = kept


def drop_islets(shapes):
    """Drop islands below SMALLEST that touch nothing, keeping at least the biggest part of each shape."""
    uses: collections.Counter[Any] = collections.Counter()
    parts = [list(getattr(shape, "geoms", [shape])) for shape in shapes]
    for part in (p for ps in parts for p in ps):
        uses.update(set(part.exterior.coords))
    kept = []
    for ps in parts:
        biggest = max(ps, key=lambda p: p.area)
        kept.append(
            shapely.MultiPolygon(
                [p for p in ps if p is biggest or p.area >= SMALLEST or any(uses[xy] > 1 for xy in p.exterior.coords)]
            )
        )
    return kept


EXPAND = [
    ("U.S. Minor", "United States Minor"),
    ("U.S. Virgin", "United States Virgin"),
    (r"\bIs\.", "Islands"),
    (r"\bI\.", "Island"),
    ("Dem. Rep. Congo", "Democratic Republic of the Congo"),
    (r"\bRep\.", "Republic"),
    ("Fr. S.", "French Southern and"),
    (r"\bFr\.", "French"),
    (r"\bBr\.", "British"),
    (r"\bTer\.", "Territory"),
    ("S. Geo. and the Islands", "South Georgia and the South Sandwich Islands"),
    ("S. Sudan", "South Sudan"),
    ("W. Sahara", "Western Sahara"),
    (r"\bN\.", "Northern"),
    (r"\bEq\.", "Equatorial"),
    ("Herz.", "Herzegovina"),
    ("Barb.", "Barbuda"),
    ("St. Vin. and Gren.", "Saint Vincent and the Grenadines"),
    (r"\bSt[.-] ?", "Saint "),
    ("Faeroe", "Faroe"),
    ("eSwatini", "Eswatini"),
    ("^Macedonia$", "North Macedonia"),
    ("^Turkey$", "Türkiye"),
]


def country_names(db):
    names = {}
    for a2, short in db.execute("SELECT iso_a2, NAME FROM countries"):
        full = short or ""
        for pattern, text in EXPAND:
            full = re.sub(pattern if "\\" in pattern or "^" in pattern else re.escape(pattern), text, full)
        names[a2] = full, [short] if short and short != full else []
    names |= {
        "TK": ("Tokelau", []),
        "CC": ("Cocos (Keeling) Islands", []),
        "CX": ("Christmas Island", []),
        "BQ": ("Caribbean Netherlands", []),
    }
    return names


def read_lines(db):
    to_a2 = dict(db.execute("SELECT DISTINCT adm0_a3, iso_a2 FROM states_provinces WHERE iso_a2 <> '-1'"))
    for name, a3, blob in db.execute("SELECT name, adm0_a3_l, geom FROM disputed_borders"):
        if (name, a3) not in STALE_LINES:
            yield {"iso_a2": to_a2.get(a3), "name": name, "shape": geometry(blob).simplify(TOLERANCE / 4)}


def line_between(these, those):
    edges = [shapely.coverage_union_all([unit["shape"] for unit in side]).boundary for side in (these, those)]
    shared = [g for g in shapely.intersection(*edges).geoms if g.geom_type == "LineString"]
    return shapely.line_merge(shapely.MultiLineString(shared))


def added_lines(units):
    """Yield lines the source lacks: round what another authority holds, and the Line of Control in Kashmir."""
    held = collections.defaultdict(list)
    for unit in units:
        if unit["held_by"]:
            held[unit["iso_a2"], unit["held_by"]].append(unit)
    for (country, holder), mine in held.items():
        rest = [unit for unit in units if unit["iso_a2"] == country and not unit["held_by"]]
        yield {"iso_a2": country, "name": f"De facto line ({holder})", "shape": line_between(mine, rest)}
    sides = [[unit for unit in units if unit["code"] in codes] for codes in ({"PK-GB", "PK-JK"}, {"IN-JK"})]
    yield {"iso_a2": "PK", "name": "Line of Control", "shape": line_between(*sides)}


class Topology:
    """TopoJSON: rings are cut where they part company, and each piece (arc) is kept once."""

    def __init__(self):
        self.around, self.junctions, self.arcs = {}, set(), {}

    @staticmethod
    def snap(coords):
        steps = [(round((x + 180) / GRID), round((y + 90) / GRID)) for x, y in coords]
        return [p for i, p in enumerate(steps) if i == 0 or p != steps[i - 1]]

    def polygons(self, shape):
        shape = shapely.orient_polygons(shape, exterior_cw=True)  # d3 and Vega want clockwise shells
        found = []
        for part in getattr(shape, "geoms", [shape]):
            rings = [self.snap(ring.coords) for ring in (part.exterior, *part.interiors)]
            if len(rings[0]) > 3:
                found.append([ring for ring in rings if len(ring) > 3])
        return found

    def note(self, ring):
        for i, point in enumerate(ring[:-1]):
            pair = frozenset((ring[i - 1 if i else -2], ring[i + 1]))
            if self.around.setdefault(point, pair) != pair:
                self.junctions.add(point)

    def index(self, arc):
        arc = tuple(arc)
        if arc[::-1] in self.arcs:
            return ~self.arcs[arc[::-1]]
        return self.arcs.setdefault(arc, len(self.arcs))

    def cut(self, ring):
        points = ring[:-1]
        start = next((i for i, p in enumerate(points) if p in self.junctions), points.index(min(points)))
        points = points[start:] + points[: start + 1]
        cuts = [0, *(i for i in range(1, len(points) - 1) if points[i] in self.junctions), len(points) - 1]
        return [self.index(points[a : b + 1]) for a, b in itertools.pairwise(cuts)]

    def all_arcs(self):
        for arc in self.arcs:
            yield [list(arc[0]), *([x - a, y - b] for (a, b), (x, y) in itertools.pairwise(arc))]


def feature(kind, arcs, shape, properties):
    box = [round(v, 2) for v in shape.bounds]
    return {"type": kind, "bbox": box, "properties": {k: v for k, v in properties.items() if v}, "arcs": arcs}


def bridged(shape):
    """Return *shape* with its land joined across the 180th meridian, where the source leaves out 0.2 degrees.

    Where land reaches the cut on both sides it goes on in straight lines from one to the other; where it reaches it on
    one side alone, it ends there.
    """
    shape = shapely.transform(
        shape, lambda xy: [(cut if abs(x - cut) < 0.002 else x, y) for x, y in xy for cut in [CUT if x > 0 else -CUT]]
    )
    spans = {side: at_cut(shape, side) for side in (CUT, -CUT)}
    strips = []
    for south, north in spans[CUT]:
        for other_south, other_north in spans[-CUT]:
            if south < other_north and other_south < north:
                low, high = (south + other_south) / 2, (north + other_north) / 2
                strips.append([(CUT, south), (180, low), (180, high), (CUT, north)])
                strips.append([(-CUT, other_south), (-180, low), (-180, high), (-CUT, other_north)])
    return shapely.union_all([shape.buffer(0), *map(shapely.Polygon, strips)]) if strips else shape


def at_cut(shape, side):
    """Return from where to where *shape* reaches the cut, in degrees of latitude.

    The source's outlines run along the cut from one stretch of land to the next and back: what is passed an even number
    of times is water.
    """
    edges = []
    for part in getattr(shape, "geoms", [shape]):
        for (x, y), (end_x, end_y) in itertools.pairwise(part.exterior.coords):
            if x == side == end_x and y != end_y:
                edges.append((min(y, end_y), max(y, end_y)))
    places = sorted({y for edge in edges for y in edge})
    spans: list[tuple[float, float]] = []
    for low, high in itertools.pairwise(places):
        if sum(start <= low and high <= end for start, end in edges) % 2:
            spans = [*spans[:-1], (spans[-1][0], high)] if spans and spans[-1][1] == low else [*spans, (low, high)]
    return spans


def build(gpkg):
    db = sqlite3.connect(gpkg)
    units = shaped(db)
    countries = joined(units, country_names(db))
    topology = Topology()
    layers = {**areas(topology, countries, units), "disputed": disputed(topology, db, units)}
    return {
        "type": "Topology",
        "transform": {"scale": [GRID, GRID], "translate": [-180, -90]},
        "objects": {name: {"type": "GeometryCollection", "geometries": made} for name, made in layers.items()},
        "arcs": list(topology.all_arcs()),
    }


def shaped(db):
    """Return the units with their codes, names and simplified shapes, in order."""
    units = name_by_table(list(read_units(db)))
    for unit in units:
        if unit["iso_a2"] in ASTRIDE:
            unit["shape"] = bridged(unit["shape"])
    match_codes(units)
    add_aliases(units)
    shapes = shapely.coverage_simplify([unit["shape"] for unit in units], TOLERANCE)
    for unit, shape in zip(units, drop_islets(shapes), strict=True):
        unit["shape"] = shape
    return sorted(units, key=lambda u: (u["iso_a2"] or "~", u["code"] or "~", u["name"] or "~", u["shape"].bounds))


def joined(units, names):
    """Return the countries that the units make up; *names* are those of countries with their aliases."""
    grouped = collections.defaultdict(list)
    for unit in units:
        grouped[unit["iso_a2"] or unit["admin"]].append(unit)
    return [country_of(mine, names.get(key, ("", [])), names) for key, mine in grouped.items()]


def country_of(mine, named, names):
    admin = mine[0]["admin"]
    name, aliases = named if named[0] else (admin, [])
    others = {u["admin"] for u in mine if not u["moved"]}
    spoken_for = {name, *aliases, *(taken for taken, _ in names.values())}
    aliases = aliases + [other for other in others if len(others) == 1 and other not in spoken_for]
    shape = shapely.coverage_union_all([u["shape"] for u in mine])
    return {"iso_a2": mine[0]["iso_a2"], "name": name, "aliases": aliases, "shape": shape}


def areas(topology, countries, units):
    """Return the features of countries and units, whose borders are cut into arcs where more than two meet."""
    drawn = {"admin0": countries, "admin1": units}
    polygons = {layer: [topology.polygons(item["shape"]) for item in items] for layer, items in drawn.items()}
    for ring in (ring for made in polygons.values() for one in made for polygon in one for ring in polygon):
        topology.note(ring)
    layers: dict[str, list[Any]] = {}
    for layer, items in drawn.items():
        named = [pair for pair in zip(items, polygons[layer], strict=True) if pair[0]["name"]]  # not six islets
        layers[layer] = [area(topology, layer, item, parts) for item, parts in named]
    return layers


def area(topology, layer, item, polygons):
    properties = {k: item[k] for k in ("iso_a2", "code", "name", "aliases", "held_by") if k in item}
    if layer == "admin1":
        part = max(item["shape"].geoms, key=lambda p: p.area)
        centre = shapely.maximum_inscribed_circle(part, 0.02).coords[0]
        properties |= {"redrawn": item["code"] in REDRAWN, "at": [round(v, 2) for v in centre]}
    arcs = [[topology.cut(ring) for ring in polygon] for polygon in polygons]
    return feature("MultiPolygon", arcs, item["shape"], properties)


def disputed(topology, db, units):
    """Return the features of disputed lines."""
    made = []
    for line in (*read_lines(db), *added_lines(units)):
        pieces = [topology.snap(g.coords) for g in getattr(line["shape"], "geoms", [line["shape"]])]
        arcs = [[topology.index(piece)] for piece in pieces if len(piece) > 1]
        if arcs:
            made.append(feature("MultiLineString", arcs, line["shape"], {k: line[k] for k in ("iso_a2", "name")}))
    return made


EXPECTED = {
    "PK": {
        "FATA": "PK-KP",
        "NWFP": "PK-KP",
        "Baluchistan": "PK-BA",
        "Gilgit Baltistan": "PK-GB",
        "Azad Kashmir": "PK-JK",
        "Islamabad Capital Territory": "PK-IS",
        "Sind": "PK-SD",
    },
    "AF": {
        "Hilmand": "AF-HEL",
        "Sar-e-Pul": "AF-SAR",
        "Maidan Wardak": "AF-WAR",
        "Panjshir": "AF-PAN",
        "Daikundi": "AF-DAY",
        "Parwan": "AF-PAR",
        "Uruzgan": "AF-URU",
        "Paktya": "AF-PIA",
    },
    "UA": {"Kiev City": "UA-30", "Kyiv": "UA-32", "Donets'k": "UA-14", "Crimea": "UA-43"},
    "SD": {"Al Jazirah": "SD-GZ", "West Darfur": "SD-DW", "East Darfur": "SD-DE"},
}


def check(pack):
    units = [g["properties"] for g in pack["objects"]["admin1"]["geometries"]]
    codes = [unit["code"] for unit in units if "code" in unit]
    assert len(codes) == len(set(codes)), [c for c, n in collections.Counter(codes).items() if n > 1]
    for country, names in EXPECTED.items():
        for name, code in names.items():
            hits = [
                u["code"]
                for u in units
                if u.get("iso_a2") == country and folded(name) in map(folded, (u["name"], *u.get("aliases", [])))
            ]
            assert hits == [code], (name, hits)


def written(pack):
    """Return the file: the features and the arcs, each a gzip member, so that names are read without arcs."""
    layers = ",\n".join(
        f'"{name}":{{"type":"GeometryCollection","geometries":[\n{lines(layer["geometries"])}\n]}}'
        for name, layer in pack["objects"].items()
    )
    parts = (
        f'{{"type":"Topology","transform":{dumped(pack["transform"])},"objects":{{\n{layers}}},\n',
        f'"arcs":[\n{lines(pack["arcs"])}\n]}}\n',
    )
    return b"".join(gzip.compress(part.encode(), 9, mtime=0) for part in parts)


def lines(values):
    return ",\n".join(map(dumped, values))


def dumped(value):
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


if __name__ == "__main__":
    made = build(sys.argv[1])
    check(made)
    PACK.write_bytes(written(made))
