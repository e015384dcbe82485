import pytest

from briefgen.compose import find
from briefgen.errors import TemplateError


def test_a_product_that_another_says_it_uses_is_there(tmp_path):
    for name, uses in (("card", '["flsh"]'), ("flash", "[]")):
        (tmp_path / name).mkdir()
        (tmp_path / name / "product.toml").write_text(f'title = "x"\nsummary = "x"\nuses = {uses}\n')

    assert find("flash", [tmp_path]).uses == ()
    with pytest.raises(TemplateError, match=r"TPL002 uses names flsh, which is no product — did you mean flash\?"):
        find("card", [tmp_path])
