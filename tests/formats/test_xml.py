"""XML read record by record: what is broken is isolated, mended where it is plain, and listed."""

import io
import tracemalloc
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from blogmodel import Comment, Post
from blogmodel.errors import BlogModelError, MalformedSourceError
from blogmodel.formats import Damage, Format, Kept, SourceDefect, _utf8, _xml, load, read
from blogmodel.formats import SourceDefectKind as Kind

ATOM = '<feed xmlns="http://www.w3.org/2005/Atom">'
WXR = '<rss xmlns:wp="http://wordpress.org/export/1.2/"><channel>'


def feed(*entries: str, start: str = ATOM, end: str = "</feed>") -> bytes:
    return "\n".join([start, *entries, end]).encode()


def entry(id_: str, title: str = "Été", more: str = "") -> str:
    return f"<entry><id>{id_}</id><title>{title}</title>{more}</entry>"


def entries(data: bytes, **options: Any) -> list[Any]:
    return list(read(io.BytesIO(data), **options))


def titles(data: bytes) -> list[str | None]:
    return [found.title for found in entries(data) if isinstance(found, Post)]


def defects(data: bytes) -> list[tuple[Kind, str, int | None]]:
    found = entries(data)
    return [(d.kind, d.text, d.line) for d in found if isinstance(d, SourceDefect)]


MENDED = [
    ("Sirop & tire", "Sirop & tire", Kind.BARE_SIGN, "&"),
    ("a < b", "a < b", Kind.BARE_SIGN, "<"),
    ("L&eacute;a", "Léa", Kind.UNKNOWN_ENTITY, "&eacute;"),
    ("L&rien;a", "L&rien;a", Kind.UNKNOWN_ENTITY, "&rien;"),
    ("a&LT;b", "a<b", Kind.UNKNOWN_ENTITY, "&LT;"),
    ("a\x0bb", "ab", Kind.BAD_CHARACTER, "\x0b"),
    ("a&#8;b", "ab", Kind.BAD_CHARACTER, "&#8;"),
    ("a&#xFFFF;b&#x110000;", "ab", Kind.BAD_CHARACTER, "&#xFFFF; (and 1 more)"),
]


@pytest.mark.parametrize("written, read_as, kind, piece", MENDED)
def test_what_is_plain_is_mended(written: str, read_as: str, kind: Kind, piece: str) -> None:
    data = feed(entry("1"), entry("2", written), entry("3"))
    assert titles(data) == ["Été", read_as, "Été"]
    assert defects(data) == [(kind, piece, 3)]


@pytest.mark.parametrize("written, read_as, kind, piece", MENDED)
def test_what_is_plain_is_mended_before_the_first_record(
    written: str, read_as: str, kind: Kind, piece: str
) -> None:
    data = feed(f"<title>{written}</title>", entry("1"))
    archive = load(io.BytesIO(data))
    assert archive.site is not None
    assert (archive.site.title, len(archive.posts)) == (read_as, 1)
    assert [(d.kind, d.text, d.line) for d in archive.defects] == [(kind, piece, 2)]


def test_references_that_are_right_stay_while_another_is_mended() -> None:
    data = feed(entry("1", "&amp;&lt;&#233;&#x1F341; & &#9;fin"))
    assert titles(data) == ["&<é🍁 & fin"]


def test_bytes_of_another_encoding_are_read_as_cp1252() -> None:
    data = feed(entry("1")).replace("Été".encode(), b"\xc9t\xe9 \x80")
    assert titles(data) == ["Été €"]
    assert defects(data) == [(Kind.WRONG_ENCODING, "É (and 2 more)", 2)]


def test_what_a_version_control_left_is_left_out_and_lines_stay() -> None:
    conflict = "<content>a\n<<<<<<< HEAD\nb\n=======\nc\n>>>>>>> autre\n</content>"
    data = feed(entry("1", more=conflict), entry("2", "a & b"))
    archive = load(io.BytesIO(data))
    assert archive.posts[0].body.text == "a\n\nb\n\nc\n\n"
    assert [(d.kind, d.line) for d in archive.defects] == [
        (Kind.CONFLICT_MARKER, 3),
        (Kind.BARE_SIGN, 9),
    ]


