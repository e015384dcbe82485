"""What a page looks like, as data: colours, fonts, measures, a logo; never a word of what a product says."""

from briefgen.theme.choice import choose, shipped, standard
from briefgen.theme.house import House
from briefgen.theme.theme import Theme

__all__ = ["House", "Theme", "choose", "shipped", "standard"]
