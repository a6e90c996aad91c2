"""CLDR's metazones in time: which names a zone had, and until when.

Babel knows the metazone that each zone has today. Here are the zones that had another before, or
have none any more; CLDR's ids of zones, where Babel names them otherwise; and what Babel reads in
CLDR's sources that CLDR does not publish.

Source: Unicode CLDR 47, ``metaZones``, the aliases of time zones, and ``timeZoneNames`` of French.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

__all__ = ["EPOCH", "FRENCH_DRAFTS", "FRENCH_SHORT", "HISTORY", "RENAMED", "STANDARD"]

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)

# Babel's aliases lead to the newest name of a zone; CLDR's own tables keep to the oldest.
RENAMED = {
    "Africa/Asmara": "Africa/Asmera",
    "America/Argentina/Buenos_Aires": "America/Buenos_Aires",
    "America/Argentina/Catamarca": "America/Catamarca",
    "America/Argentina/Cordoba": "America/Cordoba",
    "America/Argentina/Jujuy": "America/Jujuy",
    "America/Argentina/Mendoza": "America/Mendoza",
    "America/Atikokan": "America/Coral_Harbour",
    "America/Indiana/Indianapolis": "America/Indianapolis",
    "America/Kentucky/Louisville": "America/Louisville",
    "America/Nuuk": "America/Godthab",
    "Asia/Ho_Chi_Minh": "Asia/Saigon",
    "Asia/Kathmandu": "Asia/Katmandu",
    "Asia/Kolkata": "Asia/Calcutta",
    "Asia/Yangon": "Asia/Rangoon",
    "Atlantic/Faroe": "Atlantic/Faeroe",
    "Europe/Kyiv": "Europe/Kiev",
    "Pacific/Chuuk": "Pacific/Truk",
    "Pacific/Kanton": "Pacific/Enderbury",
    "Pacific/Pohnpei": "Pacific/Ponape",
}

# The tz database has these zones put clocks back in winter and calls the rest of the year the
# standard; CLDR names them as everyone else's: daylight is what is ahead of this offset.
STANDARD: dict[tuple[str, str | None], timedelta] = {
    ("Africa/Windhoek", "Africa_Western"): timedelta(hours=1),
    ("Europe/Bratislava", "Europe_Central"): timedelta(hours=1),
    ("Europe/Dublin", "GMT"): timedelta(0),
    ("Europe/Prague", "Europe_Central"): timedelta(hours=1),
}

# Of French, CLDR's sources hold short names of many metazones, and long names of these four, as
# drafts. It publishes none of them, save these short names in these territories.
FRENCH_DRAFTS = frozenset({"Casey", "Lanka", "Macau", "Qyzylorda"})
FRENCH_SHORT = {
    "CA": frozenset(
        {
            *("America_Central", "America_Eastern", "America_Mountain", "America_Pacific"),
            "Newfoundland",
        }
    ),
    "GF": frozenset({"French_Guiana"}),
}

# Zones, then their metazones in order, each with the time of UTC at which the next one begins; the
# last has no end. « - » is none.
_TABLE = """\
Africa/Algiers: Europe_Western 1977-10-20T23:00 Europe_Central 1979-10-25T23:00 Europe_Western
  1981-05-01T00:00 Europe_Central
Africa/Bissau: Africa_FarWestern 1975-01-01T01:00 GMT
Africa/Casablanca: Europe_Western 1984-03-16T00:00 Europe_Central 1985-12-31T23:00 Europe_Western
  2018-10-28T02:00 -
Africa/Ceuta: Europe_Western 1984-03-16T00:00 Europe_Central
Africa/El_Aaiun: Africa_FarWestern 1976-04-14T01:00 Europe_Western 2018-10-28T02:00 -
Africa/Juba: Africa_Central 2000-01-15T10:00 Africa_Eastern 2021-01-31T21:00 Africa_Central
Africa/Khartoum: Africa_Central 2000-01-15T10:00 Africa_Eastern 2017-10-31T21:00 Africa_Central
Africa/Monrovia: Liberia 1972-05-01T00:45 GMT
Africa/Sao_Tome: GMT 2018-01-01T01:00 Africa_Western 2019-01-01T01:00 GMT
Africa/Tripoli: Europe_Eastern 1981-12-31T22:00 Europe_Central 1990-05-03T23:00 Europe_Eastern
  1996-09-29T22:00 Europe_Central 1997-10-03T22:00 Europe_Eastern 2012-11-10T00:00 Europe_Central
  2013-10-25T00:00 Europe_Eastern