def test_an_attribute_without_quotation_marks_gets_them() -> None:
    link = """<link rel="alternate" href=https://a.example/b?c=d title='x=y'/>"""
    data = feed(entry("1", more=link))
    [post] = [found for found in entries(data) if isinstance(found, Post)]
    assert post.url == "https://a.example/b?c=d"
    assert defects(data) == [(Kind.BARE_VALUE, link, 2)]


def test_the_end_of_a_section_in_a_section_is_text() -> None:
    item = "<item><guid>1</guid><title><![CDATA[a <![CDATA[ b ]]> c]]></title></item>"
    split = "<item><guid>2</guid><title><![CDATA[a]]]]><![CDATA[>b]]></title></item>"
    data = f"<rss><channel>{item}\n{split}</channel></rss>".encode()
    assert titles(data) == ["a <![CDATA[ b ]]> c", "a]]>b"]
    assert defects(data) == [(Kind.NESTED_CDATA, "]]>", 1)]


def test_a_section_is_left_as_it_is_where_something_else_is_mended() -> None:
    data = feed(entry("1", "<![CDATA[a & b < c &eacute;]]> & d"))
    assert titles(data) == ["a & b < c &eacute; & d"]


def test_a_record_that_cannot_be_mended_is_kept_and_the_others_are_read() -> None:
    broken = "<entry><id>2</id><title>Été</content></entry>"
    data = feed(entry("1"), broken, entry("3"))
    found = entries(data)
    assert [post.id for post in found if isinstance(post, Post)] == ["1", "3"]
    [kept] = [kept for kept in found if isinstance(kept, Kept)]
    assert (kept.name, kept.line) == ("entry", 3)
    assert kept.content.as_dict() == {"#markup": broken}
    assert defects(data) == [(Kind.BROKEN_RECORD, "mismatched tag", 3)]


def test_what_stands_between_records_and_is_nothing_is_kept() -> None:
    data = feed(entry("1"), "<<< ici", entry("2"))
    found = entries(data)
    assert [post.id for post in found if isinstance(post, Post)] == ["1", "2"]
    assert [k.content.as_dict() for k in found if isinstance(k, Kept)] == [
        {"#markup": "\n<<< ici\n"}
    ]
    assert defects(data) == [
        (Kind.BARE_SIGN, "< (and 2 more)", 3),
        (Kind.BROKEN_RECORD, "not well-formed (invalid token)", 3),
    ]


def test_an_element_beside_the_records_is_mended_too() -> None:
    data = feed(entry("1"), "<rights>Zoé & cie</rights>", entry("2"))
    assert titles(data) == ["Été", "Été"]
    assert (Kind.BARE_SIGN, "&", 3) in defects(data)


def test_the_end_of_a_document_may_be_nonsense() -> None:
    data = feed(entry("1"), end="</flux>")
    assert titles(data) == ["Été"]
    assert defects(data) == [(Kind.BROKEN_RECORD, "mismatched tag", 3)]


def test_a_broken_head_is_told_and_what_was_read_of_it_stands() -> None:
    data = feed("<id>f</id>", "<title>Un</titre>", entry("1"))
    archive = load(io.BytesIO(data))
    assert archive.site is not None
    assert archive.site.id == "f"
    assert len(archive.posts) == 1
    assert [(d.kind, d.line) for d in archive.defects] == [(Kind.BROKEN_RECORD, 3)]


@pytest.mark.parametrize("data", [b"<feed xmlns='http://www.w3.org/2005/Atom' <", b"<disqus a=>"])
def test_what_has_no_beginning_is_refused(data: bytes) -> None:
    with pytest.raises(MalformedSourceError):
        entries(data)


def test_records_that_were_yielded_are_not_yielded_again_when_the_head_is_mended() -> None:
    rights = "<logo>x</logo>" * 3 + "<geo>y</geo>"
    far = " " * (_utf8.CHUNK + 10)
    data = feed(rights, far, "<title>a & b</title>", entry("1"))
    assert [k.name for k in entries(data) if isinstance(k, Kept)] == ["geo"]
    assert titles(data) == ["Été"]


