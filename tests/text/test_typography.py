"""Facts of French typography; in them ~ stands for U+00A0, ^ for U+202F and ¤ for U+2009."""

from typing import Any

import pytest

from blogmodel.errors import InvalidTypeError, UnknownLocaleError, UnsupportedLocaleError
from blogmodel.text import typeset

Fact = tuple[str, str, str]

# A text, the same in fr, and in fr_CA.
MARKS = [
    ("Vraiment ?", "Vraiment^?", "Vraiment?"),
    ("Oui !", "Oui^!", "Oui!"),
    ("Un ; deux", "Un^; deux", "Un; deux"),
    ("Note : un", "Note~: un", "Note~: un"),
    ("quoi?", "quoi^?", "quoi?"),
    ("oui!", "oui^!", "oui!"),
    ("un; deux", "un^; deux", "un; deux"),
    ("note: un", "note~: un", "note~: un"),
    ("Fin ;", "Fin^;", "Fin;"),
    ("Fin :", "Fin~:", "Fin~:"),
    ("Quoi ?!", "Quoi^?!", "Quoi?!"),
    ("Quoi?!", "Quoi^?!", "Quoi?!"),
    ("Quoi !?", "Quoi^!?", "Quoi!?"),
    ("Non !!!", "Non^!!!", "Non!!!"),
    ("Non!!!", "Non^!!!", "Non!!!"),
    ("Ah ! Ah ! Ah !", "Ah^! Ah^! Ah^!", "Ah! Ah! Ah!"),
    ("Hein ! ! !", "Hein^!^!^!", "Hein!!!"),
    ("Vrai ?, dit-il", "Vrai^?, dit-il", "Vrai?, dit-il"),
    ("« Vrai ? », dit-il", "«~Vrai^?~», dit-il", "«~Vrai?~», dit-il"),
    ("Vrai ?).", "Vrai^?).", "Vrai?)."),
    ("(vraiment ?)", "(vraiment^?)", "(vraiment?)"),
    ("(vraiment?)", "(vraiment^?)", "(vraiment?)"),
    ("[vraiment ?]", "[vraiment^?]", "[vraiment?]"),
    ('"vraiment ?"', '"vraiment^?"', '"vraiment?"'),
    ('"vraiment?" dit-il', '"vraiment^?" dit-il', '"vraiment?" dit-il'),
    ('Il dit "oui": bon', 'Il dit "oui"~: bon', 'Il dit "oui"~: bon'),
    ('le mot "oui" !', 'le mot "oui"^!', 'le mot "oui"!'),
    ('le mot "oui"!', 'le mot "oui"^!', 'le mot "oui"!'),
    ("(oui) !", "(oui)^!", "(oui)!"),
    ("(oui)!", "(oui)^!", "(oui)!"),
    ("5 ?", "5^?", "5?"),
    ("5?", "5^?", "5?"),
    ("😀 !", "😀^!", "😀!"),
    ("😀!", "😀^!", "😀!"),
    ("e\u0301te\u0301 !", "e\u0301te\u0301^!", "e\u0301te\u0301!"),
    ("**Quoi**!", "**Quoi**^!", "**Quoi**!"),
    ("*Quoi ?*", "*Quoi^?*", "*Quoi?*"),
    ("— Oui ? — Non !", "— Oui^? — Non^!", "— Oui? — Non!"),
    ("mot!…", "mot^!…", "mot!…"),
]
SPACES = [
    ("mot  !", "mot^!", "mot!"),
    ("mot  ;", "mot^;", "mot;"),
    ("mot~!", "mot^!", "mot!"),
    ("mot^!", "mot^!", "mot!"),
    ("mot~:", "mot~:", "mot~:"),
    ("mot^:", "mot~:", "mot~:"),
    ("mot¤!", "mot^!", "mot!"),
    ("mot¤:", "mot~:", "mot~:"),
    ("mot\t!", "mot\t!", "mot\t!"),
    ("mot\t: x", "mot\t: x", "mot\t: x"),
    ("mot\u3000!", "mot\u3000!", "mot\u3000!"),
    ("Nom   : Zoé", "Nom   : Zoé", "Nom   : Zoé"),
    ("mot ~!", "mot^!", "mot!"),
    ("deux  espaces", "deux  espaces", "deux  espaces"),
]
LEFT_ALONE = [
    ("!", "!", "!"),
    ("?", "?", "?"),
    (": début", ": début", ": début"),
    ("; début", "; début", "; début"),
    (" ! début", " ! début", " ! début"),
    ("mot\n! début", "mot\n! début", "mot\n! début"),
    ("mot\n : début", "mot\n : début", "mot\n : début"),
    ("(?)", "(?)", "(?)"),
    ("[!]", "[!]", "[!]"),
    ("( ? )", "( ? )", "( ? )"),
    ("« ? »", "«~?~»", "«~?~»"),
    ('"?"', '"?"', '"?"'),
    ("'!'", "'!'", "'!'"),
    ("— ?", "— ?", "— ?"),
    ("a?b:c", "a?b:c", "a?b:c"),
    ("x ? y : z", "x^? y~: z", "x? y~: z"),
    ("x != y", "x != y", "x != y"),
    ("!important", "!important", "!important"),
    ("rouge !important", "rouge !important", "rouge !important"),
    ("a::b", "a::b", "a::b"),
    ("a :: b", "a :: b", "a :: b"),
    ("std:: x", "std:: x", "std:: x"),
    (".?!", ".^?!", ".?!"),
    ("=?", "=?", "=?"),
    ("x = ? ", "x = ? ", "x = ? "),
    ("a/?", "a/?", "a/?"),
    ("#!", "#!", "#!"),
]
COLONS = [
    ("16:9", "16:9", "16:9"),
    ("3:16", "3:16", "3:16"),
    ("Jn 3:16", "Jn 3:16", "Jn 3:16"),
    ("9:07", "9:07", "9:07"),
    ("09:07:33", "09:07:33", "09:07:33"),
    ("à 9:07 : oui", "à 9:07~: oui", "à 9:07~: oui"),
    ("@Nom: allô", "@Nom~: allô", "@Nom~: allô"),
    ("@Nom : allô", "@Nom~: allô", "@Nom~: allô"),
    ("PS: merci", "PS~: merci", "PS~: merci"),
    ("http: oui", "http: oui", "http: oui"),
    ("https :", "https~:", "https~:"),
    ("Attention:danger", "Attention:danger", "Attention:danger"),
    ("dit :« oui »", "dit~:«~oui~»", "dit~:«~oui~»"),
    ("dit:« oui »", "dit~:«~oui~»", "dit~:«~oui~»"),
    ("« a » : b", "«~a~»~: b", "«~a~»~: b"),
    ("1: un", "1~: un", "1~: un"),
]
SMILEYS = [
    ("Merci :)", "Merci :)", "Merci :)"),
    ("Merci :-)", "Merci :-)", "Merci :-)"),
    ("Merci ;-)", "Merci ;-)", "Merci ;-)"),
    ("Merci ;)", "Merci ;)", "Merci ;)"),
    ("Merci :D", "Merci :D", "Merci :D"),
    ("Merci :/", "Merci :/", "Merci :/"),
    ("Merci :'(", "Merci :'(", "Merci :'("),
    ("Merci :-P", "Merci :-P", "Merci :-P"),
    ("Merci :3", "Merci :3", "Merci :3"),
    ("Merci =)", "Merci =)", "Merci =)"),
    ("Merci <3", "Merci <3", "Merci <3"),
    ("Merci 8)", "Merci 8)", "Merci 8)"),
    ("Merci :smile:", "Merci :smile:", "Merci :smile:"),
    (":smile: :+1:", ":smile: :+1:", ":smile: :+1:"),
    ("Merci ! :)", "Merci^! :)", "Merci! :)"),
    ("Merci :) !", "Merci :)^!", "Merci :) !"),
    ("Merci <3 !", "Merci <3^!", "Merci <3!"),
]
ADDRESSES = [
    ("http://x.org/?a=b&c=d;e", "http://x.org/?a=b&c=d;e", "http://x.org/?a=b&c=d;e"),
    ("http://x.org/?", "http://x.org/?", "http://x.org/?"),
    ("(voir http://x.org/a?b)!", "(voir http://x.org/a?b)^!", "(voir http://x.org/a?b)!"),
    ("http://x.org/a_(b)?c !", "http://x.org/a_(b)?c^!", "http://x.org/a_(b)?c !"),
    ("voir http://x.org!", "voir http://x.org!", "voir http://x.org!"),
    ("voir http://x.org !", "voir http://x.org^!", "voir http://x.org !"),
    ("(http://x.org/a:b)", "(http://x.org/a:b)", "(http://x.org/a:b)"),
    ("https://x.org/l'été...", "https://x.org/l'été...", "https://x.org/l'été..."),
    ("www.x.org/?q !", "www.x.org/?q^!", "www.x.org/?q !"),
    (
        "mailto:a@x.org?subject=l'été",
        "mailto:a@x.org?subject=l'été",
        "mailto:a@x.org?subject=l'été",
    ),
    ("ftp://x.org/a;type=a", "ftp://x.org/a;type=a", "ftp://x.org/a;type=a"),
    ("x.org/a?b=l'été", "x.org/a?b=l'été", "x.org/a?b=l'été"),
    ("x.org:8080", "x.org:8080", "x.org:8080"),
    ("a.b@x.org : oui", "a.b@x.org~: oui", "a.b@x.org~: oui"),
    ("a.b@x.org: oui", "a.b@x.org~: oui", "a.b@x.org~: oui"),
    ("C:\\Users\\l'été : x", "C:\\Users\\l'été~: x", "C:\\Users\\l'été~: x"),
    ("\\\\serveur\\a?b", "\\\\serveur\\a?b", "\\\\serveur\\a?b"),
    ("2001:db8::1", "2001:db8::1", "2001:db8::1"),
    ("::1", "::1", "::1"),
    ("doi:10.1000/x'y", "doi:10.1000/x'y", "doi:10.1000/x'y"),
    ("photo.jpg: oui", "photo.jpg~: oui", "photo.jpg~: oui"),
    ("#été : oui", "#été~: oui", "#été~: oui"),
]
CODE = [
    ("`x ? y : z`", "`x ? y : z`", "`x ? y : z`"),
    ("`x ?` !", "`x ?`^!", "`x ?`!"),
    ("`x`?", "`x`^?", "`x`?"),
    ("``l'a ? b``", "``l'a ? b``", "``l'a ? b``"),
    ("```\na ? b\n```", "```\na ? b\n```", "```\na ? b\n```"),
    ("`seul ?", "`seul^?", "`seul?"),
    ("<b>mot</b> !", "<b>mot</b>^!", "<b>mot</b>!"),
    ("<b>mot</b>!", "<b>mot</b>^!", "<b>mot</b>!"),
    ('<p title="a : b">', '<p title="a : b">', '<p title="a : b">'),
    ("<!-- a ? -->", "<!-- a ? -->", "<!-- a ? -->"),
    ("a < b ? oui : non", "a < b^? oui~: non", "a < b? oui~: non"),
    (
        '[l\'été](http://x.org/?a "b : c") !',
        '[l’été](http://x.org/?a "b : c")^!',
        '[l’été](http://x.org/?a "b : c")!',
    ),
    ("&amp; oui", "&amp; oui", "&amp; oui"),
    ("&eacute;t&eacute; !", "&eacute;t&eacute;^!", "&eacute;t&eacute; !"),
    ("&nbsp;!", "&nbsp;!", "&nbsp;!"),
    ("&nbsp;:", "&nbsp;:", "&nbsp;:"),
    ("&#39; ou &#x27;", "&#39; ou &#x27;", "&#39; ou &#x27;"),
    ("R&D ; oui", "R&D^; oui", "R&D; oui"),
    ('{"a":1}', '{"a":1}', '{"a":1}'),
]
APOSTROPHES = [
    ("l'été", "l’été", "l’été"),
    ("L'ÉTÉ", "L’ÉTÉ", "L’ÉTÉ"),
    ("aujourd'hui", "aujourd’hui", "aujourd’hui"),
    ("d'1", "d’1", "d’1"),
    ('l\'"ami"', 'l’"ami"', 'l’"ami"'),
    ("l'« ami »", "l’«~ami~»", "l’«~ami~»"),
    ("l'“ami”", "l’“ami”", "l’“ami”"),
    ("'citation'", "'citation'", "'citation'"),
    ("'l'ami'", "'l’ami'", "'l’ami'"),
    ("rock 'n' roll", "rock 'n' roll", "rock 'n' roll"),
    ("'80", "'80", "'80"),
    ("les années '80", "les années '80", "les années '80"),
    ("5' 6\"", "5' 6\"", "5' 6\""),
    ("5'30", "5'30", "5'30"),
    ("90's", "90's", "90's"),
    ("j'm'en vais", "j’m’en vais", "j’m’en vais"),
    ("qu'…", "qu’…", "qu’…"),
    ("qu'...", "qu’…", "qu’…"),
    ("lorsqu'\"on\" et jusqu'(ici)", 'lorsqu’"on" et jusqu’(ici)', 'lorsqu’"on" et jusqu’(ici)'),
    ("QUELQU'«UN»", "QUELQU’«~UN~»", "QUELQU’«~UN~»"),
    ("Oui:)", "Oui:)", "Oui:)"),
    ("Super!:)", "Super!:)", "Super!:)"),
    ("note de 7.5/10 !", "note de 7.5/10^!", "note de 7.5/10!"),
    ("et/ou ?", "et/ou^?", "et/ou?"),
    ("l'*été*", "l’*été*", "l’*été*"),
    ("l'_été_", "l’_été_", "l’_été_"),
    ("l'<i>été</i>", "l’<i>été</i>", "l’<i>été</i>"),
    ("l'[été](x)", "l’[été](x)", "l’[été](x)"),
    ("l’été", "l’été", "l’été"),
    ("don't", "don’t", "don’t"),
    ("les amis' et", "les amis' et", "les amis' et"),
    ("amis'\"", "amis'\"", "amis'\""),
    ("f'(x)", "f'(x)", "f'(x)"),
    ("x' = y'", "x' = y'", "x' = y'"),
    ("l' été", "l' été", "l' été"),
    ("l''été", "l''été", "l''été"),
    ("Nom'", "Nom'", "Nom'"),
    ("de\u0301'a", "de\u0301’a", "de\u0301’a"),
    ('"oui"', '"oui"', '"oui"'),
]
ELLIPSES = [
    ("Bon...", "Bon…", "Bon…"),
    ("...et puis", "…et puis", "…et puis"),
    ("Bon ... oui", "Bon … oui", "Bon … oui"),
    ("Bon... oui", "Bon… oui", "Bon… oui"),
    ("a...b", "a…b", "a…b"),
    ("....", "....", "...."),
    ("..", "..", ".."),
    (".....", ".....", "....."),
    ("etc...", "etc…", "etc…"),
    ("[...]", "[…]", "[…]"),
    ("(...)", "(…)", "(…)"),
    ("../", "../", "../"),
    (".../x", ".../x", ".../x"),
    ("x/...", "x/...", "x/..."),
    ("1...10", "1...10", "1...10"),
    ("1...", "1…", "1…"),
    ("...10 000", "…10^000", "…10~000"),
    ("Bon...!", "Bon…^!", "Bon…!"),
    ("Bon... ?", "Bon…^?", "Bon…?"),
    ("Bon…?", "Bon…^?", "Bon…?"),
    ("« ... »", "«~…~»", "«~…~»"),
    ("« ...oui... »", "«~…oui…~»", "«~…oui…~»"),
    (". . .", ". . .", ". . ."),
]
UNITS = [
    ("30 %", "30~%", "30~%"),
    ("30%", "30~%", "30~%"),
    ("30$", "30~$", "30~$"),
    ("30€", "30~€", "30~€"),
    ("30 $", "30~$", "30~$"),
    ("30 €", "30~€", "30~€"),
    ("30~%", "30~%", "30~%"),
    ("30^%", "30~%", "30~%"),
    ("30¤%", "30~%", "30~%"),
    ("30‰", "30~‰", "30~‰"),
    ("1,50$", "1,50~$", "1,50~$"),
    ("1 $", "1~$", "1~$"),
    ("$30", "$30", "$30"),
    ("$ 30", "$ 30", "$ 30"),
    ("%s", "%s", "%s"),
    ("%20", "%20", "%20"),
    ("10%20", "10%20", "10%20"),
    ("10%s", "10%s", "10%s"),
    ("$1$2", "$1$2", "$1$2"),
    ("$5$", "$5$", "$5$"),
    ("width=30%", "width=30%", "width=30%"),
    ("a1%", "a1%", "a1%"),
    ("50%-60%", "50~%-60~%", "50~%-60~%"),
    ("(30%)", "(30~%)", "(30~%)"),
    ("5 $US", "5~$US", "5~$US"),
    ("5$US", "5~$US", "5~$US"),
    ("20 000$CA", "20^000~$CA", "20~000~$CA"),
    ("5 t-shirts", "5 t-shirts", "5 t-shirts"),
    ("5 $ US", "5~$ US", "5~$ US"),
    ("5 km", "5~km", "5~km"),
    ("5km", "5km", "5km"),
    ("5 km/h", "5~km/h", "5~km/h"),
    ("5 m²", "5~m²", "5~m²"),
    ("5 m³", "5~m³", "5~m³"),
    ("5 h", "5~h", "5~h"),
    ("5h", "5h", "5h"),
    ("9 h 07", "9~h~07", "9~h~07"),
    ("9 h 07 min 05 s", "9~h~07~min 05~s", "9~h~07~min 05~s"),
    ("9 h 7", "9~h~7", "9~h~7"),
    ("9h07", "9h07", "9h07"),
    ("9 h du matin", "9~h du matin", "9~h du matin"),
    ("de 9 h à 17 h", "de 9~h à 17~h", "de 9~h à 17~h"),
    ("24 h 2011", "24~h 2011", "24~h 2011"),
    ("20 °C", "20~°C", "20~°C"),
    ("20°C", "20~°C", "20~°C"),
    ("20 ° C", "20 ° C", "20 ° C"),
    ("3 m", "3~m", "3~m"),
    ("3 s", "3~s", "3~s"),
    ("3 s'en vont", "3 s’en vont", "3 s’en vont"),
    ("3 l'ont", "3 l’ont", "3 l’ont"),
    ("3 l", "3~l", "3~l"),
    ("3 a", "3 a", "3 a"),
    ("3 mots", "3 mots", "3 mots"),
    ("3 kg", "3~kg", "3~kg"),
    ("3 Go", "3~Go", "3~Go"),
    ("3 GHz", "3~GHz", "3~GHz"),
    ("3 kWh", "3~kWh", "3~kWh"),
    ("3 V", "3~V", "3~V"),
    ("3 dB", "3~dB", "3~dB"),
    ("3 ha", "3~ha", "3~ha"),
    ("3 po", "3~po", "3~po"),
    ("3 pi 2 po", "3~pi 2~po", "3~pi 2~po"),
    ("3 lb", "3~lb", "3~lb"),
    ("3 oz", "3~oz", "3~oz"),
    ("3 k$", "3~k$", "3~k$"),
    ("3 M$", "3~M$", "3~M$"),
    ("3,5 M€", "3,5~M€", "3,5~M€"),
    ("3  km", "3  km", "3  km"),
    ("3\nkm", "3\nkm", "3\nkm"),
    ("x km", "x km", "x km"),
]
FIGURES = [
    ("10 000", "10^000", "10~000"),
    ("10 000 $", "10^000~$", "10~000~$"),
    ("10~000", "10^000", "10~000"),
    ("10^000", "10^000", "10~000"),
    ("1 234 567", "1^234^567", "1~234~567"),
    ("1 234,56 $", "1^234,56~$", "1~234,56~$"),
    ("1 234.", "1^234.", "1~234."),
    ("-10 000", "-10^000", "-10~000"),
    ("(10 000)", "(10^000)", "(10~000)"),
    ("514 555-1234", "514 555-1234", "514 555-1234"),
    ("514 555 1234", "514 555 1234", "514 555 1234"),
    ("(514) 555 123", "(514) 555 123", "(514) 555 123"),
    ("+33 612 345 678", "+33 612 345 678", "+33 612 345 678"),
    ("06 12 34 56 78", "06 12 34 56 78", "06 12 34 56 78"),
    ("0 123", "0 123", "0 123"),
    ("1 23", "1 23", "1 23"),
    ("1 2345", "1 2345", "1 2345"),
    ("en 2011 300 personnes", "en 2011 300 personnes", "en 2011 300 personnes"),
    ("24 juin 2011 300", "24 juin 2011 300", "24 juin 2011 300"),
    ("0,123 456", "0,123 456", "0,123 456"),
    ("3.14 159", "3.14 159", "3.14 159"),
    ("2011-06-24 300", "2011-06-24 300", "2011-06-24 300"),
    ("9:07 300", "9:07 300", "9:07 300"),
    ("10 000-12 000", "10 000-12 000", "10 000-12 000"),
    ("10 000/12 000", "10 000/12 000", "10 000/12 000"),
    ("mp3 000", "mp3 000", "mp3 000"),
    ("10 000 000 000", "10^000^000^000", "10~000~000~000"),
    ("1  000", "1  000", "1  000"),
    ("1\n000", "1\n000", "1\n000"),
    ("10 000 à 12 000", "10^000 à 12^000", "10~000 à 12~000"),
]
GUILLEMETS = [
    ("«mot»", "«~mot~»", "«~mot~»"),
    ("« mot »", "«~mot~»", "«~mot~»"),
    ("«~mot~»", "«~mot~»", "«~mot~»"),
    ("«^mot^»", "«~mot~»", "«~mot~»"),
    ("«  mot  »", "«~mot~»", "«~mot~»"),
    ("««mot»»", "«~«~mot~»~»", "«~«~mot~»~»"),
    ("« « mot » »", "«~«~mot~»~»", "«~«~mot~»~»"),
    ("«»", "«»", "«»"),
    ("« »", "« »", "« »"),
    ("«", "«", "«"),
    ("»", "»", "»"),
    ("mot «", "mot «", "mot «"),
    ("» suite", "» suite", "» suite"),
    ("«\nmot »", "«\nmot~»", "«\nmot~»"),
    ("« mot\n»", "«~mot\n»", "«~mot\n»"),
    ("« mot", "«~mot", "«~mot"),
    ("mot »", "mot~»", "mot~»"),
    ("«mot", "«~mot", "«~mot"),
    ("mot»", "mot~»", "mot~»"),
    ("mot«a»mot", "mot«~a~»mot", "mot«~a~»mot"),
    ("«!»", "«~!~»", "«~!~»"),
    ("« Oui ! »", "«~Oui^!~»", "«~Oui!~»"),
    ("« Oui ! » !", "«~Oui^!~»^!", "«~Oui!~»!"),
    ("«Oui», dit-il", "«~Oui~», dit-il", "«~Oui~», dit-il"),
    ("«a\tb»", "«~a\tb~»", "«~a\tb~»"),
    ("<< mot >>", "<< mot >>", "<< mot >>"),
    ("‹ mot ›", "‹ mot ›", "‹ mot ›"),
    ("“mot”", "“mot”", "“mot”"),
]
NOTHING = [
    ("", "", ""),
    (" ", " ", " "),
    ("rien", "rien", "rien"),
    ("oe ae 1er 2e – - --", "oe ae 1er 2e – - --", "oe ae 1er 2e – - --"),
    ("日本", "日本", "日本"),
]

