"""French (and other) text; it knows nothing of blogs."""

from blogmodel.text._fold import fold

__all__ = ["fold"]
