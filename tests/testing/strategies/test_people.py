from unicodedata import normalize

import pytest
from hypothesis import find, given
from hypothesis import strategies as st

from blogmodel import Author
from blogmodel.errors import InvalidTypeError, InvalidValueError
from blogmodel.testing import strategies as blog
from blogmodel.testing.strategies import NameKind
from blogmodel.testing.strategies._names import alike
from blogmodel.text import fold


@given(blog.names())
def test_every_name_is_one_that_an_author_may_have(name: str) -> None:
    assert Author(name).name == name
    assert "\0" not in name


@pytest.mark.parametrize("kind", NameKind)
def test_each_kind_of_name_is_drawn_alone_and_shrinks_to_a_short_one(kind: NameKind) -> None:
    assert len(find(blog.names(kinds={kind}), lambda _: True)) <= 16


def holds(kind: NameKind, name: str) -> bool:
    """Tell whether a name has what is hard about its kind."""
    match kind:
        case NameKind.DECOMPOSED:
            return normalize("NFKC", name) != name or name in {"Weiß", "İzmir", "Zoe\u0323\u0301"}
        case NameKind.LOOK_ALIKE:
            return not name.isascii() or name in {"1uc", "Iuc", "rnarie"}
        case NameKind.INVISIBLE:
            return (
                not name.isprintable()
                or name in "\u3164\u2800\u034f\u115f\u1160"
                or "\ufe0f" in name
            )
        case NameKind.FOREIGN:
            return not name.isascii()
        case _:
            return True


@pytest.mark.parametrize("kind", [kind for kind in NameKind if kind is not NameKind.ANY])
def test_names_of_a_kind_have_what_is_hard_about_it(kind: NameKind) -> None:
    @given(blog.names(kinds=[kind]))
    def draw(name: str) -> None:
        assert holds(kind, name)

    draw()


def test_some_names_begin_as_others_do() -> None:
    drawn: set[str] = set()

    @given(blog.names(kinds={NameKind.PREFIX}))
    def draw(name: str) -> None:
        drawn.add(name)

    draw()
    assert any(one != other and other.startswith(one) for one in drawn for other in drawn)


@given(blog.names(max_size=3))
def test_names_keep_to_a_length(name: str) -> None:
    assert 1 <= len(name) <= 3


def test_a_length_that_no_name_of_a_kind_has_is_refused() -> None:
    with pytest.raises(InvalidValueError, match=r"names\.max_size must be more, for"):
        blog.names(kinds={NameKind.PSEUDONYM}, max_size=1)
    with pytest.raises(InvalidValueError, match=r"max_size must be 1 or more"):
        blog.names(max_size=0)


def test_kinds_that_are_none_are_refused() -> None:
    with pytest.raises(InvalidTypeError, match=r"names\.kinds must be one of NameKind\.FRENCH"):
        blog.names(kinds=["french"])  # type: ignore[list-item]
    with pytest.raises(InvalidValueError, match=r"names\.kinds must be one NameKind or more"):
        blog.names(kinds=[])


@pytest.mark.parametrize("name", ["Zoé", "Jean-François L’Écuyer", "X", "zoe", "\u3164"])
def test_a_name_alike_is_another_name_and_may_be_an_authors(name: str) -> None:
    others = alike(name)
    assert name not in others
    assert len(set(others)) == len(others) >= 4
    assert all(Author(other).name == other for other in others)


def test_a_name_alike_differs_in_ways_that_programs_overlook() -> None:
    assert {"zoé", "Zoe", normalize("NFD", "Zoé"), "Zoé\u200b", "Zoé bis", "Zo"} <= set(
        alike("Zoé")
    )


@given(blog.authors(names=st.just("Zoé"), ids=st.just("1"), emails=st.none(), urls=st.none()))
def test_what_a_user_fixes_of_an_author_is_kept(author: Author) -> None:
    assert author == Author("Zoé", id="1")


@given(blog.casts(min_size=2, max_size=5))
def test_a_cast_has_people_of_different_names(cast: list[Author]) -> None:
    assert 2 <= len({author.name for author in cast}) == len(cast) <= 5


def test_a_cast_is_found_in_which_one_may_be_taken_for_another() -> None:
    cast = find(
        blog.casts(),
        lambda cast: any(
            one.name != other.name and fold(one.name) == fold(other.name)
            for one in cast
            for other in cast
        ),
    )
    assert len(cast) == 2


@given(blog.casts(names=st.sampled_from(["Zoé", "Luc"]), max_size=2))
def test_a_cast_has_the_names_that_are_given_and_no_other(cast: list[Author]) -> None:
    assert {author.name for author in cast} <= {"Zoé", "Luc"}
