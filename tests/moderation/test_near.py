import pickle
from pathlib import Path
from typing import Any

import pytest

from blogmodel.errors import InvalidTypeError, InvalidValueError
from blogmodel.model import Body, MediaType
from blogmodel.moderation import NearText, SeenTexts, TextPrint, text_print

ADVERT = "Bonjour à toutes, achetez mes belles montres de luxe à petit prix chez nous"


def alike(one: str, other: str) -> float:
    return text_print(one).similarity(text_print(other))


@pytest.mark.parametrize(
    "other",
    [
        ADVERT,
        ADVERT.upper(),
        ADVERT.replace(" ", "\n\u00a0"),
        ADVERT.replace("à", "a") + " !!!",
        ADVERT.replace("achetez", "ach\u200betez"),
        ADVERT.replace("o", "о"),
    ],
)
def test_a_text_in_another_dress_is_the_same(other: str) -> None:
    assert alike(ADVERT, other) == 1


def test_a_text_with_another_name_or_end_is_nearly_the_same() -> None:
    assert alike(ADVERT, ADVERT + " 👏 http://x.example/1") > 0.75
    assert alike(ADVERT, ADVERT.replace("toutes", "tous")) > 0.7
    assert alike(ADVERT, "Merci pour ce beau billet, j’ai bien ri en le lisant ce matin") == 0


def test_the_similarity_of_short_texts_is_the_share_of_their_pairs() -> None:
    assert alike("un deux trois quatre", "un deux trois cinq") == 2 / 4
    assert alike("un", "un") == 1
    assert alike("un", "deux") == 0
    assert alike("oui oui oui", "oui oui") == 0.99


def test_nothing_is_like_a_text_without_words() -> None:
    assert alike("", "") == 0
    assert alike("!!!", ADVERT) == 0
    assert text_print("👏").size == 0


def test_long_texts_are_estimated() -> None:
    shared = [f"mot{number}" for number in range(900)]
    one = " ".join(shared + [f"un{number}" for number in range(100)])
    other = " ".join(shared + [f"autre{number}" for number in range(100)])
    # 899 pairs of 1,099 are shared.
    assert alike(one, other) == pytest.approx(899 / 1099, abs=0.12)
    assert alike(one, one.replace("un99", "fin")) > 0.95


def test_a_long_text_and_a_short_one_are_compared_where_both_are_known() -> None:
    words = " ".join(f"mot{number}" for number in range(500))
    assert alike(words, " ".join(f"mot{number}" for number in range(30))) < 0.2


def test_a_body_is_read_as_a_reader_sees_it() -> None:
    html = Body("<p>Bonjour <b>à</b> toutes</p>", MediaType.HTML)
    assert (
        text_print(html) == text_print(Body("Bonjour à toutes")) == text_print("bonjour a toutes")
    )


def test_what_comes_very_late_in_a_text_changes_nothing() -> None:
    text = "mot " * 5_000
    assert text_print(text + "fin") == text_print(text)


def test_a_print_is_text_and_back() -> None:
    print_ = text_print(ADVERT)
    assert TextPrint.from_str(print_.to_str()) == print_
    assert TextPrint.from_str(text_print("").to_str()) == text_print("")
    assert "montres" not in repr(print_) + print_.to_str()
    assert repr(print_) == "TextPrint(13 numbers, 14 words)"


@pytest.mark.parametrize("text", ["", "x", "1,x", "3,-1", "2,5,4", "1,4,4", "1,2.5", "9" * 20])
def test_what_is_no_print_is_refused(text: str) -> None:
    with pytest.raises(InvalidValueError):
        TextPrint.from_str(text)


@pytest.mark.parametrize(
    "make",
    [
        lambda: TextPrint([1], 1),
        lambda: TextPrint(("1",), 1),
        lambda: TextPrint((1,), "1"),
        lambda: TextPrint(tuple(range(65)), 1),
        lambda: TextPrint.from_str(3),
        lambda: text_print(3),
        lambda: SeenTexts().add("", text_print("a")),
        lambda: SeenTexts().add("a", "a"),
        lambda: SeenTexts().remove("a"),
        lambda: SeenTexts().latest(-1),
        lambda: SeenTexts().nearest("a"),
        lambda: SeenTexts().nearest(text_print("a"), least=0),
        lambda: SeenTexts().nearest(text_print("a"), least=1.1),
        lambda: SeenTexts().nearest(text_print("a"), least=True),
    ],
)
def test_other_values_are_refused(make: Any) -> None:
    with pytest.raises((InvalidTypeError, InvalidValueError)):
        make()