_SHOWN = str.maketrans({"~": "\u00a0", "^": "\u202f", "¤": "\u2009"})


def check(fact: Fact) -> None:
    text, france, quebec = (part.translate(_SHOWN) for part in fact)
    for expected, locale in ((france, "fr"), (quebec, "fr_CA")):
        assert typeset(text, locale=locale) == expected
        assert typeset(expected, locale=locale) == expected


@pytest.mark.parametrize("fact", MARKS)
def test_marks_have_their_spaces(fact: Fact) -> None:
    check(fact)


@pytest.mark.parametrize("fact", SPACES)
def test_one_space_of_any_kind_before_a_mark_becomes_its_own(fact: Fact) -> None:
    check(fact)


@pytest.mark.parametrize("fact", LEFT_ALONE)
def test_marks_that_close_nothing_are_left_alone(fact: Fact) -> None:
    check(fact)


@pytest.mark.parametrize("fact", COLONS)
def test_a_colon_of_a_sentence_has_a_no_break_space(fact: Fact) -> None:
    check(fact)


@pytest.mark.parametrize("fact", SMILEYS)
def test_smileys_are_left_alone(fact: Fact) -> None:
    check(fact)


@pytest.mark.parametrize("fact", ADDRESSES)
def test_addresses_are_left_alone(fact: Fact) -> None:
    check(fact)


