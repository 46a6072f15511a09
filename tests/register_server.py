"""A register of benefits in tests, over real HTTP on loopback: it can be slow, wrong, cut off, and down."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from datetime import date
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from hypothesis import strategies as st

from flows.assistance.clocks import Begins
from flows.benefits.records import Mandate, Payment, Record, Registered
from tests.people import id_number

README = Path(__file__).parent.parent / "integrations" / "README.md"
OWN = id_number(date(1950, 3, 7), man=False)
"""Somebody who is in the register."""
STRANGER = id_number(date(1961, 8, 30), man=True)
"""Somebody who is not."""
AGENT = id_number(date(1985, 1, 15), man=True)
NAME, AGENT_NAME = "何晓兰", "何建军"
PHONE, AGENT_PHONE = "13909431234", "13909435678"
ACCOUNT = "6217001234567894321"
NOTE = "户口簿首页"
PERSONAL = (OWN, STRANGER, AGENT, NAME, AGENT_NAME, PHONE, AGENT_PHONE, ACCOUNT, NOTE, "423.50", "42350")
"""What must stand in no fault and no log."""


def mapping_of(kind: str) -> str:
    """The mapping of integrations/README.md for http or spdci, as it stands there."""
    whole, search = (block.partition("```")[0] for block in README.read_text(encoding="utf-8").split("```toml\n")[1:])
    return whole if kind == "http" else search + "\n[person]" + whole.partition("[person]")[2]


def person() -> dict[str, Any]:
    """What the register has of her, as the mapping of integrations/README.md understands it."""
    return {
        "xm": NAME,
        "sfzh": OWN,
        "lxdh": PHONE,
        "items": [
            {
                "bh": "DB-2025-7",
                "lb": "DB",
                "zt": 50,
                "ztrq": "20250601",
                "sdrq": "2025-05-31T16:30:00Z",
                "xz": "一条山镇",
                "rks": 2,
                "yhzh": ACCOUNT,
                "fhrq": "20261201",
                "rzrq": "20261130",
                "qs": None,
                "yy": ["A1", "Z9"],
                "sljh": "JT250401-123456",
                "sqsh": "",
                "slrq": "20250401",
                "hdrq": "20250403",
                "gsrq": "20250420",
                "jdrq": "20250528",
                "ff": [
                    {"ny": "202510", "je": 560, "zt": 1, "rq": "20251010", "yy": None},
                    {"ny": "202511", "je": 423.50, "zt": 0, "rq": None, "yy": "A1"},
                ],
            },
            {"bh": 91, "lb": "CL", "zt": "20", "ztrq": "2026-05-19T16:00:00+00:00", "qs": [NOTE, " "]},
            {"bh": "YL-1", "lb": "YL", "zt": "??"},
        ],
        "agents": [{"xm": AGENT_NAME, "sfzh": AGENT.lower(), "lxdh": AGENT_PHONE, "lx": 2, "jzrq": "20270101"}],
    }


READ = Registered(
    name=NAME,
    id_number=OWN,
    phone=PHONE,
    records=(
        Record("91", "disability_living", "accepted", date(2026, 5, 20), missing=(NOTE,)),
        Record(
            "DB-2025-7",
            "dibao",
            "paying",
            date(2025, 6, 1),
            days={
                Begins.ACCEPTED: date(2025, 4, 1),
                Begins.CHECK_ASKED: date(2025, 4, 3),
                Begins.PUBLISHED: date(2025, 4, 20),
                Begins.DECIDED: date(2025, 5, 28),
            },
            told=date(2025, 6, 1),
            township="一条山镇",
            members=2,
            account="4321",
            next_review=date(2026, 12, 1),
            certify_by=date(2026, 11, 30),
            reasons=("income_up", "other"),
            case="JT250401-123456",
            payments=(
                Payment("2025-11", 42350, "due", None, ("income_up",)),
                Payment("2025-10", 56000, "paid", date(2025, 10, 10)),
            ),
        ),
    ),
    mandates=(Mandate(AGENT_NAME, AGENT, AGENT_PHONE, "guardian", date(2027, 1, 1)),),
)
"""The same as it is understood."""

ANY_JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text()
    | st.sampled_from(["DB", "50", "1", "0", "20251101", "202511", OWN, PHONE, "iso"]),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text() | st.sampled_from(["xm", "sfzh"]), inner),
    max_leaves=12,
)
"""Any JSON, with some words of the register among it."""


def places_in(plain: Any, at: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """Every place in JSON, itself first."""
    entries = plain.items() if isinstance(plain, dict) else enumerate(plain) if isinstance(plain, list) else ()
    return [at, *(place for step, value in entries for place in places_in(value, (*at, step)))]


def put(plain: Any, place: tuple[Any, ...], value: Any) -> None:
    """Puts a value into its place."""
    for step in place[:-1]:
        plain = plain[step]
    plain[place[-1]] = value


@dataclass(frozen=True, slots=True)
class Asked:
    """A request as it came in."""

    method: str
    path: str
    headers: Mapping[str, str]
    body: bytes


@dataclass(frozen=True, slots=True)
class Reply:
    """What is answered; ``cut``: only so many bytes of the body, then the connection ends."""

    status: int = 200
    body: bytes = b""
    headers: Mapping[str, str] = field(default_factory=dict)
    cut: int | None = None


def as_json(plain: Any, status: int = 200) -> Reply:
    """An answer in JSON."""
    return Reply(status, json.dumps(plain, ensure_ascii=False).encode(), {"content-type": "application/json"})


def found(plain: Any) -> Reply:
    """An answer with a person, as the mapping of integrations/README.md understands it."""
    return as_json({"code": "0", "data": plain})


@dataclass
class RegisterServer:
    """Answers by ``people``, unless ``says`` makes another answer; waits while the gate is closed."""

    url: str = ""
    people: dict[str, Any] = field(default_factory=lambda: {OWN: person()})
    says: Callable[[Asked], Reply] | None = None
    asked: list[Asked] = field(default_factory=list)
    gate: threading.Event = field(default_factory=threading.Event)
    at_once: int = 0
    most_at_once: int = 0
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def __post_init__(self) -> None:
        self.gate.set()

    def will(self, reply: Reply) -> None:
        """Answers so from now on."""
        self.says = lambda _: reply

    def take(self, asked: Asked) -> Reply:
        """What to answer."""
        with self._lock:
            self.asked.append(asked)
            self.at_once += 1
            self.most_at_once = max(self.at_once, self.most_at_once)
        self.gate.wait()
        with self._lock:
            self.at_once -= 1
        if self.says is not None:
            return self.says(asked)
        number = json.loads(asked.body)["query"]["idCard"]
        return found(self.people.get(number))


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    allow_reuse_address = True


@contextmanager
def a_register(port: int = 0) -> Iterator[RegisterServer]:
    """Runs one; ``port`` brings it back where it was."""
    register = RegisterServer()

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers.get("content-length") or 0))
            headers = {name.lower(): value for name, value in self.headers.items()}
            reply = register.take(Asked(self.command, self.path, headers, body))
            with suppress(OSError):  # who asked may have lost patience
                self.send_response(reply.status)
                for name, value in reply.headers.items():
                    self.send_header(name, value)
                self.send_header("content-length", str(len(reply.body)))
                self.end_headers()
                self.wfile.write(reply.body[: reply.cut])
                if reply.cut is not None:
                    self.close_connection = True

        do_GET = do_POST  # noqa: N815 - as http.server names it

        def handle(self) -> None:
            with suppress(ConnectionResetError):
                super().handle()

        def log_message(self, *_: object) -> None:
            """Silent."""

    with _Server(("127.0.0.1", port), Handler) as server:
        register.url = f"http://127.0.0.1:{server.server_port}"
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
        thread.start()
        try:
            yield register
        finally:
            register.gate.set()
            server.shutdown()
            thread.join()
