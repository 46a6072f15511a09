"""kill -9 at any moment, on real processes: every conversation goes on, and everything that was told is true."""

from __future__ import annotations

import asyncio
import itertools
from collections.abc import Mapping
from contextlib import closing
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from random import Random
from typing import Any

import httpx
import pytest
from sqlalchemy import func, select

from bot.app import App
from flows.hours import SHANGHAI
from integrations.store import cases
from integrations.store.tables import bookings
from integrations.store.tables import cases as case_table
from tests.desk_process import Desk
from tests.receiver import Receiver, receiving
from tests.records import a_couple, unaccounted, until
from tests.talk import HandClock, an_app

DAY = "2026-05-20"
RESIDENTS_AT_ONCE = 5
LEASES_RUN_OUT = timedelta(seconds=61)
TAPS = {
    "marriage-notice": "agree",
    "marriage-couple": "mainland",
    "marriage-first_status": "never",
    "marriage-partner": "here",
    "marriage-second_status": "divorced",
    "marriage-kinship": "no",
    "marriage-id_cards": "valid",
    "marriage-day": DAY,
    "marriage-photo": "on_site",
    "marriage-summary": "yes",
    "appointments-day": DAY,
    "appointments-summary": "yes",
    "appointments-really": "yes",
}
NAMES = {"marriage-first_name": "张三", "marriage-second_name": "李四", "marriage-phone": "13800000000"}
ENDINGS = {"marriage-booked", "appointments-moved", "appointments-cancelled"}


@dataclass
class Resident:
    """Answers each question as it is put, sends again what was not answered, and remembers everything told."""

    number: int
    storm: Storm
    random: Random
    token: str = ""
    answered: dict[str, list[dict[str, Any]]] = field(default_factory=dict)
    receipt: str = ""
    slot: str = ""
    state: str = ""
    revision: int = 1
    _ids: itertools.count[int] = field(default_factory=itertools.count)

    async def live(self) -> None:
        """Books; every third then moves the booking, and every third cancels it."""
        self.token = (await self.storm.post("/api/chat/conversations", {}, ""))["token"]
        await self.until_told("结婚登记")
        if self.number % 3:
            booked = self.slot
            await self.until_told("我的预约")
            self.revision += self.state == "appointments-cancelled" or self.slot != booked

    async def until_told(self, wish: str) -> None:
        """Goes on until an ending is told."""
        message: dict[str, str] = {"text": wish}
        while True:
            replies = await self.say(message)
            ended = next((reply for reply in replies if reply["key"] in ENDINGS), None)
            if ended is not None:
                self.receipt, self.state = ended["receipt"]["number"], ended["key"]
                return
            message = self.answer(next(reply for reply in reversed(replies) if reply["input"]))

    async def say(self, message: Mapping[str, str]) -> list[dict[str, Any]]:
        """Sends one message until it is answered; now and then an old one once more, which must change nothing."""
        id_ = f"m{next(self._ids)}"
        replies = await self._send(id_, message)
        self.answered[id_] = replies
        if self.random.random() < 0.1:
            assert _told(await self._send(id_, message)) == _told(replies)
        return replies

    async def _send(self, id_: str, message: Mapping[str, str]) -> list[dict[str, Any]]:
        answer = await self.storm.post("/api/chat/messages", {"id": id_, **message}, self.token)
        replies: list[dict[str, Any]] = answer["replies"]
        return replies

    def answer(self, question: Mapping[str, Any]) -> dict[str, str]:
        """What this resident answers to a question."""
        key, choices = question["key"], [choice["value"] for choice in question["input"]["choices"]]
        if key in ("marriage-slot", "appointments-slot"):
            self.slot = self.random.choice(choices[:4])  # everybody wants the same few
            return {"choice": self.slot}
        if key == "appointments-booking":
            return {"choice": choices[0]}
        if key == "appointments-wish":
            return {"choice": ("keep", "move", "cancel")[self.number % 3]}
        if key.endswith("_id"):
            return {"text": a_couple(self.number)[key == "marriage-second_id"]}
        if key in NAMES:
            return {"text": NAMES[key]}
        return {"choice": TAPS[key]}


