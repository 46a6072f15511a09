"""Reaching people about their appointments: the chat, then a short message, then a clerk's telephone call.

A notice is a row of its own, once for each change and person. It is told in the chat by a turn like any other; that it
was seen there the page says, once somebody can see it. What was not seen within ``PATIENCE`` goes up the ladder.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.clock import Clock
from bot.speech import Speech
from bot.telling import About, notice_id, plan_notice
from bot.turn import Forgotten
from flows import hours
from flows.conversation import PAGE
from flows.dialogue import derive_id
from flows.errors import OutsideFault
from flows.incoming import Event
from flows.place import Place
from flows.words import Words, from_plain
from integrations.privacy import Vault
from integrations.sms import Sms
from integrations.store import bookings, cases, chats, conversations, due_work, erasure, notices, queue
from integrations.store.bookings import Booking
from integrations.store.cases import Case
from integrations.store.database import Database
from integrations.store.due_work import Work

PATIENCE = timedelta(hours=2)
"""How long a notice may stand in the chat unseen."""

_SHORT = {"date": "sms-date", "date_change": "sms-date_change", "letter": "sms-case", "accepted": "sms-case"}
_SHORT |= {"answer": "sms-case", "wanted": "sms-case"}
"""Short messages about what is no appointment, by the kind of notice."""

Tell = Callable[[str, str, Event], Awaitable[None]]
"""Takes a turn: conversation, key, event. Raises Forgotten, OutsideFault."""


def message_of(notice: str) -> str:
    """The id of the message that tells a notice in the chat."""
    return f"event:{derive_id(f'notice:{notice}')}"


class Notices:
    """Plans notices within a transaction, and carries them up the ladder as due work."""

    def __init__(
        self,
        *,
        database: Database,
        vault: Vault,
        speech: Speech,
        place: Place,
        clock: Clock,
        tell: Tell,
        sms: Sms | None,
    ) -> None:
        self._database = database
        self._vault = vault
        self._speech = speech
        self._place = place
        self._clock = clock
        self._tell = tell
        self._sms = sms

    async def plan(self, connection: AsyncConnection, booking: Booking, kind: str, mark: str, words: Words) -> None:
        """Whoever a booking belongs to is to be told something about it; the same ``mark`` is the same thing."""
        for case in await cases.of_booking(connection, self._vault, booking.id):
            named = Words(words.key, {**words.args, "number": case.number}) if "number" in words.args else words
            await self.plan_for(connection, case, kind, mark, named)

    async def plan_for(
        self,
        connection: AsyncConnection,
        to: About,
        kind: str,
        mark: str,
        words: Words,
        *,
        until: datetime | None = None,
        reach_at: datetime | None = None,
        call: bool = True,
    ) -> None:
        """One of those a booking belongs to is to be told something about it, as ``plan_notice``."""
        await plan_notice(
            connection,
            self._vault,
            to,
            kind=kind,
            mark=mark,
            words=words,
            now=self._clock(),
            until=until,
            reach_at=reach_at,
            call=call,
        )

    async def was_told(self, connection: AsyncConnection, number: str, kind: str, mark: str) -> bool:
        """Whether it was told in the chat, at least."""
        state = await notices.state_of(connection, notice_id(number, kind, mark))
        return state is not None and state != notices.WAITING

    async def void(self, connection: AsyncConnection, number: str, kind: str, mark: str) -> None:
        """It is so no more: it is not told any further."""
        still_told = [notices.WAITING, notices.TOLD, notices.CALL]
        await notices.move(connection, notice_id(number, kind, mark), still_told, notices.VOID, self._clock())

    async def remind(self, work: Work) -> None:
        """A reminder is due: of an appointment that still stands as it did when the reminder was planned."""
        async with self._database.write() as connection:
            booking = await bookings.one(connection, work.payload["booking"])
            if booking is None or booking.starts_at is None or booking.starts_at.isoformat() != work.payload["at"]:
                return
            mark = work.id.rpartition(":")[2]
            for case in await cases.of_booking(connection, self._vault, booking.id):
                words = self._reminder(booking, booking.starts_at, case, evening=work.payload["evening"])
                await self.plan_for(connection, case, "reminder", mark, words)

    async def notice(self, work: Work) -> None:
        """The first rung: the chat. Who has left it is looked for higher up at once. What is void is not told."""
        payload = work.payload
        if self._is_too_late(payload) or not await self._is_to_be_told(payload):
            return
        receipt = payload["number"] if payload.get("receipt") else None
        ticket = payload.get("ticket")
        async with self._database.read() as connection:
            held = ticket is not None and await queue.is_held(connection, ticket)
        event = Event(
            payload.get("event", "notice"),
            words=from_plain(payload["words"]),
            receipt=receipt,
            ticket=ticket,
            held=held,
            picture=payload.get("picture"),
        )
        reach_at = from_plain(payload.get("reach_at")) or self._clock() + PATIENCE
        try:
            await self._tell(payload["conversation"], work.id, event)
            if not await self._takes_messages(payload["conversation"]):
                reach_at = self._clock()
        except Forgotten:
            reach_at = self._clock()
        async with self._database.write() as connection:
            await notices.move(connection, payload["notice"], [notices.WAITING], notices.TOLD, self._clock())
            reach = {name: payload.get(name) for name in ("notice", "number", "until", "kind", "call")}
            due = Work(f"reach:{payload['notice']}", "reach", reach_at, reach, payload["number"])
            await self._later(connection, due)

    async def reach(self, work: Work) -> None:
        """The next rungs: a short message, else a call. Raises OutsideFault, so that the message is tried again."""
        notice, number = work.payload["notice"], work.payload["number"]
        async with self._database.read() as connection:
            if await notices.state_of(connection, notice) != notices.TOLD or self._is_too_late(work.payload):
                return
            case = await cases.by_number(connection, self._vault, number)
            erased = case is not None and await erasure.is_asked(connection, number)
        phone = None if case is None or erased or case.urgent else _phone_of(case)
        state = notices.VOID if work.payload.get("call") is False else notices.CALL
        if phone is not None and self._sms is not None and case is not None:
            try:
                until, kind = from_plain(work.payload.get("until")), work.payload.get("kind")
                await self._sms.send(phone, self._neutral(case, until, kind), work.id)
                state = notices.SENT
            except OutsideFault as fault:
                if not fault.final:
                    raise
        async with self._database.write() as connection:
            await notices.move(connection, notice, [notices.TOLD], state, self._clock())

    async def _takes_messages(self, conversation: str) -> bool:
        """Whether the chat it is told in, if it is told in one, has not blocked the desk."""
        async with self._database.read() as connection:
            now = (await conversations.load(connection, self._vault, conversation, "")).conversation
            chat = now.told_at or now.chat
            return chat in (None, PAGE) or await chats.bot_of(connection, str(chat)) is not None

    def _is_too_late(self, payload: Mapping[str, Any]) -> bool:
        """Whether the time of what is to be told is over, although nothing has voided it yet."""
        until = from_plain(payload.get("until"))
        return until is not None and bool(until <= self._clock())

    def _reminder(self, booking: Booking, starts_at: datetime, case: Case, *, evening: bool) -> Words:
        office = self._place.offices[booking.office]
        name, bring = f"office-{office.id}", to_bring(case)
        kind = "_last" if booking.day == booking.not_after else "" if bring else "_bare"
        return Words(
            f"reminder-{'evening' if evening else 'morning'}{kind}",
            {
                "day": booking.day,
                "time": f"{starts_at.astimezone(hours.SHANGHAI):%H:%M}",
                "office": Words(name),
                "address": Words(f"{name}.address"),
                "phone": office.phone,
                "number": case.number,
                "lines": bring,
            },
        )

    async def _is_to_be_told(self, payload: Mapping[str, Any]) -> bool:
        """What is void, and what a person wanted to be reminded of and had erased meanwhile, is not told."""
        async with self._database.read() as connection:
            if await notices.state_of(connection, payload["notice"]) != notices.WAITING:
                return False
            return payload.get("call") is not False or not await erasure.is_asked(connection, payload["number"])

    def _neutral(self, case: Case, until: datetime | None, kind: str | None) -> str:
        """The short message: that there is something to see, where, and until when; not what for."""
        offices, services = self._place.offices, self._place.services
        office = offices[services.get(case.service) or next(iter(offices))]
        args = {"place": Words(f"place-{self._place.id}"), "phone": office.phone, "number": case.number}
        plain = Words(_SHORT.get(kind or "", "sms-notice"), args)
        words = plain if until is None else Words("sms-notice_until", {**args, "until": until})
        return self._speech.render(words, case.content.get("language") or "zh-Hans")

    async def _later(self, connection: AsyncConnection, work: Work) -> None:
        await due_work.schedule(connection, self._vault, work, self._clock())


def to_bring(case: Case) -> tuple[Words, ...]:
    """What exactly these people bring, as their pre-check found."""
    for found in map(from_plain, case.content.get("findings", [])):
        if isinstance(found, Words) and found.key == "precheck-bring":
            lines: tuple[Words, ...] = tuple(found.args["lines"])
            return lines
    return ()


def _phone_of(case: Case) -> str | None:
    """The number left for this, if one was left and not in confidence."""
    answers: list[Mapping[str, Any]] = case.content.get("answers", [])
    left = (a for a in answers if a["kind"] == "phone" and not a["confidential"] and str(a["value"])[:1].isdigit())
    return next((str(answer["value"]) for answer in left), None)
