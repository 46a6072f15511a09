"""Where in a register's answer each field stands, and what its codes mean: a TOML file, read strictly."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Annotated, Any, Literal, TypeVar

from pydantic import BaseModel, BeforeValidator, ConfigDict, InstanceOf, ValidationError, field_validator

from flows.assistance.clocks import Begins
from flows.benefits.records import MandateKind, PaymentState, Reason, Scheme, State
from flows.errors import SettingsFault
from integrations.registers.contract import NotReadable

SETTING = "YIZHENG_REGISTER_MAPPING"
ID_NUMBER = "{id_number}"
MOST_BYTES = 256 * 1024
_PART = re.compile(r"([^.\[\]=\s]+)((?:\[[^\[\]]+\])*)")
_BRACKET = re.compile(r"\[([^\[\]]+)\]")
_INDEX = re.compile(r"[0-9]{1,4}", re.ASCII)
_BEGINS = {begins.value for begins in Begins}
_DAY = date(2026, 11, 23)


class Table(BaseModel):
    """A table of the file: nothing may be left over, nothing is turned into another type."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)


T = TypeVar("T", bound=Table)


@dataclass(frozen=True, slots=True)
class Where:
    """A place in JSON: ``person.name``, ``items[0].day``, ``attributes[name=benefits].value``; ``.`` is all of it."""

    steps: tuple[str | int | tuple[str, str], ...]

    @classmethod
    def parse(cls, text: object) -> Where:
        """The place as it is written. Raises ValueError."""
        if not isinstance(text, str) or not text:
            raise ValueError("must say a place in JSON, such as person.name")
        if text == ".":
            return cls(())
        steps: list[str | int | tuple[str, str]] = []
        for part in text.split("."):
            match = _PART.fullmatch(part)
            if match is None:
                raise ValueError("is no place in JSON; such as person.name, items[0] or attributes[name=x].value")
            steps.append(match[1])
            for inside in _BRACKET.findall(match[2]):
                name, equals, value = inside.partition("=")
                if not (equals and name and value) and _INDEX.fullmatch(inside) is None:
                    raise ValueError("has brackets with neither a number nor name=value in them")
                steps.append((name, value) if equals else int(inside))
        return cls(tuple(steps))

    def look(self, plain: Any, field: str) -> Any:
        """What stands there, None where nothing does. Raises NotReadable where something else is on the way."""
        for step in self.steps:
            if plain is None:
                return None
            if isinstance(step, str):
                plain = _of_kind(plain, dict, field).get(step)
            elif isinstance(step, int):
                plain = next(iter(_of_kind(plain, list, field)[step : step + 1]), None)
            else:
                name, value = step
                fitting = [each for each in _of_kind(plain, list, field) if isinstance(each, dict)]
                plain = next((each for each in fitting if each.get(name) == value), None)
        return plain


def _of_kind(plain: Any, kind: type, field: str) -> Any:
    if not isinstance(plain, kind):
        raise NotReadable(f"what leads to {field} is no {'object' if kind is dict else 'list'}")
    return plain


def _places(said: object) -> Sequence[Where]:
    return [Where.parse(each) for each in (said if isinstance(said, list) and said else [said])]


Place = Annotated[InstanceOf[Where], BeforeValidator(Where.parse)]
Places = Annotated[list[InstanceOf[Where]], BeforeValidator(_places)]


class PersonPlaces(Table):
    """Within a person. ``name``: one place, or several whose words are put together."""

    name: Places
    id_number: Place
    phone: Place | None = None
    records: Place
    mandates: Place | None = None


