"""What is counted of people's appointments (爽约、取消), told to who may know it; and the pause of online booking.

How often is told only of what was booked in the conversation it is told in: who types somebody's ID number learns
nothing of that person's past. That online booking is paused, and until when, is told to whoever books, since nobody
could know otherwise: without whose doing it is, or how often.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import date

from sqlalchemy.ext.asyncio import AsyncConnection

from flows import counting, hours
from flows.appointments.rules import booking_id, chosen
from flows.counting import Ahead, Rule, What
from flows.errors import Refused
from flows.language.endings import Appointment
from flows.language.facts import Facts
from flows.language.flow import Flow
from flows.language.lookups import Found
from flows.language.questions import BEGIN
from flows.policy import Policy
from flows.words import Option, Value, Words, yes
from flows.world import World
from integrations.privacy import Vault
from integrations.store import bookings, counted
from integrations.store.bookings import Booking
from integrations.store.counted import Party, Recorded
from integrations.store.database import Database

APPEAL = "appeal"
"""The service in which one says that something should not count (申诉)."""
Past = Mapping[bytes, Sequence[Recorded]]
"""What counts of each person."""


class Counting:
    """Reads what counts, and puts it into words for who may know it."""

    def __init__(self, database: Database, vault: Vault, flows: Mapping[str, Flow]) -> None:
        self._database = database
        self._vault = vault
        pausable = {name: own for name, flow in flows.items() if (own := _pausable(flow))}
        self._people = {name: [step for each in own for step in each.people] for name, own in pausable.items()}
        self.services = frozenset(each.service for own in pausable.values() for each in own)
        """The services whose appointments are counted."""

    async def refuse_while_paused(self, connection: AsyncConnection, people: Collection[bytes], world: World) -> None:
        """Raises Refused while one of these people cannot book online."""
        rules = counting.rules_of(world.policy, world.day)
        until = _paused_until(rules, await self._past(connection, people, rules, world.day), world.day)
        if until is not None:
            raise Refused("booking-paused", step="summary", again=until)

    async def before_a_day(self, facts: Facts, conversation: str) -> Found | None:
        """Before a day is asked for: that booking is paused, or what was missed here before; None: neither is so."""
        steps = self._people.get(facts.flow)
        rules = counting.rules_of(facts.world.policy, facts.day) if steps else ()
        if not steps or not rules:
            return None
        people = [self._vault.index("person", str(facts[step])) for step in steps if step in facts]
        async with self._database.read() as connection:
            past = await self._past(connection, people, rules, facts.day)
        until = _paused_until(rules, past, facts.day)
        if until is not None:
            appeal = Option(f"{BEGIN}{APPEAL}", Words(f"service-{APPEAL}"))
            return Found((appeal,), stop=Words("booking-paused", {"again": until}))
        next_ = _nearest(rules, _made_in(conversation, past), "no_show", facts.day)
        if next_ is None or next_.clears is None:
            return None
        return Found(note=Words("counting-had", _told(next_)))

    async def this_cancellation(self, facts: Facts, conversation: str) -> Words | None:
        """Before an appointment is cancelled: which cancellation this is, and what it leads to; None: it counts not."""
        rules = counting.rules_of(facts.world.policy, facts.day)
        async with self._database.read() as connection:
            booking = await bookings.one(connection, booking_id(chosen(facts)))
            if booking is None or booking.service not in self.services or booking.starts_at is None:
                return None
            people = await counted.people_of(connection, booking.id)
            past = await self._past(connection, people, rules, facts.day)
            mine = await bookings.of_conversation(connection, conversation)
        if not any(rule.counts("cancelled") for rule in rules):
            return None
        if is_excused(booking, facts.world):
            return Words("counting-cancel_excused", {"day": booking.day})
        is_own = booking.id in {each.id for each in mine}
        next_ = _nearest(rules, _made_in(conversation, past), "cancelled", facts.day, also=1)
        if next_ is None:
            return None
        now, then = (_paused_until(rules, past, facts.day, also=also) for also in (0, 1))
        args = {**_told(next_), "here": yes(is_own), "pauses": yes(then != now), "again": then or facts.day}
        return Words("counting-cancel", args)

    async def counted_here(self, facts: Facts, conversation: str) -> Found:
        """What was booked in this conversation and counts, with its clearing date: to see, and to appeal against."""
        rules = counting.rules_of(facts.world.policy, facts.day)
        options = []
        for each in await self._recorded(conversation, rules, facts.day):
            clears, own = counting.counts_until(rules, each.counted), each.of(conversation)
            if clears is not None and own is not None:
                key = f"counting-{each.counted.what}_on"
                detail = Words("counting-clears" if clears > facts.day else "counting-cleared", {"clears": clears})
                options.append(Option(own.number, Words(key, {"day": each.day, "number": own.number}), detail))
        return Found(tuple(options), none=Words("counting-none_here"))

    async def has_missed(self, facts: Facts, conversation: str) -> bool:
        """Whether a no-show of this conversation's own counts today."""
        rules = counting.rules_of(facts.world.policy, facts.day)
        missed = [
            e.counted for e in await self._recorded(conversation, rules, facts.day) if e.counted.what == "no_show"
        ]
        return any(rule.within(missed, facts.day) for rule in rules)

    async def held_against(self, connection: AsyncConnection, booking: str) -> Recorded | None:
        """What a booking counts for; None where it counts for nothing."""
        recorded = await counted.one(connection, booking)
        return recorded if recorded is not None and recorded.service in self.services else None

    async def no_show(
        self, connection: AsyncConnection, recorded: Recorded, to: Party, policy: Policy, today: date
    ) -> Words | None:
        """A no-show told in a conversation the appointment was made or agreed to in; None if it counts no (more)."""
        rules = counting.rules_of(policy, today)
        people = await counted.people_of(connection, recorded.booking)
        past = await self._past(connection, people, rules, today)
        next_ = _nearest(rules, _made_in(to.conversation, past), "no_show", today)
        clears = counting.counts_until(rules, recorded.counted)
        if next_ is None or clears is None or clears <= today:
            return None
        again = _paused_until(rules, past, today)
        named = {"number": to.number, "day": recorded.day, "clears": clears}
        return Words("counting-no_show", {**_told(next_), **named, **_pause(again, today)})

    async def struck_off(self, connection: AsyncConnection, recorded: Recorded, policy: Policy, today: date) -> Words:
        """That something is counted no more, and whether online booking is paused all the same; without its number."""
        rules = counting.rules_of(policy, today)
        people = await counted.people_of(connection, recorded.booking)
        again = _paused_until(rules, await self._past(connection, people, rules, today), today)
        return Words("counting-struck_off", _pause(again, today))

    async def _past(
        self, connection: AsyncConnection, people: Collection[bytes], rules: Sequence[Rule], today: date
    ) -> Past:
        if not rules or not people:
            return dict.fromkeys(people, ())
        since = counting.first_that_matters(rules, today)
        return await counted.of_people(connection, people, self.services, since)

    async def _recorded(self, conversation: str, rules: Sequence[Rule], today: date) -> list[Recorded]:
        since = counting.first_that_matters(rules, today)
        async with self._database.read() as connection:
            return await counted.of_conversation(connection, conversation, self.services, since)


