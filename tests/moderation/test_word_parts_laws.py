"""Laws of parts of words: windows find what looking for each entry does."""

from hypothesis import example, given
from hypothesis import strategies as st

from blogmodel.moderation._word_parts import PartIndex

ALPHABET = "aaaabбп上\U0001f600\ud800"


def naive(entries: list[str], text: str) -> list[tuple[int, int, int]]:
    """Look for one entry after the other."""
    found = []
    for number, entry in enumerate(entries):
        start = text.find(entry)
        while start >= 0:
            found.append((start, start + len(entry), number))
            start = text.find(entry, start + len(entry))
    return sorted(found)


@given(
    st.lists(st.text(ALPHABET, min_size=1, max_size=20), unique=True, max_size=12),
    st.text(ALPHABET, max_size=60),
)
@example(["aaaa", "aaa", "aa", "a", "aaaaa", "a" * 10, "a" * 11, "a" * 12], "a" * 23)
def test_windows_find_what_looking_for_each_entry_does(entries: list[str], text: str) -> None:
    index = PartIndex({entry: number for number, entry in enumerate(entries)})
    assert list(index.find(text)) == naive(entries, text)


@given(st.data())
def test_an_entry_is_found_wherever_it_stands(data: st.DataObject) -> None:
    entry = data.draw(st.text("abcdeé", min_size=1, max_size=30))
    before, after = data.draw(st.text("xyz", max_size=20)), data.draw(st.text("xyz", max_size=20))
    found = list(PartIndex({entry: 7}).find(f"{before}{entry}{after}"))
    assert (len(before), len(before) + len(entry), 7) in found
    assert list(PartIndex({entry: 7}).find(before + after)) == []
