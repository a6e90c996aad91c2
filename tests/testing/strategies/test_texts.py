from collections.abc import Callable

import pytest
from hypothesis import find, given
from hypothesis import strategies as st

from blogmodel import Body, MediaType
from blogmodel.errors import InvalidValueError
from blogmodel.testing import strategies as blog
from blogmodel.testing.strategies import TextKind
from blogmodel.text import DangerKind, dangers, html_links, links

FOUND: list[tuple[TextKind, Callable[[str], object]]] = [
    (TextKind.PROSE, lambda text: "’" in text),
    (TextKind.PROSE, lambda text: "\u00a0" in text),
    (TextKind.PROSE, lambda text: text.startswith("Il me semble que")),
    (TextKind.EMPTY, lambda text: not text),
    (TextKind.MENTION, lambda text: text.startswith("@Zoé : ")),
    (TextKind.QUOTATION, lambda text: text.startswith("> ")),
    (TextKind.QUOTATION, lambda text: "<blockquote>" in text),
    (TextKind.LINK, links),
    (TextKind.LINK, html_links),
    (TextKind.LINK, lambda text: "](http" in text),
    (TextKind.MARKUP, lambda text: "<script>" in text),
    (TextKind.EMOJI, lambda text: "\u200d" in text),
    (TextKind.EMOJI, lambda text: "🇶🇨" in text),
    (TextKind.LONG, lambda text: len(text) >= 5_000),
    (TextKind.ANY, lambda text: not text.isascii()),
    *(
        (TextKind.DANGEROUS, lambda text, kind=kind: any(d.kind is kind for d in dangers(text)))
        for kind in (DangerKind.BIDI, DangerKind.COMBINING_FLOOD, DangerKind.HOMOGLYPH)
    ),
]


@pytest.mark.parametrize("kind, condition", FOUND)
def test_texts_of_a_kind_have_what_it_says(
    kind: TextKind, condition: Callable[[str], object]
) -> None:
    assert condition(find(blog.texts(kinds=[kind]), lambda text: bool(condition(text))))


@given(blog.texts())
def test_every_text_can_be_written_to_a_file_and_to_a_database(text: str) -> None:
    assert Body(text).text.encode().decode() == text
    assert "\0" not in text


@given(blog.texts(max_size=10))
def test_texts_keep_to_a_length(text: str) -> None:
    assert len(text) <= 10


def test_a_length_that_no_text_of_a_kind_has_is_refused() -> None:
    with pytest.raises(InvalidValueError, match=r"texts\.max_size must be more, for"):
        blog.texts(kinds={TextKind.LONG}, max_size=80)


@given(blog.texts(kinds={TextKind.ANY}, max_size=0))
def test_no_character_is_an_empty_text(text: str) -> None:
    assert not text


def test_bodies_shrink_to_a_short_text_of_the_media_type_that_is_asked_for() -> None:
    assert find(blog.bodies(), lambda _: True) == Body("Merci !")
    html = find(blog.bodies(), lambda body: body.media_type is MediaType.HTML)
    assert html == Body("Merci !", MediaType.HTML)


@given(
    blog.bodies(texts=st.just("Oui"), media_types=st.just(MediaType.MARKDOWN), extra=blog.extras())
)
def test_what_a_user_fixes_of_a_body_is_kept(body: Body) -> None:
    assert (body.text, body.media_type) == ("Oui", MediaType.MARKDOWN)
    assert set(body.extra.as_dict()) <= {"x_karma", "x_éloge", "x"}


@given(blog.extras(names=st.just("karma")))
def test_kept_fields_have_the_names_that_are_given(extra: object) -> None:
    assert repr(extra) in {"Extra()", "Extra(karma)"}
