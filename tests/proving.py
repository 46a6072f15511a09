"""What tests of who is asking share: a made-up service behind the check, people in a register, and a telephone that
keeps what it gets."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from sqlalchemy import event, select

from bot.app import App, open_app
from bot.settings import Settings
from bot.speech import Speech
from flows.benefits import identity
from flows.benefits.records import Mandate, Payment, Record, Registered
from flows.errors import OutsideFault
from flows.language import ALWAYS, Advise, Flow, choice
from flows.words import Value
from integrations.registers.contract import Finding
from integrations.store.benefits import proofs, register
from integrations.store.benefits.proofs import Proof
from integrations.store.benefits.tables import checks
from integrations.store.tables import due_work
from tests.made_up import locales_with
from tests.people import id_number
from tests.talk import HandClock, Talk, work_off

WHO = Flow(
    "who",
    [*identity.STEPS, choice("more", "no", "yes", "another", retypes={"another": "proven"})],
    [*identity.routes("more"), ("more", ALWAYS, "done")],
    {**identity.ENDINGS, "done": Advise()},
    sensitive=True,
)
_WORDS = """service-who = who
    .words = my who
service-benefits = benefits
who-more = more?
    .label = more
    .no = nothing more
    .yes = something more
    .another = somebody else
who-done = done.
"""

OWNER = Registered(
    "欧阳翡翠",
    id_number(date(1961, 4, 7), man=False),
    "13800001234",
    (
        Record(
            id="REC-77218",
            scheme="dibao",
            state="paying",
            since=date(2026, 3, 19),
            told=date(2026, 3, 23),
            township="wufo",
            members=3,
            account="9047",
            missing=("户口簿首页复印件",),
            case="JT260301-ZZTOPQ",
            letter="LETTER-5531",
            payments=(Payment("2026-04", 123457, "paid", date(2026, 4, 13)),),
        ),
    ),
    (
        Mandate("代理甲", id_number(date(1980, 2, 3), man=True), "13900005678", "mandate", date(2026, 6, 1)),
        Mandate("监护乙", id_number(date(1982, 2, 3), man=True), "13700009012", "guardian"),
    ),
)
SILENT = Registered("司马无声", id_number(date(1970, 5, 6), man=True), None)
"""Somebody of whom no telephone is on file."""
NOBODY = ("诸葛无人", id_number(date(1991, 8, 9), man=True))
CODE = re.compile(r"\d{6}")


@cache
def speech() -> Speech:
    """The words of the made-up service beside the real ones."""
    with TemporaryDirectory() as directory:
        return Speech(("who",), locales_with(Path(directory), _WORDS))


@dataclass
class Telephone:
    """Stands in for the gateway: keeps every call, those to nobody as well. Once for each key it transmits."""

    calls: list[str | None] = field(default_factory=list)
    got: dict[str, tuple[str, str]] = field(default_factory=dict)
    is_away: bool = False

    async def send(self, phone: str | None, text: str, key: str) -> None:
        """Keeps it."""
        self.calls.append(phone)
        if phone is None:
            return
        if self.is_away:
            raise OutsideFault("the gateway for short messages does not answer")
        self.got.setdefault(key, (phone, text))

    async def close(self) -> None:
        """There is nothing to close."""

    @property
    def reached(self) -> list[str]:
        """The telephones that were called, in order."""
        return [each for each in self.calls if each is not None]

    def codes(self, phone: str) -> list[str]:
        """The codes that a telephone got, in order."""
        return [CODE.findall(text)[0] for to, text in self.got.values() if to == phone]


@dataclass
class Switched:
    """The desk's own register, behind a switch: away, it has nothing but what ``last`` knows."""

    app: App
    is_away: bool = False
    last: dict[str, Registered] = field(default_factory=dict)

    async def find(self, id_number: str, *, keep: bool = True) -> Finding:
        """As a register that is asked."""
        if self.is_away and id_number not in self.last:
            raise OutsideFault("the register does not answer")
        if self.is_away:
            return Finding(self.last[id_number], self.app.clock() - timedelta(days=1), stale=True)
        async with self.app.database.read() as connection:
            return Finding(await register.find(connection, self.app.vault, id_number), self.app.clock())


