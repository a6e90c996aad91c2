"""One door for every format: recognised by content, read as it comes, closed in any case."""

import gzip
import io
import tarfile
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from blogmodel import Body, Comment, MediaType, Post
from blogmodel.errors import (
    InvalidTypeError,
    MalformedSourceError,
    MissingExtraError,
    UnknownFormatError,
    UnreadableSourceError,
)
from blogmodel.formats import (
    Archive,
    Damage,
    Format,
    Progress,
    Site,
    _containers,
    clean_html,
    load,
    read,
)
from blogmodel.formats import SourceDefectKind as Kind

FEED = """<feed xmlns="http://www.w3.org/2005/Atom"><title>{}</title>
<entry><id>{}</id><content type="html">&lt;p onclick="x">Oui&lt;/p></content></entry></feed>"""
ONE = FEED.format("Un", "1").encode()
TWO = FEED.format("Deux", "2").encode()


def loaded(data: bytes, **options: Any) -> Archive:
    return load(io.BytesIO(data), **options)


def kinds(archive: Archive) -> list[tuple[Kind, str]]:
    return [(defect.kind, defect.text) for defect in archive.defects]


# Reading.


def test_a_reading_says_what_it_reads() -> None:
    reading = read(io.BytesIO(ONE))
    assert (reading.format, reading.encoding) == (Format.ATOM, None)
    assert [type(entry) for entry in reading] == [Post, Site]


def test_the_words_of_a_page_are_read_by_the_same_door() -> None:
    with read(io.BytesIO("Un billet.\nBravo !\nRépondre".encode())) as reading:
        kinds_ = [type(entry).__name__ for entry in reading]
    assert kinds_ == ["Post", "Comment", "Inference"]
    assert (reading.format, reading.encoding) == (Format.BLOGGER_TEXT, "utf-8")


def test_a_file_is_closed_at_the_end_and_in_any_case(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(ONE)
    reading = read(path)
    list(reading)
    assert reading._source.raw.closed
    with read(path) as reading:
        next(reading)
    assert reading._source.raw.closed
    path.write_bytes(b"%PDF-1.4")
    with pytest.raises(UnknownFormatError):
        read(path)
    path.write_bytes(ONE[:40])
    reading = read(path)
    with pytest.raises(MalformedSourceError):
        list(reading)
    assert reading._source.raw.closed


def test_a_stream_stays_open() -> None:
    stream = io.BytesIO(ONE)
    list(read(stream))
    assert not stream.closed


@pytest.mark.parametrize(
    "start, name",
    [
        ('\tfeed xmlns="http://www.w3.org/2005/Atom"><entry></entry></feed>', "XML"),
        ("fe<d version='1' xmlns:thr='x'><entry></entry></feed>", "XML"),
        ("<feed0xmlns='http://www.w3.org/2005/Atom'><entry/></feed>", "XML"),
        ("<?xm", "XML"),
        ('{\n  "version": 1,\n  "comme', "JSON"),
        ('[{"id', "JSON"),
        ('p\n  "version": 1,\n  "comments": []}', "JSON"),
    ],
)
def test_the_start_of_another_format_is_no_text_of_a_page(start: str, name: str) -> None:
    with pytest.raises(UnknownFormatError, match=f"this is {name}, which is not read"):
        loaded(start.encode())


@pytest.mark.parametrize(
    "text", ["<?php echo 1 ?>", "{Été}", "[Mise à jour] Un billet.", "{ 1", '"Été": un billet.']
)
def test_a_text_may_begin_with_a_sign(text: str) -> None:
    assert loaded(text.encode()).posts[0].body.text == text


def test_a_format_that_is_given_is_taken_at_its_word() -> None:
    with pytest.raises(MalformedSourceError, match="the root is feed, not disqus at line 1"):
        loaded(ONE, format=Format.DISQUS)
    assert loaded(ONE, format=Format.BLOGGER_TEXT).posts[0].body.text == ONE.decode().replace(
        "\n", "\n\n"
    )
    with pytest.raises(UnknownFormatError, match="written only"):
        loaded(ONE, format=Format.HTML)


@pytest.mark.parametrize("options", [{"format": "wxr"}, {"damage": "repair"}, {"options": "after"}])
def test_an_option_of_another_type_is_refused(options: dict[str, Any]) -> None:
    with pytest.raises(InvalidTypeError, match=r"read\."):
        loaded(ONE, **options)


def test_progress_is_told_with_what_was_found() -> None:
    told: list[Progress] = []
    loaded(ONE, progress=told.append)
    assert told[-1] == Progress(len(ONE), len(ONE), posts=1, comments=0)


def test_how_much_there_is_may_not_be_known() -> None:
    class Pipe(io.RawIOBase):
        def __init__(self) -> None:
            self.data = io.BytesIO(ONE)

        def read(self, size: int = -1, /) -> bytes:
            return self.data.read(min(size, 7))

    told: list[Progress] = []
    archive = load(Pipe(), progress=told.append)  # type: ignore[arg-type]
    assert (archive.posts[0].id, told[-1].total, told[-1].done) == ("1", None, len(ONE))


class Odd(io.BytesIO):
    """A stream that tells its place in its own way."""

    def tell(self) -> Any:
        return "ici"

    def seek(self, *_: Any) -> Any:
        return "là"


def test_a_stream_that_tells_no_number_has_no_total() -> None:
    told: list[Progress] = []
    load(Odd(ONE), progress=told.append)
    assert told[-1].total is None


class Breaking(io.BytesIO):
    """A stream that is read well, and then no more."""

    def read(self, size: int | None = -1, /) -> bytes:
        if self.tell() > 70_000:
            raise OSError(5, "Input/output error")
        return super().read(size)


def test_a_stream_that_breaks_off_is_told() -> None:
    data = ONE.replace(b"</feed>", b" " * 3_000_000 + b"</feed>")
    with pytest.raises(UnreadableSourceError, match="Input/output error"):
        load(Breaking(data))


# HTML, made safe where that is asked for.


def test_html_stays_html_unless_it_is_to_be_cleaned() -> None:
    assert loaded(ONE).posts[0].body == Body('<p onclick="x">Oui</p>', MediaType.HTML)
    assert loaded(ONE, clean=clean_html).posts[0].body == Body("<p>Oui</p>", MediaType.HTML)


def test_every_html_body_is_cleaned_and_no_other() -> None:
    page = """<rss xmlns:thr="http://purl.org/syndication/thread/1.0"
        xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
        <item><guid>1</guid><description>a</description><content:encoded>b</content:encoded></item>
        <item><guid>2</guid><thr:in-reply-to ref="1"/><description>c</description></item>
        </channel></rss>"""
    archive = loaded(page.encode(), clean=str.upper)
    assert archive.posts[0].body.text == "B"
    assert archive.posts[0].summary == Body("A", MediaType.HTML)
    assert archive.comments[0].body.text == "C"
    assert loaded(b"Un billet.", clean=str.upper).posts[0].body.text == "Un billet."
    [plain] = loaded(ONE.replace(b' type="html"', b""), clean=str.upper).posts
    assert plain.summary is None
    assert plain.body.text.startswith("<p")


@pytest.mark.parametrize(
    "text, clean",
    [
        ("<script>x()</script>Oui", "Oui"),
        ('<a href="javascript:x()">a</a>', '<a rel="nofollow noopener ugc">a</a>'),
        (
            '<img src="https://a.example/x.png" onerror="x()">',
            '<img src="https://a.example/x.png">',
        ),
        ('<p id="comments" class="x" style="color:red">a</p>', "<p>a</p>"),
        ("<iframe src='https://a.example/'></iframe>", ""),
    ],
)
def test_what_runs_is_left_out(text: str, clean: str) -> None:
    assert clean_html(text) == clean


def test_cleaning_needs_its_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "nh3", None)
    with pytest.raises(MissingExtraError, match=r"blogmodel\[sanitize\]"):
        clean_html("a")


