"""What is read of a body, piece by piece: each character leads back to what it was written as."""

import pytest

from blogmodel import Body, MediaType
from blogmodel.thread import Evidence
from blogmodel.thread._reading import SKIPPED, Link, read

HTML, MARKDOWN, PLAIN = MediaType.HTML, MediaType.MARKDOWN, MediaType.PLAIN


@pytest.mark.parametrize(
    "source, media, text, pieces, quotations, links",
    [
        ("Un &amp; <b>x</b>", HTML, "Un & x", "U|n| |&amp;| |x", [], []),
        ("<p>a</p>b", HTML, "\na\nb", "|a||b", [], []),
        ("a<br/>b<br>c", HTML, "a\nb\nc", "a||b||c", [], []),
        ('x<a href="/y#c1">@<b>Luc</b></a>z', HTML, "x@Lucz", "x|@|L|u|c|z", [], [("c1", 1, 5)]),
        ('<a href="/y">Luc</a>!', HTML, "#!", "|!", [], []),
        ("<code>a</code>b<pre>c</pre>d", HTML, "#b\n#\nd", "|b||||d", [], []),
        ("<code>a<code>b</code>c</code>d", HTML, "#d", "|d", [], []),
        (
            "<q>a</q>b<blockquote>c<q>d</q>e</blockquote>f",
            HTML,
            "ab\ncde\nf",
            "a|b||c|d|e||f",
            [(0, 1), (3, 6)],
            [],
        ),
        (
            "a &eacute b &#233; c &#xe9;",
            HTML,
            "a é b é c é",
            "a| |&eacute| |b| |&#233;| |c| |&#xe9;",
            [],
            [],
        ),
        ("a &eacute", HTML, "a é", "a| |&eacute", [], []),
        ("é\n<!-- c -->é", HTML, "é\né", "é|\n|é", [], []),
        ("<q>a<q>b", HTML, "ab", "a|b", [(0, 2)], []),
        ("</q></code></a>a", HTML, "a", "a", [], []),
        (
            "<a href='#a'>un<a href='#b'>deux</a>",
            HTML,
            "undeux",
            "u|n|d|e|u|x",
            [],
            [("a", 0, 2), ("b", 2, 6)],
        ),
        ("<a href='#'>x</a>", HTML, "#", "", [], []),
        ("<a name='x'>y</a>", HTML, "y", "y", [], []),
        ("<a href='#a'></a>y", HTML, "y", "y", [], []),
        ("a\nb\n<i>c</i>", HTML, "a\nb\nc", "a|\n|b|\n|c", [], []),
        ("<q></q>a", HTML, "a", "a", [], []),
        (
            "> a\n > b\nc « d » e",
            PLAIN,
            "> a\n > b\nc « d » e",
            ">| |a|\n| |>| |b|\n|c| |«| |d| |»| |e",
            [(0, 8), (11, 16)],
            [],
        ),
        ("a\n> b\nc", PLAIN, "a\n> b\nc", "a|\n|>| |b|\n|c", [(2, 5)], []),
        ("a\n    > b", PLAIN, "a\n    > b", "a|\n| | | | |>| |b", [], []),
        ("« a »“b” c", PLAIN, "« a »“b” c", "«| |a| |»|“|b|”| |c", [(0, 8)], []),
        ("« a » “b” c", PLAIN, "« a » “b” c", "«| |a| |»| |“|b|”| |c", [(0, 5), (6, 9)], []),
        ("    > a\nb", PLAIN, "    > a\nb", " | | | |>| |a|\n|b", [], []),
        ("<b>a</b> `b`", PLAIN, "<b>a</b> `b`", "<|b|>|a|<|/|b|>| |`|b|`", [], []),
        (
            "a `b` **c** __d__ [e](#f)",
            MARKDOWN,
            "a # c d e",
            "a| |`b`| |c| |d| |e",
            [],
            [("f", 8, 9)],
        ),
        ("[g](h) [](#i) [j](k#l)", MARKDOWN, "#  j", "[g](h)| | |j", [], [("l", 3, 4)]),
        ("```py\na\n```\nb", MARKDOWN, "#\n#\nb", "```py\n|```py\n|```\n|```\n|b", [], []),
        ("~~~\na", MARKDOWN, "#\n", "~~~\n|~~~\n", [], []),
        ("~~~\na\n```\nb\n~~~\nc", MARKDOWN, "#\n#\nc", "~~~\n|~~~\n|~~~\n|~~~\n|c", [], []),
        (
            "   ```\na\n   ```\nb",
            MARKDOWN,
            "#\n#\nb",
            "   ```\n|   ```\n|   ```\n|   ```\n|b",
            [],
            [],
        ),
    ],
)
def test_a_body_is_read_with_the_piece_that_each_character_stands_for(  # noqa: PLR0913, PLR0917 - a table
    source: str,
    media: MediaType,
    text: str,
    pieces: str,
    quotations: list[tuple[int, int]],
    links: list[tuple[str, int, int]],
) -> None:
    reading = read(Body(source, media))
    assert reading.source == source
    assert reading.text == text.replace("#", SKIPPED)
    spans = zip(reading.starts, reading.ends, strict=True)
    assert "|".join(source[start:end] for start, end in spans) == pieces
    assert list(reading.quotations) == quotations
    assert list(reading.links) == [Link(*link) for link in links]
    assert list(reading.starts) == sorted(reading.starts)
    own = reading.own()
    assert len(own) == len(reading.text)
    quoted = {place for start, end in quotations for place in range(start, end)}
    for place, (char, kept) in enumerate(zip(reading.text, own, strict=True)):
        assert kept == (SKIPPED if place in quoted and char != "\n" else char)


def test_what_is_skipped_is_one_mark_between_what_is_read() -> None:
    assert SKIPPED == "\ufffc"
    assert read(Body("a<code>b</code>c", HTML)).text == "a\ufffcc"


def test_evidence_is_a_piece_of_the_source() -> None:
    reading = read(Body("Oui, <b>@Zo&eacute;</b> : non", HTML))
    start = reading.text.index("@")
    assert reading.evidence(start, start + 4, "c1") == Evidence(
        "@Zo&eacute;", start=8, end=19, comment_id="c1"
    )


def test_twenty_thousand_characters_are_read_and_evidence_leads_to_all_of_the_source() -> None:
    long = "x" * 20_001
    for media in MediaType:
        reading = read(Body(long, media))
        assert len(reading.text) == 20_000
        assert reading.source == long