Africa/Windhoek: Africa_Southern 1990-03-20T22:00 Africa_Central 1994-03-20T22:00 Africa_Western
  2017-10-23T22:00 Africa_Central
America/Adak: Bering 1983-10-30T12:00 - 1983-11-30T10:00 Hawaii_Aleutian
America/Anchorage: Alaska_Hawaii 1983-10-30T11:00 - 1983-11-30T09:00 Alaska
America/Argentina/La_Rioja: Argentina 1991-03-01T02:00 Argentina_Western 1991-05-07T04:00 Argentina
  2004-06-01T03:00 Argentina_Western 2004-06-20T04:00 Argentina
America/Argentina/Rio_Gallegos: Argentina 2004-06-01T03:00 Argentina_Western 2004-06-20T04:00
  Argentina
America/Argentina/Salta America/Cordoba: Argentina 1991-03-03T02:00 - 1991-10-20T04:00 Argentina
America/Argentina/San_Juan: Argentina 1991-03-01T02:00 Argentina_Western 1991-05-07T04:00 Argentina
  2004-05-31T03:00 Argentina_Western 2004-07-25T04:00 Argentina
America/Argentina/San_Luis: Argentina 1990-03-14T02:00 Argentina_Western 1991-06-01T04:00 Argentina
  1999-10-03T03:00 Argentina_Western 2000-03-03T03:00 Argentina 2004-05-31T03:00 Argentina_Western
  2004-07-25T04:00 Argentina 2008-01-21T02:00 Argentina_Western 2009-10-11T04:00 Argentina
America/Argentina/Tucuman: Argentina 1991-03-03T02:00 - 1991-10-20T04:00 Argentina 2004-06-01T03:00
  Argentina_Western 2004-06-13T04:00 Argentina
America/Argentina/Ushuaia: Argentina 2004-05-30T03:00 - 2004-06-20T04:00 Argentina
America/Bahia_Banderas: America_Mountain 2010-04-04T09:00 America_Central
America/Cambridge_Bay: America_Mountain 1999-10-31T08:00 America_Central 2000-10-29T07:00
  America_Eastern 2000-11-05T05:00 America_Central 2001-04-01T09:00 America_Mountain
America/Cancun: America_Central 1981-12-26T08:00 America_Eastern 1983-01-04T05:00 America_Central
  1997-10-26T07:00 America_Eastern 1998-08-02T06:00 America_Central 2015-02-01T08:00 America_Eastern
America/Catamarca: Argentina 1991-03-03T02:00 - 1991-10-20T04:00 Argentina 2004-06-01T03:00
  Argentina_Western 2004-06-20T04:00 Argentina
America/Chihuahua: America_Central 1998-04-05T09:00 Mexico_Pacific 2022-10-30T08:00 America_Central
America/Ciudad_Juarez: America_Central 1998-04-05T09:00 Mexico_Pacific 2022-10-30T08:00
  America_Central 2022-11-30T06:00 America_Mountain
America/Danmarkshavn: Greenland_Western 1996-01-01T03:00 GMT
America/Dawson: - 1973-10-28T09:00 America_Pacific 2020-11-01T07:00 Yukon
America/Dawson_Creek: America_Pacific 1972-08-30T09:00 America_Mountain
America/Eirunepe America/Rio_Branco: Acre 2008-06-24T05:00 Amazon 2013-11-10T04:00 Acre
America/Fort_Nelson: America_Pacific 2015-03-08T10:00 America_Mountain
America/Godthab: Greenland_Western 2024-03-26T01:00 Greenland
America/Goose_Bay: Atlantic 1988-04-03T04:01 Goose_Bay 1988-10-30T02:01 Atlantic
America/Grand_Turk: America_Eastern 2015-03-08T07:00 Atlantic 2018-03-11T07:00 America_Eastern
America/Indiana/Knox: America_Central 1991-10-27T07:00 America_Eastern 2006-04-02T07:00
  America_Central