@dataclass
class Storm:
    """Kills the desk so many times, or once more, while residents talk to it: after a few messages and a moment."""

    desk: Desk
    kills: int
    random: Random
    client: httpx.AsyncClient
    residents: list[Resident] = field(default_factory=list)
    sent: asyncio.Queue[None] = field(default_factory=asyncio.Queue)

    async def rage(self) -> None:
        """Until the last kill is over and everybody who had begun is done."""
        async with asyncio.TaskGroup() as group:
            group.create_task(self._kill())
            for _ in range(RESIDENTS_AT_ONCE):
                group.create_task(self._residents())

    async def _residents(self) -> None:
        while self.kills:
            number = len(self.residents)
            resident = Resident(number, self, Random(f"{number} {self.random.random()}"))
            self.residents.append(resident)
            await resident.live()

    async def _kill(self) -> None:
        while self.kills:
            for _ in range(self.random.randint(5, 40)):
                await self.sent.get()
            await asyncio.sleep(self.random.uniform(0, 0.02))  # somewhere within a turn
            self.desk.kill9()
            self.desk.skipped += LEASES_RUN_OUT
            if self.random.random() < 0.2:
                self.desk.kill_while_starting(self.random.uniform(0.3, 1.2))
                self.kills -= 1
            self.desk.start()
            self.kills = max(0, self.kills - 1)

    async def post(self, path: str, body: Mapping[str, str], token: str) -> dict[str, Any]:
        """Posts until there is an answer that is one."""
        while True:
            self.sent.put_nowait(None)
            try:
                answer = await self.client.post(path, json=body, headers=_bearer(token))
            except (httpx.NetworkError, httpx.RemoteProtocolError):
                continue
            if answer.status_code == httpx.codes.SERVICE_UNAVAILABLE:
                continue
            assert answer.is_success, answer.text
            found: dict[str, Any] = answer.json()
            return found


async def rage(desk: Desk, kills: int, seed: int) -> list[Resident]:
    """A storm, and the residents who lived through it."""
    async with httpx.AsyncClient(base_url=desk.url, timeout=30, limits=httpx.Limits(max_connections=50)) as client:
        storm = Storm(desk, kills, Random(seed), client)
        await storm.rage()
        for resident in storm.residents:
            await what_is_shown_is_what_was_told(client, resident)
    return storm.residents


async def what_is_shown_is_what_was_told(client: httpx.AsyncClient, resident: Resident) -> None:
    answer = await client.get("/api/chat/history", headers=_bearer(resident.token))
    shown = {message["id"]: message["replies"] for message in answer.json()["messages"]}
    assert list(shown) == list(resident.answered)
    for id_, replies in resident.answered.items():
        assert _told(shown[id_]) == _told(replies)


def _bearer(token: str) -> dict[str, str]:
    return {"authorization": f"Bearer {token}"} if token else {}


def _told(replies: list[dict[str, Any]]) -> list[tuple[str, str, str]]:
    return [(each["key"], each["text"], (each.get("receipt") or {}).get("number", "")) for each in replies]


async def everything_told_is_true(app: App, residents: list[Resident]) -> None:
    """Each receipt has its case and its booking, at the time that was told; and there is nothing else."""
    async with app.database.read() as connection:
        rows = {row.number: row for row in await connection.execute(select(bookings)) if row.number is not None}
        held = select(func.count()).where(bookings.c.state == "held")
        for resident in residents:
            assert await cases.by_number(connection, app.vault, resident.receipt) is not None
            row = rows.pop(resident.receipt)
            assert row.state == ("cancelled" if resident.state == "appointments-cancelled" else "booked")
            if row.state == "booked":
                assert row.starts_at == datetime.fromisoformat(resident.slot).replace(tzinfo=SHANGHAI)
        assert rows == {}
        assert (await connection.execute(held)).scalar_one() == 0
        counted = (await connection.execute(select(func.count()).select_from(case_table))).scalar_one()
    assert counted == len(residents)
    assert await unaccounted(app) == []


async def lived_through(desk: Desk, kills: int, seed: int, database_url: str | None) -> list[Resident]:
    """A storm from the very first start on; then a look at the records, and at the log for what may not be there."""
    desk.kill_while_starting(Random(seed).uniform(0.3, 1.2))
    desk.start()
    residents = await rage(desk, kills, seed)
    desk.stop()
    async with an_app(desk.directory, HandClock(desk.now), database_url=database_url) as app:
        await everything_told_is_true(app, residents)
    assert not any(secret in desk.log for secret in (*NAMES.values(), *itertools.chain(*map(a_couple, range(50)))))
    return residents


async def test_a_storm_of_kills_on_sqlite() -> None:
    with closing(Desk()) as desk:
        residents = await lived_through(desk, 4, 11, None)
    assert len(residents) >= RESIDENTS_AT_ONCE


async def test_a_storm_of_kills_on_postgresql(postgres_url: str) -> None:
    with closing(Desk(database_url=postgres_url)) as desk:
        await lived_through(desk, 2, 12, postgres_url)


@pytest.mark.soak
@pytest.mark.parametrize("seed", [21, 22])
async def test_a_long_storm_of_kills_loses_no_delivery(database_url: str, seed: int) -> None:
    with receiving(Receiver()) as receiver, closing(Desk(database_url=database_url, **receiver.settings)) as desk:
        residents = await lived_through(desk, 24, seed, database_url)
        desk.skipped += timedelta(days=1)  # whatever waits for another attempt is due
        desk.start()

        told = {each.receipt: each.revision for each in residents}

        async def all_arrived() -> bool:
            newest: dict[str, int] = {}
            for event in list(receiver.accepted):
                newest[event.subject] = max(newest.get(event.subject, 0), event.data["revision"])
            return newest == told

        await until(all_arrived)
        assert len(receiver.by_id) == sum(told.values())
        assert receiver.faults == []
