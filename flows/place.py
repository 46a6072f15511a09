"""A place (a county): its offices with hours and capacity, its townships, its emergency numbers. Data, read strictly.

What changes by law or by local rule and date stands in ``flows/policy``; what simply is so here stands here. Names
are messages of ``locales/`` (``office-<id>``, ``township-<id>``), so that every language has them.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, time
from functools import lru_cache
from typing import Any, TypeVar

from flows.errors import FlowFault

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_TIME = re.compile(r"([01]\d|2[0-3]):[0-5]\d", re.ASCII)
_T = TypeVar("_T")
_KINDS = {str: "words", int: "a whole number", bool: "true or false", list: "a list", dict: "a table"}
EMERGENCY_NUMBERS = ("police", "ambulance", "fire", "mind", "women", "youth", "legal_aid", "child_line")


@dataclass(frozen=True, slots=True)
class Office:
    """An office with slots (登记处). ``hours`` are the opening spans by weekday; ``capacity`` is per slot.

    On a make-up workday (调休上班日) the office keeps the hours of ``makeup_as``, an ordinary weekday. ``walk_ins``:
    it also serves people without an appointment (现场号).
    """

    id: str
    phone: str
    hours: Mapping[int, tuple[tuple[time, time], ...]]
    slot_minutes: int
    capacity: int
    makeup_as: int = 0
    walk_ins: bool = True

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
    slot is held for ``hold_minutes`` while the rest is asked, for ``partner_hours`` while the partner has not agreed
    (0: one of the couple books for both), for ``offer_minutes`` for who is first on the waiting list. Letters of
    authorisation are to be signed within ``letter_days``, on a screen as well where the place takes that
    (``sign_online``). ``keeps_cards``: the photo of an identity card stays with the case; otherwise it is gone as soon
    as it has been read. ``sections`` (股室) have the services that are theirs at the county; the first has whatever no
    other has. Of danger one level more is called every ``climb_minutes``. The desk works when
    ``desk_office`` is open; left out, it is the first of the offices. ``personal_in``: the push channels in which
    personal data may be asked and shown, although they keep it abroad; in all others it is asked at the page.
    ``wechat_menu``: what stands in the menu of the Official Account (公众号自定义菜单), by heading. ``time_bank``:
    service to elders earns minutes in a time bank (时间银行). A one-time code (验证码) is good for ``code_minutes``;
    who has shown with one who they are is remembered for ``proof_minutes``.
    """

    id: str
    initials: str
    area: str
    demonstration: bool
    policies: tuple[str, ...]
    townships: tuple[str, ...]
    offices: Mapping[str, Office]
    services: Mapping[str, str]
    numbers: Mapping[str, str]
    hold_minutes: int
    partner_hours: int
    offer_minutes: int
    letter_days: int
    sign_online: bool
    keeps_cards: bool
    sections: Mapping[str, tuple[str, ...]]
    climb_minutes: int
    desk_office: str
    personal_in: tuple[str, ...] = ()
    wechat_menu: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    time_bank: bool = False
    code_minutes: int = 10
    proof_minutes: int = 15

    @property
    def desk(self) -> Office:
        """The office whose hours are the working time of the desk."""
        return self.offices[self.desk_office]

    def section_of(self, service: str) -> str:
        """The section (股室) of the county whose a service is."""
        first, *_ = self.sections
        return next((name for name, services in self.sections.items() if service in services), first)

    def office_of(self, service: str) -> Office:
        """The office where a service is done."""
        return self.offices[self.services[service]]


def parse_place(text: str) -> Place:
    """A place from its TOML. Raises FlowFault with a sentence that names the entry."""
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as fault:
        raise FlowFault(f"place: not TOML: {fault}") from fault
    entries = _Entries("place", data)
    place = Place(
        id=entries.words("id"),
        initials=entries.words("initials"),
        area=entries.words("area"),
        demonstration=entries.take("demonstration", bool),
        policies=entries.list_of_words("policies"),
        townships=entries.list_of_words("townships"),
        offices={name: _office(name, table) for name, table in entries.tables("office")},
        services=entries.table_of_words("services"),
        numbers=entries.table_of_words("numbers"),
        hold_minutes=entries.above_zero("hold_minutes"),
        partner_hours=entries.zero_or_more("partner_hours"),
        offer_minutes=entries.above_zero("offer_minutes"),
        letter_days=entries.above_zero("letter_days"),
        sign_online=entries.take("sign_online", bool),
        keeps_cards=entries.truth("keeps_cards", False),
        sections=entries.lists_of_words("sections"),
        climb_minutes=entries.above_zero("climb_minutes"),
        desk_office=entries.words("desk_office", next(iter(data.get("office", {})), "")),
        personal_in=entries.list_of_words("personal_in", ()),
        wechat_menu=entries.lists_of_words("wechat_menu", {}),
        time_bank=entries.truth("time_bank", False),
        code_minutes=entries.above_zero("code_minutes", 10),
        proof_minutes=entries.above_zero("proof_minutes", 15),
    )
    entries.end()
    if place.desk_office not in place.offices:
        raise FlowFault(f"place {place.id}: desk_office names the unknown office {place.desk_office}")
    for service, office in place.services.items():
        if office not in place.offices:
            raise FlowFault(f"place {place.id}: service {service} names the unknown office {office}")
    if not (len(place.initials) == 2 and place.initials.isalpha() and place.initials.isupper()):
        raise FlowFault(f"place {place.id}: initials must be two capital letters")
    for number in EMERGENCY_NUMBERS:
        if number not in place.numbers:
            raise FlowFault(f"place {place.id}: the number {number} is missing")
    return place