America/Indiana/Marengo America/Louisville: America_Eastern 1974-01-06T07:00 America_Central
  1974-10-27T07:00 America_Eastern
America/Indiana/Petersburg: America_Central 1977-10-30T07:00 America_Eastern 2006-04-02T07:00
  America_Central 2007-11-04T07:00 America_Eastern
America/Indiana/Tell_City: America_Eastern 2006-04-02T07:00 America_Central
America/Indiana/Vincennes: America_Eastern 2006-04-02T07:00 America_Central 2007-11-04T07:00
  America_Eastern
America/Indiana/Winamac: America_Eastern 2006-04-02T07:00 America_Central 2007-03-11T08:00
  America_Eastern
America/Inuvik: America_Pacific 1979-04-29T10:00 America_Mountain
America/Iqaluit: America_Eastern 1999-10-31T06:00 America_Central 2000-10-29T07:00 America_Eastern
America/Jujuy: Argentina 1990-03-04T02:00 - 1991-10-06T04:00 Argentina
America/Juneau: America_Pacific 1980-04-27T10:00 - 1980-10-26T10:00 America_Pacific 1983-10-30T09:00
  - 1983-11-30T09:00 Alaska
America/Kentucky/Monticello: America_Central 2000-10-29T07:00 America_Eastern
America/Managua: America_Central 1973-05-01T06:00 America_Eastern 1975-02-16T05:00 America_Central
  1992-01-01T10:00 America_Eastern 1992-09-24T05:00 America_Central 1993-01-01T06:00 America_Eastern
  1997-01-01T05:00 America_Central
America/Mendoza: Argentina 1990-03-04T02:00 - 1992-10-18T04:00 Argentina 2004-05-23T03:00 -
  2004-09-26T04:00 Argentina
America/Menominee: America_Eastern 1973-04-29T07:00 America_Central
America/Merida: America_Central 1981-12-26T08:00 America_Eastern 1982-11-02T07:00 America_Central
America/Metlakatla: America_Pacific 2015-11-01T10:00 Alaska 2018-11-04T10:00 America_Pacific
  2019-01-20T10:00 Alaska
America/Miquelon: Atlantic 1980-05-01T04:00 Pierre_Miquelon
America/Nome: Bering 1983-10-30T12:00 - 1983-11-30T09:00 Alaska
America/North_Dakota/Beulah: America_Mountain 2010-11-07T08:00 America_Central
America/North_Dakota/Center: America_Mountain 1992-10-25T08:00 America_Central
America/North_Dakota/New_Salem: America_Mountain 2003-10-26T08:00 America_Central
America/Ojinaga: America_Central 1998-04-05T09:00 America_Mountain 2022-10-30T08:00 America_Central
America/Paramaribo: Dutch_Guiana 1975-11-20T03:30 Suriname
America/Punta_Arenas: Chile 2016-12-03T23:00 -
America/Rankin_Inlet: America_Central 2000-10-29T07:00 America_Eastern 2001-04-01T08:00
  America_Central
America/Resolute: America_Central 2000-10-29T07:00 America_Eastern 2001-04-01T08:00 America_Central
  2006-10-29T07:00 America_Eastern 2007-03-11T08:00 America_Central
America/Santarem: Amazon 2008-06-24T04:00 Brasilia
America/Santo_Domingo: Dominican 1974-10-27T05:00 Atlantic 2000-10-29T06:00 America_Eastern
  2000-12-03T06:00 Atlantic
America/Scoresbysund: Greenland_Central 1981-03-29T02:00 Greenland_Eastern 2024-03-31T01:00
  Greenland
America/Sitka: America_Pacific 1983-10-30T09:00 - 1983-11-30T09:00 Alaska
America/Swift_Current: America_Mountain 1972-04-30T09:00 America_Central
America/Whitehorse: America_Pacific 2020-11-01T07:00 Yukon
America/Yakutat: - 1983-11-30T09:00 Alaska
Antarctica/Casey: Australia_Western 2009-10-17T18:00 Casey 2010-03-04T15:00 Australia_Western
  2011-10-27T18:00 Casey 2012-02-21T17:00 Australia_Western 2016-10-21T16:00 Casey 2018-03-10T17:00
  Australia_Western 2018-10-06T20:00 Casey 2019-03-16T16:00 Australia_Western 2019-10-03T19:00 Casey
  2020-03-07T16:00 Australia_Western 2020-10-03T16:01 Casey 2021-03-13T13:00 Australia_Western
  2021-10-02T16:01 Casey 2022-03-12T13:00 Australia_Western 2022-10-01T16:01 Casey 2023-03-08T16:00
  Australia_Western
