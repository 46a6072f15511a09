"""To which telephone a code (验证码) goes: the one on file of whoever said who they are, if all they said is so."""

from __future__ import annotations

import hmac
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncConnection

from flows.benefits.records import MandateKind, Registered
from flows.errors import NotUnderstood
from flows.inputs.name import read_name
from flows.inputs.text import fold
from integrations.privacy import Vault
from integrations.store.benefits.checks import Check
from integrations.store.cases import CLOSED
from integrations.store.tables import cases

SERVICE = "assistance"


@dataclass(frozen=True, slots=True)
class Applicant:
    """Somebody as they named themselves in an application that was filed here and is open."""

    name: str
    id_number: str
    phone: str | None


@dataclass(frozen=True, slots=True)
class Reached:
    """Where a code goes, and as what who gets it may ask: None for themselves."""

    phone: str
    by: MandateKind | None = None


async def applicants(connection: AsyncConnection, vault: Vault, person: bytes) -> Sequence[Applicant]:
    """Those of an ID number (its blind index) with an application here that is open, the newest first."""
    own = (cases.c.person == person, cases.c.service == SERVICE, cases.c.state != CLOSED)
    chosen = select(cases.c.id, cases.c.sealed).where(*own).order_by(cases.c.filed_at.desc(), cases.c.id)
    found = []
    for row in await connection.execute(chosen):
        given = _given(vault.open_plain(row.sealed, f"cases:{row.id}"))
        if given.get("name") and given.get("id"):
            phone = given.get("phone")
            found.append(Applicant(given["name"], given["id"], None if phone in (None, "none") else phone))
    return found


def reached(check: Check, registered: Registered | None, applied: Sequence[Applicant], today: date) -> Reached | None:
    """Who is reached by what was said in a check, or None: there is nobody of it, or no telephone of theirs.

    Of the register; only where that has nobody of the number, of an application that was filed here. A mandate (授权)
    or guardianship (监护) holds to its last day.
    """
    if check.proxy_id is not None:
        return None if registered is None else _by_mandate(check, registered, today)
    people = [Applicant(registered.name, registered.id_number, registered.phone)] if registered is not None else applied
    for each in people:
        if _is(each.name, each.id_number, check.name, check.id_number) and each.phone is not None:
            return Reached(each.phone)
    return None


def _by_mandate(check: Check, registered: Registered, today: date) -> Reached | None:
    is_theirs = _is(registered.name, registered.id_number, check.name, check.id_number)
    for mandate in registered.mandates:
        is_proxy = _is(mandate.name, mandate.id_number, str(check.proxy_name), str(check.proxy_id))
        if is_theirs and is_proxy and (mandate.until is None or today <= mandate.until) and mandate.phone:
            return Reached(mandate.phone, mandate.kind)
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
