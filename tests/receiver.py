"""A real receiver of webhooks on loopback. It trusts nothing: the signature is checked with Standard Webhooks' own
library, the event is read with CloudEvents' own, and its data are held to the published schema."""

from __future__ import annotations

import json
import threading
from collections import deque
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from cloudevents.core.bindings.http import HTTPMessage, from_http_event
from jsonschema import Draft202012Validator, FormatChecker
from standardwebhooks import Webhook

SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"
SCHEMAS = Path(__file__).parent.parent / "integrations" / "case_systems" / "schemas"
KINDS = {
    "yizheng.case.attachment": "attachment.v1.json",
    "yizheng.check.requested": "check.v1.json",
    "yizheng.volunteer.registered": "volunteer.v1.json",
    "yizheng.volunteer.left": "volunteer.v1.json",
    "yizheng.hours.confirmed": "service.v1.json",
    "yizheng.hours.ended": "service.v1.json",
    "yizheng.certificate.issued": "service_certificate.v1.json",
    "yizheng.certificate.revoked": "service_certificate.v1.json",
}
"""The schema of each type of event; of every other that of a case."""


@dataclass(frozen=True, slots=True)
class Received:
    """One event as it was accepted."""

    id: str
    type: str
    subject: str
    data: Mapping[str, Any]


@dataclass
class Receiver:
    """``answers`` are given first, as status and headers; then every event is accepted with 204."""

    url: str = ""
    secret: str = SECRET
    answers: deque[tuple[int, Mapping[str, str]]] = field(default_factory=deque)
    attempts: list[str] = field(default_factory=list)
    accepted: list[Received] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)
    gate: threading.Event = field(default_factory=threading.Event)
    news: threading.Condition = field(default_factory=threading.Condition)

    def __post_init__(self) -> None:
        self.gate.set()

    @property
    def settings(self) -> dict[str, Any]:
        """The settings that send cases here."""
        return {"webhook_url": self.url, "webhook_secret": SECRET}

    @property
    def by_id(self) -> dict[str, Received]:
        """What arrived, a repeat being recognised by its id as the contract asks."""
        return {event.id: event for event in self.accepted}

    def will(self, *statuses: int, **headers: str) -> None:
        """Answers the next attempts so."""
        dressed = {name.replace("_", "-"): value for name, value in headers.items()}
        self.answers.extend((status, dressed) for status in statuses)

    def take(self, headers: Mapping[str, str], body: bytes) -> tuple[int, Mapping[str, str]]:
        """What to answer to a request; waits while the gate is closed."""
        self.attempts.append(headers.get("webhook-id", ""))
        self.gate.wait()
        if self.answers:
            return self.answers.popleft()
        try:
            Webhook(self.secret).verify(body, dict(headers))
            event = from_http_event(HTTPMessage(dict(headers), body))
            schema = json.loads((SCHEMAS / KINDS.get(event.get_type(), "case.v1.json")).read_bytes())
            Draft202012Validator(schema, format_checker=FormatChecker()).validate(event.get_data())
            assert event.get_dataschema() == schema["$id"]
            assert event.get_id() == headers["webhook-id"]
        except Exception as fault:
            self.faults.append(f"{type(fault).__name__}: {fault}")
            return 400, {}
        data = event.get_data()
        assert isinstance(data, dict)
        with self.news:
            self.accepted.append(Received(event.get_id(), event.get_type(), event.get_subject() or "", data))
            self.news.notify_all()
        return 204, {}

    def has(self, kind: str, seconds: float = 20.0) -> bool:
        """Whether an event of a type has come, within so many seconds."""
        with self.news:
            return self.news.wait_for(lambda: any(event.type == kind for event in self.accepted), seconds)


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    allow_reuse_address = True


@contextmanager
def receiving(receiver: Receiver, port: int = 0) -> Iterator[Receiver]:
    """Runs a receiver; ``port`` brings one back where it was."""

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_POST(self) -> None:
            length = int(self.headers["content-length"])
            body = self.rfile.read(length)
            if len(body) < length:  # the sender died in the middle of it
                self.close_connection = True
                return
            status, headers = receiver.take({name.lower(): value for name, value in self.headers.items()}, body)
            with suppress(OSError):  # the sender may have lost patience
                self.send_response(status)
                for name, value in headers.items():
                    self.send_header(name, value)
                self.send_header("content-length", "0")
                self.end_headers()

        def handle(self) -> None:
            with suppress(ConnectionResetError):
                super().handle()

        def log_message(self, *_: object) -> None:
            """Silent."""

    with _Server(("127.0.0.1", port), Handler) as server:
        receiver.url = f"http://127.0.0.1:{server.server_port}/cases"
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
        thread.start()
        try:
            yield receiver
        finally:
            receiver.gate.set()
            server.shutdown()
            thread.join()
