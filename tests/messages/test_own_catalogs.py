"""A program's own catalogs: its messages, other words, or a language that blogmodel lacks."""

import io
import pickle
import struct
from decimal import Decimal
from enum import Enum
from typing import Any

import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo

from blogmodel import Status
from blogmodel.errors import InvalidValueError
from blogmodel.messages import Label, Message, Messages, phrases


def compiled(locale: str, *messages: tuple[Any, Any, str | None], charset: str = "utf-8") -> bytes:
    """Compile messages, each with its translation and its context."""
    catalog = Catalog(locale=locale, charset=charset)
    for message, text, context in messages:
        catalog.add(message, text, context=context)
    stream = io.BytesIO()
    write_mo(stream, catalog)
    return stream.getvalue()


class Colour(Enum):
    RED = "red"


BRETON = compiled(
    "br",
    ("No comments", "Evezhiadenn ebet", None),
    (
        ("{count} comment", "{count} comments"),
        tuple(f"{{count}} ({form})" for form in range(6)),
        None,
    ),
    ("just now", "bremañ", None),
    ("reply", "Respont", "Label"),
    ("red", "ruz", "Colour"),
)


def test_a_language_that_blogmodel_lacks_can_be_brought() -> None:
    br = Messages("br", catalogs=[BRETON])
    assert br.render(phrases.comments(0)) == "Evezhiadenn ebet"
    assert br.label(Label.REPLY) == "Respont"
    assert br.label(Colour.RED) == "ruz"
    assert br.label(Label.DELETE) == "Delete"  # What it lacks is in English.
    assert Messages("br").label(Label.REPLY) == "Reply"


@pytest.mark.parametrize(
    "count, form", [(1, 0), (21, 1), (2, 2), (3, 3), (1_000_000, 4), (5, 5), (11, 5)]
)
def test_its_plurals_are_by_its_own_rule(count: int, form: int) -> None:
    br = Messages("br", catalogs=[BRETON])
    told = br.ngettext("{count} comment", "{count} comments", count)
    assert told == f"{br.number(count)} ({form})"


def test_what_is_not_whole_goes_with_the_whole_number_of_its_kind() -> None:
    br = Messages("br", catalogs=[BRETON])
    assert br.ngettext("{count} comment", "{count} comments", 2.5) == "2,5 (5)"
    czech = compiled("cs", (("{count} x", "{count} xs"), ("jeden", "dva", "pět"), None))
    # Czech has a form of fractions alone, which gettext has not.
    assert Messages("cs", catalogs=[czech]).ngettext("{count} x", "{count} xs", 1.5) == "jeden"


def test_own_words_come_before_the_librarys_in_the_order_given() -> None:
    ours = compiled("fr", ("email", "Mél", "Label"), ("spam", "Nuisible", "Status"))
    more = compiled("fr", ("email", "Adresse", "Label"), ("hello {name}", "salut {name}", None))
    fr = Messages("fr_CA", catalogs=[ours, more])
    assert [fr.label(Label.EMAIL), fr.label(Status.SPAM)] == ["Mél", "Nuisible"]
    assert fr.gettext("hello {name}", name="Zoé") == "salut Zoé"
    assert fr.label(Label.POST) == "Billet"
    assert Messages("fr_CA", catalogs=[more, ours]).label(Label.EMAIL) == "Adresse"
    assert Messages("fr_CA").label(Label.EMAIL) == "Courriel"


def test_messages_with_catalogs_are_a_value() -> None:
    br = Messages("br", catalogs=[BRETON])
    again = pickle.loads(pickle.dumps(br))
    assert again == br == Messages("br", catalogs=(bytes(bytearray(BRETON)),))
    assert hash(again) == hash(br)
    assert again.label(Label.REPLY) == "Respont"
    assert br != Messages("br")
    assert repr(br) == "Messages('br', catalogs=1)"


def test_a_catalog_of_either_byte_order_and_of_any_charset_is_read() -> None:
    big = bytearray(struct.pack(">7I", 0x950412DE, 0, 1, 28, 36, 0, 0))
    big += struct.pack(">4I", 3, 44, 3, 48) + b"One\0Uno\0"
    assert Messages("es", catalogs=[bytes(big)]).gettext("One") == "Uno"
    latin = compiled("fr", ("One", "Été", None), charset="iso-8859-1")
    assert "Été".encode("latin-1") in latin
    assert Messages("fr", catalogs=[latin]).gettext("One") == "Été"


