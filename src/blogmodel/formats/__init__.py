"""What people have, read to the model: one module a format, one `load` for all."""

from blogmodel.formats._archive import Archive, Format
from blogmodel.formats._findings import Inference, InferredField, Notice, NoticeKind, Rule
from blogmodel.formats._load import load
from blogmodel.formats.blogger_text import BloggerTextOptions, LabelPlace, read_blogger_text
from blogmodel.thread import Evidence

__all__ = [
    "Archive",
    "BloggerTextOptions",
    "Evidence",
    "Format",
    "Inference",
    "InferredField",
    "LabelPlace",
    "Notice",
    "NoticeKind",
    "Rule",
    "load",
    "read_blogger_text",
]
