"""What deceives the eye or the program, and the honest texts that look a little like it."""

import pickle
from unicodedata import normalize

import pytest
from hypothesis import given

from blogmodel.errors import InvalidTypeError
from blogmodel.text import Danger, DangerKind, dangers, fold
from blogmodel.text._fold import _IGNORED

from support.characters import odd_texts

HONEST = {
    "French": (
        "L’été, où l’Œuvre naïve d’Aÿ coûte 20 $ : « Garçon ! », dit-elle ; cela m’a ému… "
        "Le 1er mai 2009 à 9 h 07, 3e étage, 24/7, H1N1, MP3, 4x4, 50 %, nº 5, №"
    ),
    "French in NFD": normalize("NFD", "Été à l’Île, ça plaît, Noël, où, œuvre, ÿ"),
    "hyphenated": "anti\u00adconsti\u00adtution\u00adnel\u00adle\u00adment",
    "word joiners": "Non\u2060\u202f! et/\u200bou, c’est\u2060—\u2060dit",
    "left over at the end": "Beau billet !\ufeff",
    "left over in a space": "Beau \u200bbillet \u2060!",
    "a file's mark": "\ufeffBonjour",
    "Vietnamese in NFD": normalize("NFD", "Tiếng Việt, Đặng Thị Ngữ, ưỡng"),
    "old Greek in NFD": normalize("NFD", "ᾧ τινι, ᾆδες, μῆνιν ἄειδε θεά"),
    "emoji": (
        "👩🏽\u200d⚕\ufe0f 🏳\ufe0f\u200d🌈 👨\u200d👩\u200d👧\u200d👦 ❤\ufe0f\u200d🔥 "
        "☺\ufe0f ☺\ufe0e 🐈\u200d⬛ 👁\ufe0f\u200d🗨\ufe0f 🙂\u200d↔\ufe0f "
        "🧔🏻\u200d♂\ufe0f ©\ufe0f ™\ufe0f ℹ\ufe0f ‼\ufe0f 〰\ufe0f"
    ),
    "keycaps": "1\ufe0f\u20e3 2\ufe0f\u20e3 #\ufe0f\u20e3 *\ufe0f\u20e3",
    "flags": "🇫🇷🇨🇦 🇫🇷\u200c🇨🇦 🏴\U000e0067\U000e0062\U000e0073\U000e0063\U000e0074\U000e007f",
    "letters on squares": "groupe 🅰\ufe0f ou 🅱\ufe0f, 🅿\ufe0f, Ⓜ\ufe0f Bellechasse",
    "Persian": "می\u200cخواهم به کتاب\u200cخانه\u200cها بروم",
    "Hindi, Malayalam": "क्\u200dष क्\u200cष ന്\u200d",
    "Thai, Khmer, Burmese": "ภาษา\u200bไทย ก็ ភាសា\u200bខ្មែរ មាន\u17b4 မြန်မာ",
    "Tibetan": "བོད་སྐད་ རྒྱུ་ ཧཱུྃ",
    "Mongolian": "ᠮᠣᠩᠭᠣᠯ\u180e ᠠ\u180b",
    "Hebrew": "שָׁלוֹם עֲלֵיכֶם, בְּרֵאשִׁ֖ית בָּרָ֣א, ABC\u200f! גרסה 2.0\u200f, \u202bשלום\u202c",
    "Arabic": "السَّلامُ عَلَيْكُمْ، قال \u2067مرحبا\u2069 Google\u200e ٢٠١١ \u061c-5",
    "Russian words": "Le journal « Правда », la СССР, МОСКВА, « нет », « рот », ухо, сор, тест",
    "Russian sentence": "Привет, как дела? Это обычный текст, и всё. Мама мыла раму",
    "Ukrainian": "Київ, їжак, інший, Європа",
    "Greek words": "ΝΙΚΗ, Αθήνα, το ΚΑΤΙ, α, Ω, λόγος, ΒΑΝΑΝΑ",
    "science": (
        "5 µm, 3 μm, kΩ, MΩ, H₂O, CO₂, x² + y², m·s⁻¹, sinα, cosθ, TNFα, NFκB, IFNγ, ρgh, ΔT, "
        "α-tocophérol, β-carotène, λ-calcul, πr², Hα, 17β-estradiol, 𝑓(𝑥) = 𝑎𝑥², ℝⁿ, ℵ₀, 2⁢x, f⁡(x)"
    ),
    "raised letters": "1ᵉʳ, Mᵐᵉ, Mˡˡᵉ, 2ᵈᵉ, nᵒˢ, XIXᵉ",
    "phonetics": "[ʁɛɲ], [ɑ̃], [t̪ʰ], /ˈwɔːtə/, [ʏʀɪ], [ɔ̃̀ː]",
    "Japanese": "ＮＨＫは２０１１年、「テスト」！（全角）Tシャツ、Ａさん、ｶﾅ",
    "Chinese": "你好，世界！这是ＱＱ：１２３。",
    "Korean": "안녕하세요 ＡＢＣ 한국\u115f\u1161",
    "Braille": "⠃⠕⠝⠚⠕⠥⠗⠀⠍⠕⠝⠙⠑",
    "music": "\U0001d15f\U0001d173\U0001d15f",
    "abbreviations": (
        "S.N.C.F., U.N.E.S.C.O., O.N.U, I.N.S.E.E, s.v.p., n.d.l.r., p.s., c.-à-d., J.-C., "
        "A.-B. D., etc."
    ),
    "initials": "M. J. K. Rowling, J. R. R. Tolkien, J.R.R. Tolkien, B. B. King",
    "lists": "a b c d e f, A-B-C-D, 1 2 3 4 5 6, réponses A C B D A, do ré mi, C D E F G A",
    "calendars": "L M M J V S D / D L M M J V S / J F M A M J J A S O N D / S M T W T F S",
    "running text": "il y a à l’eau, il y a 3 à 5 ans, y a-t-il, a-t-on, ô, qu’y a-t-il",
    "cheers": "ha ha ha, h a h a h a, x x x x x x, S O S S O S",
    "prices": "20$, 20k€, US$20, CA$, 5€50, M$, 100$US, £5, ¥500",
    "codes": "A380, B2B, P2P, W3C, i18n, a11y, R2D2, utf8, x86_64, J4K 1Y4, s01e05vostfr",
    "words with numbers": (
        "covid19, top10, windows7, web2, mp3player, ps4pro, html5lib, Se7en, web3js, 100pour100"
    ),
    "addresses": (
        "jean.d1pont@exemple.fr, root@localhost, https://e.com/p0rn?a=b1ebo, www.b1en.fr, "
        "@jul1en, #b1en, http://x.y/dQw4w9WgXcQ, c=b1en, /home/b1en"
    ),
    "keys": (
        "cZFcxsn0jnQ, deadb33f0, d41d8cd98f00b204e9800998ecf8427e, a1b2c3, \\xe4lle, AOuZo7wWG4BG"
    ),
    "short messages": "m1tenant, 2m1, k7, bi1, c7un, a+, @+, 10fois, koi29, l1di, d1gue, tod@s",
    "punctuation": "oui!non, salut!ça va, a|b|c, C++, 1+1, ***, ---, . . . . ., _ _ _ _, !!!!!",
    "line ends": "a\r\nb\tc\x0bd\x0ce\u2028f\u2029g\x85h l\x92état",
    "nothing": "",
}