def test_parts_that_were_yielded_are_not_yielded_again_when_their_record_is_mended() -> None:
    comment = "<wp:comment><wp:comment_id>{}</wp:comment_id></wp:comment>"
    comments = [comment.format(n) for n in range(3)]
    far = f"<wp:x>{'x' * _utf8.CHUNK}</wp:x>"
    item = ["<item><wp:post_id>7</wp:post_id>", *comments, far, "<title>a & b</title></item>"]
    data = "\n".join([WXR, *item, "</channel></rss>"]).encode()
    found = [found for found in entries(data) if isinstance(found, Comment | Post)]
    assert [(type(f).__name__, f.id) for f in found] == [
        *(("Comment", str(n)) for n in range(3)),
        ("Post", "7"),
    ]


# What ends too early.


def test_a_document_that_ends_too_early_gives_what_is_whole() -> None:
    whole = feed(entry("1"), entry("2", more="<content>Oui</content>"))
    cut = whole[: whole.index(b"Oui") + 1]
    found = entries(cut)
    posts = [post for post in found if isinstance(post, Post)]
    assert [(post.id, post.title, post.body.text) for post in posts] == [
        ("1", "Été", ""),
        ("2", "Été", ""),
    ]
    [kept] = [kept for kept in found if isinstance(kept, Kept)]
    assert kept.content.as_dict() == {"#markup": f"{entry('2')[:-8]}<content>O"}
    assert defects(cut) == [(Kind.TRUNCATED, "no element found", 3)]


@pytest.mark.parametrize("end", ["", "\n<!-- fin", "\n<entry", "\n<entry><id>2"])
def test_a_document_may_end_between_or_in_its_records(end: str) -> None:
    data = feed(entry("1"), end=end)
    assert titles(data)[:1] == ["Été"]
    assert defects(data)[-1][0] is Kind.TRUNCATED


def test_a_broken_record_may_be_the_last_thing_there_is() -> None:
    data = feed(entry("1"), end="<entry><id>2</id><title>a & b</title>")
    found = entries(data)
    assert [post.title for post in found if isinstance(post, Post)] == ["Été", "a & b"]
    assert [kept.name for kept in found if isinstance(kept, Kept)] == ["entry"]


def test_a_head_may_be_broken_and_all_there_is() -> None:
    data = feed("<title>a & b</title>", end="")
    archive = load(io.BytesIO(data))
    assert archive.site is not None
    assert archive.site.title == "a & b"
    assert [d.kind for d in archive.defects] == [Kind.BARE_SIGN, Kind.TRUNCATED]


@pytest.mark.parametrize("data", [b"<feed", b'<?xml version="1.0"?><disqus'])
def test_a_document_of_which_nothing_is_whole_is_refused(data: bytes) -> None:
    with pytest.raises(MalformedSourceError, match="ends too early"):
        entries(data, format=Format.DISQUS)


@given(st.integers(0, 10_000), st.binary(max_size=4))
def test_any_cut_and_any_bytes_give_our_own_error_or_none(place: int, junk: bytes) -> None:
    whole = feed(
        entry("1"), entry("2", "a & b"), entry("3", more="<author><name>Z</name></author>")
    )
    place %= len(whole)
    for data in (whole[:place], whole[:place] + junk + whole[place:]):
        for damage in Damage:
            try:
                entries(data, damage=damage)
            except BlogModelError:
                continue


# Strictly.


@pytest.mark.parametrize(
    "data, line, column",
    [
        (feed(entry("1"), entry("2", "a & b")), 3, 28),
        (b"\n" + feed(entry("1")), 1, 1),
        (feed("<title>\x0b</title>"), 2, 8),
        (feed(entry("1"), end=""), 3, 1),
        (feed(entry("1", more="<app:control/>")), 2, 1),
    ],
)
def test_a_strict_reading_refuses_what_would_be_mended(data: bytes, line: int, column: int) -> None:
    with pytest.raises(MalformedSourceError) as caught:
        entries(data, damage=Damage.REFUSE)
    assert (caught.value.line, caught.value.column) == (line, column)
    assert f"line {line}, column {column}" in str(caught.value)


def test_a_strict_reading_passes_what_is_right() -> None:
    assert len(entries(feed(entry("1")), damage=Damage.REFUSE)) == 2


# Document types, entities.

