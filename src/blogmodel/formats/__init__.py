"""What people have, read to the model: one module a format, one `load` for all."""

from blogmodel.formats._archive import (
    Archive,
    Evidence,
    Format,
    Inference,
    Notice,
    NoticeKind,
    Rule,
)
from blogmodel.formats._load import load
from blogmodel.formats.blogger_text import LabelPlace, read_blogger_text

__all__ = [
    "Archive",
    "Evidence",
    "Format",
    "Inference",
    "LabelPlace",
    "Notice",
    "NoticeKind",
    "Rule",
    "load",
    "read_blogger_text",
]
