import csv
import json
import pickle
from pathlib import Path
from typing import Any

import pytest

from blogmodel.errors import DocumentError, InvalidTypeError, InvalidValueError, VersionError
from blogmodel.moderation import LinearModel, NaiveBayes, SpamLabel, Weight, features
from blogmodel.moderation._features import places_of
from blogmodel.moderation._linear import _calibrated

SPAM = [
    "Achetez mes montres sur http://montres.example !!",
    "Montres pas chères, visitez mon site",
    "Visitez ma chaîne et abonnez-vous !!",
    "Gagnez 500 $ sur http://montres.example",
    "Abonnez-vous à ma chaîne, merci",
    "ACHETEZ VITE MES MONTRES",
]
HAM = [
    "Merci Zoé pour cette recette",
    "Beau billet, j’ai bien ri",
    "Je ne suis pas d’accord avec toi",
    "Merci, à bientôt",
    "Quelle belle photo de la cabane",
    "J’ai essayé la recette hier soir",
]
EXAMPLES = [(text, SpamLabel.SPAM) for text in SPAM] + [(text, SpamLabel.HAM) for text in HAM]


def learned(prior: float = 0.5) -> NaiveBayes:
    bayes = NaiveBayes(prior)
    for text in SPAM:
        bayes = bayes.learn_spam(text)
    for text in HAM:
        bayes = bayes.learn_ham(text)
    return bayes


@pytest.mark.parametrize(
    "text, present, absent",
    [
        ("L’été Été", ["w:l'ete", "p:^ l'ete", "p:l'ete ete", "w:ete", "c: ete "], ["w:Été"]),
        ("BONJOUR LISE", ["s:capitals", "s:short"], ["s:long"]),
        ("OK", [], ["s:capitals"]),
        ("mot " * 10, ["s:middle"], ["s:short"]),
        ("mot " * 30, ["s:long"], ["s:middle"]),
        ("12 34 56 ans", ["s:figures"], []),
        ("Voir www.x.example/a !!", ["s:link", "h:x.example", "s:exclaims"], ["s:asks"]),
        ("voir (dot) com", ["s:link", "h:voir.com"], []),
        ("http://localhost/x", ["s:link"], ["h:localhost"]),
        ("", ["s:short"], ["s:other-signs"]),
        ("é", ["s:other-signs"], ["c: e"]),
    ],
)
def test_a_text_has_features(text: str, present: list[str], absent: list[str]) -> None:
    found = features(text)
    assert set(present) <= found
    assert not set(absent) & found


def test_very_long_texts_are_read_in_part() -> None:
    assert "w:fin" not in features("mot " * 6_000 + "fin")
    assert len(features("a" * 19_000)) < 100


@pytest.mark.parametrize(
    "feature, spans",
    [
        ("w:ete", ((2, 5),)),
        ("p:^ l'ete", ((0, 5),)),
        ("c:ete ", ((2, 5),)),
        ("h:x.example", ()),
        ("s:short", ()),
        ("c: ", ()),
    ],
)
def test_a_feature_stands_somewhere(feature: str, spans: Any) -> None:
    assert places_of(feature, "L’été") == spans


def test_what_was_learned_is_told_from_the_rest() -> None:
    bayes = learned()
    assert bayes.learned == (6, 6)
    assert min(map(bayes.score, SPAM)) > 0.9
    assert max(map(bayes.score, HAM)) < 0.1
    assert bayes.score("Achetez des montres !!") > 0.8
    assert bayes.score("Merci pour la photo") < 0.3


def test_what_was_never_seen_says_nothing() -> None:
    bayes = learned(0.2)
    assert NaiveBayes(0.2).score("Bonjour") == pytest.approx(0.2)
    assert [weight.feature for weight in bayes.explain("zzz") if weight.feature[0] in "wp"] == []


def test_a_word_that_was_seen_once_does_not_decide_alone() -> None:
    bayes = NaiveBayes().learn_spam("montres").learn_ham("merci")
    (weight,) = [one for one in bayes.explain("montres", most=9) if one.feature == "w:montres"]
    assert 0 < weight.weight < 1.2