BOMB = """<!DOCTYPE feed [<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;&a;">]>"""
OUTSIDE = """<!DOCTYPE feed [<!ENTITY x SYSTEM "file:///etc/passwd">]>"""


@pytest.mark.parametrize("doctype", [BOMB, OUTSIDE, "<!DOCTYPE feed []>"])
@pytest.mark.parametrize("damage", Damage)
def test_a_document_type_that_declares_is_refused(doctype: str, damage: Damage) -> None:
    data = feed(entry("1", "&b;"), start=f'<?xml version="1.0"?>\n{doctype}{ATOM}')
    with pytest.raises(MalformedSourceError, match="declares something is refused at line 2"):
        entries(data, damage=damage)


def test_a_document_type_elsewhere_is_listed_and_never_fetched() -> None:
    doctype = '<!DOCTYPE feed PUBLIC "-//X//Y" "http://127.0.0.1:1/x.dtd">'
    data = feed(entry("1", "L&eacute;a"), entry("2", "L&rien;a"), start=doctype + ATOM)
    assert titles(data) == ["Léa", "L&rien;a"]
    assert defects(data)[0] == (Kind.DOCTYPE, "feed -//X//Y http://127.0.0.1:1/x.dtd", None)


# Names.


@pytest.mark.parametrize(
    "start, prefix",
    [
        ('<a:feed xmlns:a="http://www.w3.org/2005/Atom">', "a:"),
        ('<feed xmlns="http://purl.org/atom/ns#">', ""),
    ],
)
def test_elements_are_known_by_their_namespaces(start: str, prefix: str) -> None:
    data = f"{start}<{prefix}entry><{prefix}id>1</{prefix}id></{prefix}entry></{prefix}feed>"
    assert [f.id for f in entries(data.encode()) if isinstance(f, Post)] == ["1"]


def test_a_prefix_that_is_bound_to_something_else_is_not_taken_for_its_usual_meaning() -> None:
    item = """<item xmlns:wp="http://autre.example/"><guid>7</guid><wp:post_id>1</wp:post_id>
        <y:z xmlns:y="http://y.example/" y:a="b"/></item>"""
    data = f"{WXR}{item}</channel></rss>".encode()
    [post] = [found for found in entries(data) if isinstance(found, Post)]
    assert post.id == "7"
    assert post.extra.as_dict() == {
        "y:z": {"@y:a": "b"},
        "{http://autre.example/}post_id": "1",
    }


def test_a_default_namespace_counts() -> None:
    item = """<item><post_id xmlns="https://wordpress.org/export/1.2/">2</post_id>
        <wp:status>draft</wp:status></item>"""
    data = f"{WXR}{item}</channel></rss>".encode()
    [post] = [found for found in entries(data) if isinstance(found, Post)]
    assert (post.id, str(post.status)) == ("2", "draft")


def test_an_undeclared_prefix_is_told_once() -> None:
    draft = "<app:control><app:draft>yes</app:draft></app:control>"
    data = feed(entry("1", more=draft), entry("2", more=draft))
    assert [str(f.status) for f in entries(data) if isinstance(f, Post)] == ["draft", "draft"]
    assert defects(data) == [(Kind.UNDECLARED_PREFIX, "app", 2)]


def test_an_undeclared_prefix_of_nobody_is_kept_as_it_is_written() -> None:
    data = feed(entry("1", more="<zut:a b='c'>d</zut:a>"))
    [post] = [found for found in entries(data) if isinstance(found, Post)]
    assert post.extra.as_dict() == {"zut:a": {"@b": "c", "#text": "d"}}


# Encodings.


@pytest.mark.parametrize(
    "encoding, declared",
    [
        ("utf-8", "UTF-8"),
        ("utf-8-sig", None),
        ("utf-16", "UTF-16"),
        ("utf-16-le", "UTF-16"),
        ("utf-16-be", "UTF-16"),
        ("utf-32", None),
        ("cp1252", "ISO-8859-1"),
        ("cp1252", "windows-1252"),
        ("iso8859-15", "ISO-8859-15"),
        ("cp850", "cp850"),
    ],
)
def test_one_document_in_any_encoding_reads_the_same(encoding: str, declared: str | None) -> None:
    said = f' encoding="{declared}"' if declared else ""
    text = f'<?xml version="1.0"{said}?>\n' + feed(entry("1", "Été à l'œuvre")).decode()
    text = text.replace("œ", "oe") if encoding == "cp850" else text
    expected = "Été à l'oeuvre" if encoding == "cp850" else "Été à l'œuvre"
    assert titles(text.encode(encoding)) == [expected]
    assert defects(text.encode(encoding)) == []


