"""Messages as values: made where something happens, put into words where somebody reads them."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from enum import Enum
from typing import TYPE_CHECKING

import attrs

from blogmodel.errors import InvalidTypeError, InvalidValueError
from blogmodel.messages._numbers import checked

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from typing import Self, TypeAlias

    Field: TypeAlias = (
        "str | int | float | Decimal | date | Enum | Message | Either | Percent | Sequence[Field]"
    )
    Fields = tuple[tuple[str, Field], ...]

__all__ = ["Either", "Message", "Percent", "filled", "kept_items", "names_in", "required_text"]


@attrs.frozen(init=False, repr=False)
class Message:
    r"""Something to tell a reader that is not yet in the words of any language.

    It is made without a locale, is kept, compared, pickled and handed on like any value, and
    `Messages.render` puts it into a reader's words. The text is English, and names its fields in
    braces: ``{author}``. Nothing but such a plain name is looked up, and nothing in the value of a
    field is, so that names, titles and quotations are given as they are.

    The value of a field is

    - a str, shown as it is; to escape it for HTML is a template's task;
    - a number (int, float, Decimal), written by `Messages.number`, or a `Percent`;
    - a member of an enum, told by `Messages.label`;
    - another message;
    - a list or a tuple of these, « Zoé, Luc et Ana », or an `Either`, « Zoé, Luc ou Ana »;
    - a date or a datetime; `Messages.render` is then given what writes it.

    Babel and other extractors find these calls by the keyword ``Message``, and ``ngettext``,
    ``pgettext`` and ``npgettext`` by themselves.

    Attributes:
        text: the English text; of a message that counts, the one that goes with 1.
        many: the one that goes with other counts; None where nothing is counted.
        count: what is counted, or None.
        context: what tells the message from others of the same text, or None.
        fields: the fields that the text names, sorted by name, with their values.

    Raises:
        InvalidValueError: the text names a field that is not given, a number is not finite or has
            more than 600 digits, or messages and lists stand in each other more than 10 deep.
        InvalidTypeError: the text is no str, or the value of a field is of another type.

    Example:
        >>> from blogmodel.messages import Message, Messages
        >>> said = Message("{author}, in reply to comment {number}", author="Zoé", number=1)
        >>> Messages("fr-CA").render(said)
        'Zoé, en réponse au commentaire\xa01'
    """

    text: str
    many: str | None
    count: float | Decimal | None
    context: str | None
    fields: Fields

    def __init__(self, text: str, /, **fields: Field) -> None:
        kept = _named((text,), fields)
        self.__attrs_init__(  # pyright: ignore[reportAttributeAccessIssue]
            text, None, None, None, kept
        )

    @classmethod
    def ngettext(cls, one: str, many: str, count: float | Decimal, /, **fields: Field) -> Self:
        """Make a message whose form goes with a count, which is its field ``{count}`` too.

        Example:
            >>> from blogmodel.messages import Message, Messages
            >>> said = Message.ngettext("{count} comment", "{count} comments", 1.5)
            >>> Messages("fr").render(said), Messages("en").render(said)
            ('1,5 commentaire', '1.5 comments')
        """
        return cls._made(None, one, required_text("many", many), count, fields)

    @classmethod
    def pgettext(cls, context: str, text: str, /, **fields: Field) -> Self:
        """Make a message that its context tells from others of the same text.

        Example:
            >>> from blogmodel.messages import Message, Messages
            >>> Messages("fr").render(Message.pgettext("Status", "spam"))
            'Indésirable'
        """
        return cls._made(required_text("context", context), text, None, None, fields)

    @classmethod
    def npgettext(
        cls, context: str, one: str, many: str, count: float | Decimal, /, **fields: Field
    ) -> Self:
        """Make a message that has a context, and a form that goes with a count."""
        required_text("context", context)
        return cls._made(context, one, required_text("many", many), count, fields)

    @classmethod
    def _made(
        cls,
        context: str | None,
        text: str,
        many: str | None,
        count: float | Decimal | None,
        given: Mapping[str, Field],
    ) -> Self:
        texts: tuple[str, ...] = (text,)
        if many is not None:
            count = checked("Message", "count", count)
            texts, given = (text, many), {"count": count, **given}
        message = cls.__new__(cls)
        message.__attrs_init__(  # pyright: ignore[reportAttributeAccessIssue]
            text, many, count, context, _named(texts, given)
        )
        return message

    def __repr__(self) -> str:
        given = [self.text] if self.context is None else [self.context, self.text]
        counted = [] if self.many is None else [self.many, self.count]
        fields = [f"{name}={value!r}" for name, value in self.fields]
        prefix = f"{'n' if counted else ''}{'p' if len(given) > 1 else ''}"
        maker = f"Message.{prefix}gettext" if prefix else "Message"
        return f"{maker}({', '.join([*map(repr, [*given, *counted]), *fields])})"


# A plain name in braces. Whatever else stands in braces is text.
_NAMED = re.compile(r"\{([^\W\d]\w*)\}")


def names_in(text: str) -> set[str]:
    """Return the names of the fields in a text."""
    return set(_NAMED.findall(text))


def filled(text: str, values: Mapping[str, str]) -> str:
    """Put values where a text names them; a name that has none stays. O(characters)."""
    return _NAMED.sub(lambda name: values.get(name[1], name[0]), text)


def _named(texts: tuple[str, ...], given: Mapping[str, Field]) -> Fields:
    """Return the fields that the texts name."""
    names = set().union(*(names_in(required_text("text", text)) for text in texts))
    missing = names - given.keys()
    if missing:
        expected = f"all that {texts[-1]!r} names; without {', '.join(sorted(missing))}"
        raise InvalidValueError("Message", "fields", tuple(given), expected)
    return tuple((name, _kept(name, given[name])) for name in sorted(names))


def required_text(field: str, value: object) -> str:
    if not isinstance(value, str):
        raise InvalidTypeError("Message", field, value, "a str")
    return value


def _kept(field: str, value: object) -> Field:
    """Return the value of a field as a message keeps it: hashable, and of Python's own classes."""
    kept = _checked(field, value, _DEEPEST)
    if _depth(kept) > _DEEPEST:
        raise _too_deep(field, value)
    return kept


