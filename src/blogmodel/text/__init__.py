"""French (and other) text; it knows nothing of blogs."""

from blogmodel.text._fold import fold
from blogmodel.text._mapped import MappedText
from blogmodel.text._typography import typeset

__all__ = ["MappedText", "fold", "typeset"]
