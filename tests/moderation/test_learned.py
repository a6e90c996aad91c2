import csv
import json
import pickle
from pathlib import Path
from typing import Any

import attrs
import pytest

from blogmodel.errors import DocumentError, InvalidTypeError, InvalidValueError, VersionError
from blogmodel.moderation import LinearModel, NaiveBayes, SpamLabel, Weight, features
from blogmodel.moderation._features import places_of
from blogmodel.moderation._linear import _calibrated, _holding, _surely_few
from blogmodel.moderation._weights import share_of

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
        ("L’été Été", ["w:l'", "p:^ l'", "p:ete ete", "w:ete", "c: ete "], ["w:Été"]),
        ("Jusqu’aujourd’hui, don't", ["w:jusqu'", "w:aujourd'hui", "w:don't"], ["w:hui"]),
        ("Chat d’Ours", ["w:chat", "w:d'", "w:ours"], ["w:t"]),
        ("BONJOUR LISE", ["s:capitals", "s:short"], ["s:long"]),
        ("OK", [], ["s:capitals"]),
        ("mot " * 10, ["s:middle"], ["s:short"]),
        ("mot " * 30, ["s:long"], ["s:middle"]),
        ("12 34 56 ans", ["s:figures"], []),
        ("Voir www.x.example/a !!", ["s:link", "h:x.example", "s:exclaims"], ["s:asks"]),
        ("voir (dot) com", ["s:link", "h:voir.com"], []),
        ("http://localhost/x", ["s:link"], ["h:localhost"]),
        ("!", ["s:short"], ["s:other-signs"]),
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
        ("p:^ l'", ((0, 2),)),
        ("p:l' ete", ((0, 5),)),
        ("c:ete ", ((2, 5),)),
        ("h:x.example", ()),
        ("s:short", ()),
        ("c: ", ()),
    ],
)
def test_a_feature_stands_somewhere(feature: str, spans: Any) -> None:
    assert places_of([feature], "L’été") == {feature: spans}


@pytest.mark.parametrize(
    "feature, text, quoted",
    [
        ("w:art", "Cette arte est de l’art, un art", ["art", "art"]),
        ("w:art", "art art Art ART art", ["art", "art", "Art"]),
        ("p:voir ici", "Voir, ici ! Et voirici", ["Voir, ici"]),
        ("p:^ voir", "« Voir voir »", ["Voir"]),
        ("c: mon", "monter, démonter", ["mon"]),
        ("c:onte", "monter, démonter", ["onte", "onte"]),
        ("h:x.example", "Sur HTTP://X.example/a et ailleurs", ["HTTP://X.example/a"]),
        ("w:oeuf", "Un œuf \ud800 ici", ["œuf"]),
        ("w:ici", "Un œuf \ud800 ici", ["ici"]),
    ],
)
def test_a_feature_stands_where_it_was_counted(feature: str, text: str, quoted: list[str]) -> None:
    assert feature in features(text)
    assert [text[start:end] for start, end in places_of([feature], text)[feature]] == quoted


@pytest.mark.parametrize("text", ["", " \n", "\ufeff\u200b"])
def test_what_shows_nothing_has_no_features_and_scores_the_prior(text: str) -> None:
    assert features(text) == frozenset()
    assert learned(0.2).score(text) == pytest.approx(0.2)
    model = LinearModel.train(EXAMPLES, parts=2)
    assert model.score(text) == share_of(model.scale * model.bias)


def test_what_was_learned_is_told_from_the_rest() -> None:
    bayes = learned()
    assert bayes.learned == (6, 6)
    assert min(map(bayes.score, SPAM)) > 0.7
    assert max(map(bayes.score, HAM)) < 0.3
    assert bayes.score("Achetez des montres !!") > 0.8
    assert bayes.score("Merci pour la photo") < 0.3


def test_what_was_never_seen_says_nothing() -> None:
    bayes = learned(0.2)
    assert NaiveBayes(0.2).score("Bonjour") == pytest.approx(0.2)
    assert [weight.feature for weight in bayes.explain("zzz") if weight.feature[0] in "wp"] == []


