"""What a page looks like, as data: colours, fonts, measures, a logo; never a word of what a product says."""

from briefgen.theme.choice import choose, shipped, standard
from briefgen.theme.theme import Theme

__all__ = ["Theme", "choose", "shipped", "standard"]
