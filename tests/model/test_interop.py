"""The values in the libraries that people plug them into."""

from datetime import UTC, datetime

import attrs
import msgspec
import pytest
from cattrs.preconf.json import make_converter
from hypothesis import given

from blogmodel import Comment
from blogmodel.testing import strategies as blog


@given(blog.comments(extra=blog.extras()))
def test_msgspec_gives_the_value_back(comment: Comment) -> None:
    assert msgspec.json.decode(msgspec.json.encode(comment), type=Comment) == comment


def test_msgspec_keeps_moments_in_utc() -> None:
    text = b'{"id": "2", "post_id": "1", "created_at": "2011-06-24T09:07:00-04:00"}'
    comment = msgspec.json.decode(text, type=Comment)
    assert comment.created_at == datetime(2011, 6, 24, 13, 7, tzinfo=UTC)
    assert comment.created_at is not None
    assert comment.created_at.tzinfo is UTC


@pytest.mark.parametrize(
    "text",
    [
        b'{"id": "", "post_id": "1"}',
        b'{"id": "2", "post_id": "1", "ups": -1}',
        b'{"id": "2", "post_id": "1", "created_at": "2011-06-24T09:07:00"}',
        b'{"id": "2", "post_id": "1", "author": {"name": " "}}',
    ],
)
def test_msgspec_cannot_get_round_the_laws(text: bytes) -> None:
    with pytest.raises(msgspec.ValidationError):
        msgspec.json.decode(text, type=Comment)


@given(blog.comments(extra=blog.extras()))
def test_cattrs_gives_the_value_back(comment: Comment) -> None:
    converter = make_converter()
    assert converter.loads(converter.dumps(comment), Comment) == comment


@given(blog.comments())
def test_attrs_gives_the_value_back(comment: Comment) -> None:
    assert attrs.evolve(comment) == comment
