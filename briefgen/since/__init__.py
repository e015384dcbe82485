"""Which sheets of a desk have products that a change of files can reach, and which sheets are gone."""
