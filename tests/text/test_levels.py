"""The ladder of folding: what each level takes for the same, and what it leaves alone."""

import pickle

import pytest

from blogmodel.errors import InvalidTypeError, InvalidValueError
from blogmodel.text import Level, MappedText, at_level, fold


def made(text: str, level: Level) -> str:
    return at_level(text, level).text


def leet(text: str) -> str:
    return made(text, Level.LEET)


def upright(text: str) -> str:
    """Fold a text, and write « l » as the level does."""
    return fold(text).replace("l", "i")


def test_the_ladder_is_in_order() -> None:
    assert [level.value for level in Level] == ["plain", "folded", "confusable", "leet", "spaced"]
    assert Level.PLAIN < Level.FOLDED < Level.CONFUSABLE < Level.LEET < Level.SPACED
    assert Level.LEET >= Level.LEET
    assert max(Level) is Level.SPACED
    assert Level("leet") is pickle.loads(pickle.dumps(Level.LEET))
    with pytest.raises(TypeError):
        _ = Level.LEET < 3  # type: ignore[operator]


def test_the_plain_text_is_its_own_source() -> None:
    assert at_level("L’État", Level.PLAIN) == MappedText.same("L’État")


@pytest.mark.parametrize(
    "text, expected",
    [
        ("Ноtеl", "hotel"),  # Cyrillic Н о е
        ("V\u200bіаgrа", "viagra"),  # and і а а
        ("РАУРАL", "paypal"),  # Cyrillic but for L
        ("рауpаl", "paypal"),
        ("ΡΑΥΡΑL, ΒΑΝΚ", "paypal, bank"),
        ("Viаgrά", "viagra"),
        ("ІΙӀ іιӏ", "iii iii"),  # Their prototype is « l », which no capital is here.
        ("Ꮩіаɡrа, ꓦꓲꓮ, Ⲏ", "viagra, via, h"),
        ("ⅤＩＡ𝐠𝓻𝖆", "viagra"),
        ("ⓥⓘⓐⓖⓡⓐ 🅥🅘🅐🅖🅡🅐 🆅🅸🅰🅶🆁🅰", "viagra viagra viagra"),
        ("ᴠɪᴀɢʀᴀ", "viagra"),
        ("sεх, ѕех", "sex, sex"),
        ("мусор, вет", "mycop, bet"),
        ("ϲаѕіnо", "casino"),  # ϲ would fold to σ.
        ("сасн, ТЕСТ", "cach, tect"),
        ("v٥te, ١ ۱", "vote, 1 1"),
        ("З б ৪", "3 6 8"),
        ("4×4", "4x4"),
        ("Η η Ν ν Υ υ", "h n n v y u"),
        ("Год, Λ, Δ, 日本", "roд, λ, δ, 日本"),
        ("pθrn, pөrn, Ꮎ", "porn, porn, o"),
    ],
)
def test_letters_that_look_latin_are_latin(text: str, expected: str) -> None:
    assert made(text, Level.CONFUSABLE) == expected


@pytest.mark.parametrize("text", ["VIAGRA", "modern Illinois rn m 0O 1lI|", "a\x00b", ""])
def test_ascii_only_loses_its_case(text: str) -> None:
    assert made(text, Level.CONFUSABLE) == text.lower()


@pytest.mark.parametrize(
    "text, expected",
    [
        ("v1agra", "viagra"),
        ("V14GR@", "viagra"),
        ("viagr4", "viagra"),
        ("v!agra, v|agra, v¡agra", "viagra, viagra, viagra"),
        ("s3xe, p0rn, b00bs, pu77e", "sexe, porn, boobs, putte"),
        ("a$$, $exe, mi€ux, m0n€y", "ass, sexe, mieux, money"),
        ("c¢sino, ¥en, £ivre", "ccsino, yen, livre"),
        ("4rnaque, 3nculé, 1diot, 7rop", "arnaque, encule, idiot, trop"),
        ("8ite, 9ros", "bite, gros"),
        ("@rnaque est une mention, arn@que non", "@rnaque est une mention, arnaque non"),
        ("(v14gr4!!!)", "(viagra!!!)"),
    ],
)
def test_signs_in_words_are_letters(text: str, expected: str) -> None:
    assert leet(text) == expected.replace("l", "i")


@pytest.mark.parametrize(
    "text",
    [
        "2009, le 24/7, 9:07, 3,14, 50 %, 1 000 000, 514-555-0199",
        "le 1er mai, la 1re, la 1ère, la 3e, le 5ème, 21st, 3rd, 4th",
        "à 9h07, 18h, 9h07mn, 5min, 3j, 7jours, 5ans, 1m80, 4x4, 16x9, 1920x1080",
        "5km, 3kg, 5l, 3D, 5G, 1kWh, 10fois, 100pour100, 80s",
        "20$, $20, 20 $, 20k€, 5€50, US$5, CA$10, 10$CA, k€, $US, 1M€, £5",
        "H1N1, h5n1, R2D2, B12, MP3, A380, CO2, TF1, PS4, G20, MP4",
        "covid19, top14, marie75, abc123def, tel0033",
        "@marie !important +1 C++ oui! non!! ¡hola!",
        "*** ___ --- :-) <3 1337 @$$ !!! $$$",
    ],
)
def test_what_is_honestly_written_with_signs_is_left_alone(text: str) -> None:
    assert leet(text) == upright(text)


def test_an_upright_line_is_one_letter_whatever_it_was() -> None:
    assert len({leet(text) for text in ("ille", "lLIE", "i1le", "1ile", "Il|e", "ⅼ!Ie")}) == 1


