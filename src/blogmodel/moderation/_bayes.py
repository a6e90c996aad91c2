"""A score of spam that learns one comment at a time, and unlearns it exactly."""

from __future__ import annotations

import json
import math
from collections import ChainMap

import attrs

from blogmodel import _checks
from blogmodel.errors import DocumentError, InvalidTypeError, InvalidValueError
from blogmodel.moderation._features import places_of, said_features
from blogmodel.moderation._weights import Weight, document_of, number_in, share_of

__all__ = ["NaiveBayes"]

# A feature seen once is believed half.
_STRENGTH = 1.0
# The features that say the most decide; the rest only repeats them.
_LOUDEST = 40
# Counts that changed lately are kept apart until there are so many.
_RECENT = 4_096


def _checked_prior(value: float) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise InvalidTypeError("NaiveBayes", "prior", value, "a number between 0 and 1")
    if not 0 < value < 1:
        raise InvalidValueError("NaiveBayes", "prior", value, "a number between 0 and 1")
    return float(value)


@attrs.frozen(repr=False, eq=False)
class NaiveBayes:
    """What was learned of spam, one comment at a time. It is a value.

    Each feature of a text (its words, pairs of words, links and shape) speaks for spam as often as
    it was in spam rather than not, as far as it was seen at all: what was never seen says nothing,
    and what was seen once says little. The 40 that say the most are added up.

    Learning returns a new value, and unlearning the same comment returns the one before. It costs
    O(characters of the comment) and a copy of what changed lately, not of everything.

    Attributes:
        prior: how likely a comment is spam of which nothing is known, between 0 and 1.

    Raises:
        InvalidValueError: the prior is not between 0 and 1.
        InvalidTypeError: it is no number.

    Source: P. Graham, A plan for spam (2002); G. Robinson, A statistical approach to the spam
    problem (2003), for what is seen seldom. The weights are those of naive Bayes.

    Example:
        >>> from blogmodel.moderation import NaiveBayes
        >>> bayes = NaiveBayes()
        >>> for text in ("Achetez mes montres", "Montres pas chères", "Achetez vite"):
        ...     bayes = bayes.learn_spam(text)
        >>> for text in ("Merci Zoé", "Beau billet", "Merci pour la recette"):
        ...     bayes = bayes.learn_ham(text)
        >>> bayes.score("Achetez des montres") > 0.8, bayes.score("Merci Lise") < 0.3
        (True, True)
    """

    prior: float = attrs.field(default=0.5, converter=_checked_prior)
    _spam: int = attrs.field(default=0, init=False)
    _ham: int = attrs.field(default=0, init=False)
    # How many features those had, each once a comment: long comments do not count for more.
    _spam_features: int = attrs.field(default=0, init=False)
    _ham_features: int = attrs.field(default=0, init=False)
    _base: dict[str, tuple[int, int]] = attrs.field(factory=dict, init=False)
    _recent: dict[str, tuple[int, int]] = attrs.field(factory=dict, init=False)

    @property
    def learned(self) -> tuple[int, int]:
        """How many comments were learned, as spam and as none."""
        return self._spam, self._ham

    def learn_spam(self, text: str) -> NaiveBayes:
        """Return what is learned once a comment is spam.

        Raises:
            InvalidTypeError: it is no str.
        """
        return self._with(text, 1, 0)

    def learn_ham(self, text: str) -> NaiveBayes:
        """Return what is learned once a comment is none.

        Raises:
            InvalidTypeError: it is no str.
        """
        return self._with(text, 0, 1)

    def unlearn_spam(self, text: str) -> NaiveBayes:
        """Return what is learned without a comment that was learned as spam.

        Raises:
            InvalidValueError: it was not.
            InvalidTypeError: it is no str.
        """
        return self._with(text, -1, 0)

    def unlearn_ham(self, text: str) -> NaiveBayes:
        """Return what is learned without a comment that was learned as none.

        Raises:
            InvalidValueError: it was not.
            InvalidTypeError: it is no str.
        """
        return self._with(text, 0, -1)

    def _with(self, text: str, spam: int, ham: int) -> NaiveBayes:
        _checks.string("NaiveBayes", "text", text)
        recent, base = dict(self._recent), self._base
        names = set(said_features(text))
        if min(self._spam + spam, self._ham + ham) < 0:
            raise InvalidValueError("NaiveBayes", "text", text, "one that was learned so")
        for name in names:
            before = recent.get(name) or base.get(name, _NEVER)
            recent[name] = before[0] + spam, before[1] + ham
            if min(recent[name]) < 0:
                raise InvalidValueError("NaiveBayes", "text", text, "one that was learned so")
        counts = (
            self._spam + spam,
            self._ham + ham,
            self._spam_features + spam * len(names),
            self._ham_features + ham * len(names),
        )
        if len(recent) > _RECENT:
            base, recent = {**base, **recent}, {}
        return _made(self.prior, counts, base, recent)

    def _counts(self) -> dict[str, tuple[int, int]]:
        """Return all counts that are not 0."""
        merged = ChainMap(self._recent, self._base)
        return {name: count for name, count in merged.items() if count != _NEVER}

    def score(self, text: str, /) -> float:
        """Return how likely a text is spam, from 0 to 1. O(characters).

        Raises:
            InvalidTypeError: it is no str.
        """
        weights = self._weights(text)
        return share_of(_log_odds(self.prior) + sum(weight for _, weight in weights))

    def explain(self, text: str, /, *, most: int = 5) -> tuple[Weight, ...]:
        """Return what speaks most for spam and against it, the weightiest first.

        All that count together, with the prior's log-odds, are the log-odds of the score.

        Args:
            text: the text.
            most: how many at most.

        Raises:
            InvalidTypeError: an argument is of another type.
        """
        _checks.count("NaiveBayes", "most", most)
        return tuple(
            Weight(name, weight, places_of(name, text))
            for name, weight in self._weights(text)[:most]
        )

    def _weights(self, text: str) -> list[tuple[str, float]]:
        """Return the features that count, the weightiest first."""
        _checks.string("NaiveBayes", "text", text)
        recent, base = self._recent, self._base
        spam_all, ham_all = max(self._spam_features, 1), max(self._ham_features, 1)
        found: list[tuple[str, float]] = []
        for name in set(said_features(text)):
            spam, ham = recent.get(name) or base.get(name, _NEVER)
            if spam or ham:
                spam_share, ham_share = spam / spam_all, ham / ham_all
                share, seen = spam_share / (spam_share + ham_share), spam + ham
                believed = (_STRENGTH * 0.5 + seen * share) / (_STRENGTH + seen)
                found.append((name, _log_odds(believed)))
        found.sort(key=lambda item: (-abs(item[1]), item[0]))
        return found[:_LOUDEST]

    def to_json(self) -> str:
        """Return what was learned as JSON: words and counts, and no comment as a whole.

        Example:
            >>> from blogmodel.moderation import NaiveBayes
            >>> bayes = NaiveBayes(0.2).learn_spam("Achetez !")
            >>> NaiveBayes.from_json(bayes.to_json()) == bayes
            True
        """
        counts = self._counts()
        document = {
            "type": _KIND,
            "version": 1,
            "prior": self.prior,
            "spam": self._spam,
            "ham": self._ham,
            "counts": {name: counts[name] for name in sorted(counts)},
        }
        return json.dumps(document, separators=(",", ":"), allow_nan=False)

    @classmethod
    def from_json(cls, text: str | bytes) -> NaiveBayes:
        """Return what a JSON text holds.

        Raises:
            DocumentError: it is not what `to_json` returned.
        """
        fields = document_of(text, _KIND, ("prior", "spam", "ham", "counts"))
        prior = number_in(_KIND, "prior", fields["prior"])
        if not 0 < prior < 1:
            raise DocumentError(f"{_KIND}.prior", f"must be between 0 and 1; got {prior}")
        counts = (_count("spam", fields["spam"]), _count("ham", fields["ham"]))
        if not isinstance(fields["counts"], dict):
            raise DocumentError(f"{_KIND}.counts", "must be an object")
        base: dict[str, tuple[int, int]] = {}
        for name, pair in fields["counts"].items():
            if not isinstance(pair, list) or len(pair) != 2:  # noqa: PLR2004 - spam and ham
                raise DocumentError(f"{_KIND}.counts", f"{name!r} must have two counts")
            spam, ham = _count(name, pair[0]), _count(name, pair[1])
            if spam > counts[0] or ham > counts[1] or not (spam or ham):
                raise DocumentError(
                    f"{_KIND}.counts", f"{name!r} must have counts that the totals allow"
                )
            base[name] = (spam, ham)
        features = sum(spam for spam, _ in base.values()), sum(ham for _, ham in base.values())
        return _made(prior, (*counts, *features), base, {})

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, NaiveBayes):
            return NotImplemented
        mine = self.prior, self._spam, self._ham
        return mine == (other.prior, other._spam, other._ham) and self._counts() == other._counts()

    def __hash__(self) -> int:
        return hash((self.prior, self._spam, self._ham))

    def __repr__(self) -> str:
        return f"NaiveBayes(prior={self.prior:g}, {self._spam} spam, {self._ham} ham)"


_KIND = "naive-bayes"
_NEVER = (0, 0)


def _made(
    prior: float,
    counts: tuple[int, int, int, int],
    base: dict[str, tuple[int, int]],
    recent: dict[str, tuple[int, int]],
) -> NaiveBayes:
    made = NaiveBayes(prior)
    for field, value in zip(
        ("_spam", "_ham", "_spam_features", "_ham_features", "_base", "_recent"),
        (*counts, base, recent),
        strict=True,
    ):
        object.__setattr__(made, field, value)
    return made


def _log_odds(share: float) -> float:
    return math.log(share / (1 - share))


def _count(field: str, value: object) -> int:
    if type(value) is not int or value < 0:
        raise DocumentError(f"{_KIND}.{field}", "must be a count, 0 or more")
    return value
