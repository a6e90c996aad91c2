"""Texts in which a date is easily misread: each is read right, or refused."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

from blogmodel import dates
from blogmodel.dates import Reading
from blogmodel.errors import DateError

MONTREAL = ZoneInfo("America/Montreal")
NOW = datetime(2011, 6, 24, 15, 37, 45, tzinfo=MONTREAL)


def read(text: str, locale: str = "fr_CA") -> Reading:
    return dates.parse(text, locale=locale, now=NOW, tz=MONTREAL)


def here(*figures: int) -> datetime:
    return datetime(*figures, tzinfo=MONTREAL)  # type: ignore[arg-type, misc]


@pytest.mark.parametrize(
    "text",
    [
        # A year stands further on, and is not now's.
        *("24 juin (2009)", "24 juin [2009]", "24 juin | 2009", "2009, 24 juin"),
        *("24 juin en 2009", "24 juin (jeudi) 2009", "24 juin, Montréal, 2009"),
        *("24 juin à 22:15 (2009)", "24 mai/juin 2009", "24 juin deux mille neuf"),
        *("July 15, 674 at 7:58", "le 3 juin, 674 fut bon"),
        # The day of a month is written in another way.
        *("24&nbsp;juin 2011", "1<sup>er</sup> mai 2009", "24, juin 2009", "(24) juin 2009"),
        *("le 24 du mois de juin 2009", "juin 2009, le 24", "٢٤ juin 2009"),
        "fourth of July 2011",
        # A clock that is not understood.
        *("24 juin 2011 à 9h07:33", "24 juin 2011 à 9h7", "24 juin 2011 à 9.07"),
        *("24 juin 2011 à 9'07", "24 juin 2011 à neuf heures", "24/06/2009 à 2215"),
        *("24 juin 2011 à 9 h 7", "24 juin 2011 à 9 heures et 7 minutes", "yesterday at 9"),
        *("24 juin 2011 à 9 heures trente", "24 juin 2011 à 9 h ½", "24 juin 2011 à 9 h 07,5"),
        *("24 juin 2011 à 9 h 15 s", "24 juin 2011 à 12 h du soir", "hier soir à 0 h 30"),
        *("24 juin 2011 à minuit moins cinq", "24 juin 2011, 10 h de la soirée"),
        *("24 juin 2011 par Zoé à 21:07:33", "24 juin 2011 par Zoé à midi"),
        # Several clocks.
        *("24 juin 2011 à 9 h et 10 h", "24 juin 2011 à 9 h ou 10 h", "hier à 9 h ou 10 h"),
        *("24 juin 2011, 9 h 07, 10 h 08", "24 juin de 8 h à 10 h du soir"),
        "June 24 from 9:00 to 10:00 pm",
        # What is no clock.
        *("24 juin 2011 | 3 h 15 de lecture", "24 juin 2009, 1h15 de vidéo"),
        *("24 juin 2011, 10 h / semaine", "le 24 juin 2009, 12 h après"),
        *("Jean 3:16 le 24 juin 2011", "Je l’ai lu à 9 h 07"),
        # Zones that are not known, or may be none.
        *("24 juin 2011 22:15 America/Toronto", "24 juin 2011 22:15 HE", "24 juin 2011 22:15 ET"),
        *("24 juin 2011 22:15 T.U.", "June 24, 2011 9:07 AM Eastern", "24 juin 2011 9 h HNE/HAE"),
        *("24 juin 2011 22:15 heures de Paris", "24 JUIN 2011 À 9 H EST ARRIVÉ"),
        # Lists and alternatives.
        *("les 7, 8 et 9 mai 2011", "24 juin 2009 ou 25", "3 & 4 juin 2011", "June 24 or 25"),
        *("24 juin 2009 ou 2010", "entre juin et août 2011", "lundi ou mardi dernier"),
        *("lundi au vendredi, 9 h à 17 h", "Commentaire 5 - 24 juin 2009 à 9:07"),
        "Page 1 à 24 juin 2009",
        # Days beside the one that is written.
        *("la veille du 24 juin 2011", "le dimanche suivant le 24 juin 2011"),
        *("on the eve of June 24, 2011", "deux jours avant le 24 juin 2011", "3 juin 2011 suivant"),
        *("jeudi de la semaine dernière", "le 24 du mois dernier", "chaque lundi à 9 h"),
        *("le 3 juin 2011 (av. J.-C.)", "le soir du 24 juin 2011 à 8 h"),
        # Amounts with a rest.
        *("half a year ago", "half a dozen days ago", "2 or 3 days ago", "il y a 3 jours ou 4"),
        *("il y a 2 ans moins 3 mois", "un an moins un jour", "il y a trois jours à midi"),
        *("il y a 1 heure et 5", "-3 jours", "−24 juin 2009"),
        # Numbers that are no dates.
        *("version 1.2.2011", "PHP 5.2.10", "la saison 2010-11", "tél. 5145-123", "page 12-2011"),
        *("la mer à 9 h", "un jeu à 9 h", "They may 2011", "1/2/03 tasse"),
        *("On May 12, 2000 people marched", "le 24 juin 2500 personnes", "24 juin 20 à 22 degrés"),
        *("Article 12 - 24 juin 2011", "Episode 3 - 24 June 2011", "24/06"),
        *("Posté le 3 juin 99 par Zoé", "le 24 juin, 12 commentaires"),
        # Zones before the day, and years that are told by others.
        *("10:15PM BST 24 Jun 2011", "Le 3 mars de la même année, il ferme."),
        *("Ce soir-là, j’ai pleuré.", "Il y a 3 jours fériés", "Il y a 5 jours par semaine ici"),
        # Clocks of no day.
        *("de 9 h à 17 h", "Publié par Zoé à 22:15"),
    ],
)
def test_what_is_easily_misread_is_refused(text: str) -> None:
    with pytest.raises(DateError):
        read(text)


@pytest.mark.parametrize(
    "text, value",
    [
        ("deux mai 2011", date(2011, 5, 2)),
        ("le vingt-quatre juin 2011", date(2011, 6, 24)),
        ("premier mai 2009", date(2009, 5, 1)),
        ("1° mai 2009", date(2009, 5, 1)),
        ("1º mai 2009", date(2009, 5, 1)),
        ("le 1er. mai 2009", date(2009, 5, 1)),
        ("24ème juin 2009", date(2009, 6, 24)),
        ("24 juin 2009 à 22 : 15", here(2009, 6, 24, 22, 15)),
        ("24/06/2009;09:07:00", here(2009, 6, 24, 9, 7)),
        ("24/06/2009_09:07", here(2009, 6, 24, 9, 7)),
        ("24 juin 2009 à 7 h moins 5", here(2009, 6, 24, 6, 55)),
        ("24 juin 2011 à midi et quart", here(2011, 6, 24, 12, 15)),
        ("24 juin 2011 à minuit et demi", here(2011, 6, 24, 0, 30)),
        ("2011-06-24T09", here(2011, 6, 24, 9)),
        ("24 juin 2011 22:15 GMT+1h", datetime(2011, 6, 24, 21, 15, tzinfo=UTC)),
        ("24 juin 2011 22:15 [GMT+1]", datetime(2011, 6, 24, 21, 15, tzinfo=UTC)),
        ("24 juin 2011 22:15 MEST", datetime(2011, 6, 24, 20, 15, tzinfo=UTC)),
        ("24 juin 2011 22:15, heure de Montréal", here(2011, 6, 24, 22, 15)),
        ("24 juin 2011 22:15 (heure locale)", here(2011, 6, 24, 22, 15)),
        ("mai 31, 14:05", here(2011, 5, 31, 14, 5)),
        ("ce matin à 8h", here(2011, 6, 24, 8)),
        ("cet après-midi à 3h", here(2011, 6, 24, 15)),
        ("vendredi à 23 h", here(2011, 6, 17, 23)),
        ("depuis le 3 juin", date(2011, 6, 3)),
        ("avant le 3 juin 2011", date(2011, 6, 3)),
        ("24 juin 2011 12 commentaires", date(2011, 6, 24)),
        ("24 juin 2011, 12 commentaires", date(2011, 6, 24)),
        ("24 juin 2011 à 9:07 -12 votes", here(2011, 6, 24, 9, 7)),
        ("24 juin 2011 à 9 h GMT - 3 commentaires", datetime(2011, 6, 24, 9, tzinfo=UTC)),
        ("Publié le 24 juin 2011 - 12 commentaires", date(2011, 6, 24)),
        ("1. Le jeudi 24 juin 2004 à 09:07, par Zoé", here(2004, 6, 24, 9, 7)),
        ("Zoé 29 le 18/10/2009 à 22:15", here(2009, 10, 18, 22, 15)),
        ("June 24, '09 it was", date(2009, 6, 24)),
        ("Posté le 12 mai 06 par Zoé", date(2006, 5, 12)),
        ("Le 24 juin 11 à 22:15, Zoé a écrit :", here(2011, 6, 24, 22, 15)),
        ("asked Jun 24 '11 at 9:07", here(2011, 6, 24, 9, 7)),
        ("24 juin '11 à 9:07", here(2011, 6, 24, 9, 7)),
        ("10.15pm, 24 June 2011", here(2011, 6, 24, 22, 15)),
        ("Posté par zoe51, 20 juin 2011 à 14:12", here(2011, 6, 20, 14, 12)),
        ("[24/Jun/2011:22:15:33 -0400]", here(2011, 6, 24, 22, 15, 33)),
        ("juin 2011 (12)", date(2011, 6, 1)),
        ("ven. juin 24 14:15:33 EDT 2011", here(2011, 6, 24, 14, 15, 33)),
        ("2011-06-24 22:15:33,123 INFO foo", here(2011, 6, 24, 22, 15, 33, 123000)),
        ("En date de : Ven 24.6.11, Zoé a écrit", date(2011, 6, 24)),
        ("4:07 PM Jun 23rd via web", here(2011, 6, 23, 16, 7)),
        ("Joined: 24 Jun 2009 Posts: 123", date(2009, 6, 24)),
        ("Le 23 juin à 20 h 30, 150 personnes sont venues.", here(2011, 6, 23, 20, 30)),
        ("il y a quelques instants", here(2011, 6, 24, 15, 37)),
        ("last night at 10:15 pm", here(2011, 6, 23, 22, 15)),
        ("Ce fut, à 9 h 07, le 24 juin 2011", here(2011, 6, 24, 9, 7)),
    ],
)
def test_what_is_easily_refused_is_read(text: str, value: date) -> None:
    assert read(text).value == value


@pytest.mark.parametrize(
    "text, value, end",
    [
        ("du 14 juillet 2009 au 4 août", date(2009, 7, 14), date(2009, 8, 4)),
        ("du 28 décembre 2009 au 3 janvier", date(2009, 12, 28), date(2010, 1, 3)),
        ("du 24 juin au 3 juillet", date(2011, 6, 24), date(2011, 7, 3)),
        ("du 28 décembre au 3 janvier", date(2010, 12, 28), date(2011, 1, 3)),
        ("hier de 9 h à 17 h", here(2011, 6, 23, 9), here(2011, 6, 23, 17)),
        ("9 h à 17 h", here(2011, 6, 24, 9), here(2011, 6, 24, 17)),
        (
            "24 juin 2011 de 9 h à 10 h HAP",
            datetime(2011, 6, 24, 16, tzinfo=UTC),
            datetime(2011, 6, 24, 17, tzinfo=UTC),
        ),
        (
            "2011-06-24 09:00 UTC - 11:00 UTC",
            datetime(2011, 6, 24, 9, tzinfo=UTC),
            datetime(2011, 6, 24, 11, tzinfo=UTC),
        ),
    ],
)
def test_the_ends_of_a_range_share_what_one_of_them_tells(
    text: str, value: date, end: date
) -> None:
    reading = read(text)
    assert (reading.value, reading.end) == (value, end)


@pytest.mark.parametrize(
    "text", ["début juin 2009", "fin juin 2011", "mi-juin 2011", "late June 2011"]
)
def test_a_part_of_a_month_is_approximate(text: str) -> None:
    assert read(text).approximate
    assert (read(text).start, read(text).stop) == (0, len(text))


def test_a_weekday_after_the_date_is_checked() -> None:
    assert read("24 juin 2011 (lun.)").weekday_disagrees
    assert read("24 juin 2011, lundi").weekday_disagrees
    assert not read("24 juin 2011 (vendredi)").weekday_disagrees
    reading = read("24 juin 2011 (vendredi) à 9 h")
    assert (reading.value, reading.weekday_disagrees) == (here(2011, 6, 24, 9), False)


@pytest.mark.parametrize(
    "text, found",
    [
        ("132 juin 2011", []),
        ("version 2.3.04, PHP 5.2.10", []),
        ("En 2008. 2009-10-18 encore", ["2009-10-18"]),
        ("10.12.2008. 2009-10-18T22:15:33Z", ["10.12.2008", "2009-10-18T22:15:33Z"]),
        ("zoe29 le 18/10/2009 à 22:15", ["le 18/10/2009 à 22:15"]),
        ("le 18/10/2009 (22 h 15)", ["le 18/10/2009 (22 h 15)"]),
        ("3 mars, 4 avril et 5 mai 2009", ["5 mai 2009"]),
        ("le 3 juin 211 av. J.-C.", []),
        ("half a dozen days ago", []),
        ("en mer", []),
        ("le 8 mai 45 et le 6 juin 1944", ["le 6 juin 1944"]),
        ("du 3 mars, du 5 avril et du 12 mai 2010", ["12 mai 2010"]),
        ("On March 3 and April 5, 2010, we met.", ["April 5, 2010"]),
        ("Hier. Festival 30 juin - 3 juillet 2011", ["Hier", "30 juin - 3 juillet 2011"]),
        ("Open June 3 to 5, 2011.", ["June 3 to 5, 2011"]),
        ("chaque lundi à 9 h, ou lundi à 9 h", ["lundi à 9 h"]),
        ("le 3 juin de cette année-là", []),
        ("Le 23 juin 2011, 2 h de route", []),
        (
            "le mer. 22 juin 2011 à 9 h, et mar. dernier",
            ["le mer. 22 juin 2011 à 9 h", "mar. dernier"],
        ),
    ],
)
def test_dates_are_found_whole_or_not_at_all(text: str, found: list[str]) -> None:
    readings = dates.find(text, locale="fr", now=NOW, tz=MONTREAL)
    assert [text[reading.start : reading.stop] for reading in readings] == found
