import sys

import pytest

from blogmodel.errors import InvalidTypeError, InvalidValueError, MissingExtraError
from blogmodel.text import markdown_text
from blogmodel.text._markdown import read_markdown
from blogmodel.text._markdown_parser import parser


@pytest.mark.parametrize(
    "markdown, expected",
    [
        ("", ""),
        ("mot", "mot"),
        ("Un *mot* [lien](http://x.org/).", "Un mot lien."),
        ("un\n\ndeux", "un\n\ndeux"),
        ("un\ndeux", "un deux"),
        ("un  \ndeux\\\ntrois", "un\ndeux\ntrois"),
        ("# Titre #\ntexte", "Titre\n\ntexte"),
        ("Titre\n=====\ntexte", "Titre\n\ntexte"),
        ("- un\n- deux\n  - trois", "un\ndeux\ntrois"),
        ("1. un\n\n2. deux", "un\n\ndeux"),
        ("> cité\n> encore\nparesseux", "cité encore paresseux"),
        ("`a  *b*` et ``c ` d``", "a *b* et c ` d"),
        ("```py\na\n  b\n```\nc", "a\n  b\n\nc"),
        ("    code\n\nmot", "code\n\nmot"),
        ("\tcode", "code"),
        ("```", ""),
        ("~~~~\n", ""),
        ("> ```\n> a", "a"),
        ("**gras** _pente_ ~~barré~~", "gras pente barré"),
        (r"\*pas\* \a", r"*pas* \a"),
        ("&amp; &eacute; &nosuch; &#65;", "& é &nosuch; A"),
        ('[a](x "b") b', "a b"),
        ("[a][r] et ![alt](y)\n\n[r]: http://z", "a et"),
        ("<http://x.org/a_b> <a@b.ca>", "http://x.org/a_b a@b.ca"),
        ("un <b>deux</b> <!-- trois -->quatre", "un deux quatre"),
        ("<div>\nun\n</div>\n\ndeux", "un\n\ndeux"),
        ("<div hidden>\nun\n\ndeux\n\n</div>\ntrois", "trois"),
        ("|a|b|\n|-|-|\n|c\\|d|`e\\|f`|\n||g|", "a\tb\nc|d\te|f\n\tg"),
        ("---\nmot\n***", "mot"),
        ("un\r\n\r\ndeux\rtrois", "un\n\ndeux trois"),
        ("mot\n\xa0\n", "mot"),
        ("\xa0\nmot\n\xa0\n", "mot"),
        ("\xa0\n\x85\na", "\x85 a"),
        ("\xa0\n\x85", "\x85"),
        ("    a\n\n    b", "a\n\nb"),
        (">\t\tcode", "  code"),
        ("un <textarea>`deux`</textarea> trois", "un trois"),
        ("[a [b](c) d](e)", "[a b d](e)"),
        ("a* b*", "a* b*"),
        ("![", "!["),
        ("`", "`"),
    ],
)
def test_the_text_is_what_a_reader_sees(markdown: str, expected: str) -> None:
    assert markdown_text(markdown).text == expected


@pytest.mark.parametrize(
    "markdown, part, quoted",
    [
        (r"un \* deux", "*", r"\*"),
        ("l&rsquo;été", "’", "&rsquo;"),
        ("vi*ag*ra", "viagra", "vi*ag*ra"),
        ('[a](x "b") b', " b", " b"),
        ("> un\n> deux", " ", "\n"),
        ("un\n\ndeux", "\n\n", ""),
        ("|a|b|\n|-|-|\n|c\\|d|e|", "|", "\\|"),
        ("- \tmot", "mot", "mot"),
        ("é\r\n\r\nà", "à", "à"),
    ],
)
def test_a_part_is_quoted_from_the_source(markdown: str, part: str, quoted: str) -> None:
    plain = markdown_text(markdown)
    start = plain.text.index(part)
    assert plain.quote(start, start + len(part)) == quoted


@pytest.mark.parametrize(
    "markdown, expected",
    [
        ("a `b` c", ["b"]),
        ("```\nb\n```", ["b"]),
        ("    b", ["b"]),
        ("<http://b> c", ["http://b"]),
        ("<code>b *c*</code> d", ["b c"]),
    ],
)
def test_code_and_addresses_are_told_from_text(markdown: str, expected: list[str]) -> None:
    markup = read_markdown(markdown, "markdown_text")
    assert [markup.plain.text[start:end] for start, end in markup.verbatim] == expected


@pytest.mark.parametrize(
    "markdown",
    [
        "*" * 50_000,
        "[" * 30_000,
        "![" * 15_000,
        "`a``b" * 10_000,
        "> " * 10_000,
        "- " * 10_000,
        "|a|b|\n|-|-|\n" + "|x|y|\n" * 5_000,
        "a\n" * 20_000,
        "<b>" * 10_000,
        "\\*" * 20_000,
    ],
)
def test_hostile_markdown_is_read(markdown: str) -> None:
    assert len(markdown_text(markdown).text) <= len(markdown)


@pytest.mark.parametrize(
    "markdown, expected",
    [
        ("> " * 48 + "mot", "mot"),
        ("> " * 1_000 + "mot", "> " * 951 + "mot"),
        ("- " * 1_000 + "mot", "- " * 976 + "mot"),
    ],
)
def test_no_text_is_lost_that_is_too_deep(markdown: str, expected: str) -> None:
    assert markdown_text(markdown).text == expected


def test_cells_that_are_not_there_are_not_made_without_end() -> None:
    table = "|" + "a|" * 200 + "\n|" + "-|" * 200 + "\n" + "|b\n" * 60
    assert markdown_text(f"{table}\n{table}").text.endswith("\n" + " ".join(table.split()))


@pytest.mark.parametrize("markdown", ["1. \u2003\n   1", "1. \u2003\n   1\n   ==="])
def test_a_number_of_a_list_is_not_taken_for_text(markdown: str) -> None:
    assert markdown_text(markdown).starts == (8,)


def test_what_is_no_text_is_refused() -> None:
    with pytest.raises(InvalidTypeError, match=r"markdown_text\.markdown must be a str"):
        markdown_text(b"a")  # type: ignore[arg-type]
    with pytest.raises(InvalidValueError, match="lone surrogate"):
        markdown_text("a\ud800")


@pytest.mark.parametrize("missing, extra", [("markdown_it", "markdown"), ("justhtml", "markdown")])
def test_the_extra_is_asked_for_where_it_is_missing(
    monkeypatch: pytest.MonkeyPatch, missing: str, extra: str
) -> None:
    monkeypatch.setitem(sys.modules, missing, None)
    parser.cache_clear()
    with pytest.raises(MissingExtraError, match=rf"blogmodel\[{extra}\]"):
        markdown_text("a")
