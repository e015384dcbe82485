import pytest

from briefgen import desk
from briefgen.errors import SettingsError


def settings(folder, text):
    (folder / "briefgen.toml").write_text(text)
    return desk.find(folder)


def test_a_folder_without_settings_is_a_desk_of_its_own(tmp_path):
    home = desk.find(tmp_path)

    assert home.root == tmp_path
    assert home.briefs == tmp_path / "briefs"
    assert home.registry == tmp_path / "briefs" / "registry"
    assert home.products == ("situation-update",)
    assert home.formats == ("pdf",)
    assert home.default_marking.label == "TLP:AMBER+STRICT"


def test_settings_hold_for_the_folders_below(tmp_path):
    settings(tmp_path, '[desk]\nname = "North"\npage_size = "Letter"\nbriefs = "sheets"\n')
    below = tmp_path / "sheets" / "deep"
    below.mkdir(parents=True)
    home = desk.find(below)

    assert (home.root, home.name, home.page_size) == (tmp_path, "North", "Letter")
    assert home.registry == tmp_path / "sheets" / "registry"


def test_a_desk_puts_its_own_templates_first_only_when_it_says_so(tmp_path):
    (tmp_path / "templates").mkdir()
    assert len(settings(tmp_path, "").templates) == 1

    assert settings(tmp_path, '[desk]\ntemplates = "templates"\n').templates[0] == tmp_path / "templates"


FAULTS = [
    ('[desk]\nnmae = "x"\n', "2:1: error SET002", "did you mean name"),
    ("[biuld]\n", "1:2: error SET002", "did you mean build"),
    ("[desk]\nname = 3\n", "2:1: error SET003", "not text"),
    ('[build]\nformats = "pdf"\n', "2:1: error SET003", "list of texts"),
    ('[desk]\n\n  page_size = "A3"\n', "3:3: error SET003", "A4, Letter"),
    ('[desk]\nscale = "kents"\n', "2:1: error SET003", "icd203, phia"),
    ('[desk]\ndefault_marking = "SECRET"\n', "2:1: error SET003", "TLP:CLEAR"),
    ('[desk]\ntemplates = "nowhere"\n', "2:1: error SET004", "make it"),
    ('[desk]\ntemplates = "' + "x" * 300 + '"\n', "2:1: error SET004", "make it"),
    ('[desk]\nbriefs = "/etc"\n', "2:1: error SET004", "name one inside"),
    ('[desk]\nregistry = "../shared"\n', "2:1: error SET004", "name one inside"),
    ('[desk]\ntemplates = ".."\n', "2:1: error SET004", "name one inside"),
    ("[build]\nproducts = []\n", "2:1: error SET003", "drop the setting"),
    ("[build]\nformats = []\n", "2:1: error SET003", "drop the setting"),
    ("a = " + "[" * 100_000, "1:1: error SET001", ""),
    ("[desk\n", "1:1: error SET001", ""),
    ("[desk]\nname = \n", "2:1: error SET001", ""),
]


@pytest.mark.parametrize(("text", "place", "remedy"), FAULTS)
def test_a_fault_in_the_settings_names_its_place_and_remedy(tmp_path, monkeypatch, text, place, remedy):
    monkeypatch.chdir(tmp_path)

    with pytest.raises(SettingsError) as raised:
        settings(tmp_path, text)
    assert str(raised.value).startswith(f"briefgen.toml:{place}")
    assert remedy in str(raised.value)
    assert raised.value.exit_code == 2
