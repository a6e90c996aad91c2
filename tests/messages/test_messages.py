import copy
import pickle
import threading
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime
from decimal import Decimal
from enum import Enum, IntEnum, StrEnum
from typing import Any

import pytest

from blogmodel import Status
from blogmodel.dates import Formatter
from blogmodel.errors import InvalidTypeError, InvalidValueError, UnknownLocaleError
from blogmodel.messages import Either, Label, Message, Messages, Percent, phrases

N, T = "\u00a0", "\u202f"
COMMENTS = ("{count} comment", "{count} comments")


@pytest.mark.parametrize(
    "locale, count, expected",
    [
        ("fr_CA", 0, "0 commentaire"),
        ("fr_CA", 1, "1 commentaire"),
        ("fr_CA", 2, "2 commentaires"),
        ("fr", 0, "0 commentaire"),
        ("fr", -1, "-1 commentaire"),
        ("fr", -2, "-2 commentaires"),
        ("fr", 1_000_000, f"1{T}000{T}000 commentaires"),
        ("fr_CA", 1000, f"1{N}000 commentaires"),
        ("en", 0, "0 comments"),
        ("en", 1, "1 comment"),
        ("en", -1, "-1 comment"),
        ("en_CA", 2, "2 comments"),
        ("de", 1, "1 comment"),
        ("de", 1000, "1.000 comments"),
    ],
)
def test_plurals_follow_the_language(locale: str, count: int, expected: str) -> None:
    assert Messages(locale).ngettext(*COMMENTS, count) == expected


@pytest.mark.parametrize(
    "count, french, english",
    [
        (0.5, "0,5 commentaire", "0.5 comments"),
        (1.0, "1 commentaire", "1 comment"),
        (1.5, "1,5 commentaire", "1.5 comments"),
        (Decimal("1.5"), "1,5 commentaire", "1.5 comments"),
        (Decimal("1.50"), "1,5 commentaire", "1.5 comments"),
        (-1.5, "-1,5 commentaire", "-1.5 comments"),
        (2.5, "2,5 commentaires", "2.5 comments"),
        # The form goes with the number as it is shown.
        (1.9999, "2 commentaires", "2 comments"),
        (1.0001, "1 commentaire", "1 comment"),
        (0.9999, "1 commentaire", "1 comment"),
    ],
)
def test_what_is_not_whole_has_a_plural_too(count: float, french: str, english: str) -> None:
    assert Messages("fr").ngettext(*COMMENTS, count) == french
    assert Messages("en").ngettext(*COMMENTS, count) == english


def test_a_message_that_no_catalog_has_is_counted_as_in_english() -> None:
    told = [Messages("fr").ngettext("{count} leek", "{count} leeks", n) for n in (0, 1, 1.5, -1)]
    assert told == ["0 leeks", "1 leek", "1,5 leeks", "-1 leek"]


@pytest.mark.parametrize(
    "given, kept",
    [
        ("fr-CA", "fr_CA"),
        ("fr_CA", "fr_CA"),
        ("FR-ca", "fr_CA"),
        ("fr", "fr"),
        ("fr-FR", "fr"),
        ("en", "en"),
        ("en_US", "en"),
        ("zh-TW", "zh_Hant_TW"),
        ("sr_Latn", "sr_Latn"),
        ("es-419", "es_419"),
        ("fr_CA.UTF-8", "fr_CA"),
        ("fr_BE@euro", "fr_BE"),
        ("fr@" + "x" * 9999, "fr"),
    ],
)
def test_a_locale_is_given_by_either_name(given: str, kept: str) -> None:
    assert Messages(given).locale == kept
    assert Messages(given) == Messages(kept)


def test_quebec_says_some_things_its_own_way_and_falls_back_to_french() -> None:
    told = {name: Messages(name).label(Status.SPAM) for name in ("fr_CA", "fr", "fr_BE", "fr_CH")}
    assert told == dict.fromkeys(("fr", "fr_BE", "fr_CH"), "Indésirable") | {"fr_CA": "Pourriel"}
    assert Messages("fr_CA").label(Label.REPLY) == "Répondre"
    assert Messages("fr_LU").label(Label.REPLY) == "Répondre"


