import io
import os
from pathlib import Path
from typing import Any, BinaryIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from blogmodel import load
from blogmodel.errors import (
    BinarySourceError,
    BlogModelError,
    EmptySourceError,
    EncodingError,
    InvalidTypeError,
    InvalidValueError,
    UnknownFormatError,
    UnreadableSourceError,
)
from blogmodel.formats import BloggerTextOptions, Format, LabelPlace

PAGE = "Un été à l’œuvre…\nDéjà ?\nRépondreSupprimerÇa alors.\n@Zoé\u00a0: oui.\nRépondre\n"


def stream(data: bytes) -> BinaryIO:
    return io.BytesIO(data)


@pytest.mark.parametrize(
    "data, encoding",
    [
        (PAGE.encode(), "utf-8"),
        (PAGE.encode("utf-8-sig"), "utf-8"),
        (PAGE.encode("cp1252"), "cp1252"),
        (PAGE.encode("utf-16"), "utf-16"),
        (b"\xfe\xff" + PAGE.encode("utf-16-be"), "utf-16"),
        (PAGE.encode("utf-32"), "utf-32"),
        (PAGE.replace("\n", "\r\n").encode(), "utf-8"),
        (PAGE.replace("\n", "\r\n").encode("cp1252"), "cp1252"),
        (PAGE.replace("\n", "\r").encode("utf-8-sig"), "utf-8"),
        (PAGE.encode() + b"\x1a", "utf-8"),
    ],
)
def test_one_page_in_any_encoding_reads_the_same(data: bytes, encoding: str) -> None:
    archive = load(stream(data))
    plain = load(stream(PAGE.encode()))
    assert (archive.posts, archive.comments) == (plain.posts, plain.comments)
    assert len(archive.comments) == 2
    assert archive.encoding == encoding


def test_the_real_page_in_any_encoding_reads_the_same(shared_data: Path) -> None:
    text = (shared_data / "blogger-page-text.txt").read_text("utf-8")
    pages = [text.encode("utf-8-sig"), text.encode("cp1252"), text.replace("\n", "\r\n").encode()]
    first, *others = [load(stream(page)) for page in pages]
    assert all((a.posts, a.comments) == (first.posts, first.comments) for a in others)
    assert len(first.comments) == 2


def test_an_encoding_that_is_given_is_taken_at_its_word() -> None:
    data = PAGE.replace("œ", "oe").replace("’", "'").replace("…", ".").encode("cp850")
    assert load(stream(data), encoding="cp850").posts[0].body.text == "Un été à l'oeuvre."
    with pytest.raises(EncodingError, match=r"none of the encodings tried \(utf-8\)"):
        load(stream(data), encoding="utf-8")


@pytest.mark.parametrize("encoding", ["utf-9", "hex", "", "\0", "utf\ud800", "aliases"])
def test_an_encoding_that_is_none_is_refused(encoding: str) -> None:
    with pytest.raises(InvalidValueError, match=r"read\.encoding must be the name of"):
        load(stream(b"Oui."), encoding=encoding)


def test_bytes_of_no_encoding_that_is_tried_are_refused() -> None:
    with pytest.raises(EncodingError, match=r"encodings tried \(utf-8, cp1252\)"):
        load(stream(b"d\xe9j\xe0 \x81"))
    with pytest.raises(EncodingError, match=r"encodings tried \(utf-16\)"):
        load(stream(b"\xff\xfea"))


@pytest.mark.parametrize("data", [b"", b" \r\n\t", b"\xef\xbb\xbf", "\u00a0".encode()])
def test_nothing_is_refused(data: bytes) -> None:
    with pytest.raises(EmptySourceError, match="no text in it"):
        load(stream(data))


@pytest.mark.parametrize(
    "data",
    [
        b"\x7fELF\x02",
        b"\x89PNG\r\n\x1a\n\x00\x00",
        b"Texte \x1b[31m",
        "Texte".encode("utf-16-le"),
        "Texte \x00".encode("utf-16"),
    ],
)
def test_what_is_no_text_is_refused(data: bytes) -> None:
    with pytest.raises(BinarySourceError, match="not text"):
        load(stream(data))


@pytest.mark.parametrize(
    "text, name",
    [
        ('<?xml version="1.0"?><feed/>', "XML"),
        ("\n<feed>", "XML"),
        ("<!DOCTYPE html><html>", "HTML"),
        ("<div class='comments'>", "HTML"),
        ("<!-- x -->", "HTML"),
        ('[{"a": 1}]', "JSON"),
        ('{"a": 1}\n{"a": 2}', "JSON"),
        ("%PDF-1.4", "PDF"),
        ("{\\rtf1\\ansi", "RTF"),
    ],
)
def test_text_of_another_format_is_refused_by_its_name(text: str, name: str) -> None:
    with pytest.raises(UnknownFormatError, match=f"this is {name}, which is not read") as caught:
        load(stream(text.encode()))
    assert caught.value.detail == name


