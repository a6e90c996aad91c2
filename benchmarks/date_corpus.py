"""Dates as people and programs write them, and what the norms say that each one is.

Every text is read at `NOW`, by a reader in the row's zone. The answers come from the norms and from
the calendar, not from any reader. Where the norms leave an answer open, the text is not here.
"""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import attrs

from blogmodel.dates import Precision, Refusal

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["FIND", "NOW", "READ", "REFUSED", "ROWS", "ZONE", "FindRow", "Row"]

ZONE = "America/Montreal"
NOW = datetime(2011, 6, 24, 15, 37, 45, tzinfo=ZoneInfo(ZONE))
"""A Friday, and the Fête nationale."""


@attrs.frozen
class Row:
    """One text and its answer.

    Attributes:
        text: what is read.
        expected: a datetime in UTC, or a date where the text tells no clock; None where it is to be
            refused.
        end: the last end of a range.
        precision: the smallest unit told; None where it is to be refused.
        locale: the reader's.
        tz: the reader's zone.
        approximate: whether the text says that it is not exact; None where the norms do not say.
        weekday_disagrees: whether the weekday written is another than the date's.
        refusal: why it is to be refused.
        kind: the line of the table that counts it.
    """

    text: str
    expected: date | None
    end: date | None = attrs.field(default=None, kw_only=True)
    precision: Precision | None = attrs.field(default=None, kw_only=True)
    locale: str = attrs.field(default="fr_CA", kw_only=True)
    tz: str = attrs.field(default=ZONE, kw_only=True)
    approximate: bool | None = attrs.field(default=False, kw_only=True)
    weekday_disagrees: bool = attrs.field(default=False, kw_only=True)
    refusal: str | None = attrs.field(default=None, kw_only=True)
    kind: str = attrs.field(kw_only=True)


@attrs.frozen
class FindRow:
    """One running text and where its dates stand.

    Attributes:
        text: what is searched.
        spans: start and stop of each date, in code points, in order. Each holds the weekday, the
            clock and the zone; not an article or a preposition before it, such as « le », which a
            reader may hold or not.
        locale: the reader's.
        tz: the reader's zone.
    """

    text: str
    spans: tuple[tuple[int, int], ...]
    locale: str = attrs.field(default="fr_CA", kw_only=True)
    tz: str = attrs.field(default=ZONE, kw_only=True)