@pytest.mark.parametrize("locale", ["en_CA", "en_GB", "de", "zh_Hant_TW", "sr_Latn"])
def test_other_languages_get_english_words(locale: str) -> None:
    assert Messages(locale).label(Label.REPLY) == "Reply"
    assert Messages(locale).gettext("No comments") == "No comments"


def test_an_unknown_message_stays_as_it_is() -> None:
    assert Messages("fr").gettext("No such message") == "No such message"
    assert Messages("fr").gettext("") == ""
    assert Messages("fr").pgettext("No such context", "spam") == "spam"


@pytest.mark.parametrize(
    "locale", ["", "xx", "klingon", "fr_CA_x_y_z", "../fr", "fr\0", "fr\ud800", None, 7, [], b"fr"]
)
def test_what_is_no_locale_is_refused(locale: Any) -> None:
    with pytest.raises(UnknownLocaleError, match="give one such as 'fr_CA'") as caught:
        Messages(locale)
    assert caught.value.locale == locale


def test_messages_are_a_value() -> None:
    messages = Messages("fr_CA")
    for again in (pickle.loads(pickle.dumps(messages)), copy.deepcopy(messages), Messages("fr-CA")):
        assert again == messages
        assert hash(again) == hash(messages)
        assert again.label(Label.REPLY) == "Répondre"
    assert messages != Messages("fr")
    assert repr(messages) == "Messages('fr_CA')"


def test_threads_share_nothing_but_what_they_read() -> None:
    start = threading.Barrier(8)

    def told(locale: str) -> list[str]:
        start.wait()
        return [Messages(locale).label(Label.EMAIL) for _ in range(200)]

    locales = ["fr", "fr_CA", "en", "fr_BE"] * 2
    with ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(told, locales))
    words = {"fr": "E-mail", "fr_CA": "Courriel", "en": "E-mail", "fr_BE": "E-mail"}
    assert answers == [[words[locale]] * 200 for locale in locales]


def test_gettext_puts_in_the_fields_that_it_is_given() -> None:
    fr = Messages("fr")
    assert fr.gettext("{name} (inferred)", name="Zoé") == "Zoé (nom déduit)"
    assert fr.gettext("{name} (inferred)") == "{name} (nom déduit)"
    with pytest.raises(InvalidValueError, match="without name"):
        fr.gettext("{name} (inferred)", nom="Zoé")


def test_ngettext_puts_in_the_count_and_the_fields_that_it_is_given() -> None:
    fr, leeks = Messages("fr"), ("{count} leek of {name}", "{count} leeks of {name}")
    assert fr.ngettext(*leeks, 1000) == f"1{T}000 leeks of {{name}}"
    assert fr.ngettext(*leeks, 1, name="{count}") == "1 leek of {count}"
    assert fr.ngettext(*leeks, 99, count="99+", name="Zoé") == "99+ leeks of Zoé"
    with pytest.raises(InvalidValueError, match="without name"):
        fr.ngettext(*leeks, 1, nom="Zoé")


def test_pgettext_and_npgettext_look_in_a_context() -> None:
    fr = Messages("fr")
    assert fr.pgettext("Status", "spam") == "Indésirable"
    assert fr.pgettext("Leek", "{name}", name="Zoé") == "Zoé"
    assert fr.npgettext("Leek", *COMMENTS, 2) == "2 comments"
    assert fr.npgettext("Leek", "{count} {name}", "{count} {name}s", 2, name="leek") == "2 leeks"


