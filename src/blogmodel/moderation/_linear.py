"""A score of spam by a linear model, trained on what moderators decided."""

from __future__ import annotations

import json
import math
from collections import Counter
from operator import mul
from typing import TYPE_CHECKING

import attrs

from blogmodel import _checks
from blogmodel.errors import DocumentError, InvalidTypeError, InvalidValueError
from blogmodel.moderation._features import features, places_of
from blogmodel.moderation._weights import SpamLabel, Weight, document_of, number_in, share_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    _Vector = tuple[list[int], list[float]]
    _Features = frozenset[str]

__all__ = ["LinearModel"]

_KIND = "linear-model"


@attrs.frozen(repr=False)
class LinearModel:
    """A linear model of spam: a weight for each feature, trained all at once. It is a value.

    Texts are taken for the features that they have, each by how rare it is, and all of a text
    together of length 1. The weights are those that keep spam and the rest furthest apart: a
    linear support vector machine. The score is calibrated on comments that a part of the training
    did not see.

    Attributes:
        names: of the features, in order.
        rarities: of the features.
        weights: of the features.
        bias: what is added.
        scale: what makes log-odds of the sum.
        threshold: the score from which on, in the training, no more innocent comments were met
            than were allowed.

    Raises:
        InvalidValueError: there are not as many rarities and weights as names, or a number is out
            of range: rarities and the scale are above 0, the threshold is from 0 to 1.
        InvalidTypeError: one of these is no number.

    Source: Hsieh and others, A dual coordinate descent method for large-scale linear SVM (2008);
    Platt, Probabilistic outputs for support vector machines (1999).

    Example:
        >>> from blogmodel.moderation import LinearModel, SpamLabel
        >>> spam = [f"Achetez mes montres {n}, visitez mon site" for n in range(8)]
        >>> ham = [f"Merci pour la recette {n}, à bientôt" for n in range(8)]
        >>> examples = [(text, SpamLabel.SPAM) for text in spam]
        >>> examples += [(text, SpamLabel.HAM) for text in ham]
        >>> model = LinearModel.train(examples)
        >>> model.score("Visitez mes montres") > 0.5 > model.score("Merci, à bientôt")
        True
    """

    names: tuple[str, ...]
    rarities: tuple[float, ...]
    weights: tuple[float, ...]
    bias: float
    scale: float
    threshold: float
    _ids: dict[str, int] = attrs.field(init=False, eq=False)

    def __attrs_post_init__(self) -> None:
        if not len(self.names) == len(self.rarities) == len(self.weights):
            raise InvalidValueError(
                "LinearModel", "weights", len(self.weights), f"{len(self.names)}, one a name"
            )
        for rarity in self.rarities:
            _ranged("rarities", rarity, _TINY, _LARGEST)
        for weight in self.weights:
            _ranged("weights", weight, -_LARGEST, _LARGEST)
        _ranged("bias", self.bias, -_LARGEST, _LARGEST)
        _ranged("scale", self.scale, _TINY, _LARGEST)
        _ranged("threshold", self.threshold, 0, 1)
        object.__setattr__(self, "_ids", {name: at for at, name in enumerate(self.names)})

    @classmethod
    def train(
        cls,
        examples: Iterable[tuple[str, SpamLabel]],
        *,
        cost: float = 1.0,
        most_held: float = 0.02,
        parts: int = 5,
    ) -> LinearModel:
        """Train a model.

        The same examples in the same order give the same model. Give them in the order of time:
        the threshold is chosen by training without each part of them in turn, the earliest spam
        and the earliest of the rest first, and looking at the part; such parts are as unlike each
        other as next month is.

        O(examples × features × rounds): some seconds for thousands of comments.

        Args:
            examples: texts, and what they are.
            cost: how much an example on the wrong side costs; more fits the examples closer.
            most_held: the largest share of innocent comments that may reach the threshold. It is
                kept with 95 % confidence, whatever came by chance, so that fewer of the examples
                do: of 300 one where the share is 0.02, of 3,000 forty-seven.
            parts: how many parts, at least 2.

        Raises:
            InvalidValueError: there are fewer than ``parts`` examples of either kind, or an
                argument is out of range.
            InvalidTypeError: an argument is of another type.
        """
        _checks.count("LinearModel", "parts", parts)
        if parts < 2:  # noqa: PLR2004 - one to train on, and one to look at
            raise InvalidValueError("LinearModel", "parts", parts, "2 or more")
        _share("cost", cost, math.inf)
        _share("most_held", most_held, 1)
        texts, signs = _examples(examples, parts)
        seen = [features(text) for text in texts]
        sums = [0.0] * len(seen)
        part_of = _parted(signs, parts)
        for part in range(parts):
            rest = [at for at, own in enumerate(part_of) if own != part]
            fitted = _fitted([seen[at] for at in rest], [signs[at] for at in rest], cost)
            for at, own in enumerate(part_of):
                if own == part:
                    sums[at] = fitted.sum_of(seen[at])
        scale = _calibrated(sums, signs)
        whole = _fitted(seen, signs, cost)
        innocent = [scale * total for total, sign in zip(sums, signs, strict=True) if sign < 0]
        threshold = max(0.5, share_of(_holding(innocent, most_held)))
        return cls(
            tuple(whole.names),
            tuple(map(_rounded, whole.rarities)),
            tuple(map(_rounded, whole.weights[:-1])),
            _rounded(whole.weights[-1]),
            _rounded(scale),
            threshold,
        )

    def score(self, text: str, /) -> float:
        """Return how likely a text is spam, from 0 to 1. O(characters).

        Raises:
            InvalidTypeError: it is no str.
        """
        total = self.bias + sum(weight for _, weight in self._parts(text))
        return share_of(self.scale * total)

    def explain(self, text: str, /, *, most: int = 5) -> tuple[Weight, ...]:
        """Return what speaks most for spam and against it, the weightiest first.

        The weights of all features, with the scaled bias, are the log-odds of the score.

        Args:
            text: the text.
            most: how many at most.

        Raises:
            InvalidTypeError: an argument is of another type.
        """
        _checks.count("LinearModel", "most", most)
        parts = sorted(self._parts(text), key=lambda part: (-abs(part[1]), part[0]))
        places = places_of([name for name, _ in parts[:most]], text)
        return tuple(
            Weight(name, self.scale * weight, places[name]) for name, weight in parts[:most]
        )

    def _parts(self, text: str) -> list[tuple[str, float]]:
        """Return what each feature of a text adds."""
        ids, rarities = self._ids, self.rarities
        # In order, so that a sum of fractions has one value.
        known = sorted(ids[name] for name in features(text) if name in ids)
        length = math.sqrt(sum(rarities[at] ** 2 for at in known)) or 1.0
        return [(self.names[at], self.weights[at] * rarities[at] / length) for at in known]

    def to_json(self) -> str:
        """Return the model as JSON.

        Example:
            >>> from blogmodel.moderation import LinearModel
            >>> model = LinearModel(("w:achetez",), (1.0,), (2.5,), -1.0, 1.0, 0.5)
            >>> LinearModel.from_json(model.to_json()) == model
            True
        """
        document = {
            "type": _KIND,
            "version": 1,
            "bias": self.bias,
            "scale": self.scale,
            "threshold": self.threshold,
            "features": {
                name: pair
                for name, *pair in zip(self.names, self.rarities, self.weights, strict=True)
            },
        }
        return json.dumps(document, separators=(",", ":"), allow_nan=False)

    @classmethod
    def from_json(cls, text: str | bytes) -> LinearModel:
        """Return the model that a JSON text holds.

        Raises:
            DocumentError: it is not what `to_json` returned.
        """
        names = ("bias", "scale", "threshold", "features")
        fields = document_of(text, _KIND, names)
        numbers = [number_in(_KIND, name, fields[name]) for name in names[:-1]]
        if not isinstance(fields["features"], dict):
            raise DocumentError(f"{_KIND}.features", "must be an object")
        rarities: list[float] = []
        weights: list[float] = []
        for name, pair in fields["features"].items():
            if not isinstance(pair, list) or len(pair) != 2:  # noqa: PLR2004 - rarity and weight
                raise DocumentError(f"{_KIND}.features", f"{name!r} must have two numbers")
            rarities.append(number_in(_KIND, name, pair[0]))
            weights.append(number_in(_KIND, name, pair[1]))
        try:
            return cls(tuple(fields["features"]), tuple(rarities), tuple(weights), *numbers)
        except InvalidValueError as error:
            raise DocumentError(f"{_KIND}.{error.field}", f"must be {error.expected}") from None

    def __repr__(self) -> str:
        return f"LinearModel({len(self.names)} features, threshold {self.threshold:.3f})"


