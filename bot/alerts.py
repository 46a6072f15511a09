"""Danger is taken to those on duty, level by level, until one of them takes it on (逐级报告).

The alert is written in the turn in which the danger was told; whom it is taken to, and the next step, is due work. A
member of the staff sees it at the desk, and gets a short message that names nobody.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Literal

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.speech import Speech
from bot.telling import plan_post
from flows.danger import Kind
from flows.desk.climbing import circle, next_step
from flows.desk.rights import Clerk
from flows.dialogue import derive_id
from flows.place import Place
from flows.words import Words
from flows.world import World
from integrations.privacy import Vault
from integrations.sms import Sms
from integrations.store import alerts, cases, chats, due_work, queue, rosters, sessions, staff, timeline
from integrations.store.alerts import Alert
from integrations.store.database import Collision, Database
from integrations.store.due_work import Work

STILL_THERE = timedelta(minutes=5)
"""For so long who has taken danger on is taken to be at it; danger that is told later calls everybody again."""
REMINDED_EVERY = timedelta(minutes=15)
"""How often groups of the staff hear of danger while nobody is on duty."""
Raised = Literal["calling", "acknowledged", "nobody"]
"""How a danger stands: those on duty are being called, one has taken it on, or nobody is on duty."""


class Alerts:
    """Raises alerts within a turn, and takes them up the levels as due work."""

    def __init__(
        self,
        *,
        database: Database,
        vault: Vault,
        place: Place,
        speech: Speech,
        sms: Sms | None,
        language: str,
        has_bot: bool = False,
    ) -> None:
        self._database = database
        self._vault = vault
        self._place = place
        self._speech = speech
        self._sms = sms
        self._language = language
        self._has_bot = has_bot

    async def raise_(self, connection: AsyncConnection, number: str, kind: Kind, world: World) -> Raised:
        """Those on duty are to be called about a ticket, at once; also again, when danger is told again some
        time after somebody had taken it on. Raises Collision when the ticket is closed at this very moment."""
        people = await self._on_duty(connection, number, world)
        if await alerts.raise_(connection, number, kind, world.now):
            await plan_step(connection, self._vault, number, 0, world.now, world)
        else:
            alert = await alerts.of(connection, number)
            if alert is None or alert.state == alerts.OVER:
                raise Collision("the ticket of danger was closed just now")
            if alert.state == alerts.ACKNOWLEDGED and _is_at_it(alert, world):
                return "acknowledged"
            step: int | None = alert.step
            if alert.state == alerts.ACKNOWLEDGED:
                await queue.let_go(connection, number, world.now)
                mark = derive_id(number, "let_go", world.now.isoformat())
                await plan_post(connection, self._vault, number, "post", mark, world.now)
                step = await alerts.call_again(connection, number, world.now)
                who = {"step": f"again{step}", "staff": [alert.acknowledged_by], "groups": True}
                await plan_post(connection, self._vault, number, "post_call", f"again:{mark}", world.now, **who)
            if step is not None:
                await plan_step(connection, self._vault, number, step, world.now, world)
        return "calling" if await self._can_be_reached(connection, people, world) else "nobody"

    async def climb(self, connection: AsyncConnection, work: Work, world: World) -> None:
        """A step is due: the circle of those who are called grows by a level. Until somebody takes it on there is a
        next step; while nobody is on duty it stays the same one, and who comes on duty is called then."""
        number, step = work.payload["number"], work.payload["step"]
        alert = await alerts.of(connection, number)
        if alert is None or alert.state != alerts.CALLING or alert.step != step:
            return
        due = next_step(world.now, step, self._place.climb_minutes)
        people = circle(await self._on_duty(connection, number, world), step)
        if not people:
            if reminder := (world.now - alert.raised_at) // REMINDED_EVERY:
                mark = f"nobody:{reminder}"
                told = {"step": mark, "staff": list[str](), "groups": True}
                await plan_post(connection, self._vault, number, "post_call", mark, world.now, **told)
            await plan_step(connection, self._vault, number, step, due, world)
            return
        if not await alerts.call(connection, number, step, people, world.now):
            return
        for clerk in people:
            payload = {"number": number, "staff": clerk.name}
            message = Work(f"alert_sms:{number}:{step}:{clerk.name}", "alert_sms", world.now, payload, number)
            await due_work.schedule(connection, self._vault, message, world.now)
        names = sorted({clerk.name for clerk in people})
        await plan_post(connection, self._vault, number, "post_call", str(step), world.now, step=step, staff=names)
        levels = {"levels": sorted({str(clerk.level) for clerk in people}), "staff": [c.name for c in people]}
        entry = derive_id(number, "called", str(step))
        await timeline.add(connection, self._vault, number, timeline.DESK, "called", levels, world.now, entry)
        await plan_step(connection, self._vault, number, step + 1, due, world)

    async def send(self, work: Work) -> None:
        """The short message to one of those who are called. Raises OutsideFault, so that it is tried again."""
        number, name = work.payload["number"], work.payload["staff"]
        async with self._database.read() as connection:
            alert = await alerts.of(connection, number)
            phone = await staff.phone_of(connection, self._vault, name)
        if alert is None or alert.state != alerts.CALLING or phone is None or self._sms is None:
            return
        words = Words("sms-alert", {"place": Words(f"place-{self._place.id}"), "number": number})
        await self._sms.send(phone, self._speech.render(words, self._language), work.id)

    async def _can_be_reached(self, connection: AsyncConnection, people: Sequence[Clerk], world: World) -> bool:
        """Whether anybody of them gets a short message, is in a chat with the staff's bot, or has the desk before
        them."""
        with_phone = await staff.with_phone(connection) if self._sms is not None else frozenset()
        with_chat = await chats.staff_in_chats(connection) if self._has_bot else frozenset()
        at_desk = await sessions.in_use(connection, world.now)
        reached = with_phone | with_chat | set(at_desk)
        return any(clerk.name in reached for clerk in people)

    async def _on_duty(self, connection: AsyncConnection, number: str, world: World) -> Sequence[Clerk]:
        case = await cases.by_number(connection, self._vault, number)
        township, village = (None, None) if case is None else (case.township, case.village)
        return await rosters.on_duty(connection, world.now, township, village)


async def plan_step(
    connection: AsyncConnection, vault: Vault, number: str, step: int, due: datetime, world: World
) -> None:
    """A step of an alert is to be taken. It may be planned for another time as well: it is taken once."""
    work = Work(f"alert:{number}:{step}:{due.timestamp():.0f}", "alert", due, {"number": number, "step": step}, number)
    await due_work.schedule(connection, vault, work, world.now)


def _is_at_it(alert: Alert, world: World) -> bool:
    """Whether who had taken it on has done so just now."""
    return alert.acknowledged_at is not None and alert.acknowledged_at > world.now - STILL_THERE