def test_a_word_that_was_seen_once_does_not_decide_alone() -> None:
    bayes = NaiveBayes().learn_spam("montres").learn_ham("merci")
    (weight,) = [one for one in bayes.explain("montres", most=9) if one.feature == "w:montres"]
    assert 0 < weight.weight < 0.5
    for number in range(100):
        bayes = bayes.learn_ham(f"Beau billet du jour {number}")
    assert bayes.learn_spam("Un kumquat ici").score("kumquat") < 0.8


def test_what_was_seen_is_believed_the_later_the_more_it_is_smoothed() -> None:
    scores = [
        NaiveBayes(smoothing=smoothing).learn_spam("montres").learn_ham("merci").score("montres")
        for smoothing in (0.5, 1, 5, 50)
    ]
    assert scores == sorted(scores, reverse=True)
    assert scores[0] > 0.9
    assert 0.5 < scores[-1] < 0.55


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
    # All that is in it was learned, but from other comments.
    with pytest.raises(InvalidValueError, match="one that was learned so"):
        NaiveBayes().learn_spam("a b").learn_spam("a c").unlearn_spam("a")


def test_many_comments_are_learned_and_unlearned() -> None:
    bayes = empty = NaiveBayes()
    texts = [f"Le mot numéro {number} et le suivant {number + 1}" for number in range(1_500)]
    for text in texts:
        bayes = bayes.learn_ham(text)
    assert len(bayes._learned.recent) < 4_200
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
    other = attrs.evolve(bayes, prior=0.2)
    assert other.learned == bayes.learned
    assert other != bayes
    assert attrs.evolve(other, prior=0.5) == bayes


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
    "count, share, held",
    [(300, 0.02, 1), (378, 0.02, 2), (3_000, 0.02, 47), (100, 0.02, 0), (5, 0.5, 0), (6, 0.999, 5)],
)
def test_so_few_are_held_that_a_share_is_kept_for_sure(count: int, share: float, held: int) -> None:
    assert _surely_few(count, share) == held


def test_what_holds_lies_between_those_held_and_those_not() -> None:
    innocent = [float(number) for number in range(300)]
    assert _holding(innocent, 0.02) == 298.5
    assert 99 < _holding(innocent[:100], 0.02) < 99.1
    assert 1 < _holding([1.0] * 300, 0.02) < 1.1


@pytest.mark.parametrize(
    "make",
    [
        lambda: features(3),
        lambda: NaiveBayes(smoothing=0),
        lambda: NaiveBayes(smoothing=float("nan")),
        lambda: NaiveBayes(smoothing=True),
        lambda: LinearModel(("a",), (0.0,), (1.0,), 0.0, 1.0, 0.5),
        lambda: LinearModel(("a",), (1.0,), (float("inf"),), 0.0, 1.0, 0.5),
        lambda: LinearModel((), (), (), float("nan"), 1.0, 0.5),
        lambda: LinearModel((), (), (), 0.0, -1.0, 0.5),
        lambda: LinearModel((), (), (), 0.0, 1.0, 1.5),
        lambda: LinearModel((), (), (), 0.0, 1.0, "0.5"),
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
        (NaiveBayes.from_json, changed(BAYES, prior=10**400)),
        (NaiveBayes.from_json, changed(BAYES, smoothing=0)),
        (NaiveBayes.from_json, changed(BAYES, spam=10**400)),
        (NaiveBayes.from_json, changed(BAYES, counts={"w:a": [1, 0]})),
        (NaiveBayes.from_json, BAYES.replace('"spam":', '"spam":1,"spam":')),
        (LinearModel.from_json, changed(LINEAR, bias=-(10**400))),
        (LinearModel.from_json, changed(LINEAR, scale=0)),
        (LinearModel.from_json, changed(LINEAR, threshold=-1)),
        (LinearModel.from_json, changed(LINEAR, features={"w:a": [1e200, 1]})),
        (LinearModel.from_json, changed(LINEAR, features={"w:a": [-1, 1]})),
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
    with pytest.raises(VersionError):
        NaiveBayes.from_json(changed(BAYES, version=True))


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
