"""Facts about links: the same however a host is written, and none from what cannot be read."""

from html import escape

from hypothesis import assume, example, given
from hypothesis import strategies as st

from blogmodel.model import Body, MediaType
from blogmodel.moderation import host_of, link_facts, matches_host

LABELS = st.from_regex(r"[a-z](?:[a-z0-9-]{0,6}[a-z0-9])?", fullmatch=True)
HOSTS = st.lists(LABELS, min_size=1, max_size=3).map(".".join).map(lambda name: f"{name}.example")
BYTES = st.tuples(*[st.integers(0, 255)] * 4)
PIECES = (
    "http:|https:|//|/|\\\\|@|:|:80|.|www.|x.ru|exemple.ca|xn--|xn--pypl-53dc|é|а|\u200b|%2e|%|[|]|::1"
    "|127|0x7f|08|?|#| |\t|javascript:|<a href=|>|</a>|'|&colon;|bit.ly/|\u3002|\U000e0041|\ud800"
).split("|")
SOUP = st.lists(st.sampled_from(PIECES), max_size=10).map("".join) | st.text(max_size=30)


@given(HOSTS)
def test_a_host_is_the_same_however_it_is_written(host: str) -> None:
    told = host_of(f"http://{host}/")
    assert told is not None
    assert told == (host[4:] if host.startswith("www.") and host.count(".") > 1 else host)
    for written in (
        f" HTTPS:/\\{host.upper()}.:443?x",
        f"//nom:mot@{host}#x",
        f"http://{host.replace('.', '%2E')}",
        f"http://{host.replace('.', '。')}",
        f"ftp://\u200b{host}",
    ):
        assert host_of(written) == told


@given(BYTES)
def test_a_network_address_is_the_same_however_it_is_written(parts: tuple[int, ...]) -> None:
    told = ".".join(map(str, parts))
    number = int.from_bytes(bytes(parts), "big")
    for written in (told, str(number), hex(number), f"0{number:o}", ".".join(map(hex, parts))):
        assert host_of(f"http://{written}/") == told
    assert link_facts(Body(f"http://{number}/")).bare_ip


@given(SOUP)
@example("http://xn--\udcff.com")
@example("http://xn--rdd.com")
def test_a_host_that_is_told_is_its_own(target: str) -> None:
    told = host_of(target)
    if told is not None:
        assert told
        assert told.isascii()
        assert told == told.lower()
        assert not told.endswith(".")
        assert host_of(f"http://{told}/") in {told, told.removeprefix("www.")}
        assert matches_host(told, {told})
        assert matches_host(f"a.{told}", {told})


@given(SOUP, st.sampled_from(MediaType))
@example("<a href=x.ru>www.http:", MediaType.HTML)
def test_facts_are_about_links_that_are_counted(text: str, media_type: MediaType) -> None:
    assume(text.isprintable())
    facts = link_facts(Body(text, media_type))
    for told in (
        facts.shorteners,
        facts.disagreeing,
        facts.disguised,
        facts.bare_ip,
        facts.with_credentials,
        facts.odd_schemes,
        facts.confusable,
    ):
        assert set(told) <= set(facts.links)
    assert len(set(facts.hosts)) == len(facts.hosts) <= len(facts.links)
    assert not link_facts(Body(text, media_type), own_hosts=facts.hosts).hosts


@given(HOSTS)
def test_a_text_that_names_the_host_above_its_target_agrees(host: str) -> None:
    def disagrees(target: str, text: str) -> bool:
        html = f"<a href='http://{escape(target)}/'>http://{escape(text)}</a>"
        return bool(link_facts(Body(html, MediaType.HTML)).disagreeing)

    assert not disagrees(host, host)
    assert not disagrees(f"a.{host}", host)
    assert not disagrees(host, f"www.{host}")
    assert disagrees(f"{host}.autre.org", host)
