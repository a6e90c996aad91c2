"""The library's own documents, one a line."""

import io
import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from blogmodel import Author, Comment, Post, to_json
from blogmodel.errors import MalformedSourceError
from blogmodel.formats import (
    Archive,
    Damage,
    Evidence,
    Format,
    Inference,
    InferredField,
    Kept,
    Notice,
    NoticeKind,
    Rule,
    Site,
    SourceDefect,
    SourceDefectKind,
    _lines,
    load,
    lost,
    pieces,
    read,
    write,
)
from blogmodel.model import Extra
from blogmodel.testing.strategies import authors, comments, extras, posts

EVIDENCE = Evidence("Répondre", start=3, end=11, comment_id="c")
SITE = Site(title="Mon\u2028blogue", zone="America/Toronto", authors=(Author("Zoé", id="1"),))
ARCHIVE = Archive(
    Format.JSON,
    site=SITE,
    posts=(Post("p", extra=Extra.of({"karma": 1})),),
    comments=(Comment("c", "p", body="Oui\u2028"),),
    kept=(Kept("zut", content=Extra.of({"a": [1]}), line=7),),
    defects=(SourceDefect(SourceDefectKind.BAD_DATE, "hier", line=1, column=2, subject_id="p"),),
    inferences=(
        Inference(
            "c",
            InferredField.AUTHOR,
            value="Zoé",
            rule=Rule.MENTION,
            evidence=EVIDENCE,
            confidence=0.5,
            adopted=True,
            alternatives=("d",),
        ),
    ),
    notices=(Notice(NoticeKind.STRAY_LABEL, EVIDENCE),),
)


def text(archive: Archive) -> str:
    return "".join(pieces(archive, Format.JSON))


def loaded(data: str | bytes, **options: Any) -> Archive:
    return load(io.BytesIO(data.encode() if isinstance(data, str) else data), **options)


def test_an_archive_is_a_line_for_each_thing_in_it() -> None:
    lines = text(ARCHIVE).splitlines()
    assert [json.loads(line)["type"] for line in lines] == [
        *("archive", "site", "post", "comment", "kept", "defect", "inference", "notice")
    ]
    assert loaded(text(ARCHIVE)) == ARCHIVE
    assert loaded(text(ARCHIVE)).kept[0].line == 7
    assert lost(ARCHIVE, Format.JSON) == ()


sites = st.builds(
    Site,
    title=st.none() | st.text(max_size=9),
    id=st.none() | st.text(min_size=1, max_size=4),
    authors=st.lists(authors(extra=extras()), max_size=2).map(tuple),
    settings=extras(),
)


@given(
    st.none() | sites,
    st.lists(posts(extra=extras()), max_size=3, unique_by=lambda post: post.id),
    st.lists(comments(extra=extras(), post_ids=st.just("p")), max_size=3),
)
def test_what_is_written_is_read_the_same(
    site: Site | None, posts: list[Post], comments: list[Comment]
) -> None:
    unique = {comment.id: comment for comment in comments if comment.id != "p"}
    archive = Archive(
        Format.JSON,
        site=None if site == Site() else site,
        posts=(Post("p"), *(post for post in posts if post.id not in {"p", *unique})),
        comments=tuple(unique.values()),
    )
    assert loaded(text(archive)) == archive


@given(st.lists(posts(extra=extras()), max_size=3), st.randoms())
def test_lines_may_come_in_any_order(posts: list[Post], chance: Any) -> None:
    lines = [*text(Archive(Format.JSON, posts=tuple(posts), comments=())).splitlines(), ""]
    chance.shuffle(lines)
    again = list(read(io.BytesIO("\n".join(lines).encode()), format=Format.JSON))
    assert {entry for entry in again if isinstance(entry, Post)} == set(posts)


def test_documents_alone_are_read_and_crlf_is_a_line_end() -> None:
    lines = [to_json(Post("p")), to_json(Comment("c", "p"))]
    archive = loaded("\ufeff" + "\r\n".join(lines))
    assert (archive.format, archive.posts, len(archive.comments)) == (
        Format.JSON,
        (Post("p"),),
        1,
    )


BROKEN = [
    ("{", "Expecting property name"),
    ("[1]", "must be an object"),
    ('{"type":"post","version":1}', "id missing"),
    ('{"type":"post","version":9,"id":"1"}', "version"),
    ('{"type":"author","version":1,"name":"Zoé"}', "none that is known"),
    ('{"type":"kept","version":2,"name":"x"}', "version must be 1"),
    ('{"type":"kept","version":1}', "a field is missing: 'name'"),
    ('{"type":"kept","version":1,"name":7}', "Kept.name must be a str"),
    ('{"type":"defect","version":1,"kind":"zut"}', "zut"),
    ('{"type":"zut","version":1}', "none that is known: 'zut'"),
    ("[" * 9_999, "nested too deeply"),
]


@pytest.mark.parametrize("line, said", BROKEN)
def test_a_line_that_cannot_be_read_is_kept_and_the_others_are_read(line: str, said: str) -> None:
    lines = [text(ARCHIVE).splitlines()[0], line, to_json(Post("p"))]
    archive = loaded("\n".join(lines))
    assert archive.posts == (Post("p"),)
    [defect] = archive.defects
    assert (defect.kind, defect.line) == (SourceDefectKind.BROKEN_RECORD, 2)
    assert said in defect.text
    assert archive.kept[0].content.as_dict() == {"#text": line}
    with pytest.raises(MalformedSourceError) as caught:
        loaded("\n".join(lines), damage=Damage.REFUSE)
    assert caught.value.line == 2


def test_bytes_that_are_not_utf_8_are_told() -> None:
    archive = loaded(text(ARCHIVE).encode() + b'{"type":"post","id":"\xe9"}')
    assert archive.defects[-1].kind is SourceDefectKind.BROKEN_RECORD


def test_a_line_without_end_is_cut(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_lines, "_LONGEST", 100)
    monkeypatch.setattr(_lines, "_CHUNK", 64)
    data = b"a\nb\n" + b"x" * 1_000 + b"\nc"
    lines = [line for _, line in _lines.lines(io.BytesIO(data))]  # type: ignore[arg-type]
    assert (lines[:2], lines[-1]) == ([b"a", b"b"], b"c")
    assert b"".join(lines[2:-1]) == b"x" * 1_000
    assert max(map(len, lines)) < 200


def test_an_archive_is_written_to_a_stream() -> None:
    there = io.BytesIO()
    write(ARCHIVE, there, Format.JSON)
    assert loaded(there.getvalue()) == ARCHIVE