# So far from 0 and from infinity that no sum of squares and no product is lost.
_TINY, _LARGEST = 1e-9, 1e9


def _ranged(field: str, value: object, least: float, most: float) -> None:
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise InvalidTypeError("LinearModel", field, value, "a number")
    if not least <= value <= most:
        raise InvalidValueError("LinearModel", field, value, f"from {least:g} to {most:g}")


def _share(field: str, value: object, most: float) -> None:
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise InvalidTypeError("LinearModel", field, value, "a number")
    if not 0 < value < most:
        raise InvalidValueError("LinearModel", field, value, f"above 0, and below {most:g}")


def _examples(
    examples: Iterable[tuple[str, SpamLabel]], fewest: int
) -> tuple[list[str], list[float]]:
    texts: list[str] = []
    signs: list[float] = []
    for text, label in examples:
        texts.append(_checks.string("LinearModel", "examples", text))
        _checks.member("LinearModel", "examples", label, SpamLabel)
        signs.append(1.0 if label is SpamLabel.SPAM else -1.0)
    if min(signs.count(1.0), signs.count(-1.0)) < fewest:
        raise InvalidValueError(
            "LinearModel", "examples", len(texts), f"{fewest} or more of either kind"
        )
    return texts, signs


def _parted(signs: Sequence[float], parts: int) -> list[int]:
    """Return the part that each example is in: of either kind, the first ones in the first."""
    part_of = [0] * len(signs)
    for sign in (1.0, -1.0):
        own = [at for at, other in enumerate(signs) if other == sign]
        for rank, at in enumerate(own):
            part_of[at] = rank * parts // len(own)
    return part_of