@pytest.mark.parametrize(
    "call",
    [
        lambda m: m.gettext(None),
        lambda m: m.gettext(3),
        lambda m: m.ngettext("one", None, 1),
        lambda m: m.ngettext("one", "many", "1"),
        lambda m: m.ngettext("one", "many", None),
        lambda m: m.pgettext(3, "spam"),
        lambda m: m.npgettext(3, "one", "many", 1),
        lambda m: m.label("spam"),
        lambda m: m.label(Status),
        lambda m: m.number("1"),
        lambda m: m.percent(None),
        lambda m: m.list_and("Zoé"),
        lambda m: m.list_or({"Zoé"}),
        lambda m: m.list_or([object()]),
        lambda m: m.render("No comments"),
        lambda m: m.render(Message("{day}", day=date(2011, 6, 24)), dates=lambda _: 24),
        lambda _: Messages("fr", catalogs=b"bytes"),
        lambda _: Messages("fr", catalogs=["text"]),
        lambda _: Messages("fr", catalogs=None),
    ],
)
def test_what_is_of_another_type_is_refused(call: Any) -> None:
    with pytest.raises(InvalidTypeError):
        call(Messages("fr"))


class Colour(Enum):
    RED = "red"


class Size(IntEnum):
    SMALL = 1


class Kind(StrEnum):
    LEEK = "leek"


@pytest.mark.parametrize("member, text", [(Colour.RED, "red"), (Size.SMALL, "SMALL")])
def test_a_programs_own_enum_is_refused_where_no_catalog_has_it(member: Enum, text: str) -> None:
    kind = type(member).__name__
    expected = (
        f"label.member must be one that a catalog has, as msgctxt '{kind}' and msgid '{text}'"
    )
    with pytest.raises(InvalidValueError, match=expected):
        Messages("fr").label(member)


@pytest.mark.parametrize(
    "message, french, quebec, english",
    [
        (Message("No comments"), "Aucun commentaire", "Aucun commentaire", "No comments"),
        (
            Message("{author}, in reply to comment {number}", author="Zoé", number=1234),
            f"Zoé, en réponse au commentaire{N}1{T}234",
            f"Zoé, en réponse au commentaire{N}1{N}234",
            "Zoé, in reply to comment 1,234",
        ),
        (Message("{is_}", is_=Status.SPAM), "Indésirable", "Pourriel", "Spam"),
        (Message("{rate}", rate=Decimal("0.5")), "0,5", "0,5", "0.5"),
        (Message("{share}", share=Percent(0.805)), f"80{N}%", f"80{N}%", "80%"),
        (Message("{all}", all=["a", 1.5, Status.SPAM]), *[
            "a, 1,5 et Indésirable", "a, 1,5 et Pourriel", "a, 1.5, and Spam",
        ]),
        (Message("{any}", any=Either([1, 2, 3])), "1, 2 ou 3", "1, 2 ou 3", "1, 2, or 3"),
        (Message("{none}", none=[]), "", "", ""),
        (Message("{any}", any=Either(("a", ["b", "c"]))), *["a ou b et c"] * 2, "a or b and c"),
        (
            Message("“{text}”: {reason}", text="x", reason=Message("No comments")),
            f"«{N}x{N}»{N}: Aucun commentaire",
            f"«{N}x{N}»{N}: Aucun commentaire",
            "“x”: No comments",
        ),
        (Message.pgettext("Status", "spam"), "Indésirable", "Pourriel", "Spam"),
        (Message.npgettext("X", "{count} {x}", "{count} {x}s", 2, x="y"), *["2 ys"] * 3),
    ],
)  # fmt: skip
def test_a_message_is_put_into_the_readers_words(
    message: Message, french: str, quebec: str, english: str
) -> None:
    told = [Messages(locale).render(message) for locale in ("fr", "fr_CA", "en")]
    assert told == [french, quebec, english]


ATTACKS = ["{author.__class__}", "{0}", "{}", "{author!r}", "{author:>9}", "{{author}}", "{a b}"]