# A line « == » names the kind of the rows below it. A line « -- » tells what they have in common:
# precision, locales (fr_CA where it names none), zone (Montréal's), and whether they are
# approximate, or perhaps, or of the wrong weekday. On every other line stands an answer, then texts
# that have it: a day, or what the reader's clocks show, or the two ends of a range.
_READ = """
== ISO 8601
-- day fr fr_CA fr_BE fr_CH en en_CA
2011-06-24 | 2011-06-24
2011-04-03 | 2011-04-03
2011-12-11 | 2011-12-11
-- day
2008-02-29 | 2008-02-29
1998-01-05 | 1998-01-05
2011-06-24 | 2011-W25-5 | 2011-175
2010-01-03 | 2009-W53-7
2011-01-03 | 2011-W01-1
2011-01-01 | 2011-001
2008-12-31 | 2008-366
-- week
2011-06-20 | 2011-W25
2011-01-03 | 2011-W01
2009-12-28 | 2009-W53
-- month
2011-06-01 | 2011-06
2010-12-01 | 2010-12
2011-11-01 | 2011-11
-- minute
2011-06-24 09:07 | 2011-06-24T09:07 | 2011-06-24 09:07 | 2011-06-24T09:07-04:00 | 2011-06-24T13:07Z
2011-06-24 09:07 | 2011-06-24T15:07+0200
-- second fr fr_CA fr_BE fr_CH en en_CA
2011-06-24 05:07:00 | 2011-06-24T09:07:00Z
-- second
2011-06-24 05:07:00 | 2011-06-24 09:07:00Z | 2011-06-24T09:07:00+00:00 | 2011-06-24T11:07:00+02:00
2011-06-24 05:07:00 | 2011-06-24T11:07:00+0200 | 2011-06-24T05:07:00-04:00
2011-06-24 05:07:00 | 2011-06-24T05:07:00-0400 | 2011-06-24T05:07:00\u221204:00
2011-06-24 05:07:00 | 2011-06-24T14:37:00+05:30 | 2011-06-24 05:07:00-04:00
2011-06-24 05:07:00 | 2011-06-24 05:07:00 -0400 | 2011-06-24 09:07:00 UTC | 2011-06-24t09:07:00z
2011-06-24 05:07:00 | 20110624T090700Z
2011-06-24 09:07:33 | 2011-06-24T09:07:33 | 2011-06-24 09:07:33 | 2011-W25-5T09:07:33
2011-04-03 09:07:33 | 2011-04-03T09:07:33
2011-01-05 23:59:59 | 2011-01-05 23:59:59
2011-06-24 05:07:33.500 | 2011-06-24T09:07:33.5Z
2011-06-24 05:07:33.250 | 2011-06-24T09:07:33,25Z
2011-06-24 09:07:33.123 | 2011-06-24T09:07:33.123-04:00
2011-06-24 09:07:33.123456 | 2011-06-24T09:07:33.123456

== RFC 822, Unix
-- second
2011-06-24 05:07:00 | Fri, 24 Jun 2011 09:07:00 GMT | Fri, 24 Jun 2011 09:07:00 +0000
2011-06-24 05:07:00 | Fri, 24 Jun 2011 09:07:00 UT | Fri, 24 Jun 2011 09:07:00 Z
2011-06-24 05:07:00 | Fri, 24 Jun 2011 05:07:00 -0400 | Fri, 24 Jun 2011 05:07:00 EDT
2011-06-24 05:07:00 | Fri, 24 Jun 2011 04:07:00 EST | Fri, 24 Jun 2011 04:07:00 CDT
2011-06-24 05:07:00 | Fri, 24 Jun 2011 02:07:00 PDT | Fri, 24 Jun 2011 11:07:00 +0200
2011-06-24 05:07:00 | 24 Jun 2011 09:07:00 +0000 | Fri, 24 Jun 11 09:07:00 GMT
2011-06-24 05:07:00 | Fri, 24 Jun 2011 09:07:00 +0000 (UTC) | Fri Jun 24 09:07:00 UTC 2011
2011-06-24 05:07:00 | Fri Jun 24 05:07:00 EDT 2011
2011-06-24 09:07:00 | Fri Jun 24 09:07:00 2011 | ven. 24 juin 2011 09:07:00 EDT
2011-06-03 09:07:33 | Fri Jun  3 09:07:33 2011
2009-10-18 23:59:59 | Sun Oct 18 23:59:59 2009
2011-01-03 00:00:00 | Mon Jan  3 00:00:00 EST 2011
-- minute
2011-06-24 05:07 | Fri, 24 Jun 2011 09:07 GMT | 24 Jun 2011 05:07 EDT

== written
-- day fr fr_CA fr_BE fr_CH
2011-06-24 | 24 juin 2011 | vendredi 24 juin 2011 | le vendredi 24 juin 2011
-- day
2011-06-24 | le 24 juin 2011 | Le 24 juin 2011 | Le vendredi 24 juin 2011 | Vendredi 24 juin 2011
2011-06-24 | VENDREDI 24 JUIN 2011 | 24 Juin 2011 | 24 JUIN 2011 | 24 JUN 2011 | ven. 24 juin 2011
2011-06-24 | ven 24 juin 2011 | vendredi, 24 juin 2011 | vendredi le 24 juin 2011
2011-06-24 | vendredi, le 24 juin 2011
2011-05-01 | 1er mai 2011 | 1ᵉʳ mai 2011 | 1ER MAI 2011 | 1 mai 2011 | 01 mai 2011 | le 1er mai 2011
2011-05-01 | le dimanche 1er mai 2011 | Dimanche 1er mai 2011 | dim. 1er mai 2011 | 1 MAI 2011
2010-01-05 | 5 janvier 2010 | 5 janv. 2010 | 5 janv 2010 | 5 JAN 2010
2010-02-28 | 28 février 2010 | 28 févr. 2010 | 28 fevr. 2010 | 28 FÉV 2010 | 28 fév. 2010
2010-02-28 | 28 fevrier 2010 | 28 FEVRIER 2010 | 28 FÉVRIER 2010
2008-02-29 | 29 février 2008
2008-03-04 | 4 mars 2008 | 4 MAR 2008
2010-04-11 | 11 avril 2010 | 11 avr. 2010 | 11 AVR 2010
1945-05-08 | 8 mai 1945
2010-06-30 | 30 juin 2010
1789-07-14 | 14 juillet 1789
2010-08-21 | 21 août 2010 | 21 AOÛ 2010 | 21 aout 2010 | 21 AOUT 2010
2010-09-07 | 7 septembre 2010 | 7 sept. 2010 | 7 sept 2010 | 7 SEP 2010
2009-10-18 | 18 octobre 2009 | 18 oct. 2009 | 18 Oct. 2009
2010-10-31 | 31 octobre 2010
2010-11-02 | 2 novembre 2010 | 2 nov. 2010 | 2 NOV 2010
2010-12-25 | 25 décembre 2010 | 25 déc. 2010 | 25 DÉC 2010 | 25 dec. 2010 | sam. 25 déc. 2010
2010-12-25 | 25 decembre 2010 | 25 Décembre 2010
2012-12-31 | 31 décembre 2012
2011-06-20 | lundi 20 juin 2011
2011-06-21 | mardi 21 juin 2011
2011-06-22 | mercredi 22 juin 2011
2011-06-23 | jeudi 23 juin 2011
2011-06-25 | samedi 25 juin 2011
2011-06-26 | dimanche 26 juin 2011
2010-07-08 | 8 juil. 2010 | 8 juill. 2010 | 8 juill 2010 | 8 JUL 2010
2010-07-01 | 1er juill. 2010

== written, clock
-- minute fr fr_CA fr_BE fr_CH
2011-06-24 09:07 | 24 juin 2011 à 9 h 07 | 24 juin 2011 à 09:07 | le vendredi 24 juin 2011, à 9 h 07
-- minute
2011-06-24 09:07 | le vendredi 24 juin 2011 à 9 h 07 | Le 24 juin 2011 à 9h07 | 24 juin 2011 9h07
2011-06-24 09:07 | 24 juin 2011 9 h 07 | 24 juin 2011, 9 h 07 | 24 juin 2011, 9:07
2011-06-24 09:07 | 24 juin 2011 09:07 | 24 juin 2011 à 9:07 | 24 juin 2011 à 09h07
2011-06-24 09:07 | 24 juin 2011 à 09 h 07 | 24 JUIN 2011 À 9 H 07
2011-06-24 09:07 | 24 juin 2011 à 9:07 AM | 24 juin 2011 à 9:07 a.m.
2011-06-24 09:07 | 24 juin 2011 à 9\u00a0h\u00a007 | ven. 24 juin 2011 à 9 h 07
2011-06-24 09:07 | 2011-06-24 à 9 h 07 | le 2011-06-24 à 9 h 07 | 2011-06-24 9 h 07
2011-06-24 09:00 | 24 juin 2011 à 9 h | 24 juin 2011 à 9h
2011-06-24 18:00 | 24 juin 2011 à 18 h
2011-06-24 21:07 | 24 juin 2011 à 9:07 PM | 24 juin 2011 à 9:07 p.m.
2011-06-24 12:00 | 24 juin 2011 à midi | le vendredi 24 juin 2011, à midi
2011-06-24 00:00 | 24 juin 2011 à minuit | 24 juin 2011 à 0 h
2011-06-24 00:05 | 24 juin 2011 à 0 h 05
2011-06-24 23:59 | 24 juin 2011 à 23 h 59
2011-05-01 18:30 | 1er mai 2011 à 18 h 30
2011-05-01 08:00 | le dimanche 1er mai 2011, à 8 h
2008-03-04 09:15 | 4 mars 2008 09:15
2011-01-05 09:07 | 5 janvier 2011 à 9 h 07
2010-07-08 17:45 | 8 juill. 2010, 17 h 45
2010-11-07 01:30 | 7 novembre 2010 à 1 h 30
2010-11-07 01:30-05:00 | 7 novembre 2010 à 1 h 30 HNE
-- second
2011-06-24 09:07:33 | 24 juin 2011 à 09:07:33 | 24 juin 2011 09:07:33 | 24 juin 2011, 9:07:33
2011-06-24 09:07:33 | 24 juin 2011 à 9 h 07 min 33 s | vendredi 24 juin 2011 à 09 h 07 min 33 s
-- minute fr Europe/Paris
2011-06-24 09:07 | 24 juin 2011 à 9 h 07 | 24 juin 2011 à 09:07
-- minute Pacific/Auckland
2011-06-24 09:07 | 24 juin 2011 à 9 h 07

== months
-- month fr_CA fr fr_BE
2011-06-01 | juin 2011
-- month
2011-06-01 | Juin 2011 | JUIN 2011
2011-02-01 | février 2011 | fevrier 2011 | févr. 2011
2011-03-01 | mars 2011
2011-05-01 | mai 2011 | 2011 05
2010-08-01 | août 2010
2010-09-01 | sept. 2010
2010-12-01 | décembre 2010 | déc 2010
2011-12-01 | 2011 12
-- month fr_CA en en_CA
2011-06-01 | June 2011
-- month en en_CA
2011-06-01 | Jun 2011

== numeric
-- day fr fr_CA fr_BE fr_CH en_CA
2011-06-24 | 24/06/2011 | 24/06/11
2011-04-03 | 03/04/2011
-- day
2011-06-24 | 24.06.2011 | 24-06-2011 | 24 06 2011 | 24.06.11 | 24/6/11 | le 24/06/2011
2011-06-24 | vendredi 24/06/2011 | 2011/06/24
2009-10-18 | 18 10 2009
2011-04-03 | 03 04 2011 | 3/4/2011 | 03-04-2011 | 03.04.2011
2011-05-01 | 1.5.2011 | 1/5/2011
2010-11-12 | 12/11/2010
-- day fr_CA en
2011-04-03 | 2011/04/03
-- minute
2011-06-24 09:07 | 24/06/2011 09:07 | 24/06/2011 à 9 h 07 | 24/06/2011, 9h07 | 24.06.11 09:07
2011-06-24 09:07 | 24-06-2011 09:07 | le 24/06/2011 à 09:07 | 2011/06/24 09:07
-- second
2011-04-03 09:07:33 | 03/04/2011 09:07:33
-- day en
2011-06-24 | 6/24/11 | 6/24/2011 | 06/24/2011
2011-03-04 | 03/04/2011 | 3/4/11
-- minute en
2011-06-24 09:07 | 6/24/11, 9:07 AM

== clock alone
-- minute fr fr_CA
2011-06-24 09:07 | 9 h 07 | 9h07 | 09:07
-- minute
2011-06-24 09:07 | à 9 h 07 | 9\u00a0h\u00a007 | 09 h 07 | 9:07 | 9:07\u202fa.m. | 09:07 HAE
2011-06-24 09:00 | 9 h | 9h
2011-06-24 18:00 | 18 h
2011-06-24 00:05 | 0 h 05
2011-06-24 23:59 | 23:59
2011-06-24 12:00 | midi
2011-06-24 00:00 | minuit | 12:00 AM
2011-06-24 21:07 | 9:07 PM | 9:07 p.m.
2011-06-24 12:30 | 12:30 PM
-- minute fr_CA en en_CA
2011-06-24 09:07 | 9:07 AM | 9:07 a.m. | 9:07\u202fAM
-- second
2011-06-24 09:07:33 | 09:07:33 | 9 h 07 min 33 s
-- minute Pacific/Auckland
2011-06-25 09:07 | 9 h 07

== zones
-- minute
2011-06-24 09:07 | 24 juin 2011 à 9 h 07 HAE | 24 juin 2011 à 9 h 07 HNA | 24 juin 2011 à 9 h 07 EDT
2011-06-24 10:07 | 24 juin 2011 à 9 h 07 HNE | 24 juin 2011 à 9 h 07 HAC | 24 juin 2011 à 9 h 07 EST
2011-06-24 10:07 | 24 juin 2011 à 9 h 07 UTC-5 | 24 juin 2011 à 9 h 07 UTC\u22125
2011-06-24 08:07 | 24 juin 2011 à 9 h 07 HAA
2011-06-24 07:37 | 24 juin 2011 à 9 h 07 HAT
2011-06-24 08:37 | 24 juin 2011 à 9 h 07 HNT | 24 juin 2011 à 9 h 07 UTC\u221203:30
2011-06-24 11:07 | 24 juin 2011 à 9 h 07 HNC | 24 juin 2011 à 9 h 07 HAR
2011-06-24 12:07 | 24 juin 2011 à 9 h 07 HNR | 24 juin 2011 à 9 h 07 HAP | 24 juin 2011 à 9 h 07 PDT
2011-06-24 13:07 | 24 juin 2011 à 9 h 07 HNP
2011-06-24 05:07 | 24 juin 2011 à 9 h 07 UTC | 24 juin 2011 à 9 h 07 GMT | 24/06/2011 09:07 UTC
2011-06-24 03:07 | 24 juin 2011 à 9 h 07 UTC+2 | 24 juin 2011 à 9 h 07 UTC+02:00
2011-06-24 03:07 | 24 juin 2011 à 9 h 07 GMT+2 | 24 juin 2011 à 9 h 07 +02:00
2011-06-23 23:37 | 24 juin 2011 à 9 h 07 UTC+5:30
2011-03-13 03:30 | 13 mars 2011 à 2 h 30 HNE
-- minute en
2011-06-24 09:07 | June 24, 2011 at 9:07 AM EDT | June 24, 2011 at 8:07 AM EST
2011-06-24 09:07 | June 24, 2011 at 8:07 AM CDT | June 24, 2011 at 1:07 PM UTC
2011-06-24 09:07 | June 24, 2011 at 3:07 PM GMT+2

== relative
-- day fr fr_CA fr_BE fr_CH
2011-06-21 | il y a 3 jours | il y a trois jours
-- day
2011-06-21 | Il y a 3 jours | IL Y A 3 JOURS | il y a 3 j | il y a 3\u00a0jours | 3 jours
2011-06-21 | 3 days ago
2011-06-23 | il y a 1 jour | il y a un jour
2011-06-09 | il y a quinze jours | il y a 15 jours
2011-05-10 | il y a 45 jours
2011-06-03 | il y a vingt et un jours
2011-03-26 | il y a quatre-vingt-dix jours
2011-03-16 | il y a cent jours
2010-05-20 | il y a 400 jours
2011-04-21 | 2 mois 3 jours | il y a 2 mois et 3 jours
2011-06-27 | dans 3 jours | Dans trois jours | en 3 jours | après 3 jours
2011-06-25 | dans un jour
-- week
2011-06-10 | il y a 2 semaines | il y a deux semaines | il y a 2 sem. | il y a 2 sem
2011-06-17 | il y a 1 semaine | il y a une semaine
2011-06-03 | 3 semaines
2011-07-08 | dans 2 semaines | en 2 semaines
2011-07-01 | dans une semaine
-- month
2011-05-24 | il y a un mois | il y a 1 mois
2010-12-24 | il y a 6 mois | il y a six mois
2010-05-24 | il y a 13 mois
2011-04-24 | 2 mois
2010-04-24 | il y a 1 an et 2 mois
2011-07-24 | dans un mois
2012-02-24 | dans 8 mois
-- year
2009-06-24 | il y a 2 ans | il y a deux ans | il y a 2 années
2010-06-24 | il y a 1 an | il y a un an | 1 an
2001-06-24 | il y a 10 ans
1991-06-24 | il y a vingt ans
2013-06-24 | dans 2 ans
2012-06-24 | dans un an
-- hour
2011-06-24 12:37 | il y a 3 heures | il y a trois heures | il y a 3 h | il y a 3\u00a0h
2011-06-24 14:37 | il y a 1 heure | il y a une heure
2011-06-23 15:37 | il y a 24 heures | il y a vingt-quatre heures
2011-06-22 15:37 | il y a 48 h
2011-06-22 12:37 | il y a 2 jours et 3 heures
2011-06-24 13:37 | 2 heures
2011-06-24 16:37 | dans une heure
2011-06-24 18:37 | dans 3 h
2011-06-24 17:37 | après 2 heures
-- minute
2011-06-24 15:32 | il y a 5 minutes | il y a cinq minutes | il y a 5 min | il y a 5 min. | 5 minutes
2011-06-24 15:32 | 5 min
2011-06-24 15:36 | il y a 1 minute | il y a une minute
2011-06-24 14:38 | il y a 59 minutes
2011-06-24 14:52 | il y a quarante-cinq minutes
2011-06-24 14:27 | il y a soixante-dix minutes
2011-06-24 14:32 | il y a 1 heure 5 minutes
2011-06-24 13:07 | il y a 2 heures et 30 minutes
2011-06-24 15:47 | dans 10 minutes | dans dix min
-- second
2011-06-24 15:37:15 | il y a 30 secondes | il y a trente secondes | il y a 30 s | il y a 30 sec
2011-06-24 15:37:15 | il y a 30 sec. | 30 secondes
2011-06-24 15:38:15 | dans 30 secondes
-- day Pacific/Auckland
2011-06-22 | il y a 3 jours
2011-06-27 | dans 2 jours

== relative, roughly
-- hour approximate
2011-06-24 13:37 | il y a environ 2 heures | Il y a environ deux heures
2011-06-24 13:37 | il y a un peu plus de 2 heures | il y a presque 2 heures | environ 2 heures
2011-06-24 13:37 | about 2 hours ago
2011-06-24 17:37 | dans environ 2 heures
-- day approximate
2011-06-21 | il y a environ 3 jours | environ 3 jours | il y a un peu plus de trois jours
-- week approximate
2011-06-17 | il y a environ une semaine
-- month approximate
2011-05-24 | il y a environ un mois
2010-12-24 | il y a un peu plus de 6 mois
-- year approximate
2008-06-24 | il y a presque 3 ans | il y a presque trois ans | almost 3 years ago
-- minute approximate
2011-06-24 15:37 | il y a quelques secondes | quelques secondes | Il y a quelques secondes
2011-06-24 15:37 | a few seconds ago
2011-06-24 15:32 | il y a environ 5 minutes
-- minute perhaps-approximate
2011-06-24 15:36 | il y a moins d’une minute | il y a moins d'une minute | moins d’une minute
2011-06-24 15:36 | less than a minute ago
2011-06-24 15:27 | il y a une dizaine de minutes
-- day perhaps-approximate
2011-06-09 | il y a une quinzaine de jours | une quinzaine de jours
2011-07-09 | dans une quinzaine de jours
2011-06-14 | il y a une dizaine de jours
2011-06-04 | il y a une vingtaine de jours
-- hour perhaps-approximate
2011-06-24 03:37 | il y a une douzaine d’heures

== calendar words
-- day fr fr_CA
2011-06-23 | hier
2011-06-22 | avant-hier
2011-06-24 | aujourd’hui
2011-06-25 | demain
2011-06-26 | après-demain
-- day
2011-06-23 | Hier | HIER
2011-06-22 | Avant-hier
2011-06-24 | Aujourd'hui
-- minute
2011-06-23 09:07 | hier à 9 h 07 | Hier à 09:07 | hier, 9 h 07 | hier, à 9 h 07 | hier 9h07
2011-06-23 18:00 | hier à 18 h
2011-06-23 12:00 | hier à midi
2011-06-22 18:00 | avant-hier à 18 h
2011-06-24 09:07 | aujourd’hui à 9 h 07 | aujourd'hui à 9h07
2011-06-24 12:00 | aujourd’hui à midi
2011-06-25 09:00 | demain à 9 h
2011-06-25 00:00 | demain à minuit
2011-06-26 09:07 | après-demain à 9 h 07
2011-06-23 21:07 | hier à 9:07 PM
-- second
2011-06-23 09:07:33 | hier à 09:07:33
-- day Pacific/Auckland
2011-06-24 | hier
2011-06-25 | aujourd’hui
2011-06-26 | demain
-- minute Pacific/Auckland
2011-06-24 09:07 | hier à 9 h 07

== weekdays, last and next
-- day
2011-06-20 | lundi dernier | Lundi dernier
2011-06-21 | mardi dernier
2011-06-22 | mercredi dernier
2011-06-23 | jeudi dernier
2011-06-17 | vendredi dernier
2011-06-18 | samedi dernier
2011-06-19 | dimanche dernier
2011-06-27 | lundi prochain
2011-06-30 | jeudi prochain
2011-07-01 | vendredi prochain
2011-06-25 | samedi prochain
-- minute
2011-06-21 09:00 | mardi à 9 h
2011-06-20 09:07 | lundi à 9 h 07 | lundi dernier à 9 h 07
2011-06-23 18:00 | Jeudi à 18 h
2011-06-18 09:07 | samedi à 9h07
2011-06-19 12:00 | dimanche à midi
2011-06-24 09:00 | vendredi à 9 h
2011-06-21 09:07 | mardi 09:07
-- week
2011-06-13 | la semaine dernière | La semaine dernière
-- month
2011-05-01 | le mois dernier | Le mois dernier
-- year
2010-01-01 | l’an dernier | l'an dernier | L’an dernier

== no year
-- day fr fr_CA
2011-06-24 | 24 juin
2010-06-25 | 25 juin
2011-05-01 | 1er mai
-- day
2011-06-24 | le 24 juin | le vendredi 24 juin
2011-06-23 | 23 juin
2011-06-03 | le 3 juin | June 3 | 3 June
2011-01-01 | 1er janvier | 1ᵉʳ janv.
2010-12-31 | 31 décembre
2010-07-14 | 14 juillet
2008-02-29 | 29 février
2011-05-03 | mardi 3 mai
2010-06-25 | vendredi 25 juin
-- minute
2011-06-24 09:07 | 24 juin à 9 h 07
2011-06-03 09:07 | le 3 juin à 9 h 07 | 3 juin, 9h07
2010-06-25 09:00 | 25 juin à 9 h
2011-05-03 18:00 | mardi 3 mai à 18 h
-- day en
2011-06-24 | June 24
2010-06-25 | June 25
2010-12-31 | Dec 31
-- day Pacific/Auckland
2011-06-25 | 25 juin

== wrong weekday
-- day wrong-weekday
2011-06-24 | jeudi 24 juin 2011 | sam. 24 juin 2011 | jeudi 24/06/2011 | jeudi 24 juin
2011-06-24 | Monday, June 24, 2011
2011-06-03 | le lundi 3 juin 2011
2011-05-01 | Lundi 1er mai 2011
2010-12-25 | lundi 25 décembre
2010-06-25 | samedi 25 juin
-- minute wrong-weekday
2011-06-24 09:07 | jeudi 24 juin 2011 à 9 h 07 | jeudi 24 juin à 9 h 07
2011-06-24 09:07 | le mardi 24 juin 2011, à 9 h 07
-- second wrong-weekday
2011-06-24 05:07:00 | Thu, 24 Jun 2011 09:07:00 +0000

== in a sentence
-- day
2011-06-03 | Montréal, le 3 juin 2011 | Trois-Rivières, le vendredi 3 juin 2011
2011-06-03 | Posted by Zoé on June 3, 2011
2011-05-01 | Québec, le 1er mai 2011
2011-06-24 | Saint-Jean-sur-Richelieu, le 24 juin 2011 | L’Isle-aux-Coudres, le 24 juin 2011
2011-06-24 | Publié le 24 juin 2011 | Publié le 24 juin 2011.
2011-06-24 | Billet publié le vendredi 24 juin 2011 par Zoé | Mis en ligne le 24/06/2011
2011-06-21 | Publié il y a 3 jours
2011-06-23 | Zoé a répondu hier
-- minute
2011-06-03 09:07 | Écrit par Zoé le 3 juin 2011 à 9 h 07 | Montréal, le 3 juin 2011, à 9 h 07
2011-06-24 09:07 | Publié par Luc Tremblay le vendredi 24 juin 2011, à 9 h 07
2011-06-24 09:07 | Rédigé par Zoé le 24 juin 2011 à 09:07 | Modifié le 24 juin 2011 à 9 h 07 par Zoé
2011-06-24 09:07 | Posted by Zoé on June 24, 2011 at 9:07 AM
2011-06-23 09:07 | Commentaire de Luc, hier à 9 h 07
2011-05-03 18:00 | Zoé a écrit le mardi 3 mai 2011 à 18 h :
-- hour
2011-06-24 13:37 | Commentaire de Luc, il y a 2 heures

== ranges
-- day fr_CA fr
2011-05-07/2011-05-09 | du 7 au 9 mai 2011 | 7–9 mai 2011
-- day
2011-05-07/2011-05-09 | Du 7 au 9 mai 2011 | du samedi 7 au lundi 9 mai 2011 | du 7 au 9 mai
2011-05-07/2011-05-09 | du 7 mai 2011 au 9 mai 2011 | entre le 7 et le 9 mai 2011 | 7-9 mai 2011
2011-05-07/2011-05-09 | 7 – 9 mai 2011 | 7 - 9 mai 2011 | du 07/05/2011 au 09/05/2011
2011-05-07/2011-05-09 | du 2011-05-07 au 2011-05-09
2011-06-01/2011-06-03 | du 1er au 3 juin 2011 | 1er-3 juin 2011
2011-04-30/2011-05-02 | du 30 avril au 2 mai 2011 | du 30 avril au 2 mai | 30 avril – 2 mai 2011
2011-04-30/2011-05-02 | 30 avril - 2 mai 2011 | entre le 30 avril et le 2 mai 2011
2010-12-30/2011-01-02 | du 30 décembre 2010 au 2 janvier 2011 | 30 décembre 2010 – 2 janvier 2011
2010-12-30/2011-01-02 | du jeudi 30 décembre 2010 au dimanche 2 janvier 2011
-- day fr_CA en
2011-05-07/2011-05-09 | May 7–9, 2011
-- day en
2011-05-07/2011-05-09 | May 7-9, 2011 | May 7 – 9, 2011
2011-04-30/2011-05-02 | April 30 – May 2, 2011
-- day en_CA
2010-12-30/2011-01-02 | December 30, 2010 – January 2, 2011

== code points
-- minute
2011-06-24 09:07 | 24\u00a0juin\u00a02011\u00a0à\u00a09\u00a0h\u00a007
2011-06-24 09:07 | 24\u202fjuin\u202f2011\u202fà\u202f9\u202fh\u202f07
2011-06-24 09:07 | 24\u2009juin\u20092011\u2009à\u20099\u2009h\u200907 | 24 juin 2011 a\u0300 9 h 07
2011-06-24 09:07 | 24 juin 2011 à 9\u202fh\u202f07 | 2011-06-24\u00a009:07
2011-06-24 09:07 | 24\u00a0juin\u00a02011 à 09:07 | 24 juin 2011 à 9:07\u202fAM
2011-06-24 09:07 | 24 juin 2011 à 9:07\u00a0a.m.
-- day
2011-06-21 | il\u00a0y\u00a0a\u00a03\u00a0jours | il\u202fy\u202fa\u202f3\u202fjours
2011-06-21 | il\u2009y\u2009a\u20093\u2009jours
2011-06-24 | 2011\u201006\u201024 | 24\u201006\u20102011 | 2011\u201106\u201124
2011-06-24 | 24\u201106\u20112011 | 2011\u201206\u201224 | 24\u201206\u20122011 | 2011–06–24
2011-06-24 | 24–06–2011 | aujourd'hui
2011-06-22 | avant\u2010hier | avant\u2011hier | avant\u2012hier | avant–hier
2011-06-26 | après\u2010demain | après\u2011demain | après\u2012demain | après–demain
2011-06-26 | apre\u0300s-demain
2010-02-28 | 28 fe\u0301vrier 2010 | 28 FE\u0301VRIER 2010
2010-08-21 | 21 aou\u0302t 2010
2010-12-25 | 25 de\u0301cembre 2010 | 25 de\u0301c. 2010
2011-05-07/2011-05-09 | 7\u20109 mai 2011 | 7\u20119 mai 2011 | 7\u20129 mai 2011

== English
-- day en
2011-06-24 | June 24, 2011 | JUNE 24, 2011 | june 24, 2011 | today
2010-01-05 | January 5, 2010
2010-02-28 | February 28, 2010
2008-03-04 | March 4, 2008
2010-04-11 | April 11, 2010
2011-05-01 | May 1, 2011
2010-07-08 | July 8, 2010
2010-08-21 | August 21, 2010
2010-09-07 | September 7, 2010
2009-10-18 | October 18, 2009
2010-11-02 | November 2, 2010
2010-12-25 | December 25, 2010
2011-06-23 | yesterday | a day ago
2011-06-25 | tomorrow
2011-06-26 | in 2 days
2011-06-21 | 3 days ago
2011-06-20 | last Monday
2011-06-22 | two days ago
-- day en en_CA
2011-06-24 | Friday, June 24, 2011 | 24 June 2011 | Jun 24, 2011 | Fri, Jun 24, 2011
-- minute en en_CA
2011-06-24 09:07 | June 24, 2011 at 9:07 AM | Jun 24, 2011, 9:07 AM | 24 June 2011 09:07
-- hour en
2011-06-24 12:37 | 3 hours ago
2011-06-24 14:37 | an hour ago
2011-06-24 17:37 | in 2 hours
-- minute en
2011-06-24 15:32 | 5 minutes ago
2011-06-24 15:36 | a minute ago
2011-06-23 09:07 | yesterday at 9:07 AM
2011-06-24 21:07 | June 24, 2011 at 9:07 PM
2011-06-24 00:00 | June 24, 2011 at 12:00 AM
-- week en
2011-06-10 | 2 weeks ago
-- month en
2011-05-24 | a month ago
-- year en
2009-06-24 | 2 years ago

== English, in French
-- day
2011-06-24 | June 24, 2011
2010-01-05 | January 5, 2010
2010-02-28 | February 28, 2010
2008-03-04 | March 4, 2008
2010-04-11 | April 11, 2010
2011-05-01 | May 1, 2011
2010-07-08 | July 8, 2010
2010-08-21 | August 21, 2010
2010-09-07 | September 7, 2010
2009-10-18 | October 18, 2009
2010-11-02 | November 2, 2010
2010-12-25 | December 25, 2010
2011-06-23 | yesterday | a day ago
2011-06-26 | in 2 days
-- day fr fr_CA
2011-06-24 | Friday, June 24, 2011 | 24 June 2011 | Jun 24, 2011
-- minute
2011-06-24 09:07 | Jun 24, 2011, 9:07 AM | June 24, 2011 at 9:07 AM
2011-06-24 09:07 | Friday, June 24, 2011 at 9:07 a.m. | 24 June 2011 09:07
-- hour
2011-06-24 12:37 | 3 hours ago
2011-06-24 14:37 | an hour ago
2011-06-24 17:37 | in 2 hours

== CLDR 47
-- second fr
2011-06-24 09:07:00 | 24 juin 2011, 09:07:00 | 24 juin 2011 à 09:07:00 UTC\u22124
2011-06-24 09:07:00 | vendredi 24 juin 2011 à 09:07:00 heure d’été de l’Est nord-américain
2011-06-24 09:07:00 | 09:07:00 UTC\u22124 | 09:07:00 heure d’été de l’Est nord-américain
-- minute fr Europe/Paris
2011-06-24 09:07 | 24/06/2011 09:07
-- second fr Europe/Paris
2011-06-24 09:07:00 | 24 juin 2011, 09:07:00 | 24 juin 2011 à 09:07:00 UTC+2
2011-06-24 09:07:00 | vendredi 24 juin 2011 à 09:07:00 heure d’été d’Europe centrale
-- minute
2011-06-24 09:07 | 2011-06-24 09 h 07
-- second
2011-06-24 09:07:00 | 24 juin 2011, 09 h 07 min 00 s | 24 juin 2011 à 09 h 07 min 00 s HAE
2011-06-24 09:07:00 | vendredi 24 juin 2011 à 09 h 07 min 00 s heure avancée de l’Est
2011-06-24 09:07:00 | 09 h 07 min 00 s | 09 h 07 min 00 s HAE
2011-06-24 09:07:00 | 09 h 07 min 00 s heure avancée de l’Est
2011-01-05 09:07:00 | mercredi 5 janvier 2011 à 09 h 07 min 00 s heure normale de l’Est
-- second America/St_Johns
2011-06-24 09:07:00 | 24 juin 2011 à 09 h 07 min 00 s HAT
2011-06-24 09:07:00 | vendredi 24 juin 2011 à 09 h 07 min 00 s heure avancée de Terre-Neuve
-- minute fr_BE Europe/Brussels
2011-06-24 09:07 | 24/06/11 09:07
-- second fr_BE Europe/Brussels
2011-06-24 09:07:00 | 24 juin 2011, 09:07:00 | 24 juin 2011 à 09:07:00 UTC+2
2011-06-24 09:07:00 | vendredi 24 juin 2011 à 9 h 07 min 00 s heure d’été d’Europe centrale
-- day fr_CH Europe/Zurich
2011-06-24 | 24.06.11 | vendredi, 24 juin 2011
-- minute fr_CH Europe/Zurich
2011-06-24 09:07 | 24.06.11 09:07
-- second fr_CH Europe/Zurich
2011-06-24 09:07:00 | 24 juin 2011, 09:07:00 | 24 juin 2011 à 09:07:00 UTC+2
2011-06-24 09:07:00 | vendredi, 24 juin 2011 à 09.07:00 h heure d’été d’Europe centrale
-- minute en
2011-06-24 09:07 | 6/24/11, 9:07\u202fAM
-- second en
2011-06-24 09:07:00 | Jun 24, 2011, 9:07:00\u202fAM | Jun 24, 2011, 9:07:00 AM
2011-06-24 09:07:00 | June 24, 2011 at 9:07:00\u202fAM EDT
2011-06-24 09:07:00 | Friday, June 24, 2011 at 9:07:00\u202fAM Eastern Daylight Time
2011-06-24 09:07:00 | 9:07:00\u202fAM | 9:07:00\u202fAM EDT | 9:07:00\u202fAM Eastern Daylight Time
-- second en Europe/Paris
2011-06-24 09:07:00 | June 24, 2011 at 9:07:00\u202fAM GMT+2
2011-06-24 09:07:00 | Friday, June 24, 2011 at 9:07:00\u202fAM Central European Summer Time
-- minute en_CA
2011-06-24 09:07 | 2011-06-24, 9:07\u202fa.m.
-- second en_CA
2011-06-24 09:07:00 | Jun 24, 2011, 9:07:00\u202fa.m. | June 24, 2011 at 9:07:00\u202fa.m. EDT
2011-06-24 09:07:00 | Friday, June 24, 2011 at 9:07:00\u202fa.m. Eastern Daylight Saving Time
2011-01-05 21:07:00 | Wednesday, January 5, 2011 at 9:07:00\u202fp.m. Eastern Standard Time
"""

