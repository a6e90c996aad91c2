from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from blogmodel.moderation import NaiveBayes

TEXTS = st.lists(st.sampled_from(["merci", "montres", "!!", "été", "http://x.example"]), max_size=5)
TEXTS_DRAWN = TEXTS.map(" ".join) | st.text(max_size=12)
LESSONS = st.lists(st.tuples(st.booleans(), TEXTS_DRAWN), max_size=8)


def learned(lessons: Any) -> NaiveBayes:
    bayes = NaiveBayes()
    for is_spam, text in lessons:
        bayes = bayes.learn_spam(text) if is_spam else bayes.learn_ham(text)
    return bayes


@given(LESSONS, TEXTS_DRAWN)
def test_unlearning_is_the_inverse_of_learning(lessons: Any, text: str) -> None:
    bayes = learned(lessons)
    assert bayes.learn_spam(text).unlearn_spam(text) == bayes
    assert bayes.learn_ham(text).unlearn_ham(text) == bayes
    assert bayes.learn_spam(text).unlearn_spam(text).score(text) == bayes.score(text)


@given(LESSONS, st.randoms(use_true_random=False), TEXTS_DRAWN)
def test_the_order_of_learning_does_not_matter(lessons: Any, random: Any, text: str) -> None:
    shuffled = list(lessons)
    random.shuffle(shuffled)
    assert learned(shuffled) == learned(lessons)
    assert learned(shuffled).score(text) == learned(lessons).score(text)


@given(LESSONS, TEXTS_DRAWN)
def test_a_score_is_a_share_and_survives_a_file(lessons: Any, text: str) -> None:
    bayes = learned(lessons)
    assert 0 <= bayes.score(text) <= 1
    again = NaiveBayes.from_json(bayes.to_json())
    assert again == bayes
    assert again.score(text) == bayes.score(text)


@given(LESSONS, TEXTS_DRAWN)
def test_values_that_were_there_before_do_not_change(lessons: Any, text: str) -> None:
    bayes = learned(lessons)
    before = bayes.to_json()
    bayes.learn_spam(text)
    assert bayes.to_json() == before