def test_the_reasons_of_a_score_add_up_to_it() -> None:
    import math  # noqa: PLC0415 - for this alone

    bayes = learned(0.3)
    text = "Merci, achetez mes montres"
    total = math.log(0.3 / 0.7) + sum(weight.weight for weight in bayes.explain(text, most=99))
    assert bayes.score(text) == pytest.approx(1 / (1 + math.exp(-total)))
    weights = [abs(weight.weight) for weight in bayes.explain(text, most=3)]
    assert weights == sorted(weights, reverse=True)
    model = LinearModel.train(EXAMPLES, parts=2)
    whole = sum(weight.weight for weight in model.explain(text, most=10_000))
    log_odds = whole + model.scale * model.bias
    assert model.score(text) == pytest.approx(1 / (1 + math.exp(-log_odds)))


def test_a_reason_tells_where_it_stands() -> None:
    text = "De belles MONTRES ici"
    found = {weight.feature: weight.spans for weight in learned().explain(text, most=20)}
    assert found["w:montres"] == ((10, 17),)


def test_what_was_not_learned_cannot_be_unlearned() -> None:
    bayes = learned()
    for unlearn in (bayes.unlearn_spam, bayes.unlearn_ham):
        with pytest.raises(InvalidValueError, match="one that was learned so"):
            unlearn("Jamais vu")
    with pytest.raises(InvalidValueError):
        NaiveBayes().unlearn_spam("")
    with pytest.raises(InvalidValueError, match="one that was learned so"):
        NaiveBayes().learn_ham("a").unlearn_spam("a")


def test_many_comments_are_learned_and_unlearned() -> None:
    bayes = empty = NaiveBayes()
    texts = [f"Le mot numéro {number} et le suivant {number + 1}" for number in range(1_500)]
    for text in texts:
        bayes = bayes.learn_ham(text)
    assert len(bayes._recent) < 4_200
    assert NaiveBayes.from_json(bayes.to_json()) == bayes
    for text in reversed(texts):
        bayes = bayes.unlearn_ham(text)
    assert bayes == empty


def test_models_are_values() -> None:
    bayes, model = learned(), LinearModel.train(EXAMPLES, parts=2)
    for value in (bayes, model):
        again = pickle.loads(pickle.dumps(value))
        assert again == value
        assert hash(again) == hash(value)
        assert again.score(SPAM[0]) == value.score(SPAM[0])
        assert len(repr(value)) < 60
        assert type(value).from_json(value.to_json()) == value
    assert bayes != NaiveBayes()
    assert bayes != 3
    assert LinearModel.train(EXAMPLES, parts=2) == model


def test_a_linear_model_tells_what_it_was_trained_on() -> None:
    model = LinearModel.train(EXAMPLES, parts=2)
    scores = [model.score(text) for text, _ in EXAMPLES]
    assert min(scores[:6]) > max(scores[6:])
    assert 0.5 <= model.threshold <= 1
    assert model.score("zzz") == model.score("yyy")


def test_a_model_that_keeps_on_changing_is_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    import blogmodel.moderation._linear as module  # noqa: PLC0415 - for this alone

    monkeypatch.setattr(module, "_ROUNDS", 1)
    assert LinearModel.train(EXAMPLES, parts=2).names


def test_sums_that_tell_nothing_or_the_contrary_still_go_up() -> None:
    assert _calibrated([0.0] * 8, [1.0, -1.0] * 4) == 1
    assert _calibrated([1.0, -1.0] * 4, [-1.0, 1.0] * 4) == 0.01
    assert _calibrated([5.0, 4.0, -5.0, -4.0], [1.0, 1.0, -1.0, -1.0]) > 0.1