@pytest.mark.parametrize(
    "text",
    [
        "[1] Une note.\nEt la suite.",
        "{pas du JSON",
        "[" * 100_000,
        "<3 ce billet",
        "TITRE: un billet\n\nOui.",
        "NB: ce billet a été perdu.\n-----\nBonjour.",
        "[1] [Photo : la cabane]\nOui.",
        "[2009] {Souvenirs}\nOui.",
        "AB: " * 40 + "x",
        "TITLE: " * 40,
        "%PDF est un format.",
    ],
)
def test_prose_that_starts_oddly_is_prose(text: str) -> None:
    assert load(stream(text.encode())).posts[0].body.text.startswith(text[:8])


def test_a_path_is_read_in_both_forms(tmp_path: Path) -> None:
    path = tmp_path / "page.html"  # What is in a file counts, not its name.
    path.write_text(PAGE, "utf-8")
    assert load(path) == load(str(path)) == load(stream(PAGE.encode()))


def test_a_path_of_bytes_is_read(tmp_path: Path) -> None:
    class BytesPath:
        def __fspath__(self) -> bytes:
            return os.fsencode(tmp_path / "page.txt")

    (tmp_path / "page.txt").write_text(PAGE, "utf-8")
    given: Any = BytesPath()
    assert load(given).posts == load(stream(PAGE.encode())).posts


def test_a_file_that_the_system_refuses_is_told(tmp_path: Path) -> None:
    for name in (tmp_path / "rien.txt", tmp_path, "a\0b"):
        with pytest.raises(UnreadableSourceError) as caught:
            load(name)
        assert caught.value.source == os.fspath(name)
        assert isinstance(caught.value, OSError)
        assert caught.value.__cause__ is not None


def test_a_stream_is_named_in_its_error(tmp_path: Path) -> None:
    path = tmp_path / "vide.txt"
    path.touch()
    with path.open("rb") as file, pytest.raises(EmptySourceError, match=r"vide\.txt"):
        load(file)
    with pytest.raises(EmptySourceError, match=r"^<stream>: "):
        load(stream(b""))


def test_a_stream_of_text_and_one_that_breaks_are_refused() -> None:
    class Broken(io.BytesIO):
        def read(self, _size: int | None = -1, /) -> bytes:
            raise OSError(5, "Input/output error")

    with pytest.raises(UnreadableSourceError, match="Input/output error"):
        load(Broken())
    with pytest.raises(UnreadableSourceError, match="gave str; open it in binary mode"):
        load(io.StringIO("Oui."))  # type: ignore[arg-type]


@pytest.mark.parametrize("source", [b"Oui.", None, 3])
def test_what_is_neither_a_path_nor_a_stream_is_refused(source: Any) -> None:
    with pytest.raises(InvalidTypeError, match=r"read\.source must be a path or a stream of bytes"):
        load(source)


def test_the_id_of_the_post_can_be_given() -> None:
    archive = load(stream(PAGE.encode()), options=BloggerTextOptions(post_id="ete"))
    assert archive.posts[0].id == "ete"
    assert {comment.post_id for comment in archive.comments} == {"ete"}


class Odd(io.BytesIO):
    def __init__(self, data: Any) -> None:
        super().__init__()
        self.data = data

    def read(self, _size: int | None = -1, /) -> Any:
        if isinstance(self.data, Exception):
            raise self.data
        data, self.data = self.data, b""
        return data


@pytest.mark.parametrize("data", [EOFError("cut short"), ValueError("closed"), None])
def test_a_stream_that_gives_no_bytes_is_refused(data: object) -> None:
    with pytest.raises(UnreadableSourceError):
        load(Odd(data))


def test_a_stream_may_give_other_kinds_of_bytes() -> None:
    assert load(Odd(bytearray(PAGE.encode()))).posts == load(stream(PAGE.encode())).posts


@pytest.mark.parametrize(
    "encoding, given",
    [
        ("utf-8", None),
        ("utf-8-sig", None),
        ("utf-8-sig", "utf-8"),
        ("utf-8-sig", "utf-8-sig"),
        ("utf-16", None),
        ("utf-16", "utf-16"),
        ("cp1252", None),
    ],
)
def test_evidence_points_into_the_bytes_as_decoded(encoding: str, given: str | None) -> None:
    data = PAGE.encode(encoding)
    archive = load(stream(data), encoding=given)
    assert archive.posts[0].body.text == "Un été à l’œuvre…"
    text = data.decode(archive.encoding or "")
    for inference in archive.inferences:
        evidence = inference.evidence
        assert text[evidence.start : evidence.end] == evidence.text


def test_the_place_of_labels_can_be_told() -> None:
    page = "Billet.\nUn.\nRépondre\nSuite.".encode()
    options = BloggerTextOptions(label_place=LabelPlace.AFTER_FIRST_PARAGRAPH)
    archive = load(stream(page), options=options)
    assert archive.comments[0].body.text == "Un.\n\nSuite."


@given(st.binary(max_size=200) | st.text(max_size=80).map(str.encode))
def test_any_bytes_are_read_or_refused_by_our_own_error(data: bytes) -> None:
    try:
        archive = load(stream(data))
    except BlogModelError:
        return
    assert archive.format is not Format.BLOGGER_TEXT or len(archive.posts) == 1