class _Entries:
    """A table of the file, taken apart entry by entry; whatever is missing, of another type or left over is named."""

    def __init__(self, where: str, table: Mapping[str, Any]) -> None:
        self._where = where
        self._left = dict(table)

    def take(self, name: str, kind: type[_T]) -> _T:
        """The entry, which has to be there."""
        if name not in self._left:
            raise FlowFault(f"{self._where}: the entry '{name}' is missing")
        return self._checked(name, self._left.pop(name), kind)

    def words(self, name: str, default: str | None = None) -> str:
        """Words; with ``default`` the entry may be left out."""
        return default if default is not None and name not in self._left else self.take(name, str)

    def truth(self, name: str, default: bool) -> bool:
        """True or false; the entry may be left out."""
        return default if name not in self._left else self.take(name, bool)

    def above_zero(self, name: str, default: int | None = None) -> int:
        """A whole number above zero; with ``default`` the entry may be left out."""
        number = default if default is not None and name not in self._left else self.take(name, int)
        if number <= 0:
            raise FlowFault(f"{self._where}: '{name}' must be above zero")
        return number

    def zero_or_more(self, name: str) -> int:
        """A whole number that is not below zero."""
        number = self.take(name, int)
        if number < 0:
            raise FlowFault(f"{self._where}: '{name}' must not be below zero")
        return number

    def list_of_words(self, name: str, default: tuple[str, ...] | None = None) -> tuple[str, ...]:
        """A list of words; with ``default`` the entry may be left out."""
        if default is not None and name not in self._left:
            return default
        return tuple(self._checked(name, value, str) for value in self.take(name, list))

    def table_of_words(self, name: str) -> Mapping[str, str]:
        """A table of words by name."""
        return {key: self._checked(f"{name}.{key}", value, str) for key, value in self.take(name, dict).items()}

    def lists_of_words(
        self, name: str, default: Mapping[str, tuple[str, ...]] | None = None
    ) -> Mapping[str, tuple[str, ...]]:
        """Lists of words by name; at least one. With ``default`` the entry may be left out."""
        if default is not None and name not in self._left:
            return default
        lists = {key: self._checked(f"{name}.{key}", words, list) for key, words in self.take(name, dict).items()}
        if not lists:
            raise FlowFault(f"{self._where}: '{name}' must name at least one")
        return {key: tuple(self._checked(f"{name}.{key}", each, str) for each in words) for key, words in lists.items()}

    def tables(self, name: str) -> Iterator[tuple[str, Mapping[str, Any]]]:
        """Tables by name."""
        for key, value in self.take(name, dict).items():
            yield key, self._checked(f"{name}.{key}", value, dict)

    def end(self) -> None:
        """Nothing may be left over: a misspelt entry would silently do nothing."""
        if self._left:
            raise FlowFault(f"{self._where}: unknown entries {', '.join(sorted(self._left))}")

    def _checked(self, name: str, value: Any, kind: type[_T]) -> _T:
        if type(value) is not kind:  # not isinstance(): true would be a whole number to it
            raise FlowFault(f"{self._where}: '{name}' must be {_KINDS[kind]}, not {value!r}")
        return value


@lru_cache(maxsize=256)
def _starts(spans: tuple[tuple[time, time], ...], minutes: int) -> tuple[time, ...]:
    found = []
    for opens, closes in spans:
        minute = opens.hour * 60 + opens.minute
        while minute + minutes <= closes.hour * 60 + closes.minute:
            found.append(time(minute // 60, minute % 60))
            minute += minutes
    return tuple(found)


def _office(name: str, table: Mapping[str, Any]) -> Office:
    where = f"place: office {name}"
    entries = _Entries(where, table)
    office = Office(
        id=name,
        phone=entries.words("phone"),
        hours={_weekday(where, day): _spans(where, day, spans) for day, spans in entries.take("hours", dict).items()},
        slot_minutes=entries.above_zero("slot_minutes"),
        capacity=entries.above_zero("capacity"),
        makeup_as=_weekday(where, entries.words("makeup_as", WEEKDAYS[0])),
        walk_ins=entries.truth("walk_ins", True),
    )
    entries.end()
    return office


def _weekday(where: str, name: str) -> int:
    if name not in WEEKDAYS:
        raise FlowFault(f"{where}: '{name}' is not one of {', '.join(WEEKDAYS)}")
    return WEEKDAYS.index(name)


def _spans(where: str, weekday: str, spans: Any) -> tuple[tuple[time, time], ...]:
    if not isinstance(spans, list) or not all(isinstance(span, list) and len(span) == 2 for span in spans):
        raise FlowFault(f"{where}: {weekday} must be a list of pairs: when it opens, when it closes")
    read = tuple((_time(where, weekday, opens), _time(where, weekday, closes)) for opens, closes in spans)
    for opens, closes in read:
        if opens >= closes:
            raise FlowFault(f"{where}: {weekday} closes at {closes}, before it opens at {opens}")
    return read


def _time(where: str, weekday: str, text: Any) -> time:
    if not isinstance(text, str) or not _TIME.fullmatch(text):
        raise FlowFault(f'{where}: {weekday}: {text!r} is not a time of day such as "08:30"')
    return time.fromisoformat(text)
