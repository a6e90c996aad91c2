"""Characters that rules of text trip over, and all that a text can be made of."""

from unicodedata import category, name

from hypothesis import strategies as st

INVISIBLE = (
    "\u00ad\u034f\u061c\u115f\u180e\u200b\u200c\u200d\u200e\u202e\u2060\u2069\u3164\ufe0f"
    "\ufeff\U000e0067"
)
MARKS = "\u0300\u0301\u0327\u0345\u20dd\u05b8\u064e\u093e\u3099"
EXPANDING = "œÆßŉﬁ½…ﷺΐᾳ⒜ŀĳǆⅷ한㍱"
LATIN = "aAbeéÉÈçÇiIlLoOsSxzøŁđıİſµªº’‘´"
FOREIGN = "аАеЕНнТтВврРуУхсСіІЯГгёйαΑηΗνΝρΡσςΣϲΩκЖסוه"
FANCY = "Ｗｉｄｅ１𝐯𝓲𝒶Ⓥⓘ🅥🅐ᴠɪᴀ"
SIGNS = "01345789@$€£!|+¡26"
SEPARATORS = " .-_*·/'’,\n\u00a0"
OTHER = "日本語ก็👩🚀🏴\ud800_\x00\x85\u2028"
ALL = f"{INVISIBLE}{MARKS}{EXPANDING}{LATIN}{FOREIGN}{FANCY}{SIGNS}{SEPARATORS}{OTHER}"


def odd_texts(but: str = "") -> st.SearchStrategy[str]:
    """Draw texts of odd characters, of all others too, and of words that are disguised."""
    odd = [char for char in ALL if char not in but]
    surrogates = ["Cs"] if "\ud800" in but else []
    return st.one_of(
        st.text(st.sampled_from(odd), max_size=20),
        st.text(st.characters(exclude_categories=surrogates, exclude_characters=but), max_size=20),
        st.lists(
            st.sampled_from([*"viagra", "v1agra", "v.i.a.g.r.a", "v i a g r a", "é", "9h07", *odd]),
            max_size=20,
        ).map("".join),
    )


def assigned() -> list[str]:
    """Return all characters that have a name, but the many of East Asia that nothing folds."""
    return [
        char
        for char in map(chr, range(0x110000))
        if category(char) not in {"Cn", "Co", "Cs"}
        and not name(char, "").startswith(("CJK UNIFIED", "HANGUL SYLLABLE", "TANGUT IDEO"))
    ]
