"""``make bench``: speed as ratios with a peer measured in the same run, on a real PostgreSQL and a real Valkey.

Nothing here asserts; it prints what was measured beside the bar of the design, so that a number is never quoted from
memory. CPU is that of this process (``time.process_time``); the database's own CPU is not in it.
"""

from __future__ import annotations

import asyncio
import contextlib
import os
import secrets
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

import httpx
import psutil
from aiogram import Bot, Dispatcher
from aiogram.filters import StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.fsm.state import State, StatesGroup
from aiogram.fsm.storage.memory import SimpleEventIsolation
from aiogram.fsm.storage.redis import RedisStorage
from aiogram.types import Message
from sqlalchemy import text

from bot.app import App, settle
from flows.incoming import Incoming
from flows.language.facts import Facts
from flows.marriage.flow import FLOW as MARRIAGE
from flows.world import World
from integrations.store import bookings
from integrations.store.bookings import Seat
from integrations.store.database import Database
from integrations.store.migrate import migrate
from tests.register_filled import fill, look_up
from tests.rush import at_once, rush
from tests.servers import Postgres, Valkey, fresh_database, start_postgres, start_valkey
from tests.talk import MAN, NOON, WOMAN, HandClock, Talk, an_app

CONVERSATIONS = 120
ROUNDS = 3
RESIDENTS, SLOTS, SEATS = 1000, 50, 20
REGISTERS, LOOK_UPS = (1_000, 100_000, 1_000_000), 400
LINES = ["同意", "1", "张三", MAN, "未婚", "就在这里一起填", "李四", WOMAN, "未婚", "1"]


@dataclass(frozen=True, slots=True)
class Measured:
    """One line of the report."""

    what: str
    figure: str
    bar: str
    met: bool

    def __str__(self) -> str:
        return f"{'met  ' if self.met else 'MISSED'} {self.what}: {self.figure} (bar: {self.bar})"


async def turn_against_aiogram(postgres: Postgres, valkey: Valkey) -> Measured:
    """CPU of a whole turn, against a dispatcher whose handler sets state and data. The rounds alternate."""
    url = fresh_database(postgres)
    async with _desk(url, redis_url=valkey.url) as app:
        await _turns(app, "warm", 8)
        await _aiogram(valkey.url, 50)
        settle()  # as serve does; the peer runs in the same process
        ours, peer = [], []
        for number in range(ROUNDS):
            ours.append(await _turns(app, f"r{number}", CONVERSATIONS))
            peer.append(await _aiogram(valkey.url, CONVERSATIONS * len(LINES)))
    turn, handler = statistics.median(ours), statistics.median(peer)
    ratio = turn / handler
    figure = f"{ratio:.2f} ({turn * 1e6:.0f} µs a turn, {handler * 1e6:.0f} µs aiogram)"
    return Measured("CPU of a turn against aiogram's dispatcher", figure, "≤ 1.2", ratio <= 1.2)


async def machine_share() -> Measured:
    """The machine's own share of a turn: one answer walked on from the cached step."""
    with tempfile.TemporaryDirectory() as directory:
        async with an_app(Path(directory)) as app:
            world = await _world(app)
    facts = Facts(world, "marriage")
    position = MARRIAGE.start()
    for value in ("agree", "mainland", "张三"):
        position = MARRIAGE.onward(position, value, facts)
    count = 20_000
    begun = time.process_time()
    for _ in range(count):
        MARRIAGE.onward(position, MAN, facts)
    each = (time.process_time() - begun) / count * 1e6
    return Measured("the machine's own share of a turn", f"{each:.1f} µs", "≤ 50 µs", each <= 50)


async def confirmations(postgres: Postgres) -> Measured:
    """Confirming turns of 1,000 residents on 50 slots of 20 seats, against the bare conditional UPDATE."""
    url = fresh_database(postgres)
    async with _desk(url) as app:
        waiting = await _residents_at_the_confirmation(app)
        settle()
        begun = time.perf_counter()
        await at_once(waiting)
        turns = RESIDENTS / (time.perf_counter() - begun)
        async with app.database.read() as connection:
            faults = await bookings.overbooked(connection, {"marriage": SEATS})
            booked = (await connection.execute(text("SELECT count(*) FROM bookings WHERE state='booked'"))).scalar()
        bare = await _bare_updates(app)
    ratio = turns / bare
    figure = f"{ratio:.2f} ({turns:.0f} turns/s, {bare:.0f} bare updates/s, {booked} booked, {len(faults)} overbooked)"
    return Measured(
        "confirming turns against the bare UPDATE", figure, "≥ 0.4, 0 overbooked", ratio >= 0.4 and not faults
    )


