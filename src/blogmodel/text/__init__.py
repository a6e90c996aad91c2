"""French (and other) text; it knows nothing of blogs."""

from blogmodel.text._dangers import Danger, DangerKind, dangers
from blogmodel.text._find import find
from blogmodel.text._fold import fold
from blogmodel.text._levels import Level, at_level
from blogmodel.text._mapped import MappedText

__all__ = [
    "Danger",
    "DangerKind",
    "Level",
    "MappedText",
    "at_level",
    "dangers",
    "find",
    "fold",
]
