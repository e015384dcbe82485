"""Finished products to files: atomic, and listed in a manifest."""
