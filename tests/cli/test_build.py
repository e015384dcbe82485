import hashlib
import json
import subprocess
import sys

BAD = "briefgen: 1\nproduct: {id: BAD-1, titel: A bad sheet, time: 2024-02-02}\n"


def manifest(desk, out="dist"):
    return json.loads((desk / out / "manifest.json").read_text())["files"]


def test_a_sheet_becomes_a_pdf_and_an_entry_of_the_manifest(process, desk):
    done = process("build")
    (entry,) = manifest(desk)
    pdf = (desk / "dist" / "good-1.pdf").read_bytes()

    assert done.returncode == 0, done.stderr
    assert pdf.startswith(b"%PDF-")
    assert entry["sha256"] == hashlib.sha256(pdf).hexdigest()
    assert entry["marking"] == "TLP:CLEAR"


def test_one_bad_sheet_costs_one_sheet(briefgen, desk):
    (desk / "briefs" / "bad.yaml").write_text(BAD)
    done = briefgen("build", "--format", "html")

    assert done.returncode == 1
    assert "refused briefs/bad.yaml: 2 findings to mend" in done.stderr
    assert done.stderr.endswith("\ndist: 1 file built, 1 sheet refused\n")
    assert (desk / "dist" / "good-1.html").exists()


def test_a_sheet_that_is_refused_leaves_the_last_good_file(briefgen, desk):
    briefgen("build", "--format", "html")
    good = (desk / "dist" / "good-1.html").read_bytes()
    (desk / "briefs" / "good.yaml").write_text(BAD.replace("BAD-1", "GOOD-1"))

    assert briefgen("build", "--format", "html").returncode == 1
    assert (desk / "dist" / "good-1.html").read_bytes() == good


def test_two_sheets_with_one_id_are_not_written_over_each_other(briefgen, desk):
    (desk / "briefs" / "same.yaml").write_text((desk / "briefs" / "good.yaml").read_text().replace("GOOD-1", "good-1"))
    done = briefgen("build", "--format", "html")

    assert done.returncode == 1
    assert "briefs/same.yaml:2:15: error OUT003" in done.stderr


def test_a_product_that_is_not_the_sheets_first_has_its_name_in_the_file(briefgen, desk):
    (desk / "briefgen.toml").write_text('[desk]\ntemplates = "templates"\n')
    folder = desk / "templates" / "mine"
    folder.mkdir(parents=True)
    (folder / "product.toml").write_text('title = "Mine"\nsummary = "x"\n')
    (folder / "page.html.j2").write_text("<html><head></head><body>{{ brief.product.title }}</body></html>")
    briefgen("build", "--format", "html", "--product", "mine")
    briefgen("build", "--format", "html", "--product", "situation-update, mine")

    assert [entry["file"] for entry in manifest(desk)] == ["good-1.html", "good-1.mine.html"]


def test_strict_refuses_a_sheet_with_warnings(briefgen, desk):
    assert briefgen("build", "--strict", "--format", "html").returncode == 1
    assert not (desk / "dist" / "good-1.html").exists()


def test_json_has_one_object_a_product(briefgen):
    done = briefgen("build", "--json", "--format", "pdf,html")
    results = [json.loads(line) for line in done.stdout.splitlines()]

    assert [(one["format"], one["status"]) for one in results] == [("pdf", "built"), ("html", "built")]
    assert results[0]["pages"] >= 1


def test_json_says_of_what_is_missing_what_it_is_and_why(briefgen, desk):
    (desk / "briefs" / "good.yaml").write_text(BAD)
    (one,) = map(json.loads, briefgen("build", "--json", desk / "briefs" / "good.yaml").stdout.splitlines())

    assert (one["sheet"], one["id"], one["status"]) == ("briefs/good.yaml", "BAD-1", "refused")
    assert all(line.startswith("briefs/good.yaml:2:") and ": error SHT" in line for line in one["reason"].splitlines())