def is_excused(booking: Booking, world: World) -> bool:
    """Whether it is the office's doing that an appointment is cancelled: its day or time was closed since."""
    office = world.place.offices[booking.office]
    return not hours.stands(world, office, booking.day, booking.starts_at)


def _pausable(flow: Flow) -> list[Appointment]:
    return [each for each in flow.endings.values() if isinstance(each, Appointment) and each.pausable]


def _made_in(conversation: str, past: Past) -> Past:
    return {person: [each for each in own if each.of(conversation) is not None] for person, own in past.items()}


def _paused_until(rules: Sequence[Rule], past: Past, today: date, *, also: int = 0) -> date | None:
    """Until when one of these people is paused at the latest, with so many more cancellations today."""
    ends = [counting.paused_until(rules, _events(own, today, also), today) for own in past.values()]
    return max((end for end in ends if end is not None), default=None)


def _nearest(rules: Sequence[Rule], past: Past, what: What, today: date, *, also: int = 0) -> Ahead | None:
    """What the one of these people comes to first who comes to it first, with so many more cancellations today."""
    found = [counting.ahead(rules, _events(own, today, also), what, today) for own in past.values()]
    return min((each for each in found if each is not None), key=lambda each: each.more, default=None)


def _events(own: Sequence[Recorded], today: date, also: int) -> list[counting.Counted]:
    return [*(each.counted for each in own), *[counting.Counted("cancelled", today)] * also]


def _told(next_: Ahead) -> dict[str, Value]:
    return {
        "no_shows": next_.no_shows,
        "cancels": next_.cancels,
        "within": next_.rule.within_days,
        "more": next_.more,
        "block": next_.rule.block_days,
        "clears": next_.clears,
    }


def _pause(again: date | None, today: date) -> dict[str, Value]:
    return {"paused": yes(again is not None), "again": again or today}