class RecordPlaces(Table):
    """Within a record; ``days`` by what the law counts from (accepted, check_asked, published, reported, decided)."""

    id: Place
    scheme: Place
    state: Place
    since: Place
    days: dict[str, Place] = {}
    told: Place | None = None
    township: Place | None = None
    members: Place | None = None
    account: Place | None = None
    next_review: Place | None = None
    certify_by: Place | None = None
    missing: Place | None = None
    reasons: Place | None = None
    case: Place | None = None
    letter: Place | None = None
    payments: Place | None = None

    @field_validator("days")
    @classmethod
    def _known(cls, days: dict[str, Where]) -> dict[str, Where]:
        if unknown := sorted(set(days) - _BEGINS):
            raise ValueError(f"has the unknown entries {', '.join(unknown)}; there are {', '.join(sorted(_BEGINS))}")
        return days


class PaymentPlaces(Table):
    """Within a payment."""

    month: Place
    amount: Place
    state: Place
    day: Place | None = None
    reasons: Place | None = None


class MandatePlaces(Table):
    """Within a mandate."""

    name: Place
    id_number: Place
    phone: Place
    kind: Place
    until: Place | None = None


class Formats(Table):
    """How days, months and amounts are written. ``date``: formats of strptime tried in turn, ``iso`` among them
    (a day, or an instant that counts in Asia/Shanghai)."""

    date: list[str] = ["iso"]
    month: str = "%Y-%m"
    money: Literal["yuan", "fen"]

    @field_validator("date")
    @classmethod
    def _days(cls, formats: list[str]) -> list[str]:
        if not formats or not all(each == "iso" or _writes(each, _DAY) for each in formats):
            raise ValueError("must be formats that write a whole day, such as %Y-%m-%d, or iso")
        return formats

    @field_validator("month")
    @classmethod
    def _month(cls, format_: str) -> str:
        if not _writes(format_, _DAY.replace(day=1)):
            raise ValueError("must write a whole month, such as %Y%m")
        return format_


class Fields(Table):
    """Every field, and what the codes mean. A scheme that is ``ignored`` is left out with its record."""

    person: PersonPlaces
    record: RecordPlaces
    payment: PaymentPlaces | None = None
    mandate: MandatePlaces | None = None
    schemes: dict[str, Scheme | Literal["ignored"]]
    states: dict[str, State]
    reasons: dict[str, Reason] = {}
    payment_states: dict[str, PaymentState] = {}
    mandate_kinds: dict[str, MandateKind] = {}
    formats: Formats


def read_mapping(file: Path, kind: type[T]) -> T:
    """A mapping of its kind from its file. Raises SettingsFault with a sentence that names the entry."""
    try:
        with file.open("rb") as opened:
            text = opened.read(MOST_BYTES + 1).decode()
    except (OSError, UnicodeDecodeError) as fault:
        raise SettingsFault(f"{SETTING}: the file {file} cannot be read") from fault
    if len(text) > MOST_BYTES:
        raise SettingsFault(f"{SETTING}: the file {file} is too large")
    return parse_mapping(text, kind)


def parse_mapping(text: str, kind: type[T]) -> T:
    """A mapping of its kind. Raises SettingsFault with a sentence that names the entry."""
    try:
        mapping = kind.model_validate(tomllib.loads(text))
    except tomllib.TOMLDecodeError as fault:
        raise SettingsFault(f"{SETTING}: not TOML: {fault}") from fault
    except ValidationError as fault:
        first = fault.errors()[0]
        entry = ".".join(str(part) for part in first["loc"]) or "the file"
        raise SettingsFault(f"{SETTING}: {entry}: {first['msg'].removeprefix('Value error, ')}") from fault
    return mapping


def needs(fields: Fields) -> str | None:
    """What else the places ask for, as a sentence; None where nothing is missing."""
    if fields.record.payments is not None and (fields.payment is None or not fields.payment_states):
        return "record.payments needs the tables payment and payment_states"
    if fields.person.mandates is not None and (fields.mandate is None or not fields.mandate_kinds):
        return "person.mandates needs the tables mandate and mandate_kinds"
    return None


def _writes(format_: str, day: date) -> bool:
    try:
        return datetime.strptime(day.strftime(format_), format_).date() == day  # noqa: DTZ007 - a day has no zone
    except ValueError:
        return False