# Files in files.

FOLDER = "Takeout/Blogger/Blogs/Mon blogue"
FILES = {
    f"{FOLDER}/feed.atom": ONE,
    f"{FOLDER}/settings.csv": b"a,b",
    "Takeout/Blogger/Comments/feed.atom": TWO,
}


def zipped(files: dict[str, bytes]) -> bytes:
    there = io.BytesIO()
    with zipfile.ZipFile(there, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.mkdir("Takeout")
        for name, data in files.items():
            archive.writestr(name, data)
    return there.getvalue()


def tarred(files: dict[str, bytes]) -> bytes:
    there = io.BytesIO()
    with tarfile.open(fileobj=there, mode="w") as archive:
        archive.addfile(tarfile.TarInfo("Takeout"))
        link = tarfile.TarInfo("lien")
        link.type, link.linkname = tarfile.SYMTYPE, "/etc/passwd"
        archive.addfile(link)
        for name, data in files.items():
            info = tarfile.TarInfo(name)
            info.size = len(data)
            archive.addfile(info, io.BytesIO(data))
    return there.getvalue()


def tgz(files: dict[str, bytes]) -> bytes:
    return gzip.compress(tarred(files))


@pytest.mark.parametrize("packed", [zipped, tarred, tgz])
def test_the_blog_in_an_archive_of_files_is_read(
    packed: Callable[[dict[str, bytes]], bytes],
) -> None:
    archive = loaded(packed(FILES))
    assert [post.id for post in archive.posts] == ["1"]
    assert archive.site == Site(title="Un")
    names = [kept.content.as_dict()["name"] for kept in archive.kept]
    assert sorted(name for name in names if name != "Takeout") == [
        f"{FOLDER}/settings.csv",
        "Takeout/Comments/feed.atom".replace("Takeout/", "Takeout/Blogger/"),
    ]
    assert (archive.format, archive.defects) == (Format.ATOM, ())


def test_several_blogs_in_one_archive_are_all_read() -> None:
    archive = loaded(zipped({"a.xml": ONE, "b.xml": TWO}))
    assert [post.id for post in archive.posts] == ["1", "2"]
    assert archive.site == Site(title="Un")
    assert [kept.content.as_dict()["title"] for kept in archive.kept] == ["Deux"]


def test_a_file_under_gzip_alone_is_read() -> None:
    assert loaded(gzip.compress(ONE)).posts[0].id == "1"


def test_an_archive_in_an_archive_is_kept_by_name() -> None:
    archive = loaded(zipped({"a.zip": zipped({"b.xml": ONE})}))
    assert [kept.content.as_dict()["name"] for kept in archive.kept] == ["a.zip"]


@pytest.mark.parametrize("packed", [zipped, tgz])
def test_a_stream_that_cannot_be_moved_in_is_read_too(
    packed: Callable[[dict[str, bytes]], bytes],
) -> None:
    class Pipe(io.RawIOBase):
        def __init__(self) -> None:
            self.data = io.BytesIO(packed(FILES))

        def read(self, size: int = -1, /) -> bytes:
            return self.data.read(size)

    assert [post.id for post in load(Pipe()).posts] == ["1"]  # type: ignore[arg-type]


def test_a_file_that_cannot_be_read_leaves_the_others() -> None:
    broken = {"a.xml": ONE[:40], "b.xml": TWO}
    archive = loaded(zipped(broken))
    assert [post.id for post in archive.posts] == ["2"]
    assert [kind for kind, _ in kinds(archive)] == [Kind.BROKEN_RECORD]
    with pytest.raises(MalformedSourceError, match=r"a\.xml"):
        loaded(zipped(broken), damage=Damage.REFUSE)


def test_damage_in_an_archive_of_files_is_told() -> None:
    data = bytearray(zipped({"a.xml": ONE * 1, "b.xml": TWO}))
    place = data.index(b"a.xml") + 40
    data[place : place + 9] = b"\xff" * 9
    archive = loaded(bytes(data))
    assert [post.id for post in archive.posts] == ["2"]
    assert [kind for kind, _ in kinds(archive)] == [Kind.BROKEN_RECORD]
    assert loaded(tgz(FILES)[:-40]).defects[-1].kind in {Kind.TRUNCATED, Kind.BROKEN_RECORD}


@pytest.mark.parametrize(
    "data",
    [b"PK\x03\x04 zut", b"\x1f\x8b\x08 zut", zipped(FILES)[:200], gzip.compress(ONE)[:12]],
    ids=["zip", "gzip", "cut zip", "cut gzip"],
)
def test_what_is_no_archive_after_all_is_refused(data: bytes) -> None:
    with pytest.raises(MalformedSourceError, match=r"no (?:zip archive|gzip file)"):
        loaded(data)


def test_a_file_under_a_password_is_told() -> None:
    data = bytearray(zipped({"a.xml": ONE, "b.xml": TWO}))
    for mark, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = data.index(b"a.xml") if mark == b"PK\x03\x04" else data.rindex(b"a.xml")
        data[data.rindex(mark, 0, at) + place] |= 1
    archive = loaded(bytes(data))
    assert [post.id for post in archive.posts] == ["2"]
    assert kinds(archive)[0][0] is Kind.BROKEN_RECORD
    with pytest.raises(MalformedSourceError, match="password"):
        loaded(bytes(data), damage=Damage.REFUSE)


@pytest.mark.parametrize("packed", [zipped, tgz])
def test_what_grows_beyond_any_real_file_is_not_read_to_its_end(
    packed: Callable[[dict[str, bytes]], bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(_containers, "_SMALL", 1 << 18)
    bomb = ONE.replace(b"</feed>", b" " * 30_000_000 + b"</feed>")
    archive = loaded(packed({"a.xml": bomb}))
    assert [post.id for post in archive.posts] == ["1"]
    assert {kind for kind, _ in kinds(archive)} & {Kind.TOO_LARGE, Kind.BROKEN_RECORD}


@pytest.mark.parametrize("packed", [zipped, tarred])
def test_more_files_than_any_archive_has_are_not_looked_at(
    packed: Callable[[dict[str, bytes]], bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(_containers, "_MOST_FILES", 3)
    archive = loaded(packed({f"{n}.xml": ONE for n in range(9)}))
    assert kinds(archive)[0] == (Kind.TOO_LARGE, "more than 3 files")
    assert 0 < len(archive.posts) < 4


def test_comments_count_in_progress() -> None:
    told: list[Progress] = []
    thr = 'xmlns:thr="http://purl.org/syndication/thread/1.0"'
    reply = f'<entry><id>c</id><thr:in-reply-to {thr} ref="1"/></entry></feed>'
    archive = loaded(ONE.replace(b"</feed>", reply.encode()), progress=told.append)
    assert isinstance(archive.comments[0], Comment)
    assert told[-1].comments == 1


def test_several_gzip_files_one_after_another_are_one() -> None:
    data = gzip.compress(ONE[:60]) + gzip.compress(ONE[60:]) + b"\0" * 9
    assert [post.id for post in loaded(data).posts] == ["1"]
    assert loaded(data).defects == ()


def test_damage_in_a_tar_is_refused_where_that_is_asked_for() -> None:
    with pytest.raises(MalformedSourceError, match=r"a\.xml"):
        loaded(tarred({"a.xml": ONE[:40]}), damage=Damage.REFUSE)
