"""A place (a county): its offices with hours and capacity, its townships, its emergency numbers. Data, read strictly.

What changes by law or by local rule and date stands in ``flows/policy``; what simply is so here stands here. Names
are messages of ``locales/`` (``office-<id>``, ``township-<id>``), so that every language has them.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, time
from functools import lru_cache
from typing import Any

from flows.errors import FlowFault

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
EMERGENCY_NUMBERS = ("police", "ambulance", "fire", "mind", "women", "youth", "legal_aid", "child_line")


@dataclass(frozen=True, slots=True)
class Office:
    """An office with slots (登记处). ``hours`` are the opening spans by weekday; ``capacity`` is per slot.

    On a make-up workday (调休上班日) the office keeps the hours of ``makeup_as``, an ordinary weekday.
    """

    id: str
    phone: str
    hours: Mapping[int, tuple[tuple[time, time], ...]]
    slot_minutes: int
    capacity: int
    makeup_as: int = 0

    def spans(self, day: date, workday: bool) -> tuple[tuple[time, time], ...]:
        """The opening spans on a day: none on a day off, those of ``makeup_as`` on a weekend that is worked."""
        if not workday:
            return ()
        return self.hours.get(day.weekday()) or (self.hours.get(self.makeup_as, ()) if day.weekday() > 4 else ())

    def starts(self, day: date, workday: bool) -> tuple[time, ...]:
        """The starts of the slots of a day; a slot that would not end before closing is not offered."""
        return _starts(self.spans(day, workday), self.slot_minutes)


@dataclass(frozen=True, slots=True)
class Place:
    """One county. ``initials`` begin its receipt numbers (two capital letters), ``area`` is the telephone area code.

    ``policies`` are the policy files in force, national first; ``services`` maps a bookable service to its office; a
    slot is held for ``hold_minutes`` while the rest is asked.
    """

    id: str
    initials: str
    division: str
    area: str
    demonstration: bool
    policies: tuple[str, ...]
    townships: tuple[str, ...]
    offices: Mapping[str, Office]
    services: Mapping[str, str]
    numbers: Mapping[str, str]
    hold_minutes: int

    def office_of(self, service: str) -> Office:
        """The office where a service is done."""
        return self.offices[self.services[service]]


def parse_place(text: str) -> Place:
    """A place from its TOML. Raises FlowFault with a sentence that names the entry."""
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as fault:
        raise FlowFault(f"place: not TOML: {fault}") from fault
    try:
        offices = {name: _office(name, entry) for name, entry in data.pop("office").items()}
        place = Place(
            id=data.pop("id"),
            initials=data.pop("initials"),
            division=data.pop("division"),
            area=data.pop("area"),
            demonstration=data.pop("demonstration"),
            policies=tuple(data.pop("policies")),
            townships=tuple(data.pop("townships")),
            offices=offices,
            services=data.pop("services"),
            numbers=data.pop("numbers"),
            hold_minutes=data.pop("hold_minutes"),
        )
    except KeyError as fault:
        raise FlowFault(f"place: the entry {fault} is missing") from fault
    if data:
        raise FlowFault(f"place {place.id}: unknown entries {', '.join(sorted(data))}")
    for service, office in place.services.items():
        if office not in place.offices:
            raise FlowFault(f"place {place.id}: service {service} names the unknown office {office}")
    if not (len(place.initials) == 2 and place.initials.isalpha() and place.initials.isupper()):
        raise FlowFault(f"place {place.id}: initials must be two capital letters")
    for number in EMERGENCY_NUMBERS:
        if number not in place.numbers:
            raise FlowFault(f"place {place.id}: the number {number} is missing")
    return place


@lru_cache(maxsize=256)
def _starts(spans: tuple[tuple[time, time], ...], minutes: int) -> tuple[time, ...]:
    found = []
    for opens, closes in spans:
        minute = opens.hour * 60 + opens.minute
        while minute + minutes <= closes.hour * 60 + closes.minute:
            found.append(time(minute // 60, minute % 60))
            minute += minutes
    return tuple(found)


def _office(name: str, entry: Mapping[str, Any]) -> Office:
    hours = {
        WEEKDAYS.index(weekday): tuple((_time(name, opens), _time(name, closes)) for opens, closes in spans)
        for weekday, spans in entry["hours"].items()
    }
    for spans in hours.values():
        for opens, closes in spans:
            if opens >= closes:
                raise FlowFault(f"place: office {name} closes at {closes}, before it opens at {opens}")
    minutes, capacity = entry["slot_minutes"], entry["capacity"]
    if minutes <= 0 or capacity <= 0:
        raise FlowFault(f"place: office {name} needs slot_minutes and capacity above zero")
    return Office(name, entry["phone"], hours, minutes, capacity)


def _time(office: str, text: str) -> time:
    try:
        return time.fromisoformat(text)
    except ValueError as fault:
        raise FlowFault(f"place: office {office}: {text} is not a time of day") from fault
