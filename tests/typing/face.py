"""What a type checker says of the public face; mypy and pyright read this file, nothing runs it."""

from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, timedelta
from typing import Any, assert_type
from unittest import TestCase

import attrs

import blogmodel
from blogmodel import (
    Archive,
    Author,
    Body,
    Comment,
    Post,
    Status,
    Thread,
    dates,
    from_dict,
    from_json,
    load,
    testing,
    text,
    to_dict,
    to_json,
)
from blogmodel.messages import Either, Label, Message, Messages, Percent, phrases
from blogmodel.model import Unknown
from blogmodel.moderation import (
    Action,
    Actor,
    Audience,
    Context,
    ErasurePlan,
    EventKind,
    History,
    Match,
    NaiveBayes,
    Person,
    Policy,
    Reason,
    Replay,
    Role,
    Rule,
    Sight,
    Signals,
    State,
    Step,
    Submission,
    Term,
    Traits,
    Verdict,
    Viewer,
    WordHit,
    WordList,
    conditions,
    plan_erasure,
    policies,
    replay,
)
from blogmodel.testing import laws, naive
from blogmodel.testing.broken import MendedStore
from blogmodel.testing.broken_queues import MendedQueue
from blogmodel.thread import (
    Defect,
    FoundReplies,
    Merged,
    MoreReplies,
    Node,
    OnDefect,
    Order,
    Page,
    PageBy,
    Split,
    View,
    find_replies,
    orders,
    published,
)

comment = Comment("2", "1", body="Merci", author=Author("Zoé"), created_at=datetime.now(UTC))
post = Post("1", body=Body("Oui"), tags=["a", "b"])

assert_type(comment.body, Body)
assert_type(comment.author, Author | None)
assert_type(comment.created_at, datetime | None)
assert_type(comment.status, Status)
assert_type(comment.without_origin(), Comment)
assert_type(attrs.evolve(comment, ups=3), Comment)
assert_type(post.tags, tuple[str, ...])

assert_type(to_dict(comment), dict[str, Any])
assert_type(to_json(post), str)
assert_type(from_dict({}, Comment), Comment)
assert_type(from_dict({}), Author | Post | Comment)
assert_type(from_json("{}"), Author | Post | Comment)
assert_type(from_json("{}", Post, unknown=Unknown.KEEP), Post)

thread = Thread.build([comment], on_defect=OnDefect.PLACEHOLDER)
assert_type(thread, Thread)
assert_type(thread.walk(), Iterator[Node])
assert_type(thread.node("2").comment, Comment)
assert_type(thread.node("2").parent, Node | None)
assert_type(thread.roots, tuple[Node, ...])
assert_type(thread.defects, tuple[Defect, ...])
assert_type(thread.add(comment), Thread)

view = thread.view(order=orders.newest().pinned_first(), sees=published, depth_limit=1)
assert_type(orders.best(z=1.0), Order)
assert_type(view, View)
assert_type(view.node("2").answers, Node | None)
assert_type(view.page(20, by=PageBy.ROOTS), Page)
assert_type(view.page(20).items, tuple[Node | MoreReplies, ...])
assert_type(view.page(20).next, str | None)
assert_type(view.pages(20), Iterator[Page])
assert_type(view.page_of("2", 20).number, int | None)
assert_type(thread.split("2"), Split)
assert_type(thread.merge(thread, rename=str.upper), Merged)
assert_type(find_replies(thread), FoundReplies)
assert_type(find_replies(thread).adopt(0.95), Thread)

archive = load("page.txt")
assert_type(archive, Archive)
assert_type(archive.thread(post), Thread)
assert_type(blogmodel.__version__, str)

fr_ca = Messages("fr_CA", catalogs=[])
assert_type(fr_ca.locale, str)
assert_type(fr_ca.catalogs, tuple[bytes, ...])
assert_type(fr_ca.gettext("x"), str)
assert_type(fr_ca.ngettext("one", "many", 1.5, name="Zoé"), str)
assert_type(fr_ca.label(Label.REPLY), str)
assert_type(fr_ca.label(Status.SPAM), str)
assert_type(fr_ca.number(1), str)
assert_type(fr_ca.list_or(["a", 1, Status.SPAM]), str)
said = Message("{a} {b}", a=[1, Either(["x", 2])], b=Percent(0.5))
assert_type(said, Message)
assert_type(Message.ngettext("one", "many", 2), Message)
assert_type(phrases.comments(2), Message)
assert_type(thread.defects[0].message, Message)
assert_type(archive.tell_inferences(), tuple[Message, ...])
assert_type(fr_ca.render(said, dates=dates.Formatter("date", locale="fr")), str)

comment.ups = 3  # type: ignore[misc]
Comment("2")  # type: ignore[call-arg]
Comment("2", "1", Author("Zoé"))  # type: ignore[call-arg]
thread.view(order="newest")  # type: ignore[arg-type]
thread.view(sees=len)  # type: ignore[arg-type]
view.page("20")  # type: ignore[arg-type]
Comment("2", "1", status="published")  # type: ignore[arg-type]
Comment("2", "1", body=3)  # type: ignore[arg-type]
from_dict({}, Body)  # type: ignore[type-var]
fr_ca.label("reply")  # type: ignore[arg-type]
fr_ca.render("No comments")  # type: ignore[arg-type]
Message("{a}", a=None)  # type: ignore[arg-type]
Messages("fr", catalogs=["x"])  # type: ignore[list-item]

