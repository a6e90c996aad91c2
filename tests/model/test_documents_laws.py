import copy
from datetime import UTC, datetime
from typing import Any

import attrs
import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from blogmodel import Author, Comment, Post, from_dict, from_json, to_dict, to_json
from blogmodel.errors import BlogModelError
from blogmodel.model import Unknown, json_schema
from blogmodel.testing import strategies as blog

SCHEMA = jsonschema.Draft202012Validator(
    json_schema(), format_checker=jsonschema.FormatChecker(["date-time"])
)
MOMENTS = st.none() | blog.moments(
    earliest=datetime.min.replace(tzinfo=UTC), latest=datetime.max.replace(tzinfo=UTC)
)
DOCUMENTS: st.SearchStrategy[Author | Post | Comment] = st.one_of(
    blog.authors(extra=blog.extras()),
    blog.posts(extra=blog.extras(), published_at=MOMENTS),
    blog.comments(extra=blog.extras(), created_at=MOMENTS, bodies=blog.bodies(texts=st.text())),
)


def read(data: dict[str, Any], value: Author | Post | Comment) -> Author | Post | Comment:
    return from_dict(data, type(value), unknown=Unknown.KEEP)


@given(DOCUMENTS)
def test_a_dict_gives_the_value_back(value: Author | Post | Comment) -> None:
    assert read(to_dict(value), value) == value


@given(DOCUMENTS)
def test_json_gives_the_value_back(value: Author | Post | Comment) -> None:
    text = to_json(value)
    assert from_json(text, type(value), unknown=Unknown.KEEP) == value
    assert from_json(text.encode(), type(value), unknown=Unknown.KEEP) == value


@given(DOCUMENTS)
def test_what_is_written_is_valid_by_the_published_schema(value: Author | Post | Comment) -> None:
    SCHEMA.validate(to_dict(value))


JUNK = st.sampled_from([None, "", "x", " ", 0, -1, 1.5, True, [], [""], {}, "2011-06-24T25:00:00Z"])


@st.composite
def damaged(draw: st.DrawFn) -> tuple[dict[str, Any], Author | Post | Comment]:
    """Draw a document with one field, at any depth, replaced or left out."""
    value = draw(DOCUMENTS)
    data = copy.deepcopy(to_dict(value))
    place = data
    inner = [field for field in place.values() if isinstance(field, dict)]
    if inner and draw(st.booleans()):
        place = draw(st.sampled_from(inner))
    name = draw(st.sampled_from(sorted(place)) if place else st.just("name"))
    if draw(st.booleans()):
        place.pop(name, None)
    else:
        place[name] = draw(JUNK)
    return data, value


@given(damaged())
def test_what_the_schema_refuses_is_refused_and_by_our_own_error(
    case: tuple[dict[str, Any], Author | Post | Comment],
) -> None:
    data, value = case
    try:
        read(data, value)
    except BlogModelError:
        return
    assert SCHEMA.is_valid(data)


def test_the_schema_is_a_schema() -> None:
    jsonschema.Draft202012Validator.check_schema(json_schema())


@pytest.mark.parametrize("cls", [Author, Post, Comment])
def test_the_schema_names_every_field(cls: type[Any]) -> None:
    fields = {field.name for field in attrs.fields(cls)} - {"extra"}
    assert set(json_schema()["$defs"][cls.__name__.lower()]["properties"]) == fields


@given(DOCUMENTS)
def test_every_field_of_a_value_is_written(value: Author | Post | Comment) -> None:
    fields = {field.name for field in attrs.fields(type(value))} - {"extra"}
    assert fields <= to_dict(value).keys()
