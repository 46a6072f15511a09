"""A tiny desk out of wechatpy alone, which the tests' WeChat is tried against: it answers as it is told to."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qsl, urlsplit

from wechatpy import parse_message
from wechatpy.crypto import WeChatCrypto
from wechatpy.exceptions import WeChatException
from wechatpy.replies import TextReply
from wechatpy.utils import check_signature

from tests.wechat_platform_state import Account

HELD_AT_MOST = 10.0


class MiniDesk:
    """``answer`` makes of a message what is answered: a text, bytes as they are, or None for ``success``."""

    def __init__(self, account: Account) -> None:
        self.account = account
        self.answer: Callable[[Any], str | bytes | None] = lambda message: None
        self.status = 200
        self.sealed = account.mode == "safe"
        self.go = threading.Event()
        self.go.set()
        self.seen: list[Any] = []
        self._server = _Server(("127.0.0.1", 0), _handler(self))

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self._server.server_port}/wechat"

    def close(self) -> None:
        self.go.set()
        self._server.shutdown()
        self._server.server_close()

    def serve(self) -> None:
        threading.Thread(target=self._server.serve_forever, args=(0.01,), daemon=True).start()

    def take(self, query: dict[str, str], body: bytes) -> tuple[int, bytes]:
        """Checks, opens and reads a message, waits while it is held, and answers."""
        try:
            check_signature(self.account.token, query["signature"], query["timestamp"], query["nonce"])
            if query.get("encrypt_type") == "aes":
                signed = (query["msg_signature"], query["timestamp"], query["nonce"])
                body = self._crypto().decrypt_message(body.decode(), *signed).encode()
        except WeChatException:
            return 403, b""
        message = parse_message(body)
        self.seen.append(message)
        said = self.answer(message)
        self.go.wait(HELD_AT_MOST)
        if said is None:
            return self.status, b"success"
        return self.status, said if isinstance(said, bytes) else self.reply(message, said)

    def reply(self, message: Any, text: str, **instead: str) -> bytes:
        """A text as WeChat's XML, encrypted where that is told."""
        xml = TextReply(message=message, content=text, **instead).render()
        if self.sealed:
            xml = self._crypto().encrypt_message(xml, "made-up-nonce")
        return str(xml).encode()

    def _crypto(self) -> Any:
        return WeChatCrypto(self.account.token, self.account.aes_key, self.account.appid)


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    block_on_close = False
    request_queue_size = 64


def _handler(desk: MiniDesk) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            query = self._query()
            signed = (query["signature"], query["timestamp"], query["nonce"])
            try:
                check_signature(desk.account.token, *signed)
                self._answer(200, query["echostr"].encode())
            except WeChatException:
                self._answer(403, b"")

        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            self._answer(*desk.take(self._query(), body))

        def _query(self) -> dict[str, str]:
            return dict(parse_qsl(urlsplit(self.path).query))

        def _answer(self, status: int, body: bytes) -> None:
            with suppress(OSError):  # the platform may have gone
                self.send_response(status)
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

        def log_message(self, *_: Any) -> None:
            pass

    return Handler


@contextmanager
def a_mini_desk(account: Account) -> Iterator[MiniDesk]:
    desk = MiniDesk(account)
    desk.serve()
    try:
        yield desk
    finally:
        desk.close()
