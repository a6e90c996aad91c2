"""French (and other) text; it knows nothing of blogs."""

from blogmodel.text._collation import Collator, collation_key
from blogmodel.text._fold import fold
from blogmodel.text._mapped import MappedText

__all__ = ["Collator", "MappedText", "collation_key", "fold"]
