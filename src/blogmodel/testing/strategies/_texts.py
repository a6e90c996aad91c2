"""What comments say: French prose, and everything that comment fields are sent besides."""

from collections.abc import Collection
from enum import StrEnum

from hypothesis import strategies as st

from blogmodel.testing._banks import ENDINGS, GREETINGS, MENTIONS, OPENINGS, SHORT, SUBJECTS, VERBS
from blogmodel.testing.strategies._choices import (
    check_sizes,
    combined,
    from_bank,
    no_longer,
    of_kinds,
    one_of_some,
)

__all__ = ["TextKind", "texts"]


class TextKind(StrEnum):
    """What a text has in it."""

    PROSE = "prose"
    """French sentences, with elisions, quotation marks and spaces that do not break."""
    EMPTY = "empty"
    """Nothing, or nothing that shows."""
    MENTION = "mention"
    """Names of those who are spoken to, and what looks like it."""
    QUOTATION = "quotation"
    """Words of others, in lines with >, in « », in ``blockquote``."""
    LINK = "link"
    """Links, bare, in HTML, in Markdown, in BBCode, and disguised."""
    MARKUP = "markup"
    """HTML and Markdown, whole and broken, harmless and not."""
    EMOJI = "emoji"
    """Emoji of several code points, such as families, flags, skin tones and keycaps."""
    DANGEROUS = "dangerous"
    """Characters that reorder, hide or pile up; controls, but U+0000."""
    LONG = "long"
    """Words and lines that fit nowhere."""
    ANY = "any"
    """Whatever characters there are, but U+0000."""


def texts(
    *, kinds: Collection[TextKind] | None = None, max_size: int | None = None
) -> st.SearchStrategy[str]:
    """Return a strategy for texts of comments; it shrinks to « Merci ! ».

    Lone surrogates, which no file holds, and U+0000, which PostgreSQL does not, are never drawn;
    for those give ``st.text()`` where texts are asked for.

    Args:
        kinds: what they have in them; None for all kinds.
        max_size: how many characters they have at most; None for any number.

    Raises:
        InvalidValueError: no kind is asked for, or there is no such text.
        InvalidTypeError: an argument is of another type.

    Example:
        >>> from hypothesis import find
        >>> from blogmodel.testing import strategies as blog
        >>> find(blog.texts(), lambda text: True)
        'Merci !'
        >>> find(blog.texts(kinds={blog.TextKind.EMPTY}), lambda text: True)
        ''
    """
    wanted = of_kinds("texts", kinds, TextKind)
    check_sizes("texts", 0, max_size)
    ways: list[st.SearchStrategy[str]] = []
    listed = no_longer((text for kind in wanted for text in _LISTED[kind]), max_size)
    if listed:
        ways += [from_bank(listed)] * 2  # What is hard about texts is more often in these.
    if TextKind.PROSE in wanted and (max_size is None or max_size >= _LONGEST):
        ways.append(_SENTENCES)
    if TextKind.ANY in wanted:
        size = _ANY_SIZE if max_size is None else min(max_size, _ANY_SIZE)
        ways.append(st.text(_CHARACTERS, max_size=size))
    return one_of_some("texts", max_size, ways)


_SENTENCES = combined(OPENINGS, SUBJECTS, VERBS, [f"{ending}." for ending in ENDINGS])
_LONGEST = 4 + sum(max(map(len, bank)) for bank in (OPENINGS, SUBJECTS, VERBS, ENDINGS))
_ANY_SIZE = 40
_CHARACTERS = st.characters(codec="utf-8", exclude_characters="\0")

_FAMILY = "👨\u200d👩\u200d👧\u200d👦"
_WALES = "🏴\U000e0067\U000e0062\U000e0077\U000e006c\U000e0073\U000e007f"

