"""What a register answered, read by a mapping: anything that is not as it must be is a fault that names the field."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import Any, TypeVar

from flows.assistance.clocks import Begins
from flows.benefits.records import Mandate, Payment, Reason, Record, Registered
from flows.errors import NotUnderstood
from flows.hours import SHANGHAI
from flows.inputs.phone import read_phone
from flows.inputs.text import normalise, storable
from integrations.registers.contract import NotReadable
from integrations.registers.mapping import Fields, MandatePlaces, PaymentPlaces, Where

MOST_RECORDS, MOST_PAYMENTS, MOST_MANDATES, MOST_LISTED = 200, 1200, 100, 50
MOST_MEMBERS = 100
LONGEST_ID, LONGEST_WORDS = 60, 300
FIRST_YEAR, LAST_YEAR = 1900, 2200
_AMOUNT = re.compile(r"[0-9]{1,9}(?:\.[0-9]{1,6})?", re.ASCII)
_COUNT = re.compile(r"[0-9]{1,3}", re.ASCII)
_ACCOUNT = re.compile(r"[0-9*Xx\s-]{0,60}?([0-9]{4})", re.ASCII)
_ID_NUMBER = re.compile(r"[0-9A-Z]{6,18}", re.ASCII)
_T = TypeVar("_T")


def json_of(body: bytes) -> Any:
    """The JSON of an answer; fractions keep every digit. Raises NotReadable."""
    try:
        return json.loads(body, parse_float=Decimal, parse_constant=_no_number)
    except (ValueError, RecursionError):
        fault = NotReadable("it is no JSON")
    raise fault


def _no_number(name: str) -> Any:
    raise ValueError(name)


class Reader:
    """Reads people as the fields say."""

    def __init__(self, fields: Fields) -> None:
        self._fields = fields

    def person(self, plain: Any, id_number: str) -> Registered | None:
        """The person asked for; None where there is nobody: nothing, or an empty list. Raises NotReadable, also for
        several people and for somebody of another number."""
        if isinstance(plain, list):
            if len(plain) > 1:
                raise NotReadable("there are several people")
            plain = plain[0] if plain else None
        if plain is None or plain == {}:
            return None
        if not isinstance(plain, dict):
            raise NotReadable("the person is no object")
        places = self._fields.person
        if _needed(self._id_number(places.id_number, plain, "person.id_number"), "person.id_number") != id_number:
            raise NotReadable("person.id_number is not the one asked for")
        names = [_words(each.look(plain, "person.name"), "person.name") for each in places.name]
        records = [self._record(each) for each in _objects(places.records, plain, "person.records", MOST_RECORDS)]
        kept = [each for each in records if each is not None]
        if len({each.id for each in kept}) < len(kept):
            raise NotReadable("record.id is there twice")
        mandate = self._fields.mandate
        mandates = _objects(places.mandates, plain, "person.mandates", MOST_MANDATES) if mandate is not None else []
        return Registered(
            name=_needed("".join(filter(None, names)) or None, "person.name"),
            id_number=id_number,
            phone=_phone(places.phone, plain, "person.phone"),
            records=tuple(sorted(kept, key=lambda each: (each.since, each.id), reverse=True)),
            mandates=tuple(self._mandate(mandate, each) for each in mandates) if mandate is not None else (),
        )

    def _record(self, plain: Any) -> Record | None:
        """A record; None for one of a scheme that is ignored."""
        fields, places = self._fields, self._fields.record
        scheme = self._coded(fields.schemes, places.scheme, plain, "record.scheme")
        if scheme == "ignored":
            return None
        days = {Begins(name): self._day(each, plain, f"record.days.{name}") for name, each in places.days.items()}
        paid: list[Payment] = []
        if (payment := fields.payment) is not None:
            listed = _objects(places.payments, plain, "record.payments", MOST_PAYMENTS)
            paid = [self._payment(payment, each) for each in listed]
        return Record(
            id=_needed(_code(places.id.look(plain, "record.id"), "record.id", LONGEST_ID), "record.id"),
            scheme=scheme,
            state=self._coded(fields.states, places.state, plain, "record.state"),
            since=_needed(self._day(places.since, plain, "record.since"), "record.since"),
            days={begins: day for begins, day in days.items() if day is not None},
            told=self._day(places.told, plain, "record.told"),
            township=_if_there(places.township, plain, "record.township", _words),
            members=_if_there(places.members, plain, "record.members", _members),
            account=_if_there(places.account, plain, "record.account", _account),
            next_review=self._day(places.next_review, plain, "record.next_review"),
            certify_by=self._day(places.certify_by, plain, "record.certify_by"),
            missing=tuple(_listed(places.missing, plain, "record.missing", _words)),
            reasons=self._reasons(places.reasons, plain, "record.reasons"),
            case=_if_there(places.case, plain, "record.case", _code),
            letter=_if_there(places.letter, plain, "record.letter", _code),
            payments=tuple(sorted(paid, key=lambda each: each.month, reverse=True)),
        )

    def _payment(self, places: PaymentPlaces, plain: Any) -> Payment:
        return Payment(
            month=_needed(self._month(places.month, plain, "payment.month"), "payment.month"),
            fen=self._fen(places.amount.look(plain, "payment.amount"), "payment.amount"),
            state=self._coded(self._fields.payment_states, places.state, plain, "payment.state"),
            day=self._day(places.day, plain, "payment.day"),
            reasons=self._reasons(places.reasons, plain, "payment.reasons"),
        )

    def _mandate(self, places: MandatePlaces, plain: Any) -> Mandate:
        number = self._id_number(places.id_number, plain, "mandate.id_number")
        return Mandate(
            name=_needed(_words(places.name.look(plain, "mandate.name"), "mandate.name"), "mandate.name"),
            id_number=_needed(number, "mandate.id_number"),
            phone=_needed(_phone(places.phone, plain, "mandate.phone"), "mandate.phone"),
            kind=self._coded(self._fields.mandate_kinds, places.kind, plain, "mandate.kind"),
            until=self._day(places.until, plain, "mandate.until"),
        )

    def _coded(self, meanings: dict[str, _T], where: Where, plain: Any, field: str) -> _T:
        """What a code means; one that is not known is a fault: nothing is guessed."""
        code = _needed(_code(where.look(plain, field), field), field)
        if code not in meanings:
            raise NotReadable(f"{field} has a code that the mapping does not have")
        return meanings[code]

    def _reasons(self, where: Where | None, plain: Any, field: str) -> tuple[Reason, ...]:
        """Reasons, each once; a code that is not known is 其他."""
        codes = _listed(where, plain, field, _code)
        return tuple(dict.fromkeys(self._fields.reasons.get(code, "other") for code in codes))

    def _id_number(self, where: Where, plain: Any, field: str) -> str | None:
        number = _code(where.look(plain, field), field)
        if number is not None and _ID_NUMBER.fullmatch(number := number.upper()) is None:
            raise NotReadable(f"{field} is no ID number")
        return number

    def _day(self, where: Where | None, plain: Any, field: str) -> date | None:
        said = None if where is None else _code(where.look(plain, field), field)
        if said is None:
            return None
        for format_ in self._fields.formats.date:
            day = _date(said, format_)
            if day is not None and FIRST_YEAR <= day.year <= LAST_YEAR:
                return day
        raise NotReadable(f"{field} is no day as the mapping writes it")

    def _month(self, where: Where, plain: Any, field: str) -> str | None:
        said = _code(where.look(plain, field), field)
        if said is None:
            return None
        day = _date(said, self._fields.formats.month)
        if day is None or not FIRST_YEAR <= day.year <= LAST_YEAR:
            raise NotReadable(f"{field} is no month as the mapping writes it")
        return f"{day.year:04}-{day.month:02}"

    def _fen(self, said: Any, field: str) -> int:
        """An amount in 分."""
        text = "" if isinstance(said, bool) or not isinstance(said, int | str | Decimal) else str(said).strip()
        if _AMOUNT.fullmatch(text) is None:
            raise NotReadable(f"{field} is no amount")
        fen = Decimal(text) * (100 if self._fields.formats.money == "yuan" else 1)
        if fen != int(fen):
            raise NotReadable(f"{field} has parts of a fen")
        return int(fen)


def _needed(value: _T | None, field: str) -> _T:
    if value is None:
        raise NotReadable(f"{field} is missing")
    return value


def _if_there(where: Where | None, plain: Any, field: str, read: Callable[[Any, str], _T | None]) -> _T | None:
    return None if where is None else read(where.look(plain, field), field)


def _objects(where: Where | None, plain: Any, field: str, most: int) -> Sequence[Any]:
    """A list of so many objects at most; nothing is an empty one."""
    found = None if where is None else where.look(plain, field)
    if found is None:
        return []
    if not isinstance(found, list) or len(found) > most or not all(isinstance(each, dict) for each in found):
        raise NotReadable(f"{field} is no list of at most {most} objects")
    return found


def _listed(where: Where | None, plain: Any, field: str, read: Callable[[Any, str], str | None]) -> Sequence[str]:
    """Words or codes of a list, or a single one."""
    found = None if where is None else where.look(plain, field)
    several = found if isinstance(found, list) else [found]
    if len(several) > MOST_LISTED:
        raise NotReadable(f"{field} has more than {MOST_LISTED} entries")
    return [said for said in (read(each, field) for each in several) if said is not None]


def _words(said: Any, field: str) -> str | None:
    """Words, cleaned; blank is nothing."""
    if said is None:
        return None
    if not isinstance(said, str) or len(said) > LONGEST_WORDS:
        raise NotReadable(f"{field} is no text of at most {LONGEST_WORDS} characters")
    return storable(normalise(said)) or None


def _code(said: Any, field: str, most: int = LONGEST_ID) -> str | None:
    """A code or number, written as text or as a whole number."""
    text = str(said) if isinstance(said, int) and not isinstance(said, bool) and abs(said) < 10**most else said
    if text is None:
        return None
    if not isinstance(text, str) or len(text) > most:
        raise NotReadable(f"{field} is no code of at most {most} characters")
    return storable(normalise(text)) or None


def _members(said: Any, field: str) -> int | None:
    text = _code(said, field)
    if text is None:
        return None
    if _COUNT.fullmatch(text) is None or not 0 < int(text) <= MOST_MEMBERS:
        raise NotReadable(f"{field} is no number of people")
    return int(text)


def _account(said: Any, field: str) -> str | None:
    """The last four digits; the others are let go of here."""
    text = _code(said, field)
    if text is None:
        return None
    match = _ACCOUNT.fullmatch(text)
    if match is None:
        raise NotReadable(f"{field} does not end with four digits")
    return match[1]


def _phone(where: Where | None, plain: Any, field: str) -> str | None:
    said = None if where is None else _code(where.look(plain, field), field)
    if said is None:
        return None
    try:
        return read_phone(said)
    except NotUnderstood:
        fault = NotReadable(f"{field} is no telephone number")
    raise fault


def _date(said: str, format_: str) -> date | None:
    """The day; an instant (``iso``) is on the day that it is in Asia/Shanghai."""
    try:
        if format_ != "iso":
            return datetime.strptime(said, format_).date()  # noqa: DTZ007 - a day has no zone
        at = datetime.fromisoformat(said)
        return (at if at.tzinfo is None else at.astimezone(SHANGHAI)).date()
    except (ValueError, OverflowError):
        return None
