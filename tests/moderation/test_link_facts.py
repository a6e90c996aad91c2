from typing import Any

import pytest

from blogmodel.errors import InvalidTypeError
from blogmodel.model import Body, MediaType
from blogmodel.moderation import LinkFacts, host_of, link_facts, matches_host


def facts(text: str, media_type: MediaType = MediaType.PLAIN, **options: Any) -> LinkFacts:
    return link_facts(Body(text, media_type), **options)


def html(target: str, text: str = "ici", **options: Any) -> LinkFacts:
    return facts(f'<a href="{target}">{text}</a>', MediaType.HTML, **options)


@pytest.mark.parametrize(
    "target, host",
    [
        ("http://exemple.ca/x", "exemple.ca"),
        ("HTTPS://WWW.Exemple.CA.:443", "exemple.ca"),
        ("//exemple.ca", "exemple.ca"),
        ("http:\\\\exemple.ca", "exemple.ca"),
        ("http:///exemple.ca", "exemple.ca"),
        ("www.exemple.ca/x", "exemple.ca"),
        ("exemple.ca", "exemple.ca"),
        ("exemple.ca:8080/x", "exemple.ca"),
        ("http://banque.ca@exemple.ru/", "exemple.ru"),
        ("http://été.example", "xn--t-9fab.example"),
        ("http://192.0.2.7/x", "192.0.2.7"),
        ("http://[2001:db8::7]/x", "[2001:db8::7]"),
        ("ftp://exemple.ca", "exemple.ca"),
        ("http://" + "é" * 80 + ".ca", None),
        ("/billet", None),
        ("../x.html", None),
        ("#c2", None),
        ("?page=2", None),
        ("mailto:zoe@exemple.ca", None),
        ("javascript:alert(1)", None),
        ("billet", None),
        ("billet.html", None),
        ("version 2.0", None),
        ("1.2", None),
        ("192.0.2.7:80", "192.0.2.7"),
        ("[2001:db8::7]", None),
        ("zoe@exemple.ca", None),
        (" \x01http://exe\tmple.ca\n", "exemple.ca"),
        ("/\\exemple.ca", "exemple.ca"),
        ("http:" + "/" * 30 + "exemple.ca", "exemple.ca"),
        ("https:exemple.ca", "exemple.ca"),
        ("http://a@banque.ca@exemple.ru/", "exemple.ru"),
        ("http://banque.ca @exemple.ru/", "exemple.ru"),
        ("http://exemple.ru\\@banque.ca", "exemple.ru"),
        ("http://ex%65mple%2eca", "exemple.ca"),
        ("http://www.ca", "www.ca"),
        ("HTTP://WWW.CA", "www.ca"),
        ("http://ÉTÉ.example", "xn--t-9fab.example"),
        ("http://ｅｘｅｍｐｌｅ。ca", "exemple.ca"),
        ("http://exem\u200bple.ca", "exemple.ca"),
        ("http://straße.example", "xn--strae-oqa.example"),
        ("http://🤣.example", "xn--cq9h.example"),
        ("http://почта.рф", "xn--80a1acny.xn--p1ai"),
        ("http://exe mple.ca", None),
        ("http://exemple..ca", None),
        ("http://", None),
        ("http://" + "a" * 64 + ".ca", None),
        ("http://" + "a." * 127 + "ca", None),
        ("http://" + "a." * 600 + "ca", None),
        ("http://3221225991/", "192.0.2.7"),
        ("http://0xC0.0.519", "192.0.2.7"),
        ("http://0300.0.2.7.", "192.0.2.7"),
        ("http://0x7f.1", "127.0.0.1"),
        ("http://1.2.3.4.5", None),
        ("http://1.2.3.256", None),
        ("http://256.1.1.1", None),
        ("http://08.1.1.1", None),
        ("http://1.0x", "1.0.0.0"),
        ("http://a.1", None),
        ("http://[2001:DB8:0::7]:80/x", "[2001:db8::7]"),
        ("http://[1]/", None),
        ("http://[::1/", None),
        ("http://[fe80::1%25eth0]/", None),
        ("javascript:1/alert(1)", None),
        ("http://localhost:8000/x", None),
        ("", None),
    ],
)
def test_the_host_of_an_address(target: str, host: str | None) -> None:
    assert host_of(target) == host


def test_a_host_matches_those_above_it() -> None:
    assert matches_host("exemple.ca", {"exemple.ca"})
    assert matches_host("a.b.exemple.ca", ["exemple.ca"])
    assert not matches_host("bexemple.ca", {"exemple.ca"})
    assert not matches_host("exemple.ca", {"a.exemple.ca"})
    assert matches_host("ca", {"ca"})


def test_links_are_counted_with_where_they_lead() -> None:
    found = facts("http://a.org/1, http://www.a.org/2 et b.com")
    assert len(found.links) == 3
    assert found.hosts == ("a.org", "b.com")
    assert facts("Rien ici.") == LinkFacts()


def test_links_to_the_site_itself_are_left_out() -> None:
    own = ("exemple.ca",)
    assert facts("http://www.exemple.ca/x", own_hosts=own) == LinkFacts()
    assert html("/billet") == LinkFacts()
    assert html("#c1") == LinkFacts()
    assert len(html("http://autre.ca", own_hosts=own).links) == 1


def test_the_sites_own_hosts_are_taken_as_hosts_are_told() -> None:
    for own in ("WWW.Exemple.CA", "https://exemple.ca/", "exemple.ca."):
        assert facts("http://exemple.ca/x http://www.exemple.ca", own_hosts=[own]) == LinkFacts()
    assert facts("http://été.example", own_hosts=["été.example"]) == LinkFacts()
    assert facts("http://intranet/x", own_hosts=["Intranet"]) == LinkFacts()
    assert facts("http://intranet:80/", own_hosts=["http://intranet"]) == LinkFacts()


