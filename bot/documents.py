"""A booking's documents as it stands now: what its slip and its calendar entry say, put into the resident's language.

They are made anew whenever they are asked for: after a move they say the new time.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta

from bot.clock import Clock, local_day
from bot.speech import Speech
from bot.turn import Forgotten
from flows import hours
from flows.discretion import title
from flows.errors import FlowFault
from flows.hours import SHANGHAI
from flows.place import Office, Place
from flows.policy import Policy
from flows.words import Value, Words, from_plain
from integrations.documents.calendar_entry import Entry
from integrations.documents.slip import Slip
from integrations.privacy import Vault
from integrations.store import bookings, cases, conversations, erasure, invitations
from integrations.store.bookings import Booking
from integrations.store.database import Database


@dataclass(frozen=True, slots=True)
class Documented:
    """A booking with what its documents need: the language, what to bring (none if that is to be erased), and how
    often the booking has changed."""

    booking: Booking
    number: str
    language: str
    bring: tuple[Words, ...]
    revision: int

    @property
    def cancelled(self) -> bool:
        """Whether nobody is expected any more."""
        return self.booking.state == bookings.CANCELLED


class Documents:
    """Finds bookings and says what their documents say."""

    def __init__(
        self,
        *,
        database: Database,
        vault: Vault,
        place: Place,
        policy: Policy,
        speech: Speech,
        clock: Clock,
        language: str,
    ) -> None:
        self._database = database
        self._vault = vault
        self._place = place
        self._policy = policy
        self._speech = speech
        self._clock = clock
        self._language = language

    async def find(self, conversation: str, number: str) -> Documented | None:
        """A booking of this conversation; None when it has none of this number, whoever else may have.

        Raises Forgotten, OutsideFault.
        """
        async with self._database.read() as connection:
            loaded = await conversations.load(connection, self._vault, conversation, self._language)
            if loaded.forgotten:
                raise Forgotten
            booking = await bookings.by_number(connection, conversation, number)
            case = await cases.by_number(connection, self._vault, number) if booking is not None else None
            erased = await erasure.is_asked(connection, number)
        if booking is None or case is None:
            return None
        found = () if erased else tuple(map(from_plain, case.content["findings"]))
        bring = tuple(line for words in found if words.key == "precheck-bring" for line in words.args["lines"])
        return Documented(booking, number, loaded.conversation.language, bring, case.revision - 1)

    async def invitation(self, conversation: str, number: str) -> str | None:
        """The code of what a conversation has asked a partner to agree to; None when it waits for nobody.

        Raises Forgotten, OutsideFault.
        """
        async with self._database.read() as connection:
            if (await conversations.load(connection, self._vault, conversation, self._language)).forgotten:
                raise Forgotten
            return await invitations.code_of(connection, self._vault, conversation, number)

    def slip(self, of: Documented) -> Slip:
        """What stands on the slip."""
        booking, office = of.booking, self._place.offices[of.booking.office]

        def say(key: str, **args: Value) -> str:
            return self._speech.render(Words(key, args), of.language)

        facts: dict[str, Value] = {
            "service": title(booking.service),
            "day": booking.day,
            "time": _clock_time(booking),
            "ticket": booking.ticket,
            "office": Words(f"office-{office.id}"),
            "address": Words(f"office-{office.id}.address"),
            "phone": office.phone,
        }
        return Slip(
            language=of.language,
            issuer=say(f"place-{self._place.id}"),
            title=say("slip-title"),
            mark=say("slip-demonstration") if self._place.demonstration else "",
            number_label=say("slip-number"),
            number=of.number,
            show=say("slip-show"),
            lines=tuple(
                (say(f"receipt-{name}"), say("verbatim", text=value))
                for name, value in facts.items()
                if value is not None
            ),
            bring_label=say("slip-bring"),
            bring=tuple(self._still_said(of)),
            notes=tuple(self._speech.render(words, of.language) for words in self._notes(booking, office)),
        )

    def entry(self, of: Documented) -> Entry:
        """What stands in the calendar: neutral, because others may see it."""
        booking, office = of.booking, self._place.offices[of.booking.office]

        def say(key: str, **args: Value) -> str:
            return self._speech.render(Words(key, args), of.language)

        starts_at, ticket = booking.starts_at, booking.ticket
        kind = "entry-details_ticket" if ticket is not None else "entry-details" if of.bring else "entry-details_bare"
        where = {"place": Words(f"place-{self._place.id}"), "address": Words(f"office-{office.id}.address")}
        return Entry(
            number=of.number,
            title=say("entry-title"),
            where=say("entry-where", **where),
            details=say(kind, number=of.number, phone=office.phone, ticket=ticket),
            reminder=say("entry-reminder" if of.bring else "entry-reminder_bare"),
            day=booking.day,
            starts_at=starts_at,
            ends_at=None if starts_at is None else starts_at + timedelta(minutes=office.slot_minutes),
            changed_at=booking.changed_at,
            revision=of.revision,
            provisional=booking.provisional,
            cancelled=of.cancelled,
        )

    def _still_said(self, of: Documented) -> Iterator[str]:
        """What to bring. A case outlives the words: a line whose message is gone meanwhile is left out."""
        for line in of.bring:
            with contextlib.suppress(FlowFault):
                yield self._speech.render(line, of.language)

    def _notes(self, booking: Booking, office: Office) -> Iterator[Words]:
        today = local_day(self._clock())
        last = hours.last_day_to_change(booking.day, self._policy, today)
        if booking.ticket is not None:
            yield Words("slip-change_ticket")
        elif today <= last:
            yield Words("slip-change", {"last": last})
        else:
            yield Words("appointments-too_late", {"phone": office.phone})
        if booking.provisional:
            yield Words("slip-provisional")


def _clock_time(booking: Booking) -> str | None:
    return None if booking.starts_at is None else f"{booking.starts_at.astimezone(SHANGHAI):%H:%M}"