@pytest.mark.parametrize("text", HONEST.values(), ids=HONEST.keys())
def test_honest_text_has_no_dangers(text: str) -> None:
    assert dangers(text) == ()


def test_honest_texts_together_have_no_dangers() -> None:
    assert dangers("\n".join(text for text in HONEST.values() if text[:1] != "\ufeff")) == ()


INVISIBLE, BIDI, HOMOGLYPH = DangerKind.INVISIBLE, DangerKind.BIDI, DangerKind.HOMOGLYPH
FULL_WIDTH, FLOOD = DangerKind.FULL_WIDTH, DangerKind.COMBINING_FLOOD
LEET, SPACED = DangerKind.LEET, DangerKind.SPACED


def seen(text: str) -> list[tuple[DangerKind, str, str]]:
    return [(danger.kind, text[slice(*danger.span)], danger.reads) for danger in dangers(text)]


@pytest.mark.parametrize(
    "text, hidden",
    [
        ("du v\u200biagra", "\u200b"),
        ("du v\u200c\u200d\u200biagra", "\u200c\u200d\u200b"),
        ("du v\u2060iagra", "\u2060"),
        ("du vi\ufeffagra", "\ufeff"),
        ("v\u00adi", "\u00ad"),
        ("vi\u00ad\u00adagra", "\u00ad\u00ad"),
        ("via\u00adg", "\u00ad"),
        ("vi\u034fagra", "\u034f"),
        ("vi\ufe0fagra", "\ufe0f"),
        ("x\U000e0100\U000e0101y", "\U000e0100\U000e0101"),
        ("un\U000e0068\U000e0069 mot", "\U000e0068\U000e0069"),
        ("🏴\U000e0067\U000e0062", "\U000e0067\U000e0062"),
        ("\u3164", "\u3164"),
        ("a\uffa0b", "\uffa0"),
        ("a\u115fb", "\u115f"),
        ("a\u180eb", "\u180e"),
        ("nom\u2800", "\u2800"),
        ("s\u2063o", "\u2063"),
        ("a\u200d", ""),
        ("a\u200b\u200b\u200b b", "\u200b\u200b\u200b"),
        ("a\u206ab", "\u206a"),
        ("a\ufff9b\ufffb", "\ufff9"),
        ("a\x00b", "\x00"),
        ("vi\x08agra", "\x08"),
        ("a\x7f", "\x7f"),
        ("\ufeff\ufeffa", ""),
        ("\ufeff", ""),
        ("👩\u200d\u200da", "\u200d\u200d"),
    ],
)
def test_what_nobody_sees_is_told_where_nobody_needs_it(text: str, hidden: str) -> None:
    assert seen(text)[: bool(hidden)] == ([(INVISIBLE, hidden, "")] if hidden else [])
    assert bool(seen(text)) == bool(hidden)


