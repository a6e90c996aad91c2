"""Akismet, through its well-kept client: the extra ``akismet``.

What is asked and what is answered are values of `blogmodel.moderation`; only this module knows
the client, and nothing of it is loaded elsewhere.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Self

from blogmodel import _checks
from blogmodel.errors import ExternalServiceError, InvalidTypeError, MissingExtraError
from blogmodel.moderation._external import AkismetRequest, ExternalOutcome, ExternalVerdict

try:
    import httpx
    from akismet import USER_AGENT, AkismetError, APIKeyError, CheckResponse, Config, SyncClient
except ModuleNotFoundError:
    raise MissingExtraError("blogmodel.moderation.akismet", "akismet") from None

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import TypeVar

    _T = TypeVar("_T")

__all__ = ["Akismet"]

_OUTCOMES = {
    CheckResponse.HAM: ExternalOutcome.HAM,
    CheckResponse.SPAM: ExternalOutcome.SPAM,
    CheckResponse.DISCARD: ExternalOutcome.DISCARD,
}


class Akismet:
    """Asks Akismet about comments, and tells it where it was wrong.

    It reads nothing from the environment, not even a proxy; give a client of your own for that.

    Args:
        key: the site's key; it is in no repr and in no error.
        blog_url: the site's address.
        timeout: how many seconds to wait for an answer.
        client: an ``httpx.Client`` in place of one made here; it is the caller's to close, and its
            timeout holds.

    Raises:
        InvalidValueError: the key is blank, or the address is none.
        InvalidTypeError: an argument is of another type.

    Example:
        >>> from blogmodel.moderation.akismet import Akismet
        >>> with Akismet("0123456789ab", "https://exemple.ca/") as service:
        ...     service
        Akismet('https://exemple.ca/')
    """

    def __init__(
        self,
        key: str,
        blog_url: str,
        *,
        timeout: float = 5.0,
        client: httpx.Client | None = None,
    ) -> None:
        given: object = key
        if not isinstance(given, str) or not given.strip():
            raise InvalidTypeError("Akismet", "key", "…", "a str that is not blank")
        _checks.text("Akismet", "blog_url", blog_url)
        _checks.url("Akismet", "blog_url", blog_url)
        if client is not None and not isinstance(client, httpx.Client):
            raise InvalidTypeError("Akismet", "client", client, "an httpx.Client, or None")
        self._blog_url = blog_url
        self._own = None
        if client is None:
            self._own = client = httpx.Client(
                headers={"User-Agent": USER_AGENT}, timeout=timeout, trust_env=False
            )
        self._client = SyncClient(Config(key=key, url=blog_url), http_client=client)

    def verify(self) -> bool:
        """Tell whether Akismet knows the key for this site.

        Raises:
            ExternalServiceError: it gave no answer that can be used.
        """
        return _asked(self._client.verify_key)

    def check(self, request: AkismetRequest) -> ExternalVerdict:
        """Ask what Akismet says of a comment.

        Raises:
            ExternalServiceError: it gave no answer that can be used, or does not know the key.
            InvalidTypeError: it is no request.
        """
        sent = _fields(request)
        answer = _asked(lambda: self._client.comment_check(**sent))  # type: ignore[arg-type]
        return ExternalVerdict("Akismet", _OUTCOMES[answer])

    def report_spam(self, request: AkismetRequest) -> None:
        """Tell Akismet that a comment is spam which it did not take for it.

        Raises:
            ExternalServiceError: it gave no answer that can be used, or does not know the key.
            InvalidTypeError: it is no request.
        """
        sent = _fields(request)
        _asked(lambda: self._client.submit_spam(**sent))  # type: ignore[arg-type]

    def report_ham(self, request: AkismetRequest) -> None:
        """Tell Akismet that a comment is no spam, and it took it for it.

        Raises:
            ExternalServiceError: it gave no answer that can be used, or does not know the key.
            InvalidTypeError: it is no request.
        """
        sent = _fields(request)
        _asked(lambda: self._client.submit_ham(**sent))  # type: ignore[arg-type]

    def close(self) -> None:
        """Close the connections that were made here."""
        if self._own is not None:
            self._own.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def __repr__(self) -> str:
        return f"Akismet({self._blog_url!r})"


def _fields(request: AkismetRequest) -> dict[str, str]:
    _checks.instance("Akismet", "request", request, AkismetRequest, "akismet_request(comment)")
    return request.fields()


_LONGEST = 300


def _asked(ask: Callable[[], _T]) -> _T:
    try:
        return ask()
    except APIKeyError:
        # Its text has the key.
        raise ExternalServiceError("Akismet", "it does not know the key for this site") from None
    except AkismetError as error:
        cause = error.__cause__
        detail = " ".join(str(error).split())[:_LONGEST]
        if cause is not None:
            detail += f" ({type(cause).__name__})"
        raise ExternalServiceError("Akismet", detail) from None
