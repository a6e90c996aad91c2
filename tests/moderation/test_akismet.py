import sys
from collections.abc import Iterator
from typing import Any

import pytest

from blogmodel.errors import (
    ExternalServiceError,
    InvalidTypeError,
    InvalidValueError,
    MissingExtraError,
)
from blogmodel.model import Author, Comment, CommentKind, Origin, Post
from blogmodel.moderation import (
    AkismetRequest,
    ExternalOutcome,
    ExternalVerdict,
    akismet_request,
)
from blogmodel.moderation.akismet import Akismet

from support.akismet_server import KEY, Server, serving
from support.moderating import NOW

ORIGIN = Origin(address="192.0.2.7", agent="Navigateur/1", referrer="https://exemple.ca/")


def comment(name: str = "Zoé", **fields: Any) -> Comment:
    author = Author(name, email="zoe@example.org", url="https://zoe.example/")
    given = {"author": author, "body": "Merci !", "created_at": NOW, "origin": ORIGIN, **fields}
    return Comment("c1", "p1", **given)


def test_a_request_has_all_that_the_model_knows() -> None:
    post = Post("p1", url="https://exemple.ca/p1", published_at=NOW, language="fr-CA")
    request = akismet_request(
        comment(),
        post=post,
        user_role="editor",
        honeypot_field_name="site2",
        recheck_reason="edit",
        is_test=True,
    )
    assert request.fields() == {
        "user_ip": "192.0.2.7",
        "user_agent": "Navigateur/1",
        "referrer": "https://exemple.ca/",
        "permalink": "https://exemple.ca/p1",
        "comment_type": "comment",
        "comment_author": "Zoé",
        "comment_author_email": "zoe@example.org",
        "comment_author_url": "https://zoe.example/",
        "comment_content": "Merci !",
        "comment_date_gmt": "2011-06-24T13:07:00Z",
        "comment_post_modified_gmt": "2011-06-24T13:07:00Z",
        "blog_lang": "fr_ca",
        "blog_charset": "UTF-8",
        "user_role": "editor",
        "honeypot_field_name": "site2",
        "recheck_reason": "edit",
        "is_test": "1",
    }
    assert "192.0.2.7" not in repr(request)


@pytest.mark.parametrize(
    "fields, kind",
    [
        ({}, "comment"),
        ({"parent_id": "c0"}, "reply"),
        ({"kind": CommentKind.PINGBACK, "parent_id": "c0"}, "pingback"),
        ({"kind": CommentKind.TRACKBACK}, "trackback"),
        ({"kind": CommentKind.WEBMENTION}, "webmention"),
    ],
)
def test_a_request_says_what_the_comment_is(fields: dict[str, Any], kind: str) -> None:
    assert akismet_request(comment(**fields)).comment_type == kind


def test_what_is_not_known_is_not_sent() -> None:
    bare = Comment("c1", "p1", origin=Origin(address="192.0.2.7"))
    assert akismet_request(bare).fields() == {
        "user_ip": "192.0.2.7",
        "comment_type": "comment",
        "comment_content": "",
        "blog_charset": "UTF-8",
    }
    assert akismet_request(bare, languages="fr, en").blog_lang == "fr, en"


@pytest.mark.parametrize(
    "make",
    [
        lambda: akismet_request(comment(origin=None)),
        lambda: akismet_request(comment(origin=Origin(agent="x"))),
        lambda: akismet_request("x"),
        lambda: akismet_request(comment(), post="x"),
        lambda: AkismetRequest(" "),
        lambda: AkismetRequest("192.0.2.7", comment_author=3),
        lambda: AkismetRequest("192.0.2.7", is_test=1),
        lambda: AkismetRequest("192.0.2.7", comment_date_gmt=NOW.replace(tzinfo=None)),
        lambda: ExternalVerdict("", ExternalOutcome.SPAM),
        lambda: ExternalVerdict("x", "spam!"),
        lambda: ExternalVerdict("x", ExternalOutcome.SPAM, 3),
        lambda: Akismet("", "https://exemple.ca/"),
        lambda: Akismet(KEY, "exemple.ca"),
        lambda: Akismet(KEY, "https://exemple.ca/", client="x"),
    ],
)
def test_other_values_are_refused(make: Any) -> None:
    with pytest.raises((InvalidTypeError, InvalidValueError)):
        make()


@pytest.fixture
def server() -> Iterator[Server]:
    with serving() as running:
        yield running


def service(server: Server, key: str = KEY) -> Akismet:
    return Akismet(key, "https://exemple.ca/", client=server.client)


@pytest.mark.parametrize(
    "name, outcome",
    [
        ("Zoé", ExternalOutcome.HAM),
        ("viagra-test-123", ExternalOutcome.SPAM),
        ("discarded", ExternalOutcome.DISCARD),
    ],
)
def test_akismet_is_asked_over_the_wire(
    server: Server, name: str, outcome: ExternalOutcome
) -> None:
    request = akismet_request(comment(name))
    assert service(server).check(request) == ExternalVerdict("Akismet", outcome)
    ((call, fields),) = server.asked
    assert call == "comment-check"
    assert fields == {**request.fields(), "api_key": KEY, "blog": "https://exemple.ca/"}


def test_akismet_is_told_where_it_was_wrong(server: Server) -> None:
    request = akismet_request(comment())
    service(server).report_spam(request)
    service(server).report_ham(request)
    assert [call for call, _ in server.asked] == ["submit-spam", "submit-ham"]
    assert server.asked[0][1]["comment_content"] == "Merci !"


def test_a_key_is_verified(server: Server) -> None:
    assert service(server).verify()
    assert not service(server, "ffffffffffff").verify()


@pytest.mark.parametrize(
    "name, detail",
    [
        ("breaks", "error status: 500"),
        ("garbage", "unexpected"),
        ("hangs-up", "RemoteProtocolError"),
    ],
)
def test_no_answer_that_can_be_used_is_an_error_of_ours(
    server: Server, name: str, detail: str
) -> None:
    with pytest.raises(ExternalServiceError, match=rf"Akismet: .*{detail}"):
        service(server).check(akismet_request(comment(name)))


def test_a_slow_answer_is_an_error_of_ours() -> None:
    with serving(timeout=0.1) as server, pytest.raises(ExternalServiceError, match="timed out"):
        service(server).check(akismet_request(comment("slow")))


def test_feedback_that_is_not_taken_is_an_error_of_ours(server: Server) -> None:
    request = akismet_request(comment(author=None))
    with pytest.raises(ExternalServiceError):
        service(server).report_spam(request)


def test_a_wrong_key_is_told_without_it(server: Server) -> None:
    with pytest.raises(ExternalServiceError) as caught:
        service(server, "ffffffffffff").check(akismet_request(comment()))
    assert str(caught.value) == "Akismet: it does not know the key for this site"
    assert caught.value.__cause__ is None


def test_the_key_is_in_no_repr_and_own_connections_are_closed() -> None:
    with Akismet(KEY, "https://exemple.ca/") as made:
        assert repr(made) == "Akismet('https://exemple.ca/')"
    assert made._own is not None
    assert made._own.is_closed
    with serving() as server:
        with service(server):
            pass
        assert not server.client.is_closed


def test_only_requests_are_asked(server: Server) -> None:
    with pytest.raises(InvalidTypeError):
        service(server).check("x")  # type: ignore[arg-type]


def test_the_extra_is_asked_for_where_it_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "akismet", None)
    monkeypatch.delitem(sys.modules, "blogmodel.moderation.akismet")
    with pytest.raises(MissingExtraError, match=r"blogmodel\[akismet\]"):
        __import__("blogmodel.moderation.akismet")
