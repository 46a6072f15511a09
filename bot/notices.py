"""Reaching people about their appointments: the chat, then a short message, then a clerk's telephone call.

A notice is a row of its own, once for each change and person. It is told in the chat by a turn like any other; whether
it was seen there is known when the page is open. What was not seen within ``PATIENCE`` goes up the ladder.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.clock import Clock
from bot.speech import Speech
from bot.turn import Forgotten
from flows import hours
from flows.errors import OutsideFault
from flows.incoming import Event
from flows.place import Place
from flows.words import Words, from_plain, to_plain
from integrations.privacy import Vault
from integrations.sms import Sms
from integrations.store import bookings, cases, due_work, erasure, notices
from integrations.store.bookings import Booking
from integrations.store.cases import Case
from integrations.store.database import Database
from integrations.store.due_work import Work

PATIENCE = timedelta(hours=2)
"""How long a notice may stand in the chat unseen."""

_SHORT = {"date": "sms-date", "date_change": "sms-date_change"}
"""Short messages about what is no appointment, by the kind of notice."""

Tell = Callable[[str, str, Event], Awaitable[None]]
"""Takes a turn: conversation, key, event. Raises Forgotten, OutsideFault."""


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
        """Something about a booking is to be told at once; the same ``mark`` is the same thing."""
        await self.about(connection, booking.conversation, booking.number, kind, mark, words)

    async def about(
        self,
        connection: AsyncConnection,
        conversation: str,
        number: str,
        kind: str,
        mark: str,
        words: Words,
        *,
        call: bool = True,
    ) -> None:
        """Something about a case is to be told at once; the same ``mark`` is the same thing.

        Without ``call`` no clerk calls who has not seen it: the chat, and a short message where a number was left for
        it, is as far as it goes.
        """
        now = self._clock()
        notice = f"{number}:{kind}:{mark}"
        named = {"conversation": conversation, "number": number}
        if await notices.plan(connection, notice, **named, kind=kind, due_at=now):
            payload = {**named, "notice": notice, "words": to_plain(words), "kind": kind, "call": call}
            await self._later(connection, Work(f"notice:{notice}", "notice", now, payload, number))

    async def remind(self, work: Work) -> None:
        """A reminder is due: of an appointment that still stands as it did when the reminder was planned."""
        async with self._database.write() as connection:
            booking = await bookings.one(connection, work.payload["booking"])
            if booking is None or booking.starts_at is None or booking.starts_at.isoformat() != work.payload["at"]:
                return
            case = await cases.by_number(connection, self._vault, booking.number)
            words = self._reminder(booking, booking.starts_at, case, evening=work.payload["evening"])
            await self.plan(connection, booking, "reminder", work.id.rpartition(":")[2], words)

    async def notice(self, work: Work) -> None:
        """The first rung: the chat. Who has left it is looked for higher up at once."""
        payload = work.payload
        if not await self._is_to_be_told(payload):
            return
        event = Event("notice", words=from_plain(payload["words"]))
        patience = PATIENCE
        try:
            await self._tell(payload["conversation"], work.id, event)
        except Forgotten:
            patience = timedelta()
        now = self._clock()
        async with self._database.write() as connection:
            await notices.move(connection, payload["notice"], [notices.WAITING], notices.TOLD, now)
            reach = {name: payload.get(name) for name in ("notice", "number", "kind", "call")}
            due = Work(f"reach:{payload['notice']}", "reach", now + patience, reach, payload["number"])
            await self._later(connection, due)

    async def reach(self, work: Work) -> None:
        """The next rungs: a short message, else a call. Raises OutsideFault, so that the message is tried again."""
        notice, number = work.payload["notice"], work.payload["number"]
        async with self._database.read() as connection:
            if await notices.state_of(connection, notice) != notices.TOLD:
                return
            case = await cases.by_number(connection, self._vault, number)
            erased = case is not None and await erasure.is_asked(connection, number)
        phone = None if case is None or erased or case.urgent else _phone_of(case)
        state = notices.VOID if work.payload.get("call") is False else notices.CALL
        if phone is not None and self._sms is not None and case is not None:
            try:
                await self._sms.send(phone, self._neutral(case, work.payload.get("kind")), work.id)
                state = notices.SENT
            except OutsideFault as fault:
                if not fault.final:
                    raise
        async with self._database.write() as connection:
            await notices.move(connection, notice, [notices.TOLD], state, self._clock())

    def _reminder(self, booking: Booking, starts_at: datetime, case: Case | None, *, evening: bool) -> Words:
        office = self._place.offices[booking.office]
        name = f"office-{office.id}"
        key = "reminder-evening" if evening else "reminder-morning"
        return Words(
            f"{key}_last" if booking.day == booking.not_after else key,
            {
                "day": booking.day,
                "time": f"{starts_at.astimezone(hours.SHANGHAI):%H:%M}",
                "office": Words(name),
                "address": Words(f"{name}.address"),
                "phone": office.phone,
                "number": booking.number,
                "lines": to_bring(case),
            },
        )

    async def _is_to_be_told(self, payload: Mapping[str, Any]) -> bool:
        """What a person wanted to be reminded of, and gave up or had erased meanwhile, is not told."""
        async with self._database.read() as connection:
            if await notices.state_of(connection, payload["notice"]) != notices.WAITING:
                return False
            return payload.get("call") is not False or not await erasure.is_asked(connection, payload["number"])

    def _neutral(self, case: Case, kind: str | None) -> str:
        """The short message: that there is something to see, and where; not what for."""
        services = self._place.services
        office = self._place.office_of(case.service if case.service in services else "divorce_certificate")
        args = {"place": Words(f"place-{self._place.id}"), "phone": office.phone, "number": case.number}
        words = Words(_SHORT.get(kind or "", "sms-notice"), args)
        return self._speech.render(words, case.content.get("language") or "zh-Hans")

    async def _later(self, connection: AsyncConnection, work: Work) -> None:
        await due_work.schedule(connection, self._vault, work, self._clock())


def to_bring(case: Case | None) -> tuple[Words, ...]:
    """What exactly these people bring, as their pre-check found."""
    for found in () if case is None else map(from_plain, case.content.get("findings", [])):
        if isinstance(found, Words) and found.key == "precheck-bring":
            lines: tuple[Words, ...] = tuple(found.args["lines"])
            return lines
    return ()


def _phone_of(case: Case) -> str | None:
    """The number left for this, if one was left and not in confidence."""
    answers: list[Mapping[str, Any]] = case.content.get("answers", [])
    left = (a for a in answers if a["kind"] == "phone" and not a["confidential"] and str(a["value"])[:1].isdigit())
    return next((str(answer["value"]) for answer in left), None)