async def first_come(postgres: Postgres) -> Measured:
    """1,000 residents rush for 50 slots of 20 seats through the whole turn: who came first is served first."""
    url = fresh_database(postgres)
    async with _desk(url) as app:
        came = await rush(app, RESIDENTS, SLOTS, SEATS)
        async with app.database.read() as connection:
            faults = await bookings.overbooked(connection, {"marriage": SEATS})
    figure = f"{came.booked} booked, {len(faults)} overbooked, {came.overtaken()} of {came.refused} refused overtaken"
    is_met = came.booked == RESIDENTS and not faults and came.overtaken() == 0
    return Measured("a rush, first come first served", figure, "all booked, none overtaken", is_met)


def start_and_memory() -> list[Measured]:
    """From ``serve`` on an installed tree to the first answered message, and the memory of the idle process."""
    begun = time.perf_counter()
    with tempfile.TemporaryDirectory() as directory:
        port = _free_port()
        environment = {**os.environ, "YIZHENG_DATA_DIR": directory, "YIZHENG_PORT": str(port)}
        process = subprocess.Popen(
            ["make", "-s", "run"], env=environment, stdout=subprocess.DEVNULL, cwd=Path(__file__).parent.parent
        )
        try:
            first = _first_answer(port, begun)
            time.sleep(3)
            served = max(psutil.Process(process.pid).children(recursive=True), key=lambda each: each.memory_info().rss)
            megabytes = served.memory_info().rss / 2**20
        finally:
            for child in psutil.Process(process.pid).children(recursive=True):
                child.terminate()
            process.wait(20)
    return [
        Measured("make run to the first answered message", f"{first:.2f} s", "≤ 2 s", first <= 2),
        Measured("resident memory of serve, idle", f"{megabytes:.0f} MB", "≤ 160 MB", megabytes <= 160),
    ]


