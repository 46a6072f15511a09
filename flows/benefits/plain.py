"""What a register knows of somebody as JSON forms, for what is kept sealed."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from flows.assistance.clocks import Begins
from flows.benefits.records import Mandate, Payment, Record, Registered


def record_to_plain(record: Record) -> dict[str, Any]:
    """The JSON form of a record, without its payments."""
    return {
        "id": record.id,
        "scheme": record.scheme,
        "state": record.state,
        "since": record.since.isoformat(),
        "days": {begins.value: day.isoformat() for begins, day in record.days.items()},
        "told": _plain_day(record.told),
        "township": record.township,
        "members": record.members,
        "account": record.account,
        "next_review": _plain_day(record.next_review),
        "certify_by": _plain_day(record.certify_by),
        "missing": list(record.missing),
        "reasons": list(record.reasons),
        "case": record.case,
        "letter": record.letter,
    }


def record_from_plain(plain: Mapping[str, Any], payments: tuple[Payment, ...] = ()) -> Record:
    """The record behind its JSON form, with its payments."""
    return Record(
        id=plain["id"],
        scheme=plain["scheme"],
        state=plain["state"],
        since=date.fromisoformat(plain["since"]),
        days={Begins(begins): date.fromisoformat(day) for begins, day in plain["days"].items()},
        told=_day(plain["told"]),
        township=plain["township"],
        members=plain["members"],
        account=plain["account"],
        next_review=_day(plain["next_review"]),
        certify_by=_day(plain["certify_by"]),
        missing=tuple(plain["missing"]),
        reasons=tuple(plain["reasons"]),
        case=plain["case"],
        letter=plain["letter"],
        payments=payments,
    )


def payment_to_plain(payment: Payment) -> dict[str, Any]:
    """The JSON form of a payment."""
    return {
        "month": payment.month,
        "fen": payment.fen,
        "state": payment.state,
        "day": _plain_day(payment.day),
        "reasons": list(payment.reasons),
    }


def payment_from_plain(plain: Mapping[str, Any]) -> Payment:
    """The payment behind its JSON form."""
    return Payment(plain["month"], plain["fen"], plain["state"], _day(plain["day"]), tuple(plain["reasons"]))


def mandate_to_plain(mandate: Mandate) -> dict[str, Any]:
    """The JSON form of a mandate."""
    return {
        "name": mandate.name,
        "id_number": mandate.id_number,
        "phone": mandate.phone,
        "kind": mandate.kind,
        "until": _plain_day(mandate.until),
    }


def mandate_from_plain(plain: Mapping[str, Any]) -> Mandate:
    """The mandate behind its JSON form."""
    return Mandate(plain["name"], plain["id_number"], plain["phone"], plain["kind"], _day(plain["until"]))


def registered_to_plain(registered: Registered) -> dict[str, Any]:
    """The JSON form of everything about somebody."""
    return {
        "name": registered.name,
        "id_number": registered.id_number,
        "phone": registered.phone,
        "records": [
            {**record_to_plain(record), "payments": [payment_to_plain(each) for each in record.payments]}
            for record in registered.records
        ],
        "mandates": [mandate_to_plain(mandate) for mandate in registered.mandates],
    }


def registered_from_plain(plain: Mapping[str, Any]) -> Registered:
    """Everything about somebody behind its JSON form."""
    return Registered(
        name=plain["name"],
        id_number=plain["id_number"],
        phone=plain["phone"],
        records=tuple(
            record_from_plain(each, tuple(payment_from_plain(payment) for payment in each["payments"]))
            for each in plain["records"]
        ),
        mandates=tuple(mandate_from_plain(each) for each in plain["mandates"]),
    )


def _plain_day(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def _day(plain: str | None) -> date | None:
    return None if plain is None else date.fromisoformat(plain)
