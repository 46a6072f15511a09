"""Both partners agree (对方确认): one books, the other confirms in a conversation of their own.

What each of them typed stays in their own case and conversation; of the other they learn what, when and where. Until
both have agreed the appointment is booked for nobody. That somebody refused and that the time ran out are told alike:
who is pressed to agree can let it be.
"""

from __future__ import annotations

from datetime import datetime, time, timedelta

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.booking import Booker, Told, when
from bot.counting import Counting
from bot.filing import Doing, Filing
from bot.numbers import Numbers
from bot.telling import plan_notice
from bot.waiting import Waiting
from flows import hours
from flows.appointments.rules import booking_id
from flows.errors import Refused
from flows.hours import SHANGHAI
from flows.inputs.code import shown_code
from flows.inputs.id_number import describe
from flows.language.answers import Standing
from flows.language.endings import Agree, Decline, Invite
from flows.outcome import Do, Final
from flows.words import Value, Words, to_plain
from flows.world import World
from integrations.privacy import Vault
from integrations.store import cases, due_work, invitations
from integrations.store.due_work import Work
from integrations.store.invitations import Invitation


class Partners:
    """Invites, agrees, declines; lets an invitation lapse."""

    def __init__(
        self,
        vault: Vault,
        numbers: Numbers,
        filing: Filing,
        booker: Booker,
        waiting: Waiting,
        counting: Counting,
    ) -> None:
        self._vault = vault
        self._numbers = numbers
        self._filing = filing
        self._booker = booker
        self._waiting = waiting
        self._counting = counting

    async def invite(self, final: Final, ending: Invite, doing: Doing) -> Told:
        """Keeps the slot held until the partner has agreed, at most until the day of the appointment begins."""
        world, number, code = doing.world, self._numbers.receipt(doing.world.day), self._numbers.code()
        booking, office, starts_at = self._booker.held_by(final, ending, world)
        day = starts_at.date()
        until = min(world.now + timedelta(hours=world.place.partner_hours), hours.at(day, time.min))
        people = self._booker.people(final, ending, office.id, day)
        if ending.pausable:
            await self._counting.refuse_while_paused(doing.connection, people, world)
        await invitations.invite(
            doing.connection,
            self._vault,
            booking=booking,
            code=code,
            number=number,
            people=tuple(people),
            tails=people,
            span=ending.span(final.facts),
            until=until,
            now=world.now,
            step=str(ending.slot),
        )
        await self._filing.later(doing, Work(f"invited:{booking}", "invited", until, {"booking": booking}, number))
        appointment = {**when(office, starts_at), "partner": "asked", "until": until.isoformat()}
        await self._filing.case(final, ending, doing, "booking", number, appointment, booking)
        told = self._booker.told(world, office, starts_at, number)
        return told | {"code": shown_code(code), "until": until}, None

    async def join(self, do: Do, doing: Doing) -> None:
        """Who has opened the invitation is who may answer it. Refuses a code that works no more."""
        code, here = str(do.facts["code"]), doing.conversation.id
        if not await invitations.join(doing.connection, self._vault, code, here, doing.world.now):
            raise Refused("invitation-over", step=do.step)

    async def leave(self, standing: Standing, doing: Doing) -> None:
        """Somebody else may open it again."""
        booking = booking_id(standing.value)
        await invitations.leave(doing.connection, booking, doing.conversation.id, doing.world.now)

    async def agree(self, final: Final, ending: Agree, doing: Doing) -> Told:
        """Books the appointment for both."""
        world, number = doing.world, self._numbers.receipt(doing.world.day)
        found = await self._found(final, ending.code, doing)
        office, starts_at = world.place.offices[found.office], found.starts_at.astimezone(SHANGHAI)
        if not hours.is_to_come(world, office, found.starts_at):
            raise Refused("invitation-over", step=ending.code)
        asked = await cases.by_number(doing.connection, self._vault, found.number)
        if asked is None:
            raise Refused("invitation-over", step=ending.code)
        for step in ending.people:
            self._another(str(final.facts[step]), step, self._booker.id_numbers(asked))
        people = self._booker.people(final, ending, office.id, found.day)
        if ending.pausable:
            await self._counting.refuse_while_paused(doing.connection, people, world)
        await invitations.agree(
            doing.connection,
            found,
            people=tuple(people),
            tails=people,
            span=ending.span(final.facts),
            now=world.now,
            step=ending.code,
        )
        appointment = {**when(office, starts_at), "with": found.number}
        case = await self._filing.case(final, ending, doing, "booking", number, appointment, found.booking)
        agreed = {"partner": "agreed", "with": case.number}
        await self._filing.amend(asked, doing.connection, world.now, agreed)
        await self._booker.expect(doing, found.booking, found.booking, starts_at, office, found.number)
        told = self._booker.told(world, office, starts_at, found.number)
        words = Words("partner-has_agreed", {**told, "service": Words(f"service-{found.service}")})
        await self._tell(doing.connection, asked, "agreed", words, world.now, receipt=True)
        return {**told, "number": number}, number

    async def decline(self, final: Final, ending: Decline, doing: Doing) -> Told:
        """Lets the slot go."""
        found = await self._found(final, ending.code, doing)
        over = await invitations.end(doing.connection, found.booking, invitations.REFUSED, doing.world.now)
        if over is not None:
            await self._came_to_nothing(doing.connection, over, doing.world)
        return _at(found), None

    async def withdraw(self, booking: str, doing: Doing) -> Invitation | None:
        """Who has asked the partner calls it off; a partner who has opened it is told. None if it is not waiting."""
        over = await invitations.end(doing.connection, booking, invitations.WITHDRAWN, doing.world.now)
        if over is not None:
            await self._close(doing.connection, over, doing.world)
            await self._tell_joined(doing.connection, over, doing.world.now)
        return over

    async def lapse(self, connection: AsyncConnection, work: Work, world: World) -> None:
        """The time to agree is over: the slot is free, once, and both are told."""
        over = await invitations.end(connection, work.payload["booking"], invitations.LAPSED, world.now, due=True)
        if over is not None:
            await self._came_to_nothing(connection, over, world)
            await self._tell_joined(connection, over, world.now)

    async def _found(self, final: Final, step: str, doing: Doing) -> Invitation:
        code, here = str(final.facts[step]), doing.conversation.id
        found = await invitations.find(doing.connection, self._vault, code, here, doing.world.now)
        if found is None:
            raise Refused("invitation-over", step=step)
        return found

    def _another(self, own: str, step: str, theirs: tuple[str, ...]) -> None:
        """The numbers must be those of two people, of whom one is a man and one a woman by them (第17位)."""
        if own in theirs:
            raise Refused("id_number-same_person", step=step)
        if describe(own).sex in {describe(each).sex for each in theirs}:
            raise Refused("partner-same_sex_digit", step=step)

    async def _came_to_nothing(self, connection: AsyncConnection, over: Invitation, world: World) -> None:
        asked = await self._close(connection, over, world)
        if asked is not None:
            await self._tell(connection, asked, "not agreed", Words("partner-has_not_agreed", _at(over)), world.now)

    async def _close(self, connection: AsyncConnection, over: Invitation, world: World) -> cases.Case | None:
        """The seat goes to who waits for that day; the case says what became of it."""
        await self._waiting.pass_on(connection, over.office, over.day, world)
        case, now = await cases.by_number(connection, self._vault, over.number), world.now
        if case is not None:
            not_agreed = {"partner": "not agreed", "cancelled": now.isoformat()}
            await self._filing.amend(case, connection, now, not_agreed)
        return case

    async def _tell(
        self,
        connection: AsyncConnection,
        case: cases.Case,
        mark: str,
        words: Words,
        now: datetime,
        *,
        receipt: bool = False,
    ) -> None:
        await plan_notice(
            connection, self._vault, case, kind="partner", mark=mark, words=words, now=now, receipt=receipt
        )

    async def _tell_joined(self, connection: AsyncConnection, over: Invitation, now: datetime) -> None:
        """A partner who has opened the invitation has no case yet: they are told in their chat."""
        if over.conversation is not None:
            payload = {"conversation": over.conversation, "words": to_plain(Words("partner-is_over", _at(over)))}
            work = Work(f"over:{over.booking}", "event", now, payload)
            await due_work.schedule(connection, self._vault, work, now)


def _at(invitation: Invitation) -> dict[str, Value]:
    return {"at": invitation.starts_at, "number": invitation.number}