Antarctica/Palmer: Argentina 1982-05-01T03:00 Chile 2016-12-03T23:00 -
Asia/Almaty: Almaty 2004-10-30T20:00 Kazakhstan_Eastern 2024-02-29T18:00 Kazakhstan
Asia/Amman: Europe_Eastern 2022-10-27T22:00 -
Asia/Anadyr: Anadyr 2010-03-27T14:00 Magadan 2014-10-25T14:00 Anadyr
Asia/Aqtau: Shevchenko 1991-12-15T19:00 Aqtau 2004-10-30T22:00 Kazakhstan_Western 2024-02-29T18:00
  Kazakhstan
Asia/Aqtobe: Aktyubinsk 1991-12-15T19:00 Aqtobe 2004-10-30T21:00 Kazakhstan_Western 2024-02-29T18:00
  Kazakhstan
Asia/Ashgabat: Ashkhabad 1991-10-26T20:00 Turkmenistan
Asia/Atyrau: - 2004-10-30T22:00 Kazakhstan_Western 2024-02-29T18:00 Kazakhstan
Asia/Bahrain Asia/Qatar: Gulf 1972-05-31T20:00 Arabian
Asia/Baku: Baku 1991-08-29T20:00 Azerbaijan
Asia/Bishkek: Frunze 1991-08-30T20:00 Kyrgystan
Asia/Chita: Yakutsk 2014-10-25T16:00 Irkutsk 2016-03-26T18:00 Yakutsk
Asia/Colombo: India 1996-05-24T18:30 Lanka 2006-04-14T18:30 India
Asia/Damascus: Europe_Eastern 2022-10-27T21:00 -
Asia/Dhaka: Dacca 1971-03-25T18:00 Bangladesh
Asia/Dili: East_Timor 1976-05-02T15:00 Indonesia_Central 2000-09-16T16:00 East_Timor
Asia/Dushanbe: Dushanbe 1991-09-08T21:00 Tajikistan
Asia/Famagusta: Europe_Eastern 2016-09-07T21:00 -
Asia/Gaza Asia/Hebron: Israel 1995-12-31T22:00 Europe_Eastern
Asia/Karachi: Karachi 1971-03-25T19:00 Pakistan
Asia/Khandyga: Yakutsk 2003-12-31T15:00 Vladivostok 2011-09-12T13:00 Yakutsk
Asia/Kuala_Lumpur: Malaya 1981-12-31T16:00 Malaysia
Asia/Kuching: Borneo 1981-12-31T16:00 Malaysia
Asia/Macau: Macau 1999-12-19T16:00 China
Asia/Novokuznetsk: Krasnoyarsk 2010-03-27T19:00 Novosibirsk 2014-10-25T19:00 Krasnoyarsk
Asia/Oral: Uralsk 1991-12-15T20:00 Oral 2004-10-30T22:00 Kazakhstan_Western 2024-02-29T18:00
  Kazakhstan
Asia/Pontianak: Indonesia_Central 1987-12-31T16:00 Indonesia_Western
Asia/Pyongyang: Korea 2015-08-14T15:00 Pyongyang 2018-05-04T15:00 Korea
Asia/Qostanay: - 2004-10-30T21:00 Kazakhstan_Eastern 2024-02-29T18:00 Kazakhstan
Asia/Qyzylorda: Kizilorda 1991-12-15T19:00 Qyzylorda 2004-10-30T21:00 Kazakhstan_Eastern
  2018-12-20T18:00 Kazakhstan_Western 2024-02-29T18:00 Kazakhstan
Asia/Saigon: - 1975-06-12T16:00 Indochina
Asia/Samarkand: Samarkand 1981-09-30T18:00 Tashkent 1982-03-31T18:00 Samarkand 1991-08-31T18:00
  Uzbekistan
