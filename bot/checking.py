"""Asking for the means of a household to be verified (家庭经济状况核对), on the strength of a letter and no other way.

The letter is looked at when somebody asks and once more before anything leaves: what was withdrawn in between is not
asked for. What leaves carries the letter's number and digest; who asked for what is in the audit log.
"""

from __future__ import annotations

from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.acceptance import accepted_on
from bot.filing import Filing
from flows.assistance.signing import Letter
from flows.errors import OutsideFault
from integrations.case_systems.contract import CheckRequest
from integrations.privacy import Vault
from integrations.store import cases, due_work, letters
from integrations.store.cases import Case
from integrations.store.due_work import Work


class Checking:
    """Plans a request within a transaction, and makes it when it is due."""

    def __init__(self, vault: Vault, filing: Filing) -> None:
        self._vault = vault
        self._filing = filing

    async def ask(self, connection: AsyncConnection, number: str, now: datetime) -> bool:
        """Plans the request for the letter of an accepted case, once; False where there is no letter in force, or it
        was asked for already. Where the service goes to no other system, there is nothing to send: the clerk asks in
        theirs, with the letter's number."""
        case = await cases.by_number(connection, self._vault, number)
        kept = None if case is None else await letters.of_case(connection, self._vault, number)
        if case is None or kept is None or not can_be_checked(case, kept.letter):
            return False
        await self._filing.change(case, connection, now, checked={"letter": kept.letter.number, "at": now.isoformat()})
        system = self._filing.system_of(case.service)
        if system is not None:
            payload = {"letter": kept.letter.number, "system": system}
            work = Work(f"check:{kept.letter.number}", "check", now, payload, number)
            await due_work.schedule(connection, self._vault, work, now)
        return True

    async def request(self, connection: AsyncConnection, work: Work) -> CheckRequest:
        """What is asked for. Raises OutsideFault, for good, when the letter is not in force any more."""
        kept = await letters.by_number(connection, self._vault, work.payload["letter"])
        if kept is None or not kept.letter.is_in_force:
            raise OutsideFault("the letter of authorisation is not in force", final=True)
        return CheckRequest(
            letter=kept.letter.number,
            digest=kept.digests[-1][0],
            case=kept.letter.case,
            people=tuple((page.of.name or "", page.number or "") for page in kept.letter.pages),
        )


def can_be_checked(case: Case, letter: Letter) -> bool:
    """Whether verification may be asked for, and was not yet, on the strength of a letter."""
    is_open = case.state != cases.CLOSED and accepted_on(case) is not None
    return is_open and letter.is_in_force and checked(case, letter.number) is None


def checked(case: Case, letter: str) -> datetime | None:
    """When verification was asked for on the strength of a letter."""
    asked = case.content.get("checked") or {}
    return datetime.fromisoformat(asked["at"]) if asked.get("letter") == letter else None