def test_what_no_sheet_of_the_desk_makes_any_more_is_removed(briefgen, desk):
    (desk / "briefs" / "other.yaml").write_text((desk / "briefs" / "good.yaml").read_text().replace("GOOD-1", "OLD-1"))
    briefgen("build", "--format", "html")
    (desk / "briefs" / "other.yaml").write_text("briefgen: 1\nproduct: {id: [}\n")
    briefgen("build", "--format", "html")  # nobody knows of whom this sheet is
    assert len(manifest(desk)) == 2
    (desk / "briefs" / "other.yaml").unlink()
    briefgen("build", "--format", "html", "briefs")
    assert len(manifest(desk)) == 2
    done = briefgen("build", "--format", "html")

    assert "removed from dist: old-1.html — no sheet makes them any more\n" in done.stderr
    assert [entry["file"] for entry in manifest(desk)] == ["good-1.html"]
    assert not (desk / "dist" / "old-1.html").exists()


def test_an_unknown_format_names_the_known_ones(briefgen):
    done = briefgen("build", "--format", "docx")

    assert done.returncode == 2
    assert "pdf" in done.stderr


def test_an_unknown_product_names_the_nearest(briefgen):
    done = briefgen("build", "--product", "situation-updat", "--format", "html")

    assert done.returncode == 2
    assert "did you mean situation-update" in done.stderr


def test_a_folder_that_cannot_be_written_is_exit_4(briefgen, desk):
    (desk / "dist").write_text("a file in the way")
    done = briefgen("build", "--format", "html")

    assert done.returncode == 4
    assert "Traceback" not in done.stderr


def test_a_template_of_the_desk_that_breaks_names_its_line(briefgen, desk):
    (desk / "briefgen.toml").write_text('[desk]\ntemplates = "templates"\n')
    folder = desk / "templates" / "mine"
    folder.mkdir(parents=True)
    (folder / "product.toml").write_text('title = "Mine"\nsummary = "x"\n')
    (folder / "page.html.j2").write_text("<h1>{{ brief.product.title }}</h1>\n{{ brief.nothing }}\n")
    done = briefgen("build", "--product", "mine", "--format", "html")

    assert done.returncode == 1
    assert "templates/mine/page.html.j2:2:1: error TPL006" in done.stderr


WITHHELD = """\
briefgen: 1
product: {id: OPEN-1, title: Open, time: 2024-02-02, handling: TLP:GREEN}
sources: [{id: s-open, title: Open report}, {id: s-hidden, title: Hidden report, portion: TLP:RED}]
claims: [{id: c-open, text: Open text, sources: [s-open, s-hidden]}]
"""


def test_a_build_says_nothing_of_what_is_withheld(briefgen, desk):
    (desk / "briefs" / "open.yaml").write_text(WITHHELD)
    done = briefgen("build", "briefs/open.yaml", "--format", "html", "--json")

    assert done.returncode == 0, done.stderr
    assert "s-open" in done.stderr
    assert "hidden" not in (done.stderr + done.stdout + (desk / "dist" / "open-1.html").read_text()).casefold()
    assert "hidden" in briefgen("check", "briefs/open.yaml").stderr


def test_products_go_out_of_the_desk_only_where_the_command_line_says_so(briefgen, desk, tmp_path_factory):
    outside = tmp_path_factory.mktemp("outside")
    (desk / "dist").symlink_to(outside)

    assert "SET004" in briefgen("build", "--format", "html").stderr
    assert list(outside.iterdir()) == []
    assert briefgen("build", "--format", "html", "--out", outside).returncode == 0


def test_an_output_folder_that_is_a_link_out_is_called_one(briefgen, desk, tmp_path_factory):
    (desk / "dist").symlink_to(tmp_path_factory.mktemp("elsewhere"))
    done = briefgen("build")

    assert done.returncode == 2
    assert "SET004 dist is a link that leads out of the desk — " in done.stderr


def test_a_template_that_is_a_link_to_elsewhere_is_not_read(briefgen, desk):
    (desk / "briefgen.toml").write_text('[desk]\ntemplates = "templates"\n')
    (desk / "templates" / "mine").mkdir(parents=True)
    (desk / "templates" / "mine" / "product.toml").symlink_to("/dev/zero")

    assert "TPL002" in briefgen("build", "--format", "html").stderr


