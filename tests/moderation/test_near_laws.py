from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from blogmodel.moderation import SeenTexts, TextPrint, text_print

WORDS = st.lists(st.sampled_from("un deux trois quatre cinq six".split()), max_size=12)
TEXTS = WORDS.map(" ".join)


def pairs(text: str) -> set[str]:
    words = text.split()
    if len(words) == 1:
        return {words[0]}
    return {f"{one} {other}" for one, other in pairwise(words)}


@given(TEXTS, TEXTS)
def test_the_similarity_is_that_of_the_pairs(one: str, other: str) -> None:
    mine, others = pairs(one), pairs(other)
    found = text_print(one).similarity(text_print(other))
    exact = len(mine & others) / len(mine | others) if mine and others else 0
    if mine == others and len(one.split()) != len(other.split()):
        assert found == 0.99
    else:
        assert found == exact


@given(st.text(), st.text())
def test_similarity_is_symmetric_and_a_share(one: str, other: str) -> None:
    first, second = text_print(one), text_print(other)
    assert 0 <= first.similarity(second) == second.similarity(first) <= 1
    assert first.similarity(first) == (1 if first.numbers else 0)
    assert TextPrint.from_str(first.to_str()) == first


class Seen(RuleBasedStateMachine):
    """Values that come of one another in any way, beside plain dicts."""

    def __init__(self) -> None:
        super().__init__()
        self.values: list[tuple[SeenTexts, dict[str, str]]] = [(SeenTexts(), {})]

    @rule(which=st.integers(0, 99), key=st.sampled_from("abcd"), text=TEXTS)
    def add(self, which: int, key: str, text: str) -> None:
        value, model = self.values[which % len(self.values)]
        new = {**{name: kept for name, kept in model.items() if name != key}, key: text}
        self.values.append((value.add(key, text_print(text)), new))

    @rule(which=st.integers(0, 99))
    def remove(self, which: int) -> None:
        value, model = self.values[which % len(self.values)]
        if model:
            key = min(model)
            new = {name: kept for name, kept in model.items() if name != key}
            self.values.append((value.remove(key), new))

    @rule(which=st.integers(0, 99), count=st.integers(0, 3))
    def latest(self, which: int, count: int) -> None:
        value, model = self.values[which % len(self.values)]
        new = dict(list(model.items())[len(model) - count if count < len(model) else 0 :])
        self.values.append((value.latest(count), new))

    @rule(which=st.integers(0, 99), text=TEXTS)
    def look_up(self, which: int, text: str) -> None:
        value, model = self.values[which % len(self.values)]
        print_ = text_print(text)
        found = {near.key: near.similarity for near in value.nearest(print_, least=0.7)}
        expected = {
            key: alike
            for key, kept in model.items()
            if (alike := print_.similarity(text_print(kept))) >= 0.7
        }
        assert found == expected

    @invariant()
    def every_value_is_what_it_was(self) -> None:
        for value, model in self.values:
            assert list(value) == list(model)
            assert len(value) == len(model)


TestSeen = Seen.TestCase
