"""WeCom's side of group robots (企业微信群机器人) in tests, over real HTTP on loopback: as strict as the real one.

It takes twenty messages a minute of a robot, by a clock of its own whose second is ``second``, and 2048 bytes each;
knows no key but those it was given; and may lose its answers, as the network does.
"""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

MOST_A_MINUTE, MOST_BYTES = 20, 2048
TOO_MANY, NO_ROBOT, BAD_REQUEST, TOO_LONG = 45009, 93000, 40035, 40058
HANG_UP = 0
"""An answer that is none."""


@dataclass(frozen=True, slots=True)
class Taken:
    """A message as it stands in a group."""

    key: str
    text: str
    at: float


@dataclass
class WeComRobots:
    """The robots by their keys. ``lose`` of the next messages that are taken are not answered; ``broken`` requests are
    answered with these statuses and not taken."""

    keys: set[str]
    second: float
    url: str = ""
    taken: list[Taken] = field(default_factory=list)
    refused: list[int] = field(default_factory=list)
    bodies: list[str] = field(default_factory=list)
    lose: int = 0
    broken: list[int] = field(default_factory=list)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def texts(self, key: str) -> list[str]:
        """What stands in the group of a robot, in order."""
        return [each.text for each in self.taken if each.key == key]

    def says(self, key: str, count: int) -> None:
        """Somebody else speaks as the robot."""
        with self._lock:
            self.taken += [Taken(key, f"somebody else {n}", time.monotonic()) for n in range(count)]

    def most_in_a_minute(self, key: str) -> int:
        """The most messages of a robot that were taken within any minute."""
        times, minute = [each.at for each in self.taken if each.key == key], 60 * self.second
        return max((sum(at <= other < at + minute for other in times) for at in times), default=0)

    def take(self, path: str, content_type: str, body: bytes) -> tuple[int, int]:
        """The status and error code of a request; status ``HANG_UP`` for one that is not answered."""
        with self._lock:
            self.bodies.append(body.decode())
            if self.broken:
                return self.broken.pop(0), BAD_REQUEST
            code = self._take(path, content_type, body)
            if code:
                self.refused.append(code)
            elif self.lose:
                self.lose -= 1
                return HANG_UP, code
            return 200, code

    def _take(self, path: str, content_type: str, body: bytes) -> int:
        parts = urlsplit(path)
        key = parse_qs(parts.query).get("key", [""])[0]
        if key not in self.keys:
            return NO_ROBOT
        now = time.monotonic()
        lately = [each for each in self.taken if each.key == key and each.at > now - 60 * self.second]
        if len(lately) >= MOST_A_MINUTE:
            return TOO_MANY
        said = _read(body)
        if parts.path != "/cgi-bin/webhook/send" or not content_type.startswith("application/json") or said is None:
            return BAD_REQUEST
        if len(said.encode()) > MOST_BYTES:
            return TOO_LONG
        self.taken.append(Taken(key, said, now))
        return 0


def _read(body: bytes) -> str | None:
    """The text of a message that is one, and nothing else."""
    try:
        said: Any = json.loads(body)
    except ValueError:
        return None
    match said:
        case {"msgtype": "text", "text": {"content": str(text)}} if set(said) == {"msgtype", "text"} and text:
            return text
    return None


class _Server(ThreadingHTTPServer):
    daemon_threads = True


@contextmanager
def wecom(*keys: str, second: float) -> Iterator[WeComRobots]:
    """Runs it."""
    robots = WeComRobots(set(keys), second)

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["content-length"]))
            status, code = robots.take(self.path, self.headers.get("content-type", ""), body)
            if status == HANG_UP:
                self.close_connection = True
                return
            answer = json.dumps({"errcode": code, "errmsg": "ok" if code == 0 else "refused"}).encode()
            self.send_response(status)
            if status in (301, 302, 307):
                self.send_header("location", f"{robots.url}/elsewhere")
            self.send_header("content-type", "application/json")
            self.send_header("content-length", str(len(answer)))
            self.end_headers()
            with suppress(OSError):
                self.wfile.write(answer)

        def log_message(self, *_: object) -> None:
            """Silent."""

    with _Server(("127.0.0.1", 0), Handler) as server:
        robots.url = f"http://127.0.0.1:{server.server_port}"
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
        thread.start()
        try:
            yield robots
        finally:
            server.shutdown()
            thread.join()
