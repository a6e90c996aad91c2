import sys
from typing import Any

import pytest

from blogmodel.errors import InvalidTypeError, InvalidValueError, MissingExtraError
from blogmodel.text import Link, html_links, links, markdown_links
from blogmodel.text._markdown_parser import parser


@pytest.mark.parametrize(
    "text, expected",
    [
        ("Voir https://exemple.ca/x.", ["https://exemple.ca/x"]),
        ("HTTP://EXEMPLE.CA/X", ["HTTP://EXEMPLE.CA/X"]),
        ("(https://exemple.ca)", ["https://exemple.ca"]),
        ("https://fr.wikipedia.org/wiki/Mars_(planète), non ?", ["https://fr.wikipedia.org/wiki/Mars_(planète)"]),
        ("« https://exemple.ca/a »", ["https://exemple.ca/a"]),
        ("« https://exemple.ca/a\u00a0»", ["https://exemple.ca/a"]),
        ("https://exemple.ca/a?b=c&d=e#f!", ["https://exemple.ca/a?b=c&d=e#f"]),
        ("https://exemple.ca/a…", ["https://exemple.ca/a"]),
        ("https://été.example/é", ["https://été.example/é"]),
        ("<https://exemple.ca>", ["https://exemple.ca"]),
        ('"https://exemple.ca"', ["https://exemple.ca"]),
        ("[https://exemple.ca]", ["https://exemple.ca"]),
        ("http://[2001:db8::7]/x", ["http://[2001:db8::7]/x"]),
        ("http://a.org,http://b.org", ["http://a.org,http://b.org"]),
        ("http://a.org http://b.org", ["http://a.org", "http://b.org"]),
        ("www.exemple.org", ["www.exemple.org"]),
        ("WWW2.exemple.org/x", ["WWW2.exemple.org/x"]),
        ("exemple.com", ["exemple.com"]),
        ("sous.domaine.exemple.com/page?x", ["sous.domaine.exemple.com/page?x"]),
        ("c’est sur exemple.quebec !", ["exemple.quebec"]),
        ("L’été.com", ["été.com"]),
        ("youtu.be/abc", ["youtu.be/abc"]),
        ("goo.gl/abc et bit.ly/x", ["goo.gl/abc", "bit.ly/x"]),
        ("ftp://exemple.org/x", ["ftp://exemple.org/x"]),
        ("bit.ly, t.co", ["bit.ly", "t.co"]),
        ("EXEMPLE.CA et Exemple.Com", ["EXEMPLE.CA", "Exemple.Com"]),
        ("exemple.com.au", ["exemple.com.au"]),
        ("exemple.com.Merci", ["exemple.com"]),
        ("exemple.com:8080/x", ["exemple.com:8080/x"]),
        ("почта.рф", ["почта.рф"]),
        ("voirhttp://exemple.ru", ["http://exemple.ru"]),
        ("[url=http://exemple.ru]mot[/url]", ["http://exemple.ru"]),
        ("[mot](http://b.ru) [a] http://a.org/[b]", ["http://b.ru", "http://a.org/[b]"]),
        # None are:
        ("Bonjour.Merci", []),
        ("liste.txt, Node.js, page.html", []),
        ("3.14, 10.000,50", []),
        ("zoe@exemple.com", []),
        ("zoe.t@mail.exemple.com.", []),
        ("M.Tremblay, etc.Il", []),
        ("info@www.exemple.com", []),
        ("C’est fini.Top !", []),
        ("La vie.De plus, merci.Ca va.", []),
        ("etc.ca, p.ex.ca", []),
        ("awww.mignon", []),
        ("Node.js/x", []),
        ("et/ou, km/h, 1/2", []),
        ("https:// et http://", []),
        ("www. et www.", []),
        ("le point com", []),
        ("", []),
    ],
)  # fmt: skip
def test_addresses_are_found_in_plain_text(text: str, expected: list[str]) -> None:
    found = links(text)
    assert [link.target for link in found] == expected
    assert [text[slice(*link.span)] for link in found] == expected
    assert [link.text for link in found] == expected
    assert not any(link.is_disguised for link in found)


