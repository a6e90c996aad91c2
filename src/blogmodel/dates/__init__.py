"""Dates written by the norms of Québec and France, and read without guessing.

It knows nothing of blogs, and nothing of it reads a clock, a locale or a zone that was not given.
Each name is loaded when it is first touched: who only writes dates does not load their reader.

Sources of the norms: OQLF, Vitrine linguistique, fiches 21516, 21640, 21241, 22039 and 23619;
Banque de dépannage linguistique 1242; Bureau de la traduction, Guide du rédacteur 1.1.12;
Imprimerie nationale, Lexique des règles typographiques; Unicode CLDR 47.
"""

TYPE_CHECKING = False  # Type checkers take it for True; `typing` need not be imported for it.

if TYPE_CHECKING:
    from blogmodel.dates._calendar import calendar_day, calendar_stamp
    from blogmodel.dates._column import Column, RefusedText, SettledBy, parse_column
    from blogmodel.dates._format import (
        Formatter,
        format,  # noqa: A004 - « dates.format » is what it is called by
    )
    from blogmodel.dates._machine import TimeElement, rfc3339, time_element
    from blogmodel.dates._norms import Order
    from blogmodel.dates._parse import find, parse
    from blogmodel.dates._ranges import format_range
    from blogmodel.dates._reading import Form, Precision, Reading, Refusal
    from blogmodel.dates._relative import RelativeFormatter, relative
    from blogmodel.dates._styles import Style
    from blogmodel.dates._thresholds import Thresholds
    from blogmodel.dates._weeks import week_start
    from blogmodel.dates._zone_names import zone_code, zone_name

__all__ = [
    "Column",
    "Form",
    "Formatter",
    "Order",
    "Precision",
    "Reading",
    "Refusal",
    "RefusedText",
    "RelativeFormatter",
    "SettledBy",
    "Style",
    "Thresholds",
    "TimeElement",
    "calendar_day",
    "calendar_stamp",
    "find",
    "format",
    "format_range",
    "parse",
    "parse_column",
    "relative",
    "rfc3339",
    "time_element",
    "week_start",
    "zone_code",
    "zone_name",
]

_HOMES = {
    "_calendar": ("calendar_day", "calendar_stamp"),
    "_column": ("Column", "RefusedText", "SettledBy", "parse_column"),
    "_format": ("Formatter", "format"),
    "_machine": ("TimeElement", "rfc3339", "time_element"),
    "_norms": ("Order",),
    "_parse": ("find", "parse"),
    "_ranges": ("format_range",),
    "_reading": ("Form", "Precision", "Reading", "Refusal"),
    "_relative": ("RelativeFormatter", "relative"),
    "_styles": ("Style",),
    "_thresholds": ("Thresholds",),
    "_weeks": ("week_start",),
    "_zone_names": ("zone_code", "zone_name"),
}


def __getattr__(name: str) -> object:
    """Load a name when it is first touched (PEP 562)."""
    from importlib import import_module  # noqa: PLC0415 - paid by the first name touched

    home = next((home for home, names in _HOMES.items() if name in names), None)
    if home is None:
        raise AttributeError(f"module 'blogmodel.dates' has no attribute {name!r}")
    value: object = getattr(import_module(f"blogmodel.dates.{home}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    """List the public names, loaded or not."""
    return __all__
