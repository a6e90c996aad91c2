"""French (and other) text: folding, words, typography, slugs, order, excerpts.

It knows nothing of blogs, and nothing of it reads a locale that was not given. Spans are always of
the text that was given. Each name is loaded when it is first touched: who only folds names does not
load French typography.
"""

TYPE_CHECKING = False  # Type checkers take it for True; `typing` need not be imported for it.

if TYPE_CHECKING:
    from blogmodel.text._collation import Collator, collation_key
    from blogmodel.text._dangers import Danger, DangerKind, dangers
    from blogmodel.text._excerpt import Excerpt, excerpt
    from blogmodel.text._find import find
    from blogmodel.text._fold import fold
    from blogmodel.text._html import html_text
    from blogmodel.text._levels import Level, at_level
    from blogmodel.text._links import Link, html_links, links, markdown_links
    from blogmodel.text._mapped import MappedText
    from blogmodel.text._markdown import markdown_text
    from blogmodel.text._reading_time import reading_time
    from blogmodel.text._sentences import Sentence, sentences
    from blogmodel.text._slug import slug
    from blogmodel.text._typography import typeset
    from blogmodel.text._typography_markup import typeset_html, typeset_markdown
    from blogmodel.text._words import Word, words

__all__ = [
    "Collator",
    "Danger",
    "DangerKind",
    "Excerpt",
    "Level",
    "Link",
    "MappedText",
    "Sentence",
    "Word",
    "at_level",
    "collation_key",
    "dangers",
    "excerpt",
    "find",
    "fold",
    "html_links",
    "html_text",
    "links",
    "markdown_links",
    "markdown_text",
    "reading_time",
    "sentences",
    "slug",
    "typeset",
    "typeset_html",
    "typeset_markdown",
    "words",
]

_HOMES = {
    "_collation": ("Collator", "collation_key"),
    "_dangers": ("Danger", "DangerKind", "dangers"),
    "_excerpt": ("Excerpt", "excerpt"),
    "_find": ("find",),
    "_fold": ("fold",),
    "_html": ("html_text",),
    "_levels": ("Level", "at_level"),
    "_links": ("Link", "html_links", "links", "markdown_links"),
    "_mapped": ("MappedText",),
    "_markdown": ("markdown_text",),
    "_reading_time": ("reading_time",),
    "_sentences": ("Sentence", "sentences"),
    "_slug": ("slug",),
    "_typography": ("typeset",),
    "_typography_markup": ("typeset_html", "typeset_markdown"),
    "_words": ("Word", "words"),
}


def __getattr__(name: str) -> object:
    """Load a name when it is first touched (PEP 562)."""
    from importlib import import_module  # noqa: PLC0415 - paid by the first name touched

    home = next((home for home, names in _HOMES.items() if name in names), None)
    if home is None:
        raise AttributeError(f"module 'blogmodel.text' has no attribute {name!r}")
    value: object = getattr(import_module(f"blogmodel.text.{home}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    """List the public names, loaded or not."""
    return __all__