@pytest.mark.parametrize(
    "text, expected",
    [
        ("viaaaagra", "viagra"),
        ("ouiiiii, nooooon", "oui, non"),
        ("v1111agra", "v1111agra"),
        ("saaa4aalope", "salope"),
        (
            "créée, agréées, Louis XVIII, www.exemple.fr",
            "creee, agreees, louis xviii, www.exemple.fr",
        ),
        ("passée, Illinois", "passee, illinois"),
        ("hourrraaa !!!", "houra !!!"),
    ],
)
def test_a_stretched_letter_is_one(text: str, expected: str) -> None:
    assert leet(text) == expected.replace("l", "i")


@pytest.mark.parametrize(
    "text, expected",
    [
        ("v i a g r a", "viagra"),
        ("V.I.A.G.R.A.", "viagra."),
        ("v-i-a-g-r-a", "viagra"),
        ("v_i_a", "via"),
        ("v*i*a, v·i·a, v•i•a, v~i~a, v–i–a", "via, via, via, via, via"),
        ("v/i/a/g/r/a", "viagra"),
        ("v   i   a   g   r   a", "viagra"),
        ("v...i...a", "via"),
        ("v…i…a", "via"),
        ("v\u00a0i\u00a0a\u00a0g\u00a0r\u00a0a", "viagra"),
        ("v 1 @ g r a", "viagra"),
        ("p.0.r.n", "porn"),
        ("du v i a g r a, du p.o.r.n et du s-e-x-e", "du viagra, du porn et du sexe"),
        ("b u y   v i a g r a", "b u y   viagra"),
        ("С.Н.С.F", "chcf"),
        ("S.N.C.F., U.S.A.", "sncf., usa."),
    ],
)
def test_letters_that_are_set_apart_are_one_word(text: str, expected: str) -> None:
    assert made(text, Level.SPACED) == expected.replace("l", "i")


@pytest.mark.parametrize(
    "text",
    [
        "il y a à l’eau",
        "Il y a 3 à 5 ans, y a à 7 km",
        "il y a à Y",
        "M. J. K. Rowling, J. R. R. Tolkien, P. S.",
        "les points a b c",
        "a, b, c, d",
        "1 2 3 4 5, 1.2.3.4, 3-1-0, 1/3/5/7",
        "y a-t-il, c’est-à-dire, e-mail, p.-s., i.e., J.-C.",
        "l’a b c d’",
        "a . b . c . d . e",
        "v i-a g.r a",
        "- - - -, * * * *, . . . .",
        "a\nb\nc\nd",
        "1 3 5 a",
    ],
)
def test_what_is_honestly_set_apart_is_left_alone(text: str) -> None:
    assert made(text, Level.SPACED) == made(text, Level.LEET)


@pytest.mark.parametrize(
    "text, level, part, expected",
    [
        ("L’État", Level.FOLDED, "etat", "État"),
        ("E\u0301tat", Level.FOLDED, "e", "E\u0301"),
        ("un œuf", Level.FOLDED, "o", "œ"),
        ("un œ\u0302uf", Level.FOLDED, "oeu", "œ\u0302u"),
        ("un œ\u0302uf", Level.FOLDED, "o", "œ\u0302"),
        ("attends…", Level.FOLDED, "s..", "s…"),
        ("Ноtеl", Level.CONFUSABLE, "hot", "Ноt"),
        ("ꜳ", Level.CONFUSABLE, "a", "ꜳ"),
        ("du v14gra!", Level.LEET, "viagra", "v14gra"),
        ("du viaaa\u0301agra!", Level.LEET, "iag", "iaaa\u0301ag"),
        ("du v.i.a.g.r.a.", Level.SPACED, "viagra", "v.i.a.g.r.a"),
        ("du v…i…a…", Level.SPACED, "via", "v…i…a"),
    ],
)
def test_a_part_is_quoted_from_the_source(
    text: str, level: Level, part: str, expected: str
) -> None:
    mapped = at_level(text, level)
    start = mapped.text.index(part)
    assert mapped.quote(start, start + len(part)) == expected


def test_an_invisible_character_belongs_to_the_one_before_it() -> None:
    mapped = at_level("V\u200bіаgrа", Level.CONFUSABLE)
    assert (mapped.text, mapped.span(0, 6), mapped.span(0, 1)) == ("viagra", (0, 7), (0, 2))
    assert at_level("\u200bAb", Level.FOLDED).span(0, 1) == (1, 2)
    assert at_level("\u200b", Level.SPACED) == MappedText("", "\u200b", (), ())


def test_many_odd_characters_are_mapped() -> None:
    text = "é\u0301œæßﬁŉ½…ﷺ⅓㍱x" * 2
    mapped = at_level(text, Level.FOLDED)
    assert mapped.text == fold(text)
    assert [mapped.quote(i, i + 1) for i, char in enumerate(mapped.text) if char == "x"] == [
        "x"
    ] * 2


@pytest.mark.parametrize("level", list(Level))
def test_what_is_no_text_or_no_level_is_refused(level: Level) -> None:
    with pytest.raises(InvalidTypeError, match=r"at_level\.text must be a str"):
        at_level(b"abc", level)  # type: ignore[arg-type]
    with pytest.raises(InvalidValueError, match="lone surrogate at 1"):
        at_level("a\ud800", level)
    with pytest.raises(InvalidTypeError, match=r"at_level\.level must be one of Level\.PLAIN, "):
        at_level("abc", level.value)  # type: ignore[arg-type]
