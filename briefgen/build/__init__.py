"""Products from an edition to their files: made by workers, written atomically, listed in a manifest."""

#: The module whose functions the workers call.
WORK = "briefgen.build.making"
