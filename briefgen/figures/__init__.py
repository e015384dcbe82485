"""Edition to figures: SVG with its text alternative, caption and data table; one kind of figure per file; see kinds."""