# As above; the answer is the reason.
_REFUSED = """
== refused: bare words
-- fr_CA
bare-year | 2011 | 1998 | 2012 | 1976
bare-month | mai | Mai | juin | mars | août | décembre
bare-number | sept | Sept | onze | 24 | 7 | vingt et un
-- en
bare-month | May | March

== refused: months
-- fr_CA
unknown-month | 24 jiun 2011 | 24 juinn 2011 | 28 fervier 2010 | 7 setpembre 2010 | 12 dcembre 2010
unknown-month | 8 jullet 2010 | 18 ocotbre 2009 | 24 brumaire 2011 | le vendredi 24 jiun 2011
unknown-month | 24 jiun 2011 à 9 h 07

== refused: days
-- fr_CA
impossible-date | 31 février 2011 | 29 février 2011 | 30 février | 31 avril | 31 juin 2011
impossible-date | 32 juin 2011 | 0 mai 2011 | le vendredi 31 juin 2011 | 31 juin 2011 à 9 h 07
impossible-date | 31/04/2011 | 00/05/2011 | 29/02/2011 | 32/01/2011 | 31.06.2011 | 06/24/2011
impossible-date | 2011/02/30 | 2011-02-29 | 2011-13-01 | 2011-06-31 | 2011-06-00 | 2011-366
impossible-date | 2011-W53 | 2011-W25-8 | 2011-06-31T09:07:00Z | February 30, 2011
impossible-date | Wed, 30 Feb 2011 09:07:00 +0000 | du 30 au 31 février 2011
-- fr
impossible-date | 06/24/2011
-- en
impossible-date | 24/06/2011 | June 31, 2011
-- en_CA
impossible-date | 06/24/2011

== refused: clocks
-- fr_CA
impossible-clock | 25 h | 9 h 75 | 24:61 | 09:75 | 25:00 | 24 juin 2011 à 25 h
impossible-clock | 24 juin 2011 à 9 h 60 | 24 juin 2011 à 09:61 | 24/06/2011 25:07 | hier à 25 h
impossible-clock | 2011-06-24T25:00:00Z | 2011-06-24T09:60 | 2011-06-24 09:07:75
skipped-clock | 13 mars 2011 à 2 h 30 | le dimanche 13 mars 2011, à 2 h | 13/03/2011 02:59
skipped-clock | 2011-03-13T02:30 | March 13, 2011 at 2:30 AM
-- fr Europe/Paris
skipped-clock | 27 mars 2011 à 2 h 30

== refused: prose
-- fr_CA
no-date | Bonjour ! | Merci pour ce billet. | C'est un excellent résumé.
no-date | Je passe au maximum 45 minutes par jour | un 5 à 7 d’affaires | la version 3.14
no-date | Python 3.11.4 | 514 555-0199 | Tél. : 514-555-0199 | 1-800-555-0199 | 12,50 $ | $12.50
no-date | 192.168.1.10 | 10.0.0.1 | 24/7 | ISBN 2-7654-0537-9 | 3 fois sur 4 | à la page 12 | 50 %
no-date | un repas pour 6 à 8 personnes | Il faut 20 minutes de cuisson.
no-date | Une minute de silence, s’il vous plaît. | Il a 3 ans. | Il y a trois raisons
no-date | Il y a du monde ici. | dans 3 chapitres | Mars est une planète. | 3/4 de tasse de sucre
no-date | Je lis trois livres par mois. | un jour, peut-être

== refused: several dates
-- fr_CA
several-dates | le 3 juin 2011 et le 24 juin 2011 | Créé le 3 juin 2011, modifié le 24 juin 2011
several-dates | Publié le 3 juin 2011. Mis à jour le 24 juin 2011 à 9 h 07.
several-dates | 24/06/2011 ou 25/06/2011 | 2011-06-03, 2011-06-24 | June 3, 2011 and June 24, 2011
several-dates | Publié le 3 juin 2011, modifié hier

== refused: far away
-- fr_CA
out-of-range | il y a 3000 ans | dans 9000 ans
"""

