"""Dates written by the norms of Québec and France, and read without guessing.

It knows nothing of blogs, and nothing of it reads a clock, a locale or a zone that was not given.
"""

from blogmodel.dates._column import Column, RefusedText, SettledBy, parse_column
from blogmodel.dates._norms import Order
from blogmodel.dates._parse import find, parse
from blogmodel.dates._reading import Form, Precision, Reading, Refusal
from blogmodel.dates._styles import Style

__all__ = [
    "Column",
    "Form",
    "Order",
    "Precision",
    "Reading",
    "Refusal",
    "RefusedText",
    "SettledBy",
    "Style",
    "find",
    "parse",
    "parse_column",
]
