"""A booking found by its number and the ID number of one of its people, for whoever lost the conversation of it.

No such number, another person's, a cancelled one: all are one query and one sentence. A walk-in ticket (现场号) is
nobody's: whoever has its number is told what it is, and that there is nothing to change. Whoever tries numbers, or
people for a number, is stopped after a few wrong ones; a number nobody has is counted like any other.
"""

from __future__ import annotations

from datetime import date

from bot.tries import WrongTries
from flows.place import Place
from flows.words import Words
from integrations.privacy import Vault
from integrations.quick import Quick
from integrations.store import bookings
from integrations.store.bookings import Booking
from integrations.store.database import Database

MOST_WRONG = 5


class ByNumber:
    """Finds bookings by number and person."""

    def __init__(self, database: Database, vault: Vault, quick: Quick) -> None:
        self._database = database
        self._vault = vault
        self._tries = WrongTries(quick, vault, "by-number")

    async def find(self, number: str, person: str, conversation: str, day: date, place: Place) -> Booking | Words:
        """The booking still to come, or the sentence that says why there is none."""
        phone = next(iter(place.offices.values())).phone
        counts = self._tries.of("conversation", conversation), self._tries.of("number", number)
        most = dict.fromkeys(counts, MOST_WRONG)
        if await self._tries.are_too_many(most):
            return Words("bookings-too_often", {"phone": phone})
        async with self._database.read() as connection:
            found = await bookings.of_person(connection, number, self._vault.index("person", person), day)
            ticket = None if found is not None else await bookings.ticket(connection, number, day)
        if found is not None:
            return found
        if ticket is not None:
            return Words("bookings-ticket", {"day": ticket.day, "ticket": ticket.ticket})
        await self._tries.add(most, conversation, number, person)
        return Words("bookings-no_match", {"phone": phone})
