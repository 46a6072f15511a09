"""The rules of 我的预约: until when an appointment may be moved or cancelled online."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Literal

from flows import hours
from flows.discretion import title
from flows.language import Facts
from flows.registration import at_office
from flows.words import Value, Words, yes

Kind = Literal["slot", "ticket", "invited"]


def booking_value(service: str, day: date, kind: Kind, booking: str) -> str:
    """How a booking is kept as an answer: what rules need to know of it stands before its id."""
    return "/".join((service, day.isoformat(), kind, booking))


def booking_day(value: Value) -> date:
    """The day of a booking kept as an answer."""
    return date.fromisoformat(str(value).split("/")[1])


def booking_id(value: Value) -> str:
    """The booking's id in the store."""
    return str(value).split("/", 3)[3]


def chosen(facts: Facts) -> Value:
    """The booking this is about: the one found by its number, else the one of this conversation."""
    return facts.get("found", facts["booking"])


def shown(value: Value) -> Words:
    """A booking read back: what for and on which day."""
    service, day = str(value).split("/")[:2]
    return Words("appointments-one", {"service": title(service), "day": date.fromisoformat(day)})


def is_ticket(facts: Facts) -> bool:
    """A walk-in ticket has no slot that could be moved; another day needs another ticket."""
    return bool(str(chosen(facts)).split("/")[2] == "ticket")


def is_invited(facts: Facts) -> bool:
    """It waits for the partner (等对方确认): there is nothing to move yet."""
    return bool(str(chosen(facts)).split("/")[2] == "invited")


def too_late(facts: Facts) -> bool:
    """The place's deadline for changes (natural days before the appointment) is past.

    Tickets have none, nor has what waits for the partner, nor an appointment whose day the office has closed since.
    """
    service, on = str(chosen(facts)).split("/")[:2]
    day, world = date.fromisoformat(on), facts.world
    if is_ticket(facts) or is_invited(facts) or not hours.spans(world, world.place.office_of(service), day):
        return False
    return facts.day > hours.last_day_to_change(day, world.policy, facts.day)


def deadline(facts: Facts) -> Mapping[str, Value]:
    """Until when this appointment may be changed online; ``limited`` is no where its day has no deadline any more."""
    service, on = str(chosen(facts)).split("/")[:2]
    day, world = date.fromisoformat(on), facts.world
    limited = bool(hours.spans(world, world.place.office_of(service), day))
    return {"limited": yes(limited), "last": hours.last_day_to_change(day, world.policy, facts.day)}


def office(facts: Facts) -> Mapping[str, Value]:
    """The office of the appointment as arguments of a message: who may still help when it is too late online."""
    return at_office(str(chosen(facts)).split("/")[0])(facts)


def first_office(facts: Facts) -> Mapping[str, Value]:
    """The telephone to call where it is not known which office the appointment is at."""
    return {"phone": next(iter(facts.world.place.offices.values())).phone}
