"""XML whose tags are broken: what stands in an element that was never closed is read all the same.

One byte is enough to lose an end tag, a root or a namespace, and with it all that follows.
"""

import contextlib
import io
import re
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from blogmodel.errors import BlogModelError, MalformedSourceError
from blogmodel.formats import Archive, Damage, Format, load
from blogmodel.formats import SourceDefectKind as Kind

ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><id>f</id><title>Été</title>
<entry><id>1</id><title>Un</title></entry>
<entry><id>2</id><title>Deux</title></entry>
<entry><id>3</id><title>Trois</title></entry></feed>"""
WXR = """<?xml version="1.0"?>
<rss version="2.0" xmlns:wp="http://wordpress.org/export/1.2/"><channel><title>Été</title>
<item><wp:post_id>1</wp:post_id><wp:comment><wp:comment_id>2</wp:comment_id></wp:comment></item>
<item><wp:post_id>3</wp:post_id></item></channel></rss>"""
DISQUS = """<disqus xmlns="http://disqus.com" xmlns:dsq="http://disqus.com/disqus-internals">
<category dsq:id="5"><forum>f</forum></category>
<thread dsq:id="1"><category dsq:id="5"/><title>Un</title></thread>
<post dsq:id="2"><message>Oui</message><thread dsq:id="1"/></post>
<post dsq:id="3"><message>Non</message><thread dsq:id="1"/></post></disqus>"""


def loaded(text: str | bytes, **options: Any) -> Archive:
    return load(io.BytesIO(text.encode() if isinstance(text, str) else text), **options)


def ids(archive: Archive) -> list[str]:
    return [value.id for value in (*archive.posts, *archive.comments)]


def told(archive: Archive) -> list[tuple[Kind, str, int | None]]:
    return [(defect.kind, defect.text, defect.line) for defect in archive.defects]


# Before the records.


@pytest.mark.parametrize("broken", ["<8id>", "<id>", "/id>", "<id/>", "<\x0bid>", "<Ωid>"])
def test_records_are_read_though_an_element_before_them_was_never_closed(broken: str) -> None:
    text = ATOM.replace("</id>", broken, 1)
    archive = loaded(text)
    assert ids(archive) == ["1", "2", "3"]
    assert archive.site is not None
    assert archive.site.title == "Été"
    assert [kind for kind, _, _ in told(archive)] == [Kind.BROKEN_RECORD]
    [kept] = archive.kept
    assert kept.content.as_dict() == {"#markup": text[: text.index("<entry>")]}
    with pytest.raises(MalformedSourceError, match="line"):
        loaded(text, damage=Damage.REFUSE)


def test_the_place_of_what_is_broken_is_the_parsers_own() -> None:
    assert told(loaded(ATOM.replace("</id>", "<8id>", 1))) == [
        (Kind.BROKEN_RECORD, "not well-formed (invalid token)", 1)
    ]
    assert told(loaded(ATOM.replace("</id>", "<id>", 1))) == [
        (Kind.BROKEN_RECORD, "mismatched tag", 4)
    ]


@pytest.mark.parametrize("lost", ["<channel>", "<channel><title>"])
def test_a_channel_that_was_lost_is_supposed(lost: str) -> None:
    archive = loaded(WXR.replace(lost, "<title>" if "title" in lost else "", 1))
    assert ids(archive) == ["1", "3", "2"]
    assert archive.defects[0].kind is Kind.BROKEN_RECORD


def test_a_channel_of_another_name_is_one() -> None:
    archive = loaded(WXR.replace("channel>", "chanel>").replace("<title>", "<title>&", 1))
    assert ids(archive) == ["1", "3", "2"]
    assert [kind for kind, _, _ in told(archive)] == [Kind.BARE_SIGN]


def test_what_is_supposed_of_a_root_that_was_lost_has_its_declarations() -> None:
    root = '<w:feed xmlns:w="http://www.w3.org/2005/Atom" a&><w:id>f</w:id>'
    rest = ATOM.partition("\n")[2].replace("</", "</w:").replace("<", "<w:").replace("<w:/", "</")
    archive = loaded(f"{root}\n{rest}")
    assert ids(archive) == ["1", "2", "3"]
    assert archive.defects[0].kind is Kind.BROKEN_RECORD


def test_a_root_of_another_kind_that_mending_shows_is_told() -> None:
    text = ATOM.replace("<feed", "<!-- \x0b --><flux", 1).replace("</feed>", "</flux>")
    archive = loaded(text, format=Format.ATOM)
    assert ids(archive) == ["1", "2", "3"]
    assert Kind.BROKEN_RECORD in {kind for kind, _, _ in told(archive)}
    with pytest.raises(MalformedSourceError, match="line 1"):
        loaded(text, format=Format.ATOM, damage=Damage.REFUSE)


def test_a_document_of_another_kind_without_records_is_refused() -> None:
    with pytest.raises(MalformedSourceError, match="not well-formed"):
        loaded("<a\x0bb><c>&</c></a>", format=Format.ATOM)


def test_a_document_type_that_mending_shows_is_refused_where_it_declares() -> None:
    with pytest.raises(MalformedSourceError, match="a document type that declares something"):
        loaded(f"<!-- \x0b --><!DOCTYPE feed [<!ENTITY a 'b'>]>{ATOM}", format=Format.ATOM)


def test_a_document_type_is_told_once_though_the_head_is_read_again() -> None:
    text = ATOM.replace("Été", "a & b").replace("<feed", '<!DOCTYPE feed SYSTEM "a">\n<feed')
    assert [kind for kind, _, _ in told(loaded(text))] == [Kind.DOCTYPE, Kind.BARE_SIGN]


def test_a_record_in_a_comment_before_the_records_is_none() -> None:
    text = ATOM.replace("<id>f", "<!-- <entry> --><rights>a & b</rights><id>f", 1)
    archive = loaded(text)
    assert ids(archive) == ["1", "2", "3"]
    assert told(archive) == [(Kind.BARE_SIGN, "&", 1)]
    archive = loaded(text.replace("</title>", "</titre>", 1))
    assert ids(archive) == ["1", "2", "3"]
    archive = loaded("<feed><!-- <entry> 2005/Atom --><title>a & b</title></feed>")
    assert archive.site is not None
    assert (archive.site.title, len(archive.defects)) == ("a & b", 1)


def test_the_first_record_may_be_what_is_broken() -> None:
    archive = loaded(ATOM.replace("<entry>", "<entry &>", 1))
    assert ids(archive) == ["2", "3"]
    assert archive.site is not None
    assert (archive.site.id, archive.site.title) == ("f", "Été")
    assert {defect.line for defect in archive.defects} == {2}


# Records.


@pytest.mark.parametrize("broken", ["<entry>", "/entry>", "</entrée>", "", "&/entry>"])
def test_records_are_read_though_one_before_them_was_never_closed(broken: str) -> None:
    archive = loaded(ATOM.replace("</entry>", broken, 1))
    assert {"2", "3"} <= set(ids(archive))
    assert any("<id>1</id>" in str(kept.content.as_dict()) for kept in archive.kept)
    assert archive.defects[0].kind is Kind.BROKEN_RECORD


def test_what_is_whole_of_a_record_that_was_never_closed_is_read() -> None:
    archive = loaded(ATOM.replace("</entry>", "", 1))
    assert [post.title for post in archive.posts] == ["Un", "Deux", "Trois"]
    [kept] = archive.kept
    assert (kept.name, kept.line) == ("entry", 2)
    assert kept.content.as_dict() == {"#markup": "<entry><id>1</id><title>Un</title>\n"}
    assert told(archive) == [(Kind.BROKEN_RECORD, "mismatched tag", 4)]


def test_each_record_of_many_that_were_never_closed_is_read() -> None:
    archive = loaded(ATOM.replace("</entry>\n", "\n"))
    assert ids(archive) == ["1", "2", "3"]
    assert [(kept.name, kept.line) for kept in archive.kept] == [("entry", 2), ("entry", 3)]
    assert len(archive.defects) == 1


def test_what_is_mended_further_on_hides_no_record_that_was_never_closed() -> None:
    text = DISQUS.replace("</category>", "", 1).replace("Non", "a & b")
    archive = loaded(text)
    assert ids(archive) == ["1", "2", "3"]
    assert archive.comments[1].body.text == "a & b"
    assert {kind for kind, _, _ in told(archive)} == {Kind.BROKEN_RECORD, Kind.BARE_SIGN}
    assert "category" in {kept.name for kept in archive.kept}


def test_a_record_that_stands_in_another_as_a_reference_does_not_cut_it() -> None:
    archive = loaded(DISQUS.replace("Oui</message>", "Oui</massage>"))
    assert ids(archive) == ["1", "3"]
    assert [(kept.name, kept.line) for kept in archive.kept] == [("category", 2), ("post", 4)]


@pytest.mark.parametrize("filler", ["", "<x/>" * 40_000])
def test_records_are_read_though_an_element_between_them_was_never_closed(filler: str) -> None:
    link = '<link rel="next" href="https://a.example/">'
    text = ATOM.replace("</entry>", f"</entry>{link}{filler}", 1)
    text = text.replace("<title>Deux", "<link/><title>Deux")
    archive = loaded(text)
    assert ids(archive) == ["1", "2", "3"]
    assert told(archive) == [(Kind.BROKEN_RECORD, "mismatched tag", 4)]


def test_a_source_that_gives_a_byte_at_a_time_is_read_as_any_other() -> None:
    class Slow(io.BytesIO):
        def read(self, size: int | None = -1) -> bytes:
            return super().read(min(size or 0, 1))

    far = f"<!--{'x' * 70_000}-->"
    text = ATOM.replace("<entry>", f"{far}<entry>", 1).replace("Un", "a & b")
    archive = load(Slow(text.encode()))  # type: ignore[arg-type]
    assert ids(archive) == ["1", "2", "3"]
    assert told(archive) == [(Kind.BARE_SIGN, "&", 2)]


# Sections of text.


@pytest.mark.parametrize(
    "text, left",
    [
        (DISQUS.replace("Oui", "<![CDATA[Oui]] >").replace("Non", "<![CDATA[Non]]>"), ["1", "2"]),
        (
            WXR.replace(
                "</wp:comment>",
                "<wp:comment_content><![CDATA[Oui]] ></wp:comment_content></wp:comment>"
                "<wp:comment><wp:comment_content><![CDATA[Non]]></wp:comment_content></wp:comment>",
            ),
            ["1", "3", "2"],
        ),
    ],
)
def test_a_section_that_holds_the_next_record_is_told(text: str, left: list[str]) -> None:
    archive = loaded(text)
    assert ids(archive) == left
    assert "Non" in next(c for c in archive.comments if c.id == "2").body.text
    [(kind, said, _)] = told(archive)
    assert (kind, said[:19]) == (Kind.BROKEN_RECORD, "a text that holds <")
    with pytest.raises(MalformedSourceError, match="a text that holds </"):
        loaded(text, damage=Damage.REFUSE)
    whole = loaded(text.replace("]] >", "]]>"), damage=Damage.REFUSE)
    assert (len(ids(whole)), whole.defects[1:]) == (len(left) + 1, ())


@pytest.mark.parametrize("title", ["a <![CDATA[ b", "a </entry> b", "<![CDATA[ </entry>"])
def test_a_text_may_tell_of_xml(title: str) -> None:
    escaped = title.replace("<", "&lt;").replace(">", "&gt;")
    archive = loaded(ATOM.replace("Deux", escaped))
    assert archive.posts[1].title == title
    assert archive.defects == ()


# Namespaces.


@pytest.mark.parametrize(
    "text, broken, declaration",
    [
        (ATOM.replace("Été", "2005/Atom"), "http://www.w3.org/2005/Atom", 'xmlns="{}"'),
        (DISQUS, "http://disqus.com", 'xmlns="{}"'),
        (WXR, "http://wordpress.org/export/1.2/", 'xmlns:wp="{}"'),
        (
            re.sub("<(/?)(?=[a-z])", r"<\1a:", ATOM)
            .replace("Été", "2005/Atom")
            .replace("xmlns=", "xmlns:a="),
            "http://www.w3.org/2005/Atom",
            'xmlns:a="{}"',
        ),
    ],
)
def test_a_namespace_of_records_that_is_broken_on_the_root_is_taken_for_what_it_was(
    text: str, broken: str, declaration: str
) -> None:
    wrong = broken.replace("t", "T")
    archive = loaded(text.replace(broken, wrong, 1))
    assert ids(archive) == ids(loaded(text))
    assert [(kind, said) for kind, said, _ in told(archive)] == [
        (Kind.UNDECLARED_PREFIX, declaration.format(wrong))
    ]
    with pytest.raises(MalformedSourceError, match=r"undeclared-prefix.* at line"):
        loaded(text.replace(broken, wrong, 1), damage=Damage.REFUSE)


def test_a_namespace_is_taken_at_its_word_where_the_one_that_is_needed_is_declared() -> None:
    text = ATOM.replace("xmlns=", 'xmlns:a="http://www.w3.org/2005/Atom" xmlns=', 1)
    text = text.replace('xmlns="http://www.w3.org/2005/Atom"', 'xmlns="http://autre.example/"')
    archive = loaded(text)
    assert (archive.posts, archive.defects) == ((), ())
    assert "{http://autre.example/}entry" in {kept.name for kept in archive.kept}


# Whatever is broken.


def _with(text: str, place: int, byte: int) -> bytes:
    whole = text.encode()
    place %= len(whole)
    return whole[:place] + bytes([byte]) + whole[place + 1 :]


@given(st.sampled_from([ATOM, WXR, DISQUS]), st.integers(0, 1_000), st.integers(0, 255))
@example(ATOM, 0, 9)
@example(ATOM, 5, ord("0"))
@example(ATOM, 58, ord("8"))
@example(DISQUS, 20, ord("T"))
def test_no_byte_loses_a_post_or_a_comment_without_a_word(text: str, place: int, byte: int) -> None:
    data = _with(text, place, byte)
    try:
        archive = loaded(data)
    except BlogModelError:
        return
    assert archive.defects or len(ids(archive)) >= len(ids(loaded(text)))


@given(
    st.sampled_from([ATOM, WXR, DISQUS]),
    st.lists(st.tuples(st.integers(0, 1_000), st.integers(0, 255)), min_size=1, max_size=4),
    st.sampled_from(Damage),
)
def test_whatever_is_broken_gives_our_own_error_or_none(
    text: str, bytes_: list[tuple[int, int]], damage: Damage
) -> None:
    data = bytearray(text.encode())
    for place, byte in bytes_:
        data[place % len(data)] = byte
    # Any other error fails the test.
    with contextlib.suppress(BlogModelError):
        assert loaded(bytes(data), damage=damage).format is not None
