"""Edition and product template to a self-contained page; numbering happens here."""

from briefgen.compose.budget import Budget
from briefgen.compose.composing import compose
from briefgen.compose.left_out import NOTHING, LeftOut
from briefgen.compose.page import Page
from briefgen.compose.preparing import prepare
from briefgen.compose.products import Product, find, products
from briefgen.theme import House

__all__ = ["NOTHING", "Budget", "House", "LeftOut", "Page", "Product", "compose", "find", "prepare", "products"]
