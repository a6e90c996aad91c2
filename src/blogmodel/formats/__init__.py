"""What people have, read to the model, and written again: one module a format, one `load`."""

from blogmodel.formats._archive import Archive, Format
from blogmodel.formats._entries import (
    Damage,
    Entry,
    Kept,
    Progress,
    Site,
    SourceDefect,
    SourceDefectKind,
)
from blogmodel.formats._feed_options import FeedOptions
from blogmodel.formats._findings import Inference, InferredField, Notice, NoticeKind, Rule
from blogmodel.formats._load import load
from blogmodel.formats._markup import as_html, clean_html
from blogmodel.formats._merge import attach, merge
from blogmodel.formats._read import Reading, read
from blogmodel.formats._write import Loss, lost, pieces, write
from blogmodel.formats.blogger_text import BloggerTextOptions, LabelPlace, read_blogger_text
from blogmodel.thread import Evidence

__all__ = [
    "Archive",
    "BloggerTextOptions",
    "Damage",
    "Entry",
    "Evidence",
    "FeedOptions",
    "Format",
    "Inference",
    "InferredField",
    "Kept",
    "LabelPlace",
    "Loss",
    "Notice",
    "NoticeKind",
    "Progress",
    "Reading",
    "Rule",
    "Site",
    "SourceDefect",
    "SourceDefectKind",
    "as_html",
    "attach",
    "clean_html",
    "load",
    "lost",
    "merge",
    "pieces",
    "read",
    "read_blogger_text",
    "write",
]
