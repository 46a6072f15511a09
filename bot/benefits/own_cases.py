"""Applications that were filed at this desk, as records: shown to whom they are of, beside what the register has.

Only where the telephone told with one is that to which the code went, or where it was filed in the same conversation:
a telephone on file shows who somebody is, and not that a case under their ID number was told by them.
"""

from __future__ import annotations

import re
from datetime import date, datetime

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.acceptance import SERVICE, accepted_on, categories_of
from bot.clock import local_day
from flows.assistance.categories import Category
from flows.assistance.clocks import Begins
from flows.benefits.records import SCHEMES, Record, Scheme, State
from flows.benefits.telling import Seen
from flows.desk import clocks as desk
from integrations.privacy import Vault
from integrations.store import cases, clocks, erasure, timeline
from integrations.store.benefits.proofs import Proof
from integrations.store.benefits.register import person_of
from integrations.store.cases import CLOSED, Case

_AS: dict[Category, Scheme] = {"single": "dibao"}
_DIGITS = 11


async def find(connection: AsyncConnection, vault: Vault, proof: Proof) -> list[Seen]:
    """The applications for assistance of whom a proof is for."""
    found = []
    for case in await cases.of_person(connection, vault, person_of(vault, proof.id_number)):
        is_theirs = case.conversation == proof.conversation or same_phone(phone_told(case), proof.phone)
        is_application = case.service == SERVICE and case.kind == "case"
        if is_application and is_theirs and not await erasure.is_asked(connection, case.number):
            found.append(await _seen(connection, vault, case))
    return found


def same_phone(one: str | None, other: str | None) -> bool:
    """Whether two numbers, however they are written, are the same telephone."""
    digits = [re.sub(r"\D", "", each or "")[-_DIGITS:] for each in (one, other)]
    return bool(digits[0]) and digits[0] == digits[1]


def phone_told(case: Case) -> str | None:
    """The telephone that was told with a case."""
    told = (answer["value"] for answer in case.content.get("answers", ()) if answer["step"] == "phone")
    return next((each for each in told if isinstance(each, str) and each != "none"), None)


async def _seen(connection: AsyncConnection, vault: Vault, case: Case) -> Seen:
    missing = await _missing(connection, vault, case)
    categories = tuple(categories_of(case))
    accepted, checked = accepted_on(case), (case.content.get("checked") or {}).get("at")
    days = {} if accepted is None else {Begins.ACCEPTED: accepted}
    if accepted is not None and checked is not None:
        days[Begins.CHECK_ASKED] = local_day(datetime.fromisoformat(checked))
    state = _state(case, accepted, checked is not None, bool(missing))
    record = Record(
        id=case.number,
        scheme=next((_AS.get(each, each) for each in categories if _AS.get(each, each) in SCHEMES), "dibao"),  # type: ignore[arg-type]
        state=state,
        since=local_day(case.filed_at) if accepted is None else accepted,
        days=days,
        township=case.township,
        missing=missing,
        case=case.number,
        letter=(case.content.get("letter") or {}).get("number"),
    )
    return Seen(record, categories, is_own=True, handled=case.state == CLOSED and state != "transferred")


def _state(case: Case, accepted: date | None, is_checked: bool, lacks: bool) -> State:
    if case.state == CLOSED:
        return "transferred" if case.outcome == "elsewhere" else "accepted"
    if lacks:
        return "to_supplement"
    if accepted is None:
        return "submitted"
    return "checking" if is_checked else "accepted"


async def _missing(connection: AsyncConnection, vault: Vault, case: Case) -> tuple[str, ...]:
    """What the staff have asked for (补正) and still wait for; nothing once the resident gave something."""
    asked: list[str] = []
    for entry in await timeline.of_case(connection, vault, case.number):
        if entry.what == "wanted" and entry.content is not None:
            asked.append(str(entry.content["text"]))
        elif entry.what == "supplied":
            asked = []
    kept = (await clocks.of_case(connection, case.number)).values()
    waits = not kept or any(each.state is desk.State.PAUSED for each in kept)
    return tuple(asked) if waits and case.state != CLOSED else ()
