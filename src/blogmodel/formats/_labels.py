"""The action labels that Blogger puts at each comment, found in the text of a page.

A browser writes adjacent links without a space between them, and often without a line break before
or after: « RépondreSupprimer », « merci.Répondre », « ReplyDeleteThanks ».
"""

import re
from collections.abc import Iterator
from enum import Enum, auto

import attrs

__all__ = ["Label", "Paragraph", "Word", "scan"]


class Word(Enum):
    """What one word of a label means."""

    REPLY = auto()
    DELETE = auto()
    REPLIES = auto()


@attrs.frozen
class Paragraph:
    """A line of text between labels.

    Attributes:
        text: without the white space around it.
        start: where it starts in the source.
        end: where it ends.
        glued: whether a label stands before it on its line.
    """

    text: str
    start: int
    end: int
    glued: bool = attrs.field(kw_only=True)


@attrs.frozen
class Label:
    """A run of label words.

    Attributes:
        words: what they mean.
        text: the run's first line, as it stands in the source.
        start: where it starts in the source.
        end: where it ends.
        opens_line: whether nothing stands before it on its line.
    """

    words: tuple[Word, ...]
    text: str
    start: int
    end: int
    opens_line: bool = attrs.field(kw_only=True)

    def joined(self, other: "Label") -> "Label":
        """Return this label and the next one as one run."""
        return attrs.evolve(self, words=self.words + other.words, end=other.end)

    def as_paragraph(self) -> Paragraph:
        """Return the run as the text it turned out to be."""
        return Paragraph(self.text, self.start, self.end, glued=False)


# One code point or two; or UTF-8 that was read as cp1252, so that garbled pages keep their shape.
_E_ACUTE = "(?:é|e\u0301|Ã©)"
# French and English.
_WORDS = {
    Word.REPLY: f"R{_E_ACUTE}pondre|Reply",
    Word.DELETE: "Supprimer|Delete",
    Word.REPLIES: f"R{_E_ACUTE}ponses|Replies",
}
_WORD = re.compile("|".join(f"(?P<{word.name}>{pattern})" for word, pattern in _WORDS.items()))
_ANY = "|".join(_WORDS.values())
_RUN = re.compile(rf"(?:{_ANY})(?:[^\S\r\n]*(?:{_ANY}))*")
_LINE = re.compile(r"[^\r\n]+")


def scan(source: str) -> Iterator[Paragraph | Label]:
    """Yield the paragraphs and labels of a page's text, in order; blank lines are passed over."""
    for line in _LINE.finditer(source):
        start, end = line.span()
        glued = False
        for run in _RUN.finditer(source, start, end):
            before, after = source[start : run.start()], source[run.end() : end]
            if not _is_label(run[0], before, after):
                continue
            if paragraph := _paragraph(source, start, run.start(), glued=glued):
                yield paragraph
            words = tuple(Word[word.lastgroup or ""] for word in _WORD.finditer(run[0]))
            opens = not source[line.start() : run.start()].strip()
            yield Label(words, run[0], run.start(), run.end(), opens_line=opens)
            start, glued = run.end(), True
        if paragraph := _paragraph(source, start, end, glued=glued):
            yield paragraph


def _paragraph(source: str, start: int, end: int, *, glued: bool) -> Paragraph | None:
    raw = source[start:end]
    text = raw.strip()
    if not text:
        return None
    start += len(raw) - len(raw.lstrip())
    return Paragraph(text, start, start + len(text), glued=glued)


_PAIR = re.compile(f"(?:{_WORDS[Word.REPLY]})([^\\S\\r\\n]*)(?:{_WORDS[Word.DELETE]})")
# « merci.Répondre »: a sentence ended, or a word did, and the label follows without a space.
_ENDS_TEXT = re.compile(r"[^\s\w«“‘(\[{/\\@#'’\"-]$|[a-zà-öø-ÿœ0-9]$")
# « RépondreMerci », « Répondre@Luc »: a text begins without a space.
_BEGINS_TEXT = re.compile(r"[^\W\d_a-zà-öø-ÿœ]|[\d«“\"'‘(\[@#]|[^\w\s,.;:!?…)\]}»”’/\\-]")


def _is_label(run: str, before: str, after: str) -> bool:
    """Tell a label from the same words in prose, by what stands around it on its line.

    The pair « RépondreSupprimer » is nothing that people write: it is a label at either end of a
    line, or where text touches it. A lone word is one only where it is the whole line, or where
    text touches it on each side that has text.
    """
    bare_before, bare_after = not before.strip(), not after.strip()
    if bare_before and bare_after:
        return True
    if "://" in before.rpartition(" ")[2]:
        return False
    touches_before, touches_after = _ENDS_TEXT.search(before), _BEGINS_TEXT.match(after)
    if pair := _PAIR.match(run):
        if pair[1] and after[:1].isspace():
            return False  # « Reply Delete buttons »: words, until something touches them
        return bool(bare_before or bare_after or touches_before or touches_after)
    return bool((bare_before or touches_before) and (bare_after or touches_after))
