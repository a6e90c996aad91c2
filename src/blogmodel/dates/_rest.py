"""What stands beside a date and may belong to it: then the date is refused rather than misread."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from blogmodel.dates._context import Refused
from blogmodel.dates._reading import Form, Precision, Reading, Refusal
from blogmodel.dates._words import MONTH, NUMBER_WORDS, WEEKDAY, one_of

if TYPE_CHECKING:
    from blogmodel.dates._context import Context

__all__ = ["is_joined", "refuse_rest"]


def is_joined(bare: str, found: Reading) -> bool:
    """Tell whether a date in a running text is cut out of something longer.

    That is a word or a number that goes on, a month whose day was not read, and a day whose year
    stands further on, at the end of a list.
    """
    before, after = _around(bare, found)
    no_year = _has_no_year(bare, found)
    in_month = found.precision is Precision.MONTH and found.form not in _BY_NOW
    matches = (
        _GLUED_AFTER.match(after),
        _GLUED_BEFORE.search(before),
        _ERA.match(after),
        _AMOUNT_BEFORE.search(before) if found.form is Form.RELATIVE else None,
        _DAY_BEFORE_MONTH.search(before) if in_month else None,
        _OF_SOMETHING.match(after) if found.precision in _CLOCKED else None,
        _EACH_BEFORE.search(before) if found.form is Form.CALENDAR else None,
        _NUMBER_AFTER.match(after) if no_year and found.precision is Precision.DAY else None,
        _YEAR_AT_END_OF_LIST.match(after) if no_year else None,
        _ITS_YEAR.match(after) if no_year else None,
    )
    return after[:1].isalnum() or any(match is not None for match in matches)


def refuse_rest(bare: str, found: Reading, context: Context) -> None:
    """Refuse the only date of a text where something beside it may belong to it.

    Raises:
        Refused: something does.
    """
    rest = _rest(bare, found)
    if rest is not None:
        date = context.written(found.start, found.stop)
        raise Refused(
            Refusal.UNREAD_REST,
            f"« {rest.strip()} » beside « {date} » may belong to it, and is not understood",
            found.stop,
        )


def _rest(bare: str, found: Reading) -> str | None:
    """Return what may belong to a date, as the plain text has it."""
    before, after = _around(bare, found)
    no_year = _has_no_year(bare, found)
    for match in (
        _figures_before(bare, before, found),
        _AFTER.match(after),
        _OF_SOMETHING.match(after) if found.precision in _CLOCKED else None,
        _ERA.match(after),
        _COUNTED.match(after) if _ends_in_year(bare, found) else None,
        _NUMBER_AFTER.match(after) if no_year and found.precision is Precision.DAY else None,
        _ITS_YEAR.match(after) if no_year else None,
        _AMOUNT_BEFORE.search(before) if found.form is Form.RELATIVE else None,
        _AMOUNT_AFTER.match(after) if found.form is Form.RELATIVE else None,
        _MONTHS_BEFORE.search(before) if found.precision is Precision.MONTH else None,
        _OTHER_DAY.search(before),
        _PART_OF_PERIOD.search(before) if found.form is Form.CALENDAR else None,
        _DAY_BEFORE_MONTH.search(before) if found.precision is Precision.MONTH else None,
        _DAY_AFTER_MONTH.match(after) if found.precision is Precision.MONTH else None,
    ):
        if match is not None:
            return match[0]
    others = f"{bare[: found.start]}\n{bare[found.stop :]}"
    clock = _LOOSE_CLOCK.search(others)
    if clock is None and no_year:
        clock = _LOOSE_YEAR.search(others)
    return None if clock is None else clock[0]


def _around(bare: str, found: Reading) -> tuple[str, str]:
    before = bare[max(0, found.start - _NEAR) : found.start]
    return before, bare[found.stop : found.stop + _NEAR]


def _figures_before(bare: str, before: str, found: Reading) -> re.Match[str] | None:
    """Find figures before a date that begins with its own, or with a month."""
    if found.form in _BY_NOW or _ARTICLE.match(bare, found.start):
        return None
    return _FIGURES_BEFORE.search(before)


def _ends_in_year(bare: str, found: Reading) -> bool:
    return bare[found.stop - 4 : found.stop].isdecimal()


def _has_no_year(bare: str, found: Reading) -> bool:
    """Tell whether a day of the calendar is written without its year."""
    if found.form not in _WITH_YEAR:
        return False
    return _ANY_YEAR.search(bare, found.start, found.stop) is None


_NEAR = 60
_BY_NOW = (Form.CALENDAR, Form.RELATIVE, Form.CLOCK)
_CLOCKED = (Precision.HOUR, Precision.MINUTE, Precision.SECOND)
_WITH_YEAR = (Form.WRITTEN, Form.RANGE)
_ORDINALS = "premier first second third fourth fifth sixth seventh eighth ninth tenth".split()
_WORD = f"(?:{one_of({*NUMBER_WORDS, *_ORDINALS} - {'a', 'an', 'un', 'une', 'one'})})(?![a-z])"

_ARTICLE = re.compile(f"(?:le |the |on |du |from |entre |{WEEKDAY}(?![a-z]))")
_FIGURES_BEFORE = re.compile(
    rf"(?:(?<![a-z\d])\d{{1,4}}(?:er)?(?:[ ./:-]| ?[-&—] ?| / |, ?)|{_WORD} (?:de |of )?"
    r"|(?<![a-z\d])\d{1,4}(?:er)? (?:et|ou|and|or|au|a|to) (?:le |the )?)$"
)
_OTHER_DAY = re.compile(
    r"(?:(?:jours?|semaines?|mois|ans?|days?|weeks?|months?|years?|heures?|hours?|minutes?)"
    r" (?:avant|apres|before|after|from)(?: le| the)?"
    r"|(?:veille|lendemain|surlendemain|eve|day after|day before)(?: du| de| of)?"
    rf"|(?:suivant|precedant|following|preceding|soir|soiree|nuit|matin)(?: le| du| de| the)?"
    rf"|{WEEKDAY}\.? (?:ou|et|or|and|au|a|to)"
    r"|(?:derniere?|prochaine?|last|next|chaque|every|each)) $"
)
_MONTHS_BEFORE = re.compile(rf"{MONTH}\.?(?: (?:et|ou|and|or|a|au|to)|,) (?:en )?$")
_AMOUNT_BEFORE = re.compile(
    rf"(?:half|quarters? of|no|pas|(?:[0-9]|{_WORD}) ?(?:or|to|ou|a|and|et|-)|-) ?$"
)
_AMOUNT_AFTER = re.compile(r",? (?:moins|ou|plus|or|minus|et|and|a (?:midi|minuit)) ")
# After a day without a clock, a number may be its year.
_NUMBER_AFTER = re.compile(r"[ ,;|/('’-]{1,3}[0-9]{1,4}(?![0-9]| ?h(?![a-z])|:)")
_ITS_YEAR = re.compile(
    r",? (?:de (?:l'an|cette|la meme)|suivant|precedent|of (?:last|this|next|that|the same))"
)
# Of things that are counted, a year before them may be their number.
_COUNTED = re.compile(
    r" (?:people|persons|personnes|commentaires|comments|fois|times|km|euros?|dollars?|visiteurs"
    r"|visitors|visites|vues|views|billets|posts|amis|friends|[$€%])(?! ?:|[a-z])"
)
_ERA = re.compile(r"[ ,(]{0,3}(?:av(?:ant)?\.? j|bce?(?![a-z])|b\.c|before christ)")
_EACH_BEFORE = re.compile(r"(?:chaque|tous les|every|each|that) $")
_PART_OF_PERIOD = re.compile(rf"(?:{WEEKDAY}\.?|[0-9]{{1,2}}(?:er)?) (?:de |du |d'|of )?$")
_DAY_BEFORE_MONTH = re.compile(
    rf"(?<!\d)\d{{1,3}}(?:er|[°º])?(?:[^\w\n]{{0,3}}|&(?:nbsp|#160);|</?[a-z]+>|er|e){{0,4}}"
    rf"(?:(?:du|de) mois (?:de |d'))?$|{_WORD} (?:de |of |du mois de )?$"
)
_DAY_AFTER_MONTH = re.compile(r",? (?:le |the )[0-9]{1,2}(?![0-9])")
_AFTER = re.compile(
    # Glued to it, or a number that no word follows: « 14 commentaires » is no part of a date.
    r"[^\W_]|(?! ?\(\d{1,3}\))[ ,;|/(]{0,3}\d+(?!\d|,? ?[a-z]{3,})| [¼½¾]| (?:s|sec)(?![a-z])"
    r"|[-.:] ?[0-9]| [-:/] ?\d+(?!\d|,? ?[a-z]{3,})"
    rf"|[ ,;|@_(-]{{0,3}}(?:(?:a|at|vers|@) )(?:[0-9]+|{_WORD})"
    rf"|,? (?:et|ou|and|or|au|a|to|moins) (?:le |the )?(?:[0-9]+|{_WORD}|{MONTH}(?![a-z]))"
    rf"|[/-]{MONTH}(?![a-z])| {_WORD}"
    r"|,? (?:et quart|et demie?|suivant|precedent|following"
    r"|prochaine?(?![a-z])|derniere?(?![a-z])|du soir|du matin|au soir"
    r"|of (?:last|this|next)|plus t[ao]|later|earlier|ago|apres(?![a-z])|avant(?![a-z]))"
)
# « 3 h 15 de lecture » is no clock.
_OF_SOMETHING = re.compile(
    r" (?:de (?!l'apres)|d')[a-z]| ?/ ?[a-z]|,? (?:le soir|le matin|en soiree|en matinee|dans la)"
)
_LOOSE_CLOCK = re.compile(
    r"(?<![\w.,:/-])[0-9]{1,2}(?: ?h(?:eures?)?(?: ?[0-9]{2})?"
    r"|(?: ?: ?[0-9]{2}){1,2}(?: ?[ap]\.?m)?"
    r"| ?[ap]\.?m)(?![\w:])|(?<![\w-])(?:midi|minuit|noon|midnight)(?![\w-])"
)
_ANY_YEAR = re.compile("[0-9]{4}")
_LOOSE_YEAR = re.compile(r"(?<![\w.,:/-])(?:1[5-9]|20)[0-9]{2}(?![\w])")
_YEAR_AT_END_OF_LIST = re.compile(
    rf"(?:,| et| ou| and| or| au| -) (?:le |the |du |des )?(?:[0-9]{{1,2}}|{MONTH}\.? [0-9])"
    r"[^.;!?\n]{1,40}(?:1[5-9]|20)[0-9]{2}"
)
_GLUED_AFTER = re.compile("[./:-][0-9]")
_GLUED_BEFORE = re.compile("[0-9][./:-]$")
