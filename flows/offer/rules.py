"""What can be done about one's waiting (候补): take the seat that is held, leave the line. Shared by two services."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime

from flows.hours import SHANGHAI, slot_start
from flows.language import Facts
from flows.words import Value, Words

OFFER, PLACE = "offer", "place"


def offer_value(starts_at: datetime, until: datetime, waiter: str) -> str:
    """How a seat that is held is kept as an answer: what is said of it stands before the waiter's id."""
    return "/".join((OFFER, _local(starts_at), _local(until), waiter))


def place_value(day: date, waiter: str) -> str:
    """How a place in line is kept as an answer."""
    return "/".join((PLACE, day.isoformat(), "", waiter))


def waiter_id(value: Value) -> str:
    """The waiter's id in the store."""
    return str(value).split("/", 3)[3]


def is_offer(facts: Facts) -> bool:
    """What was chosen is a seat that is held, not a place in line."""
    return str(facts["waiting"]).startswith(f"{OFFER}/")


def seat(facts: Facts) -> Mapping[str, Value]:
    """The seat that is held and until when, as arguments of a message."""
    _, starts_at, until, _ = str(facts["waiting"]).split("/", 3)
    return {"at": slot_start(starts_at), "until": slot_start(until)}


def day_left(facts: Facts) -> Mapping[str, Value]:
    """The day whose line is left, as arguments of a message."""
    return {"day": _day(facts["waiting"])}


def shown(value: Value) -> Words:
    """What was chosen, read back."""
    return Words("option-day", {"day": _day(value)})


def _day(value: Value) -> date:
    return date.fromisoformat(str(value).split("/")[1][:10])


def _local(instant: datetime) -> str:
    return f"{instant.astimezone(SHANGHAI):%Y-%m-%dT%H:%M}"
