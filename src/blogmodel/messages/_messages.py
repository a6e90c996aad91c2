"""The library's words for one locale, by gettext catalogs: no global, no thread-local state."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from enum import Enum
from functools import partial
from typing import TYPE_CHECKING

import attrs

from blogmodel import _checks
from blogmodel.errors import InvalidTypeError, InvalidValueError
from blogmodel.messages._catalogs import Catalog, read, shipped
from blogmodel.messages._lists import joined
from blogmodel.messages._locales import locale_name
from blogmodel.messages._message import (
    Either,
    Message,
    Percent,
    filled,
    kept_items,
    names_in,
    required_text,
)
from blogmodel.messages._numbers import checked, rounded, written, written_percent

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from typing import Self, TypeAlias

    from blogmodel.messages._lists import Style
    from blogmodel.messages._message import Field

    _Dates: TypeAlias = Callable[[date], str]

__all__ = ["Messages"]


def _own(catalogs: Sequence[bytes]) -> tuple[bytes, ...]:
    if not isinstance(catalogs, list | tuple) or not all(type(own) is bytes for own in catalogs):
        raise InvalidTypeError("Messages", "catalogs", catalogs, "a list of the bytes of .mo files")
    return tuple(catalogs)


@attrs.frozen(repr=False)
class Messages:
    """What the library says, in the words of one locale, and how that locale writes numbers.

    A locale that has no words for a message takes those of the next one: fr_CA those of fr, and all
    of them, last, English. Numbers, percentages and lists are always the locale's own: German has
    no catalog here, so that ``de`` gets English words, and « 1.234,5 ».

    It is a value, cheap enough to make one for each request: catalogs are read once. Nothing of
    a process, a thread or a context is asked or changed.

    Attributes:
        locale: a BCP 47 or CLDR name, such as ``"fr-CA"``; kept as the CLDR name, ``"fr_CA"``.
        catalogs: a program's own compiled catalogs, the bytes of .mo files; asked first, in their
            order. They hold messages of the program, other words for the library's, or a language
            that it does not speak.

    Raises:
        UnknownLocaleError: CLDR has no such locale.
        InvalidValueError: the bytes are no compiled catalog.
        InvalidTypeError: the catalogs are no list of bytes.

    Example:
        >>> from blogmodel.messages import Messages
        >>> fr_ca = Messages("fr-CA")
        >>> fr_ca.ngettext("{count} comment", "{count} comments", 0)
        '0 commentaire'
    """

    locale: str = attrs.field(converter=locale_name)
    catalogs: tuple[bytes, ...] = attrs.field(default=(), converter=_own, kw_only=True)
    _chain: tuple[Catalog, ...] = attrs.field(init=False, eq=False)

    def __attrs_post_init__(self) -> None:
        chain = shipped(self.locale)
        if self.catalogs:
            chain = (*map(read, self.catalogs), *chain)
        object.__setattr__(self, "_chain", chain)

    def render(self, message: Message, /, *, dates: Callable[[date], str] | None = None) -> str:
        r"""Put a message into words.

        Args:
            message: the message.
            dates: what writes the dates among its fields, such as a `blogmodel.dates.Formatter`.

        Raises:
            InvalidTypeError: it is no message, or what writes dates returns no str.
            InvalidValueError: a field is a date, and nothing that writes dates is given; or it is a
                member of an enum that no catalog knows; or a catalog names a field that the message
                does not have.

        Example:
            >>> from blogmodel.messages import Message, Messages
            >>> said = Message("{author}, in reply to comment {number}", author="{x}", number=1000)
            >>> Messages("fr").render(said)
            '{x}, en réponse au commentaire\xa01\u202f000'
        """
        _checks.instance("render", "message", message, Message, "Message('No comments')")
        text, many, count, context = message.text, message.many, message.count, message.context
        if many is None or count is None:
            pattern = self._form(context, text)
        else:
            pattern = self._form_for(context, text, many, count)
        values = {name: self._told(value, dates) for name, value in message.fields}
        missing = names_in(pattern) - values.keys()
        if missing:
            expected = f"a text that names the fields of {text!r}, not {', '.join(sorted(missing))}"
            raise InvalidValueError("Messages", "catalogs", pattern, expected)
        return filled(pattern, values)

    def gettext(self, message: str, /, **fields: Field) -> str:
        """Return a message in this locale's words, or as it is where no catalog has it.

        The fields that are given are put into it, as `Message` and `render` do. Where none is, the
        names in braces stay, so that template engines may use this as their ``gettext``.

        Example:
            >>> from blogmodel.messages import Messages
            >>> Messages("fr-CA").gettext("No comments")
            'Aucun commentaire'
            >>> Messages("fr-CA").gettext("{name} (inferred)", name="Zoé")
            'Zoé (nom déduit)'
        """
        if fields:
            return self.render(Message(message, **fields))
        return self._form(None, message)

    def ngettext(self, one: str, many: str, count: float | Decimal, /, **fields: Field) -> str:
        """Return the form of a message that goes with a count, and the count in it.

        In French 0 and 1,5 go with 1, in English 1 stands alone.

        Example:
            >>> from blogmodel.messages import Messages
            >>> [Messages("fr").ngettext("{count} comment", "{count} comments", n) for n in (0, 2)]
            ['0 commentaire', '2 commentaires']
        """
        if fields:
            return self.render(Message.ngettext(one, many, count, **fields))
        return self._counted(None, one, many, count)

    def pgettext(self, context: str, message: str, /, **fields: Field) -> str:
        """Return what `gettext` does, of the message that stands in a context."""
        if fields:
            return self.render(Message.pgettext(context, message, **fields))
        return self._form(context, message)

    def npgettext(
        self, context: str, one: str, many: str, count: float | Decimal, /, **fields: Field
    ) -> str:
        """Return what `ngettext` does, of the message that stands in a context."""
        if fields:
            return self.render(Message.npgettext(context, one, many, count, **fields))
        return self._counted(context, one, many, count)

    def label(self, member: Enum) -> str:
        """Return the word for a member of an enum, as it stands alone on a page.

        There is one for each member of the library's enums that readers may be shown, and of a
        program's own where ``catalogs`` have it: with the name of the class as context
        (``msgctxt``), and the member's value, or its name where that is no text, as ``msgid``.

        Raises:
            InvalidValueError: no catalog has it.
            InvalidTypeError: it is no member of an enum.

        Example:
            >>> from blogmodel import Status
            >>> from blogmodel.messages import Label, Messages
            >>> Messages("fr-CA").label(Status.SPAM), Messages("fr").label(Status.SPAM)
            ('Pourriel', 'Indésirable')
            >>> Messages("fr-CA").label(Label.REPLY)
            'Répondre'
        """
        if not isinstance(member, Enum):
            raise InvalidTypeError("label", "member", member, "a member of an enum")
        context = type(member).__name__
        told = member.value if isinstance(member.value, str) else member.name
        found = self._found(f"{context}\4{told}")
        if found is None:
            expected = f"one that a catalog has, as msgctxt {context!r} and msgid {told!r}"
            raise InvalidValueError("label", "member", member, expected)
        _, forms = found
        return forms[0]

    def number(self, number: float | Decimal) -> str:
        r"""Write a number, with three decimals at the most; a half goes to the even one.

        Québec has no-break spaces between thousands, France narrow ones.

        Raises:
            InvalidValueError: it is not finite, or has more than 600 digits.
            InvalidTypeError: it is no int, float or Decimal.

        Example:
            >>> from blogmodel.messages import Messages
            >>> Messages("fr-CA").number(1234567.5), Messages("en").number(1234567.5)
            ('1\xa0234\xa0567,5', '1,234,567.5')
        """
        return written(checked("number", "number", number), self.locale)

    def percent(self, share: float | Decimal) -> str:
        r"""Write a share of 1 in whole percents; a half goes to the even one.

        Raises:
            InvalidValueError: it is not finite, or has more than 600 digits.
            InvalidTypeError: it is no int, float or Decimal.

        Example:
            >>> from blogmodel.messages import Messages
            >>> Messages("fr").percent(0.8), Messages("en").percent(0.8)
            ('80\xa0%', '80%')
        """
        return written_percent(checked("percent", "share", share), self.locale)

    def list_and(self, items: Sequence[Field]) -> str:
        """Join a list or a tuple in words, all of it meant; an empty one is the empty text.

        The items are told as the fields of a `Message` are.

        Raises:
            InvalidTypeError: it is no list and no tuple, or an item is of another type.

        Example:
            >>> from blogmodel.messages import Messages
            >>> Messages("fr").list_and(["Zoé", "Luc", "Ana"])
            'Zoé, Luc et Ana'
        """
        return self._joined(kept_items("list_and", items), "standard", None)

    def list_or(self, items: Sequence[Field]) -> str:
        """Join a list or a tuple in words, one of it meant; otherwise as `list_and`.

        Example:
            >>> from blogmodel.messages import Messages
            >>> Messages("en").list_or(["Zoé", "Luc", "Ana"])
            'Zoé, Luc, or Ana'
        """
        return self._joined(kept_items("list_or", items), "or", None)

    def _form(self, context: str | None, text: str) -> str:
        found = self._found(_key(context, text))
        return text if found is None else found[1][0]

    def _counted(self, context: str | None, one: str, many: str, count: float | Decimal) -> str:
        number = checked("Messages", "count", count)
        pattern = self._form_for(context, one, required_text("many", many), number)
        return filled(pattern, {"count": written(number, self.locale)})

    def _form_for(self, context: str | None, one: str, many: str, count: float | Decimal) -> str:
        shown = rounded(count)
        found = self._found(_key(context, one))
        if found is None:
            return one if abs(shown) == 1 else many
        catalog, forms = found
        return catalog.form(forms, shown)

    def _found(self, key: str) -> tuple[Catalog, tuple[str, ...]] | None:
        """Return the forms that the first catalog has for a key, and that catalog."""
        for catalog in self._chain:
            forms = catalog.entries.get(key)
            if forms is not None:
                return catalog, forms
        return None

    def _told(self, value: Field, dates: _Dates | None) -> str:
        """Put the value of a field into words."""
        match value:
            case Enum():
                told = self.label(value)
            case str():
                told = value
            case Message():
                told = self.render(value, dates=dates)
            case date():
                told = _dated(value, dates)
            case Percent():
                told = written_percent(value.share, self.locale)
            case Either():
                told = self._joined(value.items, "or", dates)
            case int() | float() | Decimal():
                told = written(value, self.locale)
            case _:
                told = self._joined(value, "standard", dates)
        return told

    def _joined(self, items: Sequence[Field], style: Style, dates: _Dates | None) -> str:
        return joined([self._told(item, dates) for item in items], self.locale, style)

    def __repr__(self) -> str:
        own = f", catalogs={len(self.catalogs)}" if self.catalogs else ""
        return f"Messages({self.locale!r}{own})"

    def __reduce__(self) -> tuple[partial[Self], tuple[()]]:
        # Catalogs hold functions, which do not pickle; they are read again.
        return partial(type(self), self.locale, catalogs=self.catalogs), ()


def _key(context: str | None, text: str) -> str:
    """Return what a catalog has a message by."""
    text = required_text("text", text)
    return text if context is None else f"{required_text('context', context)}\4{text}"


def _dated(value: date, dates: _Dates | None) -> str:
    if dates is None:
        expected = f"what writes {value!r}, such as a Formatter of blogmodel.dates"
        raise InvalidValueError("render", "dates", None, expected)
    told: object = dates(value)
    if not isinstance(told, str):
        raise InvalidTypeError("render", "dates", told, "a function that returns a str")
    return told
