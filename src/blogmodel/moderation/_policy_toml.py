"""Policies as configuration in TOML, with errors that name the rule and the key."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Mapping
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any

from blogmodel.errors import InvalidValueError, PolicyError, WordListError, shown
from blogmodel.model import CommentKind
from blogmodel.moderation import conditions
from blogmodel.moderation._durations import read_duration
from blogmodel.moderation._external import ExternalOutcome
from blogmodel.moderation._kinds import Part, Role
from blogmodel.moderation._linked import LinkTrick
from blogmodel.moderation._rates import parse_rate
from blogmodel.moderation._rules import Action, Condition, Rule
from blogmodel.moderation._word_list import Term, TermMatch, WordList
from blogmodel.text import DangerKind, Level

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import timedelta
    from enum import Enum
    from typing import TypeVar

    from blogmodel.moderation._policy import Policy

    _P = TypeVar("_P", bound=Policy)

__all__ = ["read_policy"]

_Resources = Mapping[str, object]


class _Table:
    """One table of the configuration: what reads a key says which rule's it is."""

    def __init__(
        self, fields: object, place: str, resources: _Resources, *, depth: int = 0
    ) -> None:
        if not isinstance(fields, dict):
            raise PolicyError(place, None, f"must be a table; got {shown(fields)}")
        self.fields: dict[str, Any] = dict(fields)
        self.place = place
        self.resources = resources
        self.depth = depth
        if depth > _DEEPEST:
            raise self.fail(None, f"conditions stand in each other {_DEEPEST} deep at most")

    def inner(self, fields: object, place: str) -> _Table:
        """Return a table that stands in this one."""
        return _Table(fields, f"{self.place}, {place}", self.resources, depth=self.depth + 1)

    def fail(self, key: str | None, problem: str) -> PolicyError:
        return PolicyError(self.place, key, problem)

    def take(self, key: str, expected: type | tuple[type, ...], words: str) -> Any:  # noqa: ANN401
        value = self.fields.pop(key)
        # True is an int to Python, and none to a reader.
        if not isinstance(value, expected) or (isinstance(value, bool) and expected is not bool):
            raise self.fail(key, f"must be {words}; got {shown(value)}")
        return value

    def required(self, key: str) -> str:
        if key not in self.fields:
            raise self.fail(key, "is missing")
        text: str = self.take(key, str, "a text")
        return text

    def finish(self, known: Iterable[str]) -> None:
        for key in self.fields:
            near = get_close_matches(key, list(known), 1)
            hint = f"did you mean {near[0]!r}?" if near else f"there are {', '.join(known)}"
            raise self.fail(key, f"is no key here; {hint}")


_NUMBER = (int, float)
_DEEPEST = 8


def read_policy(cls: type[_P], text: str, resources: _Resources) -> _P:
    """Return the policy of a configuration; see `Policy.from_toml`."""
    if not isinstance(text, str):
        raise PolicyError("policy", None, f"must be TOML in a str; got {shown(text)}")
    try:
        table = _Table(tomllib.loads(text), "policy", resources)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise PolicyError("policy", None, f"is not TOML that can be read: {error}") from None
    given: dict[str, Any] = {"name": table.required("name")}
    for key in ("hold_at", "spam_at"):
        if key in table.fields:
            given[key] = table.take(key, _NUMBER, "a number")
    if "shadowing" in table.fields:
        given["shadowing"] = table.take("shadowing", bool, "true or false")
    if "own_hosts" in table.fields:
        given["own_hosts"] = _texts(table, "own_hosts")
    rules = table.take("rules", list, "tables, [[rules]]") if "rules" in table.fields else []
    table.finish(("name", "hold_at", "spam_at", "shadowing", "own_hosts", "rules"))
    read = [_rule(fields, number, resources) for number, fields in enumerate(rules, 1)]
    try:
        return cls(rules=read, **given)
    except InvalidValueError as error:
        raise _about(error, "policy") from None


def _about(error: InvalidValueError, place: str) -> PolicyError:
    return PolicyError(place, error.field, f"must be {error.expected}; got {shown(error.value)}")


def _rule(fields: object, number: int, resources: _Resources) -> Rule:
    table = _Table(fields, f"rule {number}", resources)
    name = table.required("id")
    table.place = f"rule {name!r}"
    given: dict[str, Any] = {}
    if "action" in table.fields:
        given["action"] = _member(table, "action", Action)
    if "points" in table.fields:
        given["points"] = table.take("points", _NUMBER, "a number")
    if "note" in table.fields:
        given["note"] = table.take("note", str, "a text")
    condition = _condition(table, ("id", "when", "action", "points", "note"))
    try:
        return Rule(name, condition, **given)
    except InvalidValueError as error:
        raise _about(error, table.place) from None


