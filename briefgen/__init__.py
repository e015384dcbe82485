"""briefgen prints formatted briefings from fact sheets whose every sentence has a source."""

__version__ = "0.1.0"
