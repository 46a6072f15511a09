"""To which telephones codes (验证码) go: those on file of whoever said who they are, if all they said is so.

There are always as many places for one, filled or not: the telephone on file in the register (or of a mandate), and
those that were told with applications filed here. Each gets a code of its own, which shows no more than what is on file
with that telephone: whoever files an application under another's number gets a code all the same, and sees that one.
"""

from __future__ import annotations

import hmac
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.acceptance import SERVICE
from flows.benefits.records import Registered
from flows.errors import NotUnderstood
from flows.inputs.name import read_name
from flows.inputs.phone import is_mobile
from flows.inputs.text import fold
from integrations.privacy import Vault
from integrations.store.benefits.checks import ON_FILE, Check, Place
from integrations.store.cases import CLOSED
from integrations.store.tables import cases

PLACES = 3
"""One for the telephone on file, the others for those told with applications."""


@dataclass(frozen=True, slots=True)
class Applicant:
    """Somebody as they named themselves in an application that was filed here and is open."""

    name: str
    id_number: str
    phone: str | None


async def applicants(connection: AsyncConnection, vault: Vault, person: bytes) -> Sequence[Applicant]:
    """Those of an ID number (its blind index) with an application here that is open, the oldest first."""
    own = (cases.c.person == person, cases.c.service == SERVICE, cases.c.state != CLOSED)
    chosen = select(cases.c.id, cases.c.sealed).where(*own).order_by(cases.c.filed_at, cases.c.id)
    found = []
    for row in await connection.execute(chosen):
        given = _given(vault.open_plain(row.sealed, f"cases:{row.id}"))
        if given.get("name") and given.get("id"):
            phone = given.get("phone")
            found.append(Applicant(given["name"], given["id"], None if phone in (None, "none") else phone))
    return found


def reached(
    check: Check, registered: Registered | None, applied: Sequence[Applicant], today: date
) -> tuple[Place, ...]:
    """The places of a check, each with the telephone that its code goes to, if there is one.

    A mandate (授权) or guardianship (监护) holds to its last day, and is for what the register has.
    """
    if check.proxy_id is not None:
        first, told = _by_mandate(check, registered, today), []
    else:
        first = _of_register(check, registered)
        own = (each.phone for each in applied if _is(each.name, each.id_number, check.name, check.id_number))
        told = [each for each in dict.fromkeys(own) if each is not None and is_mobile(each)]
    on_file, *others = check.places
    rest = [phone for phone in told if first is None or phone != first.phone]
    phones = [*rest, *([None] * len(others))]
    return (
        on_file if first is None else replace(first, code=on_file.code),
        *(replace(each, phone=phone) for each, phone in zip(others, phones, strict=False)),
    )


def _of_register(check: Check, registered: Registered | None) -> Place | None:
    if registered is None or registered.phone is None or not is_mobile(registered.phone):
        return None
    is_theirs = _is(registered.name, registered.id_number, check.name, check.id_number)
    return Place("", ON_FILE, registered.phone) if is_theirs else None


def _by_mandate(check: Check, registered: Registered | None, today: date) -> Place | None:
    if registered is None:
        return None
    is_theirs = _is(registered.name, registered.id_number, check.name, check.id_number)
    for mandate in registered.mandates:
        is_proxy = _is(mandate.name, mandate.id_number, str(check.proxy_name), str(check.proxy_id))
        holds = mandate.until is None or today <= mandate.until
        if is_theirs and is_proxy and holds and is_mobile(mandate.phone):
            return Place("", ON_FILE, mandate.phone, mandate.kind, mandate.id_number)
    return None


def _is(name: str, number: str, said_name: str, said_number: str) -> bool:
    """Whether name and number are those that were said; both are compared, each in a time that tells nothing."""
    same_name = hmac.compare_digest(_comparable(name).encode(), _comparable(said_name).encode())
    same_number = hmac.compare_digest(number.strip().upper().encode(), said_number.strip().upper().encode())
    return same_name and same_number


def _comparable(name: str) -> str:
    """A name however it is written: spaces, case and the kind of dot do not count."""
    try:
        return fold(read_name(name))
    except NotUnderstood:  # a register may hold what nobody would type
        return fold(name)


def _given(content: Mapping[str, object]) -> dict[str, str]:
    answers = content.get("answers")
    listed = answers if isinstance(answers, list) else []
    return {str(each["step"]): each["value"] for each in listed if isinstance(each.get("value"), str)}