now = datetime.now(UTC)
assert_type(dates.format(now, "stamp", locale="fr_CA"), str)
assert_type(dates.format(date(2011, 6, 24), dates.Style.DATE, locale="fr", tz=None), str)
assert_type(dates.Formatter("stamp", locale="fr_CA", tz="America/Montreal")(now), str)
assert_type(dates.format_range(now, now, locale="fr", tz=UTC), str)
assert_type(dates.relative(now, locale="fr", now=now, tz=UTC), str)
assert_type(dates.RelativeFormatter(locale="fr", tz=UTC).ago(now, now=now), str)
assert_type(dates.calendar_stamp(now, locale="fr", now=now, tz=UTC), str)
assert_type(dates.time_element(now, "stamp", locale="fr"), dates.TimeElement)
assert_type(dates.week_start("fr_CA"), int)
reading = dates.parse("hier", locale="fr", now=now, tz=UTC)
assert_type(reading, dates.Reading)
assert_type(reading.value, date)
assert_type(reading.end, date | None)
assert_type(dates.find("hier", locale="fr", now=now, tz=UTC), tuple[dates.Reading, ...])
column = dates.parse_column(["hier"], locale="fr", now=now, tz=UTC)
assert_type(column.readings, tuple[dates.Reading | None, ...])
assert_type(column.order, dates.Order | None)

assert_type(text.fold("É"), str)
assert_type(text.find("e", "É", level=text.Level.SPACED), tuple[tuple[int, int], ...])
assert_type(text.at_level("É", text.Level.LEET), text.MappedText)
assert_type(text.dangers("É"), tuple[text.Danger, ...])
assert_type(text.words("É"), Iterator[text.Word])
assert_type(text.sentences("É"), Iterator[text.Sentence])
assert_type(text.excerpt("É", words=3).span, tuple[int, int])
assert_type(text.slug("É", fallback="x", taken={"e"}), str)
assert_type(text.Collator("fr").key("É"), bytes)
assert_type(text.collation_key("É", locale="fr"), bytes)
assert_type(text.typeset("É", locale="fr"), str)
assert_type(text.typeset_html("É", locale="fr"), str)
assert_type(text.typeset_markdown("É", locale="fr"), str)
assert_type(text.html_text("É").quote(0, 1), str)
assert_type(text.markdown_text("É"), text.MappedText)
assert_type(text.reading_time("É", locale="fr"), timedelta)

policy = policies.personal_blog()
verdict = policy.judge(Submission(comment), Context(datetime.now(UTC), approved=1))
assert_type(verdict, Verdict)
assert_type(verdict.status, Status | None)
assert_type(verdict.explain("fr", Audience.MODERATOR), str)
assert_type(verdict.trace, tuple[Step, ...])
assert_type(Policy("p", [Rule("r", conditions.TooManyLinks(2), Action.HOLD)]), Policy)
history = History.submit("2", Status.PENDING, at=datetime.now(UTC))
assert_type(history.move(EventKind.APPROVE, Actor(Role.ADMIN), at=datetime.now(UTC)), History)
assert_type(history.state, State)
assert_type(Viewer().at(datetime.now(UTC)), Sight)
assert_type(Thread.build([comment]).view(sees=Viewer().at(datetime.now(UTC))), View)
assert_type(WordList([Term("a")]).find("a"), tuple[WordHit, ...])
assert_type(NaiveBayes().learn_spam("a"), NaiveBayes)
assert_type(plan_erasure(Person(ids=["a"]), comments=[comment]), ErasurePlan)
assert_type(replay(policy, load("x")), Replay)


@attrs.frozen
class Rhymes:
    """A condition of a program's own."""

    @property
    def traits(self) -> Traits:
        return Traits(Reason.SHAPE)

    def find(self, signals: Signals, _: Context, /) -> Iterator[Match]:
        if signals.text.text.endswith(signals.text.text[-3:]):
            yield Match(Message("it rhymes"))


assert_type(Rule("rhymes", Rhymes()), Rule)


def build(comments: Sequence[Comment]) -> list[tuple[str, int]]:
    """A tree builder of a program's own."""
    return [(one.id, 0) for one in comments]


assert_type(testing.of_builder(build, lacks={"parents-first"}), testing.Subject)
assert_type(testing.of_queue(MendedQueue), testing.QueueSubject)
assert_type(testing.of_dates(str, zone="UTC"), testing.Subject)
assert_type(testing.check_threading(build), testing.ConformanceReport)
assert_type(testing.check_store(MendedStore, profile="quick"), testing.ConformanceReport)
assert_type(testing.check_moderation(MendedQueue), testing.ConformanceReport)
assert_type(testing.check_dates(str, zone="UTC"), testing.ConformanceReport)
assert_type(testing.threading_tests(build), type[TestCase])
assert_type(testing.store_tests(MendedStore), type[TestCase])
assert_type(testing.store_tests(lacks=())(MendedStore), type[TestCase])
assert_type(testing.law_tests(testing.of_factory(MendedStore), [laws.nothing_lost]), type[TestCase])
assert_type(testing.PROFILES["quick"], testing.Profile)
assert_type(testing.draw_tree([testing.Row("1", 0)]), str)
assert_type(naive.NaiveStore().rows(), list[testing.Row])
laws.nothing_lost(testing.of_builder(build), [comment])
laws.arrival_order(testing.of_builder(build), [comment], [comment])
kept: testing.Store = MendedStore()
queue: testing.ModerationQueue = MendedQueue()

testing.check_threading(len)  # type: ignore[arg-type]
testing.check_dates(str)  # type: ignore[call-arg]
testing.check_store(MendedStore())  # type: ignore[arg-type]
testing.store_tests(3)  # type: ignore[call-overload]
laws.nothing_lost(testing.of_builder(build))  # type: ignore[call-arg]
laws.nothing_lost(testing.of_builder(build), 3)  # type: ignore[arg-type]
