"""The companion of the cooling-off period (冷静期提醒) between turns: reminders that are due, dates that have changed,
what is over, and the question after a visit whether the application was accepted.

Everybody is told in their own conversation only, of what they said there only.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import date, time, timedelta

from bot import companion as turns
from bot.each import for_each
from bot.notices import Notices
from flows import hours
from flows.divorce import companion, rules
from flows.place import Place
from flows.words import Words
from flows.world import World
from integrations.privacy import Vault
from integrations.store import cases, companions, due_work, erasure
from integrations.store.database import Database
from integrations.store.due_work import Work

APPLICATION = "divorce"
"""The service of the visit in which the receipt is given."""
ASKED_DAYS = 7
"""For how long after the visit it is asked whether the application was accepted, if nobody could be asked before."""
ASKED_FROM, ASKED_UNTIL = time(9, 0), time(20, 0)
"""Times of day in Asia/Shanghai. The visit was on an earlier day: not while the two may still stand at the counter."""
LONGEST_KEPT = timedelta(days=365)
"""Much longer than any receipt has dates that are still to come: by then what was kept has been erased."""


class Accompanying:
    """Looks through everything that is remembered; each in a transaction of its own."""

    def __init__(
        self,
        *,
        database: Database,
        vault: Vault,
        place: Place,
        notices: Notices,
        world: Callable[[], Awaitable[World]],
    ) -> None:
        self._database = database
        self._vault = vault
        self._place = place
        self._notices = notices
        self._world = world

    async def remind(self, work: Work) -> None:
        """A reminder is due: it is told if the day it is of is still the day."""
        number, what, of = work.payload["number"], work.payload["what"], date.fromisoformat(work.payload["of"])
        world = await self._world()
        async with self._database.write() as connection:
            kept = await turns.by_number(connection, self._vault, number)
            if kept is None or companion.day_of(what, companion.dates(world, kept.receipt)) != of:
                return
            args = companion.told_at(world, kept.receipt)
            words = companion.reminder(what, number, args, quiet=kept.quiet)
            if words is not None:
                mark = f"{what} {of}"
                await self._notices.plan_for(connection, kept.case, "date", mark, words, call=False)

    async def all(self) -> None:
        """What the calendar has changed, what is over, and whom to ask after their visit."""
        world = await self._world()
        async with self._database.read() as connection:
            numbers = await companions.changed_since(connection, companion.SERVICE, world.now - LONGEST_KEPT)
            yesterday = world.day - timedelta(days=1)
            first = world.day - timedelta(days=ASKED_DAYS)
            visits = await companions.visits(connection, APPLICATION, first, yesterday)
        await for_each(numbers, lambda number: self._look_again(number, world))
        if ASKED_FROM <= world.now.astimezone(hours.SHANGHAI).time() < ASKED_UNTIL:
            await for_each(visits, lambda visit: self._ask(*visit, world))

    async def _look_again(self, number: str, world: World) -> None:
        async with self._database.write() as connection:
            kept = await turns.by_number(connection, self._vault, number)
            if kept is None:
                return
            if rules.long_over(world, kept.receipt):
                await cases.amend(connection, self._vault, kept.case, turns.forgotten(kept.case), world.now)
                return
            args = companion.told_at(world, kept.receipt)
            new = companion.news(kept.told, args, world.day)
            if new is None:
                return
            content = turns.remembering(kept.case, args)
            if not await cases.amend(connection, self._vault, kept.case, content, world.now):
                return  # it was corrected at this very moment; what is told then is what holds now
            for work in turns.reminders(number, kept.receipt, world):
                await due_work.schedule(connection, self._vault, work, world.now)
            words = companion.change(new, number, args, self._phone(), quiet=kept.quiet)
            mark = str(kept.case.revision + 1)  # once for each time they were put right
            await self._notices.plan_for(connection, kept.case, "date_change", mark, words, call=False)

    async def _ask(self, number: str, day: date, world: World) -> None:
        """Asks the conversation an application was booked in, once, in words that say nothing to anybody else.

        Not where the office turned out to be closed, what was booked is to be erased, or the dates are kept already.
        """
        if not hours.spans(world, self._place.office_of(APPLICATION), day):
            return
        async with self._database.write() as connection:
            case = await cases.by_number(connection, self._vault, number)
            if case is None or await erasure.is_asked(connection, number):
                return
            if await companions.of_conversation(connection, self._vault, companion.SERVICE, case.conversation):
                return
            words = Words("divorce_dates-offer", {"day": day, "number": number})
            await self._notices.plan_for(connection, case, "date_offer", day.isoformat(), words, call=False)

    def _phone(self) -> str:
        return self._place.office_of("divorce_certificate").phone