@pytest.mark.parametrize(
    "text, target, written",
    [
        ("chez exemple [.] com", "exemple.com", "exemple [.] com"),
        ("chez www.exemple[.]ru", "www.exemple.ru", "www.exemple[.]ru"),
        ("exemple (dot) com !", "exemple.com", "exemple (dot) com"),
        ("exemple[point]org", "exemple.org", "exemple[point]org"),
        ("mon-site point com", "mon-site.com", "mon-site point com"),
        ("hxxp://exemple.ru/x.", "http://exemple.ru/x", "hxxp://exemple.ru/x"),
        ("h**p://exemple.ru", "http://exemple.ru", "h**p://exemple.ru"),
        ("http://x[.]exemple(dot)ru/y", "http://x.exemple.ru/y", "http://x[.]exemple(dot)ru/y"),
        ("hXXps://exemple.ru", "https://exemple.ru", "hXXps://exemple.ru"),
        ("http:/exemple.ru", "http://exemple.ru", "http:/exemple.ru"),
        ("http : //exemple.ru", "http://exemple.ru", "http : //exemple.ru"),
        ("http//exemple.ru", "http://exemple.ru", "http//exemple.ru"),
        ("http:\\\\exemple.ru", "http://exemple.ru", "http:\\\\exemple.ru"),
        ("hxxp://x[.]exemple.ru", "http://x.exemple.ru", "hxxp://x[.]exemple.ru"),
        ("sous[.]exemple[.]com/x, oui", "sous.exemple.com/x", "sous[.]exemple[.]com/x"),
        ("www point exemple point com", "www.exemple.com", "www point exemple point com"),
        ("exemple。com", "exemple.com", "exemple。com"),
        ("exem\u200bple.com", "exemple.com", "exem\u200bple.com"),
        ("http://exem\u00adple.com/x", "http://exemple.com/x", "http://exem\u00adple.com/x"),
    ],
)
def test_disguised_addresses_are_found_and_told(text: str, target: str, written: str) -> None:
    (link,) = links(text)
    assert link.is_disguised
    assert link.target == target
    assert text[slice(*link.span)] == link.text == written


def test_an_address_of_nothing_but_marks_is_none() -> None:
    assert links("http://)))...") == ()


def test_broken_schemes_without_a_host_are_none() -> None:
    assert links("hxxp://rien") == ()


@pytest.mark.parametrize(
    "html, expected",
    [
        ('<a href="http://x.org">ici</a>', [("http://x.org", "ici")]),
        ("<A HREF=http://x.org>ici</A>", [("http://x.org", "ici")]),
        ("<a href='http://x.org/?a&amp;b'>i<b>c</b>i</a>", [("http://x.org/?a&b", "ici")]),
        ('<a href=" http://x.\norg\t">&eacute;</a>', [("http://x.org", "é")]),
        ('<a title="http://y.org">ici</a>', []),
        ("http://x.org</area>", [("http://x.org", "http://x.org")]),
        ('<area href="/x">', [("/x", "")]),
        ('<a href="http://x.org">http://x.org</a>', [("http://x.org", "http://x.org")]),
        ('<a href="a">1<a href="b">2</a>', [("a", "1"), ("b", "2")]),
        ('<a href="a" href="b">1</a>', [("a", "1")]),
        ('<a href="http://x.org">sans fin', [("http://x.org", "sans fin")]),
        ('<div hidden><a href="http://x.org">x</a></div>', [("http://x.org", "x")]),
        ('<a style="display:none" href="http://x.org">x</a>', [("http://x.org", "x")]),
        ("<p>http://x.org<br>suite</p>", [("http://x.org", "http://x.org")]),
        ("http://x.<b>org</b>/y", [("http://x.org/y", "http://x.org/y")]),
        ("<td>www.x.org</td><td>y</td>", [("www.x.org", "www.x.org")]),
        ("http&#58;//x.org", [("http://x.org", "http://x.org")]),
        ("&lt;http://y.org&gt;", [("http://y.org", "http://y.org")]),
        ('<!-- <a href="a">1</a> -->', []),
        ('<script>"<a href=a>"</script>fin', []),
        ("<style>a{}</style><title>http://x.org</title>", []),
        ("<script>", []),
        ('<a href="javascript:alert(1)">x</a>', [("javascript:alert(1)", "x")]),
        ("</a></b><?php ?><!doctype html></ a>", []),
        ('<a href="x"', []),
        ("a < b, http://x.org", [("http://x.org", "http://x.org")]),
        ("<svg><a href='http://x.org'>x</a></svg>", [("http://x.org", "x")]),
        ('<a href="?&copy=2&copy3&amp;b&zz;c&copy;&eacute">x', [("?&copy=2&copy3&b&zz;c©é", "x")]),
        ("<svg><a xlink:href='http://x.org'>x</a></svg>", [("http://x.org", "x")]),
        ('<a href="&notit;&not;it">x', [("&notit;¬it", "x")]),
        ('<a href="x&#0;&#x41;y\0z">t', [("x\ufffdAy\ufffdz", "t")]),
        ("<noscript><a href=a>1</a><style></noscript><a href=b>2</a>", [("a", "1"), ("b", "2")]),
        ("<noscript><noscript><a href=a>1</a>", [("a", "1")]),
        ("<a href=a>x</noscript>y</a>", [("a", "x\ny")]),
    ],
)  # fmt: skip
def test_links_are_found_in_html(html: str, expected: list[tuple[str, str]]) -> None:
    assert [(link.target, link.text) for link in html_links(html)] == expected


def test_the_first_address_in_the_text_of_a_link_is_its_own_and_others_count() -> None:
    found = html_links('<a href="#">http://a.ru<br>http://b.ru http://c.ru')
    assert [link.target for link in found] == ["#", "http://b.ru", "http://c.ru"]
    assert found[0].text == "http://a.ru\nhttp://b.ru http://c.ru"


