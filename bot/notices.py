"""Reaching people about their appointments: the chat, then a short message, then a clerk's telephone call.

A notice is a row of its own, once for each change and person. It is told in the chat by a turn like any other; whether
it was seen there is known when the page is open. What was not seen within ``PATIENCE`` goes up the ladder.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from datetime import datetime, timedelta
from typing import Any, Protocol

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


class About(Protocol):
    """What a notice is about: an appointment or a case, with its receipt number and the conversation it was made in."""

    @property
    def number(self) -> str:
        """The receipt number."""

    @property
    def conversation(self) -> str:
        """Where it is told."""


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

    async def plan(self, connection: AsyncConnection, about: About, kind: str, mark: str, words: Words) -> None:
        """Something about a booking is to be told at once; the same ``mark`` is the same thing."""
        now = self._clock()
        notice = f"{about.number}:{kind}:{mark}"
        named = {"conversation": about.conversation, "number": about.number}
        if await notices.plan(connection, notice, **named, kind=kind, due_at=now):
            payload = {**named, "notice": notice, "words": to_plain(words)}
            await self._later(connection, Work(f"notice:{notice}", "notice", now, payload, about.number))

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
        """The first rung: the chat. Who has left it is looked for higher up at once. What is void is not told."""
        payload = work.payload
        async with self._database.read() as connection:
            if await notices.state_of(connection, payload["notice"]) == notices.VOID:
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
            reach = {"notice": payload["notice"], "number": payload["number"]}
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
        state = notices.CALL
        if phone is not None and self._sms is not None and case is not None:
            try:
                await self._sms.send(phone, self._neutral(case), work.id)
                state = notices.SENT
            except OutsideFault as fault:
                if not fault.final:
                    raise
        async with self._database.write() as connection:
            await notices.move(connection, notice, [notices.TOLD], state, self._clock())

    def _reminder(self, booking: Booking, starts_at: datetime, case: Case | None, *, evening: bool) -> Words:
        office = self._place.offices[booking.office]
        name = f"office-{office.id}"
        return Words(
            "reminder-evening" if evening else "reminder-morning",
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

    def _neutral(self, case: Case) -> str:
        """The short message: that there is something to see, and where; not what for."""
        offices, services = self._place.offices, self._place.services
        office = offices[services.get(case.service) or next(iter(offices))]
        args = {"place": Words(f"place-{self._place.id}"), "phone": office.phone, "number": case.number}
        return self._speech.render(Words("sms-notice", args), case.content.get("language") or "zh-Hans")

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