def test_each_ignorable_character_but_a_hyphen_is_told_within_a_word() -> None:
    assert [char for char in sorted(_IGNORED) if not dangers(f"vi{char}agra")] == ["\u00ad"]


@pytest.mark.parametrize(
    "text, spans",
    [
        ("fichier\u202efdp.exe", [(7, 8)]),
        ("a\u202db\u202c", [(1, 2), (3, 4)]),
        ("Montréal\u200e", [(8, 9)]),
        ("\u2066Marie\u2069", [(0, 1), (6, 7)]),
        ("vi\u200fagra et שלום", [(2, 3)]),
        ("שלום \u202b", [(5, 6)]),
        ("שלום \u2067אבג\nא\u2069", [(5, 6), (11, 12)]),
        ("שלום \u202c", [(5, 6)]),
        ("ש \u2067א\u202bב\u2069 ג", []),
        ("ש \u202bא\u2067ב\u202cג\u2069\u202c", [(6, 7)]),
        ("ש \u202eא\u202c", [(2, 3)]),
        ("a\u200e\u200f\u200eb", [(1, 4)]),
    ],
)
def test_what_turns_the_writing_round_is_told(text: str, spans: list[tuple[int, int]]) -> None:
    assert dangers(text) == tuple(Danger(BIDI, span) for span in spans)


@pytest.mark.parametrize(
    "word, reads",
    [
        ("Ноtеl", "hotel"),
        ("vіаgrа", "viagra"),
        ("pаypal", "paypal"),
        ("РaуРal", "paypal"),
        ("viagrа", "viagra"),
        ("αрр", "app"),  # Greek and Cyrillic
        ("sεxy", "sexy"),
        ("vιagrα", "viagra"),
        ("réсlаme", "reclame"),
        (normalize("NFD", "réсlаme"), "reclame"),
        ("ꓦiagra", "viagra"),
        ("Ꭺpple", "apple"),
        ("cаsin٥", "casino"),
        ("bаnk1", "bank1"),
    ],
)
def test_a_word_of_several_scripts_that_looks_latin_is_told(word: str, reads: str) -> None:
    assert seen(f"un {word}, ici") == [(HOMOGLYPH, word, reads)]


def test_a_word_may_be_cut_by_what_nobody_sees() -> None:
    text = "V\u200bіаgrа"
    assert seen(text) == [(HOMOGLYPH, text, "viagra"), (INVISIBLE, "\u200b", "")]


@pytest.mark.parametrize(
    "word, reads",
    [
        ("ＶＩＡＧＲＡ", "viagra"),
        ("２０", "20"),
        ("𝐯𝐢𝐚𝐠𝐫𝐚", "viagra"),
        ("𝓥𝓲𝓪𝓰𝓻𝓪", "viagra"),
        ("ℍ𝕠𝕥𝕖𝕝", "hotel"),
        ("ⓥⓘⓐⓖⓡⓐ", "viagra"),
        ("⒱⒤⒜⒢", "(v)(i)(a)(g)"),
        ("🅥🅘🅐🅖🅡🅐", "viagra"),
        ("🆅🅸🅰🅶🆁🅰", "viagra"),
        ("ᴠɪᴀɢʀᴀ", "viagra"),
        ("𝐕𝐈𝐀𝐆𝐑𝐀", "viagra"),
    ],
)
def test_a_word_in_fancy_letters_is_told(word: str, reads: str) -> None:
    assert seen(f"un {word} ici") == [(FULL_WIDTH, word, reads)]


@pytest.mark.parametrize(
    "text, part", [("viＡgra", "Ａ"), ("v𝐢agra", "𝐢"), ("Ａvia", "Ａ"), ("viＡ", "Ａ")]
)
def test_a_fancy_letter_within_a_word_is_told(text: str, part: str) -> None:
    assert seen(text) == [(FULL_WIDTH, part, fold(part))]


