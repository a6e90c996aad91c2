"""Verdicts, histories, near-duplicates, links: what a comment costs when it comes in."""

import random
import time
from datetime import UTC, datetime, timedelta

from _timing import compare, table
from blogmodel import Author, Comment
from blogmodel.model import Status
from blogmodel.moderation import (
    Actor,
    Context,
    Event,
    EventKind,
    History,
    Reason,
    Role,
    SeenTexts,
    Submission,
    TextPrint,
    Viewer,
    fingerprint,
    policies,
    text_print,
)

NOW = datetime(2011, 6, 24, 13, 7, tzinfo=UTC)
FRENCH = (
    "Bonjour Lise, j’ai beaucoup aimé ton billet sur la cabane à sucre, surtout la recette de "
    "tire sur la neige que ma grand-mère faisait aussi. Chez nous on ajoutait un peu de beurre "
    "et de crème, et mon père disait toujours que c’était trop. Est-ce que tu connais la sucrerie "
    "du rang Saint-Joseph ? On y va chaque année au mois de mars avec les enfants, c’est à deux "
    "heures de Montréal et ça vaut le détour. Merci encore !"
)
LINKED = f"{FRENCH[:390]} Voir https://exemple.ca/recette et www.exemple.org."
ADVERT = (
    "CRÉDIT RAPIDE !!!!!!!! Du v1agra et du c i a l i s, casino en ligne : http://bit.ly/x "
    "https://paris.example/ www.montres.example, visitez mon site " * 2
)
WORDS = [f"mot{number}" for number in range(3_000)]


def random_text(rng: random.Random) -> str:
    """Return a text of some 450 characters."""
    return " ".join(rng.choice(WORDS) for _ in range(70))


def seen_texts(count: int) -> SeenTexts:
    """Return so many texts that were seen."""
    rng = random.Random(1)  # noqa: S311 - no secret
    seen = SeenTexts()
    for number in range(count):
        seen = seen.add(f"c{number}", text_print(random_text(rng)))
    return seen


def verdicts() -> None:
    """Time the ready policies, with every fact that they ask for."""
    zoe = Author("Zoé", email="zoe@example.org")
    context = Context(
        NOW,
        role=Role.READER,
        is_trusted=False,
        approved=3,
        refused=0,
        recent=[NOW - timedelta(hours=1)],
        sent=(),
        seen=seen_texts(10_000),
    )
    ready = {
        "personal_blog": policies.personal_blog(),
        "wordpress": policies.wordpress(
            policies.WordPressSettings(moderation_keys="casino\npoker")
        ),
        "automoderator": policies.automoderator(),
    }
    for name, text in (("French", FRENCH), ("with links", LINKED), ("an advertisement", ADVERT)):
        given = [
            Submission(Comment(f"n{number}", "p", author=zoe, body=text)) for number in range(300)
        ]

        def judge(policy: str, given: list[Submission] = given) -> None:
            for submission in given:
                ready[policy].judge(submission, context)

        medians = compare({policy: lambda policy=policy: judge(policy) for policy in ready})
        table(f"Verdict, {name}, {len(text)} characters", medians, "personal_blog", per=300)


def moves() -> None:
    """Time a move against the making of its event."""
    actor = Actor(Role.MODERATOR, fingerprint(b"a secret of this site", "lise"))
    history = History.submit("c1", Status.PENDING, at=NOW, content="ab" * 16)
    count = 2_000

    def event() -> None:
        for _ in range(count):
            Event(
                "c1",
                EventKind.APPROVE,
                at=NOW,
                actor=actor,
                reason=Reason.ACCEPTABLE,
                revision=1,
                content="ab" * 16,
                previous=(history.version,),
            )

    def move() -> None:
        for _ in range(count):
            history.move(EventKind.APPROVE, actor, at=NOW, reason=Reason.ACCEPTABLE)

    medians = compare({"building the event": event, "a move": move}, rounds=15)
    table("A move", medians, "building the event", per=count)
    beyond = (medians["a move"] - medians["building the event"]) / count * 1e6
    print(f"  beyond its event: {beyond:.2f} µs")
    long = history
    for _ in range(500):
        long = long.move(EventKind.APPROVE, actor, at=NOW).move(EventKind.HOLD, actor, at=NOW)
    written = long.to_json()
    medians = compare(
        {
            "events to state, 1,001 events": lambda: History.from_events(long.events),
            "to JSON": long.to_json,
            "from JSON, hashes checked": lambda: History.from_json(written),
        }
    )
    table("A long history", medians, "events to state, 1,001 events")
    comments = [Comment(f"c{n}", "p", status=status) for n, status in enumerate(list(Status) * 500)]
    sight = Viewer(id="zoe").at(NOW)
    medians = compare({"sees": lambda: [sight(comment) for comment in comments]})
    table("Who sees a comment", medians, "sees", per=len(comments))


_LEAST = 0.8


def added(seen: SeenTexts, prints: list[TextPrint]) -> SeenTexts:
    """Add one after another: what goes on from an old value copies it, and is not timed here."""
    for number, one in enumerate(prints):
        seen = seen.add(f"n{number}", one)
    return seen.latest(10_000)


def near() -> None:
    """Time prints and look-ups against many kept."""
    rng = random.Random(2)  # noqa: S311 - no secret
    texts = [random_text(rng) for _ in range(300)]
    prints = [text_print(text) for text in texts]
    seen = seen_texts(10_000)
    crowd = SeenTexts()
    for number in range(10_000):
        crowd = crowd.add(f"c{number}", text_print(f"{ADVERT} {number}"))
    repeated = [text_print(f"{ADVERT} fin{number}") for number in range(300)]

    def print_and_look() -> None:
        for text in texts:
            seen.nearest(text_print(text))

    medians = compare(
        {
            "print and look-up, nothing near": print_and_look,
            "print": lambda: [text_print(text) for text in texts],
            "look-up, nothing near": lambda: [seen.nearest(one) for one in prints],
            "look-up, a crowd of 10,000 near": lambda: [crowd.nearest(one) for one in repeated],
            "every one compared, a set of words": lambda: [
                sum(one.similarity(other) >= _LEAST for _, other in seen._items())  # noqa: SLF001 - the peer
                for one in prints[:1]
            ],
        }
    )
    start = time.perf_counter()
    added(seen, prints)
    taken = time.perf_counter() - start
    medians["add, the first of which copies all"] = taken
    medians["every one compared, a set of words"] *= 300
    table(
        "Near-duplicates, 450 characters against 10,000 kept",
        medians,
        "print and look-up, nothing near",
        per=300,
    )


if __name__ == "__main__":
    verdicts()
    moves()
    near()