_DEEPEST = 10
_EXPECTED = "a str, number, member of an enum, date, Message, Either, Percent, or list of these"


def _checked(field: str, value: object, left: int) -> Field:
    if isinstance(value, Message | Either | Percent | Enum | date):
        return value
    if isinstance(value, str):
        return str.__str__(value)  # A subclass may show another text than its own.
    if isinstance(value, list | tuple):
        if not left:
            raise _too_deep(field, value)
        return tuple(_checked(field, item, left - 1) for item in value)
    if isinstance(value, int | float | Decimal) and not isinstance(value, bool):
        return checked("Message", field, value)
    raise InvalidTypeError("Message", field, value, _EXPECTED)


def kept_items(owner: str, items: object) -> tuple[Field, ...]:
    """Require a list or a tuple of what fields may be; return it as a message keeps it."""
    if not isinstance(items, list | tuple):
        raise InvalidTypeError(owner, "items", items, "a list or a tuple")
    return tuple(_kept("items", item) for item in items)


def _depth(value: Field) -> int:
    """Return how many messages and lists stand in each other."""
    match value:
        case Message():
            inner: Iterable[Field] = (kept for _, kept in value.fields)
        case Either():
            inner = value.items
        case tuple():
            inner = value
        case _:
            return 0
    return 1 + max(map(_depth, inner), default=0)


def _too_deep(field: str, value: object) -> InvalidValueError:
    expected = f"messages and lists in each other {_DEEPEST} deep at most"
    return InvalidValueError("Message", field, value, expected)


def _either_items(items: Sequence[Field]) -> tuple[Field, ...]:
    return kept_items("Either", items)


def _share(share: float | Decimal) -> float | Decimal:
    return checked("Percent", "share", share)


@attrs.frozen
class Either:
    """Some values of which one is meant, for a field of a message: « 1, 2 ou 3 ».

    Attributes:
        items: what a field may be, each.

    Example:
        >>> from blogmodel.messages import Either, Message, Messages
        >>> said = Message("{author}, in reply to comment {number}", author="Zoé",
        ...     number=Either([1, 2]))
        >>> Messages("en").render(said)
        'Zoé, in reply to comment 1 or 2'
    """

    items: tuple[Field, ...] = attrs.field(converter=_either_items)


@attrs.frozen
class Percent:
    """A share of 1, for a field of a message: « 80 % ».

    Attributes:
        share: an int, a float or a Decimal, such as 0.8.
    """

    share: float | Decimal = attrs.field(converter=_share)