LOG = """
sources: {id: s-1, title: A log}
datasets: {id: d-1, title: The log, file: log.csv, source: s-1, top: 1}
"""


def test_what_a_table_has_no_room_for_is_in_a_file_beside_the_document(briefgen, desk):
    sheet = desk / "briefs" / "good.yaml"
    sheet.write_text(sheet.read_text() + LOG)
    (desk / "briefs" / "log.csv").write_text("event_date,fatalities\n2024-02-01,1\n2024-02-02,0\n")
    done = briefgen("build", "--format", "html")
    entries = manifest(desk)

    assert "built dist/good-1.events.csv" in done.stderr, done.stderr
    assert [(one["file"], one["format"], one["marking"]) for one in entries] == [
        ("good-1.events.csv", "csv", "TLP:CLEAR"),
        ("good-1.html", "html", "TLP:CLEAR"),
    ]
    assert (desk / "dist" / "good-1.events.csv").read_bytes().count(b"\r\n") == 3


def test_all_events_can_be_asked_for(briefgen, desk):
    briefgen("build", "--format", "csv")

    assert [one["file"] for one in manifest(desk)] == ["good-1.events.csv"]


def explained(briefgen, *options):
    """Return what a build says of its first file: what it did, and why."""
    done = briefgen("build", "--format", "html", "--explain", *options)
    assert done.returncode == 0, done.stderr
    (line, *_) = (line for line in done.stderr.splitlines() if "dist/good-1.html" in line)
    return line.partition(" ")[0], line.rpartition(" — ")[2]


def test_a_build_says_what_it_did_and_why(briefgen, desk):
    sheet, made = desk / "briefs" / "good.yaml", desk / "dist" / "good-1.html"
    text = sheet.read_text()

    assert explained(briefgen) == ("built", "first build of the sheet, or with these options")
    assert explained(briefgen) == ("kept", "nothing has changed")
    made.write_text("something else")
    assert explained(briefgen) == ("restored", "its file was gone or not as it was made")
    sheet.write_text(f"{text}# a comment\n")
    assert explained(briefgen) == ("kept", "changed: briefs/good.yaml; the same was made before")
    (desk / "briefgen.toml").write_text('[desk]\npage_size = "Letter"\n')
    assert explained(briefgen) == ("built", "changed: the setting page_size")
    (desk / "briefgen.toml").write_text("[lint]\ncurrency_days = 45\n")
    changed = "changed: the setting page_size, the setting lint; the same was made before"
    assert explained(briefgen) == ("restored", changed)
    assert explained(briefgen, "--force") == ("built", "forced")


def test_what_could_not_be_written_is_not_unchanged(briefgen, desk):
    briefgen("build", "--format", "html")
    done = briefgen("build", "--format", "html", "--out", "briefgen.toml")

    assert done.returncode == 4
    assert "unchanged" not in done.stderr


def test_a_sheet_that_names_no_shared_record_has_seen_none(briefgen, desk):
    (desk / "briefs" / "registry").mkdir()
    shared = desk / "briefs" / "registry" / "actors.yaml"
    shared.write_text("actors: [{id: a-other, name: Another actor}]\n")
    explained(briefgen)
    shared.write_text("actors: [{id: a-other, name: Yet another actor}]\n")

    assert explained(briefgen) == ("kept", "nothing has changed")


def test_no_module_of_the_current_folder_is_loaded(desk, tmp_path_factory):
    """Which may be a stranger's: the command that pip installs does not look there, and what it starts must not."""
    installed = tmp_path_factory.mktemp("bin") / "briefgen"
    installed.write_text("from briefgen.__main__ import main\nif __name__ == '__main__':\n    main()\n")
    for name in ("bisect", "briefgen", "socket", "pickle"):
        (desk / f"{name}.py").write_text("raise SystemExit('loaded')")
    command = [sys.executable, str(installed), "build", "--format", "pdf"]
    done = subprocess.run(command, cwd=desk, capture_output=True, text=True, timeout=60)

    assert done.returncode == 0, done.stderr
    assert (desk / "dist" / "good-1.pdf").exists()
