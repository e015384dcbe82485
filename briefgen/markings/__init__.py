"""Marking schemes: ordered levels that say who may read what; one scheme per file."""
