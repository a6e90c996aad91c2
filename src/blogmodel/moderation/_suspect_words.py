"""Words that are often in spam and quarrels of French blogs, and may be innocent."""

from __future__ import annotations

from functools import cache

from blogmodel.moderation._word_list import Term, TermMatch, WordList
from blogmodel.text import Level

__all__ = ["french_suspect_words"]

# What nobody says by chance, however it is spelt.
_DISGUISED = "viagra cialis levitra kamagra tramadol xanax"
# Trades that comments are sent for.
_TRADES = (
    "casino en ligne",
    "casinos en ligne",
    "paris sportifs",
    "crédit rapide",
    "crédits rapides",
    "crédit sans justificatif",
    "prêt entre particuliers",
    "offre de prêt",
    "rachat de crédit",
    "argent facile",
    "gagner de l’argent",
    "revenus passifs",
    "travail à domicile",
    "voyance gratuite",
    "grand marabout",
    "maître marabout",
    "retour affectif",
    "retour de l’être aimé",
    "envoûtement d’amour",
    "plan cul",
    "rencontres coquines",
    "agrandissement du pénis",
    "perdre du poids rapidement",
    "sacs à main pas cher",
    "montres de luxe",
    "répliques de montres",
    "acheter des abonnés",
    "acheter des likes",
    "référencement garanti",
    "backlinks",
    "visitez mon site",
    "visite mon site",
    "cliquez ici",
    "clique ici",
    "online casino",
    "payday loan",
    "cheap replica",
    "buy followers",
    "work from home",
    "make money online",
    "check out my channel",
    "subscribe to my channel",
)
# Insults, most of which are words of every day elsewhere; so they weigh little.
_INSULTS = (
    "connard connards connasse connasses salaud salauds salope salopes enculé enculés abruti"
    " abrutis abrutie imbécile imbéciles crétin crétins débile débiles bouffon bouffons ordure"
    " niaiseux niaiseuse épais colon tabarnak câlisse crisse ostie"
)


@cache
def french_suspect_words() -> WordList:
    """Return words that call for a second reading in comments in French, with points each.

    2 points for what is sold and disguised, 1.5 for what is advertised, 0.5 for insults. It is a
    list to start from: a list of a site's own serves it better.

    Example:
        >>> from blogmodel.moderation import policies
        >>> words = policies.french_suspect_words()
        >>> [hit.term.text for hit in words.find("Du v1agra, et un CRÉDIT  RAPIDE !")]
        ['viagra', 'crédit rapide']
    """
    trades = [
        Term(term, TermMatch.PHRASE if " " in term or "’" in term else TermMatch.WORD, points=1.5)
        for term in _TRADES
    ]
    return WordList(
        [
            *(Term(term, level=Level.SPACED, points=2) for term in _DISGUISED.split()),
            *trades,
            *(Term(term, points=0.5) for term in _INSULTS.split()),
        ]
    )
