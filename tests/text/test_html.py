import re
import sys
from html import unescape
from pathlib import Path

import pytest

from blogmodel.errors import InvalidTypeError, InvalidValueError, MissingExtraError
from blogmodel.text import html_text
from blogmodel.text._html import read_html


@pytest.mark.parametrize(
    "html, expected",
    [
        ("", ""),
        ("mot", "mot"),
        ("<p>L&rsquo;été <b>est</b> là&nbsp;!</p><p>Fin.</p>", "L’été est là\xa0!\n\nFin."),
        ("<p>un<p>deux", "un\n\ndeux"),
        ("<div>un</div><div>deux</div>", "un\ndeux"),
        ("un<br>deux<br/>\n trois", "un\ndeux\ntrois"),
        ("<h2>Titre</h2>texte", "Titre\ntexte"),
        ("<ul><li>un<li>deux</ul>", "un\ndeux"),
        ("<blockquote><p>cité</p></blockquote>dit", "cité\n\ndit"),
        ("  a \n\t b  ", "a b"),
        ("a <b> b</b>", "a b"),
        ("a<b> </b>b", "a b"),
        ("<pre>\n  a\n    b\n</pre>c", "  a\n    b\nc"),
        ("<table><tr><td>a<td>b<tr><td>c<td>d</table>", "a\tb\nc\td"),
        ("<table><tr><th>a</table>x", "a\nx"),
        ("<table>x<tr><td>y</table>", "x\ny"),
        ("<table><tr><td>y</td>x<tr><td>z</table>t", "y\nx\nz\nt"),
        ("<tr>a<td>b", "ab"),
        ("<p><u hidden><p>a</u>b", "b"),
        ("<foo hidden>a<foo>b</foo>c</foo>d</foo>", "d"),
        ("a<script>b < c</script>d<style>e{}</style>", "ad"),
        ("a<!-- b -->c<!-->d", "acd"),
        ("<title>t</title><p>u", "u"),
        ("<html><head><title>t</title></head><body>u</body></html>", "u"),
        ("a<p hidden>b</p>c", "ac"),
        ('a<u style="color:red; display:none">b</u>c', "ac"),
        ('a<u hidden="until-found">b</u>', "ab"),
        ("a<dialog>b</dialog><dialog open>c</dialog>", "a\nc"),
        ("a<template>b</template>c", "ac"),
        ("a<iframe>b</iframe><noscript>c</noscript><textarea>d</textarea>e", "ae"),
        ('a<img alt="b">c', "ac"),
        ("<svg><title>t</title><text>a</text><desc>d</desc></svg>b", "ab"),
        ("<svg><text><![CDATA[a<b]]></text></svg>", "a<b"),
        ("<math><mi>x</mi></math>", "x"),
        ("<xmp><b>a</b></xmp>", "<b>a</b>"),
        ("a<plaintext><b>", "a\n<b>"),
        ("&lt;b&gt; &amp;amp; &eacute;&#233;&#xE9;", "<b> &amp; ééé"),
        ("&eacute &notit; &nosuch; & &#; &#x;", "é ¬it; &nosuch; & &#; &#x;"),
        ("&#128;&#0;&#xD800;&#x110000;&#99999999999;", "€\ufffd\ufffd\ufffd\ufffd"),
        ("a\r\nb\rc", "a b c"),
        ("a\0b", "ab"),
        ("a < b <3 </ x> c", "a < b <3 c"),
        ("a <b", "a"),
        ("a</p>b", "a\n\nb"),
        ("</br>a", "a"),
        ("<b><p>a</b>b</p>c", "ab\n\nc"),
        ("<select><option>a<option>b</select>c", "a\nb\nc"),
        ("\ufeffa\u200bb\u00adc", "\ufeffa\u200bb\u00adc"),
        ("<a title=\"x > y\" href='<'>a</a>", "a"),
        ("<p>a</p>  \n  <p>b</p>", "a\n\nb"),
        ("<script><!-- <script> </script> --></script>a", "a"),
        ("<script>a", ""),
        ("<div>" * 300 + "a" + "</div>" * 300 + "b", "a\nb"),
        ("<h1>a</h2>b", "a\nb"),
        ("a</table>b</li>c", "abc"),
        ("<svg><g><text>a</text></g><b>b</b>", "ab"),
        ("<svg><text>a</text><p>b", "a\n\nb"),
        ("<svg><foreignObject>a<math><mi>b</svg>c", "abc"),
        ("<svg>a<text/>b<text>c</mi></text>d</svg>e", "ce"),
        ("<?php a ?>b<!DOCTYPE html>c", "bc"),
    ],
)
def test_the_text_is_what_a_reader_sees(html: str, expected: str) -> None:
    assert html_text(html).text == expected


