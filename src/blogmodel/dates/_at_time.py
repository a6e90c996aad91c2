"""How CLDR puts a clock after a date: « 24 juin 2011 à 09:07:00 UTC+2 ».

CLDR has two sets of patterns for it. The standard ones, which Babel holds, only set the two side
by side; these say « at », and are meant for an event at its time, which a date with its clock is.

The facts are those of Unicode CLDR 47, ``dateTimeFormats-atTime`` of its Gregorian calendar.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["at_time"]

_ROOT = "{1} {0}"


def at_time(locale: str, width: str) -> str:
    """Return the pattern of a locale by its CLDR name, ``{1}`` for the date, ``{0}`` the clock.

    The width is ``"full"``, ``"long"``, ``"medium"`` or ``"short"``. A locale that is not in the
    tables has what the locale has whose name is its own without the last part. Where CLDR says
    otherwise, as of scripts that inherit nothing, the tables say so.
    """
    table = _WIDTHS[width]
    while locale:
        if locale in table:
            return table[locale]
        locale = locale.rpartition("_")[0]
    return _ROOT


def _by_locale(groups: Mapping[str, str]) -> dict[str, str]:
    return {locale: pattern for pattern, names in groups.items() for locale in names.split()}


_LONG = _by_locale(
    {
        "{1} 'om' {0}": "af fy nl",
        "{1} 'wɔ' {0}": "ak",
        "{1} في {0}": "ar",
        "{1} 'at' {0}": "as az en",
        "{1} 'a' 'les' {0}": "ast",
        "{1} 'у' {0}": "be",
        "{1} 'в' {0}": "bg ru",
        "{1}, {0}": "blo cv es gl hy ka kea kk lo nnh os sw to uz vec xnr",
        "{1} এ {0}": "bn",
        "{1} 'da' {0}": "br ha",
        "{1} नि {0} याव": "brx",
        "{1} 'u' {0}": "bs hr",
        "{1}, 'a' 'les' {0}": "ca",
        "{1} 'sa' {0}": "ceb",
        "{1} ᎤᎾᎢ {0}": "chr",
        "{1} 'v' {0}": "cs",
        "{1} 'am' {0}": "cy",
        "{1} 'kl'. {0}": "da fo is nb nn no sv",
        "{1} 'um' {0}": "de",
        "{1} गी {0}": "doi",
        "{1} 'zeger' {0}": "dsb",
        "{0} {1}": "ee",
        "{1} στις {0}": "el",
        "{1}, 'kell' {0}": "et",
        "{1} ({0})": "eu",
        "{1} ساعت {0}": "fa",
        "{1} 'klo' {0}": "fi",
        "{1} 'nang' {0}": "fil",
        "{1} 'à' {0}": "fr ht",
        "{1} 'ag' {0}": "ga",
        "{1} 'aig' {0}": "gd",
        "{1} એ {0} વાગ્યે": "gu",
        "{1} בשעה {0}": "he",
        "{1} को {0} बजे": "hi",
        "{1} 'w' {0}": "hsb",
        "{1} 'a' {0}": "ia",
        "{1} 'pukul' {0}": "id",
        "{1} 'ye' {0}": "ie",
        "{1} 'na' {0}": "ig",
        "{1} 'alle' 'ore' {0}": "it",
        "{1} 'ing' {0}": "jv",
        "{1} នៅ\u200bម៉ោង {0}": "km",
        "{1} ರಂದು {0} ಸಮಯಕ್ಕೆ": "kn",
        "{1} {0} वरांचेर": "kok",
        "{0} پٮ۪ٹھؠ {1}": "ks",
        "{1} 'aã' {0}": "kxv",
        "{1} 'dales' {0}": "lld",
        "{1} के {0}": "mai",
        "{1}, 'во' {0}": "mk",
        "{1} গী {0} দা": "mni",
        "{1} रोजी {0}": "mr",
        "{1} 'pada' {0}": "ms",
        "{1}: {0}": "ne",
        "{1} 'ka' {0}": "nso tn",
        "{1} {0} 'tti'": "om",
        "{0} ଠାରେ {1}": "or",
        "{1} 'fọ' {0}": "pcm",
        "{1} 'às' {0}": "pt",
        "{1} 'la' {0}": "ro",
        "{1} तदा {0}": "sa",
        "{1} 'a' 'sas' {0}": "sc",
        "{1} දින {0}": "si",
        "{1} 'o' {0}": "sk",
        "{1} 'ob' {0}": "sl",
        "{1} 'tme' {0}": "smn",
        "{1} 'ee' {0}": "so",
        "{1} 'në' {0}": "sq",
        "{1} 'jam' {0}": "su",
        "{1} ܒܫܥܬܐ {0}": "syr",
        "{1} அன்று {0}": "ta",
        "{1} {0}కి": "te",
        "{1} 'соати' {0}": "tg",
        "{1} เวลา {0}": "th",
        "{1} ሰዓት {0}": "ti",
        "{1} 'sagat' {0}": "tk",
        "{1} {0} 'сәгатьтә'": "tt",
        "{1} 'о' {0}": "uk",
        "{1} کو {0}": "ur",
        "'lúc' {0} {1}": "vi",
        "{1} 'ci' {0}": "wo",
        "{1} 'kwi' {0}": "xh",
        "{1} 'ní' {0}": "yo",
        "{1}{0}": "yue",
        "{1} {0}": (
            "az_Arab az_Cyrl bs_Cyrl en_Dsrt en_Shaw ha_Arab kk_Arab mni_Mtei ms_Arab "
            "uz_Arab uz_Cyrl"
        ),
        "{1} 𞤉 {0}": "ff_Adlm",
        "{1}, {0} 'baje'": "hi_Latn",
        "{1}, {0} 'vaztam'": "kok_Latn",
        "{0} पेठ {1}": "ks_Deva",
        "{1} आँ {0}": "kxv_Deva",
        "{1} ଆଁ {0}": "kxv_Orya",
        "{1} త {0}": "kxv_Telu",
        "{1} ते {0}": "sd_Deva",
        "{1} 'saa' {0}": "sw_KE",
    }
)
# The others have one pattern for both.
_FULL = _LONG | {
    "az": "{1}/{0}",
    "nnh": "{1},{0}",
    "xh": "{1} {0}",
}
_MEDIUM = _by_locale(
    {
        "{1}, {0}": (
            "ak as ast az be bg blo bn br brx ca ceb chr cv cy da de doi el en es et fil fo "
            "fr ga gd gl ha he hi ht hy ia id ig is it jv ka kea kk km kn kok ks kxv lld lo "
            "mai mni mr ms nb ne nl nn no nso om or os pa pl pt qu ro ru sa sc sd_Deva si "
            "sk sl sq su sw ta tg tk tn to tt uk uz vec xnr yi yo"
        ),
        "{1}، {0}": "ar fa syr ug ur",
        "{1} 'u' {0}": "bs",
        "{0} {1}": "ee vi",
        "{1} ({0})": "eu",
        "{1} 'klo' {0}": "fi",
        "{1}, 'во' {0}": "mk",
        "{1} 'tme' {0}": "smn",
        "{1} 'ee' {0}": "so",
        "{1} - {0}": "wo",
        "{1}{0}": "yue",
        "{1} {0}": (
            "az_Arab az_Cyrl bs_Cyrl en_Dsrt en_Shaw ha_Arab kk_Arab mni_Mtei ms_Arab "
            "pa_Arab uz_Arab uz_Cyrl"
        ),
    }
)
_SHORT = _by_locale(
    {
        "{1}, {0}": (
            "ak as az be bg blo bn brx ceb chr cv cy da de doi el en es et fa fil fo fr_ML "
            "ga gd gl ha he hi hy ia id ig is it jv ka kea kk km kn kok ks kxv lld lo mai "
            "mni mr ms nb ne nl nn no nso om or os pa pl pt qu ro ru sa sc sd_Deva si sl so "
            "sq su sw ta tg tk tn tt uk uz vec xnr yo"
        ),
        "{1}، {0}": "ar syr ug ur",
        "{1} 'u' {0}": "bs",
        "{0} {1}": "ee vi",
        "{1} ({0})": "eu",
        "{1} 'klo' {0}": "fi",
        "{1}, 'во' {0}": "mk",
        "{1} - {0}": "wo",
        "{1} {0}": (
            "az_Arab az_Cyrl bs_Cyrl en_Dsrt en_Shaw ha_Arab kk_Arab mni_Mtei ms_Arab "
            "pa_Arab uz_Arab uz_Cyrl"
        ),
    }
)
_WIDTHS = {"full": _FULL, "long": _LONG, "medium": _MEDIUM, "short": _SHORT}
