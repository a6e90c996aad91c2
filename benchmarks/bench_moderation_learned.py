"""Learned scores of spam on real comments, beside scikit-learn's LinearSVC in the same run."""

import csv
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.metrics import roc_auc_score
from sklearn.pipeline import make_pipeline, make_union
from sklearn.svm import LinearSVC

from blogmodel.moderation import LinearModel, NaiveBayes, SpamLabel

SHARED = Path(__file__).parents[2] / "shared" / "data" / "spam"
Row = tuple[str, str, int]
Scores = Callable[[Sequence[str]], list[float]]


def rows(path: Path) -> list[Row]:
    """Read a video's comments."""
    with path.open(encoding="utf-8-sig", newline="") as stream:
        return [(row["DATE"], row["CONTENT"], int(row["CLASS"])) for row in csv.DictReader(stream)]


def svc(train: list[Row]) -> tuple[Scores, float]:
    """Train the peer: words, pairs and characters, by tf-idf."""
    words = TfidfVectorizer(ngram_range=(1, 2))
    characters = TfidfVectorizer(analyzer="char_wb", ngram_range=(2, 5))
    made = make_pipeline(make_union(words, characters), LinearSVC())
    made.fit([text for _, text, _ in train], [label for _, _, label in train])
    return lambda texts: list(made.decision_function(list(texts))), 0.0


def linear(train: list[Row]) -> tuple[Scores, float]:
    """Train ours."""
    labels = {1: SpamLabel.SPAM, 0: SpamLabel.HAM}
    model = LinearModel.train([(text, labels[label]) for _, text, label in train])
    return lambda texts: [model.score(text) for text in texts], model.threshold


def bayes(train: list[Row]) -> tuple[Scores, float]:
    """Learn one by one."""
    model = NaiveBayes()
    for _, text, label in train:
        model = model.learn_spam(text) if label else model.learn_ham(text)
    return lambda texts: [model.score(text) for text in texts], 0.9


MODELS = {"LinearSVC": svc, "LinearModel": linear, "NaiveBayes": bayes}


def leave_one_out(videos: dict[str, list[Row]], *, repeats: bool) -> None:
    """Print accuracy and AUC on each video, trained on the others."""
    print(f"\nLeave one video out, {'with' if repeats else 'without'} exact repeats")
    for name, make in MODELS.items():
        figures = []
        for video, rest in videos.items():
            train = [row for other, own in videos.items() if other != video for row in own]
            test = rest
            if not repeats:
                train, test = unrepeated(train), unrepeated(test)
                known = {text for _, text, _ in train}
                test = [row for row in test if row[1] not in known]
            scores, _ = make(train)
            found = np.array(scores([text for _, text, _ in test]))
            labels = np.array([label for _, _, label in test])
            middle = 0 if make is svc else 0.5
            figures.append((np.mean((found > middle) == labels), roc_auc_score(labels, found)))
        shown = "  ".join(f"{accuracy:.4f} {auc:.4f}" for accuracy, auc in figures)
        means = np.mean(figures, axis=0)
        print(f"  {name:<12} {shown}   mean {means[0]:.4f} {means[1]:.4f}")


def unrepeated(given: list[Row]) -> list[Row]:
    """Leave out texts that came before."""
    kept: dict[str, Row] = {}
    for row in given:
        kept.setdefault(row[1], row)
    return list(kept.values())


def by_date(videos: dict[str, list[Row]]) -> None:
    """Print what would be held of the last third, trained on the two before."""
    everything = sorted(row for own in videos.values() for row in own)
    cut = int(0.7 * len(everything))
    train, test = everything[:cut], everything[cut:]
    print("\nBy date, 70 to 30: innocent comments held, spam held, AUC")
    for name, make in MODELS.items():
        scores, threshold = make(train)
        found = np.array(scores([text for _, text, _ in test]))
        labels = np.array([label for _, _, label in test])
        held = found >= threshold
        print(
            f"  {name:<12} {np.mean(held[labels == 0]):.3f} {np.mean(held[labels == 1]):.3f}"
            f" {roc_auc_score(labels, found):.4f}, from {threshold:.3f} on"
        )


def speed(videos: dict[str, list[Row]]) -> None:
    """Print what training and scoring take."""
    everything = [row for own in videos.values() for row in own]
    texts = [text for _, text, _ in everything]
    print(f"\nTime, {len(everything)} comments: training in s, a score in µs")
    for name, make in MODELS.items():
        start = time.perf_counter()
        scores, _ = make(everything)
        trained = time.perf_counter() - start
        start = time.perf_counter()
        for text in texts:
            scores([text])
        taken = (time.perf_counter() - start) / len(texts) * 1e6
        print(f"  {name:<12} {trained:.2f} s  {taken:.0f} µs")


if __name__ == "__main__":
    known = {path.stem: rows(path) for path in sorted(SHARED.glob("*.csv"))}
    if known:
        leave_one_out(known, repeats=True)
        leave_one_out(known, repeats=False)
        by_date(known)
        speed(known)
    else:
        print("no real comments to learn from")
