"""Facts of French typography in markup; in them ~ stands for U+00A0 and ^ for U+202F."""

from typing import Any

import pytest

from blogmodel.errors import InvalidTypeError, InvalidValueError, UnsupportedLocaleError
from blogmodel.text import typeset_html, typeset_markdown

Fact = tuple[str, str, str]

_SHOWN = str.maketrans({"~": "\u00a0", "^": "\u202f"})

HTML = [
    ("<b>Attention</b> !", "<b>Attention</b>^!", "<b>Attention</b>!"),
    ("<b>Attention</b>!", "<b>Attention</b>^!", "<b>Attention</b>!"),
    ("« <b>mot</b> »", "«~<b>mot</b>~»", "«~<b>mot</b>~»"),
    ("«<b>mot</b>»", "«~<b>mot</b>~»", "«~<b>mot</b>~»"),
    ("<b>« mot »</b>", "<b>«~mot~»</b>", "<b>«~mot~»</b>"),
    ("l'<i>été</i>", "l’<i>été</i>", "l’<i>été</i>"),
    ("a&nbsp;!", "a^!", "a!"),
    ("caf&eacute ; oui", "caf&eacute^; oui", "caf&eacute ; oui"),
    ("caf&eacute; ; oui", "caf&eacute;^; oui", "caf&eacute;; oui"),
    (
        'mot <img src="a.png"> ! Oui !',
        'mot <img src="a.png"> ! Oui^!',
        'mot <img src="a.png"> ! Oui!',
    ),
    ("3 <img> 200 fois", "3 <img> 200 fois", "3 <img> 200 fois"),
    ("<img>: a <input> $", "<img>: a <input> $", "<img>: a <input> $"),
    ("<i lang=en>it's</i> l'été", "<i lang=en>it's</i> l’été", "<i lang=en>it's</i> l’été"),
    ("<i lang='fr-CA'>l'été</i>", "<i lang='fr-CA'>l’été</i>", "<i lang='fr-CA'>l’été</i>"),
    ("a&nbsp;:", "a&nbsp;:", "a&nbsp;:"),
    ("a&#8239;?", "a&#8239;?", "a?"),
    ("&laquo;mot&raquo;", "&laquo;~mot~&raquo;", "&laquo;~mot~&raquo;"),
    ("l&#39;été &amp; l&rsquo;or", "l’été &amp; l&rsquo;or", "l’été &amp; l&rsquo;or"),
    ("quoi<br>!", "quoi<br>!", "quoi<br>!"),
    ("quoi !<br>: oui", "quoi^!<br>: oui", "quoi!<br>: oui"),
    ("mot <b> ! </b> x", "mot^<b>! </b> x", "mot<b>! </b> x"),
    ("mot &nbsp;<i> </i>!", "mot^<i></i>!", "mot<i></i>!"),
    ("mot\n! x", "mot^! x", "mot! x"),
    ("<p>mot</p><p>! a</p>", "<p>mot</p><p>! a</p>", "<p>mot</p><p>! a</p>"),
    ("<pre>a ? b</pre> c ?", "<pre>a ? b</pre> c^?", "<pre>a ? b</pre> c?"),
    ("<code>x ? y</code> ?", "<code>x ? y</code>^?", "<code>x ? y</code>?"),
    ("«<code>x</code>»", "«~<code>x</code>~»", "«~<code>x</code>~»"),
    ("<script>a ? b</script>c ?", "<script>a ? b</script>c^?", "<script>a ? b</script>c?"),
    ("<!-- a ? -->c ?", "<!-- a ? -->c^?", "<!-- a ? -->c?"),
    (
        "<a href=\"x?y : z\" title='l'été'>quoi ?</a>",
        "<a href=\"x?y : z\" title='l'été'>quoi^?</a>",
        "<a href=\"x?y : z\" title='l'été'>quoi?</a>",
    ),
    ('<img alt="a ?"> oui', '<img alt="a ?"> oui', '<img alt="a ?"> oui'),
    ("a...", "a…", "a…"),
    ("a.<b>..</b>", "a.<b>..</b>", "a.<b>..</b>"),
    ("1 &lt; 2 ! &amp; oui", "1 &lt; 2^! &amp; oui", "1 &lt; 2! &amp; oui"),
    ("&lt;b title='a ?'&gt; oui", "&lt;b title='a ?'&gt; oui", "&lt;b title='a ?'&gt; oui"),
    ("10&nbsp;000 $", "10^000~$", "10&nbsp;000~$"),
    ("30<b>%</b>", "30<b>~%</b>", "30<b>~%</b>"),
    ("&fjlig;'ord &fjlig;!", "&fjlig;’ord &fjlig;^!", "&fjlig;’ord &fjlig;!"),
    ("voir http://x.org/?a=b ?", "voir http://x.org/?a=b^?", "voir http://x.org/?a=b ?"),
    ("<p>rien", "<p>rien", "<p>rien"),
    ("", "", ""),
]
MARKDOWN = [
    ("**Attention** !", "**Attention**^!", "**Attention**!"),
    ("mot **!**", "mot^**!**", "mot **!**"),
    ("« **mot** »", "«~**mot**~»", "«~**mot**~»"),
    ("«**mot**»", "«~**mot**~»", "«~**mot**~»"),
    ("l'*été* : `a ? b` ?", "l’*été*~: `a ? b`^?", "l’*été*~: `a ? b`?"),
    (
        "[lien : x](http://a.org/?b 'c ?') !",
        "[lien~: x](http://a.org/?b 'c ?')^!",
        "[lien~: x](http://a.org/?b 'c ?')!",
    ),
    ("# Titre ?\n\n- un : a\n", "# Titre^?\n\n- un~: a\n", "# Titre?\n\n- un~: a\n"),
    ("    code ? a\n", "    code ? a\n", "    code ? a\n"),
    ("```\na ? b\n```\nquoi ?", "```\na ? b\n```\nquoi^?", "```\na ? b\n```\nquoi?"),
    ("quoi\\! oui \\?", "quoi^\\! oui^\\?", "quoi\\! oui\\?"),
    ("quoi\n! x", "quoi\n! x", "quoi\n! x"),
    ("<http://x.org/?> ?", "<http://x.org/?>^?", "<http://x.org/?> ?"),
    ("| a ? | b |\n|---|---|\n", "| a^? | b |\n|---|---|\n", "| a? | b |\n|---|---|\n"),
    ("a &nbsp;!", "a^!", "a!"),
    ("a\\*!", "a\\*!", "a\\*!"),
    ("l'*&nbsp;!*", "l'*&nbsp;!*", "l'*&nbsp;!*"),
    ("«&nbsp;*mot*&nbsp;»", "«&nbsp;*mot*&nbsp;»", "«&nbsp;*mot*&nbsp;»"),
    ("**oui**&nbsp;!", "**oui**^!", "**oui**!"),
    ("a <b> !</b>", "a <b> !</b>", "a <b> !</b>"),
    ("**Note:** oui", "**Note~:** oui", "**Note~:** oui"),
    ("*l'<b title='a ?'>été*", "*l’<b title='a ?'>été*", "*l’<b title='a ?'>été*"),
]