def _condition(table: _Table, others: tuple[str, ...]) -> Condition:
    """Return the condition that a table tells; its keys are all that are left in the table."""
    kind = table.required("when")
    recipe = _RECIPES.get(kind)
    if recipe is None:
        near = get_close_matches(kind, _RECIPES, 1)
        hint = f"did you mean {near[0]!r}?" if near else f"there are {', '.join(_RECIPES)}"
        raise table.fail("when", f"is no condition: {kind!r}; {hint}")
    make, readers, required = recipe
    given = {key: read(table, key) for key, read in readers.items() if key in table.fields}
    table.finish((*others, *readers))
    missing = [key for key in required if key not in given]
    if missing:
        raise table.fail(missing[0], f"is missing; {kind!r} needs it")
    try:
        condition: Condition = make(**given)
    except InvalidValueError as error:
        raise _about(error, table.place) from None
    return condition


_Reader = Callable[[_Table, str], Any]


def _number(table: _Table, key: str) -> Any:  # noqa: ANN401
    return table.take(key, _NUMBER, "a number")


def _count(table: _Table, key: str) -> int:
    count: int = table.take(key, int, "a whole number")
    return count


def _text(table: _Table, key: str) -> str:
    text: str = table.take(key, str, "a text")
    return text


def _texts(table: _Table, key: str) -> list[str]:
    texts = table.take(key, list, "a list of texts")
    for text in texts:
        if not isinstance(text, str):
            raise table.fail(key, f"must be a list of texts; got {shown(text)} in it")
    return list(texts)


def _members(kind: type[Enum]) -> _Reader:
    def read(table: _Table, key: str) -> list[Any]:
        values = table.fields[key]
        table.fields[key] = values if isinstance(values, list) else [values]
        return [_as_member(table, key, value, kind) for value in _texts(table, key)]

    return read


def _one(kind: type[Enum]) -> _Reader:
    return lambda table, key: _member(table, key, kind)


def _member(table: _Table, key: str, kind: type[Enum]) -> Any:  # noqa: ANN401
    return _as_member(table, key, table.take(key, str, "a text"), kind)


def _as_member(table: _Table, key: str, value: str, kind: type[Enum]) -> Any:  # noqa: ANN401
    try:
        return kind(value)
    except ValueError:
        names = ", ".join(str(member.value) for member in kind)
        raise table.fail(key, f"must be one of {names}; got {shown(value)}") from None


def _duration(table: _Table, key: str) -> timedelta:
    given = table.fields.pop(key)
    length = read_duration(given)
    if length is None:
        raise table.fail(
            key, f"must be a time such as '90 s', '15 min', '2 h' or '30 d'; got {shown(given)}"
        )
    return length


def _rates(table: _Table, key: str) -> list[Any]:
    values = table.fields[key]
    table.fields[key] = values if isinstance(values, list) else [values]
    try:
        return [parse_rate(text) for text in _texts(table, key)]
    except InvalidValueError as error:
        raise table.fail(key, f"must be {error.expected}; got {shown(error.value)}") from None


def _resource(table: _Table, key: str, name: str) -> object:
    if name not in table.resources:
        there = ", ".join(map(repr, table.resources)) or "none"
        raise table.fail(key, f"names the resource {name!r}; given are {there}")
    return table.resources[name]


def _model(table: _Table, key: str) -> object:
    return _resource(table, key, _text(table, key))


def _names(table: _Table, key: str) -> Any:  # noqa: ANN401
    """Return a list that stands there, or a resource."""
    if isinstance(table.fields[key], str):
        return _resource(table, key, _text(table, key))
    return _texts(table, key)


def _words(table: _Table, key: str) -> object:
    """Return a list of words that stands there, or a resource."""
    value = table.fields.pop(key)
    if isinstance(value, str):
        return _resource(table, key, value)
    match = _member(table, "match", TermMatch) if "match" in table.fields else TermMatch.WORD
    level = _member(table, "level", Level) if "level" in table.fields else Level.FOLDED
    if not isinstance(value, list):
        raise table.fail(key, f"must be a list of words, or the name of one; got {shown(value)}")
    return _word_list(table, key, value, match, level)


