"""The columns of the tables that are imported into the register, and what a cell of each may say.

Headings and words are those of ``register-…`` in any language, or ids. What is wrong is told without what was written.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from datetime import date, timedelta
from decimal import Decimal
from functools import lru_cache, partial
from typing import Any, TypeVar

from bot.speech import Speech
from flows.benefits.records import (
    MANDATES,
    PAYMENT_STATES,
    REASONS,
    SCHEMES,
    STATES,
    MandateKind,
    PaymentState,
    Reason,
    Scheme,
    State,
)
from flows.errors import NotUnderstood
from flows.inputs.cells import AMOUNT, MONTH, TAIL
from flows.inputs.day import read_date
from flows.inputs.id_number import read_id_number
from flows.inputs.name import read_name
from flows.inputs.phone import read_phone
from flows.inputs.text import fold, normalise, storable
from flows.place import Place
from flows.words import Words
from integrations.store.benefits.imports import Kind

HEADINGS: Mapping[Kind, tuple[str, ...]] = {
    "people": ("name", "id_number", "phone"),
    "records": (
        *("id_number", "id", "scheme", "state", "since", "accepted", "check_asked", "published", "reported", "decided"),
        *("told", "township", "members", "account", "next_review", "certify_by", "missing", "reasons", "case"),
        "letter",
    ),
    "payments": ("id_number", "id", "month", "amount", "state", "day", "reasons"),
    "mandates": ("id_number", "proxy_name", "proxy_id_number", "proxy_phone", "kind", "until"),
}
NEEDED: Mapping[Kind, frozenset[str]] = {
    "people": frozenset({"name", "id_number"}),
    "records": frozenset({"id_number", "id", "scheme", "state", "since"}),
    "payments": frozenset({"id_number", "id", "month", "amount", "state"}),
    "mandates": frozenset({"id_number", "proxy_name", "proxy_id_number", "proxy_phone", "kind"}),
}
"""Columns that must be there, with something in every line."""
MOST_MEMBERS, MOST_MISSING, LONGEST_MISSING = 30, 20, 100
LONGEST = {"id": 60, "case": 40, "letter": 24}
_BEGAN = ("accepted", "check_asked", "published", "reported", "decided")
_DAYS = ("since", *_BEGAN, "told", "next_review", "certify_by", "day", "until")
_LOST_DIGITS = re.compile(r"\d(?:\.\d+)?E\+?\d+", re.IGNORECASE | re.ASCII)
_SERIAL = re.compile(r"\d{5}(?:\.\d+)?", re.ASCII)
_FIRST_DAY, _ZERO_DAY = date(1950, 1, 1), date(1899, 12, 30)
_LAST_DAY = date(2100, 12, 31)
_WITH_YEAR = re.compile(r"(?:19|20)\d\d(?:\D.*|\d{4})", re.ASCII)
_TIME = re.compile(r"[T ]\d{1,2}:\d\d(?::\d\d(?:\.\d+)?)?$", re.ASCII)
_GROUPED = re.compile(r"(?<=\d),(?=\d{3}(?:\D|$))", re.ASCII)
_T = TypeVar("_T", bound=str)


class Wrong(Exception):
    """What would be right in a cell."""


class Columns:
    """Reads the cells of a line."""

    def __init__(self, speech: Speech, place: Place, today: date) -> None:
        self._today = today
        self._headings = _called(speech, "register-column", {name for names in HEADINGS.values() for name in names})
        schemes: Mapping[str, Scheme] = _called(speech, "register-scheme", SCHEMES)
        states: Mapping[str, State] = _called(speech, "register-state", STATES)
        reasons: Mapping[str, Reason] = _called(speech, "register-reason", REASONS)
        payments: Mapping[str, PaymentState] = _called(speech, "register-payment", PAYMENT_STATES)
        mandates: Mapping[str, MandateKind] = _called(speech, "register-mandate", MANDATES)
        townships = {fold(each): each for each in place.townships}
        townships |= {label: each for each in place.townships for label in speech.labels(Words(f"township-{each}"))}
        self._day = lru_cache(maxsize=4096)(self._read_day)
        common: dict[str, Callable[[str], Any]] = {
            "name": _name,
            "id_number": self._id_number,
            "phone": _phone,
            "scheme": lambda said: _one_of(schemes, said, "a scheme there is, such as dibao"),
            "township": lambda said: _one_of(townships, said, "a township of this place"),
            "members": _members,
            "account": _account,
            "missing": _missing,
            "reasons": lambda said: _reasons(reasons, said),
            "month": self._month,
            "amount": _amount,
            "proxy_name": _name,
            "proxy_id_number": self._id_number,
            "proxy_phone": _phone,
            "kind": lambda said: _one_of(mandates, said, "mandate or guardian, in words or by these ids"),
        }
        common |= dict.fromkeys(_DAYS, self._day)
        common |= {name: partial(_number, most=most) for name, most in LONGEST.items()}
        record_state = {"state": lambda said: _one_of(states, said, "a state there is, such as paying")}
        paid = {"state": lambda said: _one_of(payments, said, "paid, returned or due, in words or by these ids")}
        self._readers = {kind: common | (paid if kind == "payments" else record_state) for kind in HEADINGS}

    def headings(self, cells: Iterable[str]) -> list[str | None]:
        """The column each heading names, None where it names none."""
        return [self._headings.get(fold(cell)) for cell in cells]

    def read(self, kind: Kind, column: str, said: str) -> Any:
        """What a cell says; None, or nothing, where it is empty and may be. Raises Wrong."""
        text = normalise(said)
        if not text:
            if column in NEEDED[kind]:
                raise Wrong("must not be empty")
            return () if column in ("missing", "reasons") else None
        if storable(text) != text:
            raise Wrong("must be without characters that cannot be written down")
        return self._readers[kind][column](text)

    def _id_number(self, said: str) -> str:
        if _LOST_DIGITS.fullmatch(said):
            raise Wrong(
                "was turned into a number by the spreadsheet and has lost digits: make the column text, then put the"
                " numbers in again"
            )
        try:
            return read_id_number(said, self._today)
        except NotUnderstood as fault:
            raise Wrong("must be an ID number of 18 characters whose last is right for the others") from fault

    def _read_day(self, said: str) -> date:
        if _SERIAL.fullmatch(said):
            day = _ZERO_DAY + timedelta(days=int(said.partition(".")[0]))
        else:
            bare = _TIME.sub("", said)
            if not _WITH_YEAR.fullmatch(bare):
                raise Wrong("must be a day with its year, such as 2026-01-05 or 2026/1/5")
            try:
                day = read_date(bare, self._today, "past")
            except NotUnderstood as fault:
                raise Wrong("must be a day there is, such as 2026-01-05 or 2026/1/5") from fault
        if not _FIRST_DAY <= day <= _LAST_DAY:
            raise Wrong("must be a day from 1950 to 2100")
        return day

    def _month(self, said: str) -> str:
        match = MONTH.fullmatch(said)
        if match is not None:
            return f"{match[1]}-{int(match[2]):02}"
        try:
            return f"{self._day(said):%Y-%m}"
        except Wrong as fault:
            raise Wrong("must be a month, such as 2026-11") from fault


def _called(speech: Speech, key: str, names: Iterable[_T]) -> dict[str, _T]:
    called = {fold(name): name for name in names}
    for name in list(called.values()):
        labels = speech.labels(Words(f"{key}.{name}"))
        called |= {fold(part): name for label in labels for part in label.split("|")}
    return called


def _one_of(known: Mapping[str, _T], said: str, right: str) -> _T:
    try:
        return known[fold(said)]
    except KeyError:
        raise Wrong(f"must be {right}") from None


def _name(said: str) -> str:
    try:
        return read_name(said)
    except NotUnderstood as fault:
        raise Wrong("must be a full name as on the ID card") from fault


def _phone(said: str) -> str:
    if _LOST_DIGITS.fullmatch(said):
        raise Wrong("was turned into a number by the spreadsheet: make the column text")
    try:
        return read_phone(said)
    except NotUnderstood as fault:
        raise Wrong("must be one telephone number: 11 digits, or a landline with its area code") from fault


def _number(said: str, most: int) -> str:
    if _LOST_DIGITS.fullmatch(said):
        raise Wrong("was turned into a number by the spreadsheet and has lost digits: make the column text")
    if len(said) > most or any(not char.isprintable() or char.isspace() for char in said):
        raise Wrong(f"must have at most {most} characters without spaces")
    return said


def _members(said: str) -> int:
    if not (said.isascii() and said.isdigit() and len(said) <= 2 and 1 <= int(said) <= MOST_MEMBERS):
        raise Wrong(f"must be a number from 1 to {MOST_MEMBERS}")
    return int(said)


def _account(said: str) -> str:
    match = TAIL.fullmatch(said.replace(" ", ""))
    if match is None:
        raise Wrong("must be the last four digits of the account and no more; zeros in front need a column of text")
    return match[1]


def _missing(said: str) -> tuple[str, ...]:
    parts = tuple(dict.fromkeys(part for each in said.split(";") if (part := each.strip())))
    if len(parts) > MOST_MISSING or any(len(part) > LONGEST_MISSING for part in parts):
        raise Wrong(f"must be at most {MOST_MISSING} things parted by ;, each of at most {LONGEST_MISSING} characters")
    return parts


def _reasons(known: Mapping[str, Reason], said: str) -> tuple[Reason, ...]:
    parts = [each for each in re.split(r"[;、]", said) if each.strip()]
    return tuple(dict.fromkeys(_one_of(known, each, "reasons there are, parted by ;") for each in parts))


def _amount(said: str) -> int:
    match = AMOUNT.fullmatch(_GROUPED.sub("", said.replace(" ", "")))
    if match is None:
        raise Wrong("must be an amount in yuan with at most two decimals, such as 320.50")
    return int(Decimal(match[1]) * 100)