@pytest.mark.parametrize(
    "html, part, quoted",
    [
        ("<p>L&rsquo;été", "L’", "L&rsquo;"),
        ("a&nbsp;!", "\xa0!", "&nbsp;!"),
        ("un \n <b> mot</b>", " ", " \n "),
        ("vi<b>ag</b>ra", "viagra", "vi<b>ag</b>ra"),
        ("<p>un<p>deux", "\n\n", ""),
        ("<p>un<p>deux", "un\n\ndeux", "un<p>deux"),
        ("a\r\nb", " ", "\r\n"),
        ("&#128;", "€", "&#128;"),
        ("<xmp>&amp;</xmp>", "&", "&"),
    ],
)
def test_a_part_is_quoted_from_the_source(html: str, part: str, quoted: str) -> None:
    plain = html_text(html)
    start = plain.text.index(part)
    assert plain.quote(start, start + len(part)) == quoted


@pytest.mark.parametrize(
    "html, expected",
    [
        ("a <code>b c</code> d", ["b c"]),
        ("<pre>a</pre>b<kbd>c</kbd><samp>d</samp><var>e</var><tt>f</tt>", ["a", "cdef"]),
        ("<math><mi>x</mi></math> <svg><text>y</text></svg>", ["x", "y"]),
        ('a <i translate="no">b <u translate=yes>c</u></i>', ["b "]),
        ("<p><code>a<p>b</code>c", ["a", "b"]),
        ("<span translate=no>a</span>b<span>c</span>", ["a"]),
    ],
)
def test_code_is_told_from_text(html: str, expected: list[str]) -> None:
    markup = read_html(html, "html_text")
    assert [markup.plain.text[start:end] for start, end in markup.verbatim] == expected


def test_what_was_put_in_and_what_was_left_out_is_told() -> None:
    markup = read_html("a <b> b</b><p>c", "html_text")
    assert [markup.plain.text[start:end] for start, end in markup.breaks] == ["\n\n"]
    assert [markup.plain.source[start:end] for start, end in markup.collapsed] == [" "]


@pytest.mark.parametrize(
    "html",
    [
        "<div>" * 30_000 + "a",
        "<b><p>" * 10_000 + "a",
        "<" * 100_000,
        "<!--" * 30_000,
        "&eacute" * 20_000,
        "<table>x" * 10_000,
        "<svg>" * 20_000 + "</mi>" * 20_000,
        "<div>" * 20_000 + "</td>" * 20_000 + "</div>" * 20_000,
        "<div>" * 20_000 + "<li>" * 20_000,
        "<u hidden>" * 20_000 + "</u>" * 20_000,
        "<svg><desc>" * 10_000 + "<tr>" * 10_000,
        "<a " + "x=y " * 30_000 + ">a",
        "<font color=a>" * 9_000,
    ],
)
def test_hostile_html_is_read(html: str) -> None:
    assert len(html_text(html).text) <= len(html)


def test_what_is_no_text_is_refused() -> None:
    with pytest.raises(InvalidTypeError, match=r"html_text\.html must be a str"):
        html_text(b"<p>")  # type: ignore[arg-type]
    with pytest.raises(InvalidValueError, match="lone surrogate"):
        html_text("a\ud800")


def test_the_extra_is_asked_for_where_it_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "justhtml", None)
    with pytest.raises(MissingExtraError, match=r"blogmodel\[html\]"):
        html_text("a")


def test_real_pages_keep_their_places(shared_data: Path) -> None:
    page = (shared_data / "interop" / "blogger-page-threaded.html").read_text("utf-8")
    exports = (shared_data / "interop").glob("wxr-*.xml")
    texts = "\n".join(path.read_text("utf-8", errors="replace") for path in exports)
    bodies = re.findall(
        r"<content:encoded><!\[CDATA\[(.+?)\]\]></content:encoded>", texts, re.DOTALL
    )
    assert len(bodies) > 50
    for html in (page, *bodies):
        plain = html_text(html)
        for char, start, end in zip(plain.text, plain.starts, plain.ends, strict=True):
            source = html[start:end]
            assert (
                source == char
                or char in unescape(source)
                or (char.isspace() and not source.strip())
            )
    assert "RépondreSupprimer" not in html_text(page).text