def test_an_encoding_that_is_given_is_taken_at_its_word() -> None:
    data = feed(entry("1")).decode().encode("cp850")
    assert [f.title for f in entries(data, encoding="cp850") if isinstance(f, Post)] == ["Été"]


def test_an_encoding_that_is_none_is_told() -> None:
    data = b'<?xml version="1.0" encoding="zut"?>' + feed(entry("1"))
    assert titles(data) == ["Été"]
    assert defects(data) == [(Kind.WRONG_ENCODING, "there is no encoding zut; read as UTF-8", 1)]


def test_a_declaration_in_ascii_cannot_be_right_about_utf_16() -> None:
    assert titles(b'<?xml version="1.0" encoding="UTF-16"?>' + feed(entry("1"))) == ["Été"]


def test_bytes_that_are_not_of_a_declared_encoding_are_told() -> None:
    data = b'<?xml version="1.0" encoding="cp1252"?>' + feed(entry("1", "a")) + b"<!--\x81\x81-->"
    assert titles(data) == ["a"]
    assert defects(data) == [
        (Kind.WRONG_ENCODING, "bytes that are not cp1252; read as U+FFFD", None)
    ]


@pytest.mark.parametrize(
    "junk, said", [(b"`", "`"), (b"\n\n ", "white space"), (b"PHP!\n", "PHP!")]
)
def test_what_stands_before_a_document_is_left_out(junk: bytes, said: str) -> None:
    data = junk + b'<?xml version="1.0"?>' + feed(entry("1"))
    assert titles(data) == ["Été"]
    assert defects(data) == [(Kind.JUNK_BEFORE, said, 1)]


# What is too large.


@pytest.fixture
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_xml, "_LARGEST", 4_000)
    monkeypatch.setattr(_xml, "_MOST_ELEMENTS", 500)
    monkeypatch.setattr(_xml, "_HELD", 1_000)
    monkeypatch.setattr(_utf8, "CHUNK", 700)
    monkeypatch.setattr(_utf8, "LARGEST_CHUNK", 700)


@pytest.mark.usefixtures("small")
@pytest.mark.parametrize("content", ["x" * 9_000, "<a/>" * 900, "<a>" * 3_000])
def test_a_record_that_is_too_large_is_passed_over(content: str) -> None:
    data = feed(entry("1"), entry("2", more=f"<content>{content}"), entry("3"))
    data = data if content[:3] != "<a>" else data.replace(b"<a></entry>", b"<a></content></entry>")
    found = entries(data)
    assert [post.id for post in found if isinstance(post, Post)] == ["1", "3"]
    assert Kind.TOO_LARGE in {d.kind for d in found if isinstance(d, SourceDefect)}


@pytest.mark.usefixtures("small")
def test_what_is_too_large_between_records_is_passed_over() -> None:
    data = feed(entry("1"), "<!--" + "x" * 9_000 + "-->", entry("3"))
    assert titles(data) == ["Été", "Été"]
    assert [kind for kind, _, _ in defects(data)] == [Kind.TOO_LARGE]


@pytest.mark.usefixtures("small")
def test_a_broken_record_without_an_end_is_given_up() -> None:
    data = feed(entry("1"), "<entry><id>2</id> & " + "x" * 20_000)
    found = entries(data)
    assert [post.id for post in found if isinstance(post, Post)] == ["1"]
    assert [kept.name for kept in found if isinstance(kept, Kept)] == ["entry"]


@pytest.mark.usefixtures("small")
def test_a_broken_record_that_is_given_up_ends_where_another_does() -> None:
    data = feed(entry("1"), "<entry><id>2</id> & " + "x" * 20_000 + "</entry>", entry("3"))
    assert [f.id for f in entries(data) if isinstance(f, Post)] == ["1", "3"]


def comments(count: int, more: str = "") -> str:
    one = "<wp:comment><wp:comment_id>{}</wp:comment_id>{}</wp:comment>"
    return "".join(one.format(n, more) for n in range(count))