@pytest.mark.parametrize("fact", HTML)
def test_the_text_of_html_is_typeset_and_the_rest_stays(fact: Fact) -> None:
    html, france, quebec = (part.translate(_SHOWN) for part in fact)
    for expected, locale in ((france, "fr"), (quebec, "fr_CA")):
        assert typeset_html(html, locale=locale) == expected
        assert typeset_html(expected, locale=locale) == expected


@pytest.mark.parametrize("fact", MARKDOWN)
def test_the_text_of_markdown_is_typeset_and_the_rest_stays(fact: Fact) -> None:
    markdown, france, quebec = (part.translate(_SHOWN) for part in fact)
    for expected, locale in ((france, "fr"), (quebec, "fr_CA")):
        assert typeset_markdown(markdown, locale=locale) == expected
        assert typeset_markdown(expected, locale=locale) == expected


@pytest.mark.parametrize("call", [typeset_html, typeset_markdown])
def test_what_cannot_be_typeset_is_refused(call: Any) -> None:
    with pytest.raises(UnsupportedLocaleError, match=call.__name__):
        call("oui", locale="de")
    with pytest.raises(InvalidTypeError, match=call.__name__):
        call(b"oui", locale="fr")
    with pytest.raises(InvalidValueError, match="surrogate"):
        call("\ud800", locale="fr")
