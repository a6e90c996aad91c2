"""French (and other) text; it knows nothing of blogs."""

from blogmodel.text._excerpt import Excerpt, excerpt
from blogmodel.text._fold import fold
from blogmodel.text._mapped import MappedText
from blogmodel.text._reading_time import reading_time
from blogmodel.text._sentences import Sentence, sentences
from blogmodel.text._slug import slug
from blogmodel.text._words import Word, words

__all__ = [
    "Excerpt",
    "MappedText",
    "Sentence",
    "Word",
    "excerpt",
    "fold",
    "reading_time",
    "sentences",
    "slug",
    "words",
]
