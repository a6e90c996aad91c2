import subprocess
import sys

import pytest

from blogmodel.messages._locales import fallbacks


@pytest.mark.parametrize(
    "locale, expected",
    [
        ("fr_CA", "fr_CA fr en"),
        ("fr_BE", "fr_BE fr en"),
        ("fr", "fr en"),
        ("en", "en"),
        ("en_CA", "en_CA en"),
        ("es_419", "es_419 es en"),
        ("ca_ES_VALENCIA", "ca_ES ca en"),
        # A language in another script than its own is no help to who reads that one.
        ("zh_Hant_TW", "zh_Hant_TW zh_Hant en"),
        ("zh_Hans_SG", "zh_Hans_SG zh_Hans zh_SG zh en"),
        ("sr_Latn", "sr_Latn en"),
        ("sr_Cyrl_BA", "sr_Cyrl_BA sr_Cyrl sr_BA sr en"),
    ],
)
def test_a_locale_falls_back_to_its_language_and_then_to_english(
    locale: str, expected: str
) -> None:
    assert fallbacks(locale) == tuple(expected.split())


def run(code: str) -> str:
    return subprocess.run(  # noqa: S603 - our own interpreter
        [sys.executable, "-c", code], check=True, capture_output=True, text=True
    ).stdout.strip()


@pytest.mark.parametrize(
    "code, imported",
    [
        ("pass", False),
        ("Messages('fr_CA').ngettext('{count} comment', '{count} comments', 1234)", False),
        ("Messages('en-CA').percent(0.8); Messages('fr').number(1.5)", False),
        ("Messages('fr').label(Label.REPLY)", False),
        ("Messages('fr').list_and(['a', 'b'])", True),
        ("Messages('de')", True),
    ],
)
def test_babel_is_imported_by_what_needs_it(code: str, *, imported: bool) -> None:
    imports = "import sys; from blogmodel.messages import Label, Messages"
    assert run(f"{imports}; {code}; print('babel' in sys.modules)") == str(imported)
