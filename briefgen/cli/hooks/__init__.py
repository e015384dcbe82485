"""Hooks of git: one module for each, and one that writes them."""
