from html import escape, unescape

from hypothesis import given
from hypothesis import strategies as st

from blogmodel.text import html_links, links, markdown_links

PARTS = st.sampled_from(
    'http://|www.|a.org|b.com/x|.| |(|)|«|é|@|/|hxxp://|\n|[.]| point |com|:|<|>|&amp;|"|*|[|]|`'
    "|<a href=x>|</a>|Top|ru|\u200b|。|http : //".split("|")
)
PLAIN = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0\r"), max_size=30)
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


@given(st.lists(PARTS, max_size=12).map("".join) | PLAIN)
def test_escaped_text_has_the_same_addresses(text: str) -> None:
    html = escape(text)
    found = html_links(html)
    assert [(link.target, link.text, link.is_disguised) for link in found] == [
        (link.target, link.text, link.is_disguised) for link in links(text)
    ]
    assert [unescape(html[slice(*link.span)]) for link in found] == [link.text for link in found]


@given(TEXTS)
def test_a_disguise_elsewhere_changes_nothing(text: str) -> None:
    assert links(f"{text}\n [.]") == links(text)


@given(st.lists(st.tuples(PLAIN, PLAIN), max_size=5), PLAIN)
def test_each_link_of_html_counts_once(made: list[tuple[str, str]], between: str) -> None:
    made = [(target, text.replace(".", "").replace(":", "")) for target, text in made]
    html = escape(between.replace(".", "").replace(":", "")).join(
        f'<b hidden><a href="{escape(target)}">{escape(text)}</a></b>' for target, text in made
    )
    found = [link for link in html_links(html) if html.startswith("<a", link.span[0])]
    assert [link.text for link in found] == [text for _, text in made]
    edges = "".join(map(chr, range(33)))
    assert [link.target for link in found] == [
        target.strip(edges).replace("\t", "").replace("\n", "") for target, _ in made
    ]
    assert all(html[slice(*link.span)].endswith("</a>") for link in found)


@given(TEXTS)
def test_links_of_markup_are_within_it(text: str) -> None:
    try:
        text.encode()
    except UnicodeEncodeError:
        return
    for read in (html_links, markdown_links):
        for link in read(text):
            assert 0 <= link.span[0] < link.span[1] <= len(text)