# Dates stand between ⟦ and ⟧; « ¶ » ends a line.
_FOUND = """
-- fr_CA
Le concert a eu lieu le ⟦24 juin 2011⟧.
Le concert a eu lieu le ⟦vendredi 24 juin 2011⟧ ; il pleuvait.
On se retrouve le ⟦vendredi 24 juin 2011, à 9 h 07⟧, devant la gare.
⟦24 juin 2011⟧ : grande fête au parc.
La réunion (le ⟦3 juin 2011 à 18 h⟧) a été longue.
Elle l’a dit « le ⟦1er mai 2011⟧ » devant témoins.
Depuis le ⟦1ᵉʳ mai 2011⟧, le sentier est ouvert.
Le dépôt se termine le ⟦30 juin 2011 à minuit⟧ !
Nous avons mangé là le ⟦18 oct. 2009⟧ avec Luc.
Écrit par Zoé le ⟦3 juin 2011 à 9 h 07⟧
Montréal, le ⟦3 juin 2011⟧
Le musée rouvre en ⟦juin 2011⟧ après des travaux.
Les photos d’⟦août 2010⟧ sont perdues.
Version du ⟦2011-06-24⟧, corrigée par Zoé.
Journal : ⟦2011-06-24T09:07:00Z⟧ démarrage du serveur.
Journal : ⟦2011-06-24 09:07:33⟧ démarrage du serveur.
La facture du ⟦24/06/2011⟧ n’est pas réglée.
La facture du ⟦24.06.2011⟧ s’élève à 12,50 $.
Reçu le ⟦24/06/2011 à 09:07⟧ par courriel.
Date: ⟦Fri, 24 Jun 2011 09:07:00 +0000⟧
Date: ⟦Fri, 24 Jun 2011 09:07:00 GMT⟧ (reçu par le serveur)
J’ai lu ça ⟦il y a 3 jours⟧ dans le journal.
⟦Il y a deux semaines⟧, personne n’en parlait.
Il est parti ⟦il y a environ 2 heures⟧, je crois.
On se revoit ⟦dans 3 jours⟧ pour en parler.
Luc est passé ⟦hier⟧, et il reviendra.
Luc est passé ⟦hier à 9 h 07⟧, puis il est reparti.
⟦Avant-hier⟧, il neigeait encore.
Le pain d’⟦aujourd’hui⟧ est meilleur.
À ⟦demain⟧ !
Je l’ai croisée ⟦lundi dernier⟧ au marché.
Le film sort ⟦vendredi prochain⟧ partout.
C’était ⟦la semaine dernière⟧, si je me souviens bien.
⟦L’an dernier⟧, il y avait plus de monde.
Le festival se tient ⟦du 7 au 9 mai 2011⟧ au centre-ville.
Le festival (⟦7–9 mai 2011⟧) est gratuit.
Fermé ⟦du 30 décembre 2010 au 2 janvier 2011⟧.
Absent ⟦du 30 avril au 2 mai 2011⟧ ; écrivez à Luc.
Le ⟦jeudi 24 juin 2011⟧ était en fait un vendredi.
Le direct commence le ⟦24 juin 2011 à 9 h 07 HAE⟧.
Posté par Zoé le ⟦24\u00a0juin\u00a02011 à 9\u00a0h\u00a007⟧.
Né le ⟦14 juillet 1789⟧, mort le ⟦8 mai 1845⟧.
Créé le ⟦3 juin 2011⟧, modifié le ⟦24 juin 2011 à 9 h 07⟧.
Entre ⟦hier⟧ et ⟦demain⟧, tout peut changer.
Le ⟦3 juin 2011⟧ j’ai dit oui. Le ⟦24/06/2011⟧ j’ai dit non. ⟦Hier⟧, je ne savais plus.
Reporté du ⟦2011-06-03⟧ ; nouvelle date : ⟦2011-06-24⟧.
Première ligne¶le ⟦24 juin 2011⟧¶dernière ligne
Luc a cité « ⟦June 24, 2011⟧ » dans son billet.
😀 Bravo ! Publié le ⟦24 juin 2011⟧ 😀
De\u0301but le ⟦25 de\u0301cembre 2010⟧.
J’y étais le ⟦25 décembre⟧ avec toi.
À 5 ans, il lisait déjà ; le ⟦24 juin 2011⟧ il en avait 7.
-- en
The show was on ⟦June 24, 2011⟧ in the park.
See you on ⟦Friday, June 24, 2011 at 9:07 AM⟧, at the station.
Posted by Luc ⟦3 hours ago⟧ from his phone.
It starts ⟦in 2 days⟧, not before.
The fair (⟦May 7–9, 2011⟧) is free.
I saw her ⟦yesterday⟧, and she was fine.
Created ⟦2011-06-03⟧, edited ⟦2011-06-24⟧.
-- fr
Le marché du ⟦24/06/11⟧ est annulé.
Vu ⟦hier⟧ à Paris.
-- fr_CH
Le marché du ⟦24.06.11⟧ est annulé.
-- fr_CA
Bonjour tout le monde !
Je passe au maximum 45 minutes par jour sur ce site.
C’est un cocktail ou un 5 à 7 d’affaires.
La version 3.14 corrige tout.
Installez Python 3.11.4 avant de commencer.
Appelez le 514 555-0199 pour réserver.
Le café coûte 12,50 $ à l’aéroport.
Le serveur répond à l’adresse 192.168.1.10.
Nous sommes ouverts 24/7.
Mars est la quatrième planète.
Sept nains, trois raisons et un seul chapeau.
Il y a trois raisons de rester.
Rendez-vous le 31 février 2011, donc jamais.
Elle a trois enfants, dont un de 3 ans.
"""

