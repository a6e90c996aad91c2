"""A score of spam that learns one comment at a time, and unlearns it exactly."""

from __future__ import annotations

import json
import math
from collections import ChainMap
from hashlib import blake2b

import attrs

from blogmodel import _checks
from blogmodel.errors import DocumentError, InvalidTypeError, InvalidValueError
from blogmodel.moderation._features import places_of, said_features
from blogmodel.moderation._weights import Weight, document_of, number_in, share_of

__all__ = ["NaiveBayes"]

# The features that say the most decide; the rest only repeats them.
_LOUDEST = 40
# Counts that changed lately are kept apart until there are so many.
_RECENT = 4_096


_NEVER = (0, 0)
# What the digest of a learned comment is counted under; no feature starts so.
_WHOLE = "t:"


@attrs.frozen
class _Learned:
    """What was learned: how many comments, how many features these had, and of each how many.

    A feature counts once a comment: long comments do not count for more.
    """

    spam: int = 0
    ham: int = 0
    spam_features: int = 0
    ham_features: int = 0
    base: dict[str, tuple[int, int]] = attrs.field(factory=dict)
    recent: dict[str, tuple[int, int]] = attrs.field(factory=dict)

    def count(self, name: str) -> tuple[int, int]:
        """Return in how many comments a feature was, of spam and of the rest."""
        return self.recent.get(name) or self.base.get(name, _NEVER)

    def counts(self) -> dict[str, tuple[int, int]]:
        """Return all counts that are not 0."""
        merged = ChainMap(self.recent, self.base)
        return {name: count for name, count in merged.items() if count != _NEVER}


