"""What a clerk does about a case by a button or by writing in a chat: the same as at the desk, with the same rights,
and on record as there. Each returns the sentence the clerk is told."""

from __future__ import annotations

import asyncio
import hashlib
from collections.abc import Awaitable, Callable

from sqlalchemy.ext.asyncio import AsyncConnection

from bot import answering, auditing, doing
from bot.answering import Said
from bot.app import App
from bot.handling import OUTCOMES
from flows.desk.rights import Clerk, Right
from flows.errors import NotUnderstood
from flows.words import Words
from integrations.store import bookings, cases, chats, queue
from integrations.store.cases import Case

PICTURES_AT_ONCE = 2
"""One of 40 million pixels takes 160 MB while it is looked at."""
OPENED = "case opened by telegram"


class StaffDoing:
    """``once`` names the update: doing it again, after a fault, does it no second time."""

    def __init__(self, app: App) -> None:
        self._app = app
        self._decoding = asyncio.Semaphore(PICTURES_AT_ONCE)

    async def refusal(self, who: Clerk, number: str) -> Words | None:
        """Why a clerk may do nothing about a case; it is on record. One that is not there, or not of the scope: which
        of the two, nobody can tell."""
        if not who.may(Right.CASES):
            await doing.refused(self._app, who.name, who.name, "right", number)
            return Words("staff_bot-no_right")
        where = None
        if doing.NUMBER.fullmatch(number):
            async with self._app.database.read() as connection:
                where = await queue.located(connection, number)
        if where is not None and who.sees(where):
            return None
        if where is not None:
            await doing.refused(self._app, who.name, who.name, "scope", number)
        return Words("staff_bot-no_case")

    async def case(self, number: str) -> Case | None:
        """A case as it stands."""
        async with self._app.database.read() as connection:
            return await cases.by_number(connection, self._app.vault, number)

    async def opened(self, who: Clerk, number: str) -> None:
        """That somebody has opened a case is on record."""
        await auditing.audited(self._app.database, self._app.clock, who.name, OPENED, number)

    async def claim(self, who: Clerk, number: str, once: str) -> Words:
        """Takes it on (接办); of two clerks one wins, and the other is told who."""
        world = await self._app.world()

        async def change(connection: AsyncConnection, case: Case) -> bool:
            if not await self._app.handling.claim(connection, case, who, world):
                return False
            own = await chats.of_staff(connection, self._app.vault, who.name)
            if own is not None and own.focus not in (None, number):  # what they write next may be meant for this one
                await chats.focus(connection, own.id, None, world.now)
            return True

        if await self._done(who, "case claimed", number, change, once):
            return Words("staff_bot-claimed", {"number": number})
        held = await doing.held_by_another(self._app, number, who, also_closed=True)
        if held is not None:
            await auditing.audited(self._app.database, self._app.clock, who.name, "claim came second", number)
            return held
        case = await self.case(number)
        is_mine = case is not None and case.holder == who.name and case.state != cases.CLOSED
        return Words("staff_bot-claimed" if is_mine else "staff_bot-moved", {"number": number})

    async def pass_on(self, who: Clerk, number: str, to: str, once: str) -> Words:
        """Passes it on to another section, township or village (转办)."""
        world, case = await self._app.world(), await self.case(number)
        whose = None if case is None else doing.destination(self._app.place, case, to)
        if whose is None:
            return Words("desk-pass_on_where")

        async def change(connection: AsyncConnection, case: Case) -> bool:
            return await self._app.handling.pass_on(connection, case, who, whose, "", world)

        if await self._done(who, "case passed on", number, change, once):
            return Words("staff_bot-passed", {"number": number})
        held = await doing.held_by_another(self._app, number, who)
        return held or Words("staff_bot-moved", {"number": number})

    async def close(self, who: Clerk, number: str, outcome: str, once: str) -> Words:
        """Closes it (办结) with its outcome; what was said and not looked at has to be looked at first."""
        world = await self._app.world()
        settled = next((each for each in OUTCOMES if each == outcome), None)
        if settled is None:
            return Words("staff_bot-moved", {"number": number})
        fault = await doing.held_by_another(self._app, number, who) or await doing.told_nothing(
            self._app, number, settled
        )
        if fault is not None:
            return fault
        async with self._app.database.read() as connection:
            case = await cases.by_number(connection, self._app.vault, number)
            booked = None if case is None or case.booking is None else await bookings.one(connection, case.booking)
        if booked is not None and case is not None and case.state != cases.CLOSED:
            return Words("staff_bot-close_at_desk", {"number": number})

        async def change(connection: AsyncConnection, case: Case) -> bool:
            return await self._app.handling.close(connection, case, who, settled, world)

        if await self._done(who, "case closed", number, change, once):
            return Words("staff_bot-closed_now", {"number": number})
        case = await self.case(number)
        unread = case is not None and case.state == cases.FILED
        return Words("staff_bot-unread" if unread else "staff_bot-moved", {"number": number})

    async def answer(self, who: Clerk, number: str, text: str, once: str) -> Words:
        """Says a clerk's words to the resident of a case."""
        text = doing.written(text)
        refusal = doing.refusal_of(text) or await doing.held_by_another(self._app, number, who)
        if refusal is not None:
            return refusal
        return await self._said(who, number, await answering.say(self._app, number, who, once, text))

    async def picture(self, who: Clerk, number: str, data: bytes, once: str) -> Words:
        """Shows a picture to the resident of a case."""
        refusal = await doing.held_by_another(self._app, number, who)
        if refusal is not None:
            return refusal
        try:
            clean = await answering.cleaned(data, self._decoding)
        except NotUnderstood as fault:
            return Words(fault.key, dict(fault.args_))
        return await self._said(who, number, await answering.show(self._app, number, who, once, clean))

    async def _said(self, who: Clerk, number: str, said: Said) -> Words:
        if said == "gone":
            return Words("desk-answer_gone")
        if said == "missing":
            return Words("staff_bot-no_case")
        if said == "replay":
            await doing.refused(self._app, who.name, who.name, "replay", number)
        return Words("staff_bot-answered", {"number": number})

    async def _done(
        self,
        who: Clerk,
        what: str,
        number: str,
        change: Callable[[AsyncConnection, Case], Awaitable[bool]],
        once: str,
    ) -> bool:
        """Makes a change that is on record, once; True as well when it was made before."""
        app = self._app
        digest = hashlib.sha256(f"{who.name}\x1f{once}".encode()).digest()
        made = auditing.once(doing.of_case(app, number, change), digest, app.clock)
        try:
            is_done = await auditing.audited(app.database, app.clock, who.name, what, number, made)
        except auditing.DoneAlready:
            return True
        if is_done:
            await doing.woken(app)
        return is_done
