"""The action labels that Blogger puts at each comment, found in the text of a page.

A browser writes adjacent links without a space between them, and often without a line break before
or after: « RépondreSupprimer », « merci.Répondre », « ReplyDeleteThanks ».
"""

import re
from collections.abc import Iterator
from enum import Enum, IntEnum, auto

import attrs

__all__ = ["GARBLED_LABEL", "Label", "Paragraph", "Word", "scan"]


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
    """A run of label words, or one of the labels that it is made of.

    Attributes:
        words: what they mean, and where each starts and ends in the source.
        opens_line: whether nothing stands before it on its line.
    """

    words: tuple[tuple[Word, int, int], ...]
    opens_line: bool = attrs.field(kw_only=True)

    @property
    def start(self) -> int:
        """Where it starts in the source."""
        return self.words[0][1]

    @property
    def end(self) -> int:
        """Where it ends in the source."""
        return self.words[-1][2]


# The é may be one code point or two, or what a wrong encoding made of it (« RÃ©pondre »,
# « R?pondre »): a garbled page keeps its shape.
_BROKEN = r"[^a-zA-Zé\s]{1,2}"
_E_ACUTE = rf"(?:é|e\u0301|{_BROKEN})"
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

GARBLED_LABEL = re.compile(f"R{_BROKEN}pon(?:dre|ses)")
"""A label that was decoded in a wrong encoding."""


def scan(source: str) -> Iterator[Paragraph | Label]:
    """Yield the paragraphs and labels of a page's text, in order; blank lines are passed over.

    What may be a label or the end of a word (« AutoReply ») is taken for a label only on a page
    that has one for sure. Time is linear in the text.
    """
    candidates = list(_candidates(source))
    least = _Looks.LIKELY if any(c.looks is _Looks.SURE for c in candidates) else _Looks.SURE
    labels = iter([c for c in candidates if c.looks >= least])
    label = next(labels, None)
    for line in _LINE.finditer(source):
        start, end = line.span()
        opens_line, glued = True, False
        while label is not None and label.run.end() <= end:
            if paragraph := _paragraph(source, start, label.run.start(), glued=glued):
                opens_line = False
                yield paragraph
            yield _label(source, label.run, opens_line=opens_line)
            start, glued = label.run.end(), True
            label = next(labels, None)
        if paragraph := _paragraph(source, start, end, glued=glued):
            yield paragraph


def _label(source: str, run: re.Match[str], *, opens_line: bool) -> Label:
    found = _WORD.finditer(source, run.start(), run.end())
    words = tuple((Word[word.lastgroup or ""], word.start(), word.end()) for word in found)
    return Label(words, opens_line=opens_line)


def _paragraph(source: str, start: int, end: int, *, glued: bool) -> Paragraph | None:
    raw = source[start:end]
    text = raw.strip(_SPACE)
    if not text:
        return None
    start += len(raw) - len(raw.lstrip(_SPACE))
    return Paragraph(text, start, start + len(text), glued=glued)


# All that str.strip() takes for white space, and the byte order mark that a text may start with.
_SPACE = "".join(char for char in map(chr, range(0x3001)) if char.isspace()) + "\ufeff"


class _Looks(IntEnum):
    """How much a run of label words looks like a label, by what stands around it on its line."""

    PROSE = 0
    LIKELY = 1
    SURE = 2


@attrs.frozen
class _Candidate:
    run: re.Match[str]
    looks: _Looks


def _candidates(source: str) -> Iterator[_Candidate]:
    for line in _LINE.finditer(source):
        start, end = line.span()
        for run in _RUN.finditer(source, start, end):
            looks = _looks(source, start, run, end)
            yield _Candidate(run, looks)
            if looks is not _Looks.PROSE:
                start = run.end()


_PAIR = re.compile(f"(?:{_WORDS[Word.REPLY]})([^\\S\\r\\n]*)(?:{_WORDS[Word.DELETE]})")
# « merci.Répondre »: a sentence ended, or a word did, and the label follows without a space.
_ENDS_SENTENCE = re.compile(r"[^\s\w«“‘(\[{/\\@#'’\"-]")
_ENDS_WORD = re.compile(r"[a-zà-öø-ÿœ0-9]")
# « RépondreMerci », « Répondre@Luc »: a text begins without a space.
_BEGINS_TEXT = re.compile(r"[^\W\d_a-zà-öø-ÿœ]|[\d«“\"'‘(\[@#]|[^\w\s,.;:!?…)\]}»”’/\\-]")
# How far back a URL is looked for; the labels inside one are part of it.
_URL_LENGTH = 300


def _looks(source: str, start: int, run: re.Match[str], end: int) -> _Looks:
    """Tell a label from the same words in prose.

    The pair « RépondreSupprimer » is nothing that people write: it is a label at either end of a
    line, or where text touches it. A lone word is one only where it is the whole line, or where
    text touches it on each side that has text; where a word does, it may be that word's end.
    """
    bare_before = _is_blank(source, start, run.start())
    bare_after = _is_blank(source, run.end(), end)
    if bare_before and bare_after:
        return _Looks.SURE
    reach = max(start, run.start() - _URL_LENGTH)
    if "://" in source[reach : run.start()].rpartition(" ")[2]:
        return _Looks.PROSE
    before, after = source[run.start() - 1 : run.start()], source[run.end() : run.end() + 1]
    ends_sentence = bare_before or _ENDS_SENTENCE.match(before)
    ends_word = _ENDS_WORD.match(before)
    begins_text = bare_after or _BEGINS_TEXT.match(after)
    if pair := _PAIR.match(run[0]):
        spaced = pair[1] and after.isspace() and not bare_after  # « Reply Delete buttons »: prose
        sure = (ends_sentence or ends_word or begins_text) and not spaced
        return _Looks.SURE if sure else _Looks.PROSE
    if not begins_text or not (ends_sentence or ends_word):
        return _Looks.PROSE
    return _Looks.SURE if ends_sentence else _Looks.LIKELY


def _is_blank(source: str, start: int, end: int) -> bool:
    """Tell whether there is only white space between two places, without copying what is there."""
    return _NOT_BLANK.search(source, start, end) is None


_NOT_BLANK = re.compile(r"[^\s\ufeff]")
