import pytest

from blogmodel.errors import InvalidTypeError
from blogmodel.text import Level, find


@pytest.mark.parametrize(
    "query, text, spans",
    [
        ("etat", "L’État, c’est moi", ((2, 6),)),
        ("ÉTAT", "l’état de l’E\u0301tat", ((2, 6), (12, 17))),
        ("l'etat", "L’État", ((0, 6),)),
        ("cœur", "Le coeur et le cœur", ((3, 8), (15, 19))),
        ("e", "œ", ((0, 1),)),
        ("s", "ß", ((0, 1),)),
        ("ss", "ßß", ((0, 1), (1, 2))),
        ("aa", "aaaaa", ((0, 2), (2, 4))),
        ("art", "un tartare", ((4, 7),)),
        ("9 h 07", "à 9\u00a0h\u00a007", ((2, 8),)),
        ("absent", "L’État", ()),
        ("", "abc", ()),
        ("\u0301\u200b", "abc", ()),
        ("abc", "", ()),
        ("a\ud800", "A\ud800", ((0, 2),)),
    ],
)
def test_a_phrase_is_found_as_a_reader_types_it(
    query: str, text: str, spans: tuple[tuple[int, int], ...]
) -> None:
    assert find(query, text) == spans


@pytest.mark.parametrize(
    "text, levels",
    [
        ("viagra", list(Level)),
        ("Viágra", list(Level)[1:]),
        ("vіаgrа", list(Level)[2:]),
        ("V14GR@", list(Level)[3:]),
        ("v.і.@.g.r.á", list(Level)[4:]),
        ("niagara", []),
    ],
)
def test_each_level_finds_more(text: str, levels: list[Level]) -> None:
    sentence = f"Du {text}, ici"
    found = [level for level in Level if find("viagra", sentence, level=level)]
    assert found == levels
    assert all(find("viagra", sentence, level=level) == ((3, 3 + len(text)),) for level in found)


def test_a_query_may_be_disguised_itself() -> None:
    assert find("v.1.agra", "du viagra", level=Level.SPACED) == ()
    assert find("v.1.@.g.r.a", "du viagra", level=Level.SPACED) == ((3, 9),)


@pytest.mark.parametrize(
    "arguments, level, expected",
    [
        ((None, "a"), Level.FOLDED, r"find\.query must be a str; got None"),
        (("a", b"a"), Level.FOLDED, r"find\.text must be a str"),
        (("a", "a"), "folded", r"find\.level must be one of Level\.PLAIN, Level\.FOLDED"),
    ],
)
def test_what_is_no_text_is_refused(
    arguments: tuple[object, object], level: object, expected: str
) -> None:
    with pytest.raises(InvalidTypeError, match=expected):
        find(*arguments, level=level)  # type: ignore[arg-type]