_PRECISIONS = {precision.value: precision for precision in Precision}
_REFUSALS = {refusal.value for refusal in Refusal}
_FLAGS: dict[str, dict[str, bool | None]] = {
    "approximate": {"approximate": True},
    "perhaps-approximate": {"approximate": None},
    "wrong-weekday": {"weekday_disagrees": True},
}


def _rows(table: str) -> Iterator[Row]:
    kind, alike = "", []
    for line in filter(None, table.split("\n")):
        if line.startswith("== "):
            kind = line.removeprefix("== ")
        elif line.startswith("-- "):
            alike = _alike(kind, line.split()[1:])
        else:
            answer, *texts = line.split(" | ")
            for row in alike:
                answered = attrs.evolve(row, **_answer(answer, row.tz))
                yield from (attrs.evolve(answered, text=text) for text in texts)


def _alike(kind: str, words: list[str]) -> list[Row]:
    """Return a row for each locale, with neither text nor answer."""
    row, locales = Row("", None, kind=kind), []
    for word in words:
        if word in _PRECISIONS:
            row = attrs.evolve(row, precision=_PRECISIONS[word])
        elif word in _FLAGS:
            row = attrs.evolve(row, **_FLAGS[word])
        elif "/" in word:
            row = attrs.evolve(row, tz=word)
        else:
            locales.append(word)
    return [attrs.evolve(row, locale=locale) for locale in locales or [row.locale]]


