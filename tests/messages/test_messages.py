import pickle

import pytest

from blogmodel.errors import UnknownLocaleError
from blogmodel.messages import Messages


@pytest.mark.parametrize(
    "locale, count, expected",
    [
        ("fr_CA", 0, "{count} commentaire"),
        ("fr_CA", 1, "{count} commentaire"),
        ("fr_CA", 2, "{count} commentaires"),
        ("fr", 0, "{count} commentaire"),
        ("en", 0, "{count} comments"),
        ("en", 1, "{count} comment"),
        ("en_CA", 2, "{count} comments"),
    ],
)
def test_plurals_follow_the_language(locale: str, count: int, expected: str) -> None:
    assert Messages(locale).ngettext("{count} comment", "{count} comments", count) == expected


@pytest.mark.parametrize(
    "given, kept",
    [("fr-CA", "fr_CA"), ("fr_CA", "fr_CA"), ("FR-ca", "fr_CA"), ("fr", "fr"), ("en", "en")],
)
def test_a_locale_is_given_by_either_name(given: str, kept: str) -> None:
    assert Messages(given).locale == kept
    assert Messages(given) == Messages(kept)


def test_quebec_says_some_things_its_own_way_and_falls_back_to_french() -> None:
    ends = "the post ends before “{text}”, the paragraph at the first “{evidence}”"
    assert Messages("fr_CA").gettext(ends).startswith("le billet")
    assert Messages("fr").gettext(ends).startswith("l’article")
    assert Messages("fr_BE").gettext(ends).startswith("l’article")
    assert Messages("fr_CA").gettext("Author unknown") == "Auteur inconnu"


def test_another_language_and_an_unknown_message_stay_in_english() -> None:
    assert Messages("de").gettext("Author unknown") == "Author unknown"
    assert Messages("fr").gettext("No such message") == "No such message"


@pytest.mark.parametrize("locale", ["", "xx", "klingon", "fr_CA_x_y_z", "../fr", "fr\0", None, 7])
def test_what_is_no_locale_is_refused(locale: str) -> None:
    with pytest.raises(UnknownLocaleError, match="give one such as 'fr_CA'") as caught:
        Messages(locale)
    assert caught.value.locale == locale


def test_messages_are_a_value() -> None:
    messages = Messages("fr_CA")
    again = pickle.loads(pickle.dumps(messages))
    assert again == messages
    assert hash(again) == hash(messages)
    assert again.gettext("Author unknown") == "Auteur inconnu"
    assert repr(messages) == "Messages('fr_CA')"
