"""Tests of briefgen.prose."""
