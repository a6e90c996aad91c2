import pytest

from blogmodel.errors import UnknownLocaleError, UnsupportedLocaleError
from blogmodel.text._locales import supported_locale

FRENCH = ("fr", "fr_CA")


@pytest.mark.parametrize(
    "given, expected",
    [
        ("fr", "fr"),
        ("fr_CA", "fr_CA"),
        ("fr-ca", "fr_CA"),
        ("FR", "fr"),
        ("fr_BE", "fr"),
        ("fr_Latn_CA", "fr_CA"),
        ("fr-015", "fr"),
    ],
)
def test_a_locale_falls_back_to_its_language(given: str, expected: str) -> None:
    assert supported_locale("typeset", given, FRENCH) == expected


@pytest.mark.parametrize("locale", ["", "f", "français", "fr_CA_x", "fr.UTF-8", None, 7])
def test_what_is_no_locale_is_refused(locale: object) -> None:
    with pytest.raises(UnknownLocaleError):
        supported_locale("typeset", locale, FRENCH)


def test_a_locale_without_rules_is_refused() -> None:
    with pytest.raises(UnsupportedLocaleError, match="typeset has no rules for 'de'") as caught:
        supported_locale("typeset", "de", FRENCH)
    assert caught.value.supported == FRENCH
