"""Messages beside gettext and Babel: one made for each request, a word, a count, a number."""

import gettext
from collections.abc import Callable
from decimal import Decimal
from importlib.resources import files
from time import process_time

from babel import Locale
from babel.lists import format_list
from babel.numbers import format_decimal
from babel.support import Translations

from _timing import compare, table
from blogmodel.messages import Label, Message, Messages, phrases

LOOP = 1000
FOLDER = str(files("blogmodel.messages") / "locale")
CHAIN = ["fr_CA", "fr", "en"]
ONE, MANY = "{count} comment", "{count} comments"
FRENCH = Locale.parse("fr_CA")

OURS = Messages("fr_CA")
STDLIB = gettext.translation("blogmodel", FOLDER, CHAIN)
BABEL = Translations.load(FOLDER, CHAIN, "blogmodel")
WORD = "Courriel"


def told_by_stdlib(count: int) -> str:
    """Tell a count as programs do by gettext and Babel."""
    return STDLIB.ngettext(ONE, MANY, count).format(count=format_decimal(count, locale=FRENCH))


def timed(title: str, base: str, peers: dict[str, Callable[[], object]]) -> None:
    """Print what each takes, in a loop."""
    runs = {name: lambda run=run: [run() for _ in range(LOOP)] for name, run in peers.items()}
    table(title, compare(runs, rounds=11, clock=process_time), base, per=LOOP)


def main() -> None:
    """Compare what gives the same words."""
    assert OURS.label(Label.EMAIL) == STDLIB.pgettext("Label", "email") == WORD
    assert BABEL.pgettext("Label", "email") == WORD
    assert OURS.ngettext(ONE, MANY, 1234) == told_by_stdlib(1234)
    assert OURS.list_and(["Zoé", "Luc"]) == format_list(["Zoé", "Luc"], locale=FRENCH)
    said = phrases.comments(1234)
    timed(
        "Making one for a request",
        "Messages",
        {
            "Messages": lambda: Messages("fr_CA"),
            "Messages, a locale of CLDR": lambda: Messages("de"),
            "gettext.translation, its own cache": lambda: gettext.translation(
                "blogmodel", FOLDER, CHAIN
            ),
        },
    )
    timed(
        "A word",
        "Messages.gettext",
        {
            "Messages.gettext": lambda: OURS.gettext("No comments"),
            "Messages.label": lambda: OURS.label(Label.EMAIL),
            "gettext, stdlib": lambda: STDLIB.gettext("No comments"),
            "gettext, Babel": lambda: BABEL.gettext("No comments"),
        },
    )
    timed(
        "A count",
        "Messages.ngettext",
        {
            "Messages.ngettext": lambda: OURS.ngettext(ONE, MANY, 1234),
            "Messages.render of a Message": lambda: OURS.render(said),
            "making the Message": lambda: Message.ngettext(ONE, MANY, 1234),
            "gettext, and Babel for the number": lambda: told_by_stdlib(1234),
        },
    )
    timed(
        "A number, a list",
        "Messages.number",
        {
            "Messages.number": lambda: OURS.number(1234567),
            "Messages.number of a float": lambda: OURS.number(1234567.5),
            "Messages.number of a Decimal": lambda: OURS.number(Decimal("1234567.5")),
            "Babel format_decimal": lambda: format_decimal(1234567, locale=FRENCH),
            "Messages.list_and": lambda: OURS.list_and(["Zoé", "Luc", "Ana"]),
            "Babel format_list": lambda: format_list(["Zoé", "Luc", "Ana"], locale=FRENCH),
        },
    )


if __name__ == "__main__":
    main()