@pytest.mark.usefixtures("small")
def test_a_post_with_many_comments_is_no_large_record() -> None:
    item = f"<item><wp:post_id>7</wp:post_id>{comments(400)}<title>Été</title></item>"
    found = entries(f"{WXR}{item}</channel></rss>".encode())
    assert sum(isinstance(f, Comment) and f.post_id == "7" for f in found) == 400
    assert [f.title for f in found if isinstance(f, Post)] == ["Été"]
    assert not any(isinstance(f, SourceDefect) for f in found)


@pytest.mark.usefixtures("small")
def test_what_is_broken_late_in_a_large_post_leaves_what_was_read() -> None:
    item = f"<item><wp:post_id>7</wp:post_id>{comments(400)}<title>a & b</title></item>"
    found = entries(f"{WXR}{item}<item><wp:post_id>8</wp:post_id></item></channel></rss>".encode())
    assert sum(isinstance(f, Comment) for f in found) == 400
    assert [f.id for f in found if isinstance(f, Post)] == ["7", "8"]
    assert [d.kind for d in found if isinstance(d, SourceDefect)] == [Kind.BROKEN_RECORD]


@pytest.mark.usefixtures("small")
def test_places_are_those_of_the_document_however_it_is_cut() -> None:
    bad = entry("x", "a & b")
    lines = [bad if n % 7 == 3 else entry(str(n)) for n in range(200)]
    found = [line for kind, _, line in defects(feed(*lines)) if kind is Kind.BARE_SIGN]
    assert found == [n + 2 for n in range(200) if n % 7 == 3]


def test_memory_does_not_grow_with_the_document() -> None:
    class Endless(io.RawIOBase):
        """A feed of so many entries, made while it is read."""

        def __init__(self, count: int) -> None:
            self.pieces = self.made(count)
            self.ahead = b""

        @staticmethod
        def made(count: int) -> Iterator[bytes]:
            yield ATOM.encode()
            piece = "".join(entry(str(n), "x" * 400) for n in range(200)).encode()
            for _ in range(count // 200):
                yield piece
            yield b"</feed>"

        def read(self, size: int | None = -1) -> bytes:
            assert size is not None
            while len(self.ahead) < size and (piece := next(self.pieces, b"")):
                self.ahead += piece
            data, self.ahead = self.ahead[:size], self.ahead[size:]
            return data

    def peak(count: int) -> int:
        tracemalloc.start()
        assert sum(1 for _ in read(Endless(count))) == count + 1  # type: ignore[arg-type]
        size = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        return size

    assert peak(24_000) < peak(8_000) * 1.2


def test_a_regular_expression_is_not_slow_on_hostile_tags() -> None:
    for text in ("=" * 9_000, "<a " * 9_000, "<![CDATA[" * 9_000, "]]> " * 9_000, "&" * 9_000):
        found = entries(feed(entry("1", f"& <a {text}")))
        assert any(isinstance(d, SourceDefect) for d in found)


def test_what_follows_the_end_of_a_document_is_told() -> None:
    data = feed(entry("1"), end="<<< \n</feed>")
    assert titles(data) == ["Été"]
    assert defects(data)[0] == (Kind.BARE_SIGN, "< (and 2 more)", 3)
    data = feed(entry("1"), end="</feed>\nzut")
    assert titles(data) == ["Été"]
    assert defects(data) == [(Kind.BROKEN_RECORD, "junk after document element", 4)]


def test_a_channel_may_be_closed_before_what_is_broken() -> None:
    data = f"{WXR}<item><guid>1</guid></item></channel><wp:a b=></rss>".encode()
    assert [f.id for f in entries(data) if isinstance(f, Post)] == ["1"]


def test_what_is_nested_deeply_is_kept_as_its_markup() -> None:
    deep = "<x:a>" * 40 + "é<x:b c='d'/>" + "</x:a>" * 40
    [post] = [f for f in entries(feed(entry("1", more=deep))) if isinstance(f, Post)]
    kept: Any = post.extra.as_dict()
    for _ in range(21):
        kept = kept["x:a"]
    assert kept == deep[5 * 20 : -6 * 20].replace("'", '"').replace("/>", "></x:b>")