async def looking_up(postgres: Postgres) -> list[Measured]:
    """One person of the register among 1,000, 100,000 and a million, on SQLite and on PostgreSQL, as ratios to the
    smallest of the same run."""
    found = []
    for name in ("SQLite", "PostgreSQL"):
        with tempfile.TemporaryDirectory() as directory:
            url = f"sqlite+aiosqlite:///{directory}/register.db" if name == "SQLite" else fresh_database(postgres)
            database = Database(url)
            await migrate(database)
            each, filled = [], 0
            for size in REGISTERS:
                await fill(database, filled, size)
                filled = size
                await look_up(database, LOOK_UPS // 4)  # warms it
                each.append(await look_up(database, LOOK_UPS))
            await database.close()
        ratios = [one / each[0] for one in each]
        sizes = ", ".join(f"{size:,}: {one * 1e6:.0f} µs" for size, one in zip(REGISTERS, each, strict=True))
        figure = f"{ratios[1]:.2f} and {ratios[2]:.2f} ({sizes})"
        bar = "≤ 2 at 100,000 and at a million"
        found.append(Measured(f"looking somebody up as the register grows, {name}", figure, bar, max(ratios) <= 2))
    return found


@asynccontextmanager
async def _desk(url: str, **settings: object) -> AsyncIterator[App]:
    with tempfile.TemporaryDirectory() as directory:
        async with an_app(Path(directory), HandClock(), database_url=url, **settings) as app:
            yield app


async def _world(app: App) -> World:
    return await app.turns._worlds.world(Incoming("bench", "1", NOON, text=""))


async def _turns(app: App, name: str, conversations: int) -> float:
    """CPU seconds a turn, over whole conversations up to the question for the day."""
    talks = [Talk(app, f"{name}-{number}") for number in range(conversations)]
    for talk in talks:
        await talk.say("结婚登记")
    begun = time.process_time()
    for line in LINES:
        for talk in talks:
            await talk.say(line)
    return (time.process_time() - begun) / (len(LINES) * conversations)


class _States(StatesGroup):
    asked = State()


async def _aiogram(url: str, updates: int) -> float:
    """CPU seconds an update, of aiogram's dispatcher with Redis storage and a handler that sets state and data."""
    storage = RedisStorage.from_url(url)
    dispatcher = Dispatcher(storage=storage, events_isolation=SimpleEventIsolation())

    @dispatcher.message(StateFilter("*"))
    async def handle(message: Message, state: FSMContext) -> None:
        data = await state.get_data()
        await state.set_state(_States.asked)
        await state.set_data({**data, "answer": message.text})

    bot = Bot("123456:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")
    raws = [_update(number) for number in range(updates)]
    begun = time.process_time()
    for raw in raws:
        await dispatcher.feed_raw_update(bot, raw)
    spent = (time.process_time() - begun) / updates
    await storage.close()
    await bot.session.close()
    return spent


def _update(number: int) -> dict[str, object]:
    person = {"id": 1000 + number % 100, "is_bot": False, "first_name": "示例"}
    chat = {"id": 1000 + number % 100, "type": "private", "first_name": "示例"}
    message = {"message_id": number, "date": 1_700_000_000, "chat": chat, "from": person, "text": "张三"}
    return {"update_id": number, "message": message}


async def _residents_at_the_confirmation(app: App) -> list[Callable[[], Awaitable[object]]]:
    """Every resident has a held slot and the summary open; what is left is to confirm."""
    office = app.place.offices["marriage"]
    object.__setattr__(office, "capacity", SEATS)
    days = ["2026-05-20", "2026-05-21", "2026-05-22", "2026-05-25"]
    times = [f"{start:%H:%M}" for start in office.starts((NOON + timedelta(days=9)).date(), True)]
    slots = [(day, clock) for day in days for clock in times][:SLOTS]
    talks = []
    for number in range(RESIDENTS):
        day, clock = slots[number % SLOTS]
        talk = Talk(app, f"resident-{number}")
        talks.append((talk, day, clock, _number(number)))

    async def prepare(talk: Talk, day: str, clock: str, number: str) -> None:
        await talk.all(
            "补领", "同意", "1", "1", "1", "1", "1", "张三", number, "不知道", "1", day, clock, "13800000000"
        )
        assert talk.keys[-1] == "reissue-summary", talk.keys

    await at_once([lambda t=t: prepare(*t) for t in talks])  # type: ignore[misc]
    return [lambda talk=talk: talk.say("都对") for talk, *_ in talks]  # type: ignore[misc]


async def _bare_updates(app: App) -> float:
    """The peer: the conditional UPDATE alone, with the same pool and a commit each."""
    day = (NOON + timedelta(days=30)).replace(hour=9, minute=0)
    seats = [Seat("bare", day + timedelta(minutes=number), day.date()) for number in range(SLOTS)]
    async with app.database.write() as connection:
        for seat in seats:
            await bookings.take(connection, seat, SEATS + 1)

    async def update(seat: Seat) -> None:
        async with app.database.write() as connection:
            await bookings.take(connection, seat, SEATS + 2)

    begun = time.perf_counter()
    await at_once([lambda n=n: update(seats[n % SLOTS]) for n in range(RESIDENTS)])  # type: ignore[misc]
    return RESIDENTS / (time.perf_counter() - begun)


def _number(n: int) -> str:
    """A made-up ID number with a right check digit."""
    body = f"6204231970{n // 250 % 12 + 1:02d}{n // 10 % 25 + 1:02d}{n % 10:01d}{(n * 2) % 100:02d}"
    weights = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
    return body + "10X98765432"[sum(int(c) * w for c, w in zip(body, weights, strict=True)) % 11]


def _first_answer(port: int, begun: float) -> float:
    """Seconds until a message was answered."""
    base = f"http://127.0.0.1:{port}/api/chat"
    while True:
        with contextlib.suppress(httpx.HTTPError):
            token = httpx.post(f"{base}/conversations", json={}).json()["token"]
            message = {"id": secrets.token_hex(8), "choice": "start"}
            answer = httpx.post(f"{base}/messages", json=message, headers={"Authorization": f"Bearer {token}"})
            if answer.is_success:
                return time.perf_counter() - begun
        time.sleep(0.02)


def _free_port() -> int:
    import socket

    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


async def _main(postgres: Postgres, valkey: Valkey) -> list[Measured]:
    return [
        await turn_against_aiogram(postgres, valkey),
        await machine_share(),
        await confirmations(postgres),
        await first_come(postgres),
        *await looking_up(postgres),
    ]


if __name__ == "__main__":
    with contextlib.closing(start_postgres(durable=True)) as postgres, contextlib.closing(start_valkey()) as valkey:
        measured = asyncio.run(_main(postgres, valkey))
    measured += start_and_memory()
    sys.stdout.write("\n".join(map(str, measured)) + "\n")