def _word_list(
    table: _Table, key: str, entries: list[Any], match: TermMatch, level: Level
) -> WordList:
    terms = []
    for number, entry in enumerate(entries, 1):
        fields = {"text": entry} if isinstance(entry, str) else entry
        own = table.inner(fields, f"{key}, entry {number}")
        try:
            terms.append(_term(own, match, level))
        except InvalidValueError as error:
            raise table.fail(
                key, f"entry {number}: {error.field} must be {error.expected}; got {shown(entry)}"
            ) from None
    try:
        return WordList(terms)
    except WordListError as error:
        raise table.fail(key, str(error)) from None


def _term(own: _Table, match: TermMatch, level: Level) -> Term:
    text = own.required("text")
    match = _member(own, "match", TermMatch) if "match" in own.fields else match
    level = _member(own, "level", Level) if "level" in own.fields else level
    points = own.take("points", _NUMBER, "a number") if "points" in own.fields else None
    own.finish(("text", "match", "level", "points"))
    return Term(text, match, level=level, points=points)


def _conditions(table: _Table, key: str) -> list[Condition]:
    return [
        _condition(table.inner(fields, f"{key} {number}"), ("when",))
        for number, fields in enumerate(table.take(key, list, "a list of conditions"), 1)
    ]


def _one_condition(table: _Table, key: str) -> Condition:
    fields = table.take(key, dict, "a condition: a table with 'when'")
    return _condition(table.inner(fields, key), ("when",))


_PARTS = _members(Part)
# match and level say how the words are meant that stand in the list itself; they are read with it.
_WORDS: dict[str, _Reader] = {"words": _words, "parts": _PARTS}

# What makes a condition, what reads its keys, and the keys that it needs.
_RECIPES: dict[str, tuple[Callable[..., Any], dict[str, _Reader], tuple[str, ...]]] = {
    "comments-closed": (conditions.CommentsClosed, {}, ()),
    "closed-after": (conditions.ClosedAfter, {"age": _duration}, ("age",)),
    "empty": (conditions.Empty, {}, ()),
    "too-long": (conditions.TooLong, {"most": _count}, ("most",)),
    "too-short": (conditions.TooShort, {"fewest": _count}, ("fewest",)),
    "already-sent": (conditions.AlreadySent, {}, ()),
    "too-many": (conditions.TooMany, {"rates": _rates}, ("rates",)),
    "of-kind": (conditions.OfKind, {"kinds": _members(CommentKind)}, ("kinds",)),
    "always": (conditions.Always, {}, ()),
    "staff": (conditions.Staff, {"roles": _members(Role)}, ()),
    "trusted": (conditions.Trusted, {}, ()),
    "new-author": (conditions.NewAuthor, {"fewer_than": _count}, ()),
    "often-refused": (
        conditions.OftenRefused,
        {"share": _number, "least": _count},
        ("share",),
    ),
    "disposable-mail": (conditions.DisposableMail, {"domains": _names}, ("domains",)),
    "unnamed": (conditions.Unnamed, {"parts": _PARTS}, ()),
    "honeypot": (conditions.Honeypot, {}, ()),
    "too-fast": (conditions.TooFast, {"least": _duration}, ("least",)),
    "has-banned-words": (conditions.HasBannedWords, _WORDS, ("words",)),
    "has-suspect-words": (conditions.HasSuspectWords, _WORDS, ("words",)),
    "matches": (
        conditions.Matches,
        {"pattern": _text, "parts": _PARTS, "level": _one(Level)},
        ("pattern",),
    ),
    "too-many-links": (conditions.TooManyLinks, {"most": _count}, ("most",)),
    "links-to-hosts": (conditions.LinksToHosts, {"hosts": _names}, ("hosts",)),
    "tricky-links": (conditions.TrickyLinks, {"tricks": _members(LinkTrick)}, ()),
    "shouts": (conditions.Shouts, {"share": _number, "least": _count}, ()),
    "repeats": (conditions.Repeats, {"signs": _count, "words": _count}, ()),
    "deceives": (conditions.Deceives, {"kinds": _members(DangerKind)}, ()),
    "near-duplicate": (conditions.NearDuplicate, {"least": _number, "words": _count}, ()),
    "looks-like-spam": (
        conditions.LooksLikeSpam,
        {"model": _model, "least": _number},
        ("model", "least"),
    ),
    "judged-elsewhere": (
        conditions.JudgedElsewhere,
        {"outcomes": _members(ExternalOutcome)},
        (),
    ),
    "reported": (conditions.Reported, {"least": _number}, ("least",)),
    "all-of": (conditions.AllOf, {"conditions": _conditions}, ("conditions",)),
    "any-of": (conditions.AnyOf, {"conditions": _conditions}, ("conditions",)),
    "unless": (conditions.Unless, {"condition": _one_condition}, ("condition",)),
}