@dataclass
class Proofs:
    """A desk with people in its register, a telephone, and residents who show who they are."""

    app: App
    telephone: Telephone
    register: Switched
    talks: dict[str, Talk] = field(default_factory=dict)

    @property
    def clock(self) -> HandClock:
        """The desk's clock."""
        assert isinstance(self.app.clock, HandClock)
        return self.app.clock

    def talk(self, conversation: str) -> Talk:
        """A resident, the same for the same conversation."""
        return self.talks.setdefault(conversation, Talk(self.app, conversation))

    async def say_who(self, talk: Talk, name: str, number: str, proxy: tuple[str, str] | None = None) -> Talk:
        """Begins, and says who it is about; up to the question for the code, or that it was asked for too often."""
        await talk.say("who")
        if "another" in talk.options:
            await talk.tap("another")
        if "new" in talk.options:
            await talk.tap("new")
        await talk.tap("own" if proxy is None else "other")
        await talk.tap("agree")
        await talk.all(name, number, *(proxy or ()))
        return talk

    async def sent(self) -> None:
        """The moment comes at which codes are sent."""
        self.clock.move("3s")
        await work_off(self.app)

    async def proved(self, talk: Talk, of: Registered = OWNER) -> str:
        """Shows who somebody is; the code."""
        await self.say_who(talk, of.name, of.id_number)
        await self.sent()
        code = self.telephone.codes(str(of.phone))[-1]
        await talk.say(code)
        assert talk.keys[-1] == "who-more", talk.keys
        return code

    async def put(self, registered: Registered) -> None:
        """Somebody is in the register."""
        async with self.app.database.write() as connection:
            await register.put(connection, self.app.vault, registered, self.app.clock())

    async def held(self, conversation: str) -> list[Proof]:
        """What is remembered in a conversation."""
        async with self.app.database.read() as connection:
            found = await proofs.of_conversation(connection, self.app.vault, conversation, self.app.clock())
        return list(found)

    async def asked(self) -> list[tuple[str, str, int]]:
        """Every check there is: where, how it stands, how many wrong codes were tried."""
        async with self.app.database.read() as connection:
            rows = await connection.execute(select(checks).order_by(checks.c.send_at, checks.c.id))
            return [(row.conversation, row.state, row.wrong) for row in rows]

    async def due(self, kind: str) -> list[timedelta]:
        """In how long work of a kind is due that is still to be done."""
        async with self.app.database.read() as connection:
            own = (due_work.c.kind == kind, due_work.c.state == "waiting")
            return [row.due_at - self.app.clock() for row in await connection.execute(select(due_work).where(*own))]

    @contextmanager
    def statements(self) -> Iterator[list[str]]:
        """Every statement that is put to the store."""
        seen: list[str] = []
        engines = {engine.sync_engine for engine in (self.app.database.engine, self.app.database._statements)}

        def note(_: object, __: object, statement: str, *more: object) -> None:
            seen.append(statement)

        for engine in engines:
            event.listen(engine, "before_cursor_execute", note)
        try:
            yield seen
        finally:
            for engine in engines:
                event.remove(engine, "before_cursor_execute", note)


@asynccontextmanager
async def a_proving_desk(directory: Path, clock: HandClock, database_url: str) -> AsyncIterator[Proofs]:
    """The whole desk with the made-up service and no other, and people in its register."""
    settings = Settings.model_validate({"data_dir": directory, "database_url": database_url})
    async with open_app(settings, clock=clock, speech=speech(), flows={"who": WHO}) as app:
        desk = Proofs(app, Telephone(), Switched(app))
        object.__setattr__(app.benefit_tools, "sms", desk.telephone)
        object.__setattr__(app.benefit_tools, "register", desk.register)
        for each in (OWNER, SILENT):
            await desk.put(each)
        yield desk


def somebody(n: int) -> Registered:
    """Somebody else in a register."""
    number = id_number(date(1950, 1, 1) + timedelta(days=n), man=True)
    return replace(OWNER, name=f"张{'甲乙丙丁戊己庚辛'[n % 8]}", id_number=number, phone=f"1360000{n:04}", records=())


def as_read(talk: Talk) -> list[Value]:
    """All that the last replies say, without the ids of what is offered."""
    assert talk.last is not None
    return [
        (
            reply.words,
            None if reply.asking is None else (reply.asking.kind, [(o.label, o.detail) for o in reply.asking.options]),
        )
        for reply in talk.last.replies
    ]
