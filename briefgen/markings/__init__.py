"""Marking schemes: ordered levels and caveats that say who may read what; one scheme per file."""
