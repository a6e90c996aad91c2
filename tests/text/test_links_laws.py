from html import escape

from hypothesis import given
from hypothesis import strategies as st

from blogmodel.text import html_links, links, markdown_links

PARTS = st.sampled_from([" ", "\n", " point ", "<a href=x>"]) | st.sampled_from(
    'http:// www. a.org b.com/x . ( ) « é @ / hxxp:// [.] com : < > &amp; " * [ ] ` </a>'.split()
)
TEXTS = st.lists(PARTS, max_size=12).map("".join) | st.text(max_size=30)


@given(TEXTS)
def test_an_address_is_what_stands_there(text: str) -> None:
    last = 0
    for link in links(text):
        start, end = link.span
        assert last <= start < end
        assert text[start:end] == link.text
        assert link.is_disguised or link.target == link.text
        last = end


@given(TEXTS)
def test_an_address_in_an_address_is_itself(text: str) -> None:
    for link in links(text):
        if not link.is_disguised:
            assert [inner.target for inner in links(f" {link.target} ")] == [link.target]


@given(st.lists(PARTS, max_size=12).map("".join).filter(lambda text: "\n" not in text))
def test_escaped_text_has_the_same_addresses(text: str) -> None:
    found = html_links(escape(text))
    assert [(link.target, link.text) for link in found] == [
        (link.target, link.text) for link in links(text)
    ]


@given(TEXTS)
def test_links_of_markup_are_within_it(text: str) -> None:
    try:
        text.encode()
    except UnicodeEncodeError:
        return
    for read in (html_links, markdown_links):
        for link in read(text):
            assert 0 <= link.span[0] < link.span[1] <= len(text)