def seen(**texts: str) -> SeenTexts:
    made = SeenTexts()
    for key, text in texts.items():
        made = made.add(key, text_print(text))
    return made


def test_the_nearest_come_first() -> None:
    texts = seen(c=ADVERT + " vite vite", b=ADVERT, a=ADVERT, x="Merci bien")
    near = texts.nearest(text_print(ADVERT))
    assert [found.key for found in near] == ["a", "b", "c"]
    assert near[0] == NearText("a", 1.0)
    assert texts.nearest(text_print(ADVERT), least=1) == near[:2]
    assert texts.nearest(text_print("")) == ()


def test_an_older_value_does_not_know_what_came_later() -> None:
    one = seen(a=ADVERT)
    two = one.add("b", text_print(ADVERT))
    other = one.add("c", text_print(ADVERT))
    assert [list(value) for value in (one, two, other)] == [["a"], ["a", "b"], ["a", "c"]]
    keys = [[near.key for near in value.nearest(text_print(ADVERT))] for value in (one, two, other)]
    assert keys == [["a"], ["a", "b"], ["a", "c"]]
    assert "b" not in one
    assert one.add("a", text_print("Autre chose")).nearest(text_print(ADVERT)) == ()


def test_a_key_that_is_added_again_has_its_new_text() -> None:
    made = seen(a="Merci bien").add("a", text_print(ADVERT))
    assert len(made) == 1
    assert made.nearest(text_print("Merci bien")) == ()
    assert [near.key for near in made.nearest(text_print(ADVERT))] == ["a"]


def test_a_text_that_is_removed_is_found_no_more() -> None:
    made = seen(a=ADVERT, b=ADVERT)
    gone = made.remove("a")
    assert list(gone) == ["b"]
    assert [near.key for near in gone.nearest(text_print(ADVERT))] == ["b"]
    assert len(made.nearest(text_print(ADVERT))) == 2
    assert list(gone.add("a", text_print("Oui"))) == ["b", "a"]


def test_only_the_latest_can_be_kept() -> None:
    made = seen(a=ADVERT, b="Deux mots", c="Trois mots ici").remove("b").latest(1)
    assert list(made) == ["c"]
    assert "a" not in made
    assert made.nearest(text_print(ADVERT)) == ()
    assert list(made.latest(5)) == ["c"]
    assert list(made.latest(0)) == []


def test_what_is_of_no_use_any_more_is_given_up() -> None:
    made = SeenTexts()
    for number in range(500):
        made = made.add(f"c{number}", text_print(f"Texte numéro {number} de plus")).latest(10)
    assert list(made) == [f"c{number}" for number in range(490, 500)]
    assert len(made._pool.items) < 100
    for number in range(490, 500):
        made = made.remove(f"c{number}")
    assert len(made) == 0


def test_a_crowd_is_looked_at_in_part() -> None:
    made = SeenTexts()
    for number in range(1_000):
        made = made.add(f"c{number:04}", text_print(f"{ADVERT} {number}"))
    near = made.nearest(text_print(f"{ADVERT} fin"))
    assert [found.key for found in near] == [f"c{number:04}" for number in range(992, 1_000)]


def test_seen_texts_are_a_value() -> None:
    made = seen(a=ADVERT, b="Deux mots").remove("b")
    assert made == seen(a=ADVERT)
    assert hash(made) == hash(seen(a=ADVERT))
    assert made != seen(b=ADVERT)
    assert made != 3
    again = pickle.loads(pickle.dumps(made))
    assert again == made
    assert list(again.add("z", text_print("Oui"))) == ["a", "z"]
    assert repr(made) == "SeenTexts(1 texts)"
    assert 3 not in made


def test_repeats_of_real_spam_are_found(shared_data: Path) -> None:
    import csv  # noqa: PLC0415 - for this alone

    texts: list[str] = []
    for path in sorted((shared_data / "spam").glob("*.csv")):
        with path.open(encoding="utf-8-sig", newline="") as stream:
            texts += [row["CONTENT"] for row in csv.DictReader(stream)]
    made, repeats, known = SeenTexts(), 0, set[TextPrint]()
    for number, text in enumerate(texts):
        print_ = text_print(text)
        near = made.nearest(print_, least=1) if print_.numbers else ()
        assert bool(near) == (print_ in known), text
        repeats += bool(near)
        if print_.numbers:
            known.add(print_)
        made = made.add(str(number), print_)
    assert repeats > 50
