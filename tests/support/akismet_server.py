"""A local server that speaks Akismet's protocol, over the wire."""

from __future__ import annotations

import threading
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING
from urllib.parse import parse_qs

import httpx

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["KEY", "Server", "serving"]

KEY = "0123456789ab"


class Server:
    """What was asked, and a client whose requests come here."""

    def __init__(self, client: httpx.Client) -> None:
        self.client = client
        self.asked: list[tuple[str, dict[str, str]]] = []


class _Here(httpx.HTTPTransport):
    """Takes requests for Akismet to a port of this machine."""

    def __init__(self, port: int) -> None:
        super().__init__()
        self._port = port

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        assert request.url.host == "rest.akismet.com"
        request.url = request.url.copy_with(scheme="http", host="127.0.0.1", port=self._port)
        return super().handle_request(request)


@contextmanager
def serving(*, timeout: float = 5) -> Iterator[Server]:
    """Serve on a free port."""
    with (
        ThreadingHTTPServer(("127.0.0.1", 0), _Handler) as http,
        httpx.Client(transport=_Here(http.server_port), timeout=timeout) as client,
    ):
        server = Server(client)
        http.known = server  # type: ignore[attr-defined]
        thread = threading.Thread(target=http.serve_forever, daemon=True)
        thread.start()
        try:
            yield server
        finally:
            http.shutdown()
            thread.join()


class _Handler(BaseHTTPRequestHandler):
    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"])).decode()
        fields = {name: values[0] for name, values in parse_qs(body).items()}
        call = self.path.rpartition("/")[2]
        self.server.known.asked.append((call, fields))  # type: ignore[attr-defined]
        author = fields.get("comment_author", "")
        if author == "hangs-up":
            self.close_connection = True
        elif author == "slow":
            threading.Event().wait(0.5)
            self._answer("false")
        elif author == "breaks":
            self._answer("", status=500)
        elif (fields.get("api_key") or fields.get("key")) != KEY:
            self._answer("invalid", debug="Empty or unknown key")
        elif call == "verify-key":
            self._answer("valid")
        elif call == "comment-check":
            self._check(author)
        else:
            self._answer("Thanks for making the web a better place." if author else "No")

    def _check(self, author: str) -> None:
        if author == "garbage":
            self._answer("<html>")
        elif author == "discarded":
            self._answer("true", tip="discard")
        else:
            self._answer("true" if author == "viagra-test-123" else "false")

    def _answer(self, text: str, *, status: int = 200, debug: str = "", tip: str = "") -> None:
        self.send_response(status)
        for name, value in (("X-akismet-debug-help", debug), ("X-akismet-pro-tip", tip)):
            if value:
                self.send_header(name, value)
        self.send_header("Content-Length", str(len(text)))
        self.end_headers()
        self.wfile.write(text.encode())

    def log_message(self, *_: object) -> None:
        """Say nothing."""