Asia/Srednekolymsk: Magadan 2014-10-25T14:00 -
Asia/Tashkent: Tashkent 1991-08-31T18:00 Uzbekistan
Asia/Tbilisi: Tbilisi 1991-04-08T20:00 Georgia
Asia/Thimphu: India 1987-09-30T18:30 Bhutan
Asia/Ust-Nera: Yakutsk 1981-03-31T15:00 Magadan 2011-09-12T12:00 Vladivostok
Asia/Yekaterinburg: Sverdlovsk 1992-01-18T22:00 Yekaterinburg
Asia/Yerevan: Yerevan 1991-09-22T20:00 Armenia
Atlantic/Azores: Azores 1992-12-27T02:00 Europe_Western 1993-06-17T01:00 Azores
Australia/Lord_Howe: Australia_Eastern 1981-02-28T14:00 Lord_Howe
Europe/Astrakhan: - 1992-03-28T22:00 Moscow 2016-03-26T23:00 -
Europe/Chisinau: Moscow 1990-05-05T21:00 Europe_Eastern
Europe/Dublin: Irish 1971-10-31T02:00 GMT
Europe/Guernsey Europe/Isle_of_Man Europe/Jersey Europe/London: British 1971-10-31T02:00 GMT
Europe/Istanbul: Europe_Eastern 1978-06-28T21:00 Turkey 1985-04-19T21:00 Europe_Eastern
  2016-09-06T21:00 Turkey
Europe/Kaliningrad: Moscow 1989-03-25T23:00 Europe_Eastern 2011-03-27T00:00 Europe_Further_Eastern
  2014-10-25T23:00 Europe_Eastern
Europe/Kiev: Moscow 1990-06-30T22:00 Europe_Eastern
Europe/Lisbon: Europe_Central 1976-09-26T00:00 Europe_Western 1992-09-27T01:00 Europe_Central
  1996-03-31T01:00 Europe_Western
Europe/Minsk: Moscow 1991-03-30T23:00 Europe_Eastern 2011-03-27T00:00 Europe_Further_Eastern
  2014-10-26T22:00 Moscow
Europe/Moscow: Moscow 1991-03-30T23:00 Europe_Eastern 1992-01-19T00:00 Moscow
Europe/Riga Europe/Tallinn: Moscow 1989-03-25T23:00 Europe_Eastern
Europe/Samara: Kuybyshev 1989-03-25T22:00 Moscow 1991-03-30T23:00 Europe_Eastern 1991-09-29T00:00
  Samara
Europe/Saratov: - 1992-03-28T22:00 Moscow 2016-12-03T23:00 -
Europe/Simferopol: Moscow 1990-06-30T23:00 Europe_Eastern 1994-04-30T21:00 Moscow 1997-03-30T01:00
  Europe_Eastern 2014-03-30T00:00 Moscow
Europe/Ulyanovsk: - 1992-01-19T00:00 Moscow 2016-03-26T23:00 -
Europe/Vilnius: Moscow 1989-03-25T23:00 Europe_Eastern 1998-03-29T01:00 Europe_Central
  1999-10-31T01:00 Europe_Eastern
Pacific/Bougainville: Papua_New_Guinea 2014-12-27T16:00 -
Pacific/Galapagos: Ecuador 1986-01-01T05:00 Galapagos
Pacific/Guam: Guam 2000-12-22T14:00 Chamorro
Pacific/Honolulu: Alaska_Hawaii 1983-10-30T11:00 Hawaii_Aleutian
Pacific/Kwajalein: Kwajalein 1993-08-21T12:00 Marshall_Islands
Pacific/Midway Pacific/Pago_Pago: Bering 1983-10-30T12:00 Samoa
Pacific/Saipan: North_Mariana 2000-12-22T14:00 Chamorro
"""


def _history(periods: str) -> tuple[tuple[timedelta, ...], tuple[str | None, ...]]:
    """Return when each metazone ends, after 1970 began, and the metazones, one more than ends."""
    words = periods.split()
    ends = (datetime.fromisoformat(word).replace(tzinfo=UTC) - EPOCH for word in words[1::2])
    return tuple(ends), tuple(None if word == "-" else word for word in words[::2])


HISTORY = {
    zone: _history(periods)
    for line in _TABLE.replace("\n  ", " ").splitlines()
    for zones, _, periods in [line.partition(": ")]
    for zone in zones.split()
}