def _answer(answer: str, tz: str) -> dict[str, date | str | None]:
    if answer in _REFUSALS:
        return {"refusal": answer}
    first, _, last = answer.partition("/")
    return {"expected": _value(first, tz), "end": _value(last, tz) if last else None}


def _value(answer: str, tz: str) -> date:
    """Return a day, or a moment in UTC."""
    if ":" not in answer:
        return date.fromisoformat(answer)
    moment = datetime.fromisoformat(answer)
    return (moment if moment.tzinfo else moment.replace(tzinfo=ZoneInfo(tz))).astimezone(UTC)


def _find_rows(table: str) -> Iterator[FindRow]:
    locale = ""
    for line in filter(None, table.split("\n")):
        if line.startswith("-- "):
            locale = line.removeprefix("-- ")
            continue
        marks = [mark.start() - number for number, mark in enumerate(re.finditer("[⟦⟧]", line))]
        spans = tuple(zip(marks[::2], marks[1::2], strict=True))
        yield FindRow(re.sub("[⟦⟧]", "", line).replace("¶", "\n"), spans, locale=locale)


_EMPTY = [
    Row(text, None, refusal=Refusal.NO_DATE.value, kind="refused: prose")
    for text in ("", " ", "\n")
]

READ: tuple[Row, ...] = tuple(_rows(_READ))
"""Texts that are dates."""

REFUSED: tuple[Row, ...] = (*_rows(_REFUSED), *_EMPTY)
"""Texts that are none, or that cannot be, or that could be more than one."""

ROWS: tuple[Row, ...] = READ + REFUSED

FIND: tuple[FindRow, ...] = (*_find_rows(_FOUND), FindRow("", ()))
"""Running texts, and where their dates stand; the last ones have none."""