def test_a_link_to_the_site_itself_whose_text_names_another_is_told() -> None:
    found = html("http://exemple.ca/aller", "www.banque.ca", own_hosts=["exemple.ca"])
    assert len(found.links) == len(found.disagreeing) == 1
    assert found.hosts == ()
    assert html("http://exemple.ca/", "a.exemple.ca", own_hosts=["exemple.ca"]) == LinkFacts()
    assert html("/x", "exemple.ca", own_hosts=["exemple.ca"]) == LinkFacts()


def test_a_link_to_a_host_that_cannot_be_still_counts() -> None:
    for target in ("http://exe mple.ca/", "http://localhost/x"):
        found = html(target)
        assert (len(found.links), found.hosts) == (1, ())


@pytest.mark.parametrize(
    "target",
    [
        "http://" + "".join(chr(0x4E00 + place % 20_000) for place in range(100_000)),
        "http://" + "é." * 50_000,
        "http://" + "%" * 100_000,
        "http://" + "@" * 100_000,
        "http://" + ":" * 100_000,
        "http:" + "/" * 100_000,
        "http://[" + ":" * 100_000,
        "http://[" + "1" * 100_000 + "]",
        "http://" + "9" * 100_000,
        "http://" + "a" * 100_000,
        "a." * 50_000 + "com",
        "a" * 100_000 + ":",
    ],
    ids=lambda target: target[:10],
)
def test_a_hostile_host_is_none(target: str) -> None:
    assert host_of(target) is None
    assert len(html(target).hosts) == 0


def test_one_text_is_no_list_of_hosts() -> None:
    for options in ({"own_hosts": "exemple.ca"}, {"shorteners": "bit.ly"}):
        with pytest.raises(InvalidTypeError, match="a set or a list of str"):
            facts("http://x.org", **options)


def test_shortened_addresses() -> None:
    assert len(facts("http://bit.ly/x http://exemple.ca").shorteners) == 1
    assert len(facts("http://court.example/x", shorteners={"court.example"}).shorteners) == 1


@pytest.mark.parametrize(
    "target, text, disagrees",
    [
        ("http://x.ru", "www.banque.ca", True),
        ("http://x.ru", "Voir https://banque.ca/login ici", True),
        ("http://x.ru", "banque", False),
        ("http://www.banque.ca/x", "banque.ca", False),
        ("http://mon.banque.ca/x", "banque.ca", False),
        ("http://banque.ca", "www.mon.banque.ca", False),
        ("http://banque.ca.x.ru", "banque.ca", True),
        ("http://fr.wikipedia.org/x", "en.wikipedia.org", False),
        ("http://a.blogspot.com/x", "b.blogspot.com", True),
        ("http://a.co.uk/x", "b.co.uk", True),
        ("http://www.a.co.uk/x", "b.a.co.uk", False),
        ("http://t.co/x", "x.co", True),
        ("http://192.0.2.7", "192.1.2.7", False),
        ("http://192.0.2.7", "http://192.1.2.7", True),
        ("http://localhost/", "banque.ca", True),
        ("http://[::1]/", "banque.ca", True),
        ("javascript:x", "banque.ca", False),
        ("/aller?ou", "www.banque.ca", True),
    ],
)
def test_a_text_that_names_another_site_disagrees(
    target: str,
    text: str,
    disagrees: bool,  # noqa: FBT001 - a case
) -> None:
    assert bool(html(target, text).disagreeing) == disagrees


@pytest.mark.parametrize(
    "target, field",
    [
        ("http://192.0.2.7/x", "bare_ip"),
        ("http://3221225985/", "bare_ip"),
        ("http://banque.ca:x@x.ru/", "with_credentials"),
        ("http://a@banque.ca@x.ru/", "with_credentials"),
        ("http://@x.ru/", None),
        ("javascript:1/alert(1)", "odd_schemes"),
        ("&#106;ava\tscript:alert(1)", "odd_schemes"),
        ("http://pаypжl.com/", "confusable"),
        ("http://аррӏе.com/", "confusable"),
        ("http://хор.рф/", None),
        ("http://日本abc.com/", None),
        ("http://xn--8n7d.com/", None),
        ("http://[2001:db8::7]/", "bare_ip"),
        ("http://banque.ca@x.ru/", "with_credentials"),
        ("javascript:alert(1)", "odd_schemes"),
        ("data:text/html,x", "odd_schemes"),
        ("mailto:zoe@exemple.ca", "odd_schemes"),
        ("http://pаypаl.com/", "confusable"),
        ("http://xn--pypl-53dc.com/", "confusable"),
        ("http://été.example/", None),
        ("http://почта.рф/", None),
        ("http://xn--\u0000.com/", None),
        ("http://xn--99999999.com/", None),
        ("http://exemple.ca/a@b", None),
    ],
)
def test_tricks_are_told(target: str, field: str | None) -> None:
    found = html(target)
    tricks = ["shorteners", "disagreeing", "disguised", "bare_ip", "with_credentials"]
    tricks += ["odd_schemes", "confusable"]
    assert [trick for trick in tricks if getattr(found, trick)] == ([field] if field else [])


def test_disguised_addresses_are_told() -> None:
    assert len(facts("exemple [.] com").disguised) == 1


def test_links_of_markdown_are_read() -> None:
    assert facts("[a](http://x.org)", MediaType.MARKDOWN).hosts == ("x.org",)


def test_other_values_are_refused() -> None:
    with pytest.raises(InvalidTypeError):
        link_facts("http://x.org")  # type: ignore[arg-type]
    with pytest.raises(InvalidTypeError):
        host_of(3)  # type: ignore[arg-type]
