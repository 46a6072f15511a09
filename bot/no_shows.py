"""No-shows (爽约) told to whom they are counted against: at the end of the office's day, so that who comes late is not.

A clerk who takes one back, or checks in who came late, makes void what was not told yet; what was told is put right.
"""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.clock import Clock, local_day
from bot.counting import Counting
from bot.notices import Notices
from bot.telling import About
from flows import hours
from flows.place import Place
from flows.policy import Policy
from flows.words import Words
from flows.world import World
from integrations.privacy import Vault
from integrations.store import counted, due_work, notices
from integrations.store.counted import Appointment, Recorded
from integrations.store.due_work import Work

KIND = "no_show"
CORRECTED, STRUCK_OFF = "corrected", "struck_off"
"""Kinds of notices."""


class NoShows:
    """Plans and tells what follows from who came and who did not, within a transaction."""

    def __init__(
        self, *, vault: Vault, place: Place, policy: Policy, counting: Counting, notices: Notices, clock: Clock
    ) -> None:
        self._vault = vault
        self._place = place
        self._policy = policy
        self._counting = counting
        self._notices = notices
        self._clock = clock

    async def settle(self, connection: AsyncConnection, office: str, day: date) -> None:
        """Brings what is told of a day's no-shows up to who is one now. Done twice, it is done once."""
        of_day = await counted.of_day(connection, office, day)
        missed = {each.number: each for each in of_day if each.missed and each.service in self._counting.services}
        for each in missed.values():
            await self._later(connection, each, office)
        others = {each.number: each for each in of_day if each.number not in missed}
        for row in await notices.standing(connection, KIND, others):
            await self._take_back(connection, row.id, row.state, others[row.number])

    async def tell(self, connection: AsyncConnection, work: Work, world: World) -> None:
        """The day is over: who is still a no-show is told so, what it counts for, and how to appeal."""
        recorded = await self.held_against(connection, work.payload["booking"])
        if recorded is None or recorded.counted.what != "no_show":
            return
        words = await self._counting.no_show(connection, recorded, world.policy, world.day)
        if words is not None:
            await self._notices.plan_for(connection, recorded, KIND, work.id.rpartition(":")[2], words)

    async def held_against(self, connection: AsyncConnection, booking: str) -> Recorded | None:
        """What a booking counts for; None where it counts for nothing."""
        recorded = await counted.one(connection, booking)
        return recorded if recorded is not None and recorded.service in self._counting.services else None

    async def strike_off(self, connection: AsyncConnection, booking: str, asked_by: About) -> bool:
        """Staff excuse what a booking counts for (不计); its conversation and the one that asked are told.

        True if it counted until now.
        """
        recorded = await self.held_against(connection, booking)
        if recorded is None or not await counted.excuse(connection, booking):
            return False
        for row in await notices.standing(connection, KIND, [recorded.number]):
            await notices.move(connection, row.id, [row.state], notices.VOID, self._now)
        words = await self._counting.struck_off(connection, recorded, self._policy, local_day(self._now))
        told: dict[str, About] = {asked_by.conversation: asked_by, recorded.conversation: recorded}
        for about in told.values():
            await self._notices.plan_for(connection, about, STRUCK_OFF, recorded.number, words)
        return True

    async def _later(self, connection: AsyncConnection, missed: Appointment, office: str) -> None:
        spans = self._place.offices[office].spans(missed.day, workday=True)
        closes = hours.at(missed.day, spans[-1][1]) if spans else self._now
        due, mark = max(closes, self._now), f"{missed.changed_at:%Y%m%dT%H%M%S}"
        work = Work(f"no_show:{missed.booking}:{mark}", KIND, due, {"booking": missed.booking}, missed.number)
        await due_work.schedule(connection, self._vault, work, self._now)

    async def _take_back(self, connection: AsyncConnection, notice: str, state: str, came: Appointment) -> None:
        """What was not told is not told any more; what was is put right, once."""
        await notices.move(connection, notice, [state], notices.VOID, self._now)
        if state != notices.WAITING:
            words = Words("counting-corrected", {"number": came.number, "day": came.day})
            await self._notices.plan_for(connection, came, CORRECTED, notice.rpartition(":")[2], words)

    @property
    def _now(self) -> datetime:
        return self._clock()
