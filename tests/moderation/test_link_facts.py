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
        ("http://" + "é" * 80 + ".ca", "é" * 80 + ".ca"),
        ("/billet", None),
        ("../x.html", None),
        ("#c2", None),
        ("?page=2", None),
        ("mailto:zoe@exemple.ca", None),
        ("javascript:alert(1)", None),
        ("billet", None),
        ("http://localhost/x", None),
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
        ("http://3221225985/", None),
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