@pytest.mark.parametrize("fact", CODE)
def test_code_and_markup_typed_in_plain_text_are_left_alone(fact: Fact) -> None:
    check(fact)


@pytest.mark.parametrize("fact", APOSTROPHES)
def test_an_apostrophe_between_letters_becomes_a_typographic_one(fact: Fact) -> None:
    check(fact)


@pytest.mark.parametrize("fact", ELLIPSES)
def test_exactly_three_dots_become_an_ellipsis(fact: Fact) -> None:
    check(fact)


@pytest.mark.parametrize("fact", UNITS)
def test_units_and_numbers_are_not_parted(fact: Fact) -> None:
    check(fact)


@pytest.mark.parametrize("fact", FIGURES)
def test_thousands_are_grouped_and_telephone_numbers_are_not(fact: Fact) -> None:
    check(fact)


@pytest.mark.parametrize("fact", GUILLEMETS)
def test_guillemets_have_no_break_spaces_inside(fact: Fact) -> None:
    check(fact)


@pytest.mark.parametrize("fact", NOTHING)
def test_what_needs_nothing_is_left_alone(fact: Fact) -> None:
    check(fact)


@pytest.mark.parametrize(
    "locale, expected", [("fr_BE", "oui\u202f!"), ("fr-CH", "oui\u202f!"), ("fr-ca", "oui!")]
)
def test_locales_fall_back(locale: str, expected: str) -> None:
    assert typeset("oui !", locale=locale) == expected


def test_a_locale_without_rules_is_refused() -> None:
    with pytest.raises(UnsupportedLocaleError, match="typeset"):
        typeset("oui", locale="en")


@pytest.mark.parametrize("locale", [None, 3, "", "français", ["fr"]])
def test_what_is_no_locale_is_refused(locale: Any) -> None:
    with pytest.raises(UnknownLocaleError):
        typeset("oui", locale=locale)


@pytest.mark.parametrize("text", [None, b"oui", 3])
def test_what_is_no_text_is_refused(text: Any) -> None:
    with pytest.raises(InvalidTypeError, match=r"typeset\.text must be a str"):
        typeset(text, locale="fr")


def test_a_lone_surrogate_is_left_alone() -> None:
    assert typeset("l'\ud800 !", locale="fr") == "l'\ud800\u202f!"


def test_a_footnote_of_markdown_stays_one() -> None:
    assert typeset("[^1]: la note : oui", locale="fr") == "[^1]: la note\u00a0: oui"


def test_no_reference_is_made_of_text() -> None:
    assert typeset("caf&eacute ; oui", locale="fr_CA") == "caf&eacute ; oui"
    assert typeset("oui ; non & ; si", locale="fr_CA") == "oui; non & ; si"
