"""No-shows (爽约) told to whom they are counted against: at the end of the office's day, so that who comes late is not.

A clerk who takes one back, or checks in who came late, makes void what was not told yet; what was told is put right.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.clock import Clock, local_day
from bot.counting import Counting
from bot.notices import Notices
from bot.telling import About
from flows import hours
from flows.language.endings import HandOver
from flows.language.flow import Flow
from flows.place import Place
from flows.policy import Policy
from flows.words import Words
from flows.world import World
from integrations.privacy import Vault
from integrations.store import counted, due_work, notices
from integrations.store.cases import Case
from integrations.store.counted import Appointment, Party, Recorded
from integrations.store.due_work import Work

KIND = "no_show"
CORRECTED, STRUCK_OFF = "corrected", "struck_off"
"""Kinds of notices."""


class NoShows:
    """Plans and tells what follows from who came and who did not, within a transaction."""

    def __init__(
        self,
        *,
        vault: Vault,
        flows: Mapping[str, Flow],
        place: Place,
        policy: Policy,
        counting: Counting,
        notices: Notices,
        clock: Clock,
    ) -> None:
        self._vault = vault
        self._flows = flows
        self._place = place
        self._policy = policy
        self._counting = counting
        self._notices = notices
        self._clock = clock

    async def settle(self, connection: AsyncConnection, office: str, day: date) -> None:
        """Brings what is told of a day's no-shows up to who is one now. Done twice, it is done once."""
        others: dict[str, tuple[Party, date]] = {}
        for each in await counted.of_day(connection, office, day):
            if each.missed and each.service in self._counting.services:
                await self._later(connection, each, office)
            else:
                others |= {party.number: (party, each.day) for party in each.parties}
        for row in await notices.standing(connection, KIND, others):
            await self._take_back(connection, row.id, row.state, *others[row.number])

    async def tell(self, connection: AsyncConnection, work: Work, world: World) -> None:
        """The day is over: who is still a no-show is told so, what it counts for, and how to appeal."""
        recorded = await self._counting.held_against(connection, work.payload["booking"])
        if recorded is None or recorded.counted.what != "no_show":
            return
        for party in recorded.parties:
            words = await self._counting.no_show(connection, recorded, party, world.policy, world.day)
            if words is not None:
                await self._notices.plan_for(connection, party, KIND, work.id.rpartition(":")[2], words)

    async def of_case(self, connection: AsyncConnection, case: Case) -> Recorded | None:
        """What the appointment of a case counts for, or the one that an appeal names; None if it does not count."""
        booking = case.booking
        if booking is None and (number := self._named(case)) is not None:
            booking = await counted.booking_of(connection, number)
        return None if booking is None else await self._counting.held_against(connection, booking)

    async def strike_off(self, connection: AsyncConnection, case: Case) -> bool:
        """Staff excuse what it counts for (不计): whose it is are told, and who has appealed. True if it counted."""
        recorded = await self.of_case(connection, case)
        if recorded is None or not await counted.excuse(connection, recorded.booking):
            return False
        for row in await notices.standing(connection, KIND, [party.number for party in recorded.parties]):
            await notices.move(connection, row.id, [row.state], notices.VOID, self._now)
        words = await self._counting.struck_off(connection, recorded, self._policy, local_day(self._now))
        told: list[tuple[About, str]] = [(party, party.number) for party in recorded.parties]
        if recorded.of(case.conversation) is None:
            told.append((case, self._named(case) or case.number))
        for about, number in told:
            named = Words(words.key, {**words.args, "number": number})
            await self._notices.plan_for(connection, about, STRUCK_OFF, recorded.booking, named)
        return True

    def _named(self, case: Case) -> str | None:
        """The receipt number that an appeal is about, as its answers give it."""
        flow = self._flows.get(case.content.get("flow", ""))
        ending = None if flow is None else flow.endings.get(case.ending)
        steps = ending.about if isinstance(ending, HandOver) else ()
        given = {answer["step"]: str(answer["value"]) for answer in case.content.get("answers", [])}
        return next((given[step] for step in reversed(steps) if step in given), None)

    async def _later(self, connection: AsyncConnection, missed: Appointment, office: str) -> None:
        spans = self._place.offices[office].spans(missed.day, workday=True)
        closes = hours.at(missed.day, spans[-1][1]) if spans else self._now
        due, mark = max(closes, self._now), f"{missed.changed_at:%Y%m%dT%H%M%S}"
        payload = {"booking": missed.booking}
        work = Work(f"no_show:{missed.booking}:{mark}", KIND, due, payload, missed.parties[0].number)
        await due_work.schedule(connection, self._vault, work, self._now)

    async def _take_back(self, connection: AsyncConnection, notice: str, state: str, party: Party, day: date) -> None:
        """What was not told is not told any more; what was is put right, once."""
        await notices.move(connection, notice, [state], notices.VOID, self._now)
        if state != notices.WAITING:
            words = Words("counting-corrected", {"number": party.number, "day": day})
            await self._notices.plan_for(connection, party, CORRECTED, notice.rpartition(":")[2], words)

    @property
    def _now(self) -> datetime:
        return self._clock()