def test_a_catalog_without_a_language_takes_whole_numbers_below() -> None:
    plain = compiled("fr", (("{count} a", "{count} b"), ("{count} un", "{count} deux"), None))
    nameless = plain.replace(b"Language: fr\n", b"Language:   \n")
    assert nameless != plain
    fr = Messages("fr", catalogs=[nameless])
    assert fr.ngettext("{count} a", "{count} b", Decimal("1.5")) == "1,5 un"
    assert fr.ngettext("{count} a", "{count} b", Decimal("2.5")) == "2,5 deux"


@pytest.mark.parametrize(
    "rule, told",
    [
        (b"n / 0", "deux"),
        (b"n + 7", "deux"),
        (b"0-n", "deux"),
        (b"n-n-3", "deux"),
        (b"0", "un"),
    ],
)
def test_a_rule_that_leads_nowhere_takes_the_last_form(rule: bytes, told: str) -> None:
    plain = compiled("fr", (("a", "b"), ("un", "deux"), None))
    odd = plain.replace(b"plural=(n > 1);", b"plural=" + rule.ljust(7) + b";")
    assert odd != plain
    assert Messages("fr", catalogs=[odd]).ngettext("a", "b", 1) == told


def test_forms_that_a_catalog_lacks_are_the_next_ones() -> None:
    empty = compiled("fr", (("{count} comment", "{count} comments"), ("x {count}", "y"), None))
    lacking = empty.replace(b"x {count}\0y", b"x {count}\0\0")
    assert lacking != empty
    told = Messages("fr", catalogs=[lacking]).ngettext("{count} comment", "{count} comments", 2)
    assert told == "2 commentaires"


def test_a_text_that_names_a_field_of_its_own_is_refused() -> None:
    wrong = compiled("fr", ("by {author}", "par {auteur} ({author})", None))
    fr = Messages("fr", catalogs=[wrong])
    expected = "a text that names the fields of 'by {author}', not auteur; got 'par {auteur}"
    with pytest.raises(InvalidValueError, match=expected):
        fr.render(phrases.written_by("Zoé"))
    with pytest.raises(InvalidValueError, match=expected):
        fr.gettext("by {author}", author="Zoé")


def test_a_text_that_leaves_a_field_out_is_told() -> None:
    short = compiled("fr", ("by {author}", "anonyme", None))
    assert Messages("fr", catalogs=[short]).render(Message("by {author}", author="x")) == "anonyme"


HEADER = struct.pack("<7I", 0x950412DE, 0, 1, 28, 36, 0, 0)


@pytest.mark.parametrize(
    "data",
    {
        "nothing": b"",
        "another file": b"msgid ''\n",
        "no more than a start": b"\xde\x12\x04\x95",
        "a header alone": HEADER,
        "texts that end early": HEADER + struct.pack("<4I", 3, 44, 3, 48) + b"One",
        "more texts than there are": HEADER[:8] + b"\xff\xff\xff\xff" + HEADER[12:],
        "bytes that are no text": compiled("fr", ("One", "Été", None)).replace(b"\xc3", b"\xff"),
        "no charset": compiled("fr", ("One", "x", None)).replace(b"=utf-8", b"=utf-0"),
        "a charset of no text": compiled("fr", ("One", "x", None)).replace(b"=utf-8", b"=hex\n "),
        "a rule of no number": compiled("fr").replace(b"(n > 1)", b"(m > 1)"),
        "a rule that opens another": compiled("fr").replace(b"(n > 1)", b"(((((((" ),
    }.items(),
    ids=lambda pair: pair[0],
)  # fmt: skip
def test_what_is_no_catalog_is_refused(data: tuple[str, bytes]) -> None:
    with pytest.raises(InvalidValueError, match=r"Messages\.catalogs must be the bytes of a comp"):
        Messages("fr", catalogs=[data[1]])


def test_every_cut_of_a_catalog_is_refused_or_read() -> None:
    for end in range(len(BRETON)):
        try:
            Messages("br", catalogs=[BRETON[:end]])
        except InvalidValueError:
            continue
        assert end == len(BRETON) - 1  # The last text needs no end.