@pytest.mark.parametrize("attack", ATTACKS)
def test_what_is_no_plain_name_is_never_looked_up(attack: str) -> None:
    shown = attack.replace("{author}", "Zoé")
    assert Messages("fr").render(Message(f"{attack} {{author}}", author="Zoé")) == f"{shown} Zoé"
    assert Messages("fr").render(Message("{author}", author=attack)) == attack


def test_dates_are_written_by_what_is_given_for_it() -> None:
    closed = Message(
        "{first}: {rest}",
        first=date(2011, 5, 1),
        rest=[Message("{at}", at=datetime(2011, 6, 24, 13, 7, tzinfo=UTC)), Either([Label.DATE])],
    )
    dates = Formatter("date", locale="fr", tz="Europe/Paris")
    assert Messages("fr").render(closed, dates=dates) == "1er mai 2011: 24 juin 2011 et Date"
    with pytest.raises(InvalidValueError, match=r"what writes datetime\.date\(2011, 5, 1\), such"):
        Messages("fr").render(closed)
    with pytest.raises(InvalidValueError, match=r"what writes datetime\.date"):
        Messages("fr").list_and([date(2011, 5, 1)])


@pytest.mark.parametrize(
    "items, both, either",
    [
        ([], "", ""),
        (["a"], "a", "a"),
        (["a", "b"], "a et b", "a ou b"),
        (("a", "b", "c", "d"), "a, b, c et d", "a, b, c ou d"),
        (["{0}", "{1}"], "{0} et {1}", "{0} ou {1}"),
        ([1000, Label.EMAIL], f"1{T}000 et E-mail", f"1{T}000 ou E-mail"),
    ],
)
def test_lists_are_joined_in_words(items: Any, both: str, either: str) -> None:
    assert Messages("fr").list_and(items) == both
    assert Messages("fr").list_or(items) == either


@pytest.mark.parametrize(
    "locale, items, expected",
    [
        ("en", "a b c", "a, b, and c"),
        ("en_CA", "a b c", "a, b and c"),
        ("en_CA", "a b", "a and b"),
        # Malayalam closes a list of three or more.
        ("ml", "a b", "a കൂടാതെ b"),
        ("ml", "a b c", "a, b, c എന്നിവ"),
    ],
)
def test_lists_are_those_of_cldr(locale: str, items: str, expected: str) -> None:
    assert Messages(locale).list_and(items.split()) == expected


def test_a_long_list_is_joined_at_once() -> None:
    assert len(Messages("fr").list_and(["a" * 10] * 100_000)) == 1_200_000 - 4 + 4


def test_the_words_of_the_norms() -> None:
    told = {
        label: (Messages("fr").label(label), Messages("fr_CA").label(label))
        for label in (
            *(Label.EMAIL, Label.SPAM, Label.BLOG, Label.POST, Label.HASHTAG),
            *(Label.REPLY, Label.DELETE, Label.EDIT, Label.REPORT, Label.APPROVE),
        )
    }
    assert told == {
        Label.EMAIL: ("E-mail", "Courriel"),
        Label.SPAM: ("Indésirables", "Pourriels"),
        Label.BLOG: ("Blog", "Blogue"),
        Label.POST: ("Article", "Billet"),
        Label.HASHTAG: ("Mot-dièse", "Mot-clic"),
        Label.REPLY: ("Répondre", "Répondre"),
        Label.DELETE: ("Supprimer", "Supprimer"),
        Label.EDIT: ("Modifier", "Modifier"),
        Label.REPORT: ("Signaler", "Signaler"),
        Label.APPROVE: ("Approuver", "Approuver"),
    }


def test_the_word_for_now_is_that_of_dates() -> None:
    from blogmodel.dates import relative  # noqa: PLC0415 - rooms on one floor, side by side

    now = datetime(2011, 6, 24, tzinfo=UTC)
    for locale in ("fr", "fr_CA", "fr_BE", "fr_CH", "en", "en_CA"):
        word = Messages(locale).render(phrases.just_now())
        assert word == relative(now, locale=locale, now=now, tz="UTC")