_LISTED: dict[TextKind, tuple[str, ...]] = {
    TextKind.PROSE: (
        *("Merci !", "Oui.", "Qu’est-ce que c’est ?", "Aujourd’hui, l’été n’est qu’à 5 %."),
        *(
            "« Déjà ? » dit-elle\u00a0; c’était l’heure.",
            "À 13\u00a0h\u00a007, M. Côté a payé 1\u202f000 $.",
        ),
        *(
            "Lorsqu'il pleut... c'est l'eau!",
            "Œuvre, cœur, ex æquo\u00a0: ÇA VA ?",
            "1.\n\n2.\r\n3.\r4.",
        ),
        *("  Deux  espaces,\tune tabulation.  ", "ca va - tres bien -- merci", *SHORT),
    ),
    TextKind.EMPTY: ("", " ", "\n\n", "\u00a0", "\u200b", "\u3164", "<p></p>", "&nbsp;", "…"),
    TextKind.MENTION: (
        *(way.format(name="Zoé") + "oui." for way in (*MENTIONS, *GREETINGS)),
        *("@zoe oui", "@Zoé et @Luc : oui.", "« @Zoé » : non.", "@", "@@Zoé", "zoe@example.org"),
        *("@Zoé\u200b oui", "@Génération : oui.", "@<b>Zoé</b> : oui.", "Rendez-vous @ 12:30."),
    ),
    TextKind.QUOTATION: (
        *("> Merci !\n\nDe rien.", ">> Oui.\n> Non.\nSi.", "« Merci ! » De rien.", "&gt; Merci !"),
        *(
            "<blockquote>Merci !</blockquote>De rien.",
            "<blockquote><blockquote>Oui",
            "« Oui « non »",
        ),
        *(">", "[quote=Zoé]Merci ![/quote]", "Zoé a écrit :\n> Merci !", "“Thanks” 'non'"),
    ),
    TextKind.LINK: (
        *(
            "https://example.org/",
            "www.example.org",
            "example.org/é?a=1&b=2#c",
            "HTTP://EXAMPLE.ORG",
        ),
        *(
            '<a href="https://example.org/">ici</a>',
            "<a href=https://example.org>https://exemple.ca",
        ),
        *(
            "[ici](https://example.org/ 'titre')",
            "[ici][1]\n\n[1]: https://example.org/",
            "<https://example.org>",
        ),
        *(
            "![](https://example.org/x.png)",
            "[url=https://example.org/]ici[/url]",
            "http://user:p@192.0.2.7:80/",
        ),
        *(
            "hxxps://example[.]org",
            "h t t p s://example.org",
            "https://ехаmple.org/",
            "https://example。org",
        ),
        *("(voir https://example.org/a_(b).)", "http://exemple.ca/@zoe", "mailto:zoe@example.org"),
        *(
            '<a href="javascript:alert(1)">ici</a>',
            "data:text/html,x",
            "//example.org/",
            "https://",
        ),
        *('<a href="https://exa\u00admple.org">exemple.ca</a>', "https://example.org/ " * 20),
    ),
    TextKind.MARKUP: (
        *(
            "<p>Merci <em>beaucoup</em> !</p>",
            "**Merci** _beaucoup_",
            "1 < 2 & 3 > 2",
            "&lt;b&gt;",
            "&amp;amp;",
        ),
        *(
            "<b>Oui",
            "</div></div>",
            "<p>Oui<p>Non<br>Si<br/>",
            "<!-- non -->",
            "<![CDATA[ oui ]]>",
            "]]>",
        ),
        *("<script>alert('x')</script>", '<img src=x onerror="alert(1)">', "<svg/onload=alert(1)>"),
        *(
            "'; DROP TABLE comments; --",
            "{{ 7 * 7 }} {% x %} ${x} %s %n",
            "&#0; &#xD800; &#x1F600; &zoé;",
        ),
        *(
            "```\ncode",
            "    code",
            "# Titre",
            "- a\n    - b",
            "| a |\n|---|",
            "\\*non\\*",
            "<" * 60,
            "*" * 60,
        ),
    ),
    TextKind.EMOJI: (
        *(
            "👍",
            "👍🏽",
            _FAMILY,
            "🇶🇨🇫🇷",
            "🇫",
            _WALES,
            "1️⃣",
            "❤️",
            "❤",
            "🏳️\u200d🌈",
            "👩🏽\u200d🚀 oui",
            ":-) ;)",
        ),
        *("😀" * 50, "\u200d👩", "👩\u200d", "🏽"),
    ),
    TextKind.DANGEROUS: (
        *(
            "\u202eiuO\u202c.",
            "Oui \u2066non",
            "\u200foui",
            "\u2067\u202d\u2069",
            "O\u200bu\u200bi",
            "O\u00adui",
        ),
        *(
            "O\u2060ui",
            "\ufeffOui",
            "Z\u0301\u0302\u0303\u0304" * 8,
            "Z" + "\u0336" * 60,
            "\u0301",
            "e\u0301",
        ),
        *(
            "Oui\u2028Non\u2029Si\x85",
            "\x1b[31mOui",
            "\x07\x08\x7f",
            "Oui\x0b\x0cNon",
            "\ufffd\ufffe\uffff",
            "\U0010ffff",
        ),
        *(
            "ﷺ" * 20,
            "ﬁ ½ Ⅷ ㍱",
            "Оuі",
            "vi@gra v1agra v.i.a.g.r.a",
            "İı ẞß",
            "\u0f73\u0f72",
            "كلام",
            "\ue000",
        ),
    ),
    TextKind.LONG: (
        *(
            "Anticonstitutionnellement" * 4,
            "a" * 300,
            "é" * 300,
            "a " * 300,
            "\n" * 300,
            "W" * 5_000,
        ),
        *("a\u200b" * 300, "https://example.org/" + "a" * 2_000, "> " * 300, "(" * 300, "!" * 300),
    ),
    TextKind.ANY: (),
}