@attrs.frozen(repr=False, eq=False)
class NaiveBayes:
    """What was learned of spam, one comment at a time. It is a value.

    Each feature of a text (its words, pairs of words, links and shape) speaks for spam as often as
    it was in spam rather than not, as far as it was seen at all: what was never seen says nothing,
    and what was seen once says little. The 40 that say the most are added up.

    Learning returns a new value, and unlearning the same comment returns the one before. It costs
    O(characters of the comment) and a copy of what changed lately, at most some 4,000 counts; once
    in so many new ones all are copied.

    Attributes:
        prior: how likely a comment is spam of which nothing is known, between 0 and 1.
        smoothing: how often a feature must have been seen to be believed half. The less, the sooner
            it learns, and the surer it is of what came by chance.

    Raises:
        InvalidValueError: the prior is not between 0 and 1, or the smoothing not above 0.
        InvalidTypeError: one of these is no number.

    Source: P. Graham, A plan for spam (2002); G. Robinson, A statistical approach to the spam
    problem (2003), for what is seen seldom. The weights are those of naive Bayes.

    Example:
        >>> from blogmodel.moderation import NaiveBayes
        >>> bayes = NaiveBayes()
        >>> for text in ("Achetez mes montres", "Montres pas chères", "Achetez vite"):
        ...     bayes = bayes.learn_spam(text)
        >>> for text in ("Merci Zoé", "Beau billet", "Merci pour la recette"):
        ...     bayes = bayes.learn_ham(text)
        >>> bayes.score("Achetez des montres") > 0.6, bayes.score("Merci Lise") < 0.4
        (True, True)
    """

    prior: float = 0.5
    smoothing: float = attrs.field(default=5.0, kw_only=True)
    # A field, so that `attrs.evolve` keeps what was learned.
    _learned: _Learned = attrs.field(factory=_Learned, kw_only=True, alias="_learned", hash=False)

    def __attrs_post_init__(self) -> None:
        for field, most in (("prior", 1), ("smoothing", _SLOWEST)):
            value = getattr(self, field)
            if isinstance(value, bool) or not isinstance(value, int | float):
                raise InvalidTypeError("NaiveBayes", field, value, "a number")
            if not 0 < value < most:
                expected = f"above 0, and below {most:,}"
                raise InvalidValueError("NaiveBayes", field, value, expected)
            object.__setattr__(self, field, float(value))

    @property
    def learned(self) -> tuple[int, int]:
        """How many comments were learned, as spam and as none."""
        return self._learned.spam, self._learned.ham

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
        before, names = self._learned, set(said_features(text))
        recent = dict(before.recent)
        for name in (_digest(names), *names):
            counted = before.count(name)
            recent[name] = counted[0] + spam, counted[1] + ham
            # The digest comes first, so that what was never learned is found at once.
            if min(recent[name]) < 0:
                raise InvalidValueError("NaiveBayes", "text", text, "one that was learned so")
        base = before.base
        if len(recent) > _RECENT:
            base, recent = {**base, **recent}, {}
        after = _Learned(
            before.spam + spam,
            before.ham + ham,
            before.spam_features + spam * len(names),
            before.ham_features + ham * len(names),
            base,
            recent,
        )
        return attrs.evolve(self, _learned=after)

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
        found = self._weights(text)[:most]
        places = places_of([name for name, _ in found], text)
        return tuple(Weight(name, weight, places[name]) for name, weight in found)

    def _weights(self, text: str) -> list[tuple[str, float]]:
        """Return the features that count, the weightiest first."""
        _checks.string("NaiveBayes", "text", text)
        learned, smoothing = self._learned, self.smoothing
        spam_all, ham_all = max(learned.spam_features, 1), max(learned.ham_features, 1)
        found: list[tuple[str, float]] = []
        for name in set(said_features(text)):
            spam, ham = learned.count(name)
            if spam or ham:
                spam_share, ham_share = spam / spam_all, ham / ham_all
                share, seen = spam_share / (spam_share + ham_share), spam + ham
                believed = (smoothing * 0.5 + seen * share) / (smoothing + seen)
                found.append((name, _log_odds(believed)))
        found.sort(key=lambda item: (-abs(item[1]), item[0]))
        return found[:_LOUDEST]

    def to_json(self) -> str:
        """Return what was learned as JSON: words and counts, and no comment as a whole.

        Of each comment it has a digest of its features, by which it is known to have been learned.

        Example:
            >>> from blogmodel.moderation import NaiveBayes
            >>> bayes = NaiveBayes(0.2).learn_spam("Achetez !")
            >>> NaiveBayes.from_json(bayes.to_json()) == bayes
            True
        """
        counts = self._learned.counts()
        document = {
            "type": _KIND,
            "version": 1,
            "prior": self.prior,
            "smoothing": self.smoothing,
            "spam": self._learned.spam,
            "ham": self._learned.ham,
            "counts": {name: counts[name] for name in sorted(counts)},
        }
        return json.dumps(document, separators=(",", ":"), allow_nan=False)

    @classmethod
    def from_json(cls, text: str | bytes) -> NaiveBayes:
        """Return what a JSON text holds.

        Raises:
            DocumentError: it is not what `to_json` returned.
        """
        fields = document_of(text, _KIND, ("prior", "smoothing", "spam", "ham", "counts"))
        prior, smoothing = (
            number_in(_KIND, field, fields[field]) for field in ("prior", "smoothing")
        )
        spam, ham = (_count(field, fields[field]) for field in ("spam", "ham"))
        if not isinstance(fields["counts"], dict):
            raise DocumentError(f"{_KIND}.counts", "must be an object")
        base: dict[str, tuple[int, int]] = {}
        for name, pair in fields["counts"].items():
            if not isinstance(pair, list) or len(pair) != 2:  # noqa: PLR2004 - spam and ham
                raise DocumentError(f"{_KIND}.counts", f"{name!r} must have two counts")
            base[name] = (_count(name, pair[0]), _count(name, pair[1]))
            if base[name][0] > spam or base[name][1] > ham or base[name] == _NEVER:
                raise DocumentError(
                    f"{_KIND}.counts", f"{name!r} must have counts that the totals allow"
                )
        if _sums(base, whole=True) != (spam, ham):
            raise DocumentError(f"{_KIND}.counts", "must have a digest of each comment")
        learned = _Learned(spam, ham, *_sums(base, whole=False), base)
        try:
            return cls(prior, smoothing=smoothing, _learned=learned)
        except InvalidValueError as error:
            raise DocumentError(f"{_KIND}.{error.field}", f"must be {error.expected}") from None

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, NaiveBayes):
            return NotImplemented
        mine = self.prior, self.smoothing, self.learned, self._learned.counts()
        return mine == (other.prior, other.smoothing, other.learned, other._learned.counts())

    def __hash__(self) -> int:
        return hash((self.prior, self.smoothing, self.learned))

    def __repr__(self) -> str:
        spam, ham = self.learned
        return f"NaiveBayes(prior={self.prior:g}, {spam} spam, {ham} ham)"


_KIND = "naive-bayes"
_SLOWEST = 1_000_000
_DIGEST_BYTES = 8


def _digest(names: set[str]) -> str:
    """Return what a comment of these features is known by."""
    data = "\n".join(sorted(names)).encode("utf-8", "surrogatepass")
    return _WHOLE + blake2b(data, digest_size=_DIGEST_BYTES).hexdigest()


def _sums(counts: dict[str, tuple[int, int]], *, whole: bool) -> tuple[int, int]:
    """Return the sums of the counts of all comments, or of all features."""
    chosen = [pair for name, pair in counts.items() if name.startswith(_WHOLE) is whole]
    return sum(spam for spam, _ in chosen), sum(ham for _, ham in chosen)


def _log_odds(share: float) -> float:
    return math.log(share) - math.log1p(-share)


def _count(field: str, value: object) -> int:
    if type(value) is not int or not 0 <= value <= _checks.LARGEST:
        raise DocumentError(f"{_KIND}.{field}", "must be a count, from 0 to 2 ** 63 - 1")
    return value
