"""What all the filters know: their readers' zone, and the names of months and days."""

from zoneinfo import ZoneInfo

__all__ = ["MONTHS", "WEEKDAYS", "ZONE"]

ZONE = ZoneInfo("America/Montreal")
MONTHS = tuple(
    "janvier février mars avril mai juin juillet août septembre octobre novembre décembre".split()
)
WEEKDAYS = tuple("lundi mardi mercredi jeudi vendredi samedi dimanche".split())