@pytest.mark.parametrize(
    "make",
    [
        lambda: features(3),
        lambda: NaiveBayes(0),
        lambda: NaiveBayes(1),
        lambda: NaiveBayes("0.5"),
        lambda: NaiveBayes().learn_spam(3),
        lambda: NaiveBayes().score(3),
        lambda: NaiveBayes().explain("a", most=-1),
        lambda: LinearModel.train(EXAMPLES, parts=1),
        lambda: LinearModel.train(EXAMPLES, parts=7),
        lambda: LinearModel.train([]),
        lambda: LinearModel.train([("a", True)]),
        lambda: LinearModel.train([(3, SpamLabel.SPAM)]),
        lambda: LinearModel.train(EXAMPLES, cost=0),
        lambda: LinearModel.train(EXAMPLES, cost="1"),
        lambda: LinearModel.train(EXAMPLES, most_held=1),
        lambda: LinearModel(("a",), (), (1.0,), 0.0, 1.0, 0.5),
        lambda: LinearModel((), (), (), 0.0, 1.0, 0.5).explain("a", most="x"),
    ],
)
def test_other_values_are_refused(make: Any) -> None:
    with pytest.raises((InvalidTypeError, InvalidValueError)):
        make()


def changed(text: str, **fields: Any) -> str:
    return json.dumps({**json.loads(text), **fields})


BAYES, LINEAR = learned().to_json(), LinearModel.train(EXAMPLES, parts=2).to_json()


@pytest.mark.parametrize(
    "read, text",
    [
        *(
            (read, text)
            for read in (NaiveBayes.from_json, LinearModel.from_json)
            for text in (3, "{", "[" * 99_999, "[]", "{}")
        ),
        (NaiveBayes.from_json, LINEAR),
        (NaiveBayes.from_json, changed(BAYES, prior=1)),
        (NaiveBayes.from_json, changed(BAYES, prior="x")),
        (NaiveBayes.from_json, changed(BAYES, prior=True)),
        (NaiveBayes.from_json, changed(BAYES, spam=-1)),
        (NaiveBayes.from_json, changed(BAYES, spam=1.5)),
        (NaiveBayes.from_json, changed(BAYES, counts=[])),
        (NaiveBayes.from_json, changed(BAYES, counts={"w:a": 1})),
        (NaiveBayes.from_json, changed(BAYES, counts={"w:a": [1]})),
        (NaiveBayes.from_json, changed(BAYES, counts={"w:a": [7, 0]})),
        (NaiveBayes.from_json, changed(BAYES, counts={"w:a": [0, 0]})),
        (NaiveBayes.from_json, changed(BAYES, more=1)),
        (LinearModel.from_json, changed(LINEAR, bias=None)),
        (LinearModel.from_json, LINEAR.replace('"bias":', '"bias":NaN,"x":')),
        (LinearModel.from_json, changed(LINEAR, features=[])),
        (LinearModel.from_json, changed(LINEAR, features={"w:a": 1})),
        (LinearModel.from_json, changed(LINEAR, features={"w:a": [1, "x"]})),
    ],
)  # fmt: skip
def test_what_is_no_model_is_refused(read: Any, text: Any) -> None:
    with pytest.raises(DocumentError):
        read(text)


def test_a_model_of_another_version_is_refused() -> None:
    with pytest.raises(VersionError):
        NaiveBayes.from_json(changed(BAYES, version=2).encode())


def test_reasons_are_values() -> None:
    assert Weight("w:a", 1.0) == Weight("w:a", 1.0, ())


def read(folder: Path) -> dict[str, list[tuple[str, SpamLabel]]]:
    videos: dict[str, list[tuple[str, SpamLabel]]] = {}
    for path in sorted(folder.glob("*.csv")):
        with path.open(encoding="utf-8-sig", newline="") as stream:
            videos[path.stem] = [
                (row["CONTENT"], SpamLabel.SPAM if row["CLASS"] == "1" else SpamLabel.HAM)
                for row in csv.DictReader(stream)
            ]
    return videos


def test_real_spam_of_videos_never_seen_is_told(shared_data: Path) -> None:
    videos = read(shared_data / "spam")
    for name, test in videos.items():
        rest = [row for other, rows in videos.items() if other != name for row in rows]
        bayes = NaiveBayes()
        for text, label in rest:
            learn = bayes.learn_spam if label is SpamLabel.SPAM else bayes.learn_ham
            bayes = learn(text)
        # Training takes a while: once will do here, and the benchmark trains on every video.
        models = [bayes] if name != min(videos) else [bayes, LinearModel.train(rest)]
        for model in models:
            right = sum(
                (model.score(text) > 0.5) == (label is SpamLabel.SPAM) for text, label in test
            )
            assert right / len(test) > 0.9