@pytest.mark.parametrize("text", ["Ａ", "𝑥 𝑦", "d𝑥", "𝐴𝐵𝐶𝐷", "Ⓐ Ⓑ", "ʀɪɢ"])
def test_few_fancy_letters_are_honest(text: str) -> None:
    assert dangers(text) == ()


@pytest.mark.parametrize(
    "text, marks",
    [
        ("Z\u0335\u0322\u032f\u032da", "\u0335\u0322\u032f\u032d"),
        ("e" + "\u0301" * 3, "\u0301" * 3),
        (
            "א\u05b8\u05b9\u05ba\u05bb\u05bc\u05bd\u05bf",
            "\u05b8\u05b9\u05ba\u05bb\u05bc\u05bd\u05bf",
        ),
        ("ก" + "\u0e49" * 9, "\u0e49" * 9),
        (
            "\u0301\u0302\u0303\u0304\u0305\u0306\u0307",
            "\u0301\u0302\u0303\u0304\u0305\u0306\u0307",
        ),
    ],
)
def test_a_heap_of_marks_is_told(text: str, marks: str) -> None:
    assert seen(f"un {text}")[-1:] == [(FLOOD, marks, "")]


@pytest.mark.parametrize(
    "word, reads",
    [
        ("v1agra", "viagra"),
        ("V14GR4", "viagra"),
        ("p0rno", "porno"),
        ("s3xe", "sexe"),
        ("b00bs", "boobs"),
        ("arn@que", "arnaque"),
        ("v1@gr@", "viagra"),
        ("mi€ux", "mieux"),
        ("a$$hole", "asshole"),
        ("pu77e", "putte"),
        ("c0mm3nt4ire", "commentaire"),
    ],
)
def test_a_word_with_signs_for_letters_is_told(word: str, reads: str) -> None:
    assert seen(f"(un {word} !)") == [(LEET, word, reads)]


@pytest.mark.parametrize(
    "word, reads",
    [
        ("v i a g r a", "viagra"),
        ("V I A G R A", "viagra"),
        ("v.i.a.g.r.a", "viagra"),
        ("V-I-A-G-R-A", "viagra"),
        ("v*i*a*g*r*a", "viagra"),
        ("v_i_a_g_r_a", "viagra"),
        ("v 1 @ g r a", "viagra"),
        ("s-e-x-e", "sexe"),
        ("p.0.r.n", "porn"),
        ("V.I.A.G.R.A", "viagra"),
    ],
)
def test_a_word_whose_letters_are_set_apart_is_told(word: str, reads: str) -> None:
    assert seen(f"du {word} ici") == [(SPACED, word, reads)]


def test_dangers_are_told_in_order() -> None:
    text = "v 1 @ g r a, Ноtеl, ＶＩＡ, p0rno, a\u202eb, v\u200bi"
    spans = [danger.span for danger in dangers(text)]
    assert spans == sorted(spans)
    assert len(spans) == len(DangerKind) - 1


def test_lone_surrogates_do_no_harm() -> None:
    assert dangers("\ud800 v\ud800 p0rno")[0].kind is LEET


def test_a_danger_is_a_value() -> None:
    danger = Danger(LEET, (0, 6), "viagra")
    assert danger == pickle.loads(pickle.dumps(danger)) == dangers("v1agra")[0]
    assert len({danger, Danger(LEET, (0, 6), "viagra")}) == 1
    assert (
        repr(Danger(BIDI, (1, 2)))
        == "Danger(kind=<DangerKind.BIDI: 'bidi'>, span=(1, 2), reads='')"
    )


def test_what_is_no_text_is_refused() -> None:
    with pytest.raises(InvalidTypeError, match=r"dangers\.text must be a str"):
        dangers(b"abc")  # type: ignore[arg-type]


@given(odd_texts())
def test_spans_lie_in_the_text_and_are_in_order(text: str) -> None:
    found = dangers(text)
    assert [danger.span for danger in found] == sorted(danger.span for danger in found)
    assert all(0 <= start < end <= len(text) for start, end in (danger.span for danger in found))
    for kind in DangerKind:
        ends = [0]
        for danger in found:
            if danger.kind is kind:
                assert danger.span[0] >= ends[-1]
                ends.append(danger.span[1])


@given(odd_texts())
def test_what_is_invisible_can_be_cut_out(text: str) -> None:
    cut = text
    for danger in reversed(dangers(text)):
        if danger.kind is INVISIBLE and not any(char < " " or char == "\x7f" for char in text):
            start, end = danger.span
            cut = cut[:start] + cut[end:]
    assert fold(cut).replace("\u2800", "") == fold(text).replace("\u2800", "")