def test_the_text_of_a_link_has_its_place() -> None:
    html = '<a href="a">&laquo; <b>mot</b></a> <a href="b"></a> www.x.org'
    first, second, third = html_links(html)
    assert first.text_span is not None
    assert html[slice(*first.text_span)] == "&laquo; <b>mot"
    assert second.text_span is None
    assert third.text_span == third.span
    markdown = "Un [*mot*](http://x.org)"
    (link,) = markdown_links(markdown)
    assert link.text_span is not None
    assert markdown[slice(*link.text_span)] == "mot"


def test_a_link_of_html_stands_where_its_element_does() -> None:
    html = '<p>Un <a href="http://x.org">mot</a>, http&colon;//y.org !'
    first, second = html_links(html)
    assert html[slice(*first.span)] == '<a href="http://x.org">mot</a>'
    assert html[slice(*second.span)] == "http&colon;//y.org"


@pytest.mark.parametrize(
    "markdown, expected",
    [
        ("[mot](http://x.org)", [("http://x.org", "mot")]),
        ("[*mot* dit](<http://x.org> 'titre')", [("http://x.org", "mot dit")]),
        ("[mot][1]\n\n[1]: http://x.org", [("http://x.org", "mot")]),
        ("<http://x.org>", [("http://x.org", "http://x.org")]),
        ("http://x.org/a_b_c", [("http://x.org/a_b_c", "http://x.org/a_b_c")]),
        ("**www.x.org**", [("www.x.org", "www.x.org")]),
        ("![image](http://x.org/i.png)", []),
        ("- http://x.org\n- http://y.org", [("http://x.org", "http://x.org"), ("http://y.org", "http://y.org")]),
        ('Un <a href="http://x.org">mot</a>', [("http://x.org", "mot")]),
        ('<p><a href="http://x.org">mot</a></p>', [("http://x.org", "mot")]),
        ("`http://x.org`", [("http://x.org", "http://x.org")]),
        ("    http://x.org", [("http://x.org", "http://x.org")]),
        ("a | b\n- | -\n[m](http://x.org) | c", [("http://x.org", "m")]),
        ("[mot](javascript:alert)", []),
        ("\\[mot\\]", []),
    ],
)  # fmt: skip
def test_links_are_found_in_markdown(markdown: str, expected: list[tuple[str, str]]) -> None:
    assert [(link.target, link.text) for link in markdown_links(markdown)] == expected


def test_a_link_of_markdown_stands_where_it_is_written() -> None:
    markdown = "> Un [mot](http://x.org)\n> et <http://y.org>, www.z.org."
    assert [markdown[slice(*link.span)] for link in markdown_links(markdown)] == [
        "[mot](http://x.org)",
        "<http://y.org>",
        "www.z.org",
    ]


HOSTILE = (
    "<a|<a |<a href='|<a href=x>|</a>|<!--|<noscript>|<script>|&|&amp|http://|http://x.org|http://é"
    "|hxxp://|www.|a.|a-|a_|é.|a@|x.ru/|[|(|()|a.com/(|a [ . ] |a[.]|point |aaaa point |h : //"
    "|http : //|a\u200b|a.\u200b|a。|].|a.b.|http://x.org/]|http://x.org)"
).split("|")


@pytest.mark.parametrize(
    "read, size", [(links, 100_000), (html_links, 100_000), (markdown_links, 10_000)]
)
@pytest.mark.parametrize("part", HOSTILE)
def test_hostile_texts_are_read(read: Any, size: int, part: str) -> None:
    text = part * (size // len(part))
    found = read(text)
    assert len(found) <= len(text) // len(part)
    assert sum(len(link.text) for link in found) <= 2 * len(text)


@pytest.mark.parametrize("ending", [")", "(", "]", "[", ".", "…", "\u200b", "#"])
def test_what_ends_an_address_may_be_long(ending: str) -> None:
    for text in ("http://x.org" + ending * 100_000, ending * 100_000 + " http://x.org"):
        (link,) = links(text)
        assert link.target.startswith("http://x.org")


@pytest.mark.parametrize("read", [links, html_links, markdown_links])
def test_what_is_no_text_is_refused(read: Any) -> None:
    with pytest.raises(InvalidTypeError, match=r"must be a str"):
        read(b"a")


@pytest.mark.parametrize("read", [html_links, markdown_links])
def test_markup_that_no_file_can_hold_is_refused(read: Any) -> None:
    with pytest.raises(InvalidValueError, match="lone surrogate"):
        read("\ud800")


def test_links_of_markdown_ask_for_their_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "markdown_it", None)
    parser.cache_clear()
    with pytest.raises(MissingExtraError, match=r"blogmodel\[markdown\]"):
        markdown_links("a")


def test_links_of_html_need_no_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "justhtml", None)
    assert html_links("<a href=x>y</a>") == (Link("x", (0, 15), "y", text_span=(10, 11)),)


def test_a_link_is_checked() -> None:
    with pytest.raises(InvalidTypeError):
        Link(3, (0, 1), "x")  # type: ignore[arg-type]
