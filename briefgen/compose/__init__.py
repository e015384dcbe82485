"""Edition and product template to a self-contained page; numbering happens here."""

from briefgen.compose.composing import compose
from briefgen.compose.page import House, Page
from briefgen.compose.products import Product, find, products

__all__ = ["House", "Page", "Product", "compose", "find", "products"]