@attrs.frozen
class _Fitted:
    """Weights as they come out of the training."""

    names: list[str]
    rarities: list[float]
    weights: list[float]
    ids: dict[str, int]

    def vector(self, seen: _Features) -> _Vector:
        """Return the features of a text that are known, and their values, of length 1 together."""
        known = sorted(self.ids[name] for name in seen if name in self.ids)
        values = [self.rarities[at] for at in known]
        length = math.sqrt(sum(value * value for value in values)) or 1.0
        return known, [value / length for value in values]

    def sum_of(self, seen: _Features) -> float:
        """Return what the features of a text come to."""
        known, values = self.vector(seen)
        return math.fsum(map(mul, map(self.weights.__getitem__, known), values)) + self.weights[-1]


_ROUNDS = 30
_NEAR = 0.01


def _fitted(seen: Sequence[_Features], signs: Sequence[float], cost: float) -> _Fitted:
    """Train by dual coordinate descent on the squared hinge loss."""
    counts = Counter(name for one in seen for name in one)
    # What one text alone has says nothing of others.
    names = sorted(name for name, count in counts.items() if count > 1)
    rarities = [math.log((1 + len(seen)) / (1 + counts[name])) + 1 for name in names]
    weights = [0.0] * (len(names) + 1)
    made = _Fitted(names, rarities, weights, {name: at for at, name in enumerate(names)})
    vectors = [made.vector(one) for one in seen]
    soft = 0.5 / cost
    lengths = [sum(value * value for value in values) + 1 + soft for _, values in vectors]
    alphas = [0.0] * len(seen)
    order = list(range(len(seen)))
    shuffle = 1
    for _ in range(_ROUNDS):
        worst = 0.0
        for last in range(len(order) - 1, 0, -1):
            # A fixed shuffle (the generator of ANSI C): rounds in one order take far more of them.
            shuffle = (shuffle * 1_103_515_245 + 12_345) & 0x7FFFFFFF
            other = shuffle % (last + 1)
            order[last], order[other] = order[other], order[last]
        for at in order:
            known, values = vectors[at]
            total = sum(map(mul, map(weights.__getitem__, known), values)) + weights[-1]
            slope = signs[at] * total - 1 + soft * alphas[at]
            if alphas[at] or slope < 0:
                worst = max(worst, abs(slope))
                before = alphas[at]
                alphas[at] = max(before - slope / lengths[at], 0.0)
                step = (alphas[at] - before) * signs[at]
                for feature, value in zip(known, values, strict=True):
                    weights[feature] += step * value
                weights[-1] += step
        if worst < _NEAR:
            break
    return made


_NEWTON = 50


def _calibrated(sums: Sequence[float], signs: Sequence[float]) -> float:
    """Return the scale that makes log-odds of sums, by Platt's method without an offset.

    So where a sum changes sides, its score is a half.
    """
    spam = sum(sign > 0 for sign in signs)
    # Targets a little short of 1 and 0, so that sums that part the two perfectly have an answer.
    high, low = (spam + 1) / (spam + 2), 1 / (len(signs) - spam + 2)
    scale = 1.0
    for _ in range(_NEWTON):
        slope, curve = 0.0, 1e-9
        for total, sign in zip(sums, signs, strict=True):
            share = share_of(scale * total)
            slope += (share - (high if sign > 0 else low)) * total
            curve += share * (1 - share) * total * total
        step = max(-1.0, min(1.0, slope / curve))
        scale = max(scale - step, _FLATTEST)
        if abs(step) < 1e-9:  # noqa: PLR2004 - there
            break
    return scale


# Sums that tell nothing, or the contrary, still make scores that go up with them.
_FLATTEST = 0.01


def _rounded(value: float) -> float:
    """Return a number with 7 digits that count: the file is a third of the size."""
    return float(f"{value:.7g}")


_DOUBT = 0.05
_MARGIN = 1e-6


def _holding(innocent: list[float], most_held: float) -> float:
    """Return the log-odds from which on to hold, midway between those held and those not."""
    ranked = sorted(innocent, reverse=True)
    held = _surely_few(len(ranked), most_held)
    if not held:
        return ranked[0] + _MARGIN
    # Where the two are even, neither is held.
    return max((ranked[held - 1] + ranked[held]) / 2, ranked[held] + _MARGIN)


def _surely_few(count: int, share: float) -> int:
    """Return how many of some may be held, for a share that chance alone seldom makes so low.

    Source: the upper bound of Clopper and Pearson, The use of confidence or fiducial limits (1934).
    """
    logs = [
        math.lgamma(count + 1)
        - math.lgamma(held + 1)
        - math.lgamma(count - held + 1)
        + held * math.log(share)
        + (count - held) * math.log1p(-share)
        for held in range(count)
    ]
    total = 0.0
    for held, log in enumerate(logs):
        total += math.exp(log)
        if total > _DOUBT:
            return max(held - 1, 0)
    return count - 1
